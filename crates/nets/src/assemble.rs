//! From the bytes of a file to its networks.

use engine::trace::Parameters;
use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::tensor::{Float, Tensors};
use crate::{keras, npz, safetensors, torch};

/// How a zip begins, and how a pickle does.
const ZIP: &[u8] = b"PK\x03\x04";
const PICKLE: u8 = 0x80;
/// The version of a pickle's protocol, at most.
const PROTOCOLS: u8 = 5;
/// How many bytes of an unknown file are told.
const BEGIN: usize = 8;
/// How many names are told where none is that of a network.
const NAMES: usize = 8;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// `.safetensors`.
    Safetensors,
    /// `.npz`.
    Npz,
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

/// Reads the networks of a file. It is never run, and no more room is made than its bytes fill.
///
/// # Errors
/// Why it gives none.
pub fn read(bytes: &[u8]) -> Result<Found, Fault> {
    let (kind, tensors) = tensors(bytes)?;
    let (mut networks, mut used) = torch::networks(&tensors)?;
    if networks.is_empty()
        && let Some((network, own)) = keras::unnamed(&tensors)?
    {
        (networks, used) = (vec![network], own);
    }
    if networks.is_empty() {
        let names = tensors.all.keys().chain(tensors.others.keys());
        return Err(Fault::NoNetwork(names.take(NAMES).cloned().collect()));
    }
    let mut floats: Vec<Float> = used.iter().map(|name| tensors.all[*name].float).collect();
    floats.sort_unstable();
    floats.dedup();
    let left = tensors.all.keys().chain(tensors.others.keys()).filter(|name| !used.contains(&name.as_str()));
    Ok(Found { kind, networks, left: left.cloned().collect(), floats })
}

fn tensors(bytes: &[u8]) -> Result<(Kind, Tensors), Fault> {
    match bytes {
        [PICKLE, ..=PROTOCOLS, ..] => Err(Fault::Pickle),
        _ if bytes.starts_with(ZIP) => {
            let names = npz::names(bytes).unwrap_or_default();
            if names.iter().any(|name| name.ends_with("data.pkl")) {
                return Err(Fault::Pickle);
            }
            Ok((Kind::Npz, npz::read(bytes)?))
        }
        _ if safetensors::is(bytes) => Ok((Kind::Safetensors, safetensors::read(bytes)?)),
        _ => {
            let begin = bytes.iter().take(BEGIN).map(|byte| format!("{byte:02x}"));
            Err(Fault::Unknown(begin.collect::<Vec<_>>().join(" ")))
        }
    }
}
