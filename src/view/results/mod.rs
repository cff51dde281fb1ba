//! The view Results: papers redone, and what each part of a cell is worth on every task.

mod matrix;
mod paper;
mod plot;
mod summary;

use leptos::prelude::*;

use model::command::{PaperKey, View};
use words::results::words;

use super::live::{flag, part};
use super::store::{Store, in_view};
use matrix::MatrixTable;
use paper::PaperCard;
use summary::Summary;

/// The view.
#[component]
pub fn ResultsView() -> impl IntoView {
    let store: Store = expect_context();
    let is_open = Memo::new(move |_| in_view(store) == View::Results);
    // Once it has been made it stays, so that nothing in it is lost while another view is open.
    let is_there = Memo::new(move |before: Option<&bool>| {
        before.copied().unwrap_or_default() || is_open.get() && store.sweeps.results.with(Option::is_some)
    });
    let matrix = Memo::new(move |_| store.sweeps.results.with(|own| own.as_ref()?.matrix.clone()));
    let inside = move || {
        let words = words();
        view! {
            <div class="view-inside">
                <h2>{words.title}</h2>
                <p class="intro">{words.intro}</p>
                <Summary />
                <div class="papers">
                    {PaperKey::ALL.iter().map(|paper| view! { <PaperCard paper=*paper /> }).collect_view()}
                </div>
                {part(move || matrix.get().map(|matrix| view! { <MatrixTable matrix /> }))}
            </div>
        }
    };
    view! {
        <section class="view" id="results" hidden=flag(move || !is_open.get())>
            {part(move || is_there.get().then(inside))}
        </section>
    }
}
