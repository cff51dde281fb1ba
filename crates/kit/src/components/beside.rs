//! Puts what explains something beside it.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use crate::placing::{Rect, place};

/// The left and upper edge in the window of what is to stand beside an element, and within the window; in CSS pixels.
pub fn beside(element: &HtmlElement, what: &HtmlElement) -> (f64, f64) {
    let length = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let whole = (length(window().inner_width()), length(window().inner_height()));
    let own = what.get_bounding_client_rect();
    let rect = element.get_bounding_client_rect();
    let word = Rect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() };
    place(word, (own.width(), own.height()), whole)
}

/// Puts it there, in CSS pixels from what it is placed in. The page's policy allows what is set so, and no `style` attribute.
pub fn put(what: &HtmlElement, left: f64, top: f64) {
    let style = what.style();
    // Lengths are always read.
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}
