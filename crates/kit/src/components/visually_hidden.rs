//! What is only said.

use leptos::prelude::*;

/// Words for those who hear the page.
#[component]
pub fn VisuallyHidden(
    /// The words.
    children: Children,
) -> impl IntoView {
    view! { <span class="kit-hidden">{children()}</span> }
}
