//! Words for what is shown: tokens, shares, and a sentence for whatever is in focus.

use leptos::prelude::*;

use crate::format;
use crate::settings::{Focus, Part};
use crate::task::Input;
use crate::words::{fill, words};

use super::store::Store;

/// A step by its name in quotation marks; a series' step by its label alone.
#[must_use]
pub fn token(store: Store, step: usize) -> String {
    store.sequence.with(|sequence| {
        let label = sequence.labels.get(step).map_or("", String::as_str);
        match sequence.input {
            Input::Tokens(_) => format!("“{}”", isolated(label)),
            Input::Numbers { .. } => label.to_owned(),
        }
    })
}

/// A label that keeps its own writing direction among other text.
#[must_use]
pub fn isolated(label: &str) -> String {
    let shown = if label == " " { "␣" } else { label };
    if shown.is_ascii() { shown.to_owned() } else { format!("\u{2068}{shown}\u{2069}") }
}

/// The sentence that follows a lane's number.
#[must_use]
pub fn share_sentence(share: f64) -> &'static str {
    let words = words();
    match share {
        x if x.is_nan() => words.nan_at,
        x if x.is_infinite() => words.overflowed_at,
        0.0 => words.underflowed_at,
        x if x >= 9.995 => words.grown_at,
        _ => words.left_at,
    }
}

/// What is in focus, with its number: for screen readers and for the inspector's head line.
#[must_use]
pub fn focus(store: Store, focus: Focus) -> String {
    let step = fill(words().at_step, &[("t", &(focus.step + 1).to_string())]);
    let head = format!("{} {step}, {}", focus.cell.name(), token(store, focus.step));
    let unit = fill(
        words().unit_of,
        &[("unit", &(focus.unit + 1).to_string()), ("units", &store.settings.with(|s| s.units).to_string())],
    );
    let (name, number) = reading(store, focus);
    match focus.part {
        Part::Gradient | Part::Token => format!("{head}: {name} {number}"),
        _ => format!("{head}, {unit}: {name} {number}"),
    }
}

/// The name and the number of what is in focus.
#[must_use]
pub fn reading(store: Store, focus: Focus) -> (String, String) {
    store.run.with(|run| {
        let lane = run.lane(focus.cell);
        match focus.part {
            Part::State(quantity) | Part::Gate(quantity) => {
                let layer = lane.trace.top();
                let number = layer.value(quantity, focus.step)[focus.unit];
                (quantity.name().into(), format::number(number))
            }
            Part::Gradient => (words().reach_title.into(), format::share(lane.reach[focus.step])),
            Part::Token => {
                let x = lane.trace.top().value(crate::trace::Quantity::X, focus.step);
                let name = if x.len() > 1 { words().input_token } else { words().input_number };
                let numbers: Vec<_> = x.iter().map(|x| format::number(*x)).collect();
                (fill(name, &[("token", &token(store, focus.step))]), numbers.join(", "))
            }
        }
    })
}
