//! Everything about training: tasks, runs, sweeps, and trained networks.
//!
//! - [`task`]: the tasks to learn, one a file.
//! - [`training`]: a training run: its setup, its steps, and its saved form.
//! - [`sweep`]: many training runs, their outcomes, and medians over seeds.
//! - [`counter`]: what units of a network follow in texts of brackets, and how deep it counts.
//! - [`follow`]: which units follow the right class.
//! - [`net`]: the network that a person brought.
//! - [`own`]: a person's own data, checked.
//! - [`trained`]: the weights of saved runs, for the Lab.

pub mod counter;
pub mod follow;
pub mod net;
pub mod own;
pub mod states;
pub mod sweep;
pub mod task;
pub mod trained;
pub mod training;
