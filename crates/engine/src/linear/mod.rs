//! Recurrences that are linear in their state: the gates and the candidate read x alone, h_t = k_t ⊙ h_{t−1} + b_t with
//! neither k_t nor b_t a function of h (Feng et al. 2024, "Were RNNs All We Needed?").
//!
//! ```text
//! minGRU:   z_t = σ(W_z x_t + b_z)
//!           n_t = W_n x_t + b_n
//!           h_t = z_t ⊙ h_{t−1} + (1 − z_t) ⊙ n_t
//!
//! minLSTM:  f_t = σ(W_f x_t + b_f),  i_t = σ(W_i x_t + b_i)
//!           f'_t = f_t / (f_t + i_t),  i'_t = i_t / (f_t + i_t)
//!           n_t = W_n x_t + b_n
//!           h_t = f'_t ⊙ h_{t−1} + i'_t ⊙ n_t
//! ```
//!
//! z keeps the state here, as in PyTorch's GRU. The paper's z is 1 − z: the same cell with W_z and b_z negated.
//!
//! Since k_t is no function of the state, ∂h_T/∂h_t is diagonal, and its diagonal is exactly k_T ⊙ ⋯ ⊙ k_{t+1}.

mod run;
mod scan;

pub use run::{Minimal, run};
pub use scan::{Pair, Work, rounds, scan, scan_work, step_by_step};

use nalgebra::{DMatrix, DVector};

use crate::init::uniform;

/// A cell whose gates read the input alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum MinimalKind {
    /// The minimal GRU: an update gate.
    Gru,
    /// The minimal LSTM: forget and input gate, divided by their sum.
    Lstm,
}

impl MinimalKind {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Gru, Self::Lstm];

    /// Its name in fixtures and expressions.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Gru => "mingru",
            Self::Lstm => "minlstm",
        }
    }

    /// How many blocks of H rows its weights have. The last is the candidate's.
    #[must_use]
    pub const fn blocks(self) -> usize {
        match self {
            Self::Gru => 2,
            Self::Lstm => 3,
        }
    }
}

/// The weights of a minimal cell, or their gradients: those of one `nn.Linear` a block, stacked.
/// Blocks: minGRU z, n; minLSTM f, i, n.
#[derive(Clone, Debug, PartialEq)]
pub struct MinimalWeights {
    /// The cell that they belong to.
    pub kind: MinimalKind,
    /// C·H × I.
    pub weight: DMatrix<f64>,
    /// C·H.
    pub bias: DVector<f64>,
}

impl MinimalWeights {
    /// All zeros, for a cell with `input` inputs and `hidden` units.
    #[must_use]
    pub fn zeros(kind: MinimalKind, input: usize, hidden: usize) -> Self {
        let rows = kind.blocks() * hidden;
        Self { kind, weight: DMatrix::zeros(rows, input), bias: DVector::zeros(rows) }
    }

    /// Drawn as PyTorch draws `nn.Linear`, from U(−1/√I, 1/√I), with a random stream for each cell; `bias` is added to
    /// what keeps the state: b_z of the minGRU, b_f of the minLSTM.
    #[must_use]
    pub fn drawn(kind: MinimalKind, input: usize, hidden: usize, seed: u64, bias: f64) -> Self {
        let mut draw = uniform(seed, kind.key(), 1.0 / (input as f64).sqrt());
        let mut weights = Self::zeros(kind, input, hidden);
        weights.weight.iter_mut().for_each(|w| *w = draw());
        weights.bias.iter_mut().for_each(|b| *b = draw());
        weights.bias.rows_mut(0, hidden).add_scalar_mut(bias);
        weights
    }

    /// Number of hidden units H.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.bias.len() / self.kind.blocks()
    }

    /// Number of inputs I.
    #[must_use]
    pub fn input(&self) -> usize {
        self.weight.ncols()
    }
}
