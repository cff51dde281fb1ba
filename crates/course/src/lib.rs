//! The course, and the measurements behind it.
//!
//! - [`lesson`]: lessons and reference pages. It parses their prose and works out its numbers.
//! - [`compare`]: common claims about the three cells beside measurements.
//! - [`choose`]: questions that lead to advice, by a table of rules.
//! - [`results`]: papers redone, and the ablations.
//! - [`runs`]: the runs of the Lab that pages read numbers from.
//! - [`scans`]: what a parallel scan costs beside step by step.
//! - [`sweeps`]: the runs of each sweep; [`standing`]: how it stands, and what its runs came to.
//! - [`agreement`]: whether what is measured agrees with what is said.

pub mod agreement;
pub mod choose;
pub mod compare;
pub mod lesson;
pub mod results;
pub mod runs;
pub mod scans;
pub mod standing;
pub mod sweeps;
