//! The sequences that a network reads: tokens of a text, or numbers over time.
//!
//! This module checks a person's own text and numbers, once. A [`Sequence`] is never empty and never too long.

pub mod brought;
mod decimal;
mod example;
mod numbers;
mod problem;
mod series;
mod simulated;
mod table;
mod text;
mod token;

pub use decimal::decimal;
pub use example::{Example, Inputs, TASKED, Tasked, awaited};
pub use numbers::{EXAMPLE, MOST_COLUMNS, Numbers};
pub use problem::{adding, copy, impulse};
pub use series::{Dataset, Library, fill_months, series};
pub use table::rows;
pub use text::{By, SENTENCE, Text, TextError, brief};
pub use token::{composed, folded};

/// The longest sequence, in time steps.
pub const LONGEST: usize = 500;
/// The shortest impulse or series, in time steps.
pub const SHORTEST: usize = 5;

/// One time step of a series: its label, and a number for each channel.
pub type Row = (String, Vec<f64>);

/// The inputs of a sequence.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Tokens. Each becomes an embedding that is drawn from the seed.
    Tokens(Vec<String>),
    /// One of so many symbols at each step: a vector in which its number is 1 and all others are 0.
    Symbols {
        /// How many symbols there are.
        kinds: usize,
        /// The symbol of each step; `None` where nothing is read.
        read: Vec<Option<usize>>,
    },
    /// A vector of numbers at each time step.
    Numbers {
        /// The inputs, T × `channels`, row-major.
        values: Vec<f64>,
        /// The number of channels.
        channels: usize,
        /// The target at each time step, the next value of the first channel; empty if there are no targets.
        next: Vec<f64>,
        /// The unit before normalisation, such as "ppm" or "sunspots"; empty if there is none.
        unit: &'static str,
        /// The mean and standard deviation by which the first channel was normalised; 0 and 1 if it was not.
        scale: (f64, f64),
    },
}

/// A sequence of 1 to [`LONGEST`] steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Sequence {
    /// The label of each time step, such as the word or the month.
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
            Input::Symbols { kinds, .. } => Some(*kinds),
            Input::Numbers { channels, .. } => Some(*channels),
        }
    }

    /// Whether the steps are tokens.
    #[must_use]
    pub fn is_text(&self) -> bool {
        matches!(self.input, Input::Tokens(_))
    }

    /// Whether each step has a name of its own, such as a word, that can stand over it.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !matches!(self.input, Input::Numbers { .. })
    }
}
