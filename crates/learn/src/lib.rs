//! What trains.
//!
//! - [`task`]: the tasks to learn, one a file.
//! - [`training`]: what is chosen of a run, its steps, and what it leaves behind.
//! - [`sweep`]: many runs, one after the other, and what they come to.
//! - [`trained`]: networks that training left, for the Lab.

pub mod sweep;
pub mod task;
pub mod trained;
pub mod training;
