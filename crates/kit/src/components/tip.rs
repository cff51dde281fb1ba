//! What is to be known of a control beyond its label.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::beside::within;
use super::id::unique;

/// A tip, above its control while that is pointed at or has the focus. The control names it as its description, so that it is
/// said, too.
#[derive(Clone)]
pub struct Tip {
    text: &'static str,
    id: String,
    bubble: NodeRef<html::Span>,
}

impl Tip {
    /// A tip; none if the text is empty.
    pub fn new(text: &'static str) -> Self {
        Self { text, id: unique("tip"), bubble: NodeRef::new() }
    }

    /// The id for the control's description; none where there is no tip.
    pub fn id(&self) -> Option<String> {
        (!self.text.is_empty()).then(|| self.id.clone())
    }

    /// Keeps it within the window: for when the control is pointed at or gets the focus, which shows it.
    pub fn place(&self) -> impl Fn() + Copy + use<> {
        let bubble = self.bubble;
        move || {
            let Some(bubble) = bubble.get_untracked() else { return };
            // One that is not shown has none.
            if let Some(field) = bubble.offset_parent().and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
                within(&field, &bubble);
            }
        }
    }

    /// What stands in the control's element.
    pub fn view(self) -> Option<AnyView> {
        let Self { text, id, bubble } = self;
        let view =
            || view! { <span class="kit-bubble" aria-hidden="true" id=id node_ref=bubble>{text}</span> }.into_any();
        (!text.is_empty()).then(view)
    }
}
