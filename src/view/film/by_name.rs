//! What few visitors need of a browser is called by its name: bindings of its own would weigh on everybody's first view.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A field.
pub fn get(of: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(of, &name.into())
}

/// Sets a field.
pub fn set(of: &JsValue, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(of, &name.into(), value).map(|_| ())
}

/// Calls a method.
pub fn call(of: &JsValue, name: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    get(of, name)?.dyn_into::<Function>()?.apply(of, &with.iter().collect())
}
