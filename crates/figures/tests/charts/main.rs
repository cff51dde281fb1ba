//! Each chart, drawn and read back: a mark goes through the axis as it is drawn, by its labels, and must come to the
//! number that the table behind the chart says.

// In tests a panic is the report.
#![allow(clippy::expect_used)]

mod every;
mod lab;
mod marks;
mod samples;
mod training;
