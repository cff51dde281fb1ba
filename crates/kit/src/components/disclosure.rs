//! What is folded until it is wanted.

use leptos::prelude::*;
use web_sys::HtmlDetailsElement;

use super::icon::{Glyph, Icon};
use super::text::shows;

/// A line that opens what lies below it.
#[component]
pub fn Disclosure(
    /// The line.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is open; it follows, and is told.
    open: RwSignal<bool>,
    /// Its id, where others refer to it.
    #[prop(optional)]
    id: &'static str,
    /// What it opens.
    children: Children,
) -> impl IntoView {
    view! {
        <details
            class="kit-disclosure"
            id=(!id.is_empty()).then_some(id)
            prop:open=move || open.get()
            on:toggle=move |event| {
                let now = event_target::<HtmlDetailsElement>(&event).open();
                if now != open.get_untracked() {
                    open.set(now);
                }
            }
        >
            <summary><Glyph icon=Icon::On /><span use:shows=label></span></summary>
            <div class="kit-folded">{children()}</div>
        </details>
    }
}
