//! What a cell can be without: the one list from which Train's choice is made, and the sweep that measures each.

use engine::trace::CellKind;
use model::keys::Key;

/// A part that a cell can be without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellPart {
    /// The RNN's tanh: a ReLU is in its place.
    Tanh,
    /// The LSTM's forget gate.
    ForgetGate,
    /// The LSTM's input gate.
    InputGate,
    /// The LSTM's output gate.
    OutputGate,
    /// The LSTM's input gate as one of its own: it is 1 less the forget gate.
    OwnInputGate,
    /// The tanh of the LSTM's candidate.
    CandidateTanh,
    /// The tanh between the LSTM's cell state and its output.
    StateTanh,
    /// The GRU's reset gate.
    ResetGate,
    /// The GRU's update gate.
    UpdateGate,
    /// The GRU's reset after the matrix product: it is before it.
    ResetAfter,
}

/// A cell without a part: the setting that takes it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ablation {
    /// Which part.
    pub part: CellPart,
    /// Which cell.
    pub cell: CellKind,
    /// The key of the setting.
    pub key: Key,
    /// Its value.
    pub value: &'static str,
}

impl Ablation {
    /// The setting as it stands in the address.
    #[must_use]
    pub fn fragment(&self) -> String {
        format!("{}={}", self.key.name(), self.value)
    }
}

const fn of(part: CellPart, cell: CellKind, key: Key, value: &'static str) -> Ablation {
    Ablation { part, cell, key, value }
}

/// What each cell can be without, in the order of the cells.
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
