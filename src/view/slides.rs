//! A view that is read from top to bottom, presented: a figure or a table at a time fills the screen, and is turned like a page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Element;

use kit::{Availability, Button};
use model::command::View;
use words::fill;
use words::page::words;

use super::live::{part, shows, text};
use super::store::{Store, in_view, learns};

/// The view that is presented.
const VIEW: &str = ".presenting .view:not([hidden])";

/// Which slide is in sight, from 1, and how many there are.
type Place = (i32, i32);

fn view() -> Option<Element> {
    document().query_selector(VIEW).ok().flatten()
}

/// Where a view stands: each of its slides is as high as what is seen of it.
fn place() -> Option<Place> {
    let view = view()?;
    let height = f64::from(view.client_height().max(1));
    let slides = |pixels: i32| (f64::from(pixels) / height).round() as i32;
    Some((slides(view.scroll_top()) + 1, slides(view.scroll_height()).max(1)))
}

/// Turns to the next slide, or to the one before; whether a view is presented that has slides. In a narrow window the page itself
/// scrolls.
pub fn turn(on: bool) -> bool {
    let overflows = |view: &Element| view.scroll_height() > view.client_height();
    let Some(view) = view().filter(overflows) else { return false };
    let by = view.client_height();
    view.set_scroll_top(view.scroll_top() + if on { by } else { -by });
    true
}

/// The bar that turns slides, with where it stands.
#[component]
pub fn Slides(
    /// The bar is in sight.
    is_awake: RwSignal<bool>,
) -> impl IntoView {
    let store: Store = expect_context();
    let has_slides = move || matches!(in_view(store), View::Compare | View::Results | View::Choose) && !learns(store);
    let is_there = Memo::new(move |_| store.presenting.get() && has_slides());
    let scrolled = RwSignal::new(());
    // What scrolls is a part of the page, which tells it to nobody above.
    let noticed = Closure::<dyn Fn()>::new(move || {
        if is_there.try_get_untracked() == Some(true) {
            scrolled.set(());
        }
    });
    // Without the listener the keys turn slides all the same.
    let _ = document().add_event_listener_with_callback_and_bool("scroll", noticed.as_ref().unchecked_ref(), true);
    // It is heard as long as the page is there.
    noticed.forget();
    part(move || is_there.get().then(|| view! { <Bar is_awake scrolled /> }))
}

#[component]
fn Bar(is_awake: RwSignal<bool>, scrolled: RwSignal<()>) -> impl IntoView {
    let lesson = words::lesson::words();
    let at = Memo::new(move |_| {
        scrolled.track();
        is_awake.track();
        place().unwrap_or((1, 1))
    });
    let where_ = text(move || {
        let (n, all) = at.get();
        fill(words().slide, &[("n", &n.to_string()), ("all", &all.to_string())])
    });
    let free = |is_free: fn(Place) -> bool| {
        Signal::derive(move || {
            let off = || Availability::Off(words().no_slide.to_owned());
            if is_free(at.get()) { Availability::Ready } else { off() }
        })
    };
    let back = move || {
        turn(false);
    };
    let next = move || {
        turn(true);
    };
    view! {
        <nav class="slides" aria-label=words().slides>
            <Button label=format!("← {}", lesson.back) press=back availability=free(|(n, _)| n > 1) />
            <span class="slides-at" use:shows=where_></span>
            <Button label=format!("{} →", lesson.next) press=next availability=free(|(n, all)| n < all) />
        </nav>
    }
}
