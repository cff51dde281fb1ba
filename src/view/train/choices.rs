//! What the cells are without.

use leptos::prelude::*;

use kit::{Choices, Select};
use measure::training::{ABLATIONS, Ablation, CellPart};
use words::page;
use words::training::words;

use crate::view::store::Store;

/// What a cell is without, in words.
fn without(part: CellPart) -> &'static str {
    let words = words();
    match part {
        CellPart::ForgetGate => words.no_forget,
        CellPart::InputGate => words.no_input,
        CellPart::OutputGate => words.no_output,
        CellPart::OwnInputGate => words.coupled,
        CellPart::CandidateTanh => words.linear_candidate,
        CellPart::StateTanh => words.linear_output,
        CellPart::ResetGate => words.no_reset,
        CellPart::UpdateGate => words.half_update,
        CellPart::ResetAfter => words.reset_before,
        CellPart::Tanh => words.relu,
    }
}

/// What of an address removes one part and takes the other removals back; or all of them.
fn fragment(part: Option<usize>) -> String {
    let pair = |(place, other): (usize, &Ablation)| {
        if part == Some(place) { other.fragment() } else { format!("{}=", other.key.name()) }
    };
    ABLATIONS.iter().enumerate().map(pair).collect::<Vec<_>>().join("&")
}

/// The choice of what the cells are without.
#[component]
pub fn AblationSelect() -> impl IntoView {
    let store: Store = expect_context();
    let whole = (None, words().whole.to_owned());
    let parts = ABLATIONS.iter().enumerate().map(|(place, own)| (Some(place), without(own.part).to_owned()));
    let chosen = Memo::new(move |_| {
        store.settings.with(|settings| ABLATIONS.iter().position(|own| settings.written(own.key) == own.value))
    });
    let choices = Choices::new(std::iter::once(whole).chain(parts).collect(), chosen, move |part: Option<usize>| {
        store.set_by_key("apply", &fragment(part), true);
    });
    let locked = Signal::derive(move || {
        let any = store.settings.with(|settings| ABLATIONS.iter().any(|own| settings.is_locked(own.key)));
        any.then(|| page::words().locked.to_owned())
    });
    view! { <Select label=words().ablation choices id="t_without" lock=locked /> }
}
