//! Trivial guesses, and how they score.

/// A trivial guess, to be compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Baseline {
    /// What it goes by.
    pub guess: Guess,
    /// Its loss.
    pub loss: f64,
    /// Its share of right answers; 0 where answers are numbers.
    pub right: f64,
}

impl Baseline {
    /// The one baseline of a task.
    pub(super) fn only(loss: f64, right: f64) -> Vec<Self> {
        vec![Self { guess: Guess::Trivial, loss, right }]
    }
}

/// What a trivial guess goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// What the task's own text says.
    Trivial,
    /// The last value, again.
    LastValue,
    /// The value one season before.
    SeasonalNaive,
    /// A line through the last values, so many of them.
    Linear(usize),
    /// How frequent each class is.
    Unigram,
    /// How often each class follows each.
    Bigram,
}
