//! A person's own data, to learn from: it is brought here, checked by a worker, and taken.

use leptos::prelude::*;
use web_sys::File;

use kit::{Availability, Brought, Button, FileDrop};
use model::command::Own;
use model::keys::Key;
use words::page;
use words::training::words;

use super::chosen::task;
use super::told::{fault, note, preview};
use crate::view::live::{flag, part, text};
use crate::view::store::Store;

/// The kind of data that a task learns from, if it is a person's own.
pub fn own(task: &str) -> Option<Own> {
    match task {
        "own_series" => Some(Own::Series),
        "own_text" => Some(Own::Text),
        _ => None,
    }
}

/// The place for a person's own data, where the task learns from it.
#[component]
pub fn OwnData() -> impl IntoView {
    let store: Store = expect_context();
    let task = task(store);
    let own = Memo::new(move |_| own(task.get()));
    part(move || {
        own.get().map(|own| {
            store.training.own.set(None);
            view! { <Bring own /> }
        })
    })
}

#[component]
fn Bring(own: Own) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let (label, example, accept) = match own {
        Own::Series => (words.own_series_label, words.own_series_example, ".csv,.tsv,.txt,text/csv,text/plain"),
        Own::Text => (words.own_text_label, words.own_text_example, ".txt,.md,text/plain"),
    };
    let locked = Memo::new(move |_| store.is_locked(Key::Own));
    let take = UnsyncCallback::new(move |file: File| {
        if !locked.get_untracked() {
            store.bring(own, None, Some(file.into()));
        }
    });
    let told = move || {
        store.training.own.get().map(|checked| match checked {
            Err(wrong) => view! { <p class="message">{fault(&wrong)}</p> }.into_any(),
            Ok(good) => {
                let name = good.name.clone();
                let availability = Signal::derive(move || {
                    if locked.get() { Availability::Off(page::words().locked.to_owned()) } else { Availability::Ready }
                });
                let press = Callback::new(move |()| store.choose_key(Key::Own, &name));
                view! {
                    <p class="read">{good.notes.iter().map(note).collect::<Vec<_>>().join(" ")}</p>
                    <Button label=words.own_take id="train-take" availability press />
                    {preview(good.preview)}
                }
                .into_any()
            }
        })
    };
    view! {
        <div class="train-own" role="group" aria-label=words.own_heading>
            <label class="kit-field">
                <span class="kit-label">{label}</span>
                <textarea
                    class="train-text"
                    rows="5"
                    spellcheck="false"
                    placeholder=example
                    aria-describedby="train-told"
                    readonly=flag(move || locked.get())
                    on:change=move |event| store.bring(own, Some(event_target_value(&event)), None)
                ></textarea>
            </label>
            <FileDrop
                label=words.own_file
                hint=text(move || words.own_hint)
                accept
                brought=Signal::derive(|| Brought::Nothing)
                take
            />
            <div id="train-told" class="train-told">{part(told)}</div>
        </div>
    }
}
