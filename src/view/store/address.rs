//! The address bar: it holds the picture.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

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
    let fragment = untrack(|| store.state().to_address());
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
