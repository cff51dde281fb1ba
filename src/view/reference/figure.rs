//! The figure of a lesson's step on its worksheet: shapes, drawn when the page is printed.

use leptos::html;
use leptos::prelude::*;

use course::lesson::{Figure, Item, Outcomes, Runs, Setting, Veil};
use engine::trace::CellKind;
use figures::{Chart, Drawn, Palette, Rows, Strip, Strips, beside, record};
use model::keys::Key;
use model::lab::Run;
use model::sequence::Sequence;
use model::settings::State;
use words::page::words;

use crate::view::figure::on_paper_in_rows;
use crate::view::lesson;
use crate::view::live::part;
use crate::view::pictures::{self, Printed};
use crate::view::stage::Stage;
use crate::view::store::Store;
use crate::view::train;

/// How wide a figure is, in CSS pixels: 18 centimetres.
const WIDTH: f64 = 680.0;
/// How high lanes are at most, and a picture: the lower a figure, the less of a page stays empty before it.
const LANES: f64 = 250.0;
const PICTURE: f64 = 250.0;
/// The height for each lane, where that is less: one lane alone is not as high as three.
const LANE: f64 = 120.0;
/// The room above the lanes.
const HEAD: f64 = 60.0;
/// The height of charts of runs: of one row, and of each of several.
const CHARTS: (f64, f64) = (172.0, 134.0);
/// So many charts stand in one row at most.
const ABREAST: usize = 3;

/// Shapes, and the size that they are drawn in.
type Shapes = ((f64, f64), Vec<Drawn>);

/// A step's figure for paper.
enum OnPaper {
    /// A picture of the laboratory.
    Picture(Box<Printed>),
    /// Charts of runs, and what is said of them.
    Charts(Vec<Chart>, &'static str),
    /// The lanes of these cells.
    Lanes(&'static [CellKind]),
}

/// The place of the figure, which is filled for the paper.
#[component]
pub fn StepFigure(
    /// The step.
    item: Memo<Option<Item>>,
) -> impl IntoView {
    let store: Store = expect_context();
    let theme = expect_context::<Stage>().theme;
    let node = NodeRef::<html::Div>::new();
    let painter = store.frame.add(move || {
        let Some(node) = node.get_untracked().filter(|_| theme.printing.get_untracked()) else { return };
        let palette = theme.palette.get_untracked();
        item.with_untracked(|item| {
            let drawn = item.as_ref().and_then(|item| drawn(store, item, &palette));
            on_paper_in_rows(&node, &drawn.unwrap_or_default());
        });
    });
    on_cleanup(move || store.frame.remove(painter));
    let said = move || item.with(|item| item.as_ref().and_then(|item| of(store, item)).map(said).unwrap_or_default());
    let caption = move || {
        let said = if theme.printing.get() { said() } else { String::new() };
        (!said.is_empty()).then(|| view! { <div class="step-caption" aria-hidden="true">{said}</div> })
    };
    view! {
        {part(caption)}
        <div class="step-figure" aria-hidden="true" node_ref=node></div>
    }
}

/// What is said above a figure.
fn said(figure: OnPaper) -> String {
    match figure {
        OnPaper::Picture(printed) => printed.headline,
        OnPaper::Charts(_, said) => said.to_owned(),
        OnPaper::Lanes(_) => String::new(),
    }
}

/// The figure that a step shows, on paper; none where its numbers are not at hand.
fn of(store: Store, item: &Item) -> Option<OnPaper> {
    let setting = item.setting.as_ref()?;
    let (state, _) = State::from_address(&item.cue);
    Some(match setting.figure {
        Figure::Lab => return None,
        Figure::Runs => charts(item.runs.as_ref()?),
        Figure::Train => trained(store, &item.name, state.settings.whole(Key::Steps).unwrap_or_default()),
        Figure::Picture => OnPaper::Picture(Box::new(picture(store, &item.name, setting, &state)?)),
        Figure::Lanes => OnPaper::Lanes(setting.level.cells()),
        Figure::Cell | Figure::Edit => {
            let place = CellKind::ALL.iter().position(|cell| *cell == state.focus.cell)?;
            OnPaper::Lanes(&CellKind::ALL[place..=place])
        }
    })
}

/// The runs of a step, as far as they are made.
fn charts(runs: &Runs) -> OnPaper {
    let words = words::lesson::words();
    let is_empty = runs.curves.iter().all(|own| own.seeds.iter().all(Vec::is_empty));
    let said = match (is_empty, &runs.outcomes) {
        (false, _) => "",
        (true, Outcomes::Nothing) => words.runs_on_page,
        (true, _) => words.runs_without_curves,
    };
    OnPaper::Charts(lesson::printed(&runs.curves), said)
}

/// The runs of Train, as they were recorded.
fn trained(store: Store, step: &str, steps: usize) -> OnPaper {
    store.course.sheet.with(|sheet| {
        let recorded = sheet.recorded.iter().find(|(name, _)| name == step).map(|(_, recorded)| recorded);
        let words = words::training::words();
        let said = match recorded.map(|own| own.is_same) {
            None => words::lesson::words().runs_on_page,
            Some(true) => words.recorded_same,
            Some(false) => words.recorded_other,
        };
        OnPaper::Charts(train::printed(recorded, steps).into(), said)
    })
}

/// The picture of a step, from the numbers that a worker has measured.
fn picture(store: Store, step: &str, setting: &Setting, state: &State) -> Option<Printed> {
    let (sequence, _) = store.run_of(&state.settings)?;
    store.course.sheet.with(|sheet| {
        let (_, measured) = sheet.pictures.iter().find(|(name, _)| name == step)?;
        pictures::printed(&measured.opened()?, setting, &sequence.labels)
    })
}

/// The shapes of a step's figure, at its own settings: charts in rows, all else in one.
fn drawn(store: Store, item: &Item, palette: &Palette) -> Option<Vec<Shapes>> {
    match untrack(|| of(store, item))? {
        OnPaper::Picture(printed) => Some(vec![((WIDTH, PICTURE), printed.shapes((WIDTH, PICTURE), palette)?)]),
        OnPaper::Charts(charts, _) => {
            let height = if charts.len() > ABREAST { CHARTS.1 } else { CHARTS.0 };
            beside(&charts, WIDTH, height, palette).ok()
        }
        OnPaper::Lanes(cells) => {
            let (state, _) = State::from_address(&item.cue);
            let (sequence, run) = store.run_of(&state.settings)?;
            let names_a_step = item.cue.split('&').any(|pair| pair.split('=').next() == Some(Key::At.name()));
            let at = names_a_step.then_some(state.focus.step);
            Some(vec![lanes(item.setting.as_ref()?, cells, at, &sequence, &run, palette)?])
        }
    }
}
/// What is left of a cell's gradient at each step, but for what a question veils.
fn left(setting: &Setting, run: &Run, cell: CellKind) -> Vec<f64> {
    let lane = run.lane(cell);
    let read = lane.trace.read;
    let told_from = setting.veils.iter().find_map(|veil| match veil {
        Veil::Left { cell: own, told_from } if *own == cell => Some(told_from.unwrap_or(read).min(read)),
        _ => None,
    });
    let told = |(step, share): (usize, &f64)| if step < told_from.unwrap_or_default() { f64::NAN } else { *share };
    lane.reach[..=read].iter().enumerate().map(told).collect()
}

fn lanes(
    setting: &Setting,
    cells: &[CellKind],
    at: Option<usize>,
    sequence: &Sequence,
    run: &Run,
    palette: &Palette,
) -> Option<Shapes> {
    let reach: Vec<Vec<f64>> = cells.iter().map(|cell| left(setting, run, *cell)).collect();
    let lanes: Vec<Strip> =
        cells.iter().zip(&reach).map(|(cell, reach)| Strip { layer: run.lane(*cell).trace.top(), reach }).collect();
    let size = (WIDTH, LANES.min(HEAD + LANE * lanes.len() as f64));
    if !lanes.iter().all(Strip::is_drawn) {
        return None;
    }
    let gates = cells.iter().any(|cell| *cell != CellKind::Rnn);
    let rows = Rows { gates, ribbon: setting.level.has_gradient() };
    let strips = Strips { words: &sequence.labels, lanes, rows, at, ribbon: words().row_gradient };
    Some((size, record(size, |drawing| strips.draw(drawing, palette)).ok()?))
}
