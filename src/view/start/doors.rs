//! Where to go on.

use leptos::prelude::*;

use kit::{Card, Level};
use model::keys::Key;
use model::settings::State;
use words::start::words;

use crate::view::live::text;
use crate::view::store::Store;

/// Three doors, and the shortest way through.
#[component]
pub fn Doors() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    // With the sentence that is read here.
    let lab = text(move || {
        let mut state = State::of(store.settings.get());
        state.settings.choose(Key::View, "");
        format!("#{}", state.to_address())
    });
    let all = [
        (words.lesson, words.lesson_what, Signal::stored("#lesson=sequences.1".to_owned())),
        (words.lab, words.lab_what, lab),
        (words.train, words.train_what, Signal::stored("#view=train&task=agreement".to_owned())),
    ];
    let door = |(title, what, to): (&'static str, &'static str, Signal<String>)| {
        view! { <Card title level=Level::Third href=to>{what}</Card> }
    };
    view! {
        <div class="start-doors">{all.map(door).into_iter().collect_view()}</div>
        <p class="start-hurry"><a href="#view=reference&page=overview">{words.hurry}</a></p>
    }
}
