//! What is said of a network that a person brings from another library.

use crate::format::{Digits, Group, Measure, count};
use crate::nouns::{HIDDEN_UNIT, LAYER, NUMBER};

prose!("models");

messages! {
    network(cell: &str, layers: usize => layers_of, units: usize => units_of, inputs: usize => numbers_of): "{cell}, {layers}, {units}, {inputs} at each step";
    named(name: &str, network: &str): "{name}: {network}";
    found(file: &str, kind: &str, floats: &str): "{file} is a {kind} file with {floats}.";
    left_out(names: &str): "Not used: {names}.";
    left_more(names: &str, more: usize => count): "Not used: {names} and {more} more.";
    large(units: usize => units_of, most: usize => count): "It has {units}, and the Lab shows at most {most}: it cannot be shown.";
    file_large(file: &str, found: f64 => size, most: f64 => size): "{file} has {found}; a file may have up to {most}. Save the recurrent layers alone.";
    unread(file: &str, cause: &str): "{file} could not be read: {cause}.";
    unknown(file: &str, begin: &str): "{file} is no model that this page can read. It reads safetensors, npz, Keras (.weights.h5, .keras) and ONNX; this file begins with the bytes {begin}.";
    cut_off(file: &str, expected: f64 => size, found: f64 => size): "{file} is cut off: its head promises {expected}, and {found} are there. Copy or download it again.";
    head_long(file: &str, said: f64 => size, found: f64 => size): "{file} says that its head alone has {said}; the whole file has {found}. It is no safetensors file, or it is damaged.";
    damaged(file: &str, cause: &str): "{file} is damaged: {cause}. Copy or download it again.";
    many(file: &str, found: f64 => many_of, most: usize => count): "{file} holds {found} numbers where up to {most} are read. Save the recurrent layers alone.";
    none(file: &str, names: &str): "{file} has no RNN, LSTM or GRU: it holds {names}. Expected are names such as weight_ih_l0 (PyTorch), lstm/lstm_cell/kernel (Keras) or a node of the kind LSTM (ONNX).";
    none_at_all(file: &str): "{file} holds no tensor.";
    missing(tensor: &str): "The tensor {tensor} is missing beside the others of its layer. Save the whole layer.";
    shape(tensor: &str, found: &str, expected: &str): "The tensor {tensor} has the shape {found}; the others of its layer ask for {expected}.";
    no_cell(tensor: &str, found: &str): "The tensor {tensor} has the shape {found}. Of an RNN it has as many rows as columns, of a GRU three times as many, of an LSTM four times.";
    not_finite(tensor: &str, place: usize => count): "Number {place} of the tensor {tensor} is not finite (NaN or infinite): training has diverged. Save an earlier state.";
    both_directions(tensor: &str): "{tensor}: this layer reads the sequence in both directions. The page steps from the first step to the last; save the forward layer alone.";
    projection(tensor: &str): "{tensor}: this LSTM projects its hidden state (proj_size), which the page’s LSTM does not.";
    layer_has(layer: &str, has: &str): "The layer {layer} has {has}, which the page’s cells do not have.";
    layers(found: usize => count, most: usize => count): "The network has {found} layers; up to {most} are shown.";
    kind(tensor: &str, kind: &str): "The tensor {tensor} holds numbers of the kind {kind}; read are float16, bfloat16, float32 and float64.";
    in_lab(network: &str): "Your model: {network}.";
    standing(network: &str): "{network}.";
    learns(network: &str, cell: &str): "The {cell} learns on from your model ({network}); the other two begin with drawn weights.";
    no_units(network: &str, units: usize => units_of, layers: usize => layers_of): "Your model ({network}) does not fit {units} in {layers}: all three begin with drawn weights.";
    no_inputs(network: &str, inputs: usize => numbers_of): "Your model ({network}) cannot read this task, which has {inputs} at each step: all three begin with drawn weights.";
    no_decoder(network: &str): "Your model ({network}) has no decoder, which this task needs: all three begin with drawn weights.";
    tasks_that_fit(tasks: &str): "It can read: {tasks}.";
    absent(network: &str): "This browser does not keep your model ({network}): open its file again. These weights are drawn here.";
    narrow(network: &str, units: usize => units_of): "Your model ({network}) does not fit {units}: these weights are drawn here.";
    other_width(network: &str, found: usize => numbers_of): "Your model ({network}) cannot read this sequence, which has {found} at each step: these weights are drawn here.";
}

fn layers_of(layers: usize) -> String {
    LAYER.counted(layers)
}

fn units_of(units: usize) -> String {
    HIDDEN_UNIT.counted(units)
}

fn numbers_of(numbers: usize) -> String {
    NUMBER.counted(numbers)
}

fn size(bytes: f64) -> String {
    Group::new(Measure::Bytes, [bytes]).write(bytes, Digits::Significant(3))
}

/// A count that may be larger than any that is in memory.
fn many_of(found: f64) -> String {
    if found < 1e15 { count(found as usize) } else { format!("{found:.1e}") }
}
