//! The worker's side: reads requests, runs the engine, draws the laboratory's pictures, answers.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use js_sys::global;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::lab::Run;
use crate::laboratory;
use crate::settings::State;

use super::protocol::{Numbers, Parts, READY, Request};

/// Listens for requests, and says so.
pub fn serve() {
    std::panic::set_hook(Box::new(console_error_panic_hook::hook));
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let host = Rc::new(Host { scope: scope.clone(), sent: RefCell::default() });
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| host.answer(&event.data()));
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    // A page that has gone needs no answer, here and below.
    let _ = scope.post_message(&JsValue::from_str(READY));
}

struct Host {
    scope: DedicatedWorkerGlobalScope,
    /// What stands in the page already.
    sent: RefCell<HashMap<String, String>>,
}

impl Host {
    fn answer(&self, message: &JsValue) {
        let Some((number, request, room)) = Request::from_message(message) else { return };
        match request {
            Request::Run(fragment) => {
                let start = self.now();
                let settings = State::from_fragment(&fragment).0.settings;
                let run = Run::new(&settings, &settings.sequence());
                let numbers = Numbers::new(self.now() - start, &run, room);
                let (message, transfer) = numbers.to_message(number);
                let _ = self.scope.post_message_with_transfer(&message, &transfer);
            }
            Request::Picture(fragment, sheet) => {
                let (state, _) = State::from_fragment(&fragment);
                let sequence = state.settings.sequence();
                let run = Run::new(&state.settings, &sequence);
                let mut parts = laboratory::parts(&state, &sequence, &run);
                parts.extend(sheet.map(|id| laboratory::sheet(&id, &state, &sequence, &run)));
                self.send(number, parts);
            }
        }
    }

    /// Sends what has changed.
    fn send(&self, number: u32, parts: Vec<(String, String)>) {
        let mut sent = self.sent.borrow_mut();
        let changed: Vec<_> = parts.into_iter().filter(|(id, html)| sent.get(id) != Some(html)).collect();
        // What stands inside an element that is made anew is gone with it.
        for (id, html) in &changed {
            if id == laboratory::FRAME {
                sent.clear();
            }
            sent.insert(id.clone(), html.clone());
        }
        let _ = self.scope.post_message(&Parts(changed).to_message(number));
    }

    fn now(&self) -> f64 {
        self.scope.performance().map_or(0.0, |clock| clock.now())
    }
}
