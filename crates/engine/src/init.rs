//! PyTorch's uniform initialisation, with the same numbers from a seed on every machine.
//!
//! `nn.RNN`, `nn.LSTM` and `nn.GRU` draw every weight and bias from U(−1/√H, 1/√H). Here W_hh is
//! then multiplied by the recurrent gain, and the forget (LSTM) or update (GRU) rows of `bias_ih`
//! are raised by the bias (Jozefowicz et al. 2015 advise 1).

use crate::chance::Chance;
use crate::hash::fnv1a;
use crate::trace::{CellKind, Parameters};

/// The choices that determine a network's initial weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// The seed of all draws.
    pub seed: u64,
    /// Number of hidden units H.
    pub hidden: usize,
    /// The factor of W_hh.
    pub gain: f64,
    /// The number added to the forget or update rows of `bias_ih`.
    pub bias: f64,
}

/// The initial weights of one cell with `input` inputs. Each cell has a random stream of its own; gain and bias change no
/// draw.
#[must_use]
pub fn parameters(cell: CellKind, input: usize, start: Start) -> Parameters {
    let mut draw = uniform(start.seed, cell.key(), 1.0 / (start.hidden as f64).sqrt());
    let mut parameters = Parameters::zeros(cell, input, start.hidden);
    parameters.weight_ih.iter_mut().for_each(|w| *w = draw());
    parameters.weight_hh.iter_mut().for_each(|w| *w = draw() * start.gain);
    parameters.bias_ih.iter_mut().for_each(|b| *b = draw());
    parameters.bias_hh.iter_mut().for_each(|b| *b = draw());
    if let Some(road) = cell.road() {
        let row = parameters.row(road);
        parameters.bias_ih.rows_mut(row, start.hidden).add_scalar_mut(start.bias);
    }
    parameters
}

/// The read-out's v, H numbers from U(−1/√H, 1/√H), as PyTorch initialises `nn.Linear`.
#[must_use]
pub fn readout_weights(seed: u64, hidden: usize) -> Vec<f64> {
    let mut draw = uniform(seed, "readout", 1.0 / (hidden as f64).sqrt());
    (0..hidden).map(|_| draw()).collect()
}

/// The embedding of one token: `width` numbers of mean 0 and variance 1 (uniform), drawn from the
/// seed and the token itself, so that the same word has the same embedding wherever it stands.
#[must_use]
pub fn embedding(seed: u64, token: &str, width: usize) -> Vec<f64> {
    let mut draw = uniform(seed, &format!("token {token}"), 3.0_f64.sqrt());
    (0..width).map(|_| draw()).collect()
}

/// Draws from U(−limit, limit), one stream per name.
pub(crate) fn uniform(seed: u64, stream: &str, limit: f64) -> impl FnMut() -> f64 + use<> {
    let mut chance = Chance::new(seed ^ fnv1a(stream.as_bytes()));
    move || (2.0 * chance.unit() - 1.0) * limit
}
