//! The spectrum: eigenvalues of a step's Jacobian and of the recurrent weights, and the singular values of
//! the chain at the step in focus.

use nalgebra::DMatrix;

use engine::chain::{eigenvalues, log_singular_values};
use engine::jacobian::Step;
use engine::spectrum::norm2;
use engine::trace::{CellKind, Layer, Quantity};
use measure::Scene;
use words::fill;
use words::format;

use super::chain::from_log;
use crate::html::{cells, table};
use crate::svg::{LEFT, Svg, WIDTH, decadic};
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 5] =
    ["spectrum-cells", "spectrum-circle", "spectrum-bound", "spectrum-values", "spectrum-table"];

/// In the place of a part that takes long: it stays as it is until it is quiet.
pub const LATER: &str = "later";

/// A plain decomposition of a product is right down to about this share of its largest singular value.
const PLAIN: f64 = 1e-13;

/// Eigenvalues of one cell, Pascanu's bound, and all cells' singular values.
pub fn draw(scene: &Scene) -> Vec<String> {
    let cell = scene.state.focus.cell;
    let read = scene.state.settings.read_step();
    let at = scene.state.focus.step.min(read);
    let layer = scene.run.lane(cell).trace.top();
    let jacobian = Step::new(layer, at).jacobian();
    let weights = recurrent(layer);
    let (of_step, of_weights) = (eigenvalues(&jacobian), eigenvalues(&weights));
    let mut parts = vec![
        cells(cell),
        plane(cell, &of_step, &of_weights),
        bound(cell, layer.parameters.form.relu, at, [(&jacobian, &of_step), (&weights, &of_weights)]),
    ];
    if scene.quick {
        parts.extend([LATER.into(), LATER.into()]);
    } else {
        let values = CellKind::ALL.map(|cell| log_singular_values(scene.run.lane(cell).trace.top(), at, read));
        parts.extend([ticks(&values, at, read), numbers(&values)]);
    }
    parts
}

/// The RNN's W_hh; of a gated cell the candidate's rows of it, which stand in the same place.
fn recurrent(layer: &Layer) -> DMatrix<f64> {
    let block = match layer.cell() {
        CellKind::Rnn => Quantity::PreActivation,
        CellKind::Lstm => Quantity::CandidatePre,
        CellKind::Gru => Quantity::NewPre,
    };
    layer.parameters.weight_hh.rows(layer.parameters.row(block), layer.hidden()).into_owned()
}

/// A point of the complex plane.
type Point = (f64, f64);

fn radius(eigenvalues: &[Point]) -> f64 {
    eigenvalues.iter().map(|(re, im)| re.hypot(*im)).fold(0.0, f64::max)
}

fn plane(cell: CellKind, of_step: &[Point], of_weights: &[Point]) -> String {
    const SIDE: f64 = 250.0;
    // In halves, so that the plane stands still while a slider moves a little.
    let reach = ((radius(of_step).max(radius(of_weights)) * 2.0 * 1.02).ceil() / 2.0).max(1.5);
    let (middle_x, middle_y, unit) = (WIDTH / 2.0, SIDE / 2.0, (SIDE / 2.0 - 6.0) / reach);
    let place = |(re, im): &Point| (middle_x + re * unit, middle_y - im * unit);
    let mut svg = Svg::new(SIDE);
    svg.line("grid", (middle_x - reach * unit, middle_y), (middle_x + reach * unit, middle_y));
    svg.line("grid", (middle_x, middle_y - reach * unit), (middle_x, middle_y + reach * unit));
    svg.dot("unit-circle", (middle_x, middle_y), unit);
    svg.text("tick", (middle_x + unit + 9.0, middle_y + 14.0), "1");
    of_weights.iter().for_each(|z| svg.dot("ring", place(z), 4.0));
    of_step.iter().for_each(|z| svg.dot(cell.key(), place(z), 3.0));
    svg.finish(words().spectrum_label)
}

fn bound(cell: CellKind, relu: bool, at: usize, of: [(&DMatrix<f64>, &[Point]); 2]) -> String {
    let words = words();
    let weights = if cell == CellKind::Rnn { words.recurrent } else { words.recurrent_candidate };
    let row = |(name, (matrix, eigenvalues)): (&str, (&DMatrix<f64>, &[Point]))| {
        let (radius, norm) = (format::number(radius(eigenvalues)), format::number(norm2(matrix)));
        format!("<tr><th>{name}</th><td>{radius}</td><td>{norm}</td></tr>")
    };
    let rows: String = [words.jacobian, weights].into_iter().zip(of).map(row).collect();
    let sigma = norm2(of[1].0);
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
