//! The list of contents: the pages with the entries of the one that is open or, of what is looked for, all that was found.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use course::lesson::Hit;
use kit::Disclosure;
use words::lesson;
use words::reference::{of_page, words};

use super::looked::{Looked, address_of};
use crate::view::live::part;
use crate::view::store::Store;

/// So wide a window has the list beside what is read; in others it is folded above it.
const BESIDE: f64 = 1000.0;

/// The list.
#[component]
pub fn Contents(looked: Looked) -> impl IntoView {
    let is_asked = Memo::new(move |_| looked.found.with(Option::is_some));
    let open = RwSignal::new(is_beside());
    let resized = window_event_listener(leptos::ev::resize, move |_| {
        if is_beside() && !open.get_untracked() {
            open.set(true);
        }
    });
    on_cleanup(move || resized.remove());
    view! {
        <div class="reference-contents">
            {part(move || {
                if is_asked.get() {
                    view! { <Found looked /> }.into_any()
                } else {
                    view! {
                        <Disclosure label=words().contents open>
                            <Pages looked open />
                        </Disclosure>
                    }
                        .into_any()
                }
            })}
        </div>
    }
}

fn is_beside() -> bool {
    window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width >= BESIDE)
}

/// Whether a press on a link stays in this window; a new tab has the link's own address.
fn stays(event: &MouseEvent) -> bool {
    !event.ctrl_key() && !event.meta_key() && !event.shift_key()
}

/// All pages; under the one that is open its entries.
#[component]
fn Pages(looked: Looked, open: RwSignal<bool>) -> impl IntoView {
    let store: Store = expect_context();
    let page = store.course.page;
    let pages = Memo::new(move |_| page.with(|page| page.as_ref().map(|page| page.pages.clone()).unwrap_or_default()));
    let here = Memo::new(move |_| page.with(|page| page.as_ref().map(|page| page.key.clone()).unwrap_or_default()));
    let entries = Memo::new(move |_| {
        let named = |page: &course::lesson::Reference| {
            page.entries.iter().map(|entry| entry.heading.clone()).collect::<Vec<_>>()
        };
        page.with(|page| page.as_ref().map(named).unwrap_or_default())
    });
    let entry = move |key: String, heading: String| {
        let (href, own) = (address_of(&key, &heading), heading.clone());
        let go = move |event: MouseEvent| {
            if stays(&event) {
                event.prevent_default();
                open.set(is_beside());
                looked.go(store, &key, &own);
            }
        };
        view! { <li><a href=href on:click=go>{heading}</a></li> }
    };
    let link = move |(key, name): (String, String)| {
        let (own, to, under) = (key.clone(), key.clone(), key.clone());
        let is_here = Memo::new(move |_| here.with(|here| *here == own));
        let go = move |event: MouseEvent| {
            if stays(&event) {
                event.prevent_default();
                open.set(is_beside());
                store.set_by_key("apply", &format!("page={to}&entry="), true);
            }
        };
        view! {
            <li>
                <a href=format!("#view=reference&page={key}") aria-current=move || is_here.get().then_some("page") on:click=go>
                    {name}
                </a>
                {part(move || {
                    let under = under.clone();
                    is_here.get().then(|| {
                        let all = entries.get().into_iter().map(|own| entry(under.clone(), own)).collect_view();
                        view! { <ul>{all}</ul> }
                    })
                })}
            </li>
        }
    };
    view! {
        <nav aria-label=lesson::words().pages>
            <ul>
                <For each=move || pages.get() key=|(key, _)| key.clone() children=link />
            </ul>
        </nav>
    }
}

/// All that was found, by its pages.
#[component]
fn Found(looked: Looked) -> impl IntoView {
    let store: Store = expect_context();
    let page = store.course.page;
    let pages = Memo::new(move |_| page.with(|page| page.as_ref().map(|page| page.pages.clone()).unwrap_or_default()));
    let hit = move |hit: Hit| {
        let href = address_of(&hit.page, &hit.heading);
        let Hit { page, heading, excerpt: [before, word, behind], .. } = hit;
        let own = heading.clone();
        let go = move |event: MouseEvent| {
            if stays(&event) {
                event.prevent_default();
                looked.go(store, &page, &own);
            }
        };
        view! {
            <li>
                <a href=href on:click=go>
                    <b>{heading}</b>
                    <small>{before} <mark>{word}</mark> {behind}</small>
                </a>
            </li>
        }
    };
    let group = move |hits: &[Hit]| {
        let name = pages.with_untracked(|pages| {
            let own = pages.iter().find(|(key, _)| *key == hits[0].page);
            own.map(|(_, name)| name.clone()).unwrap_or_default()
        });
        let all = hits.iter().cloned().map(hit).collect_view();
        view! {
            <li>
                <span>{of_page(&name, hits.len())}</span>
                <ul>{all}</ul>
            </li>
        }
    };
    view! {
        <nav aria-label=words().found>
            <ul>
                {part(move || {
                    looked.hits.with(|hits| hits.chunk_by(|a, b| a.page == b.page).map(group).collect_view())
                })}
            </ul>
        </nav>
    }
}
