//! Ablation: a gate frozen or removed, or a non-linearity taken away, beside the cell as it is.

use leptos::prelude::*;

use engine::trace::{CellKind, Form, Quantity};
use measure::ablation::Ablation;
use model::keys::Key;
use words::laboratory::words;
use words::quantities;

use super::compare::Sides;
use super::here::Here;
use crate::view::keyed::{CellChoice, KeyCheckbox, KeyNumber};
use crate::view::live::{part, text};

/// What is changed or not, by the keys of the address.
fn switches(cell: CellKind) -> Vec<(Key, &'static str)> {
    let words = words();
    match cell {
        CellKind::Rnn => vec![(Key::Relu, words.ablate_relu)],
        CellKind::Lstm => vec![
            (Key::LinearCandidate, words.ablate_candidate),
            (Key::LinearOutput, words.ablate_output),
            (Key::Coupled, words.ablate_coupled),
        ],
        CellKind::Gru => vec![(Key::ResetBefore, words.ablate_before)],
    }
}

/// The field in which a gate is frozen.
fn gate(gate: Quantity) -> impl IntoView {
    let label = text(move || format!("{} {}", quantities::name(gate), gate.symbol().0));
    view! { <KeyNumber key=Key::of_gate(gate) label free=words().ablate_free bad=words().ablate_bad /> }
}

/// The picture.
#[component]
pub fn AblationPicture(
    /// Its numbers.
    ablation: Memo<Ablation>,
) -> impl IntoView {
    let here: Here = expect_context();
    let fields = move || {
        let cell = here.cell.get();
        let switch = |(key, name): (Key, &'static str)| view! { <KeyCheckbox key label=name /> };
        view! {
            <div class="fields">{cell.gates().iter().copied().map(gate).collect_view()}</div>
            <div class="switches">{switches(cell).into_iter().map(switch).collect_view()}</div>
        }
    };
    let none =
        move || (here.form.get() == Form::default()).then(|| view! { <p class="read">{words().ablate_none}</p> });
    let names = Signal::stored([words().ablate_whole.to_owned(), words().ablate_changed.to_owned()]);
    let sides = Signal::derive(move || ablation.with(|ablation| ablation.sides.clone()));
    view! {
        <CellChoice />
        {part(fields)}
        {part(none)}
        <Sides sides names cell=here.cell />
        <Sides sides names cell=here.cell lengths=true />
    }
}
