//! Yes or no, as one of several things that hold.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::icon::{Glyph, Icon};
use super::id::unique;
use super::lock::Lock;
use super::text::shows;

/// A box to tick, for what holds once it is read with the rest. What acts at once and by itself is a [`Switch`].
#[component]
pub fn Checkbox(
    /// What holds where it is ticked.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Ticks it or not.
    #[prop(into)]
    set: Callback<bool>,
    /// Its id, where others refer to it.
    #[prop(optional)]
    id: &'static str,
    /// Why it can't be changed; none if it can.
    #[prop(optional, into)]
    lock: Signal<Option<String>>,
) -> impl IntoView {
    view! { <Toggle label=label checked=checked set=set id=id lock=lock is_switch=false /> }
}

/// A switch, for what acts at once.
#[component]
pub fn Switch(
    /// What is on.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Switches it.
    #[prop(into)]
    set: Callback<bool>,
    /// Its id, where others refer to it.
    #[prop(optional)]
    id: &'static str,
    /// Why it can't be changed; none if it can.
    #[prop(optional, into)]
    lock: Signal<Option<String>>,
) -> impl IntoView {
    view! { <Toggle label=label checked=on set=set id=id lock=lock is_switch=true /> }
}

/// What both are: a browser's own checkbox lies over what is drawn.
#[component]
fn Toggle(
    label: Signal<String>,
    checked: Signal<bool>,
    set: Callback<bool>,
    id: &'static str,
    lock: Signal<Option<String>>,
    is_switch: bool,
) -> impl IntoView {
    let told = unique("lock");
    let id = (!id.is_empty()).then_some(id);
    let is_locked = Memo::new(move |_| lock.with(Option::is_some));
    let described = {
        let told = told.clone();
        move || is_locked.get().then(|| told.clone())
    };
    view! {
        <div class="kit-field" class:kit-locked=move || is_locked.get()>
            <label class="kit-toggle" class:kit-switch=is_switch>
                <input
                    type="checkbox"
                    id=id
                    role=is_switch.then_some("switch")
                    disabled=move || is_locked.get()
                    aria-describedby=described
                    prop:checked=move || checked.get()
                    on:change=move |event| set.run(event_target::<HtmlInputElement>(&event).checked())
                />
                <span class="kit-mark" aria-hidden="true"><Glyph icon=Icon::Check /></span>
                <span use:shows=label></span>
            </label>
            <Lock id=told lock=lock />
        </div>
    }
}
