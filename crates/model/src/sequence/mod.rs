//! The sequences a network reads: text as tokens, or numbers over time.
//!
//! What a person brings is checked here, once; a [`Sequence`] cannot be empty or too long.

mod decimal;
mod numbers;
mod problem;
mod series;
mod simulated;
mod text;

pub use decimal::decimal;
pub use numbers::{EXAMPLE, MOST_COLUMNS, Numbers};
pub use problem::{adding, copy, impulse};
pub use series::{Dataset, Library, fill_months, series};
pub use text::{By, SENTENCE, Text, TextError};

/// The longest sequence that is run.
pub const LONGEST: usize = 500;
/// The shortest impulse or series.
pub const SHORTEST: usize = 5;

/// A step's name, and its numbers.
pub type Row = (String, Vec<f64>);

/// What is read at every step.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Tokens; each becomes a seeded embedding.
    Tokens(Vec<String>),
    /// Numbers a step.
    Numbers {
        /// What the network reads: the channels of the first step, then those of the next.
        values: Vec<f64>,
        /// Numbers a step.
        channels: usize,
        /// The target at each step, as the first channel's value that follows; empty if there is none.
        next: Vec<f64>,
        /// What one raw unit is called: "ppm", "sunspots"; empty for a bare number.
        unit: &'static str,
        /// Mean and standard deviation that were taken out of the first channel (0 and 1 if nothing was).
        scale: (f64, f64),
    },
}

/// A sequence of 1 to [`LONGEST`] steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Sequence {
    /// A name for each step: the word, the month.
    pub labels: Vec<String>,
    /// What is read.
    pub input: Input,
}

impl Sequence {
    /// Number of steps T.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.labels.len()
    }

    /// Numbers a step, where they are not tokens.
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
