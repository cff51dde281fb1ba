//! Past what stands before the content.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::text::shows;

/// A link that is in sight while it has the focus, and leads the keyboard to an element. The address stays: it is the page's.
#[component]
pub fn SkipLink(
    /// Where it leads.
    #[prop(into)]
    label: Signal<String>,
    /// The id of an element that can have the focus, if by `tabindex="-1"`.
    to: &'static str,
) -> impl IntoView {
    view! {
        <a
            class="kit-skip"
            href=format!("#{to}")
            on:click=move |event| {
                event.prevent_default();
                if let Some(element) = document().get_element_by_id(to) {
                    element.scroll_into_view();
                    // It can have the focus: whoever uses this has seen to it.
                    let _ = element.unchecked_into::<HtmlElement>().focus();
                }
            }
            use:shows=label
        ></a>
    }
}
