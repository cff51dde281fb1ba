//! Sweeps: many runs of training, one after the other, each with its outcome; and what they say of the field's papers and of
//! what each part of a cell is worth.

mod ablations;
mod page;
mod papers;
mod sweep;

pub use page::{RECORDED, Shown, buttons, done, failed, frame, kept_before, list, matrix, panel, said};
pub use sweep::{Extra, Job, Outcome, Recorded, Row, Runner, SEEDS, jobs, name, of_settings, rows};
