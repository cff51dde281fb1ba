//! What runs came to, as a table. What is not measured here stands in grey, with a word that says where it is from.

use leptos::prelude::*;

use course::results::Trained;
use course::standing::Source;
use words::format::{Digits, Group, Measure, count};
use words::results::words;

use crate::view::live::{flag, shows, text};

/// A row: what was run, and what it came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// What was run.
    pub name: String,
    /// A cell a column, besides the name.
    pub cells: Vec<String>,
    /// Where it is from; none before it is there.
    pub source: Option<Source>,
}

/// The one source of all rows that are there; none where they have several.
fn source(rows: &[Row]) -> Option<Source> {
    let mut all = rows.iter().filter_map(|row| row.source);
    let first = all.next()?;
    all.all(|own| own == first).then_some(first)
}

/// How many runs solved the task, in how many steps, and the loss at the end: of each row that is there, with the losses in
/// one unit.
#[must_use]
pub fn counted(rows: &[Option<Trained>]) -> Vec<[String; 3]> {
    let losses = numbers(rows.iter().map(|row| row.map(|row| row.loss)));
    let cells = |(row, loss): (&Option<Trained>, String)| match row {
        None => [String::new(), String::new(), String::new()],
        Some(row) => [row.solved.to_string(), row.steps.map_or("–".to_owned(), count), loss],
    };
    rows.iter().zip(losses).map(cells).collect()
}

/// Numbers of a column in one unit; a dash where there is none.
#[must_use]
pub fn numbers(all: impl Iterator<Item = Option<f64>> + Clone) -> Vec<String> {
    let group = Group::new(Measure::Number, all.clone().flatten());
    all.map(|x| x.map_or("–".to_owned(), |x| group.column(x, Digits::Table))).collect()
}

/// The table. Rows stay while what they hold changes.
#[component]
pub fn RunsTable(
    /// The heads of the columns besides the first.
    head: Vec<String>,
    /// Its rows.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
) -> impl IntoView {
    let words = words();
    let columns = head.len();
    let head = head.into_iter().map(|head| view! { <th scope="col" class="kit-numbers">{head}</th> }).collect_view();
    let one = Memo::new(move |_| rows.with(|rows| source(rows)));
    let caption = text(move || match one.get() {
        Some(source) => format!("{}: {}", words.outcome, source.said()),
        None => words.outcome.to_owned(),
    });
    let number = Memo::new(move |_| rows.with(Vec::len));
    let row = move |place: usize| {
        let of = move |read: fn(&Row) -> String| {
            text(move || rows.with(|rows| rows.get(place).map(read).unwrap_or_default()))
        };
        let source = move || rows.with(|rows| rows.get(place).and_then(|row| row.source));
        let is_faint = flag(move || source().is_some_and(Source::is_faint));
        // Where all are from one place the caption says it.
        let from = text(move || match (one.get(), source()) {
            (None, Some(source)) => source.said(),
            _ => "",
        });
        let cell = move |column: usize| {
            let cell = text(move || {
                let of = |row: &Row| row.cells.get(column).cloned();
                rows.with(|rows| rows.get(place).and_then(of).unwrap_or_default())
            });
            view! { <td class="kit-numbers" use:shows=cell></td> }
        };
        view! {
            <tr class:faint=is_faint>
                <th scope="row">
                    <span use:shows=of(|row| row.name.clone())></span>
                    " "
                    <small use:shows=from></small>
                </th>
                {(0..columns).map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        // It can have the focus, so that the arrow keys scroll it.
        <div class="kit-table runs-table" role="group" tabindex="0" aria-label=caption>
            <table>
                <caption use:shows=caption></caption>
                <thead><tr><th scope="col">{words.run_column}</th>{head}</tr></thead>
                <tbody>
                    <For each=move || 0..number.get() key=|row| *row children=row />
                </tbody>
            </table>
        </div>
    }
}
