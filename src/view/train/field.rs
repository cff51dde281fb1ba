//! A number of Train that is typed.

use leptos::prelude::*;

use kit::NumberField;
use measure::training::Number;
use model::keys::{Key, Value, thousands, typed};
use words::training::number_wrong;

use crate::view::keyed::{lock, written};
use crate::view::store::Store;

/// What a worker has told of a number; `None` before, and where the task has no such number.
pub fn number(store: Store, key: Key) -> Memo<Option<Number>> {
    Memo::new(move |_| store.training.task.with(|task| task.as_ref().and_then(|task| task.number(key).cloned())))
}

/// What is wrong with a text in the place of a number, where the range and the number that is used are known.
pub fn wrong(text: &str, (low, high): (f64, f64), used: f64) -> String {
    let said = || number_wrong(text, &low.to_string(), &high.to_string(), &used.to_string());
    thousands(text).unwrap_or_else(said)
}

/// A number of Train. It is taken once it has been typed to its end, for every number begins another run.
#[component]
pub fn TrainNumber(
    /// The key.
    key: Key,
    /// What is set.
    #[prop(into)]
    label: Signal<String>,
    /// What is to be known of it, below the field.
    #[prop(optional)]
    hint: &'static str,
    /// What is to be known of it beyond its label; what its key is for, if nothing else says it.
    #[prop(optional)]
    tip: &'static str,
) -> impl IntoView {
    let store: Store = expect_context();
    let tip = if tip.is_empty() && hint.is_empty() { key.help() } else { tip };
    let (number, written) = (number(store, key), written(store, key));
    let shown = Memo::new(move |_| match written.get() {
        none if none.is_empty() => number.with(|own| own.as_ref().map_or(String::new(), |own| own.used.to_string())),
        chosen => chosen,
    });
    let pending = StoredValue::new(None::<String>);
    let read = move |text: String| {
        let (range, used) =
            number.with(|own| own.as_ref().map_or((key.range(), f64::NAN), |own| (own.range, own.used)));
        let number = typed(&text).ok().filter(|number| (range.0..=range.1).contains(number));
        let number = number.filter(|_| Value::read(key, &key.typed(&text)).is_some());
        if number.is_none() {
            pending.set_value(None);
        }
        number.ok_or_else(|| wrong(&text, range, used))
    };
    let commit = move |()| {
        if let Some(text) = pending.try_update_value(Option::take).flatten() {
            store.set_by_key(key.name(), &text, true);
        }
    };
    view! {
        <NumberField
            label
            shown
            hint
            tip
            read=Callback::new(read)
            set=Callback::new(move |number: f64| pending.set_value(Some(number.to_string())))
            clear=Callback::new(move |()| pending.set_value(Some(String::new())))
            commit=Callback::new(commit)
            tried=true
            id=key.name()
            lock=lock(store, key)
        />
    }
}
