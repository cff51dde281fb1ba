//! A thing that stands by itself.

use leptos::prelude::*;

use super::text::shows;

/// How deep a heading is: below the page's own, `Second`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// `h2`
    #[default]
    Second,
    /// `h3`
    Third,
}

/// A card: a heading and what belongs to it. With an address all of it leads there, as a door; the heading is the link.
#[component]
pub fn Card(
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// How deep its heading is.
    #[prop(optional)]
    level: Level,
    /// Where it leads.
    #[prop(optional, into)]
    href: Option<Signal<String>>,
    /// What belongs to it.
    children: Children,
) -> impl IntoView {
    let heading = match href {
        Some(href) => view! { <a href=move || href.get() use:shows=title></a> }.into_any(),
        None => view! { <span use:shows=title></span> }.into_any(),
    };
    let heading = match level {
        Level::Second => view! { <h2>{heading}</h2> }.into_any(),
        Level::Third => view! { <h3>{heading}</h3> }.into_any(),
    };
    view! {
        <article class="kit-card" class:kit-door=href.is_some()>
            {heading}
            {children()}
        </article>
    }
}
