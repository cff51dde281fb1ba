//! Numbers in rows.

use leptos::prelude::*;

use super::id::unique;
use super::text::shows;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words, from the start of the column.
    Words,
    /// Numbers, one below the other by their ends.
    Numbers,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head, with the unit of its numbers.
    pub head: String,
    /// What it holds.
    pub kind: ColumnKind,
}

/// A table that scrolls by itself where it is too wide or too long; its head stays in sight. The first cell of a row names it.
#[component]
pub fn Table(
    /// What it tells.
    #[prop(into)]
    caption: Signal<String>,
    /// Its columns, the names of the rows first.
    columns: Vec<Column>,
    /// Its rows, each with a cell a column.
    #[prop(into)]
    rows: Signal<Vec<Vec<String>>>,
) -> impl IntoView {
    let named = unique("caption");
    let class = |kind: ColumnKind| (kind == ColumnKind::Numbers).then_some("kit-numbers");
    let kinds: Vec<ColumnKind> = columns.iter().map(|column| column.kind).collect();
    let head = columns
        .into_iter()
        .map(|column| view! { <th scope="col" class=class(column.kind)>{column.head}</th> })
        .collect_view();
    let count = Memo::new(move |_| rows.with(Vec::len));
    // Rows and cells stay while what they hold changes: so do a selection and where the table is scrolled.
    let row = move |row: usize| {
        let cell = |(place, kind): (usize, &ColumnKind)| {
            let class = class(*kind);
            let of = move |rows: &Vec<Vec<String>>| rows.get(row).and_then(|row| row.get(place)).cloned();
            let cell = Signal::derive(move || rows.with(of).unwrap_or_default());
            if place == 0 {
                view! { <th scope="row" class=class use:shows=cell></th> }.into_any()
            } else {
                view! { <td class=class use:shows=cell></td> }.into_any()
            }
        };
        view! { <tr>{kinds.iter().enumerate().map(cell).collect_view()}</tr> }
    };
    view! {
        // It can have the focus, so that the arrow keys scroll it.
        <div class="kit-table" role="group" tabindex="0" aria-labelledby=named.clone()>
            <table>
                <caption id=named.clone() use:shows=caption></caption>
                <thead><tr>{head}</tr></thead>
                <tbody>
                    <For each=move || 0..count.get() key=|row| *row children=row />
                </tbody>
            </table>
        </div>
    }
}
