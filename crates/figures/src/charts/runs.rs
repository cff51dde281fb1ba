//! The losses of a network that is trained with several seeds, a line a seed.

use crate::{Axis, Chart, Extent, Format, Point, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::figures::words;
use words::fill;
use words::format::Measure;

/// The least number of steps that an axis reaches.
const LEAST: f64 = 10.0;

/// A network that is trained with several seeds.
#[derive(Clone, Copy, Debug)]
pub struct Seeds<'a> {
    /// Its cell.
    pub cell: CellKind,
    /// Of each seed: steps made, and the loss. Empty before it has begun.
    pub seeds: &'a [Vec<(f64, f64)>],
}

/// What the axes of some networks reach that stand side by side: all their steps, and whole decades that hold all losses.
#[must_use]
pub fn seeds_extent(all: &[Seeds], steps: usize) -> Extent {
    let points = || all.iter().flat_map(|own| own.seeds).flatten();
    let last = points().map(|(step, _)| *step).fold(LEAST.max(steps as f64), f64::max);
    let losses = points().map(|(_, loss)| *loss).filter(|loss| *loss > 0.0);
    Extent { x: Scale::Linear(0.0, last), y: Scale::log(losses, (-1, 0)) }
}

/// The chart of one of them.
#[must_use]
pub fn seeds(of: &Seeds, extent: &Extent) -> Chart {
    let words = words();
    let line = |(seed, points): (usize, &Vec<(f64, f64)>)| Series {
        name: fill(words.seed_line, &[("n", &(seed + 1).to_string())]),
        label: String::new(),
        role: Role::Cell(of.cell),
        shape: Shape::Line,
        points: points.iter().map(|(step, loss)| Point::new(*step, *loss)).collect(),
    };
    Chart {
        headline: String::new(),
        x: Axis { title: words.training_axis.to_owned(), scale: extent.x.clone(), format: Format::Of(Measure::Count) },
        y: Axis { title: words.loss_axis.to_owned(), scale: extent.y.clone(), format: Format::Of(Measure::Number) },
        series: of.seeds.iter().enumerate().map(line).collect(),
        references: vec![],
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}
