//! Puts what explains something beside it.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use crate::placing::{Rect, kept, place};

/// The left and upper edge in the window of what is to stand beside an element, and within the window; in CSS pixels.
pub fn beside(element: &HtmlElement, what: &HtmlElement) -> (f64, f64) {
    let length = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let whole = (length(window().inner_width()), length(window().inner_height()));
    let own = what.get_bounding_client_rect();
    let rect = element.get_bounding_client_rect();
    let word = Rect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() };
    place(word, (own.width(), own.height()), whole)
}

/// Keeps what stands above or below an element, from its start on, within the window's width.
pub fn within(element: &HtmlElement, what: &HtmlElement) {
    // From where it stands by itself.
    let _ = what.style().remove_property("left");
    let whole = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or_default();
    let own = what.get_bounding_client_rect();
    let left = kept(own.left(), own.width(), whole);
    let _ = what.style().set_property("left", &format!("{}px", left - element.get_bounding_client_rect().left()));
}

/// Puts it there, in CSS pixels from what it is placed in. The page's policy allows what is set so, and no `style` attribute.
pub fn put(what: &HtmlElement, left: f64, top: f64) {
    let style = what.style();
    // Lengths are always read.
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}
