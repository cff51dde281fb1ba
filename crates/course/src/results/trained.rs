//! What training came to, over the seeds of a run.

use super::papers::of;
use learn::sweep::Row;
use serde::{Deserialize, Serialize};
use words::results::Solved;

/// What training came to: medians over the seeds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trained {
    /// How many runs solved the task.
    pub solved: Solved,
    /// Steps until it was solved; none where most runs have not solved it: a median that most have not reached is none.
    pub steps: Option<usize>,
    /// The loss at the end: nats where answers are classes, else the mean squared error.
    pub loss: f64,
}

impl Trained {
    /// What the medians of a job say of it.
    #[must_use]
    pub fn of(row: &Row) -> Self {
        let is_mostly_solved = row.solved * 2 > row.runs;
        Self { solved: of(row), steps: is_mostly_solved.then_some(row.steps as usize), loss: row.all.loss }
    }
}
