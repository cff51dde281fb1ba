//! The address bar: it holds the picture.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use model::settings::State;
use words::Language;

use super::signals::Store;

/// The key of the language. It is no setting: `index.html` reads it before the page starts, and leaves it at the root where the
/// address names one.
const LANGUAGE: &str = "lang=";

/// Where the language stands that the address names.
const ASKED: &str = "data-asked";

/// Where the language stands that a person has chosen.
const STORED: &str = "unrolled-language";

/// The part of the address after `#`, without its language.
#[must_use]
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    let parts = hash.trim_start_matches('#').split('&').filter(|part| !part.starts_with(LANGUAGE));
    parts.collect::<Vec<_>>().join("&")
}

/// Whether the address asks for another language than the page speaks.
#[must_use]
pub fn asks_for_another_language() -> bool {
    let hash = window().location().hash().unwrap_or_default();
    let asked = hash.trim_start_matches('#').split('&').find_map(|part| part.strip_prefix(LANGUAGE));
    asked.and_then(Language::of).is_some_and(|asked| asked != words::language())
}

/// Has the page speak another language from now on, also at the next visit: it starts anew with the same picture.
pub fn speak(store: Store, language: Language) {
    if let Some(root) = document().document_element() {
        // An attribute of this name can always be set.
        let _ = root.set_attribute(ASKED, language.key());
    }
    if let Ok(Some(storage)) = window().local_storage() {
        // Where storage is full or forbidden the choice stands in the address.
        let _ = storage.set_item(STORED, language.key());
    }
    write(store, false);
    reload();
}

/// Starts the page anew.
pub fn reload() {
    // A browser that refuses stays as it is.
    let _ = window().location().reload();
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
    let asked = document().document_element().and_then(|root| root.get_attribute(ASKED));
    let language = asked.map(|key| format!("{LANGUAGE}{key}"));
    let parts: Vec<&str> =
        [fragment, language.as_deref().unwrap_or_default()].into_iter().filter(|own| !own.is_empty()).collect();
    if parts.is_empty() { page } else { format!("{page}#{}", parts.join("&")) }
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
