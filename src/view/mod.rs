//! The page's components, one a file. They read traces and settings; the only arithmetic here is
//! layout.

mod address;
mod canvas;
mod clipboard;
mod controls;
mod describe;
mod diagram;
mod equation;
mod frame;
mod inspector;
mod keys;
mod laboratory;
mod lane;
mod lit;
mod live;
mod locks;
mod notices;
mod page;
mod reach;
mod runs;
mod scrubber;
mod stage;
mod store;
mod theme;
mod timing;
mod tokens;
mod train;
mod transport;

use std::time::Duration;

use leptos::prelude::*;
use leptos::tachys::dom::body;

use model::settings::State;
use words::page::words;

/// The first view has the line to itself for so long.
const FIRST_VIEW: Duration = Duration::from_millis(100);

/// Puts the page, as the address says, in the place of the loading screen.
pub fn mount() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        show_crash();
    }));
    let (state, problems) = State::from_fragment(&address::fragment());
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    mount_to_body(move || {
        let store = store::Store::new(state, problems);
        set_timeout(
            move || {
                let address = worker_address();
                let style = address.replace("worker_loader.js", "laboratory.css");
                add("link", &[("rel", "stylesheet"), ("href", &style)]);
                store.start_workers(&address);
            },
            FIRST_VIEW,
        );
        view! { <page::Page store /> }
    });
}

/// Adds an element to the page's head.
fn add(tag: &str, attributes: &[(&str, &str)]) -> Option<web_sys::Element> {
    let (Ok(element), Some(head)) = (document().create_element(tag), document().head()) else { return None };
    // Without its style the laboratory is plain, but all there.
    attributes.iter().for_each(|(name, value)| element.set_attribute(name, value).unwrap_or_default());
    let _ = head.append_child(&element);
    Some(element)
}

/// Where the worker lies, as the page's HTML says.
fn worker_address() -> String {
    let named = document().query_selector("meta[name=worker]").ok().flatten();
    named.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// Says that the page has stopped, and offers to open the same picture again from its address.
fn show_crash() {
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
