//! The numbers behind the lanes, as a table and as a CSV file in full precision.

use std::fmt::Write;

use engine::trace::{CellKind, Quantity, norm};
use measure::Scene;
use words::format;

use crate::html::escape;
use words::laboratory::words;

/// One column: a head for people, a key for the file, and the number at a step.
struct Column {
    cell: CellKind,
    head: &'static str,
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
        let gates =
            cell.gates().iter().map(move |&gate| (gate.symbol().0, format!("{}_mean", gate.key()), Of::GateMean(gate)));
        let first = [
            (words().table_reach, "gradient_left".to_owned(), Of::Reach),
            (words().table_state, "hidden_norm".to_owned(), Of::HiddenNorm),
        ];
        let column = move |(head, key, of)| Column { cell, head, key: format!("{}_{key}", cell.key()), of };
        first.into_iter().chain(gates).map(column)
    };
    CellKind::ALL.into_iter().flat_map(of_cell).collect()
}

fn number(scene: &Scene, column: &Column, step: usize) -> f64 {
    let lane = scene.run.lane(column.cell);
    let layer = lane.trace.top();
    match column.of {
        Of::Reach => lane.reach[step],
        Of::HiddenNorm => norm(layer.value(Quantity::Hidden, step)),
        Of::GateMean(gate) => layer.value(gate, step).iter().sum::<f64>() / layer.hidden() as f64,
    }
}

/// The numbers as a file: a line a step.
fn csv(scene: &Scene) -> String {
    let columns = columns();
    let mut out = String::from("step,token");
    // Writing to a String cannot fail, here and below.
    columns.iter().for_each(|c| write!(out, ",{}", c.key).unwrap_or_default());
    out.push('\n');
    for (step, label) in scene.sequence.labels.iter().enumerate() {
        let _ = write!(out, "{},\"{}\"", step + 1, label.replace('"', "\"\""));
        columns.iter().for_each(|c| write!(out, ",{:e}", number(scene, c, step)).unwrap_or_default());
        out.push('\n');
    }
    out
}

/// A text as it may stand in an address.
fn percent(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len() * 2), |mut out, byte| {
        let _ = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => write!(out, "{}", char::from(byte)),
            _ => write!(out, "%{byte:02X}"),
        };
        out
    })
}

/// The sheet: heading, file, table.
pub fn sheet(scene: &Scene) -> String {
    let words = words();
    let columns = columns();
    let mut out = format!(
        "<h2>{}</h2><p>{}</p><a class=\"button\" id=\"save-csv\" download=\"unrolled.csv\" \
         href=\"data:text/csv;charset=utf-8,{}\">{}</a><div class=\"scroll\" tabindex=\"0\"><table><thead><tr>\
         <th rowspan=\"2\">{}</th><th rowspan=\"2\">{}</th>",
        words.table_title,
        words.table_how,
        percent(&csv(scene)),
        words.save_csv,
        words.step,
        words.table_token,
    );
    for cell in CellKind::ALL {
        let span = columns.iter().filter(|c| c.cell == cell).count();
        let _ = write!(out, "<th colspan=\"{span}\" data-cell=\"{}\">{}</th>", cell.key(), cell.name());
    }
    out.push_str("</tr><tr>");
    columns.iter().for_each(|c| write!(out, "<th>{}</th>", c.head).unwrap_or_default());
    out.push_str("</tr></thead><tbody>");
    for (step, label) in scene.sequence.labels.iter().enumerate() {
        let _ =
            write!(out, "<tr><th scope=\"row\">{}</th><td class=\"token\"><bdi>{}</bdi></td>", step + 1, escape(label));
        for column in &columns {
            let x = number(scene, column, step);
            let text = if matches!(column.of, Of::Reach) { format::share(x) } else { format::number(x) };
            let _ = write!(out, "<td title=\"{}\">{text}</td>", format::exact(x));
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></div>");
    out
}
