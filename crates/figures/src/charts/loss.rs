//! The loss over the steps of training, with what it's compared with.

use crate::{Axis, Chart, Extent, Format, Point, Reference, Role, Rug, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::figures::words;
use words::fill;
use words::format::{self, Measure};

/// A baseline that is lower than this doesn't stretch the axis.
const LOWEST: f64 = 1e-5;

/// The loss of some steps of training together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// Steps made.
    pub step: f64,
    /// The mean loss of all seeds.
    pub mean: f64,
    /// The lowest of all seeds.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

/// A cell's run.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// The cell.
    pub cell: CellKind,
    /// Its losses, the first first.
    pub samples: &'a [Sample],
    /// More than one seed is trained.
    pub has_seeds: bool,
}

/// What the axes of a run reach: steps rounded up, so that they move seldom, but not beyond `last`; whole decades that
/// hold all losses and what they are compared with.
#[must_use]
pub fn extent(runs: &[Run], compared: &[(String, f64)], last: usize) -> Extent {
    let step = runs.iter().flat_map(|run| run.samples).map(|sample| sample.step).fold(100.0, f64::max);
    // Three to the power of ten: 100, 200, 500, 1,000 and so on.
    let power = 10_f64.powi(step.log10().floor() as i32);
    let end = [1.0, 2.0, 5.0, 10.0].into_iter().map(|by| by * power).find(|end| *end >= step).unwrap_or(step);
    let losses = runs.iter().flat_map(|run| run.samples).flat_map(|sample| [sample.low, sample.high]);
    let around = compared.iter().map(|(_, loss)| loss.max(LOWEST));
    Extent { x: Scale::Linear(0.0, end.min(last.max(100) as f64)), y: Scale::log(losses.chain(around), (-1, 0)) }
}

/// The chart of some runs, with the losses that they are compared with, by name.
#[must_use]
pub fn losses(runs: &[Run], compared: &[(String, f64)], extent: &Extent) -> Chart {
    let words = words();
    let series = runs.iter().map(|run| Series {
        name: run.cell.name().to_owned(),
        label: run.cell.name().to_owned(),
        role: Role::Cell(run.cell),
        shape: Shape::Line,
        points: (run.samples.iter())
            .map(|sample| Point {
                spread: run.has_seeds.then_some((sample.low, sample.high)),
                ..Point::new(sample.step, sample.mean)
            })
            .collect(),
    });
    Chart {
        headline: headline(runs),
        x: Axis { title: words.training_axis.to_owned(), scale: extent.x.clone(), format: Format::Of(Measure::Count) },
        y: Axis { title: words.loss_axis.to_owned(), scale: extent.y.clone(), format: Format::Of(Measure::Number) },
        series: series.collect(),
        references: compared.iter().map(|(name, at)| Reference { name: name.clone(), at: *at }).collect(),
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

/// The same chart with the losses of a recorded run behind all else: the training step, the loss. Where nothing else has been
/// trained yet, the headline tells of it.
#[must_use]
pub fn with_recorded(mut chart: Chart, recorded: &[(f64, f64)]) -> Chart {
    let lowest = recorded.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let Some((step, loss)) = lowest else { return chart };
    if chart.series.iter().all(|series| series.points.is_empty()) {
        let (loss, n) = (Format::Of(Measure::Number).write(*loss), format::count(*step as usize));
        chart.headline = fill(words().loss_headline_recorded, &[("loss", &loss), ("n", &n)]);
    }
    let name = words::training::words().recorded_line;
    let behind = Series {
        name: name.to_owned(),
        label: name.to_owned(),
        role: Role::Ghost,
        shape: Shape::Thin,
        points: recorded.iter().map(|(step, loss)| Point::new(*step, *loss)).collect(),
    };
    chart.series.insert(0, behind);
    chart
}

/// The same chart with the validation loss as a thin line: steps made, loss.
#[must_use]
pub fn with_validation(mut chart: Chart, watched: &[(f64, f64)]) -> Chart {
    if !watched.is_empty() {
        chart.series.push(Series {
            name: words::training::words().validation_line.to_owned(),
            label: String::new(),
            role: Role::Ink,
            shape: Shape::Thin,
            points: watched.iter().map(|(step, loss)| Point::new(*step, *loss)).collect(),
        });
    }
    chart
}

/// The same chart with ticks where gradients were clipped: the step of training, the share of steps there.
#[must_use]
pub fn with_clipped(mut chart: Chart, clipped: &[(f64, f64)]) -> Chart {
    if !clipped.is_empty() {
        let name = words::training::words().clipped_steps.to_owned();
        chart.rug = Some(Rug { name, role: Role::Backward, ticks: clipped.to_vec() });
    }
    chart
}

/// The lowest loss of all.
fn headline(runs: &[Run]) -> String {
    let all = runs.iter().flat_map(|run| run.samples.iter().map(|sample| (run.cell, *sample)));
    let finite = all.filter(|(_, sample)| sample.mean.is_finite());
    match finite.min_by(|a, b| a.1.mean.total_cmp(&b.1.mean)) {
        None => words().loss_headline_none.to_owned(),
        Some((cell, sample)) => {
            let (loss, n) = (Format::Of(Measure::Number).write(sample.mean), format::count(sample.step as usize));
            fill(words().loss_headline, &[("loss", &loss), ("cell", cell.name()), ("n", &n)])
        }
    }
}
