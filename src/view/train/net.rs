//! The model of a person's own from whose weights training begins: whether it fits, and the way back to drawn weights.

use leptos::prelude::*;

use kit::Button;
use measure::training::NetData;
use model::keys::Key;
use words::models::{self, words};
use words::training;

use crate::view::keyed::ready;
use crate::view::live::{part, shows, text};
use crate::view::models::named;
use crate::view::store::Store;

/// What is said of it.
fn told(own: &NetData) -> String {
    let NetData { net, is_used, reads: (inputs, decodes), sizes: (units, layers), others } = own;
    let network = named(net);
    let said = match () {
        () if *is_used => models::learns(&network, net.cell.name()),
        () if *inputs != net.inputs => models::no_inputs(&network, *inputs),
        () if *decodes => models::no_decoder(&network),
        () => models::no_units(&network, *units, *layers),
    };
    let names: Vec<_> = others.iter().map(|task| training::task(task).name).collect();
    if names.is_empty() { said } else { format!("{said} {}", models::tasks_that_fit(&names.join(", "))) }
}

/// The line, where the address names a model.
#[component]
pub fn OwnNet() -> impl IntoView {
    let store: Store = expect_context();
    let own = Memo::new(move |_| store.training.task.with(|task| task.as_ref().and_then(|task| task.net.clone())));
    let is_there = Memo::new(move |_| own.with(Option::is_some));
    let line = move || {
        is_there.get().then(|| {
            view! {
                <div class="train-net">
                    <p class="read" use:shows=text(move || own.with(|own| own.as_ref().map(told).unwrap_or_default()))></p>
                    <Button
                        label=words().untrain
                        availability=ready(store, Key::TrainNet)
                        press=Callback::new(move |()| store.choose_key(Key::TrainNet, ""))
                    />
                </div>
            }
        })
    };
    part(line)
}
