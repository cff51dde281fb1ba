//! The cells there are, by kind.

use super::cell::Cell;
use super::gru::Gru;
use super::lstm::Lstm;
use super::rnn::Rnn;
use crate::trace::CellKind;

/// The cell that goes by this name.
#[must_use]
pub fn cell(kind: CellKind) -> &'static dyn Cell {
    match kind {
        CellKind::Rnn => &Rnn,
        CellKind::Lstm => &Lstm,
        CellKind::Gru => &Gru,
    }
}
