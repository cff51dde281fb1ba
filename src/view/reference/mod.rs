//! Reference: pages to look things up in, and a lesson on one sheet.

mod contents;
mod figure;
mod item;
mod looked;
mod search;

use leptos::prelude::*;

use model::command::{PageKey, View};
use model::keys::Key;
use words::lesson::words;

use super::lesson::reading;
use super::live::{flag, part, shows, text};
use super::offline::Offline;
use super::store::{Store, in_view};
use contents::Contents;
use item::Item;
use looked::Looked;
use search::Search;

/// The page that is told.
#[component]
pub fn ReferenceView() -> impl IntoView {
    let store: Store = expect_context();
    let open = Memo::new(move |_| in_view(store) == View::Reference);
    // Another view may have asked for a page before: none of that is shown here for a moment.
    let is_own = move || {
        let wanted =
            store.settings.with(|settings| PageKey::named(settings.text(Key::Page)).unwrap_or(PageKey::Overview));
        store.course.page.with(|page| page.as_ref().is_none_or(|page| page.key == wanted.key()))
    };
    let is_there = Memo::new(move |before: Option<&bool>| open.get() && (before == Some(&true) || is_own()));
    view! {
        <section class="reference" id="reference" hidden=flag(move || !open.get()) aria-labelledby="reference-title">
            {part(move || is_there.get().then(|| view! { <Columns /> }))}
        </section>
    }
}

/// The search and the list of contents, and beside them the page that is open.
#[component]
fn Columns() -> impl IntoView {
    let looked = Looked::new(expect_context());
    view! {
        <div class="reference-columns">
            <div class="reference-side">
                <Search looked />
                <Contents looked />
            </div>
            <div class="reference-read">
                <Head />
                <Entries looked />
                <BelowEntries />
            </div>
        </div>
    }
}

/// What stands below the last entry of the page for a class: that one is on use without a network.
#[component]
fn BelowEntries() -> impl IntoView {
    let store: Store = expect_context();
    let is_for_a_class = Memo::new(move |_| {
        store.course.page.with(|page| page.as_ref().is_some_and(|page| page.key == PageKey::Class.key()))
    });
    part(move || is_for_a_class.get().then(|| view! { <Offline /> }))
}

/// The title of the page that is open, and what it is.
#[component]
fn Head() -> impl IntoView {
    let store: Store = expect_context();
    let page = store.course.page;
    let read = move |read: fn(&course::lesson::Reference) -> &str| {
        text(move || page.with(|page| page.as_ref().map(|page| read(page).to_owned()).unwrap_or_default()))
    };
    let is_sheet = Memo::new(move |_| page.with(|page| page.as_ref().is_some_and(|page| page.is_sheet)));
    view! {
        <div class="reference-head">
            <h2 id="reference-title" use:shows=read(|page| &page.title)></h2>
            <p class="reference-summary" use:shows=read(|page| &page.summary)></p>
            {part(move || is_sheet.get().then(|| view! { <p class="sheet">{words().sheet}</p> }))}
        </div>
    }
}

/// The entries of the page that is told.
#[component]
pub fn Entries(
    /// The key of the only page that is shown; empty for any.
    #[prop(optional)]
    only: &'static str,
    /// What is looked for: other entries are hidden.
    #[prop(optional)]
    looked: Option<Looked>,
) -> impl IntoView {
    let store: Store = expect_context();
    let page = store.course.page;
    let names = Memo::new(move |_| {
        page.with(|page| {
            let own = page.as_ref().filter(|page| only.is_empty() || page.key == only);
            let entries = own.map(|page| page.entries.iter().map(|entry| entry.name.clone()));
            entries.map(Iterator::collect::<Vec<String>>).unwrap_or_default()
        })
    });
    let terms = Memo::new(move |_| page.with(|page| page.as_ref().map(|page| page.terms.clone()).unwrap_or_default()));
    let sources =
        Memo::new(move |_| page.with(|page| page.as_ref().map(|page| page.reading.clone()).unwrap_or_default()));
    let of = move |name: String| {
        Memo::new(move |last: Option<&Option<course::lesson::Item>>| {
            let now = page.with(|page| page.as_ref()?.entries.iter().find(|entry| entry.name == name).cloned());
            now.or_else(|| last.cloned().flatten())
        })
    };
    let is_found = move |name: &str| {
        looked.is_none_or(|looked| looked.found.with(|found| found.as_ref().is_none_or(|found| found.contains(name))))
    };
    let is_asked = move || looked.is_some_and(|looked| looked.found.with(Option::is_some));
    let is_elsewhere = move || looked.is_some_and(|looked| looked.hits.with(|hits| !hits.is_empty()));
    let none_here = flag(move || !is_elsewhere() || names.with(|names| names.iter().any(|name| is_found(name))));
    // The letter that entries from A to Z begin with stands before the first of them that is shown.
    let letter = move |name: &str| {
        let first = |name: &str| {
            let heading =
                page.with(|page| page.as_ref()?.entries.iter().find(|own| own.name == name)?.heading.chars().next());
            heading.map(|letter| letter.to_uppercase().to_string())
        };
        let is_sorted = page.with(|page| page.as_ref().is_some_and(|page| page.is_sorted));
        let own = first(name).filter(|_| is_sorted)?;
        let leader = names
            .with(|names| names.iter().find(|other| is_found(other) && first(other).as_ref() == Some(&own)).cloned());
        (leader.as_deref() == Some(name)).then_some(own)
    };
    let key = Memo::new(move |_| page.with(|page| page.as_ref().map(|page| page.key.clone()).unwrap_or_default()));
    let further = move || {
        let sources = sources.get();
        (!sources.is_empty()).then(|| {
            view! {
                <article class="reference-entry">
                    <h3>{words().reading}</h3>
                    {reading(sources)}
                </article>
            }
        })
    };
    view! {
        <div class="reference-entries" data-page=text(move || key.get())>
            <For
                each=move || names.get()
                key=|name: &String| name.clone()
                children=move |name: String| {
                    let (own, first) = (name.clone(), name.clone());
                    let is_hidden = Memo::new(move |_| !is_found(&own));
                    let letter = Memo::new(move |_| letter(&first).unwrap_or_default());
                    view! { <Item item=of(name) terms letter=letter is_hidden /> }
                }
            />
            <p class="reference-none" hidden=none_here>{words::reference::words().none_here}</p>
            {part(move || (!is_asked()).then(further))}
        </div>
    }
}
