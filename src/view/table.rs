//! The table behind the pictures, and the same numbers as a CSV file.

use leptos::html;
use leptos::prelude::*;

use crate::format;
use crate::trace::{CellKind, Quantity, norm};
use crate::words::words;

use super::describe;
use super::live::{part, text};
use super::store::Store;

/// One column: a head for people, a key for the file, and the number at a step.
struct Column {
    cell: CellKind,
    head: String,
    key: String,
    of: Of,
}

#[derive(Clone, Copy)]
enum Of {
    Reach,
    HiddenNorm,
    GateMean(Quantity),
}

fn columns() -> Vec<Column> {
    let of_cell = |cell: CellKind| {
        let gates = cell.gates().iter().map(move |&gate| Column {
            cell,
            head: gate.symbol().0.into(),
            key: format!("{}_{}_mean", cell.key(), gate.key()),
            of: Of::GateMean(gate),
        });
        let first =
            [(words().table_reach, "gradient_left", Of::Reach), (words().table_state, "hidden_norm", Of::HiddenNorm)];
        first
            .into_iter()
            .map(move |(head, key, of)| Column { cell, head: head.into(), key: format!("{}_{key}", cell.key()), of })
            .chain(gates)
    };
    CellKind::ALL.into_iter().flat_map(of_cell).collect()
}

fn number(store: Store, column: &Column, step: usize) -> f64 {
    store.run.with(|run| {
        let lane = run.lane(column.cell);
        let layer = lane.trace.top();
        match column.of {
            Of::Reach => lane.reach[step],
            Of::HiddenNorm => norm(layer.value(Quantity::Hidden, step)),
            Of::GateMean(gate) => layer.value(gate, step).iter().sum::<f64>() / layer.hidden() as f64,
        }
    })
}

/// The numbers as a file: a line a step, in full precision.
fn csv(store: Store) -> String {
    let columns = columns();
    let mut out = String::from("step,token");
    columns.iter().for_each(|c| out.push_str(&format!(",{}", c.key)));
    out.push('\n');
    let labels = store.sequence.with(|s| s.labels.clone());
    for (step, label) in labels.iter().enumerate() {
        out.push_str(&format!("{},\"{}\"", step + 1, label.replace('"', "\"\"")));
        columns.iter().for_each(|c| out.push_str(&format!(",{:e}", number(store, c, step))));
        out.push('\n');
    }
    out
}

/// The dialog with the table; its rows are made while it is open.
#[component]
pub fn Numbers(node: NodeRef<html::Dialog>, open: RwSignal<bool>) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let row = move |step: usize| {
        let cells = columns().into_iter().map(|column| {
            let x = number(store, &column, step);
            let text = if matches!(column.of, Of::Reach) { format::share(x) } else { format::number(x) };
            view! { <td title=format::exact(x)>{text}</td> }
        });
        view! {
            <tr>
                <th scope="row">{step + 1}</th>
                <td class="token"><bdi>{describe::token(store, step)}</bdi></td>
                {cells.collect_view()}
            </tr>
        }
    };
    let file =
        move || format!("data:text/csv;charset=utf-8,{}", String::from(js_sys::encode_uri_component(&csv(store))));
    let table = move || {
        view! {
            <a class="button" id="save-csv" download="unrolled.csv" href=text(file)>
                {words.save_csv}
            </a>
            <div class="scroll" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th rowspan="2">{words.table_step}</th>
                            <th rowspan="2">{words.table_token}</th>
                            {CellKind::ALL
                                .into_iter()
                                .map(|cell| {
                                    let span = columns().iter().filter(|c| c.cell == cell).count();
                                    view! {
                                        <th colspan=span data-cell=cell.key()>
                                            {cell.name()}
                                        </th>
                                    }
                                })
                                .collect_view()}
                        </tr>
                        <tr>{columns().into_iter().map(|c| view! { <th>{c.head}</th> }).collect_view()}</tr>
                    </thead>
                    <tbody>{(0..store.sequence.with(|s| s.steps())).map(row).collect_view()}</tbody>
                </table>
            </div>
        }
    };
    view! {
        <dialog node_ref=node id="numbers" aria-label=words.table_title on:close=move |_| open.set(false)>
            <form method="dialog">
                <button class="close" aria-label=words.close>
                    "×"
                </button>
            </form>
            <h2>{words.table_title}</h2>
            <p>{words.table_how}</p>
            {part(move || open.get().then(table))}
        </dialog>
    }
}
