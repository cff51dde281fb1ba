//! The chain of Jacobians: what all steps do together, and what one step does alone.

use crate::{Axis, Chart, Format, Point, Reference, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::figures::words;
use words::fill;
use words::format::{self, Measure};

/// The chain of a cell, by natural logarithms; NaN where a number was not asked for.
#[derive(Clone, Copy, Debug)]
pub struct ChainOf<'a> {
    /// The cell.
    pub cell: CellKind,
    /// ln ‖∂s_T/∂s_t‖₂ at every step t.
    pub norm: &'a [f64],
    /// ln of the geometric mean of the singular values.
    pub mean: &'a [f64],
    /// ln ‖∂c_T/∂c_t‖₂ of the cell state alone; empty for a cell without one.
    pub cell_norm: &'a [f64],
}

/// The norms of the chain of each cell, from every step to the loss.
#[must_use]
pub fn chain(chains: &[ChainOf], sequence: &[String], at: usize) -> Chart {
    let words = words();
    let mut series = Vec::new();
    for of in chains {
        let role = Role::Cell(of.cell);
        let cell = [("cell", of.cell.name())];
        let rows = [
            (Shape::Dashed, fill(words.chain_mean, &cell), fill(words.chain_mean_name, &cell), of.mean),
            (Shape::Thin, fill(words.chain_cell, &cell), fill(words.chain_cell_name, &cell), of.cell_norm),
            (Shape::Line, of.cell.name().to_owned(), of.cell.name().to_owned(), of.norm),
        ];
        for (shape, label, name, logs) in rows.into_iter().filter(|row| !row.3.is_empty()) {
            // What was not asked for leaves no gap.
            let known = logs.iter().enumerate().filter(|(_, log)| !log.is_nan());
            let points = known.map(|(t, log)| Point::new(t as f64, *log)).collect();
            series.push(Series { name, label, role, shape, points });
        }
    }
    // The mean of a nearly singular product, far below all norms, would press them together.
    let norms = || chains.iter().flat_map(|of| of.norm.iter().chain(of.cell_norm)).copied();
    let least = norms().filter(|log| log.is_finite()).fold(0.0, f64::min);
    let means = chains.iter().flat_map(|of| of.mean).filter(|log| !log.is_nan()).map(|log| log.max(3.0 * least - 10.0));
    Chart {
        headline: headline(chains, sequence, at),
        x: Axis::of_steps(sequence),
        y: Axis {
            title: words.chain_axis.to_owned(),
            scale: Scale::ln(norms().chain(means), (-3, 1)),
            format: Format::Ln,
        },
        series,
        references: vec![Reference { name: words.factor_keeps.to_owned(), at: 0.0 }],
        cursor: Some(at as f64),
        flags: vec![],
        rug: None,
        names: Side::Left,
    }
}

fn headline(chains: &[ChainOf], sequence: &[String], at: usize) -> String {
    let norms = chains.iter().filter_map(|of| of.norm.get(at).map(|log| (of.cell, *log)));
    let most = norms.filter(|(_, log)| !log.is_nan()).max_by(|a, b| a.1.total_cmp(&b.1));
    let Some((cell, log)) = most else { return String::new() };
    let word = sequence.get(at).map_or("", String::as_str);
    let pairs = [("word", word), ("most", &Format::Ln.write(log)), ("cell", cell.name())];
    fill(words().chain_headline, &pairs)
}

/// The norm of each step's own Jacobian, of each cell; NaN where it was not asked for. The cell in focus is drawn strong.
#[must_use]
pub fn factors(cells: &[(CellKind, &[f64])], focus: CellKind, sequence: &[String], at: usize) -> Chart {
    let words = words();
    let series = cells.iter().map(|(cell, factor)| {
        let known = factor.iter().enumerate().filter(|(_, x)| !x.is_nan());
        Series {
            name: cell.name().to_owned(),
            label: cell.name().to_owned(),
            role: Role::Cell(*cell),
            shape: if *cell == focus { Shape::Line } else { Shape::Thin },
            points: known.map(|(t, x)| Point::new(t as f64, *x)).collect(),
        }
    });
    let mut series: Vec<Series> = series.collect();
    // What is strong lies over the others.
    series.sort_by_key(|series| series.shape == Shape::Line);
    let of_focus = cells.iter().find(|(cell, _)| *cell == focus).map_or(&[][..], |(_, factor)| factor);
    let all = series.iter().flat_map(|series| &series.points).map(|point| point.y);
    Chart {
        headline: factor_headline(focus, of_focus),
        x: Axis::of_steps(sequence),
        y: Axis {
            title: words.factor_axis.to_owned(),
            scale: Scale::from_zero(all, (0.0, 1.5), 0.5),
            format: Format::Of(Measure::Number),
        },
        series,
        references: vec![Reference { name: words.factor_keeps.to_owned(), at: 1.0 }],
        cursor: Some(at as f64),
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

/// How many steps of a cell can stretch a gradient.
fn factor_headline(cell: CellKind, factor: &[f64]) -> String {
    let words = words();
    let known = || factor.iter().filter(|x| !x.is_nan());
    // While a slider moves only some steps are known: then no count is told.
    if known().count() == factor.len() {
        let stretch = known().filter(|x| **x > 1.0).count();
        let pairs = [("n", &*format::count(stretch)), ("all", &format::count(factor.len())), ("cell", cell.name())];
        return fill(words.factor_headline, &pairs);
    }
    let most = Format::Of(Measure::Number).write(known().copied().fold(0.0, f64::max));
    fill(words.factor_headline_some, &[("most", &most), ("cell", cell.name())])
}
