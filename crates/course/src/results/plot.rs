//! What the runs of a paper come to as a figure: what stands along its axes, what each seed came to, and what the paper says of it.

use engine::trace::CellKind;
use learn::sweep::{Job, Outcome, SEEDS};
use model::keys::Key;
use model::settings::State;
use serde::{Deserialize, Serialize};

use words::plots::{Along, Mark, Shows};

use crate::standing::{Shown, Source, together};

/// Sequences of a batch.
pub const BATCH: f64 = 32.0;

/// A figure of runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plot {
    /// What stands along x.
    pub along: Along,
    /// What stands along y.
    pub shows: Shows,
    /// The task, where the same stands twice.
    pub of: Option<String>,
    /// The runs, from left to right.
    pub columns: Vec<Column>,
    /// What they are compared with.
    pub mark: Option<Mark>,
    /// Where the numbers are from.
    pub source: Source,
}

/// How the jobs of a paper stand in a figure.
pub struct Plan {
    /// What stands along x.
    pub along: Along,
    /// What stands along y.
    pub shows: Of,
    /// The task, where the same stands twice.
    pub of: Option<String>,
    /// The first of the jobs that stand in it.
    pub first: usize,
    /// What tells each of them from the others, in their order.
    pub names: Vec<String>,
    /// What they are compared with.
    pub mark: Option<Mark>,
}

/// What of a run stands in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// [`Shows::Right`].
    Right,
    /// [`Shows::Left`].
    Left,
    /// [`Shows::Steps`].
    Steps,
    /// [`Shows::Sequences`].
    Sequences,
    /// [`Shows::Loss`].
    Loss,
    /// [`Shows::Ratio`].
    Ratio,
}

/// The runs of a network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// What tells it from the others.
    pub name: String,
    /// The cell.
    pub cell: CellKind,
    /// What each seed came to, by rising numbers; infinite where it diverged. Empty before all of them have been made.
    pub seeds: Vec<f64>,
}

/// A figure by how the runs of its paper stand; none before one of its columns is there.
#[must_use]
pub fn plot(plan: &Plan, jobs: &[Job], shown: &Shown) -> Option<Plot> {
    let most = jobs.get(plan.first).map_or(0, steps_at_most);
    let made: Vec<Option<(Source, Vec<Outcome>)>> =
        (0..plan.names.len()).map(|n| shown.seeds(plan.first + n, SEEDS)).collect();
    let column = |(n, name): (usize, &String)| {
        let mut seeds: Vec<f64> =
            made[n].iter().flat_map(|(_, runs)| runs).map(|run| plan.shows.number(run, most)).collect();
        seeds.sort_by(f64::total_cmp);
        Column { name: name.clone(), cell: jobs[plan.first + n].cell, seeds }
    };
    let sources: Vec<Source> = made.iter().flatten().map(|(source, _)| *source).collect();
    (!sources.is_empty()).then(|| Plot {
        along: plan.along,
        shows: plan.shows.of(most),
        of: plan.of.clone(),
        columns: plan.names.iter().enumerate().map(column).collect(),
        mark: plan.mark,
        source: together(sources),
    })
}

/// How many steps of training a job makes at most.
fn steps_at_most(job: &Job) -> usize {
    State::from_fragment(&job.fragment).0.settings.real(Key::Steps).unwrap_or_default() as usize
}

impl Of {
    /// The number of a run. One that never solved its task has all the steps that it could have made.
    fn number(self, run: &Outcome, most: usize) -> f64 {
        let steps = if run.solved > 0.0 { run.solved } else { most as f64 };
        match self {
            Self::Right => run.right,
            Self::Left | Self::Ratio => run.extra,
            Self::Steps => steps,
            Self::Sequences => steps * BATCH,
            Self::Loss if run.diverged > 0.0 => f64::INFINITY,
            Self::Loss => run.loss,
        }
    }

    fn of(self, most: usize) -> Shows {
        match self {
            Self::Right => Shows::Right,
            Self::Left => Shows::Left,
            Self::Steps => Shows::Steps(most),
            Self::Sequences => Shows::Sequences(most * BATCH as usize),
            Self::Loss => Shows::Loss,
            Self::Ratio => Shows::Ratio,
        }
    }
}
