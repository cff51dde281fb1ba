//! A chart on a canvas.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use figures::{Chart, Direction, Layout, Margins, draw, read, reading, record, spoken, step, table};
use words::figures::words;

use super::near::draw_near;
use super::numbers::Numbers;
use super::paper::{on_paper, sized};
use super::sheet::on_sheet;
use super::told::{Told, say};
use super::width::width;
use crate::view::live::{shows, text};
use crate::view::stage::Stage;
use crate::view::store::Store;
use crate::view::theme::Theme;

/// A chart: what is seen as a sentence, the chart, what stands at the place that is looked at, and a table.
///
/// A pointer over it, and the arrow keys, Home and End while it has the keyboard, look at a place; Escape looks away. A
/// press and Enter choose the place, if that does anything.
#[component]
pub fn ChartFigure(
    /// What it shows. Its cursor is where it looks as long as nobody looks elsewhere.
    #[prop(into)]
    chart: Signal<Chart>,
    /// Its height in CSS pixels.
    #[prop(default = 260.0)]
    height: f64,
    /// The room round the plot, where several stand side by side; else its own.
    #[prop(optional, into)]
    margins: Option<Signal<Margins>>,
    /// Chooses a number of x.
    #[prop(optional, into)]
    choose: Option<Callback<f64>>,
) -> impl IntoView {
    let store: Store = expect_context();
    let Theme { palette, printing, .. } = expect_context::<Stage>().theme;
    let (frame, node) = (NodeRef::<html::Div>::new(), NodeRef::<html::Canvas>::new());
    let width = width(move || frame.get().map(Element::from));
    // Many read it, and it is made of much.
    let chart = Memo::new(move |_| chart.get());
    let looked = RwSignal::new(None::<f64>);
    let shown = Memo::new(move |_| {
        let mut chart = chart.get();
        chart.cursor = looked.get().or(chart.cursor);
        chart
    });
    let laid_out = move |chart: &Chart, size: (f64, f64)| match margins {
        Some(margins) => Layout::with_margins(chart, size, false, margins.get()),
        None => Layout::new(chart, size, false),
    };
    let layout = Memo::new(move |_| {
        let size = (width.get().max(1.0), height);
        shown.with(|chart| laid_out(chart, size))
    });
    let painter = store.frame.add(move || {
        let Some(node) = node.get_untracked().filter(|_| width.get_untracked() > 0.0) else { return };
        let layout = layout.get_untracked();
        let palette = palette.get_untracked();
        shown.with_untracked(|chart| {
            on_sheet(&node, layout.size, |drawing| draw(drawing, chart, &layout, &palette));
            if printing.get_untracked() {
                let size = sized(layout.size);
                let layout = untrack(|| laid_out(chart, size));
                on_paper(&node, size, &record(size, |drawing| draw(drawing, chart, &layout, &palette)));
            }
        });
    });
    on_cleanup(move || store.frame.remove(painter));
    draw_near(store.frame, painter, move || frame.get().map(Element::from));
    Effect::new(move |_| {
        shown.track();
        // Read, not only tracked: one that nobody has read yet would not tell that the width has come.
        layout.with(|_| ());
        palette.track();
        store.frame.request(painter);
    });
    let told = Memo::new(move |_| shown.with(|chart| chart.cursor.map(|x| reading(chart, x))));
    let nearest = move |event: &PointerEvent| {
        let x = f64::from(event.offset_x());
        shown.with_untracked(|chart| layout.with_untracked(|layout| read(chart, layout, x))).map(|reading| reading.x)
    };
    let choose_at = move |x: Option<f64>| {
        if let (Some(choose), Some(x)) = (choose, x) {
            looked.set(None);
            choose.run(x);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let from = shown.with_untracked(|chart| chart.cursor);
        let direction = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => Direction::On,
            "ArrowLeft" | "ArrowDown" => Direction::Back,
            "Home" => Direction::First,
            "End" => Direction::Last,
            "Escape" if looked.get_untracked().is_some() => {
                event.stop_propagation();
                return looked.set(None);
            }
            "Enter" | " " if choose.is_some() => {
                event.prevent_default();
                event.stop_propagation();
                return choose_at(from);
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        looked.set(chart.with_untracked(|chart| step(chart, from, direction)));
    };
    // What a slider is to a screen reader: one place of several, said as it is moved.
    let last = move || chart.with(|chart| chart.columns().last().copied().unwrap_or_default());
    let said = move || told.with(|told| told.as_ref().map_or_else(|| words().nowhere.to_owned(), say));
    view! {
        <figure class="figure">
            <figcaption use:shows=text(move || chart.with(|chart| chart.headline.clone()))></figcaption>
            <div class="figure-frame" node_ref=frame style:height=format!("{height}px")>
                <canvas
                    node_ref=node
                    class="figure-canvas"
                    style:height=format!("{height}px")
                    role="slider"
                    tabindex="0"
                    aria-label=text(move || chart.with(spoken))
                    aria-valuemin="0"
                    aria-valuemax=text(move || last().to_string())
                    aria-valuenow=text(move || shown.with(|chart| chart.cursor.unwrap_or_default()).to_string())
                    aria-valuetext=text(said)
                    on:pointermove=move |event| if event.pointer_type() != "touch" { looked.set(nearest(&event)) }
                    on:pointerleave=move |event| if event.pointer_type() != "touch" { looked.set(None) }
                    on:pointerup=move |event| {
                        let x = nearest(&event);
                        looked.set(x);
                        choose_at(x);
                    }
                    on:keydown=on_key
                    on:blur=move |_| looked.set(None)
                ></canvas>
            </div>
            <Told told />
            <Numbers caption=text(move || chart.with(|chart| chart.headline.clone())) table=Signal::derive(move || chart.with(table)) />
        </figure>
    }
}
