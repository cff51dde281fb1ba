//! Sweeps: the button that begins one and how it stands, a table of what its runs came to, and the verdict that follows.

mod ablations;
mod begin;
mod runs;
mod verdict;

pub use ablations::AblationsSweep;
pub use begin::SweepBegin;
pub use runs::{Row, RunsTable, counted, numbers};
pub use verdict::{Judged, Verdict};
