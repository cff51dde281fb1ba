//! Saturation: the slope of every non-linearity, unit by unit and step by step.

use crate::format;
use crate::keys::Key;
use crate::trace::{CellKind, Quantity, Role};
use crate::words::fill;

use super::View;
use super::html::{button, cells, ramp, table};
use super::map::map;
use super::words::words;

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

/// The slope from the result, as a part of the largest.
fn slope(quantity: Quantity, y: f64) -> f64 {
    if quantity.role() == Role::Gate { 4.0 * y * (1.0 - y) } else { 1.0 - y * y }
}

/// The map of slopes of the chosen non-linearity, its histogram, and the share of each that is saturated.
pub fn draw(view: &View) -> Vec<String> {
    let words = words();
    let cell = view.state.focus.cell;
    let layer = view.run.lane(cell).trace.top();
    let (steps, units) = (layer.steps(), layer.hidden());
    let chosen = view.state.settings.name(Key::Gate);
    let all = results(cell);
    let quantity = all.iter().copied().find(|q| Some(q.key()) == chosen).unwrap_or(all[0]);
    let value = |t: usize, unit: usize| layer.value(quantity, t)[unit];
    let slopes = (0..units).flat_map(|unit| (0..steps).map(move |t| (t, unit)));
    let slopes = slopes.map(|(t, unit)| slope(quantity, value(t, unit)));
    let low = if quantity.role() == Role::Gate { 0.0 } else { -1.0 };
    let mut counts = vec![0.0; BINS * steps];
    for t in 0..steps {
        for y in layer.value(quantity, t) {
            let bin = ((y - low) / (1.0 - low) * BINS as f64).clamp(0.0, BINS as f64 - 1.0) as usize;
            counts[(BINS - 1 - bin) * steps + t] += 1.0;
        }
    }
    let most = counts.iter().copied().fold(1.0, f64::max);
    let histogram = counts.iter().map(|n| if *n == 0.0 { f64::NAN } else { 0.15 + 0.85 * n / most });
    let share = |quantity: Quantity, steps: std::ops::Range<usize>| {
        let values = steps.flat_map(|t| layer.value(quantity, t));
        let (saturated, all) = values
            .fold((0, 0), |(saturated, all), y| (saturated + usize::from(slope(quantity, *y) < SATURATED), all + 1));
        saturated as f64 / all as f64
    };
    let gates: String = all.iter().map(|q| button(Key::Gate, q.key(), q.name(), *q == quantity)).collect();
    let told = fill(words.saturated, &[("share", &format::percent(share(quantity, 0..steps)))]);
    let over = fill(words.histogram, &[("name", quantity.name())]);
    let head = all.iter().map(|q| format!("{}: {}", q.name(), words.of_steps));
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

    #[test]
    fn slopes_are_parts_of_the_largest() {
        assert_eq!(slope(Quantity::Forget, 0.5), 1.0);
        assert!((slope(Quantity::Forget, 0.1) - SATURATED).abs() < 1e-12);
        assert_eq!(slope(Quantity::Hidden, 0.0), 1.0);
        assert!((slope(Quantity::Candidate, -0.8) - SATURATED).abs() < 1e-12);
    }
}
