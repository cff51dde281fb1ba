//! Results, Compare and Choose: where what a worker draws of them stands.

use leptos::prelude::*;

use model::command::View;

use super::live::flag;
use super::store::{Store, in_view};

/// The frame of these views. What stands in its parts comes from the workers.
#[component]
pub fn Papers() -> impl IntoView {
    let store: Store = expect_context();
    let open = Memo::new(move |_| !matches!(in_view(store), View::Lab | View::Train | View::Reference));
    view! {
        <section
            id="train"
            hidden=flag(move || !open.get())
            class:bare=flag(move || store.hides("controls"))
            inner_html=PARTS
        ></section>
    }
}

/// What the workers fill.
const PARTS: &str = "<div id=train-controls class=controls></div><div id=train-own></div>";
