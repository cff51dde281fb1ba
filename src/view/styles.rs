//! The style sheets that the first view does without, and the letters that only formulas need.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;

use super::head::{add, named};

/// The style sheets that the first view does without. Any other view would move as they come, so it waits for them.
#[derive(Clone, Copy)]
pub struct Styles {
    /// Their names, as the page's HTML gives them.
    files: StoredValue<Vec<String>>,
    /// How many have come, or cannot be had.
    settled: RwSignal<usize>,
}

impl Styles {
    /// None has come.
    #[must_use]
    pub fn new() -> Self {
        let files = named("styles").split_whitespace().map(str::to_owned).collect();
        Self { files: StoredValue::new(files), settled: RwSignal::new(0) }
    }

    /// Fetches them from where the worker lies.
    pub fn fetch(self, worker: &str) {
        for file in self.files.get_value() {
            let address = worker.replace("worker_loader.js", &file);
            let Some(sheet) = add("link", &[("rel", "stylesheet"), ("href", &address)]) else { continue };
            // Without its style a view is plain, but all there: so one that cannot be had is not waited for.
            for event in ["load", "error"] {
                let settled = Closure::once_into_js(move || self.settled.update(|settled| *settled += 1));
                // Without the listener the view in the address never comes; every browser that runs the page has it.
                let _ = sheet.add_event_listener_with_callback(event, settled.unchecked_ref());
            }
        }
    }

    /// Has the letters of formulas fetched, for a view that has some once a worker has told it: a formula has another height
    /// in other letters. (What the Lab shows at first asks for them by itself.)
    pub fn fetch_letters() {
        let letters = document().fonts().load("1em 'Unrolled Math'");
        // Where they cannot be had, formulas have others.
        wasm_bindgen_futures::spawn_local(async move { JsFuture::from(letters).await.map(drop).unwrap_or_default() });
    }

    /// Whether all of them have come, or cannot be had.
    #[must_use]
    pub fn are_there(self) -> bool {
        self.settled.get() >= self.files.with_value(Vec::len)
    }
}
