//! The spectrum: eigenvalues of a step's Jacobian and of the recurrent weights, and the singular values of
//! the chain at the step in focus.

use engine::trace::CellKind;
use measure::Scene;
use measure::spectrum::{Spectrum, Spread};
use words::fill;
use words::format;

use super::chain::from_log;
use crate::html::{cells, table};
use crate::svg::{LEFT, Svg, WIDTH, decadic};
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 5] =
    ["spectrum-cells", "spectrum-circle", "spectrum-bound", "spectrum-values", "spectrum-table"];

/// A plain decomposition of a product is right down to about this share of its largest singular value.
const PLAIN: f64 = 1e-13;

/// Eigenvalues of one cell, Pascanu's bound, and all cells' singular values. Where these are yet to come, their parts stay as
/// they are.
pub fn draw(scene: &Scene, spectrum: &Spectrum) -> Vec<String> {
    let cell = scene.state.focus.cell;
    let relu = scene.run.lane(cell).trace.top().parameters.form.relu;
    let Spectrum { read, at, log_values, .. } = spectrum;
    let mut parts = vec![cells(cell), plane(cell, spectrum), bound(cell, relu, spectrum)];
    if let Some(values) = log_values {
        parts.extend([ticks(values, *at, *read), numbers(values)]);
    }
    parts
}

/// A point of the complex plane.
type Point = (f64, f64);

fn plane(cell: CellKind, Spectrum { jacobian, weights, .. }: &Spectrum) -> String {
    const SIDE: f64 = 250.0;
    // In halves, so that the plane stands still while a slider moves a little.
    let reach = ((jacobian.radius.max(weights.radius) * 2.0 * 1.02).ceil() / 2.0).max(1.5);
    let (middle_x, middle_y, unit) = (WIDTH / 2.0, SIDE / 2.0, (SIDE / 2.0 - 6.0) / reach);
    let place = |(re, im): &Point| (middle_x + re * unit, middle_y - im * unit);
    let mut svg = Svg::new(SIDE);
    svg.line("grid", (middle_x - reach * unit, middle_y), (middle_x + reach * unit, middle_y));
    svg.line("grid", (middle_x, middle_y - reach * unit), (middle_x, middle_y + reach * unit));
    svg.dot("unit-circle", (middle_x, middle_y), unit);
    svg.text("tick", (middle_x + unit + 9.0, middle_y + 14.0), "1");
    weights.eigenvalues.iter().for_each(|z| svg.dot("ring", place(z), 4.0));
    jacobian.eigenvalues.iter().for_each(|z| svg.dot(cell.key(), place(z), 3.0));
    svg.finish(words().spectrum_label)
}

fn bound(cell: CellKind, relu: bool, Spectrum { at, jacobian, weights, .. }: &Spectrum) -> String {
    let words = words();
    let recurrent = if cell == CellKind::Rnn { words.recurrent } else { words.recurrent_candidate };
    let row = |(name, spread): (&str, &Spread)| {
        let (radius, norm) = (format::number(spread.radius), format::number(spread.norm));
        format!("<tr><th>{name}</th><td>{radius}</td><td>{norm}</td></tr>")
    };
    let rows: String = [(words.jacobian, jacobian), (recurrent, weights)].map(row).concat();
    let sigma = weights.norm;
    let told = match cell {
        CellKind::Rnn if sigma < 1.0 => words.pascanu_holds,
        CellKind::Rnn => words.pascanu_open,
        CellKind::Lstm | CellKind::Gru => words.pascanu_gated,
    };
    let caption = fill(words.spectrum_of, &[("cell", cell.name()), ("t", &(at + 1).to_string())]);
    format!(
        "<table class=\"reading\"><caption>{caption}</caption><tbody><tr><td></td><th>{}</th><th>{}</th></tr>{rows}</tbody></table>\
         <p class=\"read\">{}</p>",
        words.rho,
        words.sigma,
        fill(told, &[("sigma", &format::number(sigma)), ("function", if relu { "ReLU" } else { "tanh" })])
    )
}

fn ticks(values: &[Vec<f64>; 3], at: usize, read: usize) -> String {
    const ROW: f64 = 26.0;
    let words = words();
    let finite = || values.iter().flatten().copied().filter(|x| x.is_finite()).map(decadic);
    let span = finite().fold((-1.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
    let by = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0];
    let by = by.into_iter().find(|by| (span.1 - span.0) / by <= 7.0).unwrap_or(1000.0);
    let (low, high) = ((span.0 / by).floor() * by, (span.1 / by).ceil() * by);
    let x = |log: f64| LEFT + (log - low) / (high - low) * (WIDTH - LEFT - 12.0);
    let height = 3.0 * ROW + 22.0;
    let mut svg = Svg::new(height);
    let mut mark = low;
    while mark <= high {
        svg.line(if mark == 0.0 { "one" } else { "grid" }, (x(mark), 2.0), (x(mark), 3.0 * ROW));
        svg.text("tick", (x(mark), 3.0 * ROW + 14.0), &format::decade(mark as i32));
        mark += by;
    }
    for (row, (cell, logs)) in CellKind::ALL.into_iter().zip(values).enumerate() {
        let top = row as f64 * ROW + 4.0;
        svg.text("tick end", (LEFT - 6.0, top + 13.0), cell.name());
        for log in logs.iter().filter(|log| log.is_finite()) {
            let pale = if *log < logs[0] + PLAIN.ln() { " pale" } else { "" };
            let x = x(decadic(*log));
            svg.line(&format!("tock {}{pale}", cell.key()), (x, top), (x, top + ROW - 8.0));
        }
    }
    let zero = values.iter().flatten().filter(|log| **log == f64::NEG_INFINITY).count();
    let all = values.iter().map(Vec::len).sum::<usize>();
    let zero = match zero {
        0 => String::new(),
        n => fill(words.values_zero, &[("n", &n.to_string()), ("all", &all.to_string())]),
    };
    let how = fill(words.values_how, &[("t", &(at + 1).to_string()), ("lag", &(read - at).to_string())]);
    format!("<p class=\"read\">{how} {zero}</p>{}", svg.finish(words.values_label))
}

fn numbers(values: &[Vec<f64>; 3]) -> String {
    let head = std::iter::once(words().rank).chain(CellKind::ALL.map(CellKind::name)).map(str::to_owned);
    let longest = values.iter().map(Vec::len).max().unwrap_or_default();
    let rows = (0..longest).map(|place| {
        let of = |logs: &Vec<f64>| logs.get(place).map_or(String::new(), |log| from_log(*log));
        std::iter::once((place + 1).to_string()).chain(values.iter().map(of)).collect()
    });
    table(&head.collect::<Vec<_>>(), rows)
}
