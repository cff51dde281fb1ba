//! The names that keys of the address take, a list for each such key, in the order in which the page lists them. The table of keys
//! refers to them, and other crates hold what they define to them.

use engine::trace::{CellKind, Quantity};

/// The sequences, in the order of the list.
pub const SEQUENCES: [&str; 15] = [
    "sentence",
    "words",
    "characters",
    "csv",
    "impulse",
    "adding",
    "copy",
    "co2",
    "sunspots",
    "sst",
    "weather",
    "speech",
    "clicks",
    "frames",
    "example",
];

/// The picture of what hears what.
pub const HEARS: &str = "hears";

/// The pictures of the laboratory.
pub const PICTURES: [&str; 20] = [
    "chain",
    "roads",
    "spectrum",
    "saturation",
    "triangle",
    HEARS,
    "cures",
    "ablation",
    "unit",
    "why",
    "edit",
    "data",
    "gates",
    "fork",
    "halflives",
    "kept",
    "draws",
    "after",
    "space",
    "brackets",
];

/// What the bracket counter’s units are compared with.
pub(super) const FOLLOWED: [&str; 3] = ["depth", "quotes", "position"];

/// What the picture of one unit at rest runs along.
pub(super) const ALONG: [&str; 2] = ["weight", "bias"];

/// The tasks to learn, in the order of the list.
pub const TASKS: [&str; 25] = [
    "adding",
    "copy",
    "recall",
    "order",
    "parity",
    "brackets",
    "agreement",
    "characters",
    "own_text",
    "next_word",
    "sentiment",
    "speech_parts",
    "entities",
    "translation",
    "speech",
    "frames",
    "clicks",
    "co2",
    "sunspots",
    "sst",
    "weather",
    "hourly",
    "employment",
    "market",
    "own_series",
];

/// Initialisation schemes.
pub const SCHEMES: [&str; 6] = ["pytorch", "xavier", "orthogonal", "identity", "chrono", "nonnormal"];

/// Optimisers.
pub const RULES: [&str; 5] = ["adam", "adamw", "rmsprop", "momentum", "sgd"];

/// Learning-rate schedules.
pub const SCHEDULES: [&str; 4] = ["constant", "cosine", "halving", "warmup"];

/// Roads of the gradient, each with its cell: `lstm.carry`.
pub(super) const ROADS: [&str; 10] = [
    "rnn.recurrent",
    "lstm.carry",
    "lstm.forget",
    "lstm.input",
    "lstm.candidate",
    "lstm.output",
    "gru.carry",
    "gru.new",
    "gru.update",
    "gru.reset",
];

/// The parts of the page, and the controls, that `hide=` can hide.
pub const BLOCKS: [&str; 12] = [
    "views",
    "actions",
    "controls",
    "more",
    "pictures",
    "rail",
    "transport",
    "sequence",
    "units",
    "gain",
    "bias",
    "length",
];

/// The parts of a lane that can be in focus, in any cell.
pub(super) fn all_parts() -> Vec<&'static str> {
    let states = [Quantity::Cell, Quantity::Hidden];
    let gates = CellKind::ALL.into_iter().flat_map(|cell| cell.gates()).copied();
    states.into_iter().chain(gates).map(Quantity::key).chain(["gradient", "token"]).collect()
}

/// The results of non-linearities, in any cell.
pub(super) fn quantities() -> Vec<&'static str> {
    use Quantity::{Candidate, CellTanh, Hidden, New};
    let gates = CellKind::ALL.into_iter().flat_map(|cell| cell.gates()).copied();
    gates.chain([Hidden, Candidate, CellTanh, New]).map(Quantity::key).collect()
}

/// The blocks of rows of the weights, in any cell.
pub(super) fn blocks() -> Vec<&'static str> {
    CellKind::ALL.into_iter().flat_map(|cell| cell.blocks()).map(|block| block.key()).collect()
}
