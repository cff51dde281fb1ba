//! What came after: the minGRU and the minLSTM, whose gates read x alone, and one head of attention, on the page's own
//! sequence; and the parallel scan that computes a minGRU's states.

use serde::{Deserialize, Serialize};

use engine::linear::{Minimal, Pair, Work, rounds, scan_work};
use engine::trace::{CellKind, Quantity, Series};
use model::keys::Key;
use model::lab;

use crate::scene::Scene;

/// What the picture shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct After {
    /// The step where the loss is read (from 0).
    pub read: usize,
    /// The step in focus (from 0), at most `read`.
    pub at: usize,
    /// The unit in focus (from 0).
    pub unit: usize,
    /// How much of the gradient is left at every step in RNN, LSTM and GRU, in the order of [`CellKind::ALL`]:
    /// ‖λ_t‖ / ‖λ_read‖.
    pub cells: [Vec<f64>; 3],
    /// The same in minGRU and minLSTM, in the order of [`engine::linear::MinimalKind::ALL`]; 0 after the read step.
    pub minimal: [Vec<f64>; 2],
    /// What reaches key and value of each token in a head of attention: ‖[∂L/∂k_t ; ∂L/∂v_t]‖ / ‖∂L/∂m‖; 0 after the
    /// read step.
    pub attention: Vec<f64>,
    /// The head's weights: the softmax of the token at the read step over all tokens up to it; 0 after it.
    pub shares: Vec<f64>,
    /// The minGRU's scan, of the unit in focus.
    pub scan: Scan,
    /// The lanes of minGRU and minLSTM, where they are shown.
    pub lanes: Option<Lanes>,
}

/// States and gates of what came after, beside the gates of what was before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lanes {
    /// minGRU and minLSTM.
    pub minimal: [Lane; 2],
    /// How much of the old state each step keeps, the mean over the units: the LSTM's forget gate, the GRU's update gate.
    pub cells: [Vec<f64>; 2],
}

/// One lane.
#[derive(Clone, Default, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// h_t, unit after unit: H × T.
    pub hidden: Vec<f64>,
    /// What h_{t−1} is multiplied by, unit after unit: H × T.
    pub keep: Vec<f64>,
    /// The mean of that over the units, at every step.
    pub mean: Vec<f64>,
}

impl Lane {
    fn of(run: &Minimal) -> Self {
        Self { hidden: by_unit(&run.hidden.value), keep: by_unit(&run.keep), mean: means(&run.keep) }
    }
}

/// A series unit after unit.
fn by_unit(series: &Series) -> Vec<f64> {
    (0..series.width()).flat_map(|unit| (0..series.steps()).map(move |t| series.at(t)[unit])).collect()
}

/// The mean over the units at every step.
fn means(series: &Series) -> Vec<f64> {
    (0..series.steps()).map(|t| series.at(t).iter().sum::<f64>() / series.width() as f64).collect()
}

/// The scan of h_t = a_t h_{t−1} + b_t, of one unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scan {
    /// (a, b) that each step holds before the first round and after each.
    pub rounds: Vec<Vec<(f64, f64)>>,
    /// The round in sight, at most the last.
    pub round: usize,
    /// What all rounds take.
    pub work: Work,
    /// What it takes step by step.
    pub in_turn: Work,
}

impl After {
    /// Runs the two cells and the head over what the page's cells read.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let settings = &scene.state.settings;
        let x = &scene.run.lane(CellKind::Rnn).trace.top().channel(Quantity::X).value;
        let runs = lab::After::over(settings, scene.sequence, x);
        let (read, focus) = (settings.read_step(), scene.state.focus);
        let unit = focus.unit.min(settings.units - 1);
        let chosen = settings.real(Key::ScanRound).map(|round| round as usize);
        Self {
            read,
            at: focus.step.min(read),
            unit,
            cells: CellKind::ALL.map(|cell| scene.run.lane(cell).reach.clone()),
            minimal: runs.minimal.each_ref().map(Minimal::reach),
            attention: runs.head.reach(),
            scan: Scan::of(&runs.minimal[0], unit, chosen),
            lanes: (settings.written(Key::AfterPart) == "states").then(|| {
                let gate = |cell, gate| means(&scene.run.lane(cell).trace.top().channel(gate).value);
                Lanes {
                    minimal: runs.minimal.each_ref().map(Lane::of),
                    cells: [gate(CellKind::Lstm, Quantity::Forget), gate(CellKind::Gru, Quantity::Update)],
                }
            }),
            shares: runs.head.shares,
        }
    }
}

impl Scan {
    /// The scan of a unit, with a round in sight, or the last.
    fn of(run: &Minimal, unit: usize, round: Option<usize>) -> Self {
        let (keep, brought) = (&run.keep, run.brought());
        let steps = keep.steps();
        let pairs = (0..steps).map(|t| Pair { a: keep.at(t)[unit], b: brought.at(t)[unit] }).collect();
        let work = scan_work(steps);
        let held = rounds(pairs).into_iter().map(|held| held.into_iter().map(|pair| (pair.a, pair.b)).collect());
        Self {
            rounds: held.collect(),
            round: round.unwrap_or(work.rounds).min(work.rounds),
            work,
            in_turn: Work::step_by_step(steps),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    fn after(fragment: &str) -> (After, lab::After) {
        let (state, problems) = State::from_fragment(fragment);
        assert!(problems.is_empty(), "{problems:?}");
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        let after = After::of(&Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false });
        (after, lab::After::new(&state.settings, &sequence))
    }

    #[test]
    fn the_last_round_holds_the_states_of_the_unit_in_focus() {
        for fragment in ["unit=3", "sequence=impulse&length=5", "sequence=co2&length=40&read=20&unit=2"] {
            let (after, runs) = after(fragment);
            let (hidden, last) = (&runs.minimal[0].hidden.value, &after.scan.rounds[after.scan.work.rounds]);
            assert_eq!(after.scan.round, after.scan.work.rounds, "the last, where none is chosen");
            for (t, (_, b)) in last.iter().enumerate() {
                assert!((b - hidden.at(t)[after.unit]).abs() < 1e-14, "{fragment}, step {}", t + 1);
            }
        }
    }

    /// With the forget bias, as the gates rise, more is left; the gain has nothing to act on.
    #[test]
    fn the_bias_opens_the_minimal_gates_and_the_gain_does_nothing() {
        let left = |fragment: &str| after(fragment).0.minimal.map(|left| left[1]);
        let (low, high) = (left("bias=0"), left("bias=3"));
        assert!(low[0] < high[0] && low[1] < high[1], "{low:?} {high:?}");
        assert_eq!(left("gain=0.5"), left("gain=2"));
    }

    #[test]
    fn lanes_hold_each_units_states_and_gates() {
        assert_eq!(after("sequence=impulse&length=5").0.lanes, None, "nobody asks for them");
        let (after, runs) = after("sequence=impulse&length=5&after=states");
        let lanes = after.lanes.unwrap();
        for (lane, run) in lanes.minimal.iter().zip(&runs.minimal) {
            let (unit, t) = (3, 2);
            assert_eq!(lane.hidden[unit * 5 + t], run.hidden.value.at(t)[unit]);
            assert_eq!(lane.keep[unit * 5 + t], run.keep.at(t)[unit]);
            let by_hand = run.keep.at(t).iter().sum::<f64>() / 12.0;
            assert!((lane.mean[t] - by_hand).abs() < 1e-15);
            // h_t − k_t h_{t−1} is what the step brings: h_t follows from the lanes.
            let brought = run.brought().at(t)[unit];
            let from_lanes = lane.keep[unit * 5 + t] * lane.hidden[unit * 5 + t - 1] + brought;
            assert!((lane.hidden[unit * 5 + t] - from_lanes).abs() < 1e-15);
        }
    }

    #[test]
    fn a_chosen_round_is_shown_and_one_too_many_is_the_last() {
        assert_eq!(after("scan_round=0").0.scan.round, 0);
        assert_eq!(after("scan_round=2").0.scan.round, 2);
        assert_eq!(after("scan_round=9").0.scan.round, 4);
    }

    #[test]
    fn the_shares_of_attention_are_one_together_and_none_is_after_the_loss() {
        let (after, _) = after("sequence=co2&length=40&read=20");
        assert!((after.shares.iter().sum::<f64>() - 1.0).abs() < 1e-14);
        assert!(after.shares[20..].iter().chain(&after.attention[20..]).all(|x| *x == 0.0));
        assert!(after.minimal.iter().all(|left| left[19] == 1.0 && left[20..].iter().all(|x| *x == 0.0)));
    }
}
