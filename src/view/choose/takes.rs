//! What each cell takes: weights, arithmetic, estimated times.

use leptos::prelude::*;

use course::choose::{Advised, Costs};
use engine::trace::CellKind;
use kit::{Column, ColumnKind, Table};
use words::choose::{estimate, sizes, words};

use crate::view::live::text;

/// The table.
#[component]
pub fn Takes(
    /// What the settings lead to.
    advised: Memo<Advised>,
) -> impl IntoView {
    let words = words();
    let costs = Memo::new(move |_| advised.with(|own| own.costs));
    let names = Column { head: words.cost.to_owned(), kind: ColumnKind::Words };
    let cell = |cell: CellKind| Column { head: cell.name().to_owned(), kind: ColumnKind::Numbers };
    let columns = std::iter::once(names).chain(CellKind::ALL.map(cell)).collect();
    view! {
        <article class="takes">
            <p class="how">{words.sizes_how}</p>
            <Table
                caption=text(move || costs.with(|costs| sizes(costs.units, costs.inputs)))
                columns
                rows=Signal::derive(move || costs.with(Costs::rows))
            />
            <p class="how">{estimate(words.basis)}</p>
        </article>
    }
}
