//! What a person looks at of a network in training, beside its numbers.

use learn::training::TEMPERATURE;

/// What is looked at of a network in training.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The training step whose weights are looked at; `None` for the present ones.
    pub at: Option<usize>,
    /// The temperature of generated texts.
    pub temperature: f64,
    /// Forecasts several steps ahead are looked at.
    pub ahead: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { at: None, temperature: TEMPERATURE, ahead: false }
    }
}
