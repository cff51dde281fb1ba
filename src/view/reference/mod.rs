//! Reference: pages to look things up in, and a lesson on one sheet.

mod item;

use leptos::prelude::*;

use model::command::View;
use model::keys::Key;
use words::lesson::words;

use super::lesson::reading;
use super::live::{flag, part, shows, text};
use super::store::{Store, in_view};
use item::Item;

/// The page that is told.
#[component]
pub fn ReferenceView() -> impl IntoView {
    let store: Store = expect_context();
    let open = Memo::new(move |_| in_view(store) == View::Reference);
    view! {
        <section class="reference" id="reference" hidden=flag(move || !open.get()) aria-labelledby="reference-title">
            {part(move || {
                open.get().then(|| {
                    view! {
                        <Head />
                        <Entries />
                    }
                })
            })}
        </section>
    }
}

/// The list of pages; the title of the one that is open, and what it is.
#[component]
fn Head() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let page = store.course.page;
    let pages = Memo::new(move |_| page.with(|page| page.as_ref().map(|page| page.pages.clone()).unwrap_or_default()));
    let here = Memo::new(move |_| page.with(|page| page.as_ref().map(|page| page.key.clone()).unwrap_or_default()));
    let read = move |read: fn(&course::lesson::Reference) -> &str| {
        text(move || page.with(|page| page.as_ref().map(|page| read(page).to_owned()).unwrap_or_default()))
    };
    let is_sheet = Memo::new(move |_| page.with(|page| page.as_ref().is_some_and(|page| page.is_sheet)));
    let link = move |(key, name): (String, String)| {
        let own = key.clone();
        let to = key.clone();
        view! {
            <li>
                <a
                    class="kit-button"
                    href=format!("#view=reference&page={key}")
                    aria-current=move || here.with(|here| *here == own).then_some("page")
                    on:click=move |event| {
                        // A new tab or window has the link's own address.
                        if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
                            event.prevent_default();
                            store.choose_key(Key::Page, &to);
                        }
                    }
                >
                    {name}
                </a>
            </li>
        }
    };
    view! {
        <div class="reference-head">
            <nav aria-label=words.pages>
                <ul>
                    <For each=move || pages.get() key=|(key, _)| key.clone() children=link />
                </ul>
            </nav>
            <h2 id="reference-title" use:shows=read(|page| &page.title)></h2>
            <p class="reference-summary" use:shows=read(|page| &page.summary)></p>
            {part(move || is_sheet.get().then(|| view! { <p class="sheet">{words.sheet}</p> }))}
        </div>
    }
}

/// The entries of the page that is told.
#[component]
pub fn Entries(
    /// The key of the only page that is shown; empty for any.
    #[prop(optional)]
    only: &'static str,
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
                children=move |name| view! { <Item item=of(name) terms /> }
            />
            {part(further)}
        </div>
    }
}
