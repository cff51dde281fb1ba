//! Ablation: a gate frozen or removed, forward and backward, beside the cell as it is.

use engine::trace::{CellKind, Form, Quantity};
use measure::Scene;
use measure::ablation::Ablation;
use model::keys::Key;
use words::fill;

use super::compare;
use crate::html::{cells, escape};
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 5] =
    ["ablation-cells", "ablation-gates", "ablation-reach", "ablation-states", "ablation-table"];

/// The changes that are made or not, by the keys of the address.
fn switches(cell: CellKind) -> Vec<(Key, &'static str)> {
    let words = words();
    match cell {
        CellKind::Rnn => vec![(Key::Relu, words.ablate_relu)],
        CellKind::Lstm => vec![
            (Key::LinearCandidate, words.ablate_candidate),
            (Key::LinearOutput, words.ablate_output),
            (Key::Coupled, words.ablate_coupled),
        ],
        CellKind::Gru => vec![(Key::ResetBefore, words.ablate_before)],
    }
}

/// What is wrong with what a person wrote for a gate; nothing if it is a number from 0 to 1, or empty.
fn wrong(scene: &Scene, gate: Quantity) -> String {
    let wrong = scene.state.settings.wrong(Key::of_gate(gate));
    wrong.map_or(String::new(), |found| fill(words().ablate_bad, &[("found", &escape(&found))]))
}

/// The gates and switches of a cell, and the run with them beside the run without.
pub fn draw(scene: &Scene, Ablation { sides }: &Ablation) -> Vec<String> {
    let words = words();
    let cell = scene.state.focus.cell;
    let mut fields = String::new();
    for &gate in cell.gates() {
        let written = escape(scene.state.settings.written(Key::of_gate(gate)));
        let message = wrong(scene, gate);
        let (key, name, letter) = (gate.key(), gate.name(), gate.symbol().0);
        fields.push_str(&format!(
            "<label class=\"field\"><span>{name} {letter}</span><input type=\"number\" min=\"0\" max=\"1\" step=\"0.1\" \
             id=\"ablate-{key}\" data-key=\"{key}\" value=\"{written}\" placeholder=\"{}\" aria-invalid=\"{}\">\
             <small class=\"message\" role=\"status\">{message}</small></label>",
            words.ablate_free,
            !message.is_empty()
        ));
    }
    for (key, name) in switches(cell) {
        let checked = if scene.state.settings.is(key) { " checked" } else { "" };
        fields.push_str(&format!(
            "<label class=\"field check\"><input type=\"checkbox\" data-key=\"{}\"{checked}> <span>{name}</span></label>",
            key.name()
        ));
    }
    let form = scene.run.lane(cell).trace.top().parameters.form;
    vec![
        cells(cell),
        fields,
        if form == Form::default() { format!("<p class=\"read\">{}</p>", words.ablate_none) } else { String::new() }
            + &compare::reach(scene, cell.key(), sides),
        compare::states(scene, cell.key(), sides),
        compare::numbers(sides),
    ]
}
