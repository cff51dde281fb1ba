//! Goes where an address leads: a link of the page's own, or what a person puts into the address bar, which is
//! kept together with the state.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use model::settings::State;

use super::store::Store;
use super::store::address::{asks_for_another_language, fragment, link, reload, write};

/// Browsers limit how often an address may be changed: it is written this long after the last change.
const SETTLED: Duration = Duration::from_millis(200);

/// The root's attribute while that is still to come.
const UNWRITTEN: &str = "data-unwritten";

/// Goes to an address of the page's own, at once. A link would take a moment, in which the page still shows what was there.
pub fn visit(store: Store, address: &str) {
    let (state, problems) = State::from_address(address);
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
        if asks_for_another_language() {
            reload();
        } else if link(store) != window().location().href().unwrap_or_default() {
            let (state, problems) = State::from_address(&fragment());
            store.load(state, problems);
        }
    });
    on_cleanup(move || listener.remove());
}
