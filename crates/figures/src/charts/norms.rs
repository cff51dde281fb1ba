//! The gradient's norm over the steps of training, before clipping and after it.

use crate::{Axis, Chart, Extent, Format, Point, Reference, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::format::Measure;
use words::training::{clip_at, norms_headline, words};

/// The norm over a run's steps of training.
#[derive(Clone, Copy, Debug)]
pub struct NormsOf<'a> {
    /// The cell.
    pub cell: CellKind,
    /// Steps made, and the norm before clipping.
    pub before: &'a [(f64, f64)],
    /// What larger norms are scaled down to; 0 for none.
    pub clip: f64,
    /// The largest before clipping.
    pub most: f64,
    /// The share of steps that were clipped.
    pub clipped: f64,
}

/// The norm before clipping, thin, and after it, along the same steps as a chart of losses.
#[must_use]
pub fn norms(of: &NormsOf, steps: &Extent) -> Chart {
    let words = words();
    let line = |name: &str, role, shape, after: &dyn Fn(f64) -> f64| Series {
        name: name.to_owned(),
        label: String::new(),
        role,
        shape,
        points: of.before.iter().map(|(step, norm)| Point::new(*step, after(*norm))).collect(),
    };
    let clip = (of.clip > 0.0).then_some(of.clip);
    let after = |norm: f64| clip.map_or(norm, |clip| norm.min(clip));
    let numbers = of.before.iter().map(|(_, norm)| *norm).chain(clip);
    Chart {
        headline: norms_headline(of.most, of.clipped),
        x: Axis {
            title: words::figures::words().training_axis.to_owned(),
            scale: steps.x.clone(),
            format: Format::Of(Measure::Count),
        },
        y: Axis {
            title: words.norm_axis.to_owned(),
            scale: Scale::log(numbers, (-1, 0)),
            format: Format::Of(Measure::Number),
        },
        series: vec![
            line(words.before_clipping, Role::Ghost, Shape::Thin, &|norm| norm),
            line(words.after_clipping, Role::Cell(of.cell), Shape::Line, &after),
        ],
        references: clip.into_iter().map(|at| Reference { name: clip_at(at), at }).collect(),
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}
