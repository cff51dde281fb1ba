//! Copying, which a browser may refuse: in a frame, by a setting, or by having no clipboard at all.

use std::rc::Rc;

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Clipboard;

/// Copies a text, then says whether that could be done.
pub fn copy(text: &str, said: impl Fn(bool) + 'static) {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok().filter(JsValue::is_object);
    let Some(clipboard) = clipboard else { return said(false) };
    let said = Rc::new(said);
    let answer = |copied: bool| {
        let said = Rc::clone(&said);
        Closure::once(move |_: JsValue| said(copied))
    };
    let (done, failed) = (answer(true), answer(false));
    let _ = clipboard.unchecked_ref::<Clipboard>().write_text(text).then2(&done, &failed);
    done.forget();
    failed.forget();
}
