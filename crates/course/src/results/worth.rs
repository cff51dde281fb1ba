//! What each part of a cell is worth: a whole cell beside itself without each part, on one task or on every task.

use super::trained::Trained;
use crate::standing::{Shown, Source, together};
use crate::sweeps::{jobs, name};
use engine::trace::CellKind;
use learn::sweep::{Recorded, Row, SEEDS, ablations, rows};
use learn::task::{TASKS, Task};
use model::command::SweepKey;
use model::settings::{Settings, State};
use serde::{Deserialize, Serialize};
use words::format;
use words::results::{self, words};

/// Steps over steps that are called alike: three seeds do not tell them apart.
const ALIKE: std::ops::Range<f64> = 0.8..1.25;

/// What a part is worth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Worth {
    /// Steps until solved without it, over the whole cell's.
    Times(f64),
    /// It is solved without it alone.
    Better,
    /// It is not solved without it.
    Unsolved,
    /// It is solved neither with nor without it.
    Neither,
}

impl Worth {
    /// By a row without the part and the whole's.
    #[must_use]
    pub fn of(without: &Row, whole: &Row) -> Self {
        match (without.solved * 2 > without.runs, whole.solved * 2 > whole.runs) {
            (true, true) => Self::Times(without.steps / whole.steps.max(1.0)),
            (true, false) => Self::Better,
            (false, true) => Self::Unsolved,
            (false, false) => Self::Neither,
        }
    }

    /// Whether the steps with and without are alike, as far as three seeds can tell.
    #[must_use]
    pub fn is_alike(self) -> bool {
        matches!(self, Self::Times(times) if ALIKE.contains(&times))
    }

    /// In words.
    #[must_use]
    pub fn said(self) -> String {
        let words = words();
        match self {
            Self::Times(_) if self.is_alike() => words.ablations_same.to_owned(),
            Self::Times(times) => results::ablations_times(times),
            Self::Better => words.ablations_better.to_owned(),
            Self::Unsolved => words.ablations_not.to_owned(),
            Self::Neither => words.ablations_neither.to_owned(),
        }
    }

    /// In a cell of the matrix.
    #[must_use]
    pub fn short(self) -> String {
        let words = words();
        match self {
            Self::Times(times) => format!("×{}", format::short(times)),
            Self::Better => words.matrix_better.to_owned(),
            Self::Unsolved => words.matrix_not.to_owned(),
            Self::Neither => "–".to_owned(),
        }
    }
}

/// The ablations on the task that is chosen: each whole cell, then the same without each of its parts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ablations(pub Vec<Ablated>);

/// A cell, whole or without a part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ablated {
    /// The cell.
    pub cell: CellKind,
    /// What it lacks, in words.
    pub part: String,
    /// What came of it, and where that is from; none before it is there.
    pub made: Option<(Trained, Source)>,
    /// What the part is worth; none for a whole cell, and before both are there.
    pub worth: Option<Worth>,
}

/// The ablations of the task that is chosen.
#[must_use]
pub fn ablated(settings: &Settings, shown: &Shown) -> Ablations {
    let all = jobs(SweepKey::Ablations, settings);
    let made = shown.rows(all.len());
    let line = |(place, job): (usize, &learn::sweep::Job)| {
        let own = made[place];
        let whole = whole(place);
        let worth = own.zip(made[whole]).filter(|_| whole != place);
        Ablated {
            cell: job.cell,
            part: job.label.clone(),
            made: own.map(|made| (Trained::of(&made.row), made.source)),
            worth: worth.map(|(own, whole)| Worth::of(&own.row, &whole.row)),
        }
    };
    Ablations(all.iter().enumerate().map(line).collect())
}

/// The place of the whole cell that one without a part belongs to.
fn whole(place: usize) -> usize {
    let cells = ablations::cells();
    (0..=place).rev().find(|k| cells[*k].1.is_none()).unwrap_or_default()
}

/// What each part is worth on every task, as it was recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Matrix {
    /// The tasks' names.
    pub tasks: Vec<String>,
    /// The parts, those of a cell side by side.
    pub parts: Vec<Part>,
}

/// A part of a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The cell.
    pub cell: CellKind,
    /// What it lacks, in words.
    pub part: String,
    /// What it is worth, task by task.
    pub worth: Vec<Worth>,
}

/// The matrix; none where nothing is recorded.
#[must_use]
pub fn matrix(recorded: &Recorded) -> Option<Matrix> {
    let tasks = TASKS.iter().filter(|task| !task.key.starts_with("own_"));
    let column = |task: &'static Task| {
        let settings = State::from_fragment(&format!("task={}", task.key)).0.settings;
        let all = rows(&recorded.outcomes(&name(SweepKey::Ablations, &settings), ablations::cells().len() * SEEDS));
        let rows: Option<Vec<Row>> = all.into_iter().collect();
        rows.map(|rows| (words::training::task(task.key).name.to_owned(), rows))
    };
    let (tasks, columns): (Vec<String>, Vec<Vec<Row>>) = tasks.filter_map(column).unzip();
    if columns.is_empty() {
        return None;
    }
    let labels = jobs(SweepKey::Ablations, &Settings::default());
    let part = |(place, (cell, _)): (usize, &(CellKind, Option<_>))| Part {
        cell: *cell,
        part: labels[place].label.clone(),
        worth: columns.iter().map(|rows| Worth::of(&rows[place], &rows[whole(place)])).collect(),
    };
    let cells = ablations::cells();
    let parts = cells.iter().enumerate().filter(|(_, (_, part))| part.is_some()).map(part).collect();
    Some(Matrix { tasks, parts })
}

impl Ablations {
    /// Where all of it is from; none before any of it is there.
    #[must_use]
    pub fn source(&self) -> Option<Source> {
        let mut all = self.0.iter().filter_map(|line| Some(line.made?.1)).peekable();
        all.peek().is_some().then(|| together(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(solved: usize, steps: f64) -> Row {
        Row { runs: 3, solved, steps, ..Row::default() }
    }

    #[test]
    fn a_part_is_worth_what_its_lack_costs() {
        let whole = row(3, 400.0);
        assert_eq!(Worth::of(&row(3, 800.0), &whole), Worth::Times(2.0));
        assert_eq!(Worth::of(&row(1, 800.0), &whole), Worth::Unsolved);
        assert_eq!(Worth::of(&row(3, 800.0), &row(0, 0.0)), Worth::Better);
        assert_eq!(Worth::of(&row(0, 0.0), &row(1, 9.0)), Worth::Neither);
        assert!(Worth::Times(1.2).is_alike() && !Worth::Times(1.3).is_alike() && !Worth::Unsolved.is_alike());
        assert_eq!(Worth::Times(2.0).said(), "2.00 times the steps");
        assert_eq!(Worth::Times(2.0).short(), "×2.00");
    }

    #[test]
    fn the_matrix_has_every_part_on_every_task() {
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/sets/recorded.txt"));
        let matrix = matrix(&Recorded::read(&text.unwrap())).unwrap();
        assert_eq!(matrix.parts.len(), ablations::cells().len() - 3, "each cell's parts, but not the wholes");
        let cells: Vec<CellKind> = matrix.parts.chunk_by(|a, b| a.cell == b.cell).map(|parts| parts[0].cell).collect();
        assert_eq!(cells, CellKind::ALL, "parts of a cell side by side");
        assert!(matrix.tasks.len() > 5 && matrix.parts.iter().all(|part| part.worth.len() == matrix.tasks.len()));
        assert_eq!(super::matrix(&Recorded::default()), None);
    }

    #[test]
    fn every_cell_stands_whole_and_without_each_part_before_it_is_run() {
        let lines = ablated(&Settings::default(), &Shown::default());
        assert_eq!(lines.0.len(), ablations::cells().len());
        assert!(lines.0.iter().all(|line| line.made.is_none() && line.worth.is_none()));
        assert_eq!(lines.source(), None);
    }
}
