//! Ablation: a gate frozen or removed, forward and backward, beside the cell as it is.

use crate::engine::run;
use crate::lab::readout;
use crate::trace::{CellKind, Form, Quantity};
use crate::words::fill;

use super::View;
use super::compare;
use super::html::{cells, escape};
use super::words::words;

/// The picture's parts.
pub const PARTS: [&str; 5] =
    ["ablation-cells", "ablation-gates", "ablation-reach", "ablation-states", "ablation-table"];

/// A change that is made or not.
struct Switch {
    key: &'static str,
    name: &'static str,
    change: fn(Form) -> Form,
}

fn switches(cell: CellKind) -> Vec<Switch> {
    let words = words();
    match cell {
        CellKind::Rnn => vec![Switch { key: "relu", name: words.ablate_relu, change: Form::with_relu }],
        CellKind::Lstm => vec![
            Switch { key: "linear_candidate", name: words.ablate_candidate, change: Form::with_linear_candidate },
            Switch { key: "linear_output", name: words.ablate_output, change: Form::with_linear_output },
            Switch { key: "coupled", name: words.ablate_coupled, change: Form::with_coupled },
        ],
        CellKind::Gru => {
            vec![Switch { key: "reset_before", name: words.ablate_before, change: Form::with_reset_before }]
        }
    }
}

/// What a person wrote for a gate: nothing, a number, or what is none.
fn frozen(view: &View, gate: Quantity) -> Result<Option<f64>, String> {
    let written = view.state.settings.choice(gate.key()).trim();
    if written.is_empty() {
        return Ok(None);
    }
    let number = written.parse().ok().filter(|x: &f64| (0.0..=1.0).contains(x));
    number.map(Some).ok_or_else(|| fill(words().ablate_bad, &[("found", &escape(written))]))
}

/// The gates and switches of a cell, and the run with them beside the run without.
pub fn draw(view: &View) -> Vec<String> {
    let words = words();
    let cell = view.state.focus.cell;
    let chosen = |key: &str| view.state.settings.choice(key) == "yes";
    let mut form = Form::default();
    let mut fields = String::new();
    for &gate in cell.gates() {
        let written = escape(view.state.settings.choice(gate.key()));
        let value = frozen(view, gate);
        let message = value.as_ref().err().cloned().unwrap_or_default();
        if let Ok(Some(value)) = value {
            form = form.with_frozen(gate, value);
        }
        let (key, name, letter) = (gate.key(), gate.name(), gate.symbol().0);
        fields.push_str(&format!(
            "<label class=\"field\"><span>{name} {letter}</span><input type=\"number\" min=\"0\" max=\"1\" step=\"0.1\" \
             id=\"ablate-{key}\" data-key=\"{key}\" value=\"{written}\" placeholder=\"{}\" aria-invalid=\"{}\">\
             <small class=\"message\" role=\"status\">{message}</small></label>",
            words.ablate_free,
            !message.is_empty()
        ));
    }
    for switch in switches(cell) {
        let on = chosen(switch.key);
        if on {
            form = (switch.change)(form);
        }
        let checked = if on { " checked" } else { "" };
        fields.push_str(&format!(
            "<label class=\"field check\"><input type=\"checkbox\" data-key=\"{}\"{checked}> <span>{}</span></label>",
            switch.key, switch.name
        ));
    }
    let whole = &view.run.lane(cell).trace;
    let mut weights = whole.top().parameters.clone();
    weights.form = form;
    let x = whole.top().channel(Quantity::X).value.clone();
    let ablated = run(weights, x, readout(&view.state.settings, view.sequence));
    let traces = [whole, &ablated];
    vec![
        cells(cell),
        fields,
        compare::reach(view, cell.key(), traces),
        compare::states(view, cell.key(), traces),
        compare::numbers(traces),
    ]
}
