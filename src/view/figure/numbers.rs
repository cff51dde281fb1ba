//! The table behind a figure: every number in it.

use leptos::prelude::*;

use figures::Table;
use kit::{Column, ColumnKind, Disclosure, Table as Rows};
use words::laboratory::words;

use super::take::{Draws, TakeOf, Takes};
use crate::view::live::part;

/// A table that is made once someone opens it. It stays open, and where it is scrolled, while its numbers change.
#[component]
pub fn Numbers(
    /// What it tells.
    #[prop(into)]
    caption: Signal<String>,
    /// Its numbers; the first column names the rows.
    #[prop(into)]
    table: Signal<Table>,
    /// What the figure draws, so that it can be taken along.
    #[prop(optional, into)]
    draws: Option<Draws>,
    /// What the figure shows, in a sentence, where the table tells something else.
    #[prop(optional, into)]
    title: Option<Signal<String>>,
) -> impl IntoView {
    let takes = use_context::<Takes>();
    let open = RwSignal::new(false);
    let head = Memo::new(move |_| if open.get() { table.with(|table| table.head.clone()) } else { vec![] });
    let rows = move || {
        let column = |(place, head): (usize, String)| Column {
            head,
            kind: if place == 0 { ColumnKind::Words } else { ColumnKind::Numbers },
        };
        let columns = head.get().into_iter().enumerate().map(column).collect();
        // Once for all cells.
        let rows = Memo::new(move |_| table.with(|table| table.rows.clone()));
        view! { <Rows caption columns rows /> }
    };
    let notes = move || {
        let note = |(name, number): (String, String)| view! { <p class="read">{format!("{name}: {number}")}</p> };
        table.with(|table| table.notes.clone()).into_iter().map(note).collect_view()
    };
    let take = move || {
        open.get().then(|| {
            takes.map(|Takes(make)| make.run(TakeOf { title: title.unwrap_or(caption), draws, table: Some(table) }))
        })
    };
    view! {
        <Disclosure label=words().table open>
            {part(move || open.get().then(rows))} {part(move || open.get().then(notes))} {part(take)}
        </Disclosure>
    }
}
