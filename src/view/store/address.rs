//! The address bar: it holds the picture.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use model::settings::State;

use super::signals::Store;

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
    with_fragment(page, &untrack(|| store.state().to_address()))
}

/// The page's own address, without what an address bar holds beside it.
fn page() -> String {
    let page = window().location().href().unwrap_or_default();
    page.split(['#', '?']).next().unwrap_or_default().to_owned()
}

/// The whole address of the present picture with its version, to be handed out. Whoever gets it in a lecture is no lecturer: it
/// does not present.
#[must_use]
pub fn shared(store: Store) -> String {
    with_fragment(page(), &handed_out(store).to_link())
}

fn handed_out(store: Store) -> State {
    State { presenting: false, ..store.state() }
}

/// The same for the frame of another page.
#[must_use]
pub fn for_a_frame(store: Store) -> String {
    with_fragment(format!("{}?embed", page()), &handed_out(store).to_link())
}

fn with_fragment(page: String, fragment: &str) -> String {
    if fragment.is_empty() { page } else { format!("{page}#{fragment}") }
}

/// Writes the address, as a step of the way back of its own or in the place of what stands there.
pub fn write(store: Store, own_step: bool) {
    let (Ok(history), link) = (window().history(), link(store)) else { return };
    // Where a browser refuses, the address stays as it was; "Copy link" still has the right one.
    // A frame adds no steps to the way back of the page around it.
    let _ = if own_step && !store.embedded {
        history.push_state_with_url(&JsValue::NULL, "", Some(&link))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&link))
    };
}
