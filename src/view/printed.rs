//! What the paper has beside the Lab's figure: its settings in words, and the address where it can be seen again.

use leptos::prelude::*;

use model::command::View;
use words::format;
use words::page::words;

use super::describe;
use super::live::part;
use super::stage::Stage;
use super::store::{Store, address, in_view, learns};

/// The settings, each with its name, while the Lab is printed.
#[component]
pub fn Printed() -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let is_there = Memo::new(move |_| stage.theme.printing.get() && in_view(store) == View::Lab && !learns(store));
    part(move || is_there.get().then(|| written(store)))
}

fn written(store: Store) -> impl IntoView {
    let words = words();
    let own = store.settings.get();
    let all = [
        (words.sequence, describe::sequence(&own.source).to_owned()),
        (words.length, own.steps().to_string()),
        (words.units, own.units.to_string()),
        (words.gain, format::setting(own.gain, false)),
        (words.bias, format::setting(own.bias, true)),
        (words.seed, own.seed.to_string()),
        (words.read_at, describe::place(store, own.read_step())),
        (words.mark_at, describe::place(store, own.mark_step())),
    ];
    let one = |(name, value): (&'static str, String)| {
        view! { <div><dt>{name}</dt>
        " "
        <dd>{value}</dd></div> }
    };
    view! {
        <section class="printed">
            <dl>{all.map(one).into_iter().collect_view()}</dl>
            <p>{words.held_text}</p>
            <p class="printed-address">{untrack(|| address::shared(store))}</p>
        </section>
    }
}
