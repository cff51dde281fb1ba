//! Hands a person a file.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Hands a person a table as a file of this name. `None` where a browser makes no file.
pub fn save(name: &str, contents: &str) -> Option<()> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/csv;charset=utf-8");
    let file = Blob::new_with_str_sequence_and_options(&Array::of1(&contents.into()), &kind).ok()?;
    let address = Url::create_object_url_with_blob(&file).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken it over by then.
    set_timeout(move || drop(Url::revoke_object_url(&address)), std::time::Duration::from_secs(10));
    Some(())
}
