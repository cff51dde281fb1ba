//! Sweeps as numbers to be plotted: accuracy against length, cost against hidden units.

use super::jobs::{LENGTHS, SIZES};
use crate::standing::{Shown, Source, together};
use engine::trace::CellKind;
use learn::sweep::{Outcome, SEEDS};
use learn::task::Sets;
use learn::training::Setup;
use model::settings::State;
use serde::{Deserialize, Serialize};

/// The lowest, the middle and the highest of a few seeds, of RNN, LSTM and GRU; none where a run is missing.
pub type Ends = [Option<[f64; 3]>; 3];

/// The share of right answers against the words in between.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Accuracy {
    /// The words in between.
    pub lengths: Vec<usize>,
    /// The share of right answers, from 0 to 1, at each.
    pub right: Vec<Ends>,
    /// Where it is from; none before any of it is there.
    pub source: Option<Source>,
}

/// Costs against hidden units.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Costs {
    /// The LSTM's hidden units.
    pub sizes: Vec<usize>,
    /// A step of training, in milliseconds.
    pub times: Vec<Ends>,
    /// Where the times are from; none before any of them is there.
    pub source: Option<Source>,
    /// Parameters.
    pub parameters: Vec<Ends>,
    /// Memory in training, in megabytes.
    pub memory: Vec<Ends>,
}

/// The lowest, the middle and the highest of a job's seeds, and where they are from; none where a run is missing.
fn ends(shown: &Shown, job: usize, of: fn(&Outcome) -> f64) -> Option<([f64; 3], Source)> {
    let (source, outcomes) = shown.seeds(job, SEEDS)?;
    let mut seeds: Vec<f64> = outcomes.iter().map(of).collect();
    seeds.sort_by(f64::total_cmp);
    Some(([seeds[0], seeds[seeds.len() / 2], seeds[seeds.len() - 1]], source))
}

/// The ends at each of so many places, a job a cell; and where all of them are from.
fn all(shown: &Shown, places: usize, of: fn(&Outcome) -> f64, counts: fn(f64) -> bool) -> (Vec<Ends>, Option<Source>) {
    let mut sources = vec![];
    let mut at = |job: usize| {
        let (ends, source) = ends(shown, job, of).filter(|(ends, _)| counts(ends[0]))?;
        sources.push(source);
        Some(ends)
    };
    let all = (0..places).map(|place| [0, 1, 2].map(|cell| at(3 * place + cell))).collect();
    (all, (!sources.is_empty()).then(|| together(sources)))
}

/// Accuracy against length.
#[must_use]
pub fn accuracy(shown: &Shown) -> Accuracy {
    let (right, source) = all(shown, LENGTHS.len(), |run| run.right, |_| true);
    Accuracy { lengths: LENGTHS.to_vec(), right, source }
}

/// Cost against hidden units, at equal units or at equal parameters.
#[must_use]
pub fn costs(shown: &Shown, equal: bool) -> Costs {
    let setup = |units: usize| {
        let equal = if equal { "&t_equal=yes" } else { "" };
        let state = State::from_fragment(&format!("task=adding&t_knob=50&t_units={units}{equal}")).0;
        Setup::new(&state.settings, &Sets::default()).0
    };
    let setups = SIZES.map(setup);
    let of = |cost: fn(&Setup, CellKind) -> f64| {
        setups.iter().map(|setup| CellKind::ALL.map(|cell| Some([cost(setup, cell); 3]))).collect()
    };
    // Times are measured on the machine that shows them, or not at all: of those that are recorded there are none.
    let (times, source) = all(shown, SIZES.len(), |run| run.extra, |time| time > 0.0);
    Costs {
        sizes: SIZES.to_vec(),
        times,
        source,
        parameters: of(|setup, cell| setup.count(cell, setup.units_of(cell)) as f64),
        memory: of(|setup, cell| setup.bytes(cell) / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_three_seeds_lowest_middle_and_highest_stand_where_all_are_there() {
        let outcome = |right: f64| Some(Outcome { right, ..Outcome::default() });
        let mut outcomes = vec![outcome(0.9), outcome(0.5), outcome(0.7), outcome(0.6), None, outcome(0.8)];
        outcomes.resize(3 * SEEDS * LENGTHS.len(), None);
        let shown = Shown { outcomes, ..Shown::default() };
        let plot = accuracy(&shown);
        assert_eq!(plot.right[0], [Some([0.5, 0.7, 0.9]), None, None]);
        assert_eq!(plot.source, Some(Source::Here));
        assert_eq!(accuracy(&Shown::default()).source, None);
    }

    #[test]
    fn a_time_of_zero_is_none_and_counts_are_there_without_runs() {
        let runs = 3 * SEEDS * SIZES.len();
        let shown = Shown { outcomes: vec![Some(Outcome::default()); runs], ..Shown::default() };
        let costs = costs(&shown, false);
        assert!(costs.times.iter().flatten().all(Option::is_none) && costs.source.is_none());
        // Adding's inputs are 2, its outputs 1: an RNN of 8 units has 8 × (2 + 8 + 2) parameters and 9 of its head.
        assert_eq!(costs.parameters[0][0].map(|ends| ends[1]), Some(105.0));
        let equal = super::costs(&shown, true);
        let middle = |of: &Costs, cell: usize| of.parameters[4][cell].map_or(0.0, |ends| ends[1]);
        assert!((middle(&equal, 0) / middle(&equal, 1) - 1.0).abs() < 0.05, "near the LSTM's");
        assert!(middle(&costs, 0) < 0.5 * middle(&costs, 1));
    }
}
