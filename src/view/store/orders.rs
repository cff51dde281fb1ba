//! What a person does, passed on to the worker that draws. Those that train are its own.

use std::rc::Rc;

use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use model::command::{Command, Own};
use model::settings::Net;
use port::exchange::Shown;
use port::{Client, Parcel, Request, Settled, Taking};

use super::address;
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

    /// Has the browser keep a network that a person brought. Both workers that make runs have it at once.
    pub fn keep(&self, net: Net, layers: &str) {
        let bytes = || Some(Uint8Array::from(layers.as_bytes()).into());
        let hold = |worker: &Option<Rc<Client>>| {
            worker.iter().for_each(|worker| worker.tell(Request::Hold(net.file()), bytes()));
        };
        self.workers.runs.with_value(hold);
        self.workers.pictures.with_value(|artist| {
            hold(artist);
            artist.iter().for_each(|artist| artist.tell(Request::Keep(net.file()), bytes()));
        });
    }

    /// Has a worker give what is taken along of the Lab as it is.
    pub fn take_along(&self, taking: Taking, taken: impl Fn(Parcel<Shown>, JsValue) + 'static) {
        self.workers.takes.set_value(Some(Box::new(taken)));
        let (state, address) = untrack(|| (Settled(self.state()), address::shared(*self)));
        self.tell_artist(Request::Take(state, taking, address));
    }

    /// The script that starts a worker.
    #[must_use]
    pub fn worker_script(&self) -> String {
        self.workers.address.get_value()
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
