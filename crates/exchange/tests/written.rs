//! What is written: files that hold what they must, programs without an unfilled place, refusals that say what is missing. That the
//! programs run, and print these numbers, `cargo xtask test --interop` says.

use std::collections::BTreeMap;

use engine::chance::Chance;
use engine::trace::{CellKind, Form, Parameters, Quantity};
use exchange::answer;
use nets::{Float, read};
use port::Parcel;
use port::exchange::{Ask, File, Format, Lack, Library, Reply, Shown, Unwritten};
use safetensors::SafeTensors;
use serde_json::Value;

const STEPS: usize = 6;
const INPUTS: usize = 3;

fn shown(cell: CellKind, form: Form, units: &[usize]) -> Shown {
    let mut chance = Chance::new(24);
    let mut layers: Vec<Parameters> = vec![];
    for hidden in units {
        let input = layers.last().map_or(INPUTS, Parameters::hidden);
        let mut own = Parameters { form, ..Parameters::zeros(cell, input, *hidden) };
        own.numbers_mut().into_iter().flatten().for_each(|x| *x = chance.normal());
        layers.push(own);
    }
    let mut numbers = |count: usize| -> Vec<f64> { (0..count).map(|_| chance.normal()).collect() };
    let hidden = units[units.len() - 1];
    Shown {
        layers,
        head: Some((vec![numbers(hidden), numbers(hidden)], numbers(2))),
        x: numbers(STEPS * INPUTS),
        h: numbers(STEPS * hidden),
        labels: ["a \"quoted\"", "back\\slash", "__UNITS__", "{}", "new\nline", "日本"].map(str::to_owned).to_vec(),
        address: "https://example.org/#cell=lstm".to_owned(),
    }
}

fn written(shown: &Shown, format: Format) -> Result<(File, Vec<u8>), Unwritten> {
    match answer(Ask::Write(Parcel::of(shown), format), &[]) {
        (Reply::Written(Ok(file)), Some(bytes)) => Ok((file, bytes)),
        (Reply::Written(Err(why)), None) => Err(why),
        (reply, _) => panic!("{reply:?}"),
    }
}

fn text(shown: &Shown, format: Format) -> (File, String) {
    let (file, bytes) = written(shown, format).unwrap_or_else(|why| panic!("{why:?}"));
    (file, String::from_utf8(bytes).unwrap_or_else(|error| panic!("{error}")))
}

/// Round trips are exact: what stood in a file of 64 bits stands in it, and what stood in 32 bits.
#[test]
fn weights_are_written_and_read_back_bit_by_bit() {
    for cell in CellKind::ALL {
        for depth in 1..=4 {
            let own = shown(cell, Form::default(), &vec![4; depth]);
            for float in [Float::F32, Float::F64] {
                let files =
                    [Format::Safetensors(float), Format::Npz(float)].map(|format| written(&own, format).unwrap().1);
                let [first, second] = files.map(|bytes| read(&bytes).unwrap_or_else(|fault| panic!("{fault:?}")));
                assert_eq!((&first.networks, &first.left), (&second.networks, &second.left));
                assert_eq!((&first.floats, first.networks.len()), (&vec![float], 1));
                assert_eq!((&*first.networks[0].name, &first.left[..]), (cell.key(), &LEFT.map(str::to_owned)[..]));
                let mut right = own.layers.clone();
                if float == Float::F32 {
                    right
                        .iter_mut()
                        .flat_map(Parameters::numbers_mut)
                        .flatten()
                        .for_each(|x| *x = f64::from(*x as f32));
                }
                assert_eq!(first.networks[0].layers, right, "{cell:?} {depth} {float:?}");
                // What is read may be written again: it is the same file.
                let again = Shown { layers: first.networks[0].layers.clone(), ..own.clone() };
                assert_eq!(written(&again, Format::Npz(float)), written(&own, Format::Npz(float)));
            }
        }
    }
}

const LEFT: [&str; 4] = ["h", "head.bias", "head.weight", "x"];

/// PyTorch's own files (`tests/fixtures/nets.py`), read and written again, hold the same bytes.
#[test]
fn files_of_pytorch_come_back_byte_by_byte() {
    for cell in ["rnn", "lstm", "gru"] {
        for depth in 1..=4 {
            let file = format!("{FIXTURES}/{cell}-{depth}.safetensors");
            let theirs = std::fs::read(&file).unwrap();
            let layers = read(&theirs).unwrap().networks[0].layers.clone();
            let hidden = layers[0].hidden();
            let own = Shown {
                layers,
                head: None,
                x: vec![0.0; 2],
                h: vec![0.0; hidden],
                labels: vec![],
                address: String::new(),
            };
            let ours = written(&own, Format::Safetensors(Float::F64)).unwrap().1;
            let (theirs, ours) = (SafeTensors::deserialize(&theirs).unwrap(), SafeTensors::deserialize(&ours).unwrap());
            let all = theirs.iter().map(|(name, view)| (name.trim_start_matches("model.").to_owned(), view.data()));
            let theirs: BTreeMap<String, &[u8]> = all.collect();
            assert_eq!(theirs.len(), 4 * depth);
            for (name, bytes) in theirs {
                assert_eq!(ours.tensor(&name).unwrap().data(), bytes, "{file}: {name}");
            }
        }
    }
}

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/nets");

/// What other kinds of files hold comes back as 32 bits of each number: their own.
#[test]
fn files_of_keras_and_onnx_come_back_in_32_bits() {
    let mut count = 0;
    for entry in std::fs::read_dir(FIXTURES).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_one = [".h5", ".keras", ".onnx"].iter().any(|ending| name.ends_with(ending)) && !name.starts_with("no-");
        if !is_one {
            continue;
        }
        let layers = read(&std::fs::read(entry.path()).unwrap()).unwrap().networks[0].layers.clone();
        let (inputs, hidden) = (layers[0].input(), layers[0].hidden());
        let own = Shown {
            x: vec![0.0; inputs],
            h: vec![0.0; hidden],
            head: None,
            layers,
            labels: vec![],
            address: String::new(),
        };
        for format in [Format::Safetensors(Float::F32), Format::Npz(Float::F32)] {
            let again = read(&written(&own, format).unwrap().1).unwrap().networks[0].layers.clone();
            let numbers =
                |layers: &[Parameters]| -> Vec<f64> { layers.iter().flat_map(|own| own.numbers().concat()).collect() };
            assert_eq!(numbers(&again), numbers(&own.layers), "{name}");
        }
        count += 1;
    }
    assert_eq!(count, 30);
}

#[test]
fn a_file_holds_what_a_program_needs() {
    let own = shown(CellKind::Gru, Form::default(), &[4, 4]);
    let (file, bytes) = written(&own, Format::Safetensors(Float::F64)).unwrap();
    assert_eq!(file.name, "unrolled-gru.safetensors");
    let found = SafeTensors::deserialize(&bytes).unwrap();
    let shape = |name: &str| found.tensor(name).unwrap_or_else(|error| panic!("{name}: {error}")).shape().to_vec();
    assert_eq!([shape("x"), shape("h"), shape("head.weight")], [[STEPS, INPUTS], [STEPS, 4], [2, 4]]);
    assert_eq!((shape("head.bias"), shape("gru.weight_ih_l1")), (vec![2], vec![12, 4]));
    let numbers = |name: &str| -> Vec<f64> {
        found.tensor(name).unwrap().data().as_chunks().0.iter().map(|own| f64::from_le_bytes(*own)).collect()
    };
    assert_eq!((numbers("x"), numbers("h")), (own.x.clone(), own.h.clone()));
    let (_, said) = SafeTensors::read_metadata(&bytes).unwrap();
    let said = said.metadata().as_ref().unwrap()["unrolled"].clone();
    assert!(said.ends_with(&own.address), "{said}");
    assert_eq!(written(&own, Format::Safetensors(Float::F64)), Ok((file, bytes)));
    let wrong = Shown { h: vec![1.0], ..own };
    assert!(matches!(written(&wrong, Format::Npz(Float::F32)), Err(Unwritten::Failed(why)) if why.contains("\"h\"")));
}

#[test]
fn every_program_names_its_file_and_its_sizes_and_has_no_place_left() {
    for cell in CellKind::ALL {
        let own = shown(cell, Form::default(), &[7, 7, 7]);
        for library in Library::ALL {
            let (file, text) = text(&own, Format::Program(library));
            let (is_rust, key) = (matches!(library, Library::Candle | Library::Burn), cell.key());
            assert!(
                file.name.starts_with(&format!("unrolled-{key}-"))
                    && file.name.ends_with(if is_rust { ".rs" } else { ".py" })
            );
            for part in
                [&*format!("\"unrolled-{key}.safetensors\""), &own.address, r#""a \"quoted\"", "back\\slash""#, "日本"]
            {
                assert!(text.contains(part), "{}: {part}\n{text}", file.name);
            }
            let sizes = match library {
                Library::Pytorch => "(3, 7, num_layers=3,",
                Library::Keras | Library::Jax => "UNITS = [7, 7, 7]",
                Library::Candle | Library::Burn => "const UNITS: [usize; 3] = [7, 7, 7];",
            };
            assert!(text.contains(sizes), "{}: {sizes}", file.name);
            assert_eq!(text.matches("__").count(), 2, "{}: one word that looks like a place\n{text}", file.name);
            assert!(text.contains("\"__UNITS__\"") && text.contains("\"new line\""), "{}", file.name);
            assert_eq!(text.contains("const LABELS: [&str; 6]"), is_rust, "{}", file.name);
        }
    }
}

#[test]
fn own_forms_are_told_to_a_library_that_has_them() {
    let plain = Form::default();
    let has = |cell, form, library, part: &str| {
        let (file, text) = text(&shown(cell, form, &[4]), Format::Program(library));
        assert!(text.contains(part), "{}: {part}\n{text}", file.name);
    };
    let relu = plain.with_relu();
    has(CellKind::Rnn, relu, Library::Pytorch, "nonlinearity=\"relu\"");
    has(CellKind::Rnn, relu, Library::Keras, "activation=\"relu\"");
    has(CellKind::Rnn, relu, Library::Jax, "activation_fn=jax.nn.relu");
    has(CellKind::Rnn, relu, Library::Candle, "?.relu()?");
    has(CellKind::Rnn, relu, Library::Burn, "ActivationConfig::Relu");
    has(CellKind::Gru, plain.with_reset_before(), Library::Keras, "reset_after=False");
    has(CellKind::Gru, plain.with_reset_before(), Library::Burn, "with_reset_after(false)");
    has(
        CellKind::Lstm,
        plain.with_linear_output(),
        Library::Burn,
        "with_hidden_activation(ActivationConfig::Identity)",
    );
    // Another cell's form is no matter, nor is what is closed to the gradient.
    let closed = relu.with_closed(engine::trace::Road::Carry);
    assert!(
        Library::ALL.iter().all(|own| written(&shown(CellKind::Lstm, closed, &[4]), Format::Program(*own)).is_ok())
    );
}

#[test]
fn what_a_library_lacks_is_named() {
    let plain = Form::default();
    let lacks = |cell, form, units: &[usize], format| match written(&shown(cell, form, units), format) {
        Err(Unwritten::Form(library, own, lacks)) if own == cell => (library, lacks),
        other => panic!("{other:?}"),
    };
    let before = plain.with_reset_before();
    for library in [Library::Pytorch, Library::Jax, Library::Candle] {
        let found = lacks(CellKind::Gru, before, &[4], Format::Program(library));
        assert_eq!(found, (library, vec![Lack::ResetBefore]));
    }
    assert_eq!(lacks(CellKind::Gru, before, &[4], Format::Notebook), (Library::Pytorch, vec![Lack::ResetBefore]));
    let many = plain.with_coupled().with_linear_candidate().with_frozen(Quantity::Forget, 0.5);
    let all = vec![Lack::LinearCandidate, Lack::Coupled, Lack::Frozen(Quantity::Forget, 0.5)];
    assert_eq!(lacks(CellKind::Lstm, many, &[4], Format::Program(Library::Keras)), (Library::Keras, all.clone()));
    assert_eq!(lacks(CellKind::Lstm, many, &[4], Format::Program(Library::Burn)), (Library::Burn, all[1..].to_vec()));
    let several = (Library::Pytorch, vec![Lack::Units(vec![4, 2])]);
    assert_eq!(lacks(CellKind::Rnn, plain, &[4, 2], Format::Program(Library::Pytorch)), several);
    // Weights are numbers: they are written whatever the cell does with them.
    assert!(written(&shown(CellKind::Lstm, many, &[4, 2]), Format::Safetensors(Float::F32)).is_ok());
}

#[test]
fn a_notebook_has_every_cell_and_carries_a_small_file() {
    let own = shown(CellKind::Lstm, Form::default(), &[4, 4]);
    let (file, small) = text(&own, Format::Notebook);
    assert_eq!((&*file.name, &*file.media), ("unrolled-lstm.ipynb", "application/x-ipynb+json"));
    let (_, large) = text(&shown(CellKind::Lstm, Form::default(), &[64, 64]), Format::Notebook);
    for (notebook, loads) in [(small, "base64.b64decode(WEIGHTS)"), (large, "load_file(\"unrolled-lstm.safetensors\")")]
    {
        let notebook: Value = serde_json::from_str(&notebook).unwrap();
        assert_eq!((&notebook["nbformat"], &notebook["nbformat_minor"]), (&Value::from(4), &Value::from(5)));
        let cells = notebook["cells"].as_array().unwrap();
        let ids: Vec<&str> = cells.iter().map(|cell| cell["id"].as_str().unwrap()).collect();
        assert!(ids.iter().enumerate().all(|(place, id)| !ids[..place].contains(id)), "{ids:?}");
        let kinds: Vec<&str> = cells.iter().map(|cell| cell["cell_type"].as_str().unwrap()).collect();
        assert_eq!(kinds.concat(), "markdowncodemarkdowncodemarkdowncodemarkdowncodecode");
        let source = |place: usize| cells[place]["source"].as_str().unwrap();
        assert!(source(0).starts_with("# ") && source(0).contains(&own.address), "{}", source(0));
        let parts = [
            (1, loads),
            (3, "torch.nn.LSTM(3, "),
            (5, "greatest difference"),
            (7, "torch.autograd.grad"),
            (8, "plt.show()"),
        ];
        for (place, part) in parts {
            assert!(source(place).contains(part), "{place}: {part}\n{}", source(place));
        }
        for cell in cells.iter().filter(|cell| cell["cell_type"] == "code") {
            assert_eq!((&cell["outputs"], &cell["execution_count"]), (&Value::Array(vec![]), &Value::Null));
        }
        assert!(source(1).contains("\"__UNITS__\"") && source(1).contains("\"a \\\"quoted\\\"\""), "{}", source(1));
    }
}
