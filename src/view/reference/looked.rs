//! What is looked for in the pages, and what of it was found.

use std::collections::HashSet;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use course::lesson::{Hit, search};
use model::keys::Key;

use crate::view::store::Store;

/// What a person looks for, and where they go.
#[derive(Clone, Copy)]
pub struct Looked {
    /// What is typed.
    pub query: RwSignal<String>,
    /// What was found in all pages.
    pub hits: Memo<Vec<Hit>>,
    /// The names of the entries that were found; none while nothing is looked for.
    pub found: Memo<Option<HashSet<String>>>,
    /// The entry that is gone to, until it is there: one of the list, or that of the address.
    wanted: RwSignal<Option<Wanted>>,
}

/// An entry that is gone to, as addresses name it.
#[derive(Clone, PartialEq, Eq)]
struct Wanted {
    /// The key of its page; empty for the first.
    page: String,
    entry: String,
}

impl Looked {
    /// Nothing is looked for.
    pub fn new(store: Store) -> Self {
        let query = RwSignal::new(String::new());
        let hits = Memo::new(move |_| store.course.index.with(|index| query.with(|query| search(index, query))));
        let found = Memo::new(move |_| {
            let is_asked = query.with(|query| !query.trim().is_empty());
            is_asked.then(|| hits.with(|hits| hits.iter().map(|hit| hit.name.clone()).collect()))
        });
        let wanted = RwSignal::new(None::<Wanted>);
        let page = store.course.page;
        let named = Memo::new(move |_| {
            let [page, entry] = store.settings.with(|own| [Key::Page, Key::Entry].map(|key| own.text(key).to_owned()));
            (!entry.is_empty()).then_some(Wanted { page, entry })
        });
        Effect::new(move |_| wanted.set(named.get()));
        Effect::new(move |_| {
            let Some(own) = wanted.get() else { return };
            let found = page.with(|page| {
                // Another page may have an entry of the same name.
                let page = page.as_ref().filter(|page| own.page.is_empty() || page.key == own.page)?;
                page.entries.iter().find(|entry| word_of(&entry.heading) == own.entry).map(|entry| entry.name.clone())
            });
            if let Some(name) = found {
                wanted.set(None);
                // It is in the page once what follows from its page has been done.
                request_animation_frame(move || show(&name));
            }
        });
        Self { query, hits, found, wanted }
    }

    /// Goes to an entry of a page.
    pub fn go(self, store: Store, page: &str, heading: &str) {
        let name = word_of(heading);
        store.set_by_key("apply", &part_of_address(page, &name), true);
        // Also where the address names it already.
        self.wanted.set(Some(Wanted { page: page.to_owned(), entry: name }));
    }
}

/// What of an address leads to an entry of a page; to the whole page, if the name is empty.
fn part_of_address(page: &str, name: &str) -> String {
    format!("page={page}&entry={name}")
}

/// What an address calls an entry: by its heading, since its number changes as others come.
fn word_of(heading: &str) -> String {
    let letters = heading.to_lowercase();
    letters
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// The address of an entry of a page.
pub fn address_of(page: &str, heading: &str) -> String {
    format!("#view=reference&{}", part_of_address(page, &word_of(heading)))
}

/// The id of an entry's element.
pub fn id_of(name: &str) -> String {
    format!("entry-{name}")
}

/// Brings an entry into sight; its heading has the keyboard.
fn show(name: &str) {
    let Some(entry) = document().get_element_by_id(&id_of(name)) else { return };
    let heading = entry.query_selector("h3").ok().flatten().and_then(|own| own.dyn_into::<HtmlElement>().ok());
    // What can't have the keyboard is shown all the same.
    let _ = heading.map(|heading| heading.focus());
    entry.scroll_into_view();
}
