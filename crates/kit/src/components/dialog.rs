//! What is answered before anything else goes on.

use leptos::html;
use leptos::prelude::*;

use super::button::{Button, ButtonKind};
use super::icon::Icon;
use super::id::unique;
use super::text::shows;

/// A dialog over the page. The browser keeps the focus in it and gives it back; Escape and a press beside it close it.
#[component]
pub fn Dialog(
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// The button that closes it.
    #[prop(into)]
    close_label: Signal<String>,
    /// Whether it is open; it follows, and is told.
    open: RwSignal<bool>,
    /// Its name for those who look for it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// What it holds; buttons in an element of the class `kit-actions` stand at its end.
    children: Children,
) -> impl IntoView {
    let named = unique("title");
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let is_open = open.get();
        let Some(dialog) = dialog.get() else { return };
        if is_open && !dialog.open() {
            // It stands in the page and is not open.
            let _ = dialog.show_modal();
        } else if !is_open && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog
            class="kit-dialog"
            id=id
            aria-labelledby=named.clone()
            node_ref=dialog
            on:close=move |_| open.set(false)
            on:click=move |event| {
                // What lies beside it is the dialog's own; all within is the sheet's.
                if event.target() == event.current_target() {
                    open.set(false);
                }
            }
        >
            <div class="kit-sheet">
                <div class="kit-top">
                    <h2 id=named.clone() use:shows=title></h2>
                    <Button label=close_label kind=ButtonKind::Icon icon=Icon::Close press=move |()| open.set(false) />
                </div>
                {children()}
            </div>
        </dialog>
    }
}
