//! From the bytes of a file to its networks.

use crate::fault::Fault;
use crate::network::{Found, Kind};
use crate::tensor::{Float, Tensors};
use crate::{config, hdf5, keras, npz, onnx, safetensors, torch};

/// How a zip begins, and how a pickle does.
const ZIP: &[u8] = b"PK\x03\x04";
const PICKLE: u8 = 0x80;
/// The version of a pickle's protocol, at most.
const PROTOCOLS: u8 = 5;
/// What a `.keras` file, a zip, holds.
const WEIGHTS: &str = "model.weights.h5";
const CONFIG: &str = "config.json";
/// How many bytes of an unknown file are told.
const BEGIN: usize = 8;
/// How many names are told where none is that of a network.
const NAMES: usize = 8;

/// Reads the networks of a file. It is never run, and no more room is made than its bytes fill.
///
/// # Errors
/// Why it gives none.
pub fn read(bytes: &[u8]) -> Result<Found, Fault> {
    match bytes {
        // The length of a head may begin as a pickle does, but no pickle begins with a length that fits.
        _ if safetensors::fits(bytes) => found(Kind::Safetensors, &safetensors::read(bytes)?),
        [PICKLE, (..=PROTOCOLS), ..] => Err(Fault::Pickle),
        _ if bytes.starts_with(ZIP) => zip(bytes),
        _ if bytes.starts_with(hdf5::BEGIN) => keras(bytes, None),
        _ if safetensors::is(bytes) => found(Kind::Safetensors, &safetensors::read(bytes)?),
        _ if onnx::is(bytes) => {
            let (networks, left, floats) = onnx::read(bytes)?;
            Ok(Found { kind: Kind::Onnx, networks, left, floats })
        }
        _ => {
            let begin = bytes.iter().take(BEGIN).map(|byte| format!("{byte:02x}"));
            Err(Fault::Unknown(begin.collect::<Vec<_>>().join(" ")))
        }
    }
}

/// Of a zip: what NumPy saves, what Keras does, or what PyTorch does, which is a pickle.
fn zip(bytes: &[u8]) -> Result<Found, Fault> {
    let names = npz::names(bytes).unwrap_or_default();
    let has = |ending: &str| names.iter().any(|name| name.ends_with(ending));
    if has("data.pkl") {
        return Err(Fault::Pickle);
    }
    if !has(WEIGHTS) {
        return found(Kind::Npz, &npz::read(bytes)?);
    }
    keras(&npz::unpacked(bytes, WEIGHTS)?, Some(&npz::unpacked(bytes, CONFIG)?))
}

/// Weights of Keras, held to what is said of their layers, beside them or inside.
fn keras(weights: &[u8], said: Option<&[u8]>) -> Result<Found, Fault> {
    let (tensors, inside) = hdf5::read(weights)?;
    let mut own = found(Kind::Keras, &tensors)?;
    if let Some(said) = said.or(inside.as_deref().map(str::as_bytes)) {
        let said = serde_json::from_slice(said).map_err(|error| Fault::Damaged(error.to_string()))?;
        config::check(&said, &mut own.networks)?;
    }
    Ok(own)
}

/// The networks of tensors, by the names of each library.
fn found(kind: Kind, tensors: &Tensors) -> Result<Found, Fault> {
    let (mut networks, mut used) = torch::networks(tensors)?;
    if networks.is_empty() {
        (networks, used) = keras::networks(tensors)?;
    }
    if networks.is_empty()
        && let Some((network, own)) = keras::unnamed(tensors)?
    {
        (networks, used) = (vec![network], own);
    }
    let names = || tensors.all.keys().chain(tensors.others.keys());
    if networks.is_empty() {
        return Err(Fault::NoNetwork(names().take(NAMES).cloned().collect()));
    }
    let mut floats: Vec<Float> = used.iter().map(|name| tensors.all[*name].float).collect();
    floats.sort_unstable();
    floats.dedup();
    let left = names().filter(|name| !used.contains(&name.as_str())).cloned().collect();
    Ok(Found { kind, networks, left, floats })
}
