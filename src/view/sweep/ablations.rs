//! What each part of a cell is worth, on the task that is chosen in Train.

use leptos::prelude::*;

use course::results::{Ablated, Worth};
use kit::Disclosure;
use model::command::SweepKey;
use words::results::words;

use super::begin::SweepBegin;
use super::runs::{Row, RunsTable, counted};
use crate::view::store::Store;

/// The sweep over ablations, folded until it is wanted.
#[component]
pub fn AblationsSweep() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let head = [words.solved_column, words.steps_column, words.loss_column, words.ablations_cost];
    let rows = Memo::new(move |_| store.sweeps.ablations.with(|own| own.as_ref().map_or(vec![], |own| rows(&own.0))));
    view! {
        <Disclosure label=words.ablations open=RwSignal::new(false)>
            <div class="sweep" id=format!("sweep-{}", SweepKey::Ablations)>
                <p class="how">{words.ablations_how}</p>
                <SweepBegin sweep=SweepKey::Ablations />
                <RunsTable head=head.map(str::to_owned).to_vec() rows />
            </div>
        </Disclosure>
    }
}

fn rows(all: &[Ablated]) -> Vec<Row> {
    let trained: Vec<_> = all.iter().map(|own| own.made.map(|(trained, _)| trained)).collect();
    let row = |(own, cells): (&Ablated, [String; 3])| Row {
        name: format!("{}: {}", own.cell.name(), own.part),
        cells: cells.into_iter().chain([own.worth.map_or_else(String::new, Worth::said)]).collect(),
        source: own.made.map(|(_, source)| source),
    };
    all.iter().zip(counted(&trained)).map(row).collect()
}
