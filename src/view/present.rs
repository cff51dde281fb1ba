//! Presenting: how much larger figures are drawn for a class, and when the bar with what can be pressed is in sight.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use super::store::Store;

/// The root's attribute while the page is presented: `static/present.css` enlarges the root's letters by it.
const PRESENTED: &str = "data-presented";
/// The size of the root's letters, in CSS pixels, at which a figure is drawn as designed: its ticks are then of 12, and at the
/// root's 22 of a projector of 20.
const DESIGNED: f64 = 13.2;
/// So long the bar stays after the pointer has moved.
const STAYS: Duration = Duration::from_secs(3);

/// Keeps the zoom of figures as the style sheet enlarges the root's letters, and says whether the bar is in sight.
pub fn follow(store: Store, zoom: RwSignal<f64>) -> RwSignal<bool> {
    let measure = move |presenting: bool| zoom.set(if presenting { letters() / DESIGNED } else { 1.0 });
    Effect::new(move |before: Option<bool>| {
        let presenting = store.presenting.get();
        if before != Some(presenting) {
            mark(presenting);
            measure(presenting);
        }
        presenting
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure(store.presenting.get_untracked()));
    let awake = RwSignal::new(false);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let wake = move || {
        if !store.presenting.get_untracked() {
            return;
        }
        if !awake.get_untracked() {
            awake.set(true);
        }
        waiting.try_update_value(Option::take).flatten().into_iter().for_each(|waits| waits.clear());
        // Where no timer can be had the bar stays.
        if let Ok(waits) = set_timeout_with_handle(move || awake.set(false), STAYS) {
            waiting.set_value(Some(waits));
        }
    };
    let moved = window_event_listener(leptos::ev::pointermove, move |_| wake());
    let pressed = window_event_listener(leptos::ev::pointerdown, move |_| wake());
    on_cleanup(move || {
        resized.remove();
        moved.remove();
        pressed.remove();
    });
    awake
}

/// Marks the root, so that its letters have their size before anything is measured.
fn mark(presenting: bool) {
    if let Some(root) = document().document_element() {
        // An attribute with a valid name can always be set.
        let _ = if presenting { root.set_attribute(PRESENTED, "") } else { root.remove_attribute(PRESENTED) };
    }
}

/// The size of the root's letters in CSS pixels.
fn letters() -> f64 {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok()?);
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| size.trim_end_matches("px").parse().ok()).unwrap_or(DESIGNED)
}
