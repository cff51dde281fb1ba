//! Points of the complex plane on a canvas.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use figures::{Plane, Spot, record};
use words::figures::words;

use super::near::draw_near;
use super::numbers::Numbers;
use super::paper::on_paper;
use super::sheet::on_sheet;
use super::width::width;
use crate::view::live::{shows, text};
use crate::view::stage::Stage;
use crate::view::store::Store;
use crate::view::theme::Theme;

/// How near to a point a pointer is to it, in CSS pixels.
const NEAR: f64 = 14.0;

/// Points of the complex plane: what is seen as a sentence, the points, what stands at the one that is looked at, and a table.
///
/// A pointer near a point, and the arrow keys while the plane has the keyboard, look at a point; Escape looks away.
#[component]
pub fn PlaneFigure(
    /// What it shows.
    #[prop(into)]
    plane: Signal<Plane>,
    /// Its height in CSS pixels.
    #[prop(default = 280.0)]
    height: f64,
) -> impl IntoView {
    let store: Store = expect_context();
    let Theme { palette, printing, .. } = expect_context::<Stage>().theme;
    let (frame, node) = (NodeRef::<html::Div>::new(), NodeRef::<html::Canvas>::new());
    let width = width(move || frame.get().map(Element::from));
    let looked = RwSignal::new(None::<usize>);
    let size = move || (width.get().max(1.0), height);
    let spots = Memo::new(move |_| plane.with(|plane| plane.spots(size())));
    let spot = Memo::new(move |_| looked.get().and_then(|place| spots.with(|spots| spots.get(place).cloned())));
    let painter = store.frame.add(move || {
        let Some(node) = node.get_untracked().filter(|_| width.get_untracked() > 0.0) else { return };
        let (size, palette) = (untrack(size), palette.get_untracked());
        let at = spot.with_untracked(|spot| spot.as_ref().map(|spot| spot.place));
        plane.with_untracked(|plane| {
            on_sheet(&node, size, |drawing| plane.draw(drawing, at, &palette));
            if printing.get_untracked() {
                on_paper(&node, size, &record(size, |drawing| plane.draw(drawing, None, &palette)));
            }
        });
    });
    on_cleanup(move || store.frame.remove(painter));
    draw_near(store.frame, painter, move || frame.get().map(Element::from));
    Effect::new(move |_| {
        spots.track();
        spot.track();
        palette.track();
        store.frame.request(painter);
    });
    let nearest = move |event: &PointerEvent| {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        let distance = |spot: &Spot| (spot.place.0 - x).hypot(spot.place.1 - y);
        spots.with_untracked(|spots| {
            let near = spots.iter().enumerate().min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)));
            near.filter(|(_, spot)| distance(spot) <= NEAR).map(|(place, _)| place)
        })
    };
    let on_key = move |event: KeyboardEvent| {
        let (now, last) = (looked.get_untracked(), spots.with_untracked(Vec::len).saturating_sub(1));
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => now.map_or(0, |now| (now + 1).min(last)),
            "ArrowLeft" | "ArrowUp" => now.map_or(last, |now| now.saturating_sub(1)),
            "Home" => 0,
            "End" => last,
            "Escape" if now.is_some() => {
                event.stop_propagation();
                return looked.set(None);
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        looked.set(Some(to));
    };
    let headline = text(move || plane.with(|plane| plane.headline.clone()));
    // Said before anything is looked at, too; shown once it is.
    let said =
        text(move || spot.with(|spot| spot.as_ref().map_or(words().nowhere.to_owned(), |spot| spot.text.clone())));
    let told = text(move || spot.with(|spot| spot.as_ref().map(|spot| spot.text.clone()).unwrap_or_default()));
    view! {
        <figure class="figure">
            <figcaption use:shows=headline></figcaption>
            <div class="figure-frame" node_ref=frame style:height=format!("{height}px")>
                <canvas
                    node_ref=node
                    class="figure-canvas"
                    style:height=format!("{height}px")
                    role="slider"
                    tabindex="0"
                    aria-label=headline
                    aria-valuemin="1"
                    aria-valuemax=text(move || spots.with(Vec::len).to_string())
                    aria-valuenow=text(move || looked.get().map_or(1, |place| place + 1).to_string())
                    aria-valuetext=said
                    on:pointermove=move |event| looked.set(nearest(&event))
                    on:pointerleave=move |event| if event.pointer_type() != "touch" { looked.set(None) }
                    on:keydown=on_key
                    on:blur=move |_| looked.set(None)
                ></canvas>
            </div>
            <p class="figure-place" use:shows=told></p>
            <Numbers caption=headline table=Signal::derive(move || plane.with(Plane::table)) />
        </figure>
    }
}
