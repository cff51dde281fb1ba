//! Edit: the weights, biases and inputs at the step and unit in focus, which a person can set by hand.

use serde::{Deserialize, Serialize};

use engine::trace::{CellKind, Quantity};
use model::keys::Key;
use model::lab;

use crate::scene::Scene;

/// The numbers that can be set at the step and unit in focus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// The cell in focus.
    pub cell: CellKind,
    /// The step in focus (from 0).
    pub step: usize,
    /// The unit in focus (from 0).
    pub unit: usize,
    /// The block of H rows, such as a gate's, that the row belongs to.
    pub block: Quantity,
    /// The row (from 0) in `weight_ih` and `weight_hh`: the unit in focus within the block.
    pub row: usize,
    /// The input x at the step in focus, of length I.
    pub x: Vec<f64>,
    /// The row of `weight_ih`, of length I.
    pub weight_ih: Vec<f64>,
    /// The row of `weight_hh`, of length H.
    pub weight_hh: Vec<f64>,
    /// The row's element of `bias_ih`.
    pub bias_ih: f64,
    /// The row's element of `bias_hh`.
    pub bias_hh: f64,
    /// The count of usable numbers that a person has set, over all cells and steps.
    pub used: usize,
}

impl Edit {
    /// Reads the numbers of the cell in focus.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let (focus, settings) = (scene.state.focus, &scene.state.settings);
        let layer = scene.run.lane(focus.cell).trace.top();
        let weights = &layer.parameters;
        let blocks = focus.cell.blocks();
        let chosen = settings.name(Key::Tensor);
        let block = blocks.iter().copied().find(|b| Some(b.key()) == chosen).unwrap_or(blocks[blocks.len().min(2) - 1]);
        let row = weights.row(block) + focus.unit;
        Self {
            cell: focus.cell,
            step: focus.step,
            unit: focus.unit,
            block,
            row,
            x: layer.value(Quantity::X, focus.step).to_vec(),
            weight_ih: (0..weights.input()).map(|j| weights.weight_ih[(row, j)]).collect(),
            weight_hh: (0..weights.hidden()).map(|j| weights.weight_hh[(row, j)]).collect(),
            bias_ih: weights.bias_ih[row],
            bias_hh: weights.bias_hh[row],
            used: settings.edits().filter(|(_, written)| lab::number(written).is_some()).count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::{Settings, State};

    /// The LSTM's second block is the forget gate's, whose rows come after the 12 of the input gate.
    #[test]
    fn what_was_put_in_stands_in_the_row_that_is_shown() {
        let put_in = "lstm.weight_hh.15.4=0.25;lstm.bias_ih.15.0=-2;x.3.1=7;lstm.weight_hh.15.5=abc";
        let (state, _) = State::from_fragment(&format!("cell=lstm&unit=4&at=4&edits={put_in}"));
        assert_eq!((state.focus.unit, state.focus.step), (3, 3));
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        let edit = Edit::of(&Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false });
        assert_eq!((edit.block, edit.row, edit.used), (Quantity::ForgetPre, 15, 3));
        assert_eq!((edit.cell, edit.step, edit.unit), (CellKind::Lstm, 3, 3));
        assert_eq!((edit.x[1], edit.weight_hh[4], edit.bias_ih), (7.0, 0.25, -2.0));
    }

    fn edited(edits: &[(&str, &str)]) -> (Settings, Run) {
        let mut settings = Settings::default();
        let all: Vec<String> = edits.iter().map(|(place, value)| format!("{place}={value}")).collect();
        settings.choose(Key::Edits, &all.join(";"));
        let run = Run::new(&settings, &settings.sequence(Library::shipped()));
        (settings, run)
    }

    #[test]
    fn what_is_put_in_is_used_and_taken_out_again_leaves_no_trace() {
        let (plain, start) = edited(&[]);
        let (mut settings, run) = edited(&[("lstm.weight_hh.13.4", "0.25"), ("gru.bias_ih.0.0", "−2"), ("x.3.1", "7")]);
        assert_eq!(run.lane(CellKind::Lstm).trace.top().parameters.weight_hh[(13, 4)], 0.25);
        assert_eq!(run.lane(CellKind::Gru).trace.top().parameters.bias_ih[0], -2.0);
        for cell in CellKind::ALL {
            assert_eq!(run.lane(cell).trace.top().value(Quantity::X, 3)[1], 7.0);
        }
        assert!(settings.needs_worker(Library::shipped()));
        settings.choose(Key::Edits, "lstm.weight_hh.13.4=;x.3.1=");
        assert_eq!(Run::new(&settings, &settings.sequence(Library::shipped())), start);
        settings.choose(Key::Edits, "");
        assert_eq!(settings, plain);
    }

    #[test]
    fn what_is_no_number_or_lies_beyond_changes_nothing() {
        let (_, start) = edited(&[]);
        let bad = [
            ("lstm.weight_hh.13.4", "NaN"),
            ("lstm.weight_hh.13.5", "inf"),
            ("lstm.weight_hh.13.6", "1e300"),
            ("lstm.weight_hh.13.7", "abc"),
            ("lstm.weight_hh.999.0", "1"),
            ("lstm.bias_ih.0.1", "1"),
            ("lstm.nothing.0.0", "1"),
            ("x.99.0", "1"),
            ("x", "1"),
            ("", "1"),
        ];
        assert_eq!(edited(&bad).1, start);
    }
}
