//! The chart under the lanes, on a canvas.

use leptos::html;
use leptos::prelude::*;
use plotters::prelude::IntoDrawingArea;
use plotters_canvas::CanvasBackend;

use engine::trace::{CellKind, Pass};
use figures::{Curve, LogScale, Palette, ReachChart, draw_reach};
use model::settings::{Focus, Part};
use words::{fill, page::words};

use super::canvas;
use super::live::{shows, text};
use super::stage::Stage;
use super::store::Store;

/// Height of the chart in CSS pixels; it grows with the stage.
const HEIGHT: f64 = 178.0;

/// From this many steps on a curve has a point every few pixels.
const DENSE: usize = 100;

/// The family of the labels, as the style sheet has it.
const FONT: &str = "Inter, system-ui, sans-serif";

/// The curves that a run gives, up to and from the playhead.
fn chart(store: Store, palette: &Palette, zoom: f64, margin: f64) -> ReachChart {
    let run = store.run.get_untracked();
    let playhead = store.playhead.get_untracked();
    let trace = &run.lane(CellKind::Rnn).trace;
    let curves = CellKind::ALL.into_iter().zip(palette.cells).map(|(cell, color)| Curve {
        name: cell.name(),
        color,
        reach: run.lane(cell).reach.clone(),
    });
    ReachChart {
        curves: curves.collect(),
        steps: trace.steps(),
        read: trace.read,
        known_from: if playhead.pass == Pass::Backward { playhead.step } else { trace.read },
        at: store.shown.with_untracked(|f| f.step),
        scale: LogScale::around(run.reach_range()),
        zoom,
        margin,
        font: FONT,
    }
}

/// The chart and how to read it.
#[component]
pub fn Reach() -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let node = NodeRef::<html::Canvas>::new();
    let height = Memo::new(move |_| (HEIGHT * stage.scale.get()).round());
    let painter = store.frame.add(move || {
        let Some(node) = node.get_untracked() else { return };
        // Plotters has whole pixels: two a CSS pixel keep the slow slopes between few points smooth.
        let least = if store.run.with_untracked(|run| run.lane(CellKind::Rnn).reach.len()) > DENSE { 1.0 } else { 2.0 };
        let margin = stage.margin.get_untracked();
        let width = stage.width.get_untracked() + margin;
        let zoom = canvas::fit(&node, width, height.get_untracked(), least);
        let Some(context) = canvas::context(&node) else { return };
        context.clear_rect(0.0, 0.0, f64::from(node.width()), f64::from(node.height()));
        let palette = stage.theme.palette.get_untracked();
        if let Some(backend) = CanvasBackend::with_canvas_object(node) {
            // A canvas that cannot be drawn on stays empty; the table has the numbers.
            let _ = draw_reach(&backend.into_drawing_area(), &chart(store, &palette, zoom, margin), &palette);
        }
    });
    Effect::new(move |_| {
        store.run.track();
        store.playhead.track();
        store.shown.track();
        stage.width.track();
        stage.margin.track();
        stage.theme.palette.track();
        height.track();
        store.frame.request(painter);
    });
    let focus_at = move |x: i32| Focus {
        step: stage.step_at(store, f64::from(x) - stage.margin.get_untracked()),
        part: Part::Gradient,
        pass: Pass::Backward,
        ..store.focus.get_untracked()
    };
    let lines = move || {
        let scale = store.run.with(|run| LogScale::around(run.reach_range()));
        let most = ((height.get() - 18.0) / 18.0) as usize;
        let lines = scale.lines(most.max(2));
        match lines.windows(2).next().map(|pair| pair[1] - pair[0]) {
            Some(by) if by > 1 => fill(words().reach_lines_many, &[("n", &by.to_string())]),
            _ => words().reach_lines.to_owned(),
        }
    };
    view! {
        <section class="reach">
            <div class="who">
                <h2>{words().reach_title}</h2>
                <p>{words().reach_how} " " <span use:shows=text(lines)></span></p>
                <p>{words().reach_state}</p>
            </div>
            <canvas
                node_ref=node
                class="plot"
                id="reach"
                role="img"
                aria-label=words().reach_label
                style:height=text(move || format!("{}px", height.get()))
                on:pointermove=move |event| {
                    if event.pointer_type() != "touch" && !store.playing.get_untracked() {
                        store.hover.set(Some(focus_at(event.offset_x())));
                    }
                }
                on:pointerleave=move |_| store.hover.set(None)
                on:click=move |event| store.inspect(focus_at(event.offset_x()), Some(&event))
            ></canvas>
        </section>
    }
}
