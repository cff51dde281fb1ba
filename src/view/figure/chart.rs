//! A chart on a canvas.

use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use figures::{Chart, Direction, Layout, Margins, Palette, draw, read, reading, record, spoken, step, table};
use words::figures::words;

use super::looked::{Choose, Look, LookedAt, Places, Way};
use super::near::drawn;
use super::numbers::Numbers;
use super::paper::{on_paper, sized};
use super::sheet::on_sheet;
use super::told::{Told, say};
use super::width::width;
use crate::view::live::{shows, text};
use crate::view::stage::Stage;
use crate::view::store::Store;
use crate::view::theme::Theme;

/// Where a way leads along x.
fn direction(way: Way) -> Direction {
    match way {
        Way::Right | Way::Up => Direction::On,
        Way::Left | Way::Down => Direction::Back,
        Way::First => Direction::First,
        Way::Last => Direction::Last,
    }
}

/// A chart: what is seen as a sentence, the chart, what stands at the place that is looked at, and a table.
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
    let Stage { zoom, theme: Theme { palette, printing, .. }, .. } = expect_context();
    let (frame, node) = (NodeRef::<html::Div>::new(), NodeRef::<html::Canvas>::new());
    // In CSS pixels of the figure as designed.
    let measured = width(move || frame.get().map(Element::from));
    let width = Memo::new(move |_| measured.get() / zoom.get());
    let tall = text(move || format!("{}px", height * zoom.get()));
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
    let paint = move || {
        let Some(node) = node.get_untracked().filter(|_| width.get_untracked() > 0.0) else { return };
        let layout = layout.get_untracked();
        let palette = palette.get_untracked();
        shown.with_untracked(|chart| {
            on_sheet(&node, layout.size, zoom.get_untracked(), |drawing| draw(drawing, chart, &layout, &palette));
            if printing.get_untracked() {
                let size = sized(layout.size);
                let layout = untrack(|| laid_out(chart, size));
                on_paper(&node, size, &record(size, |drawing| draw(drawing, chart, &layout, &palette)));
            }
        });
    };
    let changes = move || {
        shown.track();
        // Read, not only tracked: one that nobody has read yet would not tell that the width has come.
        layout.with(|_| ());
        palette.track();
    };
    drawn(store.frame, move || frame.get().map(Element::from), changes, paint);
    let told = Memo::new(move |_| shown.with(|chart| chart.cursor.map(|x| reading(chart, x))));
    let cursor = Signal::derive(move || shown.with(|chart| chart.cursor));
    let look = Look {
        looked,
        under: Callback::new(move |(x, _)| {
            let near = shown.with_untracked(|chart| layout.with_untracked(|layout| read(chart, layout, x)));
            near.map(|reading| reading.x)
        }),
        to: Callback::new(move |way| chart.with_untracked(|chart| step(chart, cursor.get_untracked(), direction(way)))),
        choose: choose.map(|place| Choose { place, here: cursor }),
    };
    let places = move || {
        let last = chart.with(|chart| chart.columns().last().copied().unwrap_or_default());
        Places { first: 0.0, last, now: cursor.get().unwrap_or_default() }
    };
    let said = move || told.with(|told| told.as_ref().map_or_else(|| words().nowhere.to_owned(), say));
    let headline = text(move || chart.with(|chart| chart.headline.clone()));
    let draws = Callback::new(move |palette: Palette| {
        let size = untrack(|| layout.with(|layout| layout.size));
        chart.with_untracked(|chart| {
            let layout = untrack(|| laid_out(chart, size));
            Some((size, record(size, |drawing| draw(drawing, chart, &layout, &palette)).ok()?))
        })
    });
    view! {
        <figure class="figure">
            <figcaption use:shows=headline></figcaption>
            <div class="figure-frame" node_ref=frame style:height=tall>
                <LookedAt
                    look
                    node
                    height
                    label=text(move || chart.with(spoken))
                    places=Signal::derive(places)
                    said=text(said)
                />
            </div>
            <Told told />
            <Numbers caption=headline table=Signal::derive(move || chart.with(table)) draws />
        </figure>
    }
}
