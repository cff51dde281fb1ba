//! Saturation: the slope of every non-linearity, for each unit and step.

use serde::{Deserialize, Serialize};

use std::ops::Range;

use engine::trace::{CellKind, Form, Layer, Quantity, Role};
use model::keys::Key;

use crate::scene::Scene;

/// A unit is saturated if its slope is below this fraction of the function's largest slope: σ at 0.1 and 0.9, tanh at
/// ±0.8.
const SATURATED: f64 = 0.36;
/// Bins of the histogram.
pub const BINS: usize = 24;

/// A non-linearity's function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Function {
    /// σ.
    Sigmoid,
    /// tanh.
    Tanh,
    /// max(0, a).
    Relu,
    /// The identity.
    Linear,
    /// None: the result is held at a constant.
    Held,
}

impl Function {
    /// The function whose result is `quantity`, in a form of a cell.
    fn of(form: &Form, quantity: Quantity) -> Self {
        match quantity {
            _ if form.frozen(quantity).is_some() => Self::Held,
            _ if quantity.role() == Role::Gate => Self::Sigmoid,
            Quantity::Hidden if form.relu => Self::Relu,
            Quantity::Candidate if form.linear_candidate => Self::Linear,
            Quantity::CellTanh if form.linear_output => Self::Linear,
            _ => Self::Tanh,
        }
    }

    /// The slope, given the result y, as a fraction of the function's largest slope.
    fn slope(self, y: f64) -> f64 {
        match self {
            Self::Sigmoid => 4.0 * y * (1.0 - y),
            Self::Tanh => 1.0 - y * y,
            Self::Relu => f64::from(y > 0.0),
            Self::Linear => 1.0,
            Self::Held => 0.0,
        }
    }

    /// The range of the function's results; where it has no bound, the range of `values`.
    fn ends<'a>(self, values: impl Iterator<Item = &'a f64>) -> (f64, f64) {
        let (low, high) = match self {
            Self::Sigmoid | Self::Held => return (0.0, 1.0),
            Self::Tanh => return (-1.0, 1.0),
            Self::Relu => (0.0, 0.0),
            Self::Linear => (-1.0, 1.0),
        };
        values.filter(|y| y.is_finite()).fold((low, high), |(low, high), y| (low.min(*y), high.max(*y)))
    }
}

/// The non-linearities of a cell, named by their results.
fn results(cell: CellKind) -> &'static [Quantity] {
    use Quantity::*;
    match cell {
        CellKind::Rnn => &[Hidden],
        CellKind::Lstm => &[Forget, Input, Candidate, Output, CellTanh],
        CellKind::Gru => &[Update, Reset, New],
    }
}

/// One non-linearity of a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Nonlinearity {
    /// The result, such as a gate.
    pub quantity: Quantity,
    /// The function.
    pub function: Function,
    /// The share of saturated units over all steps, from 0 to 1; for a ReLU the share of units at 0.
    pub share: f64,
    /// The share of saturated units at each step.
    pub shares: Vec<f64>,
}

impl Nonlinearity {
    fn of(layer: &Layer, quantity: Quantity) -> Self {
        let function = Function::of(&layer.parameters.form, quantity);
        let share = |steps: Range<usize>| {
            let values = steps.flat_map(|t| layer.value(quantity, t));
            let (saturated, all) = values
                .fold((0, 0), |(saturated, all), y| (saturated + usize::from(function.slope(*y) < SATURATED), all + 1));
            saturated as f64 / all as f64
        };
        let steps = layer.steps();
        Self { quantity, function, share: share(0..steps), shares: (0..steps).map(|t| share(t..t + 1)).collect() }
    }
}

/// The saturation of the non-linearities of the cell in focus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saturation {
    /// Every non-linearity of the cell.
    pub all: Vec<Nonlinearity>,
    /// The index in `all` of the one shown.
    pub chosen: usize,
    /// Its slope as a fraction of the largest, H × T, row-major.
    pub slopes: Vec<f64>,
    /// The range of the histogram: smallest and largest result.
    pub ends: (f64, f64),
    /// The number of units in each bin at each step, [`BINS`] × T, row-major, from the largest results to the smallest.
    pub counts: Vec<usize>,
}

impl Saturation {
    /// Computes slopes and histogram of the chosen non-linearity, and the shares of all.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let cell = scene.state.focus.cell;
        let layer = scene.run.lane(cell).trace.top();
        let name = scene.state.settings.name(Key::Gate);
        let all: Vec<_> = results(cell).iter().map(|quantity| Nonlinearity::of(layer, *quantity)).collect();
        let chosen = all.iter().position(|own| Some(own.quantity.key()) == name).unwrap_or(0);
        let Nonlinearity { quantity, function, .. } = all[chosen];
        let steps = layer.steps();
        let slope = |unit: usize, t: usize| function.slope(layer.value(quantity, t)[unit]);
        let slopes = (0..layer.hidden()).flat_map(|unit| (0..steps).map(move |t| (unit, t)));
        let slopes = slopes.map(|(unit, t)| slope(unit, t)).collect();
        let (low, high) = function.ends((0..steps).flat_map(|t| layer.value(quantity, t)));
        let width = (high - low).max(f64::MIN_POSITIVE);
        let mut counts = vec![0; BINS * steps];
        for t in 0..steps {
            for y in layer.value(quantity, t) {
                let bin = ((y - low) / width * BINS as f64).clamp(0.0, BINS as f64 - 1.0) as usize;
                counts[(BINS - 1 - bin) * steps + t] += 1;
            }
        }
        Self { all, chosen, slopes, ends: (low, high), counts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    #[test]
    fn slopes_are_parts_of_the_largest() {
        let of = |quantity| Function::of(&Form::default(), quantity);
        assert_eq!(of(Quantity::Forget).slope(0.5), 1.0);
        assert!((of(Quantity::Forget).slope(0.1) - SATURATED).abs() < 1e-12);
        assert_eq!(of(Quantity::Hidden).slope(0.0), 1.0);
        assert!((of(Quantity::Candidate).slope(-0.8) - SATURATED).abs() < 1e-12);
        let relu = Function::of(&Form::default().with_relu(), Quantity::Hidden);
        assert_eq!([-1.0, 0.0, 0.3, 5.0].map(|y| relu.slope(y)), [0.0, 0.0, 1.0, 1.0]);
        let held = Form::default().with_frozen(Quantity::Forget, 0.5);
        assert_eq!(Function::of(&held, Quantity::Forget).slope(0.5), 0.0, "a gate that is held hears nothing");
    }

    #[test]
    fn a_relu_is_off_where_what_it_reads_is_not_positive() {
        let (state, _) = State::from_fragment("picture=saturation&cell=rnn&relu=yes");
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        let layer = run.lane(CellKind::Rnn).trace.top();
        let inputs = (0..layer.steps()).flat_map(|t| layer.value(Quantity::PreActivation, t));
        let off = inputs.clone().filter(|a| **a <= 0.0).count() as f64 / inputs.count() as f64;
        let scene = Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false };
        let found = Saturation::of(&scene);
        assert_eq!((found.all.len(), found.all[0].function, found.all[0].share), (1, Function::Relu, off));
        assert!(found.slopes.iter().all(|slope| *slope == 0.0 || *slope == 1.0));
        assert_eq!(found.counts.iter().sum::<usize>(), layer.steps() * layer.hidden());
    }
}
