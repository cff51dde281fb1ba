//! The Lab's top row: the cell in focus unrolled, its columns over those of the lanes. The sentence fills it from the left, and
//! the error comes back in it from the right.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::svg;

use engine::trace::Pass;
use figures::{Places, Way, valve};
use model::settings::Focus;
use words::{fill, page::words, quantities};

use super::chain::Chain;
use super::drawn::Drawn;
use super::names::Names;
use super::told::Told;
use crate::view::live::{flag, part, shows, text};
use crate::view::stage::Stage;
use crate::view::store::Store;
use crate::view::theme::reduced_motion;

/// The clip that shows how far the error has come.
const CLIP: &str = "unrolled-come";

/// The row. In a lesson it stands alone, with the words that matter over it.
#[component]
pub fn Row(
    /// Whether the row of words is not near.
    #[prop(default = false)]
    alone: bool,
) -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let cell = Memo::new(move |_| store.focus.with(|focus| focus.cell));
    // What a question asks of one cell's gradient is not told of it here, either.
    let is_covered = Memo::new(move |_| store.awaits_setting() || store.left_told_from(cell.get()).is_some());
    let scale: Signal<f64> = stage.zoom.into();
    let chain = Chain::new(store, cell, stage.width.into(), scale, is_covered, false);
    let places = chain.places;
    let at = Memo::new(move |_| store.shown.with(|focus| focus.step));

    let (veil, come) = (NodeRef::<svg::Rect>::new(), NodeRef::<svg::Rect>::new());
    let painter = store.frame.add_moving(move || {
        let there = veil.try_get_untracked().flatten().zip(come.try_get_untracked().flatten());
        let Some((veil, come)) = there else { return };
        let playhead = store.playhead.get_untracked();
        let phase = if store.frame.phase() < 1.0 && !reduced_motion() { store.frame.phase() } else { 1.0 };
        let (width, column) = places.with_untracked(|places| (places.width, places.column()));
        let (read_to, come_to) = match playhead.pass {
            Pass::Forward => ((playhead.step as f64 + phase) * column, width),
            Pass::Backward => (width, (playhead.step as f64 + 1.0 - phase) * column),
        };
        // An attribute of an own element can be set.
        for (rect, x) in [(veil, read_to), (come, come_to)] {
            let _ = rect.set_attribute("x", &format!("{x:.2}"));
            let _ = rect.set_attribute("width", &format!("{:.2}", (width - x).max(0.0)));
        }
    });
    Effect::new(move |_| {
        // They come anew when they are uncovered.
        veil.track();
        come.track();
        places.track();
        store.playhead.track();
        store.frame.request(painter);
    });

    on_cleanup(move || store.frame.remove(painter));

    let focus_at = move |event: &MouseEvent| Focus {
        cell: cell.get_untracked(),
        step: stage.step_at(store, f64::from(event.offset_x())),
        ..store.focus.get_untracked()
    };
    let tall = move || format!("{}px", places.with(Places::height));
    let whole = move || {
        view! {
            <div
                class="unrolled-plot"
                role="slider"
                tabindex="0"
                aria-label=text(move || chain.name())
                aria-valuemin="1"
                aria-valuemax=text(move || places.with(|places| places.steps.to_string()))
                aria-valuenow=text(move || (at.get() + 1).to_string())
                aria-valuetext=text(move || chain.said(at.get()))
                style:height=text(tall)
                on:pointermove=move |event| store.look_at(&event, || focus_at(&event))
                on:pointerleave=move |_| store.hover.set(None)
                on:click=move |event| store.inspect(focus_at(&event), Some(&event))
            >
                <svg aria-hidden="true" viewBox=text(move || places.with(|places| format!("0 0 {:.2} {:.2}", places.width, places.height()))) preserveAspectRatio="none">
                    <clipPath id=CLIP><rect node_ref=come x="0" y="0" height="100%"></rect></clipPath>
                    <Drawn chain at=at.into() clip=CLIP />
                    <rect class="unrolled-veil" node_ref=veil x="0" y="0" height="100%"></rect>
                </svg>
            </div>
        }
    };
    view! {
        <section
            class="unrolled"
            class:unrolled-alone=alone
            data-cell=text(move || cell.get().key())
            aria-label=text(move || fill(words().unrolled, &[("cell", cell.get().name())]))
        >
            <Who chain at=at.into() />
            <div class="rows" aria-hidden="true">{part(move || rows(chain))}</div>
            <div class="unrolled-axis">
                {alone.then(|| view! { <Names chain at=at.into() /> })}
                {whole()}
            </div>
        </section>
    }
}

/// What the roads are called, and the gate below them.
fn rows(chain: Chain) -> impl IntoView {
    let (cell, places) = (chain.cell.get(), chain.places.get());
    let half = places.half();
    let roads = Way::of(cell).iter().map(|way| (way.quantity(cell), places.road(*way)));
    let gate = valve(cell)
        .filter(|_| places.is_written() || !places.has_cells())
        .map(|gate| (gate, places.foot() - 0.5 * half));
    let row = |(quantity, y): (engine::trace::Quantity, f64)| {
        view! {
            <span
                title=quantities::name(quantity)
                style:top=format!("{:.1}px", y - half)
                style:height=format!("{:.1}px", 2.0 * half)
                prop:textContent=quantity.symbol().0
            ></span>
        }
    };
    roads.chain(gate).map(row).collect_view()
}

/// The name, and what arrives at the cell that is marked.
#[component]
fn Who(chain: Chain, at: Signal<usize>) -> impl IntoView {
    let name = move || fill(words().unrolled, &[("cell", chain.cell.get().name())]);
    let is_closed = Memo::new(move |_| !chain.closed().is_empty());
    view! {
        <div class="who" class:unrolled-shut=flag(move || is_closed.get())>
            <h2 use:shows=text(name)></h2>
            <Told chain at />
            <p class="unrolled-closed" hidden=flag(move || !is_closed.get())>{words().road_closed}</p>
        </div>
    }
}
