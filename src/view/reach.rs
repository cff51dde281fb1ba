//! The chart under the lanes: how much of the gradient is left at every step. Its pointer and its place are the page's one cursor.

use leptos::html;
use leptos::prelude::*;

use engine::trace::{CellKind, Pass};
use figures::charts::{Left, gradient_left};
use figures::{Chart, Layout, Margins, Scale, draw, record, spoken};
use kit::Popover;
use model::settings::{Focus, Part, Settings};
use words::page::words;

use super::figure::{on_paper, on_sheet};
use super::live::{part, shows, text};
use super::stage::Stage;
use super::store::Store;

/// Height of the chart in CSS pixels; it grows with the stage.
const HEIGHT: f64 = 190.0;
/// The least room to the left of the time axis, in CSS pixels, in which the cells' names stand before their lines.
const NAMED: f64 = 120.0;

/// What the run gives, up to and from the playhead.
pub fn chart(store: Store) -> Chart {
    store.run.with(|run| {
        // What a question veils is not drawn.
        let told = |cell: CellKind| {
            let from = store.left_told_from(cell).unwrap_or_default();
            let reach = run.lane(cell).reach.iter().enumerate();
            reach.map(|(t, share)| if t < from { f64::NAN } else { *share }).collect::<Vec<f64>>()
        };
        let each: Vec<(CellKind, Vec<f64>)> = store.lanes_shown().into_iter().map(|cell| (cell, told(cell))).collect();
        let cells: Vec<(CellKind, &[f64])> = each.iter().map(|(cell, reach)| (*cell, &**reach)).collect();
        let read = run.lane(CellKind::Rnn).trace.read;
        let playhead = store.playhead.get();
        let known_from = if playhead.pass == Pass::Backward { playhead.step } else { read };
        let (at, measured) = (store.shown.with(|focus| focus.step), store.settings.with(Settings::mark_step));
        store.sequence.with(|sequence| {
            let mut chart =
                gradient_left(&Left { cells: &cells, words: &sequence.labels, read, known_from, at, measured });
            // The row of words says where the loss is read, and where the lanes' numbers are measured.
            chart.flags.clear();
            // It would be drawn as what is not finite, and told as that.
            for (series, (cell, _)) in chart.series.iter_mut().zip(&cells) {
                let from = store.left_told_from(*cell).unwrap_or_default();
                series.points.retain(|point| point.x >= from as f64);
            }
            // What the axes show stands in the headline.
            chart.x.title.clear();
            chart.y.title.clear();
            chart
        })
    })
}

/// The chart and how to read it.
#[component]
pub fn Reach() -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let node = NodeRef::<html::Canvas>::new();
    let zoom = stage.zoom;
    let height = Memo::new(move |_| (HEIGHT * stage.scale.get().min(1.3 * zoom.get())).round());
    let size = Memo::new(move |_| ((stage.width.get() + stage.margin.get()) / zoom.get(), height.get() / zoom.get()));
    let chart = Memo::new(move |_| {
        let mut chart = chart(store);
        if stage.margin.get() < NAMED * zoom.get() {
            chart.series.iter_mut().for_each(|series| series.label.clear());
        }
        let layout = |chart: &Chart| Layout::with_margins(chart, size.get(), false, margins(stage));
        if layout(&chart).x_labels(&chart).upright {
            chart.x.scale = Scale::counted(store.sequence.with(|sequence| sequence.labels.len()));
        }
        chart
    });
    let painter = store.frame.add_moving(move || {
        let Some(node) = node.get_untracked() else { return };
        let size = size.get_untracked();
        let palette = stage.theme.palette.get_untracked();
        chart.with_untracked(|chart| {
            let layout = Layout::with_margins(chart, size, false, untrack(|| margins(stage)));
            on_sheet(&node, size, zoom.get_untracked(), |drawing| draw(drawing, chart, &layout, &palette));
            if stage.theme.printing.get_untracked() {
                on_paper(&node, size, &record(size, |drawing| draw(drawing, chart, &layout, &palette)));
            }
        });
    });
    on_cleanup(move || store.frame.remove(painter));
    Effect::new(move |_| {
        node.track();
        chart.track();
        size.track();
        stage.theme.palette.track();
        store.frame.request(painter);
    });
    let focus_at = move |x: i32| Focus {
        step: stage.step_at(store, f64::from(x) - stage.margin.get_untracked()),
        part: Part::Gradient,
        pass: Pass::Backward,
        ..store.focus.get_untracked()
    };
    let headline = move || chart.with(|chart| chart.headline.clone());
    let tall = move || format!("{}px", height.get());
    let whole = view! {
        <canvas
            node_ref=node
            class="plot"
            id="reach"
            role="img"
            aria-label=text(move || {
                    // What is veiled is not said.
                    let said = chart.with(spoken);
                    if said.is_empty() { words().reach_title.to_owned() } else { said }
                })
            style:height=text(tall)
            on:pointermove=move |event| store.look_at(&event, || focus_at(event.offset_x()))
            on:pointerleave=move |_| store.hover.set(None)
            on:click=move |event| store.inspect(focus_at(event.offset_x()), Some(&event))
        ></canvas>
    };
    let name = |cell: CellKind| view! { <li class="cell-name" data-cell=cell.key()><i></i>{cell.name()}</li> };
    view! {
        <section class="reach">
            <div class="who">
                <h2>{words().reach_title}</h2>
                <p use:shows=text(headline)></p>
                <ul class="reach-names" aria-hidden="true">{part(move || store.lanes_shown().into_iter().map(name).collect_view())}</ul>
                <Popover word=words().about>
                    <p>{words().reach_how}</p>
                    <p>{words().reach_state}</p>
                </Popover>
            </div>
            {whole}
        </section>
    }
}

/// The room round the plot, which has the lanes' time axis.
fn margins(stage: Stage) -> Margins {
    Margins { top: 12.0, right: 0.0, bottom: 22.0, left: stage.margin.get() / stage.zoom.get() }
}
