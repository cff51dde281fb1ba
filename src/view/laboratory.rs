//! Where the laboratory's pictures stand. A worker makes them, as parts of HTML; what a person does in
//! them sets a setting by its key, as if it stood in the address.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, MouseEvent};

use crate::words::words;

use super::inspector::Inspector;
use super::live::{flag, text};
use super::store::Store;

/// The side of the page: the list of pictures, and the inspector or the picture that is open.
#[component]
pub fn Side() -> impl IntoView {
    let store: Store = expect_context();
    let open = Memo::new(move |_| store.settings.with(|s| !s.choice("picture").is_empty()));
    Effect::new(move |_| {
        // Without an open picture the list alone is made, once.
        if open.get() {
            store.draw_picture(None);
        } else {
            untrack(|| store.draw_picture(None));
        }
    });
    view! {
        <div
            class="side"
            class:pictured=flag(move || open.get())
            on:click=move |event| click(store, &event)
            on:input=move |event| typed(store, &event, false)
            on:change=move |event| typed(store, &event, true)
        >
            <nav id="pictures" aria-label=words().pictures></nav>
            <Inspector />
            <section id="laboratory"></section>
            <p class="note">{text(move || if store.picture_failed.get() { words().picture_failed } else { "" })}</p>
        </div>
    }
}

fn target(event: &Event, css: &str) -> Option<Element> {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok())?;
    target.closest(css).ok().flatten()
}

/// A button with a value; or a step of a picture over time.
fn click(store: Store, event: &MouseEvent) {
    if let Some(button) = target(event, "button[data-key]") {
        let of = |name| button.get_attribute(name).unwrap_or_default();
        store.set_by_key(&of("data-key"), &of("data-value"), true);
    } else if let Some(axis) = target(event, "[data-steps]") {
        let steps: f64 = axis.get_attribute("data-steps").and_then(|n| n.parse::<u32>().ok()).map_or(1.0, f64::from);
        let place = axis.get_bounding_client_rect();
        let across = (f64::from(event.client_x()) - place.left()) / place.width();
        let step = (across * steps).clamp(0.0, steps - 1.0) as usize + 1;
        store.set_by_key("at", &step.to_string(), true);
    }
}

/// A field with a key.
fn typed(store: Store, event: &Event, done: bool) {
    let Some(field) = target(event, "[data-key]") else { return };
    let key = field.get_attribute("data-key").unwrap_or_default();
    let box_ = field.dyn_ref::<HtmlInputElement>().filter(|input| input.type_() == "checkbox");
    let value = match box_ {
        Some(input) => if input.checked() { "yes" } else { "" }.to_owned(),
        None => event_target_value(event),
    };
    store.set_by_key(&key, &value, done);
}
