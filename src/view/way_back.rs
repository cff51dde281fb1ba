//! What a change has taken out of sight, told once, with the way back.

use leptos::prelude::*;

use kit::{Message, Toast};
use model::settings::Settings;
use words::page::words;

use super::store::Store;

/// What is told of the last change, as long as no other follows: undo would take back that one.
#[derive(Clone, Copy)]
pub struct WayBack {
    store: Store,
    message: RwSignal<Option<Message>>,
    /// The settings after the change.
    at: StoredValue<Option<Settings>>,
}

impl WayBack {
    /// Nothing is told.
    pub fn new(store: Store) -> Self {
        let way = Self { store, message: RwSignal::new(None), at: StoredValue::new(None) };
        Effect::new(move |_| {
            let stands = store.settings.with(|now| way.at.with_value(|at| at.as_ref().is_none_or(|at| at == now)));
            if !stands {
                way.at.set_value(None);
                way.message.set(None);
            }
        });
        way
    }

    /// Shows a text until the next change.
    pub fn show(self, text: &str) {
        self.at.set_value(Some(self.store.settings.get_untracked()));
        self.message.set(Some(Message { text: text.to_owned(), undo: false }));
    }

    /// Tells of a change that has just been made.
    pub fn tell(self, text: &str) {
        self.at.set_value(Some(self.store.settings.get_untracked()));
        self.message.set(Some(Message { text: text.to_owned(), undo: true }));
    }
}

/// What is told, and the buttons to it.
#[component]
pub fn Told() -> impl IntoView {
    let WayBack { store, message, .. } = expect_context();
    let words = words();
    view! {
        <div class="way-back">
            <Toast
                message
                undo_label=Signal::stored(words.undo.to_owned())
                close_label=Signal::stored(words.dismiss.to_owned())
                undo=Callback::new(move |()| store.undo(false))
            />
        </div>
    }
}
