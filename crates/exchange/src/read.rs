//! The networks of a file, made ready to be kept.

use model::lab::{mark, packed};
use model::settings::Net;
use nets::{Fault, Network};
use port::exchange::{Found, Model};

/// Reads a file.
///
/// # Errors
/// Why it gives no network.
pub fn read(bytes: &[u8]) -> Result<Found, Fault> {
    let nets::Found { kind, networks, left, floats } = nets::read(bytes)?;
    Ok(Found { kind, floats, left, networks: networks.into_iter().filter_map(model).collect() })
}

/// A network under the name that the page gives it; none of one without layers, which no reader makes.
fn model(network: Network) -> Option<Model> {
    let first = network.layers.first()?;
    let net = Net {
        cell: first.cell,
        layers: network.layers.len(),
        inputs: first.input(),
        units: first.hidden(),
        mark: mark(&network.layers),
    };
    Some(Model { name: network.name, notes: network.notes, net, form: first.form, layers: packed(&network.layers) })
}
