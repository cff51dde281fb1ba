//! A Jupyter notebook of a network, in PyTorch.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use port::exchange::{File, Library, Shown, Unwritten};
use serde_json::{Value, json};

use crate::lacks::expressed;
use crate::program::{labels, line, name, python, pytorch, weights};
use crate::template::filled;

/// What begins a cell of the template, and what follows it where the cell is prose.
const CELL: &str = "# %%";
const PROSE: &str = " [markdown]";
/// How long a file of weights may be, in bytes, for the notebook to carry it; past that it loads the file that stands beside it.
pub const MOST: usize = 1 << 16;
/// Characters of a line of the weights.
const COLUMNS: usize = 100;

/// A notebook. `file` is the network's file of weights in 64 bits: a notebook that carries it runs wherever it is opened, with
/// nothing beside it.
///
/// # Errors
/// If PyTorch has no such layers.
pub fn notebook(shown: &Shown, file: &[u8]) -> Result<(File, String), Unwritten> {
    expressed(&shown.layers, Library::Pytorch)?;
    let Some(first) = shown.layers.first() else { return Err(Unwritten::Failed(String::new())) };
    let cell = first.cell;
    let own = pytorch(cell, first.form);
    let load = if file.len() <= MOST {
        let text = STANDARD.encode(file);
        let lines: Vec<&str> = text.as_bytes().chunks(COLUMNS).filter_map(|own| str::from_utf8(own).ok()).collect();
        let values = [("FILE", &*weights(cell)), ("WEIGHTS", &lines.join("\n"))];
        filled(include_str!("programs/notebook_within.py"), &values)
    } else {
        filled(include_str!("programs/notebook_beside.py"), &[("FILE", &weights(cell))])
    };
    let values = [
        ("ADDRESS", &*line(&shown.address)),
        ("LABELS", &labels(shown, shown.x.len() / first.input(), python)),
        ("LOAD", &load),
        ("CELL", cell.key()),
        ("MODULE", own.module),
        ("OPTIONS", &own.options),
        ("INPUTS", &first.input().to_string()),
        ("UNITS", &first.hidden().to_string()),
        ("LAYERS", &shown.layers.len().to_string()),
    ];
    // Each cell is filled by itself: a person's words begin none.
    let cells: Vec<Value> = include_str!("programs/notebook.py")
        .split(CELL)
        .skip(1)
        .enumerate()
        .map(|(place, template)| as_cell(place, template, &values))
        .collect();
    let notebook = json!({
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    });
    let file = File { name: name(cell, ".ipynb"), media: "application/x-ipynb+json".to_owned() };
    Ok((file, format!("{notebook:#}\n")))
}

fn as_cell(place: usize, template: &str, values: &[(&str, &str)]) -> Value {
    let id = format!("cell-{place}");
    match template.strip_prefix(PROSE) {
        Some(prose) => {
            let lines: Vec<&str> = prose.trim().lines().map(|own| own.strip_prefix("# ").unwrap_or_default()).collect();
            json!({"cell_type": "markdown", "id": id, "metadata": {}, "source": filled(&lines.join("\n"), values)})
        }
        None => json!({
            "cell_type": "code",
            "execution_count": null,
            "id": id,
            "metadata": {},
            "outputs": [],
            "source": filled(template.trim(), values),
        }),
    }
}
