//! What the page asks the program that reads and writes the files of other libraries, and what that answers.

use engine::trace::{CellKind, Form, Parameters, Quantity};
use model::settings::Net;
use nets::{Fault, Float, Kind, Note};
use serde::{Deserialize, Serialize};

use crate::parcel::Parcel;
use crate::spoken::{Said, Speaks, Word};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// The networks of a file, whose bytes come beside this message.
    Read,
    /// A network, and what it reads, as a file; it comes as it was handed on.
    Write(Parcel<Shown>, Format),
    /// Something of a film.
    Film(Film),
}

/// What is asked for while a film is made. Only a browser's worker can make one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Film {
    /// A new film. One that was begun before and is not whole goes.
    Begin(Shape),
    /// The next frame, whose pixels come beside this message: four bytes each, row after row, the last of them unused.
    Frame,
    /// The film as a file of this name.
    End(String),
}

/// The shape of a film.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// Pixels a row; an even number.
    pub width: u32,
    /// Rows; an even number.
    pub height: u32,
    /// Frames a second; at least 1.
    pub rate: u32,
}

/// A network that the page shows, and what it reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// Its layers, from the input up.
    pub layers: Vec<Parameters>,
    /// The weights of each output of its read-out, of length H, and the biases of the outputs; none of a network without one.
    pub head: Option<(Vec<Vec<f64>>, Vec<f64>)>,
    /// What it reads: T × I, step after step.
    pub x: Vec<f64>,
    /// The hidden states of its uppermost layer, as the page shows them: T × H, step after step.
    pub h: Vec<f64>,
    /// What each of the T steps is called.
    pub labels: Vec<String>,
    /// The address at which the page shows it.
    pub address: String,
}

/// The kinds of files that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Weights, inputs and states as `.safetensors`.
    Safetensors(Float),
    /// The same as `.npz`.
    Npz(Float),
    /// A program that loads such a file and prints the hidden states.
    Program(Library),
    /// A Jupyter notebook that does so with PyTorch.
    Notebook,
}

/// A library in which a program is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Library {
    /// PyTorch.
    Pytorch,
    /// Keras 3.
    Keras,
    /// JAX, with Flax.
    Jax,
    /// candle, in Rust.
    Candle,
    /// burn, in Rust.
    Burn,
}

impl Library {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Pytorch, Self::Keras, Self::Jax, Self::Candle, Self::Burn];
}

/// What the program answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// First message: it is ready, with its version.
    Ready(String),
    /// It cannot go on, with the cause.
    Failed(String),
    /// What a file holds, or why it gives no network.
    Read(Result<Found, Fault>),
    /// A file, whose bytes come beside this message.
    Written(Result<File, Unwritten>),
    /// How a film goes.
    Filmed(Result<Filmed, Unfilmed>),
}

/// How far a film is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Filmed {
    /// The next frame can come.
    Next,
    /// It is whole: a file, whose bytes come beside this message.
    Whole(File),
}

/// Why there is no film.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Unfilmed {
    /// The browser has no encoder here, or none for any of the codecs.
    NoEncoder,
    /// The encoder or the writer of the file failed, with what it says.
    Failed(String),
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The kind of the file.
    pub kind: Kind,
    /// How wide its numbers are.
    pub floats: Vec<Float>,
    /// Tensors that belong to no network, by name.
    pub left: Vec<String>,
    /// Its networks; at least one.
    pub networks: Vec<Model>,
}

/// A network of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Its name in the file; may be empty.
    pub name: String,
    /// What was decided.
    pub notes: Vec<Note>,
    /// Its cell, its sizes, and the mark of its numbers: its name in an address.
    pub net: Net,
    /// How its cell differs from PyTorch's.
    pub form: Form,
    /// Its layers, as [`model::lab::packed`] writes them: to be kept.
    pub layers: String,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media: String,
}

/// Why a file is not written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Unwritten {
    /// The library's own layers are not such: the library, the network's cell, and what of it they lack.
    Form(Library, CellKind, Vec<Lack>),
    /// The numbers cannot be written: what the writer says.
    Failed(String),
}

/// What a network has that the layers of a library may lack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Lack {
    /// GRU: the reset gate before the matrix product.
    ResetBefore,
    /// LSTM: the candidate without tanh.
    LinearCandidate,
    /// LSTM: the cell state read without tanh.
    LinearOutput,
    /// LSTM: coupled gates, i = 1 − f.
    Coupled,
    /// A gate held at one number.
    Frozen(Quantity, f64),
    /// Layers of several sizes: the hidden units of each, from the input up.
    Units(Vec<usize>),
}

impl Said for Ask {
    const KIND: u8 = 3;
}

impl Said for Reply {
    const KIND: u8 = 4;
}

impl Speaks for Reply {
    fn word(&self) -> Option<Word<'_>> {
        match self {
            Self::Ready(make) => Some(Word::Ready(make)),
            Self::Failed(cause) => Some(Word::Failed(cause)),
            _ => None,
        }
    }
}
