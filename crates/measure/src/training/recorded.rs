//! The recorded run that stands behind a person's own in Train, as data.

use serde::{Deserialize, Serialize};

use learn::training::Recorded;

/// The training losses of a task's default run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordedData {
    /// The task, by its name in the address.
    pub task: String,
    /// Whether the settings are those of the recorded run; else only the task, its difficulty and its data are the same.
    pub is_same: bool,
    /// Of each cell, in the order of [`CellKind::ALL`](engine::trace::CellKind::ALL): the training step, from 1, and the
    /// mean loss of the steps around it.
    pub losses: [Vec<(f64, f64)>; 3],
}

impl RecordedData {
    /// What a task's file holds.
    #[must_use]
    pub fn of(task: &str, is_same: bool, recorded: &[Recorded; 3]) -> Self {
        Self { task: task.to_owned(), is_same, losses: recorded.each_ref().map(|own| own.points().collect()) }
    }
}
