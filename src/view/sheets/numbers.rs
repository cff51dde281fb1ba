//! The numbers behind the lanes: a table, and a file with all their digits.

use std::fmt::Write as _;

use leptos::prelude::*;

use engine::trace::{CellKind, Quantity, Series, norm};
use kit::{Button, Column as Head, ColumnKind, Dialog, Table};
use model::lab::Run;
use words::format::{self, Digits, Group, Measure};
use words::laboratory::{self, words};

use crate::view::live::part;
use crate::view::save::save;
use crate::view::store::Store;

/// The name of the file.
const FILE: &str = "unrolled.csv";

/// A number of a cell at every step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// ‖λ_t‖ / ‖λ_read‖.
    Reach,
    /// ‖h_t‖.
    HiddenNorm,
    /// The mean of a gate over the units.
    GateMean(Quantity),
}

/// A column.
#[derive(Clone, Copy)]
enum Column {
    /// A number of what is read, counted from 0: the embedding of a word, or a channel of a series.
    Input(usize),
    /// What a cell makes of it.
    Cell(CellKind, Of),
}

/// The most numbers a step that are told of what is read; of an image with hundreds, none is.
const MOST_INPUTS: usize = 16;

/// What a table is made of.
struct Source<'a> {
    run: &'a Run,
    inputs: Series,
    labels: &'a [String],
}

impl Source<'_> {
    fn columns(&self) -> Vec<Column> {
        let of_cell = |cell: CellKind| {
            let gates = cell.gates().iter().map(|gate| Of::GateMean(*gate));
            [Of::Reach, Of::HiddenNorm].into_iter().chain(gates).map(move |of| Column::Cell(cell, of))
        };
        let width = Some(self.inputs.width()).filter(|width| *width <= MOST_INPUTS).unwrap_or(0);
        (0..width).map(Column::Input).chain(CellKind::ALL.into_iter().flat_map(of_cell)).collect()
    }
}

impl Column {
    /// Its name in the file.
    fn key(self) -> String {
        let (cell, of) = match self {
            Self::Input(n) => return format!("x_{}", n + 1),
            Self::Cell(cell, of) => (cell, of),
        };
        let own = match of {
            Of::Reach => "gradient_left".to_owned(),
            Of::HiddenNorm => "hidden_norm".to_owned(),
            Of::GateMean(gate) => format!("{}_mean", gate.key()),
        };
        format!("{}_{own}", cell.key())
    }

    /// Its head in the table.
    fn head(self, unit: &str) -> String {
        let (cell, of) = match self {
            Self::Input(n) => return laboratory::numbered(words().table_input, n + 1),
            Self::Cell(cell, of) => (cell, of),
        };
        let what = match of {
            Of::Reach => words().table_reach,
            Of::HiddenNorm => words().table_state,
            Of::GateMean(gate) => gate.symbol().0,
        };
        laboratory::table_column(cell.name(), what, unit)
    }

    fn number(self, source: &Source<'_>, step: usize) -> f64 {
        let (cell, of) = match self {
            Self::Input(n) => return source.inputs.at(step)[n],
            Self::Cell(cell, of) => (cell, of),
        };
        let lane = source.run.lane(cell);
        let layer = lane.trace.top();
        match of {
            Of::Reach => lane.reach[step],
            Of::HiddenNorm => norm(layer.value(Quantity::Hidden, step)),
            Of::GateMean(gate) => layer.value(gate, step).iter().sum::<f64>() / layer.hidden() as f64,
        }
    }

    /// What it is compared with: the same of the other cells, all gates with each other, and all that is read.
    fn is_compared(self, other: Self) -> bool {
        match (self, other) {
            (Self::Input(_), Self::Input(_)) => true,
            (Self::Cell(_, own), Self::Cell(_, other)) => {
                own == other || matches!((own, other), (Of::GateMean(_), Of::GateMean(_)))
            }
            _ => false,
        }
    }

    fn group(self, columns: &[Self], source: &Source<'_>) -> Group {
        let measure = if matches!(self, Self::Cell(_, Of::Reach)) { Measure::Share } else { Measure::Number };
        let alike = columns.iter().filter(|other| self.is_compared(**other));
        let steps = source.labels.len();
        Group::new(measure, alike.flat_map(|column| (0..steps).map(|step| column.number(source, step))))
    }
}

/// The numbers as a file: a line a step, with all digits.
fn csv(source: &Source<'_>) -> String {
    let columns = source.columns();
    let mut out = String::from("step,token");
    // Writing to a String cannot fail, here and below.
    columns.iter().for_each(|column| write!(out, ",{}", column.key()).unwrap_or_default());
    out.push('\n');
    for (step, label) in source.labels.iter().enumerate() {
        let _ = write!(out, "{},\"{}\"", step + 1, label.replace('"', "\"\""));
        columns.iter().for_each(|column| write!(out, ",{:e}", column.number(source, step)).unwrap_or_default());
        out.push('\n');
    }
    out
}

/// The table, of the run that is shown.
fn numbers(source: &Source<'_>) -> (Vec<Head>, Vec<Vec<String>>) {
    let columns = source.columns();
    let groups: Vec<Group> = columns.iter().map(|column| column.group(&columns, source)).collect();
    let words_of = |head: &str| Head { head: head.to_owned(), kind: ColumnKind::Words };
    let heads = columns.iter().zip(&groups).map(|(column, group)| Head {
        head: column.head(group.unit().symbol(format::locale())),
        kind: ColumnKind::Numbers,
    });
    let heads = [words_of(words().step), words_of(words().table_token)].into_iter().chain(heads).collect();
    let row = |(step, label): (usize, &String)| {
        let numbers = columns.iter().zip(&groups);
        let numbers = numbers.map(|(column, group)| group.column(column.number(source, step), Digits::Table));
        [(step + 1).to_string(), label.clone()].into_iter().chain(numbers).collect()
    };
    (heads, source.labels.iter().enumerate().map(row).collect())
}

/// Makes something of the run that is shown.
fn of_shown<T>(store: Store, of: impl Fn(&Source<'_>) -> T) -> T {
    let inputs = store.inputs();
    store.run.with(|run| store.sequence.with(|sequence| of(&Source { run, inputs, labels: &sequence.labels })))
}

/// The numbers.
#[component]
pub fn NumbersSheet(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let store: Store = expect_context();
    let press = move |()| {
        // Where a browser makes no file, the table is there to be read.
        let _ = save(FILE, &untrack(|| of_shown(store, csv)));
    };
    let page = words::page::words();
    let inside = move || {
        let (columns, rows) = of_shown(store, numbers);
        view! {
            <p class="read">{words().table_how}</p>
            <p><Button label=words().save_csv press=Callback::new(press) /></p>
            <Table caption=words().table_rows columns rows=Signal::stored(rows) />
        }
    };
    view! {
        <Dialog id="numbers" title=page.table_title close_label=page.close open>
            {part(move || open.get().then(inside))}
        </Dialog>
    }
}
