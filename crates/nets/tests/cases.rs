//! The files of models that people have, each with the states that are right.

use engine::trace::{CellKind, Parameters, Quantity, Series};
use engine::{Readout, run};
use nets::{Fault, Float, Found, Kind, Network, Note, read};

fn bytes(file: &str) -> Vec<u8> {
    let path = format!("{}/../../tests/fixtures/cases/models/{file}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn found(file: &str) -> Found {
    read(&bytes(file)).unwrap_or_else(|fault| panic!("{file}: {fault:?}"))
}

/// The states of a layer over the input that all cases share.
fn states(layer: &Parameters) -> Vec<Vec<f64>> {
    let x = Series::new(2, vec![1.0, 0.0, 0.5, -1.0, 0.0, 0.25, -0.75, 1.0]);
    let readout = Readout { read: 3, weights: vec![0.0; layer.weight_hh.ncols()], targets: None };
    let trace = run(layer.clone(), x, readout);
    (0..4).map(|t| trace.top().value(Quantity::Hidden, t).to_vec()).collect()
}

fn assert_near(what: &str, found: &[f64], right: &[f64]) {
    assert_eq!(found.len(), right.len(), "{what}");
    for (found, right) in found.iter().zip(right) {
        assert!((found - right).abs() < 5e-11, "{what}: {found} {right}");
    }
}

const RNN: [f64; 3] = [-0.3565249808, -0.7205338891, 0.3659555254];
const LSTM: [f64; 3] = [-0.3402417257, -0.1431101673, 0.1115189516];
const GRU: [f64; 3] = [-0.1498600161, -0.0022145068, -0.2731810138];

fn only(found: &Found) -> &Network {
    assert_eq!(found.networks.len(), 1);
    &found.networks[0]
}

#[test]
fn state_dicts_of_pytorch_with_any_prefix_and_of_cells() {
    let norms = |states: &[Vec<f64>]| -> Vec<f64> {
        states.iter().map(|h| h.iter().map(|x| x * x).sum::<f64>().sqrt()).collect()
    };
    let cases = [
        ("d1-rnn.safetensors", CellKind::Rnn, RNN, [1.1747149309, 1.4321385733, 0.9312933582, 0.8832907754]),
        ("d1-lstm.safetensors", CellKind::Lstm, LSTM, [0.0830448000, 0.2737110682, 0.2264089233, 0.3855923086]),
        (
            "d1b-lstm-prefixed.safetensors",
            CellKind::Lstm,
            LSTM,
            [0.0830448000, 0.2737110682, 0.2264089233, 0.3855923086],
        ),
        ("d1c-lstmcell.safetensors", CellKind::Lstm, LSTM, [0.0830448000, 0.2737110682, 0.2264089233, 0.3855923086]),
        ("d1-gru.safetensors", CellKind::Gru, GRU, [0.4751349059, 0.8128897849, 0.5192555551, 0.3115939582]),
    ];
    for (file, cell, right, lengths) in cases {
        let found = found(file);
        let network = only(&found);
        assert_eq!((network.layers.len(), network.layers[0].cell, found.kind), (1, cell, Kind::Safetensors), "{file}");
        let states = states(&network.layers[0]);
        assert_near(file, &states[3], &right);
        assert_near(file, &norms(&states), &lengths);
        assert_eq!(network.notes.contains(&Note::TanhAssumed), cell == CellKind::Rnn, "{file}");
    }
    let prefixed = found("d1b-lstm-prefixed.safetensors");
    assert!(!only(&prefixed).name.is_empty());
    assert!(prefixed.left.iter().any(|name| name.contains("embed")), "{:?}", prefixed.left);
    assert!(found("d1-lstm.safetensors").left.is_empty());
}

#[test]
fn half_precision_is_exact() {
    for (file, float) in [("d5-lstm-bf16.safetensors", Float::Bf16), ("d5b-lstm-f16.safetensors", Float::F16)] {
        let found = found(file);
        assert_eq!(found.floats, [float], "{file}");
        assert_eq!(only(&found).layers, only(&self::found("d1-lstm.safetensors")).layers, "{file}");
    }
    let third = found("d5c-one-third-bf16.safetensors");
    assert_near("d5c", &states(&only(&third).layers[0])[0][..1], &[0.3220963585]);
}

#[test]
fn arrays_of_keras_are_turned_and_put_in_order() {
    let found = found("d6c-keras-gru-get-weights.npz");
    assert_eq!((found.kind, only(&found).layers[0].cell), (Kind::Npz, CellKind::Gru));
    assert!(only(&found).notes.contains(&Note::GatesReordered));
    assert_near("d6c", &states(&only(&found).layers[0])[3], &GRU);
}

#[test]
fn files_of_keras_are_turned_and_put_in_order() {
    let cases = [
        ("d6-keras-lstm.weights.h5", CellKind::Lstm, LSTM),
        ("d6b-keras-gru-reset-after.weights.h5", CellKind::Gru, GRU),
        ("d6d-keras-gru-reset-before.weights.h5", CellKind::Gru, [-0.1496768616, -0.1917267074, -0.1833036852]),
    ];
    for (file, cell, right) in cases {
        let found = found(file);
        let network = only(&found);
        assert_eq!((found.kind, network.layers[0].cell), (Kind::Keras, cell), "{file}");
        assert_near(file, &states(&network.layers[0])[3], &right);
        assert_eq!(network.notes.contains(&Note::ResetBefore), file.contains("before"), "{file}");
    }
}

#[test]
fn what_is_no_such_file_is_refused_with_its_sizes() {
    let fault = |file: &str| read(&bytes(file)).expect_err(file);
    assert_eq!(fault("d8-looks-like-torch.pt"), Fault::Pickle);
    assert_eq!(fault("d9-cut-off.safetensors"), Fault::CutOff { expected: 656, found: 646 });
    assert_eq!(fault("d9b-head-length-huge.safetensors"), Fault::Head { said: 1 << 62, found: 656 });
    // weight_ih of 12 × 2 and weight_hh of 12 × 4, meant as an LSTM of 3 units with one column too many: but a GRU of 4 units
    // has these very shapes, and no file says which it is.
    let other = found("d9c-shapes-do-not-fit.safetensors");
    let layer = &only(&other).layers[0];
    assert_eq!((layer.cell, layer.weight_hh.shape(), layer.weight_ih.shape()), (CellKind::Gru, (12, 4), (12, 2)));
    assert_eq!(read(b""), Err(Fault::Unknown(String::new())));
    assert_eq!(read(b"hello, world"), Err(Fault::Unknown("68 65 6c 6c 6f 2c 20 77".to_owned())));
}
