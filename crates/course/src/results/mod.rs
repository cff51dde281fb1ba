//! Results: papers redone by sweeps, and ablations, which measure what each part of a cell is worth.

mod about;
mod finding;
mod papers;
mod plot;
mod redone;
mod trained;
mod worth;

pub use about::{About, about};
pub use finding::{Finding, Verdict};
pub use papers::jobs;
pub use plot::{Column, Plot};
pub use redone::{Beside, Came, Line, Redone, Results, redone};
pub use trained::Trained;
pub use worth::{Ablated, Ablations, Matrix, Part, Worth, ablated, matrix};

/// The file of the runs that are shipped.
pub const RECORDED: &str = "recorded.txt";
