//! What is folded until it is wanted.

use leptos::prelude::*;
use web_sys::HtmlDetailsElement;

use super::icon::{Glyph, Icon};
use super::text::shows;
use super::tip::Tip;

/// A line that opens what lies below it.
#[component]
pub fn Disclosure(
    /// The line.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is open; it follows, and is told.
    open: RwSignal<bool>,
    /// What is to be known of it beyond its line, above it while it is pointed at or has the focus.
    #[prop(optional)]
    tip: &'static str,
    /// Its id, where others refer to it.
    #[prop(optional)]
    id: &'static str,
    /// What it opens.
    children: Children,
) -> impl IntoView {
    let tip = Tip::new(tip);
    let (described, place) = (tip.id(), tip.place());
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
            <summary aria-describedby=described on:pointerenter=move |_| place() on:focusin=move |_| place()>
                <Glyph icon=Icon::On />
                <span use:shows=label></span>
                {tip.view()}
            </summary>
            <div class="kit-folded">{children()}</div>
        </details>
    }
}
