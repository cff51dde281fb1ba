//! Compare: common claims about the three cells beside measurements, and the sweeps behind them.

mod claims;
mod evidence;
mod jobs;
mod plots;

use crate::runs::TableRuns;
use crate::standing::Shown;
use model::command::{ComparisonKey, SweepKey};
use serde::{Deserialize, Serialize};

pub use claims::{Cells, Claim, Contest, Learned, Line, Pace, Shape, Verdict, Why};
pub use jobs::jobs;
pub use plots::{Accuracy, Costs, Ends};

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
        claims: evidence::claims(&of(ComparisonKey::Table).rows(jobs(ComparisonKey::Table).len()), runs),
        browser: browser.to_owned(),
        threads,
        units: jobs::UNITS,
        accuracy: plots::accuracy(&of(ComparisonKey::Length)),
        costs: plots::costs(&of(ComparisonKey::Units), false),
        equal: plots::costs(&of(ComparisonKey::Equal), true),
    }
}
