//! Training.
//!
//! - [`task`]: the tasks to learn, one a file.
//! - [`training`]: a run's setup, its steps, and its saved form.
//! - [`sweep`]: many runs in sequence, and their outcomes.
//! - [`trained`]: trained networks, for the Lab.

pub mod sweep;
pub mod task;
pub mod trained;
pub mod training;
