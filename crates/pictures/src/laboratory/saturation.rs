//! Saturation: the slope of every non-linearity, unit by unit and step by step.

use engine::trace::{CellKind, Form, Quantity, Role};
use measure::Scene;
use model::keys::Key;
use words::fill;
use words::format;

use crate::html::{button, cells, ramp, table};
use crate::map::map;
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 6] = [
    "saturation-cells",
    "saturation-gates",
    "saturation-map",
    "saturation-told",
    "saturation-histogram-map",
    "saturation-table",
];

/// Below this part of the largest slope a unit counts as saturated: σ' at 0.1 and 0.9, tanh' at ±0.8.
const SATURATED: f64 = 0.36;
/// Rows of the histogram.
const BINS: usize = 24;

/// The non-linearities of a cell, by their results.
fn results(cell: CellKind) -> &'static [Quantity] {
    use Quantity::*;
    match cell {
        CellKind::Rnn => &[Hidden],
        CellKind::Lstm => &[Forget, Input, Candidate, Output, CellTanh],
        CellKind::Gru => &[Update, Reset, New],
    }
}

/// What makes a result of what it reads.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Function {
    Sigmoid,
    Tanh,
    Relu,
    Linear,
    /// It reads nothing.
    Held,
}

impl Function {
    /// The function behind a result, in a form of a cell.
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

    /// The slope from the result, as a part of the largest.
    fn slope(self, y: f64) -> f64 {
        match self {
            Self::Sigmoid => 4.0 * y * (1.0 - y),
            Self::Tanh => 1.0 - y * y,
            Self::Relu => f64::from(y > 0.0),
            Self::Linear => 1.0,
            Self::Held => 0.0,
        }
    }

    /// The least and the largest result; of these values, where there is no such end.
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

/// The map of slopes of the chosen non-linearity, its histogram, and the share of each that is saturated.
pub fn draw(scene: &Scene) -> Vec<String> {
    let words = words();
    let cell = scene.state.focus.cell;
    let layer = scene.run.lane(cell).trace.top();
    let (steps, units) = (layer.steps(), layer.hidden());
    let chosen = scene.state.settings.name(Key::Gate);
    let all = results(cell);
    let quantity = all.iter().copied().find(|q| Some(q.key()) == chosen).unwrap_or(all[0]);
    let form = &layer.parameters.form;
    let function = Function::of(form, quantity);
    let value = |t: usize, unit: usize| layer.value(quantity, t)[unit];
    let slopes = (0..units).flat_map(|unit| (0..steps).map(move |t| (t, unit)));
    let slopes = slopes.map(|(t, unit)| function.slope(value(t, unit)));
    let (low, high) = function.ends((0..steps).flat_map(|t| layer.value(quantity, t)));
    let width = (high - low).max(f64::MIN_POSITIVE);
    let mut counts = vec![0.0; BINS * steps];
    for t in 0..steps {
        for y in layer.value(quantity, t) {
            let bin = ((y - low) / width * BINS as f64).clamp(0.0, BINS as f64 - 1.0) as usize;
            counts[(BINS - 1 - bin) * steps + t] += 1.0;
        }
    }
    let most = counts.iter().copied().fold(1.0, f64::max);
    let histogram = counts.iter().map(|n| if *n == 0.0 { f64::NAN } else { 0.15 + 0.85 * n / most });
    let share = |quantity: Quantity, steps: std::ops::Range<usize>| {
        let function = Function::of(form, quantity);
        let values = steps.flat_map(|t| layer.value(quantity, t));
        let (saturated, all) = values
            .fold((0, 0), |(saturated, all), y| (saturated + usize::from(function.slope(*y) < SATURATED), all + 1));
        saturated as f64 / all as f64
    };
    let gates: String = all.iter().map(|q| button(Key::Gate, q.key(), q.name(), *q == quantity)).collect();
    let told = fill(
        if function == Function::Relu { words.off } else { words.saturated },
        &[("share", &format::percent(share(quantity, 0..steps)))],
    );
    let over = fill(
        words.histogram,
        &[("name", quantity.name()), ("low", &format::short(low)), ("high", &format::short(high))],
    );
    let flat = |q: Quantity| if Function::of(form, q) == Function::Relu { words.of_steps_off } else { words.of_steps };
    let head = all.iter().map(|q| format!("{}: {}", q.name(), flat(*q)));
    let head: Vec<String> = std::iter::once(words.step.to_owned()).chain(head).collect();
    let rows = (0..steps).map(|t| {
        let shares = all.iter().map(|q| format::percent(share(*q, t..t + 1)));
        std::iter::once((t + 1).to_string()).chain(shares).collect()
    });
    vec![
        cells(cell),
        format!("<div class=\"choices\">{gates}</div>"),
        map(false, steps, slopes),
        ramp(words.slope_none, words.slope_full)
            + &format!("<p class=\"read\">{told}</p><p class=\"read\">{over}</p>")
            + &ramp(words.units_few, words.units_many),
        map(false, steps, histogram),
        table(&head, rows),
    ]
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
    fn a_relu_is_off_and_not_saturated() {
        let (state, _) = State::from_fragment("picture=saturation&cell=rnn&relu=yes");
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        let layer = run.lane(CellKind::Rnn).trace.top();
        let inputs = (0..layer.steps()).flat_map(|t| layer.value(Quantity::PreActivation, t));
        let off = inputs.clone().filter(|a| **a <= 0.0).count() as f64 / inputs.count() as f64;
        let parts =
            draw(&Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false }).concat();
        assert!(parts.contains(&format!("{} of all units and steps are off", format::percent(off))), "{parts}");
        assert!(!parts.contains("tanh") && !parts.contains("saturated"), "{parts}");
    }
}
