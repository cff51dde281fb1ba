//! What a person does, passed on to the worker that draws. Those that train are its own.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use model::command::{Command, Own};
use port::{Request, Settled};

use super::signals::Store;

impl Store {
    /// Has a worker take in what a person brings to learn from.
    pub fn bring(&self, own: Own, text: Option<String>, file: Option<JsValue>) {
        self.workers.pictures.with_value(|artist| {
            if let Some(artist) = artist {
                artist.tell(Request::Bring(own, text), file);
            }
        });
    }

    /// Tells the worker that draws.
    pub fn tell_artist(&self, request: Request) {
        self.workers.pictures.with_value(|artist| {
            if let Some(artist) = artist {
                artist.tell(request, None);
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
    pub fn attend(&self) {
        let state = Settled(untrack(|| self.state()));
        self.workers.pictures.with_value(|artist| {
            if let Some(artist) = artist {
                artist.tell(Request::Attend(state), None);
            }
        });
    }
}
