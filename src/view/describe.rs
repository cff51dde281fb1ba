//! Words for what is shown: tokens, shares, and a sentence for whatever is in focus.

use leptos::prelude::*;

use engine::trace::{CellKind, Operand, Pass, Quantity, Road, Spot, Trace};
use model::keys::{Key, SEQUENCES};
use model::sequence::Dataset;
use model::sequence::Input;
use model::settings::{Focus, Part, Settings, Source, source_key};
use words::{fill, page::words};
use words::{format, quantities, trained};

use super::store::Store;

/// A step by its name in quotation marks; a series' step by its label alone.
#[must_use]
pub fn token(store: Store, step: usize) -> String {
    store.sequence.with(|sequence| {
        let label = sequence.labels.get(step).map_or("", String::as_str);
        match &sequence.input {
            Input::Tokens(_) | Input::Symbols { .. } => fill(words().quoted, &[("word", &isolated(label))]),
            Input::Numbers { .. } if label == (step + 1).to_string() => fill(words().step, &[("t", label)]),
            Input::Numbers { .. } => label.to_owned(),
        }
    })
}

/// The language of what is read, for a browser: the page's own sentences are English, that of a person's text is not known, and
/// numbers are in that of the page.
#[must_use]
pub fn read_in(source: &Source) -> Option<&'static str> {
    match source {
        Source::Sentence | Source::Example => Some("en"),
        Source::Own(_) => Some(""),
        _ => None,
    }
}

/// A step by its number, and by its name where it has one.
#[must_use]
pub fn place(store: Store, step: usize) -> String {
    let number = fill(words().step, &[("t", &(step + 1).to_string())]);
    let name = token(store, step);
    if name == number { number } else { format!("{number}, {name}") }
}

/// Where a sequence's numbers come from: the source of a series, or how tokens become numbers; and
/// that the weights are untrained, where the bar above has no room to say so.
#[must_use]
pub fn caption(settings: &Settings, absent: bool) -> String {
    let text = matches!(settings.source, Source::Sentence | Source::Own(_));
    let (layer, layers) = settings.layer();
    let trained = if absent {
        words().trained_absent
    } else if settings.is_before_training() {
        trained::words().caption
    } else {
        words().trained
    };
    if layers > 1 {
        return fill(words().layer, &[("n", &layer.to_string()), ("all", &layers.to_string())]) + trained;
    }
    let untrained = if settings.is_trained() {
        trained
    } else if text {
        ""
    } else {
        words().untrained_numbers
    };
    format!("{untrained} {}", source(&settings.source))
}

/// The source of a series, or how tokens become numbers.
#[must_use]
pub fn source(source: &Source) -> &'static str {
    match source {
        Source::Series(dataset) => source_of(*dataset),
        Source::Sentence | Source::Own(_) => words().held_tokens,
        Source::Adding => words().source_adding,
        Source::Copy => words().source_copy,
        Source::Numbers(_) => words().source_csv,
        Source::Example => trained::words().source_example,
        Source::Impulse => "",
    }
}

/// Where a series comes from.
fn source_of(dataset: Dataset) -> &'static str {
    let words = words();
    match dataset {
        Dataset::Co2 => words.source_co2,
        Dataset::Sunspots => words.source_sunspots,
        Dataset::SeaSurface => words.source_sst,
        Dataset::Weather => words.source_weather,
        Dataset::Speech => words.source_speech,
        Dataset::Clicks => words.source_clicks,
        Dataset::Frames => words.source_frames,
    }
}

/// What makes a cell another than PyTorch's as it starts it; empty if nothing does.
#[must_use]
pub fn changes(settings: &Settings, cell: CellKind) -> String {
    let (form, words) = (settings.form(cell), words());
    let held = |gate: &Quantity| form.frozen(*gate).map(|x| format!("{} = {}", gate.symbol().0, format::short(x)));
    let mut all: Vec<String> = cell.gates().iter().filter_map(held).collect();
    let switches = [
        (form.relu, words.form_relu),
        (form.linear_candidate, words.form_candidate),
        (form.linear_output, words.form_output),
        (form.coupled, words.form_coupled),
        (form.reset_before, words.form_before),
    ];
    all.extend(switches.into_iter().filter(|(on, _)| *on).map(|(_, name)| name.to_owned()));
    let name = |road: &Road| match (road, cell) {
        (Road::Carry, CellKind::Lstm) => "× f",
        (Road::Carry, _) => "× z",
        _ => road.key(),
    };
    let closed: Vec<&str> = cell.roads().iter().filter(|road| form.closed(**road)).map(name).collect();
    if !closed.is_empty() {
        all.push(fill(words.form_closed, &[("roads", &closed.join(", "))]));
    }
    let start = settings.name(Key::of_start(cell)).unwrap_or_default();
    if !start.is_empty() {
        all.push(fill(words.form_start, &[("start", start)]));
    }
    let edits = settings.edits().filter(|(place, _)| place.starts_with(cell.key()) || place.starts_with("x.")).count();
    if edits > 0 {
        all.push(fill(words.form_edits, &[("n", &edits.to_string())]));
    }
    all.join(" · ")
}

/// The names of all sequences, in the order of [`SEQUENCES`].
#[must_use]
pub fn sequences() -> [&'static str; SEQUENCES.len()] {
    let words = words();
    [
        words.sequence_sentence,
        words.sequence_words,
        words.sequence_characters,
        words.sequence_csv,
        words.sequence_impulse,
        words.sequence_adding,
        words.sequence_copy,
        words.sequence_co2,
        words.sequence_sunspots,
        words.sequence_sst,
        words.sequence_weather,
        words.sequence_speech,
        words.sequence_clicks,
        words.sequence_frames,
        trained::words().sequence_example,
    ]
}

/// The name of a sequence.
#[must_use]
pub fn sequence(source: &Source) -> &'static str {
    let key = source_key(source);
    SEQUENCES.into_iter().zip(sequences()).find(|(own, _)| *own == key).map_or("", |(_, name)| name)
}

/// A label that keeps its own writing direction among other text.
#[must_use]
pub fn isolated(label: &str) -> String {
    let shown = if label == " " { "␣" } else { label };
    if shown.is_ascii() { shown.to_owned() } else { format!("\u{2068}{shown}\u{2069}") }
}

/// What is in focus, with its number: for screen readers and for the inspector's head line.
#[must_use]
pub fn focus(store: Store, focus: Focus) -> String {
    let head = format!("{} {}", focus.cell.name(), fill(words().at, &[("step", &place(store, focus.step))]));
    let unit = fill(
        words().unit_of,
        &[("unit", &(focus.unit + 1).to_string()), ("units", &store.settings.with(|s| s.units).to_string())],
    );
    let (name, number) = reading(store, focus);
    let number = number.unwrap_or_else(|| words::lesson::words().covered.to_owned());
    match focus.part {
        Part::Gradient | Part::Token => format!("{head}: {name} {number}"),
        _ => format!("{head}, {unit}: {name} {number}"),
    }
}

/// A unit's state or gate, or in the backward pass its gradient; and its name.
#[must_use]
pub fn part_number(trace: &Trace, quantity: Quantity, focus: Focus) -> (f64, String) {
    let channel = trace.top().channel(quantity);
    match focus.pass {
        Pass::Forward => (channel.value.at(focus.step)[focus.unit], quantities::name(quantity).into()),
        Pass::Backward => {
            let name = fill(words().gradient_of, &[("name", quantities::name(quantity))]);
            (channel.gradient.at(focus.step)[focus.unit], name)
        }
    }
}

/// Most numbers of an input that are listed.
const MANY: usize = 12;

/// The name and the number of what is in focus; no number where a question veils it.
#[must_use]
pub fn reading(store: Store, focus: Focus) -> (String, Option<String>) {
    store.run.with(|run| {
        let lane = run.lane(focus.cell);
        match focus.part {
            Part::State(quantity) | Part::Gate(quantity) => {
                let (number, name) = part_number(&lane.trace, quantity, focus);
                let operand = Operand { quantity, gradient: focus.pass == Pass::Backward, shift: 0 };
                let is_veiled = store.veils(focus.cell, operand, Spot { step: focus.step, unit: focus.unit });
                (name, (!is_veiled).then(|| format::number(number)))
            }
            Part::Gradient => {
                let is_veiled = store.left_told_from(focus.cell).is_some_and(|from| focus.step < from);
                (words().reach_title.into(), (!is_veiled).then(|| format::share(lane.reach[focus.step])))
            }
            Part::Token => {
                let x = lane.trace.top().value(Quantity::X, focus.step);
                let text = store.sequence.with(|s| s.is_text());
                let name = if text { words().input_token } else { words().input_number };
                // Of very many, those that are not 0, by their place.
                let many = x.len() > MANY;
                let mut numbers = vec![];
                for (i, x) in x.iter().enumerate().filter(|(_, x)| !many || **x != 0.0).take(MANY) {
                    let place = if many { format!("x{}: ", i + 1) } else { String::new() };
                    numbers.push(place + &format::short(*x));
                }
                (fill(name, &[("token", &token(store, focus.step))]), Some(numbers.join(", ")))
            }
        }
    })
}
