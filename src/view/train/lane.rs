//! A cell's lane: its numbers, its losses, how far its gradient reaches, and an example.

use leptos::prelude::*;

use engine::trace::CellKind;
use measure::training::Shown;
use words::training::words;

use super::example::ExamplePart;
use super::loss::{LossFigure, RecordedNote};
use super::norms::NormsFigure;
use super::numbers::LaneNumbers;
use super::reach::ReachFigure;
use crate::view::live::{shows, text};
use crate::view::store::Store;

/// What stands over the examples, and how they are read.
fn head(shown: Option<Shown>) -> (&'static str, &'static str) {
    let words = words();
    match shown {
        Some(Shown::Forecast) => (words.forecast_title, words.forecast_how),
        Some(Shown::Text) => (words.written_title, words.written_how),
        _ => (words.example_title, words.example_how),
    }
}

/// The lane of a cell.
#[component]
pub fn Lane(
    /// The cell.
    cell: CellKind,
) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let (id, named) = (format!("train-{}", cell.key()), format!("train-{}-name", cell.key()));
    let labelled = named.clone();
    let shown = Memo::new(move |_| store.training.task.with(|task| task.as_ref().map(|task| task.shown)));
    // All lanes are read alike: the first says how.
    let is_first = cell == CellKind::ALL[0];
    let how = move |text: &'static str| is_first.then(|| view! { <p class="how">{text}</p> });
    view! {
        <section class="train-lane" id=id data-cell=cell.key() aria-labelledby=labelled>
            <div class="train-who">
                <h2 id=named>{cell.name()}</h2>
                <LaneNumbers cell />
            </div>
            <div class="train-losses">
                <h3>{words.loss_title}</h3>
                {how(words.loss_how)}
                {is_first.then(|| view! { <RecordedNote /> })}
                <LossFigure cell />
                <NormsFigure cell />
            </div>
            <div class="train-reach">
                <h3>{words.reach_title}</h3>
                {how(words.reach_how)}
                <ReachFigure cell />
            </div>
            <div class="train-example" id=format!("train-{}-example", cell.key())>
                <h3 use:shows=text(move || head(shown.get()).0)></h3>
                {is_first.then(|| view! { <p class="how" use:shows=text(move || head(shown.get()).1)></p> })}
                <ExamplePart cell />
            </div>
        </section>
    }
}
