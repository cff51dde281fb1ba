//! The address bar: it holds the picture, and what a person puts there is shown.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use model::settings::State;

use super::store::Store;

/// Browsers limit how often an address may be changed: it is written this long after the last change.
const SETTLED: Duration = Duration::from_millis(200);

/// The root's attribute while that is still to come.
const UNWRITTEN: &str = "data-unwritten";

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

/// Writes the address, as a step of the way back of its own or in the place of what stands there.
pub fn write(store: Store, own_step: bool) {
    let (Ok(history), link) = (window().history(), link(store)) else { return };
    // Where a browser refuses, the address stays as it was; "Copy link" still has the right one.
    let _ = if own_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&link))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&link))
    };
}

/// Goes to an address of the page's own, at once. A link would take a moment, in which the page still shows what was there.
pub fn visit(store: Store, address: &str) {
    let (state, problems) = State::from_fragment(address);
    // The way back leads here.
    write(store, false);
    store.load(state, problems);
    write(store, true);
}

/// Marks the page while its address is still to be written.
fn mark(waits: bool) {
    if let Some(root) = document().document_element() {
        // An attribute with a valid name can always be set.
        let _ = if waits { root.set_attribute(UNWRITTEN, "") } else { root.remove_attribute(UNWRITTEN) };
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
        mark(!playing);
        if !playing {
            let before = fragment();
            let settled = move || {
                // Unless another one has been put there since.
                if fragment() == before {
                    write(store, false);
                }
                mark(false);
            };
            waiting.set_value(set_timeout_with_handle(settled, SETTLED).ok());
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
