//! What a lecturer's address locks looks locked: the controls that a worker has drawn, by their keys.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use model::keys::Key;
use model::settings::State;
use words::page::words;

use super::live::text;
use super::store::Store;

/// A control that this has locked has the mark, so that it is freed again where the lock goes.
const MARK: &str = "data-locked";
/// What begins a key of something that is brought, not set: it becomes a person's own data.
const BRING: &str = "bring";

/// A control's title: what it does, or that it is locked.
pub fn tip(store: Store, key: Key, tip: &'static str) -> Signal<String> {
    text(move || if store.is_locked(key) { words().locked } else { tip })
}

/// Marks the controls within an element that would move what is locked.
pub fn mark(state: &State, within: &Element) {
    let css = if state.settings.has_locks() { "[data-key]".to_owned() } else { format!("[{MARK}]") };
    let Ok(controls) = within.query_selector_all(&css) else { return };
    for control in (0..controls.length()).filter_map(|place| controls.get(place)?.dyn_into::<Element>().ok()) {
        // What can be set or removed on an element that is there.
        if is_locked(state, &control) {
            let _ = control.set_attribute("disabled", "");
            let _ = control.set_attribute("title", words().locked);
            let _ = control.set_attribute(MARK, "");
        } else if control.has_attribute(MARK) {
            ["disabled", "title", MARK].into_iter().for_each(|name| drop(control.remove_attribute(name)));
        }
    }
}

/// Whether a control is locked: its key is; or it stands for settings of which one would be moved.
fn is_locked(state: &State, control: &Element) -> bool {
    let name = control.get_attribute("data-key").unwrap_or_default();
    if name.starts_with(BRING) {
        return state.settings.is_locked(Key::Own);
    }
    if let Some(key) = Key::named(&name) {
        return state.settings.is_locked(key);
    }
    let value = control.get_attribute("data-value").map_or_else(|| values_of(control), |value| vec![value]);
    value.iter().any(|value| state.would_move_locked(&name, value))
}

/// The values of a list's options.
fn values_of(list: &Element) -> Vec<String> {
    let Ok(options) = list.query_selector_all("option") else { return vec![] };
    let options = (0..options.length()).filter_map(|place| options.get(place)?.dyn_into::<Element>().ok());
    options.filter_map(|option| option.get_attribute("value")).collect()
}
