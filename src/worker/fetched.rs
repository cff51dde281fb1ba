//! Fetches the sets of data that a task learns from, when it is chosen.

use std::rc::Weak;

use js_sys::{Error, Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::Response;

use super::host::Host;
use super::kept;
use crate::settings::State;
use crate::task::train::sets;
use crate::trace::CellKind;
use crate::training::{Setup, controls, no_data};

impl Host {
    /// Fetches what a cell's task needs, and then does what the page said last.
    pub fn fetch_sets(&self, fragment: &str, cell: CellKind, command: &str) {
        let waiting = &self.course.waiting;
        // What starts or stops is not forgotten over what says nothing.
        let before = waiting.take().map(|(_, command)| command).unwrap_or_default();
        let command = if command.is_empty() { before } else { command.to_owned() };
        waiting.replace(Some((fragment.to_owned(), command)));
        if self.course.fetching.replace(true) {
            return;
        }
        let part = format!("train-{}-progress", cell.key());
        // What stands there is of another task.
        let lane = (format!("train-{}", cell.key()), String::new());
        self.send(0, vec![lane, (part.clone(), no_data(None))], false);
        let Some(host) = self.course.own.get().and_then(Weak::upgrade) else { return };
        spawn_local(async move {
            let fetched = host.fetch_missing(|host| {
                host.course.waiting.borrow().as_ref().map(|(fragment, _)| fragment.clone()).unwrap_or_default()
            });
            let fetched = fetched.await;
            host.course.fetching.set(false);
            match (fetched, host.course.waiting.take()) {
                (Err((file, why)), _) => {
                    host.send(0, vec![(part, no_data(Some((&file, &why))))], false);
                }
                (Ok(()), Some((fragment, command))) => host.train(&fragment, cell.key(), &command),
                (Ok(()), None) => {}
            }
        });
    }

    /// Fetches what the controls need to tell of a task, and draws them anew.
    pub fn fetch_for_controls(&self, fragment: &str) {
        let of = |fragment: &str| State::from_fragment(fragment).0.settings;
        if !Setup::new(&of(fragment)).0.level.is_judged_by_missing() || self.course.fetching.replace(true) {
            return;
        }
        let Some(host) = self.course.own.get().and_then(Weak::upgrade) else { return };
        spawn_local(async move {
            // What fails is told by those that train.
            let here = host.fetch_missing(|host| host.course.settings.borrow().clone()).await.is_ok();
            host.course.fetching.set(false);
            if here {
                let fragment = host.course.settings.borrow().clone();
                host.send(0, controls(&of(&fragment)), false);
            }
        });
    }

    /// Fetches what a task needs, by the settings as they stand each time; the file that could not be, and why.
    pub async fn fetch_missing(&self, fragment: impl Fn(&Self) -> String) -> Result<(), (String, String)> {
        let settings = || State::from_fragment(&fragment(self)).0.settings;
        let missing = || Setup::new(&settings()).0.level.missing().map(str::to_owned);
        while let Some(file) = missing() {
            match self.fetch_set(&file).await {
                Ok(text) => sets::bring(&file, &text),
                Err(error) if missing().as_ref() == Some(&file) => {
                    let why = error.as_string().or_else(|| Some(error.dyn_ref::<Error>()?.message().into()));
                    return Err((file, why.unwrap_or_default()));
                }
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
            let bytes = kept::read(&self.scope, file).await?;
            return String::from_utf8(bytes).map_err(|_| JsValue::NULL);
        }
        // A worker's script lies two folders down.
        let folder = if self.scope.is_instance_of::<web_sys::Window>() { "data" } else { "../../data" };
        let (scope, address) = (self.scope.clone(), format!("{folder}/{file}"));
        let fetch = async move {
            let response: Response = JsFuture::from(scope.fetch_with_str(&address)).await?.unchecked_into();
            if !response.ok() {
                return Err(JsValue::from_str(&format!("the server says {}", response.status())));
            }
            JsFuture::from(response.text()?).await
        };
        let text = one_at_a_time(&self.scope.navigator(), file, fetch).await?;
        text.as_string().ok_or(JsValue::NULL)
    }
}

/// Waits until nobody else of this page fetches that file: the browser has the next take it from its store. Where several
/// ask at once, one may wait for the other's entry in the store for twenty seconds.
async fn one_at_a_time(
    navigator: &JsValue,
    name: &str,
    fetch: impl Future<Output = Result<JsValue, JsValue>> + 'static,
) -> Result<JsValue, JsValue> {
    // Only a safe origin has locks.
    let locks = Reflect::get(navigator, &"locks".into())?;
    let Ok(request) = Reflect::get(&locks, &"request".into()).and_then(|request| request.dyn_into::<Function>()) else {
        return fetch.await;
    };
    let held = Closure::once_into_js(move |_: JsValue| future_to_promise(fetch));
    JsFuture::from(request.call2(&locks, &name.into(), &held)?.unchecked_into::<Promise>()).await
}
