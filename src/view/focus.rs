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

/// Whether what has the keyboard lies in such an element.
pub fn is_within(css: &str) -> bool {
    document().active_element().is_some_and(|active| matches!(active.closest(css), Ok(Some(_))))
}
