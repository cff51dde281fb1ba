//! Several panels in one place.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::choices::Choices;
use super::id::unique;
use super::text::shows;
use crate::roving::Move;

/// A row of tabs over a panel. One tab is the tab stop; arrow keys, Home and End choose another. Panels that are not shown
/// keep their state.
#[component]
pub fn Tabs(
    /// What the tabs are of; it is only said.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    choices: Choices,
    /// What each shows, in the same order.
    panels: Vec<AnyView>,
) -> impl IntoView {
    let (id, named) = (unique("tab"), unique("label"));
    let Choices { names, chosen, choose } = choices;
    let count = names.len();
    let on_key = {
        let id = id.clone();
        move |event: KeyboardEvent| {
            let from_right = event.current_target().is_some_and(|target| is_from_right(target.unchecked_ref()));
            let Some(next) = Move::of(&event.key(), from_right).map(|step| step.from(chosen.get_untracked(), count))
            else {
                return;
            };
            event.prevent_default();
            choose.run(next);
            if let Some(tab) = document().get_element_by_id(&format!("{id}-{next}")) {
                // It can have the focus: it is a button.
                let _ = tab.unchecked_into::<HtmlElement>().focus();
            }
        }
    };
    let tab = |(place, name): (usize, String)| {
        view! {
            <button
                type="button"
                role="tab"
                class="kit-tab"
                id=format!("{id}-{place}")
                aria-controls=format!("{id}-panel-{place}")
                aria-selected=move || (chosen.get() == place).to_string()
                tabindex=move || if chosen.get() == place { "0" } else { "-1" }
                data-text=name.clone()
                on:click=move |_| choose.run(place)
            >
                {name.clone()}
            </button>
        }
    };
    let tabs = names.iter().cloned().enumerate().map(tab).collect_view();
    let panel = |(place, panel): (usize, AnyView)| {
        view! {
            <div
                role="tabpanel"
                class="kit-panel"
                tabindex="0"
                id=format!("{id}-panel-{place}")
                aria-labelledby=format!("{id}-{place}")
                hidden=move || chosen.get() != place
            >
                {panel}
            </div>
        }
    };
    let panels = panels.into_iter().enumerate().map(panel).collect_view();
    view! {
        <div class="kit-tabs">
            <span class="kit-hidden" id=named.clone() use:shows=label></span>
            <div class="kit-tablist" role="tablist" aria-labelledby=named on:keydown=on_key>
                {tabs}
            </div>
            {panels}
        </div>
    }
}

/// Whether what an element holds is written from right to left.
fn is_from_right(element: &Element) -> bool {
    let style = window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value("direction").ok()).is_some_and(|direction| direction == "rtl")
}
