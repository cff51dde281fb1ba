//! The Train view: a worker trains each cell and draws its lane; here is where all that stands.

use leptos::prelude::*;

use model::command::View;

use super::live::flag;
use super::store::{Store, in_view, learns};

/// The view. What stands in its parts comes from the workers.
#[component]
pub fn Train() -> impl IntoView {
    let store: Store = expect_context();
    let open = Memo::new(move |_| !matches!(in_view(store), View::Lab | View::Reference));
    let trains = Memo::new(move |_| in_view(store) == View::Train);
    Effect::new(move |_| {
        if trains.get() {
            // The settings as they are now, to those that train.
            let _ = store.settings.get();
            store.attend();
        }
    });
    view! {
        <section
            id="train"
            hidden=flag(move || !open.get())
            class:race=flag(move || learns(store) && store.offers("race"))
            class:bare=flag(move || store.hides("controls"))
            inner_html=PARTS
        ></section>
    }
}

/// What the workers fill.
const PARTS: &str = "<div id=train-controls class=controls></div><div id=train-own></div><div id=train-head class=lanes></div>\
    <div id=train-rnn class=lanes></div><div id=train-lstm class=lanes></div><div id=train-gru class=lanes></div><div id=train-sweep></div>\
    <div class=transport><div id=train-buttons></div><div id=train-moment></div><div class=runs><div id=train-rnn-progress></div>\
    <div id=train-lstm-progress></div><div id=train-gru-progress></div></div></div>";
