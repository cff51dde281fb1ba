//! The sequences a network reads: text as tokens, or numbers over time.
//!
//! This module checks a person's own text and numbers, once. A [`Sequence`] is never empty and never too long.

mod decimal;
mod numbers;
mod problem;
mod series;
mod simulated;
mod table;
mod text;

pub use decimal::decimal;
pub use numbers::{EXAMPLE, MOST_COLUMNS, Numbers};
pub use problem::{adding, copy, impulse};
pub use series::{Dataset, Library, fill_months, series};
pub use table::rows;
pub use text::{By, SENTENCE, Text, TextError};

/// The longest sequence that is run.
pub const LONGEST: usize = 500;
/// The shortest impulse or series.
pub const SHORTEST: usize = 5;

/// One step of a series: its name, and its numbers.
pub type Row = (String, Vec<f64>);

/// The input of every step.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Tokens; each becomes a seeded embedding.
    Tokens(Vec<String>),
    /// A fixed count of numbers per step.
    Numbers {
        /// The inputs: the channels of the first step, then those of the next.
        values: Vec<f64>,
        /// Numbers a step.
        channels: usize,
        /// The target at each step, as the first channel's value that follows; empty if there is none.
        next: Vec<f64>,
        /// The name of one raw unit, such as "ppm" or "sunspots"; empty for a bare number.
        unit: &'static str,
        /// The mean and standard deviation by which the first channel was normalised; 0 and 1 if it was not.
        scale: (f64, f64),
    },
}

/// A sequence of 1 to [`LONGEST`] steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Sequence {
    /// A name for each step: the word, the month.
    pub labels: Vec<String>,
    /// The inputs.
    pub input: Input,
}

impl Sequence {
    /// Number of steps T.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.labels.len()
    }

    /// Numbers per step; `None` for tokens.
    #[must_use]
    pub fn channels(&self) -> Option<usize> {
        match &self.input {
            Input::Tokens(_) => None,
            Input::Numbers { channels, .. } => Some(*channels),
        }
    }

    /// Whether the steps are tokens.
    #[must_use]
    pub fn is_text(&self) -> bool {
        matches!(self.input, Input::Tokens(_))
    }
}
