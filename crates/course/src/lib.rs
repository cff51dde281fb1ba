//! What is taught, and what is measured for it.
//!
//! - [`lesson`]: pages of prose beside live figures; their numbers are worked out here.
//! - [`compare`]: what is said of the three cells beside what is measured here.
//! - [`choose`]: questions, and advice by a table of rules.
//! - [`results`]: the papers, redone; what each part of a cell is worth.
//! - [`sweeps`]: the runs of each sweep.

pub mod choose;
pub mod compare;
pub mod lesson;
pub mod results;
pub mod sweeps;
