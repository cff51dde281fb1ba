//! Fetches the sets of data that a task learns from, one worker of the page after the other.

use std::cell::Cell;
use std::rc::Rc;
use words::causes;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{DedicatedWorkerGlobalScope, Response};

/// What a file of the page's server holds.
///
/// # Errors
/// What the browser or the server says.
pub async fn text(scope: &DedicatedWorkerGlobalScope, name: &str, address: &str) -> Result<String, JsValue> {
    let text = content(scope, name, address, Response::text).await?;
    text.as_string().ok_or(JsValue::NULL)
}

/// The same of a file that is no text.
///
/// # Errors
/// What the browser or the server says.
pub async fn bytes(scope: &DedicatedWorkerGlobalScope, name: &str, address: &str) -> Result<Vec<u8>, JsValue> {
    let buffer = content(scope, name, address, Response::array_buffer).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// What a file of the page's server holds, in the form in which it is read.
async fn content(
    scope: &DedicatedWorkerGlobalScope,
    name: &str,
    address: &str,
    read: fn(&Response) -> Result<Promise, JsValue>,
) -> Result<JsValue, JsValue> {
    let (fetching, address) = (scope.clone(), address.to_owned());
    let fetch = move || {
        let (scope, address) = (fetching.clone(), address.clone());
        async move {
            let response: Response = JsFuture::from(scope.fetch_with_str(&address)).await?.unchecked_into();
            if !response.ok() {
                return Err(JsValue::from_str(&causes::server(response.status())));
            }
            JsFuture::from(read(&response)?).await
        }
    };
    one_at_a_time(&scope.navigator(), name, fetch).await
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
