//! A person's own series, as it was read.

use std::iter::once;

use crate::{Axis, Chart, Format, Point, Role, Scale, Series, Shape, Side};
use words::brought::words;
use words::format::Measure;

/// The values of a series, perhaps thinned: over time, or over its rows where no time is known. Those at the places `filled`
/// were missing.
#[must_use]
pub fn brought(name: &str, values: &[f64], filled: &[usize], when: &[String], is_timed: bool) -> Chart {
    let points: Vec<Point> = values.iter().enumerate().map(|(place, value)| Point::new(place as f64, *value)).collect();
    let (low, high) = values
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(*value), high.max(*value)));
    let room = if high > low { (high - low) * 0.05 } else { 1.0 };
    let missing = (!filled.is_empty()).then(|| Series {
        name: words().filled_in.to_owned(),
        label: words().filled_in.to_owned(),
        role: Role::Ink,
        shape: Shape::Rings,
        points: filled.iter().filter_map(|place| points.get(*place).copied()).collect(),
    });
    let line = Series { name: name.to_owned(), label: String::new(), role: Role::Ink, shape: Shape::Thin, points };
    let end = |label: Option<&String>| label.cloned().unwrap_or_default();
    Chart {
        headline: format!("{name}: {} – {}", end(when.first()), end(when.last())),
        x: if is_timed {
            Axis::of_times(when)
        } else {
            Axis { title: words().row_axis.to_owned(), ..Axis::of_times(when) }
        },
        y: Axis {
            title: name.to_owned(),
            scale: Scale::Linear(low - room, high + room),
            format: Format::Of(Measure::Number),
        },
        series: once(line).chain(missing).collect(),
        references: vec![],
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}
