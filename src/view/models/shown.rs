//! What is told, beside the switch of weights, of a model that a person brought.

use leptos::prelude::*;

use kit::Button;
use model::keys::{Key, Scope};
use model::lab::EMBEDDING;
use model::settings::{Settings, Source};
use words::models::{self, words};

use super::Models;
use super::told::named;
use crate::view::keyed::{KeySelect, ready};
use crate::view::live::{flag, part, shows, text};
use crate::view::store::Store;

/// What a person's own model is, or why it is not shown, and the ways on.
#[component]
pub fn OwnModel() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let opens: Models = expect_context();
    let net = Memo::new(move |_| store.settings.with(Settings::net));
    let width = Memo::new(move |_| store.sequence.with(|sequence| sequence.channels().unwrap_or(EMBEDDING)));
    let is_narrow = Memo::new(move |_| net.get().is_some_and(|net| store.settings.with(|s| s.units < net.units)));
    let is_other = Memo::new(move |_| net.get().is_some_and(|net| net.inputs != width.get()));
    let is_gone = move || store.absent.get() && !is_narrow.get();
    let said = move || {
        let Some(net) = net.get() else { return String::new() };
        let own = named(&net);
        if is_gone() {
            models::absent(&own)
        } else if is_narrow.get() {
            models::narrow(&own, store.settings.with(|s| s.units))
        } else if is_other.get() {
            models::other_width(&own, width.get())
        } else {
            models::in_lab(&own)
        }
    };
    let widen = move |()| {
        if let Some(net) = net.get_untracked() {
            store.choose(|settings| settings.units = net.units);
        }
    };
    let impulse = move |()| store.open(store.settings.with_untracked(|s| s.with_source(Source::Impulse)));
    let train = move |()| {
        if let Some(net) = net.get_untracked() {
            store.choose(|settings| {
                let of = [(Key::TrainUnits, net.units), (Key::Layers, net.layers)];
                of.iter().for_each(|(key, size)| settings.choose(*key, &size.to_string()));
                settings.choose(Key::TrainNet, &net.to_string());
                settings.choose(Key::View, "train");
            });
        }
    };
    let drop = move |()| store.open(store.settings.with_untracked(|s| s.without(Scope::Cell)));
    // Of several layers one is shown.
    let count = Memo::new(move |_| net.get().map_or(1, |net| net.layers));
    let layers = move || {
        let options = (1..=count.get()).map(|layer| (layer.to_string(), layer.to_string())).collect();
        let top = text(move || count.get().to_string());
        (count.get() > 1).then(|| view! { <KeySelect key=Key::Layer label=words.layer options default=top /> })
    };
    view! {
        <p use:shows=text(said)></p>
        <div class="weights-ways">
            {part(layers)}
            <span hidden=flag(move || !is_gone())>
                <Button label=words.open press=Callback::new(move |()| opens.show(store)) />
            </span>
            <span hidden=flag(move || !is_narrow.get())>
                <Button label=words.units_way press=Callback::new(widen) />
            </span>
            <span hidden=flag(move || !is_other.get())>
                <Button label=words.width_way press=Callback::new(impulse) />
            </span>
            <span hidden=flag(is_gone)>
                <Button label=words.train availability=ready(store, Key::TrainNet) press=Callback::new(train) />
            </span>
            <Button label=words.drop press=Callback::new(drop) />
        </div>
    }
}
