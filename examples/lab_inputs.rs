//! Writes what the Lab opens with (embeddings, weights, read-out, in float64) for
//! `tests/fixtures/generate.py` to work out in PyTorch, and what several seeds draw for
//! `tests/fixtures/kept.py`: `cargo run --example lab_inputs`.
#![allow(clippy::expect_used)]

use std::collections::HashMap;

use engine::trace::CellKind;
use engine::{Start, parameters};
use model::lab::{inputs, readout};
use model::sequence::Library;
use model::settings::Settings;
use nalgebra::DMatrix;
use safetensors::tensor::{Dtype, TensorView, serialize_to_file};

/// Seeds whose draws are compared with PyTorch's, and their hidden units.
const SEEDS: u64 = 7;
const UNITS: usize = 4;

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

/// What a run with these settings is made of, by names that begin with `before`.
fn add_run(tensors: &mut Tensors, before: &str, settings: &Settings) {
    let sequence = settings.sequence(Library::shipped());
    let x = inputs(settings.seed, &sequence.input);
    let readout = readout(settings, &sequence);
    let named = |name: &str| format!("{before}{name}");
    add(tensors, &named("x"), &[x.steps(), x.width()], x.as_slice().iter().copied());
    add(tensors, &named("v"), &[readout.weights.len()], readout.weights.iter().copied());
    let start = Start { seed: settings.seed, hidden: settings.units, gain: settings.gain, bias: settings.bias };
    for cell in CellKind::ALL {
        let weights = parameters(cell, x.width(), start);
        let name = |name: &str| format!("{before}{}/{name}_l0", cell.key());
        add_matrix(tensors, &name("weight_ih"), &weights.weight_ih);
        add_matrix(tensors, &name("weight_hh"), &weights.weight_hh);
        add(tensors, &name("bias_ih"), &[weights.bias_ih.len()], weights.bias_ih.iter().copied());
        add(tensors, &name("bias_hh"), &[weights.bias_hh.len()], weights.bias_hh.iter().copied());
    }
}

fn write(name: &str, tensors: &Tensors, metadata: &[(&str, String)]) {
    let views: Vec<(&str, TensorView<'_>)> = tensors
        .iter()
        .map(|(name, (shape, bytes))| {
            (name.as_str(), TensorView::new(Dtype::F64, shape.clone(), bytes).expect("shape and bytes agree"))
        })
        .collect();
    let metadata = metadata.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let path = format!("{}/tests/fixtures/{name}.safetensors", env!("CARGO_MANIFEST_DIR"));
    serialize_to_file(views, Some(metadata), path.as_ref()).expect("the fixture can be written");
    println!("wrote tests/fixtures/{name}.safetensors");
}

fn main() {
    let settings = Settings::default();
    let mut tensors = Tensors::new();
    add_run(&mut tensors, "", &settings);
    let metadata = [
        ("read", settings.read_step().to_string()),
        ("loss", "linear".into()),
        ("gain", settings.gain.to_string()),
        ("bias", settings.bias.to_string()),
    ];
    write("lab_inputs", &tensors, &metadata);
    let mut tensors = Tensors::new();
    for seed in 1..=SEEDS {
        add_run(&mut tensors, &format!("seed_{seed}/"), &Settings { seed, units: UNITS, ..settings.clone() });
    }
    write("kept_draws", &tensors, &[("seeds", SEEDS.to_string()), ("units", UNITS.to_string())]);
}
