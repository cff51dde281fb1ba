//! A number that is dragged.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::id::{own, unique};
use super::lock::Lock;
use super::text::shows;
use super::tip::Tip;
use crate::range::Range;

/// A value that a slider has a mark for, and goes back to.
#[derive(Clone, Debug, PartialEq)]
pub struct DefaultMark {
    /// The value.
    pub value: f64,
    /// What stands below the mark, such as "PyTorch: 0".
    pub name: String,
}

/// A slider: label above, value with its unit at the right, a mark at the default. It acts while it is dragged. Backspace, a
/// double click, and a press on the mark's name lead back to the default.
#[component]
pub fn Slider(
    /// What is set.
    #[prop(into)]
    label: Signal<String>,
    /// The values it can have.
    #[prop(into)]
    range: Signal<Range>,
    /// The value.
    #[prop(into)]
    value: Signal<f64>,
    /// The value as it is written, without its unit. It is said, too, and with the unit.
    #[prop(into)]
    shown: Signal<String>,
    /// The unit, in the plural or as a sign; none for a plain number.
    #[prop(optional, into)]
    unit: Signal<String>,
    /// Sets the value.
    #[prop(into)]
    set: Callback<f64>,
    /// Told when a person has let go.
    #[prop(optional, into)]
    commit: Option<Callback<()>>,
    /// The default.
    #[prop(optional_no_strip, into)]
    default: Option<DefaultMark>,
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
    let (id, named, reset, told) = (own(id, "slider"), unique("label"), unique("default"), unique("lock"));
    let is_locked = Memo::new(move |_| lock.with(Option::is_some));
    let part = Signal::derive(move || range.get().part(value.get()).to_string());
    let spoken = move || {
        let (shown, unit) = (shown.get(), unit.get());
        if unit.is_empty() { shown } else { format!("{shown} {unit}") }
    };
    let back = default.clone().map(|default| default.value);
    let go_back = move || {
        if let Some(value) = back.filter(|_| !is_locked.get_untracked()) {
            set.run(value);
            if let Some(commit) = commit {
                commit.run(());
            }
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let key = event.key();
        if key == "Backspace" && back.is_some() {
            event.prevent_default();
            go_back();
        } else if is_locked.get_untracked() && key != "Tab" {
            event.prevent_default();
        }
    };
    let tip = Tip::new(tip);
    let described = {
        let (told, tipped) = (told.clone(), tip.id());
        move || if is_locked.get() { Some(told.clone()) } else { tipped.clone() }
    };
    let place = tip.place();
    let tick = back.map(|back| move || range.get().part(back).to_string());
    let mark = tick.map(|tick| view! { <span class="kit-tick" style:--at=tick></span> });
    let note = default.map(|default| {
        let at = move || range.get().part(default.value);
        let (before, after) = (move || at().to_string(), move || (1.0 - at()).to_string());
        view! {
            <span class="kit-default" class:kit-there=move || value.get() == default.value>
                <span style:flex-grow=before></span>
                // The keyboard has Backspace for it.
                <button type="button" tabindex="-1" id=reset.clone() aria-labelledby=format!("{reset} {named}") on:click=move |_| go_back()>
                    {default.name}
                </button>
                <span style:flex-grow=after></span>
            </span>
        }
    });
    view! {
        <div
            class="kit-field kit-slider"
            class:kit-locked=move || is_locked.get()
            on:pointerenter=move |_| place()
            on:focusin=move |_| place()
        >
            <span class="kit-head">
                <label class="kit-label" for=id.clone() id=named.clone() use:shows=label></label>
                <span class="kit-value" aria-hidden="true">
                    <b dir="ltr" use:shows=shown></b>
                    " "
                    <span use:shows=unit></span>
                </span>
            </span>
            <span class="kit-rail" style:--part=part>
                <span class="kit-track"></span>
                <span class="kit-fill"></span>
                {mark}
                <input
                    type="range"
                    id=id
                    min=move || range.get().low.to_string()
                    max=move || range.get().high.to_string()
                    step=move || range.get().step.to_string()
                    prop:value=move || value.get().to_string()
                    aria-valuetext=spoken
                    aria-disabled=move || is_locked.get().then_some("true")
                    aria-describedby=described
                    on:keydown=on_key
                    on:dblclick=move |_| go_back()
                    on:input=move |event| {
                        let x = event_target::<HtmlInputElement>(&event).value_as_number();
                        if x.is_finite() && !is_locked.get_untracked() {
                            set.run(x);
                        }
                    }
                    on:change=move |_| {
                        if let Some(commit) = commit {
                            commit.run(());
                        }
                    }
                />
            </span>
            {note}
            {tip.view()}
            <Lock id=told lock=lock />
        </div>
    }
}
