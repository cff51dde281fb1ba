//! Train as HTML and SVG: its controls, a cell's lane, its example, a person's own data.

mod controls;
mod draw;
mod example;
mod extent;
mod forecast;
mod guesses;
pub mod own;
mod reach;
mod writing;

pub use controls::{controls, task_name};
pub use draw::{Standing, awaited, lane, no_data, no_worker};
pub use extent::Extent;
