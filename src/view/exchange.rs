//! The program that reads and writes the files of other libraries: it is fetched when it is first asked for something.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use port::exchange::{Ask, Reply};
use port::{Client, Phase, Start};

use super::store::Store;

/// What came of a question: the reply, and what lies beside it; or why there is none.
pub type Answered = Result<(Reply, JsValue), String>;

/// Who waits for an answer.
type Waits = Box<dyn Fn(Answered)>;

/// What the script that starts a worker is told, to start this program.
const PROGRAM: &str = "&program=exchange";

/// The program, and who waits for its answer. One question is under way at a time: of several the last one counts.
#[derive(Clone, Copy)]
pub struct Exchange {
    client: StoredValue<Option<Rc<Client<Ask, Reply>>>, LocalStorage>,
    waits: StoredValue<Option<Waits>, LocalStorage>,
    store: Store,
}

impl Exchange {
    /// One that has not been started.
    pub fn new(store: Store) -> Self {
        Self { client: StoredValue::new_local(None), waits: StoredValue::new_local(None), store }
    }

    /// Asks for something. What was asked for before is not wanted any more.
    pub fn ask(self, ask: Ask, beside: Option<JsValue>, answered: impl Fn(Answered) + 'static) {
        self.waits.set_value(Some(Box::new(answered)));
        let client = self.client.get_value().unwrap_or_else(|| self.start());
        if client.has_failed() {
            return;
        }
        client.forget();
        self.client.set_value(Some(Rc::clone(&client)));
        client.ask(ask, beside);
    }

    fn start(self) -> Rc<Client<Ask, Reply>> {
        let told = move |answer: Answered| {
            if let Some(waits) = self.waits.try_update_value(Option::take).flatten() {
                waits(answer);
            }
        };
        let answered = move |reply: Reply, beside: JsValue| {
            told(Ok((reply, beside)));
            None
        };
        // One that has stopped is replaced when it is asked for something again.
        let became = move |phase: Phase| {
            if let Phase::Failed { cause, .. } = phase {
                self.client.set_value(None);
                told(Err(cause));
            }
        };
        let script = self.store.worker_script() + PROGRAM;
        Client::start(Start {
            address: Some(&script),
            name: "exchange",
            cumulative: false,
            answered: Box::new(answered),
            became: Box::new(became),
            here: None,
        })
    }
}
