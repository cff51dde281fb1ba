//! Handles to the workers, and to what is under way there.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use measure::Measured;
use model::lab::Run;
use port::exchange::Shown;
use port::{Client, Parcel};

use super::shared::Shared;

/// The numbers of the run that is shown, as the worker that draws pictures can have them.
pub(super) enum Numbers {
    /// It has had them, or makes them itself.
    Had,
    /// Here they are, as another worker sent them.
    Came(JsValue),
    /// They can be copied from the run.
    Copied,
}

/// Who waits for what is taken along: a network, or a text as bytes.
type Takes = Box<dyn Fn(Parcel<Shown>, JsValue)>;

/// The worker that runs the engine, the one that draws pictures, and what is under way.
#[derive(Clone, Copy)]
pub struct Workers {
    pub(super) runs: StoredValue<Option<Rc<Client>>, LocalStorage>,
    pub(super) pictures: StoredValue<Option<Rc<Client>>, LocalStorage>,
    /// Where their script lies.
    pub(super) address: StoredValue<String>,
    /// Pictures that have come, each to be shown in a frame of its own.
    pub(super) drawn: StoredValue<Vec<Option<Parcel<Measured>>>>,
    /// The numbers of a picture of which not all has been said.
    pub(super) measured: StoredValue<Option<Parcel<Measured>>>,
    /// The run before the present one: its room is used again.
    pub(super) spare: StoredValue<Option<Shared<Run>>>,
    /// The numbers of the run that is shown, for whoever draws pictures of it.
    pub(super) numbers: StoredValue<Numbers, LocalStorage>,
    /// Whether a picture waits for the run which is under way.
    pub(super) due: StoredValue<bool>,
    /// Since when an answer is owed that the page could make itself.
    pub(super) owed: StoredValue<Option<f64>>,
    /// Who waits for what is taken along.
    pub(super) takes: StoredValue<Option<Takes>, LocalStorage>,
    /// How long the engine took for the last answer, in milliseconds.
    pub(super) took: StoredValue<f64>,
}

impl Workers {
    /// None yet.
    pub fn new() -> Self {
        Self {
            runs: StoredValue::new_local(None),
            pictures: StoredValue::new_local(None),
            address: StoredValue::new(String::new()),
            drawn: StoredValue::new(vec![]),
            measured: StoredValue::new(None),
            spare: StoredValue::new(None),
            numbers: StoredValue::new_local(Numbers::Had),
            due: StoredValue::new(false),
            owed: StoredValue::new(None),
            takes: StoredValue::new_local(None),
            took: StoredValue::new(f64::INFINITY),
        }
    }
}
