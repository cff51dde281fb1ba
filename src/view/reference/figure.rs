//! The figure of a lesson's step on its worksheet: shapes, drawn when the page is printed.

use leptos::html;
use leptos::prelude::*;

use course::lesson::{Figure, Item, Setting, Veil};
use engine::trace::CellKind;
use figures::{Drawn, Palette, Rows, Strip, Strips, record};
use model::keys::Key;
use model::lab::Run;
use model::sequence::Sequence;
use model::settings::State;
use words::page::words;

use crate::view::figure::on_paper;
use crate::view::stage::Stage;
use crate::view::store::Store;

/// Its size in CSS pixels: 18 by 8 centimetres.
const SIZE: (f64, f64) = (680.0, 302.0);
/// The height for each lane, where that is less: one lane alone is not as high as three.
const LANE: f64 = 150.0;
/// The room above the lanes.
const HEAD: f64 = 70.0;

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
            if let Some((size, marks)) = drawn {
                on_paper(&node, size, &Ok::<_, ()>(marks));
            }
        });
    });
    on_cleanup(move || store.frame.remove(painter));
    view! { <div class="step-figure" aria-hidden="true" node_ref=node></div> }
}

/// What a step's figure shows, at its own settings; none where it is of runs, or its numbers are not at hand.
fn drawn(store: Store, item: &Item, palette: &Palette) -> Option<((f64, f64), Vec<Drawn>)> {
    let setting = item.setting.as_ref()?;
    let (state, _) = State::from_address(&item.cue);
    let (sequence, run) = store.run_of(&state.settings)?;
    let names_a_step = item.cue.split('&').any(|pair| pair.split('=').next() == Some(Key::At.name()));
    let at = names_a_step.then_some(state.focus.step);
    match setting.figure {
        Figure::Runs | Figure::Train | Figure::Lab => None,
        // Of a picture the network that it is of: its own numbers a worker has. What is asked of it the ribbon would tell.
        Figure::Picture => lanes(setting, setting.level.cells(), at, item.ask.is_none(), &sequence, &run, palette),
        Figure::Lanes => lanes(setting, setting.level.cells(), at, true, &sequence, &run, palette),
        Figure::Cell | Figure::Edit => lanes(setting, &[state.focus.cell], at, true, &sequence, &run, palette),
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
    has_ribbon: bool,
    sequence: &Sequence,
    run: &Run,
    palette: &Palette,
) -> Option<((f64, f64), Vec<Drawn>)> {
    let reach: Vec<Vec<f64>> = cells.iter().map(|cell| left(setting, run, *cell)).collect();
    let lanes: Vec<Strip> =
        cells.iter().zip(&reach).map(|(cell, reach)| Strip { layer: run.lane(*cell).trace.top(), reach }).collect();
    let size = (SIZE.0, SIZE.1.min(HEAD + LANE * lanes.len() as f64));
    if !lanes.iter().all(Strip::is_drawn) {
        return None;
    }
    let gates = cells.iter().any(|cell| *cell != CellKind::Rnn);
    let rows = Rows { gates, ribbon: has_ribbon && setting.level.has_gradient() };
    let strips = Strips { words: &sequence.labels, lanes, rows, at, ribbon: words().row_gradient };
    Some((size, record(size, |drawing| strips.draw(drawing, palette)).ok()?))
}
