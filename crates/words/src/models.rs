//! What is said of a network that a person brings from another library.

use crate::format::{Digits, Group, Measure, count};

prose!("models");

messages! {
    network(cell: &str, layers: usize => counted, units: usize => counted, inputs: usize => counted);
    named(name: &str, network: &str);
    found(file: &str, kind: &str, floats: &str);
    left_out(names: &str);
    left_more(names: &str, more: usize => counted);
    large(units: usize => counted, most: usize => counted);
    file_large(file: &str, found: f64 => size, most: f64 => size);
    unread(file: &str, cause: &str);
    unknown(file: &str, begin: &str);
    cut_off(file: &str, expected: f64 => size, found: f64 => size);
    head_long(file: &str, said: f64 => size, found: f64 => size);
    damaged(file: &str, cause: &str);
    many(file: &str, found: f64 => many_of, most: usize => counted);
    none(file: &str, names: &str);
    none_at_all(file: &str);
    missing(tensor: &str);
    shape(tensor: &str, found: &str, expected: &str);
    no_cell(tensor: &str, found: &str);
    not_finite(tensor: &str, place: usize => counted);
    both_directions(tensor: &str);
    projection(tensor: &str);
    layer_has(layer: &str, has: &str);
    layers(found: usize => counted, most: usize => counted);
    kind(tensor: &str, kind: &str);
    in_lab(network: &str);
    standing(network: &str);
    learns(network: &str, cell: &str);
    no_units(network: &str, units: usize => counted, layers: usize => counted);
    no_inputs(network: &str, inputs: usize => counted);
    no_decoder(network: &str);
    tasks_that_fit(tasks: &str);
    absent(network: &str);
    narrow(network: &str, units: usize => counted);
    other_width(network: &str, found: usize => counted);
}

fn size(bytes: f64) -> String {
    Group::new(Measure::Bytes, [bytes]).write(bytes, Digits::Significant(3))
}

/// A count that may be larger than any that is in memory.
fn many_of(found: f64) -> String {
    if found < 1e15 { count(found as usize) } else { format!("{found:.1e}") }
}
