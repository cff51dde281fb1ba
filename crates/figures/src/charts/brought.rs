//! A person's own series, as it was read.

use crate::{Axis, Chart, Format, Point, Role, Scale, Series, Shape, Side};
use words::format::Measure;

/// The values of a series, thinned to every `step`-th of `count` rows.
#[must_use]
pub fn brought(name: &str, values: &[f64], count: usize, [first, last]: &[String; 2]) -> Chart {
    let step = count.div_ceil(values.len().max(1)).max(1);
    let points: Vec<Point> =
        values.iter().enumerate().map(|(place, value)| Point::new((place * step + 1) as f64, *value)).collect();
    let (low, high) =
        values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(*v), high.max(*v)));
    let room = if high > low { (high - low) * 0.05 } else { 1.0 };
    let words = words::brought::words();
    Chart {
        headline: format!("{name}: {first} – {last}"),
        x: Axis {
            title: words.row_axis.to_owned(),
            scale: Scale::Linear(1.0, count.max(2) as f64),
            format: Format::Of(Measure::Count),
        },
        y: Axis {
            title: name.to_owned(),
            scale: Scale::Linear(low - room, high + room),
            format: Format::Of(Measure::Number),
        },
        series: vec![Series {
            name: name.to_owned(),
            label: String::new(),
            role: Role::Ink,
            shape: Shape::Thin,
            points,
        }],
        references: vec![],
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}
