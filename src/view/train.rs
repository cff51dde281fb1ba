//! The Train view: a worker trains each cell and draws its lane; here is where all that stands, and what
//! passes on what a person does. The workers that train are the picture worker's own.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use model::command::{Command, Own, View};
use model::keys::Key;
use port::{Request, Settled};

use super::live::flag;
use super::store::Store;

/// The view that is open.
#[must_use]
pub fn in_view(store: Store) -> View {
    store.settings.with(View::of)
}

/// The view. What stands in its parts comes from the workers.
#[component]
pub fn Train() -> impl IntoView {
    let store: Store = expect_context();
    let open = Memo::new(move |_| in_view(store) != View::Lab);
    let trains = Memo::new(move |_| in_view(store) == View::Train);
    Effect::new(move |_| {
        if trains.get() {
            // The settings as they are now, to those that train.
            let _ = store.settings.get();
            store.attend();
        }
    });
    view! {
        <section
            id="train"
            hidden=flag(move || !open.get())
            inner_html=PARTS
        ></section>
    }
}

/// Whether a lesson is in view.
#[must_use]
pub fn learns(store: Store) -> bool {
    store.settings.with(|settings| !settings.text(Key::Lesson).is_empty())
}

/// What the workers fill.
const PARTS: &str = "<div id=train-controls class=controls></div><div id=train-own></div><div id=train-head class=lanes></div>\
    <div id=train-rnn class=lanes></div><div id=train-lstm class=lanes></div><div id=train-gru class=lanes></div><div id=train-sweep></div>\
    <div class=transport><div id=train-buttons></div><div id=train-moment></div><div class=runs><div id=train-rnn-progress></div>\
    <div id=train-lstm-progress></div><div id=train-gru-progress></div></div></div>";

impl Store {
    /// Has a worker take in what a person brings to learn from.
    pub fn bring(&self, own: Own, text: Option<String>, file: Option<JsValue>) {
        self.workers.pictures.with_value(|artist| {
            if let Some(artist) = artist {
                artist.tell(Request::Bring(own, text), file);
            }
        });
    }

    /// Has a worker do what a command says.
    pub fn command(&self, command: Command) {
        let state = Settled(untrack(|| self.state()));
        self.workers.pictures.with_value(|artist| {
            if let Some(artist) = artist {
                artist.tell(Request::Command(state, command), None);
            }
        });
    }

    /// Tells the worker that training is in view at these settings.
    pub(super) fn attend(&self) {
        let state = Settled(untrack(|| self.state()));
        self.workers.pictures.with_value(|artist| {
            if let Some(artist) = artist {
                artist.tell(Request::Attend(state), None);
            }
        });
    }
}
