//! Results: papers redone by sweeps, and ablations, which measure what each part of a cell is worth.

mod page;
mod papers;

pub use page::{RECORDED, Shown, buttons, done, failed, frame, kept_before, list, matrix, panel, said};
pub use papers::jobs;
