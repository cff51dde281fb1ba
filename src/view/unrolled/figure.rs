//! A network unrolled, as a figure of a picture: what of the error arrives where, by which road, and all of it as a table.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use engine::trace::CellKind;
use figures::{Chained, Palette, Places, record};
use words::format::{Digits, Group, Measure};
use words::{fill, page::words, start};

use super::chain::Chain;
use super::drawn::Drawn;
use super::names::Names;
use super::told::Told;
use crate::view::figure::{Marks, Numbers, width};
use crate::view::live::{flag, shows, text};
use crate::view::stage::Stage;
use crate::view::store::Store;

/// The figure of one network.
///
/// A pointer over it, and the arrow keys, Home and End while it has the keyboard, look at a cell; Escape looks away. A press
/// and Enter choose the cell.
#[component]
pub fn UnrolledFigure(
    /// The network.
    cell: CellKind,
    /// The step in focus.
    at: Memo<usize>,
    /// Puts a step into focus.
    choose: Callback<f64>,
) -> impl IntoView {
    let store: Store = expect_context();
    let plot = NodeRef::<html::Div>::new();
    let width = width(move || plot.get().map(Element::from));
    let cell = Memo::new(move |_| cell);
    let never = Memo::new(|_| false);
    let zoom = expect_context::<Stage>().zoom;
    let chain = Chain::new(store, cell, Signal::derive(move || width.get().max(1.0)), zoom.into(), never, true);
    let places = chain.places;
    let looked = RwSignal::new(None::<usize>);
    let last = Memo::new(move |_| places.with(|places| places.steps.saturating_sub(1)));
    let shown = Memo::new(move |_| looked.get().unwrap_or_else(|| at.get()).min(last.get()));
    // What arrives at the word that is measured, beside the other networks.
    let headline = move || {
        let (mark, read) = store.settings.with(|settings| (settings.mark_step(), settings.read_step()));
        let all =
            store.run.with(|run| CellKind::ALL.map(|cell| run.lane(cell).reach.get(mark).copied().unwrap_or(f64::NAN)));
        let share = Group::new(Measure::Share, all).write(all[cell.get() as usize], Digits::Headline);
        let bare = |step| store.sequence.with(|sequence| sequence.labels.get(step).cloned().unwrap_or_default());
        fill(
            start::words().chain,
            &[("cell", cell.get().name()), ("share", &share), ("last", &bare(read)), ("mark", &bare(mark))],
        )
    };
    let step_at = move |event: &PointerEvent| {
        let column = places.with_untracked(Places::column);
        ((f64::from(event.offset_x()) / column).max(0.0) as usize).min(last.get_untracked())
    };
    let on_key = move |event: KeyboardEvent| {
        let (from, end) = (shown.get_untracked(), last.get_untracked());
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => Some((from + 1).min(end)),
            "ArrowLeft" | "ArrowDown" => Some(from.saturating_sub(1)),
            "Home" => Some(0),
            "End" => Some(end),
            "Escape" if looked.get_untracked().is_some() => None,
            "Enter" | " " => {
                choose.run(from as f64);
                None
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        looked.set(to);
    };
    let is_closed = Memo::new(move |_| !chain.closed().is_empty());
    let caption = text(headline);
    let draws = Callback::new(move |palette: Palette| untrack(|| drawn(store, chain, &palette)));
    view! {
        <figure class="unrolled-figure" data-cell=text(move || cell.get().key())>
            <figcaption use:shows=caption></figcaption>
            <Names chain at=shown.into() />
            <div
                class="unrolled-plot"
                node_ref=plot
                role="slider"
                tabindex="0"
                aria-label=text(move || chain.name())
                aria-valuemin="1"
                aria-valuemax=text(move || (last.get() + 1).to_string())
                aria-valuenow=text(move || (shown.get() + 1).to_string())
                aria-valuetext=text(move || chain.said(shown.get()))
                style:height=text(move || format!("{}px", places.with(Places::height)))
                on:pointermove=move |event| if event.pointer_type() != "touch" { looked.set(Some(step_at(&event))) }
                on:pointerleave=move |event| if event.pointer_type() != "touch" { looked.set(None) }
                on:pointerup=move |event| choose.run(step_at(&event) as f64)
                on:keydown=on_key
                on:blur=move |_| looked.set(None)
            >
                <svg aria-hidden="true"><Drawn chain at=shown.into() /></svg>
            </div>
            <Told chain at=shown.into() />
            <p class="unrolled-closed" hidden=flag(move || !is_closed.get())>{words().road_closed}</p>
            <Numbers caption table=Signal::derive(move || chain.table()) draws />
        </figure>
    }
}

/// The chain as marks, as wide as it is shown.
fn drawn(store: Store, chain: Chain, palette: &Palette) -> Option<Marks> {
    let (places, read, form) = (chain.places.get(), chain.read.get(), chain.form.get());
    let arrivals = chain.arrivals.get()?;
    let (openings, shown) = (chain.openings.get(), |step| chain.shown(step));
    let written: Vec<String> = (0..places.steps).map(shown).collect();
    store.sequence.with(|sequence| {
        let places = Places { scale: 1.0, ..places };
        let (arrivals, openings, written) = (&arrivals[..], &openings[..], &written[..]);
        let chained = Chained { places, words: &sequence.labels, arrivals, openings, written, form, read };
        let size = chained.size();
        Some((size, record(size, |drawing| chained.draw(drawing, palette)).ok()?))
    })
}
