//! The states of a trained network over many sequences, on their two principal axes, and how well these tell what each state should
//! hold.

use nalgebra::DMatrix;

use engine::axes::{Axes, Fit, RIDGE};
use engine::trace::{Parameters, Quantity};
use engine::train::{Batch, Target};

use crate::follow::read;
use crate::task::{Draw, Level, Part};

/// Sequences whose states are taken.
pub const SEQUENCES: usize = 60;

/// The tasks of which it is known what a state should hold.
pub const TASKS: [&str; 3] = ["parity", "agreement", "adding"];

/// What a state should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// One of two classes: −1 or 1.
    Class,
    /// A number.
    Number,
}

/// A state that is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// The sequence, from 0.
    pub sequence: usize,
    /// The step, from 0.
    pub step: usize,
    /// What the state after that step should hold.
    pub number: f64,
}

/// The states of a network, as far as they have been read.
pub struct Reading {
    parameters: Parameters,
    batch: Batch,
    holds: Holds,
    held: Vec<Held>,
    /// The states, one after the other.
    states: Vec<f64>,
    next: usize,
}

/// States on their axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// The axes.
    pub axes: Axes,
    /// What each state should hold, and where it stands on the axes.
    pub places: Vec<(Held, [f64; 2])>,
    /// What is held, guessed from a place on the axes: of classes a straight cut.
    pub fit: Fit,
    /// How well that is told.
    pub told: Told,
}

/// How well it is told what states should hold: of classes the share of states on the right side of a straight cut, of numbers R².
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told {
    /// By the axes: of classes by a cut through the plane of both, of numbers by the first.
    pub by_axes: f64,
    /// The same, of the states after the last step alone; numbers have a slope of their own there.
    pub at_end: f64,
    /// By all units, fitted to half of the sequences and counted on the others.
    pub by_all: f64,
}

/// What states of a task should hold; `None` if that is not known.
#[must_use]
pub fn holds(level: &Level) -> Option<Holds> {
    let key = level.task().key;
    TASKS.contains(&key).then_some(if key == "adding" { Holds::Number } else { Holds::Class })
}

/// What the states of a sequence of a batch should hold, step by step; `None` before anything is to be held.
#[must_use]
pub fn held(level: &Level, batch: &Batch, sequence: usize) -> Vec<Option<f64>> {
    let inputs = (level.task().inputs)(level);
    let class = |class: u32| if class == 1 { 1.0 } else { -1.0 };
    let mut sum = 0.0;
    let at = |t: usize| match &batch.target {
        Target::Class(right) if batch.asked.len() == batch.steps => Some(class(right[t * batch.sequences + sequence])),
        // The noun is the second word.
        Target::Class(right) => (t > 0).then(|| class(right[sequence])),
        Target::Value(_) => {
            let row = &batch.x[(t * batch.sequences + sequence) * inputs..][..inputs];
            sum += f64::from(row[0]) * f64::from(row[1]);
            Some(sum)
        }
    };
    (0..batch.steps).map(at).collect()
}

impl Reading {
    /// Draws sequences of the validation set; none is read yet. `None` if it is not known what states should hold.
    #[must_use]
    pub fn new(parameters: &Parameters, level: &Level, seed: u64) -> Option<Self> {
        let holds = holds(level)?;
        let batch = (level.task().draw)(&mut Draw::new(seed, Part::Validation), level, SEQUENCES, Part::Validation);
        let own = |sequence: usize| held(level, &batch, sequence);
        let held = (0..batch.sequences).flat_map(|sequence| {
            let steps = own(sequence).into_iter().enumerate();
            steps.filter_map(move |(step, number)| Some(Held { sequence, step, number: number? }))
        });
        let held = held.collect();
        Some(Self { parameters: parameters.clone(), holds, held, states: vec![], next: 0, batch })
    }

    /// How many sequences are read, and how many there are.
    #[must_use]
    pub fn done(&self) -> (usize, usize) {
        (self.next, self.batch.sequences)
    }

    /// Reads the next sequence; whether there was one.
    pub fn advance(&mut self) -> bool {
        let sequence = self.next;
        if sequence == self.batch.sequences {
            return false;
        }
        let layer = read(&self.parameters, &self.batch, sequence);
        for held in self.held.iter().filter(|held| held.sequence == sequence) {
            self.states.extend(layer.value(Quantity::Hidden, held.step));
        }
        self.next += 1;
        true
    }

    /// The states on their axes. `None` before all are read.
    #[must_use]
    pub fn spread(&self) -> Option<Spread> {
        let is_whole = self.next == self.batch.sequences;
        is_whole.then(|| spread(&self.states, &self.held, self.holds, self.batch.steps - 1))
    }
}

/// States, one after the other, on their axes.
///
/// # Panics
/// If there are fewer than two.
#[must_use]
pub fn spread(states: &[f64], held: &[Held], holds: Holds, last: usize) -> Spread {
    let states = DMatrix::from_row_slice(held.len(), states.len() / held.len(), states);
    let numbers: Vec<f64> = held.iter().map(|held| held.number).collect();
    let axes = Axes::of(&states, &numbers);
    let row = |n: usize| states.row(n).iter().copied().collect::<Vec<f64>>();
    let places: Vec<[f64; 2]> = (0..held.len()).map(|n| axes.place(&row(n))).collect();
    let used = if holds == Holds::Class { 2 } else { 1 };
    let on_axes = DMatrix::from_fn(held.len(), used, |n, axis| places[n][axis]);
    let score = |fit: &Fit, rows: &DMatrix<f64>, own: &[f64]| match holds {
        Holds::Class => fit.right(rows, own),
        Holds::Number => fit.explained(rows, own),
    };
    let only = |all: &DMatrix<f64>, is_one: &dyn Fn(&Held) -> bool| {
        let those: Vec<usize> = (0..held.len()).filter(|n| is_one(&held[*n])).collect();
        (all.select_rows(&those), those.iter().map(|n| numbers[*n]).collect::<Vec<f64>>())
    };
    let fit = Fit::of(&on_axes, &numbers, 0.0);
    let (end, end_held) = only(&on_axes, &|held| held.step == last);
    let at_end = match holds {
        Holds::Class => fit.right(&end, &end_held),
        Holds::Number => Fit::of(&end, &end_held, 0.0).explained(&end, &end_held),
    };
    let (some, some_held) = only(&states, &|held| held.sequence % 2 == 0);
    let (others, others_held) = only(&states, &|held| held.sequence % 2 == 1);
    let by_all = score(&Fit::of(&some, &some_held, RIDGE), &others, &others_held);
    let told = Told { by_axes: score(&fit, &on_axes, &numbers), at_end, by_all };
    Spread { axes, places: held.iter().copied().zip(places).collect(), fit, told }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::Sets;
    use crate::training::{Setup, read_shipped};
    use engine::trace::CellKind;
    use model::settings::State;

    /// The spread of a cell's network that ships with the page.
    fn shipped(task: &str, cell: CellKind) -> Told {
        let setup = Setup::new(&State::from_fragment(&format!("task={task}")).0.settings, &Sets::default()).0;
        let file = format!("{}/../../static/weights/{task}.bin", env!("CARGO_MANIFEST_DIR"));
        let all = read_shipped(&std::fs::read(file).unwrap(), &setup).unwrap();
        let mut reading = Reading::new(&all[cell as usize].weights.layers[0], &setup.level, setup.seed).unwrap();
        while reading.advance() {}
        reading.spread().unwrap().told
    }

    /// What the picture is to show; and that an RNN may know parity where its main axes do not show it.
    #[test]
    fn gated_networks_show_on_two_axes_what_they_hold() {
        for cell in CellKind::ALL {
            for task in TASKS {
                let told = shipped(task, cell);
                println!("{task} {cell:?} {told:?}");
                let gated = cell != CellKind::Rnn;
                match task {
                    "parity" => assert!((told.by_axes > 0.99) == gated && told.by_all > 0.99, "{cell:?} {told:?}"),
                    "agreement" => {
                        assert!((told.by_axes > 0.9) == gated && (told.at_end > 0.95) == gated, "{cell:?} {told:?}")
                    }
                    _ => assert!((told.at_end > 0.9) == gated && (told.by_axes > 0.5) == gated, "{cell:?} {told:?}"),
                }
            }
        }
    }
}
