//! A number of Train that is dragged.

use leptos::prelude::*;

use kit::range::Range;
use kit::{DefaultMark, Slider};
use model::keys::Key;
use words::format;

use super::field::{number, wrong};
use crate::view::keyed::lock;
use crate::view::live::{flag, part, shows, text};
use crate::view::store::Store;

/// A number of Train. It is taken once it is let go, for every number begins another run.
#[component]
pub fn TrainSlider(
    /// The key.
    key: Key,
    /// What is set.
    #[prop(into)]
    label: Signal<String>,
    /// From one number to the next.
    #[prop(default = 1.0)]
    step: f64,
    /// What is to be known of it beyond its label; what its key is for, if there is no more.
    #[prop(optional)]
    tip: &'static str,
) -> impl IntoView {
    let store: Store = expect_context();
    let tip = if tip.is_empty() { key.help() } else { tip };
    let number = number(store, key);
    let dragged = RwSignal::new(None::<f64>);
    let used = move || number.with(|own| own.as_ref().map_or(key.range().0, |own| own.used));
    let value = Signal::derive(move || dragged.get().unwrap_or_else(used));
    let range = Signal::derive(move || {
        let (low, high) = number.with(|own| own.as_ref().map_or(key.range(), |own| own.range));
        Range::new(low, high.max(low + step), step)
    });
    let shown = text(move || format::setting(value.get(), false));
    let commit = move |()| {
        if let Some(number) = dragged.get_untracked() {
            store.choose_key(key, &number.to_string());
            dragged.set(None);
        }
    };
    // The mark stands where the task has it.
    let default = Memo::new(move |_| number.with(|own| own.as_ref().map(|own| own.default)));
    let told = move || {
        let wrong = |own: &measure::training::Number| own.wrong.as_ref().map(|text| wrong(text, own.range, own.used));
        number.with(|own| own.as_ref().and_then(wrong)).unwrap_or_default()
    };
    let slider = move || {
        let mark = default.get().map(|value| DefaultMark { value, name: format::setting(value, false) });
        view! {
            <Slider
                label
                range
                value
                shown
                set=Callback::new(move |number: f64| dragged.set(Some(number)))
                commit=Callback::new(commit)
                default=mark
                tip
                id=key.name()
                lock=lock(store, key)
            />
        }
    };
    view! {
        <div class="train-slider">
            {part(slider)}
            <p class="message" hidden=flag(move || told().is_empty()) use:shows=text(told)></p>
        </div>
    }
}
