//! The texts of the page, in its language. `index.html` fetches them: what Start is said with, and all others, which every other view
//! waits for.

use js_sys::{Function, Promise, Reflect, global};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use words::Language;

use super::store::Store;

/// What `index.html` has left under a name.
fn left<T: JsCast>(name: &str) -> Option<T> {
    Reflect::get(&global(), &name.into()).ok()?.dyn_into().ok()
}

/// Has the page say what it is opened with, and whether it can.
pub async fn first() -> bool {
    let Some(texts) = left::<Promise>("texts") else { return false };
    let Some(texts) = JsFuture::from(texts).await.ok().and_then(|texts| texts.as_string()) else { return false };
    let language = document().document_element().and_then(|root| Language::of(&root.get_attribute("lang")?));
    words::speak(language.unwrap_or_default(), texts);
    true
}

/// Has the page say all else, and tells whether it can.
pub async fn later(store: Store) -> bool {
    if !store.speaks.get_untracked() {
        let texts = left::<Function>("laterTexts").and_then(|read| read.call0(&JsValue::NULL).ok()?.dyn_into().ok());
        let Some(texts) = texts.map(|texts: Promise| JsFuture::from(texts)) else { return false };
        let Some(texts) = texts.await.ok().and_then(|texts| texts.as_string()) else { return false };
        words::speak_on(texts);
        // They may have come to both who asked for them.
        if !store.speaks.get_untracked() {
            store.speaks.set(true);
        }
    }
    true
}
