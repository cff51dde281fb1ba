//! Hands a person a file.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Hands a person a table as a file of this name. `None` where a browser makes no file.
pub fn save(name: &str, contents: &str) -> Option<()> {
    save_as(name, "text/csv;charset=utf-8", contents)
}

/// Hands a person a text as a file of this name and kind. `None` where a browser makes no file.
pub fn save_as(name: &str, kind: &str, contents: &str) -> Option<()> {
    let own = BlobPropertyBag::new();
    own.set_type(kind);
    save_blob(name, &Blob::new_with_str_sequence_and_options(&Array::of1(&contents.into()), &own).ok()?)
}

/// Hands a person bytes as a file of this name and kind. `None` where a browser makes no file.
pub fn save_bytes(name: &str, kind: &str, bytes: &Uint8Array) -> Option<()> {
    let own = BlobPropertyBag::new();
    own.set_type(kind);
    save_blob(name, &Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &own).ok()?)
}

/// Hands a person a file of this name. `None` where a browser makes none.
pub fn save_blob(name: &str, file: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(file).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken it over by then.
    set_timeout(move || drop(Url::revoke_object_url(&address)), std::time::Duration::from_secs(10));
    Some(())
}
