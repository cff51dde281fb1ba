//! The implementation of each cell.

use super::cell::Cell;
use super::gru::Gru;
use super::lstm::Lstm;
use super::rnn::Rnn;
use crate::trace::CellKind;

/// The implementation of a cell.
#[must_use]
pub fn cell(kind: CellKind) -> &'static dyn Cell {
    match kind {
        CellKind::Rnn => &Rnn,
        CellKind::Lstm => &Lstm,
        CellKind::Gru => &Gru,
    }
}
