//! The singular values of the chain, from the largest to the smallest.

use crate::{Axis, Chart, Format, Point, Reference, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::figures::words;
use words::fill;
use words::format::{Digits, Measure};

/// A plain decomposition of a product is right down to about this share of its largest singular value. Below, points
/// are faint.
const PLAIN: f64 = 1e-13;

/// The singular values of ∂s_T/∂s_t of each cell, as natural logarithms, the largest first, so many steps before the
/// loss.
#[must_use]
pub fn spectrum(values: &[(CellKind, &[f64])], lag: usize) -> Chart {
    let words = words();
    let series = values.iter().map(|(cell, logs)| {
        let plain = logs.first().map_or(f64::NEG_INFINITY, |largest| largest + PLAIN.ln());
        let point = |(n, log): (usize, &f64)| Point { is_faint: *log < plain, ..Point::new(n as f64, *log) };
        Series {
            name: cell.name().to_owned(),
            label: cell.name().to_owned(),
            role: Role::Cell(*cell),
            shape: Shape::Line,
            points: logs.iter().enumerate().map(point).collect(),
        }
    });
    let ranks = values.iter().map(|(_, logs)| logs.len()).max().unwrap_or_default();
    let all = values.iter().flat_map(|(_, logs)| logs.iter().copied());
    Chart {
        headline: headline(values, lag),
        x: Axis { title: words.rank_axis.to_owned(), scale: Scale::counted(ranks), format: Format::Of(Measure::Count) },
        y: Axis { title: words.spectrum_axis.to_owned(), scale: Scale::ln(all, (-1, 0)), format: Format::Ln },
        series: series.collect(),
        references: vec![Reference { name: words.spectrum_keeps.to_owned(), at: 0.0 }],
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

/// What the cell with the largest value keeps along its largest and its smallest direction.
fn headline(values: &[(CellKind, &[f64])], lag: usize) -> String {
    let ends = values.iter().filter_map(|(cell, logs)| Some((*cell, *logs.first()?, *logs.last()?)));
    let Some((cell, most, least)) = ends.max_by(|a, b| a.1.total_cmp(&b.1)) else { return String::new() };
    let group = Format::Ln.group([most, least]);
    let write = |log| group.write(log, Digits::Headline);
    let pairs = [("lag", &*lag.to_string()), ("most", &write(most)), ("least", &write(least)), ("cell", cell.name())];
    fill(words().spectrum_headline, &pairs)
}
