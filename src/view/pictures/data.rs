//! Own data: a person's table of numbers, and what is said of it; a good one becomes the sequence.

use leptos::prelude::*;
use web_sys::File;

use figures::Table;
use kit::{Availability, Brought, Button, Column, ColumnKind, FileDrop, Table as Rows};
use measure::data::{Data, text as text_of};
use model::command::Own;
use model::keys::Key;
use model::sequence::brought::{Brought as Good, Fault, LIMIT, Note, Wrong};
use model::sequence::{LONGEST, MOST_COLUMNS, SHORTEST};
use model::settings::{Settings, Source};
use port::{OwnAnswer, Parcel};
use words::brought;
use words::laboratory::{self, words};

use crate::view::figure::Numbers;
use crate::view::live::{flag, part, shows, text};
use crate::view::store::Store;
use crate::view::train::told;

/// Rows and columns of the preview.
const PREVIEW: (usize, usize) = (4, 6);

/// What is wrong with a text, and what to do.
fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Empty => words().data_empty.to_owned(),
        Fault::OneCell(found) => laboratory::data_one_cell(found),
        Fault::Wide { line, columns } => laboratory::data_wide(*line, *columns, MOST_COLUMNS),
        Fault::Ragged { line, columns, expected } => laboratory::data_ragged(*line, *columns, *expected),
        Fault::Short(rows) => laboratory::data_short(*rows, SHORTEST),
        Fault::Cell { line, column, name, found, why } => {
            let column = laboratory::data_column(*column, name.as_deref());
            match why {
                Wrong::Blank => laboratory::data_blank(*line, &column),
                Wrong::Infinite => laboratory::data_infinite(*line, &column, found),
                Wrong::Large => laboratory::data_large(*line, &column, found),
                Wrong::Comma => laboratory::data_comma(*line, &column, found),
                Wrong::Text => laboratory::data_text(*line, &column, found),
            }
        }
    }
}

/// What was read, and what of it is used.
fn taken(good: &Good) -> String {
    let (rows, columns) = (good.rows.len(), good.names.len());
    let note = |note: &Note| match note {
        Note::Cut => words().data_cut.to_owned(),
        Note::Long(rows) => laboratory::data_long(*rows, LONGEST),
        Note::Rounded(numbers) => laboratory::data_rounded(*numbers),
        Note::Commas(cell) => brought::commas(cell),
        Note::Unproved(cell, read, other) => laboratory::data_unproved(cell, *read, *other),
        Note::OneOrTwo(line) => laboratory::data_one_or_two(line),
    };
    let read = laboratory::data_read(rows, columns, rows.saturating_sub(1));
    std::iter::once(read).chain(good.notes.iter().map(note)).collect::<Vec<_>>().join(" ")
}

/// The head of a table of so many columns at most, a column of row numbers first.
fn head(good: &Good, most: usize) -> Vec<String> {
    let more = (good.names.len() > most).then(|| "…".to_owned());
    std::iter::once(words().data_row.to_owned()).chain(good.names.iter().take(most).cloned()).chain(more).collect()
}

/// The first rows under such a head.
fn rows(good: &Good, (most_rows, most_columns): (usize, usize)) -> Vec<Vec<String>> {
    let row = |(number, row): (usize, &Vec<String>)| {
        let more = (row.len() > most_columns).then(|| "…".to_owned());
        std::iter::once((number + 1).to_string()).chain(row.iter().take(most_columns).cloned()).chain(more).collect()
    };
    good.rows.iter().take(most_rows).enumerate().map(row).collect()
}

/// All of it.
fn table(data: &Data) -> Table {
    let all = (usize::MAX, usize::MAX);
    match &data.read {
        Ok(good) => Table { head: head(good, all.1), rows: rows(good, all), notes: vec![] },
        Err(_) => Table { head: vec![words().data_row.to_owned()], rows: vec![], notes: vec![] },
    }
}

/// Takes the text of a file once a worker has read it.
fn take(store: Store, brought: RwSignal<Brought>, name: RwSignal<String>) {
    store.training.hears.set_value(Some(Callback::new(move |said: Parcel<OwnAnswer>| {
        let Some(OwnAnswer::Table(read)) = said.opened() else { return };
        match read {
            Ok((text, encoding)) => {
                brought.set(Brought::Taken(laboratory::data_taken(&name.get_untracked(), encoding.name())));
                store.choose_key(Key::Csv, &text);
            }
            Err(why) => brought.set(Brought::Refused(told::fault(&why))),
        }
    })));
    on_cleanup(move || store.training.hears.set_value(None));
}

/// The picture.
#[component]
pub fn DataPicture(
    /// What was read.
    data: Memo<Data>,
) -> impl IntoView {
    let store: Store = expect_context();
    let texts = words();
    let now = Memo::new(move |_| store.settings.with(text_of));
    // What is being typed: a field that is emptied stays empty until it is left.
    let draft = RwSignal::new(None::<String>);
    let shown = text(move || draft.get().unwrap_or_else(|| now.get()));
    let told = text(move || data.with(|data| data.read.as_ref().map_or_else(fault, taken)));
    let is_wrong = Memo::new(move |_| data.with(|data| matches!(&data.read, Err(fault) if *fault != Fault::Empty)));
    let brought = RwSignal::new(Brought::Nothing);
    let name = RwSignal::new(String::new());
    take(store, brought, name);
    let is_locked = Memo::new(move |_| store.is_locked(Key::Csv));
    view! {
        <div class="kit-field own-table" class:kit-wrong=flag(move || is_wrong.get()) class:kit-locked=flag(move || is_locked.get())>
            <label class="kit-label" for="csv">{texts.data_label}</label>
            <textarea
                id="csv"
                rows="9"
                maxlength=LIMIT.to_string()
                spellcheck="false"
                placeholder=texts.data_example
                readonly=flag(move || is_locked.get())
                aria-invalid=move || is_wrong.get().then_some("true")
                aria-describedby="csv-told"
                prop:value=shown
                on:input=move |event| {
                    let text = event_target_value(&event);
                    draft.set(Some(text.clone()));
                    store.set_by_key(Key::Csv.name(), &text, false);
                }
                on:change=move |_| store.commit()
                on:blur=move |_| draft.set(None)
            ></textarea>
            <p class="kit-note" hidden=flag(move || !is_locked.get())>{words::page::words().locked}</p>
        </div>
        <FileDrop
            label=text(move || texts.data_file)
            hint=text(move || texts.data_file_hint)
            accept=".csv,text/csv,text/plain"
            brought
            take=UnsyncCallback::new(move |file: File| {
                name.set(file.name());
                store.bring(Own::Table, None, Some(file.into()));
            })
        />
        <p class:read=flag(move || !is_wrong.get()) class:message=flag(move || is_wrong.get()) id="csv-told" role="status" use:shows=told></p>
        <Taken data />
        <Numbers caption=words().data_table table=Signal::derive(move || data.with(table)) />
    }
}

/// The first rows of a good table, and the button that makes it the sequence.
#[component]
fn Taken(data: Memo<Data>) -> impl IntoView {
    let store: Store = expect_context();
    let good =
        move |of: fn(&Good) -> Vec<Vec<String>>| data.with(|data| data.read.as_ref().map(of).unwrap_or_default());
    let heads = Memo::new(move |_| data.with(|data| data.read.as_ref().ok().map(|good| head(good, PREVIEW.1))));
    let first = Memo::new(move |_| good(|good| rows(good, PREVIEW)));
    let fragment = Memo::new(move |_| data.with(|data| data.read.as_ref().map(Good::fragment).unwrap_or_default()));
    let is_used = flag(move || {
        let numbers = data.with(|data| data.read.as_ref().map(Good::numbers).unwrap_or_default());
        store.settings.with(|settings| matches!(&settings.source, Source::Numbers(own) if own.as_str() == numbers))
    });
    let availability = Signal::derive(move || {
        let is_locked = store.settings.with(Settings::has_locks)
            && fragment.with(|fragment| store.state().would_move_locked("apply", fragment));
        if is_locked { Availability::Off(words::page::words().locked.to_owned()) } else { Availability::Ready }
    });
    let is_good = Memo::new(move |_| heads.with(Option::is_some));
    let preview = move || {
        heads.get().map(|heads| {
            let column = |(place, head): (usize, String)| Column {
                head,
                kind: if place == 0 { ColumnKind::Words } else { ColumnKind::Numbers },
            };
            let columns = heads.into_iter().enumerate().map(column).collect();
            view! { <Rows caption=words().data_preview columns rows=first /> }
        })
    };
    let button = move || {
        is_good.get().then(|| {
            view! {
                <p>
                    <Button
                        label=words().data_use
                        pressed=is_used
                        availability
                        press=Callback::new(move |()| store.set_by_key("apply", &fragment.get_untracked(), true))
                    />
                </p>
            }
        })
    };
    view! { {part(preview)} {part(button)} }
}
