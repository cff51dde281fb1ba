//! What a word means, at the word.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::beside::{beside, put};
use super::id::unique;
use super::text::shows;

/// A word in a text that opens its explanation. It closes by Escape, by a press elsewhere, and when the focus leaves it.
#[component]
pub fn Popover(
    /// The word, as it stands in the text.
    #[prop(into)]
    word: Signal<String>,
    /// The explanation.
    children: Children,
) -> impl IntoView {
    let (id, named) = (unique("popover"), unique("word"));
    let (trigger, panel) = (NodeRef::<html::Button>::new(), NodeRef::<html::Div>::new());
    let open = RwSignal::new(false);
    let close = move |back: bool| {
        if !open.get_untracked() {
            return;
        }
        open.set(false);
        if let Some(panel) = panel.get_untracked() {
            // It may have been closed by the browser.
            let _ = panel.hide_popover();
        }
        if let Some(trigger) = trigger.get_untracked().filter(|_| back) {
            let _ = trigger.focus();
        }
    };
    let show = move || {
        if let (Some(trigger), Some(panel)) = (trigger.get_untracked(), panel.get_untracked()) {
            // A browser without popovers shows it below the word.
            let _ = panel.show_popover();
            open.set(true);
            let (left, top) = beside(&trigger, &panel);
            let (across, down) = (window().scroll_x().unwrap_or_default(), window().scroll_y().unwrap_or_default());
            put(&panel, left + across, top + down);
            let _ = panel.focus();
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            close(true);
        }
    };
    let on_leave = move |event: FocusEvent| {
        // Where the text goes, the focus leaves its words when they are no more.
        if open.try_get_untracked() != Some(true) {
            return;
        }
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let stays = |element: Option<Element>| element.is_some_and(|element| element.contains(to.as_ref()));
        let to_trigger = stays(trigger.get_untracked().map(|trigger| trigger.unchecked_into()));
        let to_panel = stays(panel.get_untracked().map(|panel| panel.unchecked_into()));
        // To the word: its press closes, or the focus goes on from there. Nowhere, as with a press on plain paper: it closes,
        // unless the whole window has lost the focus.
        let leaves = if to.is_some() { !to_panel && !to_trigger } else { document().has_focus().unwrap_or(true) };
        if leaves {
            close(false);
        }
    };
    view! {
        <span class="kit-popped" on:focusout=on_leave on:keydown=on_key>
            <button
                type="button"
                class="kit-word"
                id=named.clone()
                node_ref=trigger
                aria-haspopup="dialog"
                aria-expanded=move || open.get().to_string()
                aria-controls=id.clone()
                on:click=move |_| if open.get_untracked() { close(true) } else { show() }
                use:shows=word
            ></button>
            <div
                class="kit-popover"
                popover="manual"
                role="dialog"
                tabindex="-1"
                id=id
                aria-labelledby=named
                node_ref=panel
                class:kit-open=move || open.get()
            >
                {children()}
            </div>
        </span>
    }
}
