//! The losses of the three lanes on the same axes.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::charts::{Run, Sample, extent, losses, with_clipped, with_recorded, with_validation};
use figures::{Chart, Extent, Margins, Scale};
use measure::training::{Losses, Mark, RecordedData};

use super::chosen::key;
use super::group::guess;
use crate::view::figure::ChartFigure;
use crate::view::live::{part, shows, text};
use crate::view::stage::Stage;
use crate::view::store::{Store, learns};
use words::training::words;

/// The heights of a chart of losses and of a map in CSS pixels.
const HEIGHTS: (f64, f64) = (170.0, 180.0);
/// The same in a lesson, in whose window all lanes stand whole; and below which height of the window it is low.
const HEIGHTS_IN_A_LESSON: (f64, f64) = (160.0, 150.0);
const HEIGHTS_IN_A_LOW_LESSON: (f64, f64) = (136.0, 124.0);
const LOW: f64 = 860.0;
/// For a class three have room one below the other: what of the window is theirs not, as designed, in a high window and in a
/// low one, which shows less; and the least height.
const AROUND_TO_A_CLASS: (f64, f64) = (280.0, 174.0);
const LEAST_TO_A_CLASS: f64 = 90.0;
/// A width for which room round the plots is measured; it hardly depends on the width.
const NOMINAL: f64 = 420.0;

/// The charts of the three lanes, and what their axes share.
#[derive(Clone, Copy)]
pub struct Axes {
    /// What all axes reach.
    pub extent: Memo<Extent>,
    /// How high a chart of losses and a map are.
    pub heights: Memo<(f64, f64)>,
    charts: [Memo<Chart>; 3],
    /// The room round the plots, so that what stands above and below stands in line.
    pub margins: Memo<Margins>,
}

/// What a lane has of losses.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    samples: Vec<Sample>,
    has_seeds: bool,
    watched: Vec<(f64, f64)>,
    clipped: Vec<(f64, f64)>,
    /// What losses are compared with, by name.
    pub compared: Vec<(String, f64)>,
    /// Training steps of the whole run.
    pub last: usize,
    recorded: Vec<(f64, f64)>,
}

impl Own {
    /// Of a lane.
    pub fn of(losses: &Losses) -> Self {
        let sample =
            |own: &measure::training::Sample| Sample { step: own.step, mean: own.mean, low: own.low, high: own.high };
        Self {
            samples: losses.samples.iter().map(sample).collect(),
            has_seeds: losses.has_seeds,
            watched: losses.watched.clone(),
            clipped: losses.clipped.clone(),
            compared: compared(&losses.baselines, losses.mark),
            last: losses.last,
            recorded: vec![],
        }
    }

    /// Before anything is trained: what there is to beat.
    pub fn before(store: Store) -> Self {
        let (compared, last) = store.training.task.with(|task| {
            task.as_ref().map_or((vec![], 0), |task| {
                let mark = if let Mark::Loss(mark) = task.mark { Some(mark) } else { None };
                (compared(&task.baselines, mark), task.steps)
            })
        });
        Self::nothing(compared, last)
    }

    /// Without a run of its own.
    fn nothing(compared: Vec<(String, f64)>, last: usize) -> Self {
        Self { samples: vec![], has_seeds: false, watched: vec![], clipped: vec![], compared, last, recorded: vec![] }
    }

    /// With what was recorded of the cell, as far as the run goes.
    fn with_recorded(mut self, store: Store, cell: CellKind) -> Self {
        store.training.recorded.with(|recorded| {
            let all = recorded.iter().filter(|_| is_behind(store)).flat_map(|own| &own.losses[cell as usize]);
            self.recorded = all.copied().filter(|(step, _)| *step <= self.last as f64).collect();
        });
        self
    }

    /// What its axes reach.
    fn extent(&self, cell: CellKind) -> Extent {
        let sample = |(step, loss): &(f64, f64)| Sample { step: *step, mean: *loss, low: *loss, high: *loss };
        let recorded: Vec<Sample> = self.recorded.iter().map(sample).collect();
        let recorded = Run { cell, samples: &recorded, has_seeds: false };
        extent(&[self.run(cell), recorded], &self.compared, self.last)
    }

    fn chart(&self, cell: CellKind, extent: &Extent) -> Chart {
        let chart = with_recorded(losses(&[self.run(cell)], &self.compared, extent), &self.recorded);
        with_clipped(with_validation(chart, &self.watched), &self.clipped)
    }

    /// The run, for a chart.
    pub fn run(&self, cell: CellKind) -> Run<'_> {
        Run { cell, samples: &self.samples, has_seeds: self.has_seeds }
    }
}

/// The charts of the three cells for paper, each below its cell's name: with a recorded run, or before anything is trained.
pub fn printed(recorded: Option<&RecordedData>, steps: usize) -> [Chart; 3] {
    let own = CellKind::ALL.map(|cell| {
        let losses = recorded.iter().flat_map(|own| &own.losses[cell as usize]).copied();
        let recorded = losses.filter(|(step, _)| *step <= steps as f64).collect();
        Own { recorded, ..Own::nothing(vec![], steps) }
    });
    let all = CellKind::ALL.into_iter().zip(&own).map(|(cell, own)| own.extent(cell)).reduce(|all, own| all.join(&own));
    let extent = all.unwrap_or(Extent { x: Scale::Linear(0.0, 1.0), y: Scale::Linear(0.0, 1.0) });
    CellKind::ALL.map(|cell| Chart { headline: cell.name().to_owned(), ..own[cell as usize].chart(cell, &extent) })
}

/// Whether a recorded run of the task stands behind. A lesson asks what will come: there it would tell the answer.
fn is_behind(store: Store) -> bool {
    let task = key(store);
    !learns(store) && store.training.recorded.with(|recorded| recorded.as_ref().is_some_and(|own| own.task == task))
}

/// What losses are compared with, by name.
fn compared(baselines: &[(measure::training::Guess, f64)], mark: Option<f64>) -> Vec<(String, f64)> {
    let named = baselines.iter().map(|(own, loss)| (guess(*own), *loss));
    named.chain(mark.map(|mark| (words().solved_line.to_owned(), mark))).collect()
}

impl Axes {
    /// Of the three lanes.
    pub fn new(store: Store) -> Self {
        let window = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(LOW);
        let in_a_lesson = untrack(|| learns(store));
        let zoom = expect_context::<Stage>().zoom;
        let to_a_class = move || {
            let around = if window < LOW { AROUND_TO_A_CLASS.1 } else { AROUND_TO_A_CLASS.0 };
            ((window / zoom.get() - around) / 3.0).max(LEAST_TO_A_CLASS)
        };
        let heights = Memo::new(move |_| match (in_a_lesson, window < LOW) {
            _ if store.presenting.get() => (to_a_class(), to_a_class()),
            (false, _) => HEIGHTS,
            (true, false) => HEIGHTS_IN_A_LESSON,
            (true, true) => HEIGHTS_IN_A_LOW_LESSON,
        });
        let own = CellKind::ALL.map(|cell| {
            let lane = store.training.lanes[cell as usize];
            Memo::new(move |_| {
                let own = lane.with(|lane| lane.as_ref().map(|lane| Own::of(&lane.losses)));
                own.unwrap_or_else(|| Own::before(store)).with_recorded(store, cell)
            })
        });
        let extent = Memo::new(move |_| {
            let each = own.map(|own| own.get());
            let extents = CellKind::ALL.into_iter().zip(&each).map(|(cell, own)| own.extent(cell));
            extents
                .reduce(|all, own| all.join(&own))
                .unwrap_or(Extent { x: Scale::Linear(0.0, 1.0), y: Scale::Linear(0.0, 1.0) })
        });
        let chart = |place: usize| {
            let cell = CellKind::ALL[place];
            Memo::new(move |_| own[place].with(|own| extent.with(|extent| own.chart(cell, extent))))
        };
        let charts = [chart(0), chart(1), chart(2)];
        let margins = Memo::new(move |_| {
            let each = charts.map(|chart| chart.with(|chart| Margins::of(chart, (NOMINAL, heights.get().0), false)));
            each[0].join(each[1]).join(each[2])
        });
        Self { extent, heights, charts, margins }
    }

    /// The last training step of the axes.
    pub fn last(&self) -> f64 {
        self.extent.with(|extent| if let Scale::Linear(_, last) = extent.x { last } else { 1.0 })
    }
}

/// The loss of a cell over the steps of training.
#[component]
pub fn LossFigure(
    /// The cell.
    cell: CellKind,
) -> impl IntoView {
    let axes: Axes = expect_context();
    part(move || {
        let height = axes.heights.get().0;
        view! { <ChartFigure chart=axes.charts[cell as usize] height margins=Signal::from(axes.margins) /> }
    })
}

/// What stands behind the losses in grey. Its line is there from the beginning: nothing moves once it is told.
#[component]
pub fn RecordedNote() -> impl IntoView {
    let store: Store = expect_context();
    let told = text(move || {
        let same = store.training.recorded.with(|recorded| recorded.as_ref().map(|own| own.is_same));
        let words = words();
        match same.filter(|_| is_behind(store)) {
            None => "",
            Some(true) => words.recorded_same,
            Some(false) => words.recorded_other,
        }
    });
    view! { <p class="how train-recorded" use:shows=told></p> }
}
