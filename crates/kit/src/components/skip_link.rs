//! Past what stands before the content.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::text::shows;

/// A link that is in sight while it has the focus, and leads the keyboard to an element. The address stays: it is the page's.
#[component]
pub fn SkipLink(
    /// Where it leads.
    #[prop(into)]
    label: Signal<String>,
    /// The id of an element. Where that has no box of its own, the first of its children that has one is led to.
    #[prop(into)]
    to: Signal<&'static str>,
) -> impl IntoView {
    view! {
        <a
            class="kit-skip"
            href=move || format!("#{}", to.get())
            on:click=move |event| {
                event.prevent_default();
                if let Some(element) = document().get_element_by_id(to.get_untracked()).and_then(boxed) {
                    // Only what has one can have the focus.
                    if !element.has_attribute("tabindex") {
                        let _ = element.set_attribute("tabindex", "-1");
                    }
                    element.scroll_into_view();
                    let _ = element.focus();
                }
            }
            use:shows=label
        ></a>
    }
}

/// An element, or the first of its children, that takes room in the page.
fn boxed(element: Element) -> Option<HtmlElement> {
    let has_box = |element: &Element| element.get_bounding_client_rect().height() > 0.0;
    let children = element.children();
    let inside = (0..children.length()).filter_map(|place| children.item(place));
    std::iter::once(element.clone()).chain(inside).find(has_box)?.dyn_into().ok()
}
