//! What is said of a network that a person brings, and of a file that gives none.

use model::keys::MOST_UNITS;
use model::settings::Net;
use nets::{Fault, Float, Kind, MOST_LAYERS, MOST_NUMBERS, Note, Unsupported};
use port::exchange::{Found, Model};
use words::models::{self, words};

/// A network in a few words: its cell and its sizes.
pub fn named(net: &Net) -> String {
    models::network(net.cell.name(), net.layers, net.units, net.inputs)
}

/// What a file of the page holds beside weights: what the network read, and its hidden states.
const RUN: [&str; 2] = ["h", "x"];
/// How many names are told.
const NAMES: usize = 6;

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Safetensors => "safetensors",
        Kind::Npz => "NumPy",
        Kind::Keras => "Keras",
        Kind::Onnx => "ONNX",
    }
}

fn float(float: &Float) -> &'static str {
    let words = words();
    match float {
        Float::F16 => words.half,
        Float::Bf16 => words.bfloat,
        Float::F32 => words.single,
        Float::F64 => words.double,
    }
}

/// What a file is, and what of it is not used.
pub fn found(file: &str, found: &Found) -> String {
    let floats: Vec<_> = found.floats.iter().map(float).collect();
    let begin = models::found(file, kind(found.kind), &floats.join(", "));
    // What the page itself saves beside weights.
    let has_run = RUN.iter().all(|own| found.left.iter().any(|name| name == own));
    let begin = if has_run { format!("{begin} {}", words().run_beside) } else { begin };
    let is_left = |name: &&str| !(has_run && RUN.contains(name));
    let left: Vec<&str> = found.left.iter().map(String::as_str).filter(is_left).collect();
    let names = left.iter().take(NAMES).copied().collect::<Vec<_>>().join(", ");
    match left.len() {
        0 => begin,
        n if n <= NAMES => format!("{begin} {} {}", models::left_out(&names), words().head_unused),
        n => format!("{begin} {} {}", models::left_more(&names, n - NAMES), words().head_unused),
    }
}

fn note(note: &Note) -> &'static str {
    let words = words();
    match note {
        Note::NoBiases => words.no_biases,
        Note::TanhAssumed => words.tanh_assumed,
        Note::SigmoidAssumed => words.sigmoid_assumed,
        Note::ResetBefore => words.reset_before,
        Note::ResetAfterAssumed => words.reset_after_assumed,
        Note::StartAssumed => words.start_assumed,
        Note::GatesReordered => words.gates_reordered,
    }
}

/// What a network is, and what was decided about it.
pub fn network(model: &Model) -> String {
    let own = named(&model.net);
    let own = if model.name.is_empty() { own } else { models::named(&model.name, &own) };
    let mut said = vec![models::standing(&own)];
    if model.form.relu {
        said.push(words().relu.to_owned());
    }
    said.extend(model.notes.iter().map(|own| note(own).to_owned()));
    if model.net.units > MOST_UNITS {
        said.push(models::large(model.net.units, MOST_UNITS));
    }
    said.join(" ")
}

fn shape(sides: &[usize]) -> String {
    match sides {
        [] => "()".to_owned(),
        _ => sides.iter().map(usize::to_string).collect::<Vec<_>>().join(" × "),
    }
}

/// Why a file gives no network, and what to do.
pub fn fault(file: &str, fault: &Fault) -> String {
    match fault {
        Fault::Pickle => words().pickle.to_owned(),
        Fault::Unknown(begin) => models::unknown(file, begin),
        Fault::CutOff { expected, found } => models::cut_off(file, *expected as f64, *found as f64),
        Fault::Head { said, found } => models::head_long(file, *said as f64, *found as f64),
        Fault::Damaged(cause) => models::damaged(file, cause),
        Fault::TooMany(found) => models::many(file, *found as f64, MOST_NUMBERS),
        Fault::NoNetwork(names) if names.is_empty() => models::none_at_all(file),
        Fault::NoNetwork(names) => models::none(file, &names.join(", ")),
        Fault::Missing(tensor) => models::missing(tensor),
        Fault::Shape { tensor, found, expected } => models::shape(tensor, &shape(found), &shape(expected)),
        Fault::NoCell { tensor, found } => models::no_cell(tensor, &shape(found)),
        Fault::NotFinite { tensor, place } => models::not_finite(tensor, *place + 1),
        Fault::Unsupported(what) => match what {
            Unsupported::BothDirections(tensor) => models::both_directions(tensor),
            Unsupported::Projection(tensor) => models::projection(tensor),
            Unsupported::Layer { layer, has } => models::layer_has(layer, has),
            Unsupported::Layers(found) => models::layers(*found, MOST_LAYERS),
            Unsupported::Kind { tensor, kind } => models::kind(tensor, kind),
        },
    }
}
