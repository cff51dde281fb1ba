//! One of many, in a list that opens.

use leptos::prelude::*;

use super::choices::Choices;
use super::icon::{Glyph, Icon};
use super::id::{own, unique};
use super::lock::Lock;
use super::text::shows;
use super::tip::Tip;

/// How many of the longest names are measured: the widest is among them.
const LONGEST: usize = 3;

/// A list of which one entry is chosen and in sight; as wide as its longest, so that a choice moves nothing.
#[component]
pub fn Select(
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// The entries.
    choices: Choices,
    /// What is to be known of it beyond its label, above it while it is pointed at or has the focus.
    #[prop(optional)]
    tip: &'static str,
    /// Its id, where others refer to it.
    #[prop(optional)]
    id: &'static str,
    /// Why it can't be changed; none if it can.
    #[prop(optional, into)]
    lock: Signal<Option<String>>,
) -> impl IntoView {
    let (id, told) = (own(id, "select"), unique("lock"));
    let Choices { names, chosen, choose } = choices;
    let is_locked = Memo::new(move |_| lock.with(Option::is_some));
    let tip = Tip::new(tip);
    let described = {
        let (told, tipped) = (told.clone(), tip.id());
        move || if is_locked.get() { Some(told.clone()) } else { tipped.clone() }
    };
    let place = tip.place();
    let mut longest = names.clone();
    longest.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    let sizes = longest.into_iter().take(LONGEST).map(|name| view! { <span data-text=name></span> }).collect_view();
    let entry = |(place, name): (usize, String)| {
        view! {
            <option value=place.to_string() selected=move || chosen.get() == place>
                {name}
            </option>
        }
    };
    view! {
        <div
            class="kit-field"
            class:kit-locked=move || is_locked.get()
            on:pointerenter=move |_| place()
            on:focusin=move |_| place()
        >
            <label class="kit-label" for=id.clone() use:shows=label></label>
            <span class="kit-box kit-select">
                <span class="kit-sizes" aria-hidden="true">{sizes}</span>
                <select
                    id=id
                    disabled=move || is_locked.get()
                    aria-describedby=described
                    prop:value=move || chosen.get().to_string()
                    on:change=move |event| {
                        if let Ok(place) = event_target_value(&event).parse() {
                            choose.run(place);
                        }
                    }
                >
                    {names.into_iter().enumerate().map(entry).collect_view()}
                </select>
                <Glyph icon=Icon::Down />
            </span>
            {tip.view()}
            <Lock id=told lock=lock />
        </div>
    }
}
