//! How much of the gradient is left at every step, on a logarithmic axis.

use crate::{Axis, Chart, Flag, Format, Point, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::figures::words;
use words::fill;
use words::format::{self, Digits, Measure, Unit};

/// What the chart is made of.
#[derive(Clone, Debug)]
pub struct Left<'a> {
    /// The cells, each with ‖λ_t‖ / ‖λ_read‖ at every step.
    pub cells: &'a [(CellKind, &'a [f64])],
    /// The words of the sequence, one a step.
    pub words: &'a [String],
    /// The step, from 0, at which the loss is read. Lines end there.
    pub read: usize,
    /// From this step on the gradient is known.
    pub known_from: usize,
    /// The step that is looked at.
    pub at: usize,
    /// The step whose number is told.
    pub measured: usize,
}

/// The chart of the gradient that is left.
#[must_use]
pub fn gradient_left(of: &Left) -> Chart {
    let words = words();
    let shown = |reach: &&[f64]| reach[..reach.len().min(of.read + 1)].to_vec();
    let series = of.cells.iter().map(|(cell, reach)| Series {
        name: cell.name().to_owned(),
        label: cell.name().to_owned(),
        role: Role::Cell(*cell),
        shape: Shape::Line,
        points: (shown(reach).into_iter().enumerate())
            .map(|(t, share)| Point { is_faint: t < of.known_from, ..Point::new(t as f64, share) })
            .collect(),
    });
    let all = of.cells.iter().flat_map(|(_, reach)| shown(reach));
    Chart {
        headline: headline(of),
        x: Axis::of_steps(of.words),
        y: Axis {
            title: words.left_axis.to_owned(),
            scale: Scale::log(all, (-2, 0)),
            format: Format::Of(Measure::Share),
        },
        series: series.collect(),
        references: vec![],
        cursor: Some(of.at as f64),
        flags: vec![
            Flag { name: words.measured_here.to_owned(), role: Role::Backward, at: of.measured as f64 },
            Flag { name: words.loss_here.to_owned(), role: Role::Backward, at: of.read as f64 },
        ],
        rug: None,
        names: Side::Left,
    }
}

/// Which cell keeps the most and which the least at the step whose number is told.
fn headline(of: &Left) -> String {
    let shares = of.cells.iter().filter_map(|(cell, reach)| reach.get(of.measured).map(|share| (*cell, *share)));
    let shares: Vec<(CellKind, f64)> = shares.filter(|(_, share)| !share.is_nan()).collect();
    let word = of.words.get(of.measured).map_or("", String::as_str);
    let by = |a: &&(CellKind, f64), b: &&(CellKind, f64)| a.1.total_cmp(&b.1);
    let (Some(most), Some(least)) = (shares.iter().max_by(by), shares.iter().min_by(by)) else {
        return String::new();
    };
    // One unit, so that they can be compared.
    let group = format::Group::new(Measure::Share, shares.iter().map(|(_, share)| *share));
    let much = group.write(most.1, Digits::Headline);
    let words = words();
    let (one, several) = match group.unit() {
        Unit::Times => (words.grown_headline_one, words.grown_headline),
        _ => (words.left_headline_one, words.left_headline),
    };
    if shares.len() == 1 {
        return fill(one, &[("much", &much), ("word", word)]);
    }
    let little = group.write(least.1, Digits::Headline);
    let named =
        [("most", most.0.name()), ("much", &much), ("least", least.0.name()), ("little", &little), ("word", word)];
    fill(several, &named)
}
