//! Where the keyboard is.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Gives an element the keyboard, where it can take it.
pub fn focus_element(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Without it the keyboard stays where it is.
        let _ = element.focus();
    }
}

/// Whether a person is with the keyboard in such an element, and has not only pressed something there.
pub fn is_within(css: &str) -> bool {
    let active = document().active_element().filter(|active| active.matches(":focus-visible").unwrap_or_default());
    active.is_some_and(|active| matches!(active.closest(css), Ok(Some(_))))
}
