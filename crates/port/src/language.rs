//! The language of a worker: the page's.

use js_sys::{Array, Reflect, global};
use wasm_bindgen::JsCast;
use words::Language;

/// Where the script that starts a worker leaves the language's key and its texts.
const SPOKEN: &str = "unrolledSpoken";

/// Has all said in the language of the page, with the texts that the script fetched which starts this program.
pub fn speak() {
    let spoken = Reflect::get(&global(), &SPOKEN.into()).ok().and_then(|own| own.dyn_into::<Array>().ok());
    let [language, texts] = [0, 1].map(|place| spoken.as_ref().and_then(|own| own.get(place).as_string()));
    words::speak(language.and_then(|key| Language::of(&key)).unwrap_or_default(), texts.unwrap_or_default());
}
