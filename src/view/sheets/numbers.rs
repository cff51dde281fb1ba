//! The numbers behind the lanes: a table, and a file with all their digits.

use std::fmt::Write as _;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use engine::trace::{CellKind, Quantity, norm};
use kit::{Button, Column as Head, ColumnKind, Dialog, Table};
use model::lab::Run;
use words::format::{self, Digits, Group, Measure};
use words::laboratory::{self, words};

use crate::view::live::part;
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

/// A column: its cell, and what it holds.
#[derive(Clone, Copy)]
struct Column {
    cell: CellKind,
    of: Of,
}

fn columns() -> Vec<Column> {
    let of_cell = |cell: CellKind| {
        let gates = cell.gates().iter().map(|gate| Of::GateMean(*gate));
        [Of::Reach, Of::HiddenNorm].into_iter().chain(gates).map(move |of| Column { cell, of })
    };
    CellKind::ALL.into_iter().flat_map(of_cell).collect()
}

impl Column {
    /// Its name in the file.
    fn key(self) -> String {
        let own = match self.of {
            Of::Reach => "gradient_left".to_owned(),
            Of::HiddenNorm => "hidden_norm".to_owned(),
            Of::GateMean(gate) => format!("{}_mean", gate.key()),
        };
        format!("{}_{own}", self.cell.key())
    }

    /// Its head in the table.
    fn head(self, unit: &str) -> String {
        let what = match self.of {
            Of::Reach => words().table_reach,
            Of::HiddenNorm => words().table_state,
            Of::GateMean(gate) => gate.symbol().0,
        };
        laboratory::table_column(self.cell.name(), what, unit)
    }

    fn number(self, run: &Run, step: usize) -> f64 {
        let lane = run.lane(self.cell);
        let layer = lane.trace.top();
        match self.of {
            Of::Reach => lane.reach[step],
            Of::HiddenNorm => norm(layer.value(Quantity::Hidden, step)),
            Of::GateMean(gate) => layer.value(gate, step).iter().sum::<f64>() / layer.hidden() as f64,
        }
    }

    /// What it is compared with: the same of the other cells, and all gates with each other.
    fn is_compared(self, other: Self) -> bool {
        self.of == other.of || matches!((self.of, other.of), (Of::GateMean(_), Of::GateMean(_)))
    }

    fn group(self, columns: &[Self], run: &Run, steps: usize) -> Group {
        let measure = if self.of == Of::Reach { Measure::Share } else { Measure::Number };
        let alike = columns.iter().filter(|other| self.is_compared(**other));
        Group::new(measure, alike.flat_map(|column| (0..steps).map(|step| column.number(run, step))))
    }
}

/// The numbers as a file: a line a step, with all digits.
fn csv(run: &Run, labels: &[String]) -> String {
    let columns = columns();
    let mut out = String::from("step,token");
    // Writing to a String cannot fail, here and below.
    columns.iter().for_each(|column| write!(out, ",{}", column.key()).unwrap_or_default());
    out.push('\n');
    for (step, label) in labels.iter().enumerate() {
        let _ = write!(out, "{},\"{}\"", step + 1, label.replace('"', "\"\""));
        columns.iter().for_each(|column| write!(out, ",{:e}", column.number(run, step)).unwrap_or_default());
        out.push('\n');
    }
    out
}

/// Hands a person a file.
fn save(contents: &str) -> Option<()> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/csv;charset=utf-8");
    let file = Blob::new_with_str_sequence_and_options(&Array::of1(&contents.into()), &kind).ok()?;
    let address = Url::create_object_url_with_blob(&file).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(FILE);
    link.click();
    // The browser has taken it over by then.
    set_timeout(move || drop(Url::revoke_object_url(&address)), std::time::Duration::from_secs(10));
    Some(())
}

/// The table, of the run that is shown.
fn numbers(run: &Run, labels: &[String]) -> (Vec<Head>, Vec<Vec<String>>) {
    let columns = columns();
    let groups: Vec<Group> = columns.iter().map(|column| column.group(&columns, run, labels.len())).collect();
    let words_of = |head: &str| Head { head: head.to_owned(), kind: ColumnKind::Words };
    let heads = columns.iter().zip(&groups).map(|(column, group)| Head {
        head: column.head(group.unit().symbol(format::locale())),
        kind: ColumnKind::Numbers,
    });
    let heads = [words_of(words().step), words_of(words().table_token)].into_iter().chain(heads).collect();
    let row = |(step, label): (usize, &String)| {
        let numbers = columns.iter().zip(&groups);
        let numbers = numbers.map(|(column, group)| group.column(column.number(run, step), Digits::Table));
        [(step + 1).to_string(), label.clone()].into_iter().chain(numbers).collect()
    };
    (heads, labels.iter().enumerate().map(row).collect())
}

/// The numbers.
#[component]
pub fn NumbersSheet(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let store: Store = expect_context();
    let with = move |of: &dyn Fn(&Run, &[String]) -> String| {
        store.run.with_untracked(|run| store.sequence.with_untracked(|sequence| of(run, &sequence.labels)))
    };
    let press = move |()| {
        // Where a browser makes no file, the table is there to be read.
        let _ = save(&with(&csv));
    };
    let page = words::page::words();
    let inside = move || {
        let (columns, rows) = store.run.with(|run| store.sequence.with(|sequence| numbers(run, &sequence.labels)));
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
