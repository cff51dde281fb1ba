//! Compare: common claims about the three cells beside measurements, and the sweeps behind them.

mod claims;
mod plots;

use crate::runs::TableRuns;
use crate::standing::Shown;
use engine::trace::CellKind;
use learn::sweep::{Extra, Job};
use model::command::{ComparisonKey, SweepKey};
use serde::{Deserialize, Serialize};

pub use claims::{Cells, Claim, Contest, Learned, Line, Pace, Shape, Verdict, Why};
pub use plots::{Accuracy, Costs, Ends};

/// The settings of the table's five groups of runs, a run a cell: short, long, to the target, complex, time of a step.
const GROUPS: [(&str, Extra); 5] = [
    ("task=agreement&t_knob=4&t_steps=1500", Extra::None),
    ("task=agreement&t_knob=40&t_steps=1000", Extra::None),
    ("task=adding&t_knob=50&t_steps=1500", Extra::None),
    ("task=sentiment&t_steps=800", Extra::None),
    ("task=adding&t_knob=50&t_steps=60", Extra::Time),
];
/// Hidden units of those runs: Train's default.
const UNITS: usize = 32;
/// Words between noun and verb.
const LENGTHS: [usize; 6] = [4, 10, 20, 30, 40, 60];
/// Hidden units.
const SIZES: [usize; 5] = [8, 16, 32, 64, 128];

/// A sweep's jobs.
#[must_use]
pub fn jobs(key: ComparisonKey) -> Vec<Job> {
    let each = |label: String, settings: String, extra: Extra| {
        CellKind::ALL.map(|cell| Job {
            label: format!("{}, {label}", cell.name()),
            cell,
            fragment: settings.clone(),
            extra,
        })
    };
    match key {
        ComparisonKey::Table => {
            GROUPS.iter().flat_map(|(settings, extra)| each(String::new(), (*settings).to_owned(), *extra)).collect()
        }
        ComparisonKey::Length => {
            let at = |n: usize| each(n.to_string(), format!("task=agreement&t_knob={n}&t_steps=1000"), Extra::None);
            LENGTHS.into_iter().flat_map(at).collect()
        }
        ComparisonKey::Units | ComparisonKey::Equal => {
            let equal = if key == ComparisonKey::Equal { "&t_equal=yes" } else { "" };
            let at = |n: usize| {
                each(n.to_string(), format!("task=adding&t_knob=50&t_units={n}&t_steps=30{equal}"), Extra::Time)
            };
            SIZES.into_iter().flat_map(at).collect()
        }
    }
}

/// All of the view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// The claims beside what was measured.
    pub claims: Vec<Line>,
    /// The browser's name and version, as far as it gives them.
    pub browser: String,
    /// How many threads it says that the machine has.
    pub threads: usize,
    /// Hidden units of the runs behind the claims.
    pub units: usize,
    /// How far each cell reaches.
    pub accuracy: Accuracy,
    /// What units cost, at equal units.
    pub costs: Costs,
    /// The same at equal parameters.
    pub equal: Costs,
}

/// The view, by how its sweeps stand and the runs behind its table, as measured on a machine.
#[must_use]
pub fn compared(shown: impl Fn(SweepKey) -> Shown, runs: &TableRuns, browser: &str, threads: usize) -> Compared {
    let of = |key: ComparisonKey| shown(SweepKey::Compare(key));
    Compared {
        claims: claims::claims(&of(ComparisonKey::Table).rows(jobs(ComparisonKey::Table).len()), runs),
        browser: browser.to_owned(),
        threads,
        units: UNITS,
        accuracy: plots::accuracy(&of(ComparisonKey::Length)),
        costs: plots::costs(&of(ComparisonKey::Units), false),
        equal: plots::costs(&of(ComparisonKey::Equal), true),
    }
}
