//! Ablations: the parts that a cell can be run without. Train's list of forms and the sweep over ablations are made
//! from this one list.

use engine::trace::CellKind;
use model::keys::Key;

/// A part of a cell that can be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellPart {
    /// The RNN's tanh; a ReLU replaces it.
    Tanh,
    /// The LSTM's forget gate; it is held at 1.
    ForgetGate,
    /// The LSTM's input gate; it is held at 1.
    InputGate,
    /// The LSTM's output gate; it is held at 1.
    OutputGate,
    /// The independence of the LSTM's input gate: coupled gates have i = 1 − f (Greff et al. 2015).
    OwnInputGate,
    /// The tanh of the LSTM's candidate; the identity replaces it.
    CandidateTanh,
    /// The tanh between the LSTM's cell state and its hidden state; the identity replaces it.
    StateTanh,
    /// The GRU's reset gate; it is held at 1.
    ResetGate,
    /// The GRU's update gate; it is held at ½.
    UpdateGate,
    /// The GRU's reset after the matrix product (PyTorch, cuDNN); the reset is applied before it (Cho et al. 2014).
    ResetAfter,
}

/// The removal of one part of one cell, as a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ablation {
    /// The part that is removed.
    pub part: CellPart,
    /// The cell that has the part.
    pub cell: CellKind,
    /// The key of the setting that removes it.
    pub key: Key,
    /// The value of that setting.
    pub value: &'static str,
}

impl Ablation {
    /// The setting as it stands in the address: `key=value`.
    #[must_use]
    pub fn fragment(&self) -> String {
        format!("{}={}", self.key.name(), self.value)
    }
}

const fn of(part: CellPart, cell: CellKind, key: Key, value: &'static str) -> Ablation {
    Ablation { part, cell, key, value }
}

/// Every ablation, in the order of the cells: RNN, LSTM, GRU.
pub const ABLATIONS: [Ablation; 10] = [
    of(CellPart::Tanh, CellKind::Rnn, Key::Relu, "yes"),
    of(CellPart::ForgetGate, CellKind::Lstm, Key::Forget, "1"),
    of(CellPart::InputGate, CellKind::Lstm, Key::Input, "1"),
    of(CellPart::OutputGate, CellKind::Lstm, Key::Output, "1"),
    of(CellPart::OwnInputGate, CellKind::Lstm, Key::Coupled, "yes"),
    of(CellPart::CandidateTanh, CellKind::Lstm, Key::LinearCandidate, "yes"),
    of(CellPart::StateTanh, CellKind::Lstm, Key::LinearOutput, "yes"),
    of(CellPart::ResetGate, CellKind::Gru, Key::Reset, "1"),
    of(CellPart::UpdateGate, CellKind::Gru, Key::Update, "0.5"),
    of(CellPart::ResetAfter, CellKind::Gru, Key::ResetBefore, "yes"),
];
