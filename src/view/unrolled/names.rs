//! The words over a chain that stands alone: where the loss is read, where the numbers are measured, and where one looks.

use leptos::prelude::*;

use figures::Places;

use super::chain::Chain;
use crate::view::describe;
use crate::view::live::part;
use crate::view::store::Store;

/// So much room a name has over its column, in CSS pixels.
const NAME: f64 = 72.0;

/// The row of names.
#[component]
pub fn Names(
    /// The chain.
    chain: Chain,
    /// The step that is looked at.
    at: Signal<usize>,
) -> impl IntoView {
    let store: Store = expect_context();
    // Where two would lie over each other, the first stands.
    let names = move || {
        let (mark, read) = store.settings.with(|settings| (settings.mark_step(), settings.read_step()));
        let column = chain.places.with(Places::column);
        let mut named: Vec<usize> = vec![];
        for step in [at.get(), mark, read] {
            if named.iter().all(|other| other.abs_diff(step) as f64 * column >= NAME) {
                named.push(step);
            }
        }
        let name = |step: usize| {
            let share = (step as f64 + 0.5) / chain.places.with(|places| places.steps.max(1) as f64);
            let word = store
                .sequence
                .with(|sequence| describe::isolated(sequence.labels.get(step).map_or("", String::as_str)));
            view! {
                <bdi
                    class:unrolled-flag=step == mark || step == read
                    style:inset-inline-start=format!("{:.2}%", 100.0 * share)
                    style:translate=format!("{:.0}%", -100.0 * share)
                    prop:textContent=word
                ></bdi>
            }
        };
        named.into_iter().map(name).collect_view()
    };
    view! { <p class="unrolled-names" aria-hidden="true">{part(names)}</p> }
}
