//! Points of the complex plane on a canvas.

use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use figures::{Palette, Plane, Spot, record};
use words::figures::words;

use super::looked::{Look, LookedAt, Places, Way};
use super::near::drawn;
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
    let Stage { zoom, theme: Theme { palette, printing, .. }, .. } = expect_context();
    let (frame, node) = (NodeRef::<html::Div>::new(), NodeRef::<html::Canvas>::new());
    // In CSS pixels of the figure as designed.
    let measured = width(move || frame.get().map(Element::from));
    let width = Memo::new(move |_| measured.get() / zoom.get());
    let tall = text(move || format!("{}px", height * zoom.get()));
    let looked = RwSignal::new(None::<usize>);
    let size = move || (width.get().max(1.0), height);
    let spots = Memo::new(move |_| plane.with(|plane| plane.spots(size())));
    let spot = Memo::new(move |_| looked.get().and_then(|place| spots.with(|spots| spots.get(place).cloned())));
    let paint = move || {
        let Some(node) = node.get_untracked().filter(|_| width.get_untracked() > 0.0) else { return };
        let (size, palette) = (untrack(size), palette.get_untracked());
        let at = spot.with_untracked(|spot| spot.as_ref().map(|spot| spot.place));
        plane.with_untracked(|plane| {
            on_sheet(&node, size, zoom.get_untracked(), |drawing| plane.draw(drawing, at, &palette));
            if printing.get_untracked() {
                on_paper(&node, size, &record(size, |drawing| plane.draw(drawing, None, &palette)));
            }
        });
    };
    let changes = move || {
        spots.track();
        spot.track();
        palette.track();
    };
    drawn(store.frame, move || frame.get().map(Element::from), changes, paint);
    let nearest = move |(x, y): (f64, f64)| {
        let distance = |spot: &Spot| (spot.place.0 - x).hypot(spot.place.1 - y);
        spots.with_untracked(|spots| {
            let near = spots.iter().enumerate().min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)));
            near.filter(|(_, spot)| distance(spot) <= NEAR).map(|(place, _)| place)
        })
    };
    let to = move |way| {
        let (now, last) = (looked.get_untracked(), spots.with_untracked(Vec::len).saturating_sub(1));
        Some(match way {
            Way::Right | Way::Down => now.map_or(0, |now| (now + 1).min(last)),
            Way::Left | Way::Up => now.map_or(last, |now| now.saturating_sub(1)),
            Way::First => 0,
            Way::Last => last,
        })
    };
    let look = Look { looked, under: Callback::new(nearest), to: Callback::new(to), choose: None };
    let places = move || Places {
        first: 1.0,
        last: spots.with(Vec::len) as f64,
        now: looked.get().map_or(1.0, |place| place as f64 + 1.0),
    };
    let headline = text(move || plane.with(|plane| plane.headline.clone()));
    let draws = Callback::new(move |palette: Palette| {
        let size = untrack(size);
        plane.with_untracked(|plane| Some((size, record(size, |drawing| plane.draw(drawing, None, &palette)).ok()?)))
    });
    // Said before anything is looked at, too; shown once it is.
    let said =
        text(move || spot.with(|spot| spot.as_ref().map_or(words().nowhere.to_owned(), |spot| spot.text.clone())));
    let told = text(move || spot.with(|spot| spot.as_ref().map(|spot| spot.text.clone()).unwrap_or_default()));
    view! {
        <figure class="figure">
            <figcaption use:shows=headline></figcaption>
            <div class="figure-frame" node_ref=frame style:height=tall>
                <LookedAt look node height label=headline places=Signal::derive(places) said />
            </div>
            <p class="figure-place" use:shows=told></p>
            <Numbers caption=headline table=Signal::derive(move || plane.with(Plane::table)) draws />
        </figure>
    }
}
