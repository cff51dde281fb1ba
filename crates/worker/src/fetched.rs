//! Fetches the sets of data that a task learns from, when it is chosen.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::Response;

use crate::course::Waiting;
use crate::host::Host;
use engine::trace::CellKind;
use learn::task::sets;
use learn::training::Setup;
use model::settings::Settings;
use pictures::training::{controls, no_data};
use port::Order;
use port::cause_of;

impl Host {
    /// Fetches what a cell's task needs, and then does what was said last.
    pub fn fetch_sets(&self, cell: CellKind, order: Waiting) {
        let waiting = &self.course.waiting;
        // What starts or stops is not forgotten over what says nothing.
        let before = waiting.take();
        let order = match (order, before) {
            ((state, number, Order::Attend), Some((_, _, before))) => (state, number, before),
            (order, _) => order,
        };
        waiting.replace(Some(order));
        if self.course.fetching.replace(true) {
            return;
        }
        let part = format!("train-{}-progress", cell.key());
        // What stands there is of another task.
        let lane = (format!("train-{}", cell.key()), String::new());
        self.send(0, vec![lane, (part.clone(), no_data(None))], vec![], false);
        let Some(host) = self.me() else { return };
        spawn_local(async move {
            let fetched = host.fetch_missing(|host| {
                let waiting = host.course.waiting.borrow();
                waiting.as_ref().map(|(state, ..)| state.settings.clone()).unwrap_or_default()
            });
            let fetched = fetched.await;
            host.course.fetching.set(false);
            match (fetched, host.course.waiting.take()) {
                (Err((file, why)), _) => {
                    host.send(0, vec![(part, no_data(Some((&file, &why))))], vec![], false);
                }
                (Ok(()), Some((state, number, order))) => host.train(cell, state, number, order),
                (Ok(()), None) => {}
            }
        });
    }

    /// Fetches what the controls need to tell of a task, and draws them anew.
    pub fn fetch_for_controls(&self) {
        let judged_by_missing = Setup::new(&self.state.borrow().settings).0.level.is_judged_by_missing();
        if !judged_by_missing || self.course.fetching.replace(true) {
            return;
        }
        let Some(host) = self.me() else { return };
        spawn_local(async move {
            // What fails is told by those that train.
            let here = host.fetch_missing(|host| host.state.borrow().settings.clone()).await.is_ok();
            host.course.fetching.set(false);
            if here {
                let parts = controls(&host.state.borrow().settings);
                host.send(0, parts, vec![], false);
            }
        });
    }

    /// Fetches what a task needs, by the settings as they stand each time; the file that could not be, and why.
    pub async fn fetch_missing(&self, settings: impl Fn(&Self) -> Settings) -> Result<(), (String, String)> {
        let missing = || Setup::new(&settings(self)).0.level.missing().map(str::to_owned);
        while let Some(file) = missing() {
            match self.fetch_set(&file).await {
                Ok(text) => sets::bring(&file, &text),
                Err(error) if missing().as_ref() == Some(&file) => return Err((file, cause_of(&error))),
                // Another is wanted by now.
                Err(_) => {}
            }
        }
        Ok(())
    }

    /// What a file of the folder `data` holds.
    ///
    /// # Errors
    /// What the browser or the server says.
    pub async fn fetch_set(&self, file: &str) -> Result<String, JsValue> {
        if file.is_empty() || file.starts_with("own-") {
            let bytes = self.files.read(file).await.ok_or(JsValue::NULL)?;
            return String::from_utf8(bytes).map_err(|_| JsValue::NULL);
        }
        // A worker's script lies two folders down.
        let folder = if self.scope.is_instance_of::<web_sys::Window>() { "data" } else { "../../data" };
        let (scope, address) = (self.scope.clone(), format!("{folder}/{file}"));
        let fetch = move || {
            let (scope, address) = (scope.clone(), address.clone());
            async move {
                let response: Response = JsFuture::from(scope.fetch_with_str(&address)).await?.unchecked_into();
                if !response.ok() {
                    return Err(JsValue::from_str(&format!("the server says {}", response.status())));
                }
                JsFuture::from(response.text()?).await
            }
        };
        let text = one_at_a_time(&self.scope.navigator(), file, fetch).await?;
        text.as_string().ok_or(JsValue::NULL)
    }
}

/// Waits until nobody else of this page fetches that file: the browser has the next take it from its store. Where several
/// ask at once, one may wait for the other's entry in the store for twenty seconds. Where there are no locks, or they are
/// refused, it does not wait.
async fn one_at_a_time<F: Future<Output = Result<JsValue, JsValue>> + 'static>(
    navigator: &JsValue,
    name: &str,
    fetch: impl Fn() -> F + 'static,
) -> Result<JsValue, JsValue> {
    // Only a safe origin has locks.
    let locks = Reflect::get(navigator, &"locks".into())?;
    let Ok(request) = Reflect::get(&locks, &"request".into()).and_then(|request| request.dyn_into::<Function>()) else {
        return fetch().await;
    };
    let fetch = Rc::new(fetch);
    let held = Rc::new(Cell::new(false));
    let (begun, fetching) = (Rc::clone(&held), Rc::clone(&fetch));
    let act = Closure::once_into_js(move |_: JsValue| {
        begun.set(true);
        future_to_promise(fetching())
    });
    let waited = JsFuture::from(request.call2(&locks, &name.into(), &act)?.unchecked_into::<Promise>()).await;
    if waited.is_err() && !held.get() { fetch().await } else { waited }
}
