//! Further reading.

use leptos::prelude::*;

use course::lesson::Source;

/// Where more is to be read, and what for.
pub fn reading(sources: Vec<Source>) -> impl IntoView {
    let line = |Source { cite, link, why }| {
        view! {
            <li>
                <a href=link target="_blank" rel="noopener">{cite}</a>
                " "
                <span>{why}</span>
            </li>
        }
    };
    view! { <ul class="further">{sources.into_iter().map(line).collect_view()}</ul> }
}
