//! Handles to the workers, and to what is under way there.

use std::rc::Rc;

use leptos::prelude::*;

use model::lab::Run;
use pictures::parts::Part;
use port::Client;

use super::shared::Shared;

/// The worker that runs the engine, the one that draws pictures, and what is under way.
#[derive(Clone, Copy)]
pub struct Workers {
    pub(super) runs: StoredValue<Option<Rc<Client>>, LocalStorage>,
    pub(super) pictures: StoredValue<Option<Rc<Client>>, LocalStorage>,
    /// Where their script lies.
    pub(super) address: StoredValue<String>,
    /// Pictures that have come, each to be shown in a frame of its own.
    pub(super) drawn: StoredValue<Vec<Vec<Part>>>,
    /// The run before the present one: its room is used again.
    pub(super) spare: StoredValue<Option<Shared<Run>>>,
    /// Since when an answer is owed that the page could make itself.
    pub(super) owed: StoredValue<Option<f64>>,
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
            spare: StoredValue::new(None),
            owed: StoredValue::new(None),
            took: StoredValue::new(f64::INFINITY),
        }
    }
}
