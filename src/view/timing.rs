//! User timing for `cargo xtask bench` and for browsers' profilers: off unless the page's address
//! has the query `?timing`, since measures pile up in the browser.

use std::cell::OnceCell;

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    static ON: OnceCell<bool> = const { OnceCell::new() };
}

/// Milliseconds since the page was opened.
#[must_use]
pub fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

#[wasm_bindgen]
extern "C" {
    /// The browser's clock, with the `measure` that web-sys has not: over a span that is given.
    type Clock;
    #[wasm_bindgen(method)]
    fn measure(this: &Clock, name: &str, span: &JsValue);
}

fn on() -> bool {
    ON.with(|on| *on.get_or_init(|| window().location().search().is_ok_and(|query| query == "?timing")))
}

/// When timing is on, records something that took so many milliseconds and has ended now.
pub fn record(name: &str, elapsed: f64) {
    if let (true, Some(clock)) = (on(), window().performance()) {
        let span = Object::new();
        let set = |key: &str, value: f64| Reflect::set(&span, &key.into(), &value.into());
        if set("start", clock.now() - elapsed).is_ok() && set("duration", elapsed).is_ok() {
            clock.unchecked_ref::<Clock>().measure(name, &span);
        }
    }
}

/// Runs something and, when timing is on, records how long it took under a name.
pub fn measure<T>(name: &str, work: impl FnOnce() -> T) -> T {
    if !on() {
        return work();
    }
    let Some(clock) = window().performance() else { return work() };
    let start = format!("{name} starts");
    // A browser that cannot record goes without.
    let _ = clock.mark(&start);
    let result = work();
    let _ = clock.measure_with_start_mark(name, &start);
    clock.clear_marks_with_mark_name(&start);
    result
}
