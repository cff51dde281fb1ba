//! What stands in the place of a part of the figure that a question covers: that part is not in the page until it is uncovered.

use leptos::prelude::*;

use words::lesson::words;

/// A striped place that says what it is.
#[component]
pub fn Covered() -> impl IntoView {
    view! {
        <div class="covered">
            <span>{words().covered}</span>
        </div>
    }
}
