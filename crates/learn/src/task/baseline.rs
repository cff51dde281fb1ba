//! Baselines: trivial predictors to compare a network with.

/// A trivial predictor and its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Baseline {
    /// What the predictor knows.
    pub guess: Guess,
    /// Its loss: nats where answers are classes, else the mean squared error.
    pub loss: f64,
    /// Its accuracy, from 0 to 1; 0 where answers are numbers.
    pub right: f64,
}

impl Baseline {
    /// The only baseline of a task.
    pub(super) fn only(loss: f64, right: f64) -> Vec<Self> {
        vec![Self { guess: Guess::Trivial, loss, right }]
    }
}

/// What a trivial predictor knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Guess {
    /// What the task's description says.
    Trivial,
    /// The last value: it predicts no change.
    LastValue,
    /// The value one season before the forecast step.
    SeasonalNaive,
    /// Linear autoregression on this many last values.
    Linear(usize),
    /// The frequency of each class.
    Unigram,
    /// The frequency with which each class follows each other class.
    Bigram,
}
