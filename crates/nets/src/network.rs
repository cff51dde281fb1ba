//! What is found in a file: networks, and what was decided about them.

use engine::trace::Parameters;
use serde::{Deserialize, Serialize};

use crate::tensor::Float;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// `.safetensors`.
    Safetensors,
    /// `.npz`.
    Npz,
    /// Keras' `.weights.h5` and `.keras`.
    Keras,
    /// `.onnx`.
    Onnx,
}

/// What was decided about a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// It has no biases: they are 0.
    NoBiases,
    /// A file does not say whether an RNN has tanh or ReLU: tanh is taken.
    TanhAssumed,
    /// A file does not say whether gates are σ or the hard sigmoid: σ is taken.
    SigmoidAssumed,
    /// One bias: the GRU applies its reset gate before the product.
    ResetBefore,
    /// Without a bias a file does not say where the reset gate is applied: after the product is taken.
    ResetAfterAssumed,
    /// The state before the first step is worked out by the rest of the model: 0 is taken.
    StartAssumed,
    /// The gates stood in another order.
    GatesReordered,
}

/// A network: its layers from below, in PyTorch's order of gates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// Its name in the file; may be empty.
    pub name: String,
    /// Its layers.
    pub layers: Vec<Parameters>,
    /// What was decided.
    pub notes: Vec<Note>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The kind of the file.
    pub kind: Kind,
    /// Its networks; at least one.
    pub networks: Vec<Network>,
    /// Tensors that belong to none, by name.
    pub left: Vec<String>,
    /// How wide its numbers are.
    pub floats: Vec<Float>,
}
