//! What is said of what a person brought to learn from.

use leptos::prelude::*;

use kit::{Column, ColumnKind, Table};
use measure::training::own::{Fault, Found, Note, Preview};
use words::format;
use words::invisible::visible;
use words::training::{self, words};

/// How much was found of something that is cut.
fn found(found: Found) -> String {
    match found {
        Found::Rows(n) => training::rows(n),
        Found::Characters(n) => training::characters(n),
        Found::Bytes(bytes) => training::own_file_of(bytes),
    }
}

/// What was read, left out or filled.
pub fn note(of: &Note) -> String {
    let words = words();
    match of {
        Note::Table { rows, names } => {
            training::own_read(*rows, names.first().map_or("", String::as_str), &names.join(", "))
        }
        Note::Text { characters, kinds } => training::own_text_read(*characters, *kinds),
        Note::Commas => words.own_commas.to_owned(),
        Note::Ragged { rows, width } => training::own_ragged(*rows, *width),
        Note::Sorted => words.own_sorted.to_owned(),
        Note::Repeated { rows, first } => training::own_repeated(*rows, first),
        Note::Last(of, used) => training::own_last(&found(*of), *used),
        Note::First(of, used) => training::own_first(&found(*of), *used),
        Note::Strange { cells, first } => training::own_strange(*cells, first),
        Note::Constant(names) => training::own_constant(&names.join(", ")),
        Note::Wide { columns, used } => training::own_wide(*columns, *used),
        Note::Dropped(rows) => training::own_dropped(*rows),
        Note::Filled(cells) => training::own_filled(*cells),
    }
}

/// The fewest rows of a table and characters of a text.
const LEAST: (usize, usize) = (measure::training::own::LEAST_ROWS, 100);

/// What is wrong, and what is expected.
pub fn fault(of: &Fault) -> String {
    let words = words();
    match of {
        Fault::Empty => words.own_empty.to_owned(),
        Fault::Short(rows) => training::own_short(*rows, LEAST.0),
        Fault::NoNumbers(found) => training::own_no_numbers(found),
        Fault::AllConstant => words.own_all_constant.to_owned(),
        Fault::TextShort(n) => training::own_text_short(*n, LEAST.1),
        Fault::TextConstant => words.own_text_constant.to_owned(),
        Fault::Unreadable(why) => training::own_unread(why),
    }
}

/// How what was brought begins.
pub fn preview(of: Preview) -> AnyView {
    match of {
        Preview::Text(begin) => {
            let begin = format!("{}…", visible(&begin));
            view! { <p class="train-written"><bdi>{begin}</bdi></p> }.into_any()
        }
        Preview::Table(head, rows) => {
            let column = |(place, head): (usize, String)| Column {
                head,
                kind: if place == 0 { ColumnKind::Words } else { ColumnKind::Numbers },
            };
            let columns = head.into_iter().enumerate().map(column).collect();
            // Numbers as they are kept, with the sign that numbers have on the page.
            let cell = |cell: String| cell.parse().map_or(cell, format::exact);
            let rows: Vec<Vec<String>> = rows
                .into_iter()
                .map(|row| {
                    row.into_iter().enumerate().map(|(place, own)| if place == 0 { own } else { cell(own) }).collect()
                })
                .collect();
            view! { <Table caption=words().own_preview columns rows=Signal::stored(rows) /> }.into_any()
        }
    }
}
