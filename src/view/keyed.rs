//! Controls of the kit for keys of the address: what such a control sets is set as if it stood in the address, and what an
//! address locks is locked there. A field, a list and a box have the key's name as their id.

use leptos::prelude::*;

use engine::trace::CellKind;
use kit::range::Range;
use kit::{Availability, Checkbox, Choices, DefaultMark, NumberField, Segmented, Select, Slider};
use model::keys::{Key, Value, typed};
use model::settings::Settings;
use words::page::words;
use words::{fill, format, trained};

use super::live::{flag, text};
use super::store::Store;

/// Why a key can't be changed; none if it can.
pub fn lock(store: Store, key: Key) -> Signal<Option<String>> {
    Signal::derive(move || lock_of(store, key))
}

fn lock_of(store: Store, key: Key) -> Option<String> {
    if store.is_locked(key) {
        return Some(words().locked.to_owned());
    }
    // Whatever training left stays as it is.
    let of_weights = matches!(key, Key::Gain | Key::Bias);
    let is_fixed = of_weights && store.settings.with(Settings::is_trained);
    is_fixed.then(|| trained::words().fixed.to_owned())
}

/// Whether a button that changes a key can be pressed.
pub fn ready(store: Store, key: Key) -> Signal<Availability> {
    Signal::derive(move || lock_of(store, key).map_or(Availability::Ready, Availability::Off))
}

/// A key as it is written in the address.
pub fn written(store: Store, key: Key) -> Memo<String> {
    Memo::new(move |_| store.settings.with(|settings| settings.written(key).to_owned()))
}

/// Values of a key with their names, of which one is chosen: what is written, or the default where nothing is.
fn choices(store: Store, key: Key, options: Vec<(String, String)>, default: Signal<String>) -> Choices {
    let written = written(store, key);
    let now = Memo::new(move |_| if written.with(String::is_empty) { default.get() } else { written.get() });
    Choices::new(options, now, move |value: String| store.choose_key(key, &value))
}

/// Which cell is looked at.
#[component]
pub fn CellChoice() -> impl IntoView {
    let store: Store = expect_context();
    let cells = CellKind::ALL.map(|cell| (cell, cell.name().to_owned())).to_vec();
    let now = Signal::derive(move || store.focus.with(|focus| focus.cell));
    let choices = Choices::new(cells, now, move |cell: CellKind| store.choose_key(Key::Cell, cell.key()));
    view! { <Segmented label=Key::Cell.help() silent=true choices lock=lock(store, Key::Cell) /> }
}

/// One of two to five values of a key, all in sight.
#[component]
pub fn KeySegmented(
    /// The key.
    key: Key,
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the label is only said.
    #[prop(optional)]
    silent: bool,
    /// The values as they are written in the address, with their names.
    options: Vec<(String, String)>,
) -> impl IntoView {
    let store: Store = expect_context();
    view! { <Segmented label silent choices=choices(store, key, options, Signal::default()) lock=lock(store, key) /> }
}

/// One of many values of a key.
#[component]
pub fn KeySelect(
    /// The key.
    key: Key,
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// The values as they are written in the address, with their names.
    options: Vec<(String, String)>,
    /// The value that holds where none is written; the first, if that is empty.
    #[prop(optional, into)]
    default: Signal<String>,
) -> impl IntoView {
    let store: Store = expect_context();
    view! { <Select label id=key.name() choices=choices(store, key, options, default) lock=lock(store, key) /> }
}

/// A key that is `yes` or not there.
#[component]
pub fn KeyCheckbox(
    /// The key.
    key: Key,
    /// What holds where it is ticked.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let store: Store = expect_context();
    let checked = flag(move || store.settings.with(|settings| settings.is(key)));
    let set = move |on: bool| store.choose_key(key, if on { "yes" } else { "" });
    view! { <Checkbox label id=key.name() checked set=Callback::new(set) lock=lock(store, key) /> }
}

/// A key that holds a number, or nothing.
#[component]
pub fn KeyNumber(
    /// The key.
    key: Key,
    /// What is set.
    #[prop(into)]
    label: Signal<String>,
    /// What an empty field stands for.
    free: &'static str,
    /// What is said of a text that cannot be used, with `{found}`.
    bad: &'static str,
) -> impl IntoView {
    let store: Store = expect_context();
    let shown = written(store, key);
    let read = move |text: String| {
        let taken = typed(&text).ok().filter(|_| Value::read(key, &key.typed(&text)).is_some());
        taken.ok_or_else(|| fill(bad, &[("found", &text)]))
    };
    let set = move |number: f64| store.set_by_key(key.name(), &number.to_string(), false);
    let clear = move |()| store.set_by_key(key.name(), "", false);
    let hint = text(move || if shown.with(String::is_empty) { free } else { "" });
    view! {
        <NumberField
            label
            id=key.name()
            shown
            hint
            read=Callback::new(read)
            set=Callback::new(set)
            clear=Callback::new(clear)
            commit=Callback::new(move |()| store.commit())
            tried=shown.with_untracked(|written| !written.is_empty())
            lock=lock(store, key)
        />
    }
}

/// A key that holds a number in a range, dragged.
#[component]
pub fn KeySlider(
    /// The key.
    key: Key,
    /// What is set.
    #[prop(into)]
    label: Signal<String>,
    /// From one value to the next.
    step: f64,
    /// The number that it has as long as nobody sets it.
    default: f64,
) -> impl IntoView {
    let store: Store = expect_context();
    let (low, high) = key.range();
    let value = Signal::derive(move || store.settings.with(|settings| settings.real(key)).unwrap_or(default));
    let set = move |number: f64| store.set_by_key(key.name(), &number.to_string(), false);
    view! {
        <Slider
            label
            range=Signal::stored(Range::new(low, high, step))
            value
            shown=text(move || format::setting(value.get(), false))
            set=Callback::new(set)
            commit=Callback::new(move |()| store.commit())
            default=DefaultMark { value: default, name: fill(words().default_of, &[("value", &format::setting(default, false))]) }
            lock=lock(store, key)
        />
    }
}
