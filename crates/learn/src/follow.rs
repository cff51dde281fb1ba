//! Which units follow what a sequence is about: the correlation of their states with the right class, over many sequences.

use engine::trace::{CellKind, Layer, Parameters, Quantity, Series};
use engine::train::{Batch, Target};

use crate::task::{Draw, Level, Part};

/// Sequences over which a unit's state is compared with the class.
pub const SEQUENCES: usize = 100;

/// A unit follows the class if its correlation with it is farther from 0 than this.
pub const FOLLOWS: f64 = 0.9;

/// What a unit holds from step to step: the cell state of an LSTM, the hidden state of the other cells.
#[must_use]
pub fn held(cell: CellKind) -> Quantity {
    match cell {
        CellKind::Lstm => Quantity::Cell,
        CellKind::Rnn | CellKind::Gru => Quantity::Hidden,
    }
}

/// Runs a layer forward over one sequence of a batch.
#[must_use]
pub fn read(parameters: &Parameters, batch: &Batch, sequence: usize) -> Layer {
    let inputs = parameters.input();
    let row = |t: usize| &batch.x[(t * batch.sequences + sequence) * inputs..][..inputs];
    let x = (0..batch.steps).flat_map(row).map(|x| f64::from(*x)).collect();
    engine::read(parameters.clone(), Series::new(inputs, x))
}

/// The correlation of each unit's last state with the class, over [`SEQUENCES`] sequences of the validation set.
#[must_use]
pub fn correlations(parameters: &Parameters, level: &Level, seed: u64) -> Vec<f64> {
    let mut draws = Draw::new(seed, Part::Validation);
    let batch = (level.task().draw)(&mut draws, level, SEQUENCES, Part::Validation);
    correlations_in(parameters, &batch)
}

/// Pearson's correlation of each unit's last state with the class, over a batch: class 1 counts as +1, any other as −1. A unit
/// whose state never changes has 0. Empty where the batch asks for no class.
#[must_use]
pub fn correlations_in(parameters: &Parameters, batch: &Batch) -> Vec<f64> {
    let Target::Class(right) = &batch.target else { return vec![] };
    let classes: Vec<f64> = right.iter().map(|class| if *class == 1 { 1.0 } else { -1.0 }).collect();
    let states: Vec<Vec<f64>> = (0..batch.sequences)
        .map(|sequence| read(parameters, batch, sequence).value(held(parameters.cell), batch.steps - 1).to_vec())
        .collect();
    (0..parameters.hidden())
        .map(|unit| {
            let state: Vec<f64> = states.iter().map(|state| state[unit]).collect();
            correlation(&state, &classes)
        })
        .collect()
}

/// Pearson's correlation of two lists of the same length; 0 where one of them is constant.
#[must_use]
pub fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len() as f64;
    let (mean_a, mean_b) = (mean(a), mean(b));
    let sum = |of: fn(f64, f64) -> f64| a.iter().zip(b).map(|(x, y)| of(x - mean_a, y - mean_b)).sum::<f64>();
    let size = (sum(|x, _| x * x) * sum(|_, y| y * y)).sqrt();
    if size > 0.0 { sum(|x, y| x * y) / size } else { 0.0 }
}

/// How many units follow the class.
#[must_use]
pub fn followers(correlations: &[f64]) -> usize {
    correlations.iter().filter(|r| r.abs() > FOLLOWS).count()
}
