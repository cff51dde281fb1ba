//! The same networks in the files of several libraries, with PyTorch's states (`tests/fixtures/nets.py`); files that hold what
//! the page does not have; and files that are cut off or changed anywhere.

use std::collections::HashMap;

use engine::trace::{CellKind, Parameters, Quantity, Series};
use engine::{Readout, run_stack};
use nets::{Fault, Float, Network, Note, Unsupported, read, write};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/nets");

fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(format!("{FOLDER}/{file}")).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn files() -> Vec<String> {
    let entries = std::fs::read_dir(FOLDER).unwrap_or_else(|error| panic!("{FOLDER}: {error}"));
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut files: Vec<String> = names.filter(|file| file != "states.json").collect();
    files.sort();
    files
}

/// The states of the top layer.
fn states(network: &Network) -> Vec<Vec<f64>> {
    let x = Series::new(2, vec![1.0, 0.0, 0.5, -1.0, 0.0, 0.25, -0.75, 1.0]);
    let top = network.layers.len() - 1;
    let readout = Readout { read: 3, weights: vec![0.0; network.layers[top].weight_hh.ncols()], targets: None };
    let trace = run_stack(network.layers.clone(), top, x, |x| x, readout);
    (0..4).map(|t| trace.top().value(Quantity::Hidden, t).to_vec()).collect()
}

#[test]
fn every_file_gives_pytorchs_states() {
    let right: HashMap<String, Vec<Vec<f64>>> = serde_json::from_slice(&bytes("states.json")).unwrap();
    let mut kinds: HashMap<String, usize> = HashMap::new();
    for file in files() {
        let (name, kind) = file.split_once('.').unwrap();
        let right = match name {
            _ if name.starts_with("no-") => continue,
            "lstm-f16" | "lstm-f64" | "lstm" => &right["lstm-1"],
            name => &right[name],
        };
        let found = read(&bytes(&file)).unwrap_or_else(|fault| panic!("{file}: {fault:?}"));
        assert_eq!(found.networks.len(), 1, "{file}");
        let network = &found.networks[0];
        for (found, right) in states(network).iter().flatten().zip(right.iter().flatten()) {
            assert!((found - right).abs() < 1e-14, "{file}: {found} {right}");
        }
        assert_eq!(network.notes.contains(&Note::NoBiases), file.contains("no-bias"), "{file}: {:?}", network.notes);
        let float = match name {
            "lstm-f16" => Float::F16,
            "lstm-f64" => Float::F64,
            _ if kind == "safetensors" => Float::F64,
            _ => Float::F32,
        };
        assert_eq!(found.floats, [float], "{file}");
        *kinds.entry(kind.to_owned()).or_default() += 1;
    }
    assert_eq!(kinds.remove("h5"), Some(1));
    let kinds =
        ["safetensors", "npz", "weights.h5", "keras", "onnx"].map(|kind| kinds.get(kind).copied().unwrap_or_default());
    assert_eq!(kinds, [18, 12, 7, 1, 21]);
}

#[test]
fn what_the_page_does_not_have_is_named() {
    let fault = |file: &str| read(&bytes(file)).expect_err(file);
    let layer = |file: &str, has: &str| {
        let fault = fault(file);
        assert!(
            matches!(&fault, Fault::Unsupported(Unsupported::Layer { has: own, .. }) if own == has),
            "{file}: {fault:?}"
        );
    };
    layer("no-hard-sigmoid.onnx", "activations=HardSigmoid,Tanh,Tanh");
    layer("no-clip.onnx", "clip");
    layer("no-reverse.onnx", "direction=reverse");
    layer("no-hard-sigmoid.keras", "recurrent_activation=hard_sigmoid");
    layer("no-hard-sigmoid.h5", "recurrent_activation=hard_sigmoid");
    layer("no-backwards.keras", "go_backwards=true");
    let both = Unsupported::BothDirections("bias_hh_l0_reverse".to_owned());
    assert_eq!(fault("no-both-directions.safetensors"), Fault::Unsupported(both));
    let projection = Unsupported::Projection("weight_hr_l0".to_owned());
    assert_eq!(fault("no-projection.safetensors"), Fault::Unsupported(projection));
    assert_eq!(fault("no-five-layers.safetensors"), Fault::Unsupported(Unsupported::Layers(5)));
    assert_eq!(fault("no-nan.safetensors"), Fault::NotFinite { tensor: "bias_hh_l0".to_owned(), place: 4 });
    let shape = Fault::Shape { tensor: "bias_ih_l0".to_owned(), found: vec![9], expected: vec![12] };
    assert_eq!(fault("no-shape.safetensors"), shape);
    assert_eq!(fault("no-weight.safetensors"), Fault::Missing("weight_ih_l0".to_owned()));
}

#[test]
fn what_a_keras_archive_says_of_its_layers_is_not_assumed() {
    let [archive, old, weights] =
        ["lstm.keras", "lstm.h5", "lstm-2.weights.h5"].map(|file| read(&bytes(file)).unwrap());
    assert_eq!((archive.networks[0].notes.len(), old.networks[0].notes.len()), (0, 0));
    assert_eq!(weights.networks[0].notes, [Note::SigmoidAssumed]);
    assert_eq!((weights.networks[0].layers.len(), weights.networks[0].layers[0].cell), (2, CellKind::Lstm));
    assert_eq!(weights.left, ["layers/dense/vars/0"]);
}

/// A file that is cut off at any byte is refused, or lacks but what follows its numbers; it never leads to a panic.
#[test]
fn a_file_that_is_cut_off_anywhere_gives_no_other_numbers() {
    for file in files() {
        let whole = bytes(&file);
        let right = read(&whole);
        for end in 0..whole.len() {
            let own = read(&whole[..end]);
            assert!(own.is_err() || own == right, "{file}, {end} of {} bytes", whole.len());
        }
    }
}

/// A file with a few changed bytes gives a network or a fault, and neither panics nor makes room for what a head claims.
#[test]
fn a_file_that_is_changed_anywhere_leads_to_no_panic() {
    let mut chance = engine::chance::Chance::new(24);
    for file in files() {
        let whole = bytes(&file);
        for _ in 0..400 {
            let mut own = whole.clone();
            for _ in 0..=(4.0 * chance.unit()) as usize {
                let place = (chance.unit() * own.len() as f64) as usize;
                own[place] = (chance.unit() * 256.0) as u8;
            }
            let _ = read(&own);
        }
    }
}

/// What is written is read back to the last bit in 64 bits, and to 32 bits of each number in 32.
#[test]
fn what_is_written_is_read_back() {
    let mut chance = engine::chance::Chance::new(7);
    for cell in CellKind::ALL {
        for depth in 1..=4 {
            let layers: Vec<Parameters> = (0..depth)
                .map(|place| {
                    let mut own = Parameters::zeros(cell, if place == 0 { 5 } else { 3 }, 3);
                    own.numbers_mut().into_iter().flatten().for_each(|x| *x = chance.normal());
                    own
                })
                .collect();
            let narrow: Vec<Parameters> = (layers.iter().cloned())
                .map(|mut own| {
                    own.numbers_mut().into_iter().flatten().for_each(|x| *x = f64::from(*x as f32));
                    own
                })
                .collect();
            for (float, right) in [(Float::F64, &layers), (Float::F32, &narrow)] {
                let tensors = write::tensors("rnn.", &layers);
                for file in [write::safetensors(&tensors, float, "x"), write::npz(&tensors, float, "x")] {
                    let found = read(&file.unwrap_or_else(|fault| panic!("{fault:?}")))
                        .unwrap_or_else(|fault| panic!("{fault:?}"));
                    assert_eq!(
                        (&found.networks[0].layers, &*found.networks[0].name),
                        (right, "rnn"),
                        "{cell:?} {depth}"
                    );
                    assert_eq!((found.floats, found.left), (vec![float], vec![]));
                }
            }
        }
    }
}

/// What unpacks to far more than a file's bytes are worth is refused before it is unpacked.
#[test]
fn what_unpacks_to_too_much_is_refused() {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file("weight_ih_l0.npy", options).unwrap_or_else(|error| panic!("{error}"));
    // 64 million zeros: an array of 256 MB in a file of 256 kB.
    let head = format!("{{'descr': '<f4', 'fortran_order': False, 'shape': ({}, 4), }}", 1 << 24);
    let mut array = b"\x93NUMPY\x01\x00".to_vec();
    array.extend((118u16).to_le_bytes());
    array.extend(format!("{head:<117}\n").into_bytes());
    let zeros = vec![0; 1 << 20];
    zip.write_all(&array).unwrap_or_else(|error| panic!("{error}"));
    (0..256).for_each(|_| zip.write_all(&zeros).unwrap_or_else(|error| panic!("{error}")));
    let bytes = zip.finish().unwrap_or_else(|error| panic!("{error}")).into_inner();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(read(&bytes), Err(Fault::TooMany(1 << 26)));
}
