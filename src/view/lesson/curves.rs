//! The runs that a step asks about, as a figure: each draws its losses while it is made, on the axes that all of them share.

use leptos::prelude::*;

use course::lesson::{Curves, Figure, Outcomes, Runs};
use engine::trace::CellKind;
use figures::charts::{Seeds, seeds, seeds_extent};
use figures::{Chart, Extent};
use words::fill;
use words::format::Digits;
use words::lesson::words;

use super::runs::losses;
use crate::view::figure::ChartFigure;
use crate::view::live::{part, shows, text};
use crate::view::stage::Stage;
use crate::view::store::Store;

/// The heights of the page's bars and of what stands around each chart, and the least and the largest height of a chart, in CSS
/// pixels.
const HEIGHTS: (f64, f64, f64, f64) = (150.0, 112.0, 96.0, 480.0);
/// In a narrow window, whose upper part is the figure's: that part, what stands around each chart, and the least height.
const THIRD: (f64, f64, f64) = (0.36, 38.0, 76.0);
/// Below this width a window is narrow.
const NARROW: f64 = 1000.0;
/// How many stand side by side, and how many where there are three, or more than four.
const BESIDE: (usize, usize) = (2, 3);
/// More than so many have no line below each that tells where one looks, which takes so much; then the least height is this.
const FEW: usize = 6;
const READING: f64 = 38.0;
const OF_MANY: f64 = 106.0;
/// What is said of one takes a second line there.
const SECOND_LINE: f64 = 18.0;

/// The figure, where the step has one of runs.
#[component]
pub fn RunsFigure() -> impl IntoView {
    let store: Store = expect_context();
    let zoom = expect_context::<Stage>().zoom;
    let runs = Memo::new(move |_| store.course.lesson.with(|lesson| lesson.as_ref()?.step.as_ref()?.runs.clone()));
    let is_there = Memo::new(move |_| store.figure() == Figure::Runs && runs.with(Option::is_some));
    // Of another step they are others.
    let which = Memo::new(move |_| {
        store.course.lesson.with(|lesson| lesson.as_ref()?.step.as_ref().map(|step| step.name.clone()))
    });
    let count = Memo::new(move |_| runs.with(|runs| runs.as_ref().map_or(0, |runs| runs.curves.len())));
    let in_threes = Memo::new(move |_| matches!(count.get(), 3 | 5..));
    let is_many = Memo::new(move |_| count.get() > FEW);
    let extent = Memo::new(move |_| runs.with(|runs| reached(runs.as_ref().map_or(&[][..], |runs| &runs.curves))));
    let chart = move |n: usize| {
        Signal::derive(move || {
            runs.with(|runs| {
                let own = runs.as_ref().and_then(|runs| runs.curves.get(n));
                let own = own.map_or(Seeds { cell: CellKind::Rnn, seeds: &[] }, of);
                extent.with(|extent| seeds(&own, extent))
            })
        })
    };
    let name = move |n: usize| {
        text(move || {
            runs.with(|runs| {
                let own = runs.as_ref().and_then(|runs| runs.curves.get(n));
                own.map_or_else(String::new, named)
            })
        })
    };
    let said =
        move |n: usize| text(move || runs.with(|runs| runs.as_ref().map(|runs| said(runs, n)).unwrap_or_default()));
    let train = text(move || runs.with(|runs| runs.as_ref().map(|runs| runs.train.clone()).unwrap_or_default()));
    let each = move || {
        let (all, around, least, most) = HEIGHTS;
        let window = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let (beside, around) = if in_threes.get() { (BESIDE.1, around + SECOND_LINE) } else { (BESIDE.0, around) };
        let rows = count.get().div_ceil(beside).max(1) as f64;
        // For a class all of it is larger.
        let window = window / zoom.get();
        let (room, around, least) =
            if is_narrow() { (window * THIRD.0, THIRD.1, THIRD.2) } else { (window - all, around, least) };
        let (around, least) = if is_many.get() && !is_narrow() { (around - READING, OF_MANY) } else { (around, least) };
        let height = (room / rows - around).clamp(least, most);
        let one = move |n: usize| {
            view! {
                <section class="run-figure">
                    <h3 use:shows=name(n)></h3>
                    <p use:shows=said(n)></p>
                    <ChartFigure chart=chart(n) height />
                </section>
            }
        };
        (0..count.get()).map(one).collect_view()
    };
    part(move || {
        is_there.get().then(|| {
            view! { <div class="runs-figure" class:in-threes=move || in_threes.get() class:of-many=move || is_many.get()>
                <For each=move || which.get() key=|name| name.clone() children=move |_| part(each) />
                <p class="runs-train">
                    <a href=train>{words().runs_in_train}</a>
                </p>
            </div> }
        })
    })
}

/// Whether the figure has the upper part of the window alone.
fn is_narrow() -> bool {
    window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width < NARROW)
}

/// What a run is called: the cell's name stands before its own, unless that begins with it.
fn named(own: &Curves) -> String {
    let cell = own.cell.name();
    if own.name.starts_with(cell) { own.name.clone() } else { format!("{cell} · {}", own.name) }
}

/// What the axes reach that all runs share.
fn reached(curves: &[Curves]) -> Extent {
    let all: Vec<Seeds> = curves.iter().map(of).collect();
    seeds_extent(&all, curves.iter().map(|own| own.steps).max().unwrap_or_default())
}

/// The charts of runs for paper, each below its name.
pub fn printed(curves: &[Curves]) -> Vec<Chart> {
    let extent = reached(curves);
    curves.iter().map(|own| Chart { headline: named(own), ..seeds(&of(own), &extent) }).collect()
}

fn of(curves: &Curves) -> Seeds<'_> {
    Seeds { cell: curves.cell, seeds: &curves.seeds }
}

/// What a run came to, or what is to come.
fn said(runs: &Runs, n: usize) -> String {
    let words = words();
    let trained = match &runs.outcomes {
        Outcomes::Trained(all) => all.get(n).and_then(|(_, trained)| *trained),
        _ => None,
    };
    match trained {
        Some(own) => {
            let loss = losses(&runs.outcomes).write(own.loss, Digits::Table);
            let counts = [("n", &*own.solved.to_string()), ("all", &own.seeds.to_string()), ("loss", &loss)];
            fill(words.runs_came_to_loss, &counts)
        }
        None if runs.under_way.is_some() => words.runs_under_way.to_owned(),
        None => words.runs_to_come.to_owned(),
    }
}
