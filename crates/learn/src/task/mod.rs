//! Tasks to learn. Each draws its sequences from a seed, has one knob that sets its difficulty, and trivial baselines
//! to compare with. CONTRIBUTING.md lists the places that one more task touches.

mod adding;
mod agreement;
mod baseline;
pub mod brackets;
mod clicks;
mod copy;
mod draw;
mod frames;
mod grammar;
mod input;
mod kind;
pub mod letters;
mod list;
mod number_words;
mod order;
mod parity;
mod part;
mod recall;
mod sentiment;
pub mod series;
mod sets;
mod speech;
mod story;
mod symbols;
mod tagging;
pub mod translation;

pub use agreement::other_number;
pub use baseline::{Baseline, Guess};
pub use draw::Draw;
pub use frames::SIDE;
pub use kind::{Defaults, Level, Mark, Shown, Task};
pub use list::TASKS;
pub use part::Part;
pub use sets::Sets;
#[cfg(test)]
pub use sets::tests::shipped;

// What every task names.
use engine::train::Batch;
use input::Input;
use kind::PLAIN;
use symbols::letter;
