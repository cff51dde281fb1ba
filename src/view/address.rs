//! The address bar: it holds the picture, and what a person puts there is shown.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::settings::State;

use super::store::Store;

/// Browsers limit how often an address may be changed: it is written this long after the last change.
const SETTLED: Duration = Duration::from_millis(200);

/// The part of the address after `#`.
#[must_use]
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The whole address of the present picture.
#[must_use]
pub fn link(store: Store) -> String {
    let page = window().location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default().to_owned();
    let fragment = untrack(|| store.state().to_fragment());
    if fragment.is_empty() { page } else { format!("{page}#{fragment}") }
}

/// Writes the address, unless another one has been put there since `before`.
fn write(store: Store, before: &str) {
    if let (Ok(history), true) = (window().history(), fragment() == before) {
        // Where a browser refuses, the address stays as it was; "Copy link" still has the right one.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&link(store)));
    }
}

/// Keeps address and state together, both ways.
pub fn keep(store: Store) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let playing = store.playing.get();
        let _ = store.state();
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
        if !playing {
            let before = fragment();
            waiting.set_value(set_timeout_with_handle(move || write(store, &before), SETTLED).ok());
        }
    });
    let listener = window_event_listener(leptos::ev::hashchange, move |_| {
        if link(store) != window().location().href().unwrap_or_default() {
            let (state, problems) = State::from_fragment(&fragment());
            store.load(state, problems);
        }
    });
    on_cleanup(move || listener.remove());
}
