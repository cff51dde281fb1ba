//! The end of a series with a network's forecasts.

use crate::{Axis, Chart, Format, Point, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::format::Measure;
use words::training::words;

/// The end of a series; all lists but the last have the same length.
#[derive(Clone, Copy, Debug)]
pub struct ForecastOf<'a> {
    /// The cell that forecasts.
    pub cell: CellKind,
    /// What each place is called.
    pub labels: &'a [String],
    /// The numbers.
    pub truths: &'a [f64],
    /// The forecasts.
    pub forecasts: &'a [f64],
    /// Half the width of the band round the forecasts.
    pub band: f64,
    /// Places whose number is far from its forecast.
    pub odd: &'a [usize],
    /// What the numbers are called, with their unit; may be empty.
    pub title: &'a str,
}

/// The numbers in grey, the forecasts with their band, and rings where a number is far from its forecast.
#[must_use]
pub fn forecast(headline: String, of: &ForecastOf) -> Chart {
    let words = words();
    let point = |(n, y): (usize, &f64)| Point::new(n as f64, *y);
    let series =
        |name: &str, role, shape, points| Series { name: name.to_owned(), label: String::new(), role, shape, points };
    let around = |point: Point| Point { spread: Some((point.y - of.band, point.y + of.band)), ..point };
    let forecasts = of.forecasts.iter().enumerate().map(point).map(around).collect();
    let rings = of.odd.iter().filter_map(|n| of.truths.get(*n).map(|y| Point::new(*n as f64, *y))).collect();
    let ends = of.truths.iter().copied().chain(of.forecasts.iter().flat_map(|y| [y - of.band, y + of.band]));
    let (low, high) = (ends.filter(|y| y.is_finite()))
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), y| (f64::min(low, y), f64::max(high, y)));
    let (low, high) = if low < high { (low, high) } else { (0.0, 1.0) };
    let room = 0.04 * (high - low);
    let title = if of.title.is_empty() { words.value_axis } else { of.title };
    Chart {
        headline,
        x: Axis::of_times(of.labels),
        y: Axis {
            title: title.to_owned(),
            scale: Scale::Linear(low - room, high + room),
            format: Format::Of(Measure::Number),
        },
        series: vec![
            series(words.truth, Role::Ghost, Shape::Thin, of.truths.iter().enumerate().map(point).collect()),
            series(words.forecast_line, Role::Cell(of.cell), Shape::Line, forecasts),
            series(words.far_line, Role::Ink, Shape::Rings, rings),
        ],
        references: vec![],
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}
