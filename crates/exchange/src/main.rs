//! The program that reads and writes the files of other libraries, in a worker of its own.

mod camera;

use std::panic::PanicHookInfo;

use camera::Studio;
use js_sys::{Uint8Array, global};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use port::exchange::{Ask, Reply};
use port::{MAKE, opened, sealed};

fn main() {
    port::speak();
    std::panic::set_hook(Box::new(|panic: &PanicHookInfo| {
        console_error_panic_hook::hook(panic);
        let cause = panic.payload_as_str().unwrap_or(words::causes::words().no_text).to_owned();
        say(0, &Reply::Failed(cause), None);
    }));
    let studio = Studio::default();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Some((number, ask, beside)) = opened::<Ask>(&event.data()) else { return };
        if let Ask::Film(film) = ask {
            let studio = studio.clone();
            spawn_local(async move {
                let (reply, file) = studio.answer(film, beside).await;
                say(number, &Reply::Filmed(reply), file);
            });
            return;
        }
        let bytes = beside.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
        let (reply, file) = exchange::answer(ask, &bytes);
        say(number, &reply, file);
    });
    scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    say(0, &Reply::Ready(MAKE.to_owned()), None);
}

fn scope() -> DedicatedWorkerGlobalScope {
    global().unchecked_into()
}

/// Says something to the page. If that has gone, it hears nothing.
fn say(number: u32, reply: &Reply, file: Option<Vec<u8>>) {
    let file = file.map(|bytes| Uint8Array::from(&*bytes).into());
    let (message, transfer) = sealed(number, reply, file.as_ref());
    let _ = scope().post_message_with_transfer(&message, &transfer);
}
