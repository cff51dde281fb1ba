//! What has happened, with a way back.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::button::{Button, ButtonKind};
use super::icon::Icon;
use super::text::shows;

/// What a toast says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What has happened, as a sentence.
    pub text: String,
    /// Whether it can be undone.
    pub undo: bool,
}

/// The place for messages at the page's lower edge. Its region stands there before a message does. A message stays until it is
/// closed or another one comes, since nobody reads as fast as a clock.
#[component]
pub fn Toast(
    /// What is said; it is emptied when a person closes it or undoes.
    message: RwSignal<Option<Message>>,
    /// The button that undoes.
    #[prop(into)]
    undo_label: Signal<String>,
    /// The button that closes.
    #[prop(into)]
    close_label: Signal<String>,
    /// Undoes what the message tells.
    #[prop(into)]
    undo: Callback<()>,
) -> impl IntoView {
    let text =
        Signal::derive(move || message.with(|now| now.as_ref().map_or_else(String::new, |now| now.text.clone())));
    let has_undo = Memo::new(move |_| message.with(|now| now.as_ref().is_some_and(|now| now.undo)));
    // Its buttons go with it: what had the focus when it came has it again.
    let before = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move |_| {
        if message.with(Option::is_some) {
            before.set_value(document().active_element().and_then(|element| element.dyn_into().ok()));
        }
    });
    let leave = move || {
        message.set(None);
        if let Some(element) = before.get_value() {
            // It may have gone meanwhile.
            let _ = element.focus();
        }
    };
    view! {
        <div class="kit-toast" class:kit-shown=move || message.with(Option::is_some)>
            <p role="status" use:shows=text></p>
            <Show when=move || has_undo.get()>
                <Button
                    label=undo_label
                    icon=Icon::Undo
                    press=move |()| {
                        leave();
                        undo.run(());
                    }
                />
            </Show>
            <Show when=move || message.with(Option::is_some)>
                <Button label=close_label kind=ButtonKind::Icon icon=Icon::Close press=move |()| leave() />
            </Show>
        </div>
    }
}
