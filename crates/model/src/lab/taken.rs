//! What is taken along of a run: a network whole, and every number that was recorded.

use std::fmt::Write;

use engine::trace::{CellKind, Parameters, Quantity, Series};
use engine::{Readout, run_stack};

use super::network::stack;
use super::{Head, Network, Run, edit_inputs, inputs};
use crate::sequence::Sequence;
use crate::settings::Settings;

/// A network of the Lab, and what it makes of the sequence.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Its layers, from the input up.
    pub layers: Vec<Parameters>,
    /// Its read-out; `None` of a network without one.
    pub head: Option<Head>,
    /// What it reads, T × I.
    pub x: Series,
    /// The hidden states of its uppermost layer, T × H.
    pub h: Series,
}

/// The network of a cell as the Lab shows it, with what it reads: of one with a decoder the encoder. `network` gives weights that are
/// not drawn here.
#[must_use]
pub fn taken(settings: &Settings, sequence: &Sequence, network: Option<Network>, cell: CellKind) -> Taken {
    let x = inputs(settings.seed, &sequence.input);
    let x = if settings.layer().0 > 1 { x } else { edit_inputs(settings, x) };
    let head = network.as_ref().and_then(|own| own.head.clone());
    let (layers, _) = stack(settings, network, x.width(), sequence.steps(), cell);
    let units = layers.last().map_or(0, Parameters::hidden);
    let readout = Readout { weights: vec![0.0; units], read: sequence.steps() - 1, targets: None };
    let trace = run_stack(layers.clone(), layers.len() - 1, x.clone(), |x| x, readout);
    let h = trace.top().channel(Quantity::Hidden).value.clone();
    Taken { layers, head, x, h }
}

/// The version of the forms in which a run is written.
const VERSION: u32 = 1;

/// What each number of a run belongs to.
struct Recorded<'a> {
    cell: CellKind,
    step: usize,
    quantity: Quantity,
    value: &'a [f64],
    gradient: &'a [f64],
}

/// Every number that was recorded, cell after cell, step after step.
fn recorded(run: &Run) -> impl Iterator<Item = Recorded<'_>> {
    CellKind::ALL.into_iter().flat_map(move |cell| {
        let layer = run.lane(cell).trace.top();
        (0..layer.steps()).flat_map(move |step| {
            let quantities = std::iter::once(Quantity::X).chain(cell.quantities().iter().copied());
            quantities.map(move |quantity| {
                let channel = layer.channel(quantity);
                Recorded { cell, step, quantity, value: channel.value.at(step), gradient: channel.gradient.at(step) }
            })
        })
    })
}

/// A run as a table, a row a number: `cell, layer, step, label, quantity, unit, value, gradient`. Steps and units count from 1, as on
/// the page; `gradient` is ∂L/∂value. All digits that tell a number from its neighbours are there.
#[must_use]
pub fn run_csv(settings: &Settings, sequence: &Sequence, run: &Run) -> String {
    let layer = settings.layer().0;
    let labels: Vec<String> = sequence.labels.iter().map(|label| label.replace('"', "\"\"")).collect();
    let mut out = String::from("cell,layer,step,label,quantity,unit,value,gradient\n");
    for Recorded { cell, step, quantity, value, gradient } in recorded(run) {
        for (unit, (value, gradient)) in value.iter().zip(gradient).enumerate() {
            // Writing to a String cannot fail, here and below.
            let (cell, quantity, label) = (cell.key(), quantity.key(), &labels[step]);
            let _ =
                writeln!(out, "{cell},{layer},{},\"{label}\",{quantity},{},{value:?},{gradient:?}", step + 1, unit + 1);
        }
    }
    out
}

/// A run as JSON: `{"unrolled_run": 1, "address", "labels", "read", "layer", "cells": {CELL: {"loss", "reach", "QUANTITY": {"value",
/// "gradient"}}}}`. Lists of a quantity are T × H, one list a step; `read` counts from 1. A number that is not finite is `null`.
#[must_use]
pub fn run_json(settings: &Settings, sequence: &Sequence, run: &Run, address: &str) -> String {
    let labels: Vec<String> = sequence.labels.iter().map(|label| quoted(label)).collect();
    let mut out = format!(
        "{{\"unrolled_run\": {VERSION},\n\"address\": {},\n\"labels\": [{}],\n\"read\": {},\n\"layer\": {},\n\"cells\": {{",
        quoted(address),
        labels.join(", "),
        settings.read_step() + 1,
        settings.layer().0
    );
    for (place, cell) in CellKind::ALL.into_iter().enumerate() {
        let lane = run.lane(cell);
        let layer = lane.trace.top();
        let comma = if place == 0 { "" } else { "," };
        let loss = number(lane.trace.loss());
        let _ = write!(out, "{comma}\n\"{}\": {{\n\"loss\": {loss},\n\"reach\": {}", cell.key(), list(&lane.reach));
        for quantity in std::iter::once(Quantity::X).chain(cell.quantities().iter().copied()) {
            let channel = layer.channel(quantity);
            let rows = |series: &Series| {
                let rows: Vec<String> = (0..series.steps()).map(|step| list(series.at(step))).collect();
                format!("[{}]", rows.join(",\n"))
            };
            let (value, gradient) = (rows(&channel.value), rows(&channel.gradient));
            let _ = write!(out, ",\n\"{}\": {{\"value\": {value},\n\"gradient\": {gradient}}}", quantity.key());
        }
        out.push('}');
    }
    out.push_str("}}\n");
    out
}

fn list(numbers: &[f64]) -> String {
    format!("[{}]", numbers.iter().map(|x| number(*x)).collect::<Vec<_>>().join(", "))
}

fn number(x: f64) -> String {
    if x.is_finite() { format!("{x:?}") } else { "null".to_owned() }
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Key;
    use crate::sequence::Library;

    fn shown(fragment: &str) -> (Settings, Sequence, Run) {
        let settings = crate::settings::State::from_fragment(fragment).0.settings;
        let sequence = settings.sequence(Library::shipped());
        let run = Run::new(&settings, &sequence);
        (settings, sequence, run)
    }

    #[test]
    fn every_number_of_a_run_has_a_row_and_is_read_back_as_it_was() {
        let (settings, sequence, run) = shown("units=3&sequence=words&text=a+%22quoted%22,+word");
        let text = run_csv(&settings, &sequence, &run);
        let mut rows = text.lines();
        assert_eq!(rows.next(), Some("cell,layer,step,label,quantity,unit,value,gradient"));
        let numbers: usize = CellKind::ALL
            .map(|cell| run.lane(cell).trace.top().channels.iter().map(|own| own.value.as_slice().len()).sum::<usize>())
            .iter()
            .sum();
        assert_eq!(rows.clone().count(), numbers);
        let row = rows.find(|row| row.starts_with("lstm,1,2,") && row.contains(",forget,3,")).unwrap();
        assert!(row.contains("\"\"\"quoted\"\","), "{row}");
        let layer = run.lane(CellKind::Lstm).trace.top();
        let ends: Vec<f64> = row.rsplit(',').take(2).map(|x| x.parse().unwrap()).collect();
        assert_eq!(ends, [layer.gradient(Quantity::Forget, 1)[2], layer.value(Quantity::Forget, 1)[2]]);
    }

    #[test]
    fn what_a_network_reads_gives_its_states_again() {
        for fragment in ["units=5", "units=4&sequence=adding&length=9&edits=lstm.weight_hh.0.0=0.5;x.3.0=0.25"] {
            let (settings, sequence, run) = shown(fragment);
            for cell in CellKind::ALL {
                let own = taken(&settings, &sequence, None, cell);
                let layer = run.lane(cell).trace.top();
                assert_eq!(
                    (&own.h, &own.x),
                    (&layer.channel(Quantity::Hidden).value, &layer.channel(Quantity::X).value)
                );
                assert_eq!(own.layers, std::slice::from_ref(&layer.parameters));
                assert_eq!(own.head, None);
            }
        }
    }

    #[test]
    fn of_layers_all_are_taken_and_their_states_are_those_of_the_uppermost() {
        let net = crate::settings::Net { cell: CellKind::Gru, layers: 2, inputs: 1, units: 3, mark: 0 };
        let mut settings = Settings::default().with_source(crate::settings::Source::Impulse);
        settings = settings.with_net(net, engine::trace::Form::default());
        let sequence = settings.sequence(&Library::default());
        let run = Run::new(&settings, &sequence);
        settings.choose(Key::Layer, "1");
        let own = taken(&settings, &sequence, None, CellKind::Lstm);
        assert_eq!(own.layers.len(), 2);
        assert_eq!(own.h, run.lane(CellKind::Lstm).trace.top().channel(Quantity::Hidden).value);
    }
}
