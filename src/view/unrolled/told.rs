//! What arrives at the cell that is looked at, by each road. It keeps its room, whatever is told.

use leptos::prelude::*;

use super::chain::{Chain, Told as One};
use crate::view::live::{flag, shows, text};

/// The numbers, and where they are read.
#[component]
pub fn Told(
    /// The chain.
    chain: Chain,
    /// The step that is looked at.
    at: Signal<usize>,
) -> impl IntoView {
    let told = Memo::new(move |_| chain.told(at.get()));
    // The roads first, the gate last.
    let roads = Memo::new(move |_| told.with(|told| told.iter().filter(|one| !one.is_gate).count()));
    let one = move |place: usize| {
        let of = move |of: fn(&One) -> String| {
            told.with(|told| told.get(place).filter(|one| !one.is_gate).map(of).unwrap_or_default())
        };
        view! {
            <span hidden=flag(move || roads.get() <= place)>
                <i use:shows=text(move || of(|told| told.symbol.to_owned()))></i>
                " "
                <b
                    data-number=text(move || of(|told| format!("{:e}", told.number)))
                    use:shows=text(move || of(|told| told.text.clone()))
                ></b>
            </span>
        }
    };
    let gate =
        move |of: fn(&One) -> String| told.with(|told| told.iter().find(|one| one.is_gate).map(of).unwrap_or_default());
    view! {
        <p class="unrolled-told" aria-hidden="true">{one(0)} {one(1)}</p>
        <p class="unrolled-at" aria-hidden="true" use:shows=text(move || chain.place(at.get()))></p>
        <p class="unrolled-gate" aria-hidden="true">
            <i use:shows=text(move || gate(|told| told.symbol.to_owned()))></i>
            " "
            <b
                data-number=text(move || gate(|told| format!("{:e}", told.number)))
                use:shows=text(move || gate(|told| told.text.clone()))
            ></b>
        </p>
    }
}
