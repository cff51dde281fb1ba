//! The worker's side: reads requests, runs the engine, answers.

use js_sys::global;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::lab::Run;
use crate::settings::State;

use super::protocol::{READY, Reply, Request};

/// Listens for requests, and says so.
pub fn serve() {
    std::panic::set_hook(Box::new(console_error_panic_hook::hook));
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let listener = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(request) = Request::from_message(&event.data()) {
                let (message, transfer) = answer(&scope, request).to_message();
                // A page that has gone needs no answer.
                let _ = scope.post_message_with_transfer(&message, &transfer);
            }
        })
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    let _ = scope.post_message(&JsValue::from_str(READY));
}

fn answer(scope: &DedicatedWorkerGlobalScope, request: Request) -> Reply {
    let clock = scope.performance();
    let now = || clock.as_ref().map_or(0.0, web_sys::Performance::now);
    let start = now();
    let settings = State::from_fragment(&request.fragment).0.settings;
    let run = Run::new(&settings, &settings.sequence());
    Reply::new(request.number, now() - start, &run, request.room)
}
