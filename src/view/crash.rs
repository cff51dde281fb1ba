//! What is shown when the page has stopped.

use leptos::prelude::*;
use leptos::tachys::dom::body;

use words::page::words;

/// Says that the page has stopped, and offers to open the same picture again from its address.
pub fn show_crash() {
    let Ok(notice) = document().create_element("div") else { return };
    let Ok(link) = document().create_element("a") else { return };
    notice.set_class_name("crash");
    notice.set_text_content(Some(words().crashed));
    link.set_text_content(Some(words().reload));
    // If even this fails, the browser's console has the error.
    let _ = notice.set_attribute("role", "alert");
    let _ = link.set_attribute("href", &window().location().pathname().unwrap_or_default());
    let _ = link.set_attribute("id", "reload");
    let _ = notice.append_child(&link);
    let _ = body().append_child(&notice);
    let listener = wasm_bindgen::prelude::Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
        event.prevent_default();
        let _ = window().location().reload();
    });
    let _ = link.add_event_listener_with_callback("click", wasm_bindgen::JsCast::unchecked_ref(listener.as_ref()));
    listener.forget();
}
