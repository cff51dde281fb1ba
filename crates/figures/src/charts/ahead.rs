//! Forecasts several steps ahead, from a network's own forecasts: one path, and the errors by the distance.

use crate::{Axis, Chart, Format, Point, Reference, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::format::Measure;
use words::training::words;

/// How far a path may widen the axis beyond what is true, as a share of its span: one that runs away would flatten it all.
const WIDER: f64 = 1.5;

/// A path beside the truth.
#[derive(Clone, Copy, Debug)]
pub struct AheadOf<'a> {
    /// The cell that forecasts.
    pub cell: CellKind,
    /// What each place is called.
    pub labels: &'a [String],
    /// The numbers; as many as labels.
    pub truths: &'a [f64],
    /// The forecasts one step ahead; as many as labels.
    pub forecasts: &'a [f64],
    /// The place of the last number that is read.
    pub origin: usize,
    /// The forecasts from the network's own forecasts, of the places that follow.
    pub path: &'a [f64],
    /// What the numbers are called, with their unit; may be empty.
    pub title: &'a str,
}

/// The numbers in grey, and from the origin on two lines of forecasts: thick from their own, dashed from true values.
#[must_use]
pub fn ahead(headline: String, of: &AheadOf) -> Chart {
    let words = words();
    let last = of.truths.get(of.origin).copied().unwrap_or_default();
    let points = |from: usize, values: &[f64]| -> Vec<Point> {
        values.iter().enumerate().map(|(n, y)| Point::new((from + n) as f64, *y)).collect()
    };
    let next = (of.origin + 1).min(of.labels.len());
    let path: Vec<f64> = [last].into_iter().chain(of.path.iter().copied()).collect();
    let series =
        |name: &str, role, shape, points| Series { name: name.to_owned(), label: name.to_owned(), role, shape, points };
    let cell = Role::Cell(of.cell);
    let known = || of.truths.iter().chain(&of.forecasts[next..]).copied();
    Chart {
        headline,
        x: Axis::of_times(of.labels),
        y: Axis {
            title: if of.title.is_empty() { words.value_axis } else { of.title }.to_owned(),
            scale: around(known(), of.path),
            format: Format::Of(Measure::Number),
        },
        series: vec![
            series(words.truth, Role::Ghost, Shape::Thin, points(0, of.truths)),
            series(words.one_step, cell, Shape::Dashed, points(next, &of.forecasts[next..])),
            series(words.on_its_own, cell, Shape::Line, points(of.origin, &path)),
        ],
        references: vec![Reference { name: words.last_value.to_owned(), at: last }],
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

/// A scale round known numbers, and round a path as far as it stays near them.
fn around(known: impl Iterator<Item = f64>, path: &[f64]) -> Scale {
    let hold = |(low, high): (f64, f64), y: f64| (low.min(y), high.max(y));
    let (low, high) = known.filter(|y| y.is_finite()).fold((f64::INFINITY, f64::NEG_INFINITY), hold);
    if low >= high {
        return Scale::Linear(low.min(0.0), low.max(0.0) + 1.0);
    }
    let far = WIDER * (high - low);
    let near = path.iter().filter(|y| y.is_finite()).map(|y| y.clamp(low - far, high + far));
    let (low, high) = near.fold((low, high), hold);
    let room = 0.04 * (high - low);
    Scale::Linear(low - room, high + room)
}

/// The errors of the cells at each distance, from 1, and those of the last value, held.
#[must_use]
pub fn distances(headline: String, cells: &[(CellKind, &[f64])], held: &[f64], title: &str) -> Chart {
    let words = words();
    let points = |errors: &[f64]| errors.iter().enumerate().map(|(k, error)| Point::new(k as f64, *error)).collect();
    let series = |name: &str, role, shape, errors: &[f64]| Series {
        name: name.to_owned(),
        label: name.to_owned(),
        role,
        shape,
        points: points(errors),
    };
    let most = held.iter().copied().filter(|error| error.is_finite()).fold(0.0, f64::max);
    let of_cells = cells.iter().flat_map(|(_, errors)| *errors).copied().filter(|error| error.is_finite());
    let most =
        of_cells.map(|error| if most > 0.0 { error.min((1.0 + WIDER) * most) } else { error }).fold(most, f64::max);
    let mut all = vec![series(words.last_value, Role::Ghost, Shape::Dashed, held)];
    all.extend(cells.iter().map(|(cell, errors)| series(cell.name(), Role::Cell(*cell), Shape::Line, errors)));
    Chart {
        headline,
        x: Axis {
            title: words.ahead_axis.to_owned(),
            scale: Scale::counted(held.len().max(1)),
            format: Format::Of(Measure::Count),
        },
        y: Axis {
            title: title.to_owned(),
            scale: Scale::Linear(0.0, if most > 0.0 { 1.04 * most } else { 1.0 }),
            format: Format::Of(Measure::Number),
        },
        series: all,
        references: vec![],
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}
