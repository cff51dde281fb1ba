//! What trains.
//!
//! - [`task`]: the tasks to learn, one a file.

pub mod task;
