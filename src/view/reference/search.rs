//! The field that is searched with, and how many entries it finds.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use kit::{Availability, Button, TextField};
use words::reference::{found_here, nothing, words};

use super::looked::Looked;
use crate::view::live::{flag, shows, text};
use crate::view::store::Store;

/// The field, what it found, and what empties it. Escape does that, too.
#[component]
pub fn Search(looked: Looked) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let Looked { query, hits, found, .. } = looked;
    let is_asked = Memo::new(move |_| found.with(Option::is_some));
    let said = text(move || {
        if !is_asked.get() {
            return words.hint.to_owned();
        }
        let page = store.course.page.with(|page| page.as_ref().map(|page| page.key.clone()).unwrap_or_default());
        hits.with(|hits| match hits.len() {
            0 => nothing(query.get().trim()),
            n => found_here(n, hits.iter().filter(|hit| hit.page == page).count()),
        })
    });
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !query.with_untracked(String::is_empty) {
            event.stop_propagation();
            event.prevent_default();
            query.set(String::new());
        }
    };
    view! {
        <search class="reference-search">
            <div on:keydown=escape>
                <TextField
                    label=words.search
                    shown=query
                    judge=move |_| None
                    take=move |typed| query.set(typed)
                    id="reference-search"
                />
            </div>
            <div class="reference-found">
                <p role="status" use:shows=said></p>
                <div hidden=flag(move || !is_asked.get())>
                    <Button label=words.clear availability=Availability::Ready press=move || query.set(String::new()) />
                </div>
            </div>
        </search>
    }
}
