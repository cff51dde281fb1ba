//! Training as HTML and SVG: its controls, a cell's lane, its example, what a person brings.

mod controls;
mod draw;
mod example;
mod forecast;
pub mod own;
mod writing;

pub use controls::{controls, task_name};
pub use draw::{Extent, Standing, awaited, lane, no_data, no_worker};
