//! What a cell can be without: the one list from which Train's choice is made, and the sweep that measures each.

use engine::trace::CellKind;
use model::keys::Key;

/// A cell without a part: the setting that takes it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ablation {
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

const fn of(cell: CellKind, key: Key, value: &'static str) -> Ablation {
    Ablation { cell, key, value }
}

/// What each cell can be without, in the order of the cells.
pub const ABLATIONS: [Ablation; 10] = [
    of(CellKind::Rnn, Key::Relu, "yes"),
    of(CellKind::Lstm, Key::Forget, "1"),
    of(CellKind::Lstm, Key::Input, "1"),
    of(CellKind::Lstm, Key::Output, "1"),
    of(CellKind::Lstm, Key::Coupled, "yes"),
    of(CellKind::Lstm, Key::LinearCandidate, "yes"),
    of(CellKind::Lstm, Key::LinearOutput, "yes"),
    of(CellKind::Gru, Key::Reset, "1"),
    of(CellKind::Gru, Key::Update, "0.5"),
    of(CellKind::Gru, Key::ResetBefore, "yes"),
];
