//! The guide at a glance: each advice, and the cases that lead to it.

use leptos::prelude::*;

use course::choose::{Advice, glance};
use words::choose::words;

use crate::view::rich::rich;

/// The guide. A case answers the questions below it.
#[component]
pub fn Glance() -> impl IntoView {
    let words = words();
    let row = |(advice, cases): (Advice, Vec<String>)| {
        let cases = cases.iter().map(|case| view! { <li>{rich(case)}</li> }).collect_view();
        view! {
            <dt>{rich(advice.said())}</dt>
            <dd>
                <ul>{cases}</ul>
            </dd>
        }
    };
    view! {
        <section class="card glance">
            <h3>{words.glance}</h3>
            <dl>{glance().into_iter().map(row).collect_view()}</dl>
            <p class="glance-why">{rich(words.glance_why)}</p>
        </section>
    }
}
