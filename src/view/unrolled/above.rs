//! What of a chain stands over a lesson's figure: the loop that unrolls, or the cell in focus unrolled.

use leptos::prelude::*;

use super::row::Row;
use super::unroll::Unroll;
use crate::view::live::part;
use crate::view::stage::Stage;
use crate::view::store::{Store, learns};

/// Whatever the step asks for.
#[component]
pub fn Above() -> impl IntoView {
    let stage: Stage = expect_context();
    let store: Store = expect_context();
    let stands = Memo::new(move |_| learns(store) && stage.shows_chain.get());
    part(move || match (stage.unrolls.get(), stands.get()) {
        (true, _) => view! { <div class="unrolled-above"><Unroll /></div> }.into_any(),
        (false, true) => view! { <div class="unrolled-above"><Row alone=true /></div> }.into_any(),
        (false, false) => ().into_any(),
    })
}
