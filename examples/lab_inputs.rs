//! Writes what the Lab opens with (embeddings, weights, read-out, in float64) for
//! `tests/fixtures/generate.py` to work out in PyTorch: `cargo run --example lab_inputs`.
#![allow(clippy::expect_used)]

use std::collections::HashMap;

use engine::trace::CellKind;
use engine::{Start, parameters};
use model::lab::{inputs, readout};
use model::sequence::Library;
use model::settings::Settings;
use nalgebra::DMatrix;
use safetensors::tensor::{Dtype, TensorView, serialize_to_file};

/// Shape and little-endian bytes, by name.
type Tensors = HashMap<String, (Vec<usize>, Vec<u8>)>;

fn add(tensors: &mut Tensors, name: &str, shape: &[usize], numbers: impl IntoIterator<Item = f64>) {
    let bytes = numbers.into_iter().flat_map(f64::to_le_bytes).collect();
    tensors.insert(name.into(), (shape.to_vec(), bytes));
}

/// A matrix in row order, as PyTorch has it.
fn add_matrix(tensors: &mut Tensors, name: &str, matrix: &DMatrix<f64>) {
    add(tensors, name, &[matrix.nrows(), matrix.ncols()], matrix.transpose().iter().copied());
}

fn main() {
    let settings = Settings::default();
    let sequence = settings.sequence(Library::shipped());
    let x = inputs(settings.seed, &sequence.input);
    let readout = readout(&settings, &sequence);
    let mut tensors = Tensors::new();
    add(&mut tensors, "x", &[x.steps(), x.width()], x.as_slice().iter().copied());
    add(&mut tensors, "v", &[readout.weights.len()], readout.weights.iter().copied());
    let start = Start { seed: settings.seed, hidden: settings.units, gain: settings.gain, bias: settings.bias };
    for cell in CellKind::ALL {
        let weights = parameters(cell, x.width(), start);
        let name = |name: &str| format!("{}/{name}_l0", cell.key());
        add_matrix(&mut tensors, &name("weight_ih"), &weights.weight_ih);
        add_matrix(&mut tensors, &name("weight_hh"), &weights.weight_hh);
        add(&mut tensors, &name("bias_ih"), &[weights.bias_ih.len()], weights.bias_ih.iter().copied());
        add(&mut tensors, &name("bias_hh"), &[weights.bias_hh.len()], weights.bias_hh.iter().copied());
    }
    let views: Vec<(&str, TensorView<'_>)> = tensors
        .iter()
        .map(|(name, (shape, bytes))| {
            (name.as_str(), TensorView::new(Dtype::F64, shape.clone(), bytes).expect("shape and bytes agree"))
        })
        .collect();
    let metadata = [
        ("read", readout.read.to_string()),
        ("loss", "linear".into()),
        ("gain", settings.gain.to_string()),
        ("bias", settings.bias.to_string()),
    ];
    let metadata = metadata.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/lab_inputs.safetensors");
    serialize_to_file(views, Some(metadata), path.as_ref()).expect("the fixture can be written");
    println!("wrote tests/fixtures/lab_inputs.safetensors");
}
