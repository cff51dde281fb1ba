//! The Train view: a worker trains each cell and draws its lane; here is where all that stands, and what
//! passes on what a person does. The workers that train are the picture worker's own.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::keys::Key;
use crate::worker::Request;

use super::live::flag;
use super::store::Store;

/// Whether training is in view, and not the Lab.
#[must_use]
pub fn is_open(store: Store) -> bool {
    store.settings.with(|settings| settings.name(Key::View).is_some())
}

/// The view. What stands in its parts comes from the workers.
#[component]
pub fn Train() -> impl IntoView {
    let store: Store = expect_context();
    let open = Memo::new(move |_| is_open(store));
    Effect::new(move |_| {
        if open.get() {
            // The settings as they are now, to those that train.
            let _ = store.settings.get();
            untrack(|| store.train(""));
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
    /// Has a worker take in what a person brings to learn from: see [`Request::Bring`].
    pub fn bring(&self, key: String, what: JsValue) {
        self.workers.pictures.with_value(|artist| {
            if let Some(artist) = artist {
                artist.tell(Request::Bring(key, what));
            }
        });
    }

    /// Tells those that train what to do: see [`Request::Train`]; `turn` starts or pauses them.
    pub fn train(&self, command: &str) {
        let on = self.workers.training;
        let command = match command {
            "turn" if on.get_value() => "pause",
            "turn" => "start",
            other => other,
        };
        if !matches!(command, "" | "seen") {
            on.set_value(command == "start");
        }
        self.workers.pictures.with_value(|artist| {
            if let Some(artist) = artist {
                let fragment = untrack(|| self.state().to_fragment());
                artist.tell(Request::Train(fragment, String::new(), command.into()));
            }
        });
    }
}
