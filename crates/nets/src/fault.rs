//! Why a file gives no network.

use serde::{Deserialize, Serialize};

/// The most layers of a network.
pub const MOST_LAYERS: usize = 4;
/// The most numbers of a file: 256 MB of doubles.
pub const MOST_NUMBERS: usize = 1 << 25;

/// What the page's cells do not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unsupported {
    /// A layer reads the sequence in both directions: the name of a tensor that says so.
    BothDirections(String),
    /// An LSTM's hidden state is projected: the name of a tensor that says so.
    Projection(String),
    /// A layer has what the page's cells do not: its name, and what it has, as its library calls it.
    Layer {
        /// The layer.
        layer: String,
        /// What it has: `peepholes`, `recurrent_activation=hard_sigmoid`, `clip`.
        has: String,
    },
    /// More layers than [`MOST_LAYERS`]: so many.
    Layers(usize),
    /// Numbers of this kind, in this tensor.
    Kind {
        /// The tensor.
        tensor: String,
        /// The kind.
        kind: String,
    },
}

/// Why a file gives no network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// It is a pickle, as `torch.save` writes it: a program that would have to be run to be read.
    Pickle,
    /// It is no file of a kind that is read: how it begins, in hexadecimal.
    Unknown(String),
    /// It is shorter than its head says: bytes that it says, and bytes that are there.
    CutOff {
        /// Bytes that the head says.
        expected: u64,
        /// Bytes that are there.
        found: u64,
    },
    /// Its head is said to be longer than the file: bytes of the head, and of the file.
    Head {
        /// The length that is said.
        said: u64,
        /// The bytes of the file.
        found: u64,
    },
    /// It is damaged: what the reader of its kind says.
    Damaged(String),
    /// It holds more numbers than [`MOST_NUMBERS`]: so many.
    TooMany(u64),
    /// No tensor has the name of a recurrent layer: the names that were found.
    NoNetwork(Vec<String>),
    /// A tensor is missing beside others: its name.
    Missing(String),
    /// A tensor has another shape than the rest of its layer asks for.
    Shape {
        /// The tensor.
        tensor: String,
        /// Its shape.
        found: Vec<usize>,
        /// The shape that the others ask for.
        expected: Vec<usize>,
    },
    /// The rows of this tensor are no multiple, by 1, 3 or 4, of its columns: its shape.
    NoCell {
        /// The tensor.
        tensor: String,
        /// Its shape.
        found: Vec<usize>,
    },
    /// A number is not finite: the tensor, and the number's place in it, from 0.
    NotFinite {
        /// The tensor.
        tensor: String,
        /// The place.
        place: usize,
    },
    /// The page's cells do not have this.
    Unsupported(Unsupported),
}
