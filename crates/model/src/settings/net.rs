//! The name of a network that a person brought: what the page has to know of it before its numbers are there.

use std::fmt;

use engine::trace::CellKind;
use serde::{Deserialize, Serialize};

use crate::keys::MOST_UNITS;

/// The most layers.
pub const MOST_LAYERS: usize = 4;
/// The most inputs.
const MOST_INPUTS: usize = 1 << 20;

/// A network's name in an address, `lstm-2-8-16-0123456789abcdef`: its cell, layers, inputs and hidden units, and the mark of its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Net {
    /// Its cell.
    pub cell: CellKind,
    /// How many layers it has.
    pub layers: usize,
    /// How many numbers it reads at each step.
    pub inputs: usize,
    /// How many hidden units each layer has.
    pub units: usize,
    /// What follows from its numbers, so that no two networks have one name.
    pub mark: u64,
}

impl Net {
    /// Reads a name; `None` if it is none, or that of a network which the Lab cannot show.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let parts: Vec<&str> = name.split('-').collect();
        let [cell, layers, inputs, units, mark] = parts[..] else { return None };
        let within = |text: &str, most: usize| text.parse().ok().filter(|own| (1..=most).contains(own));
        let net = Self {
            cell: CellKind::ALL.into_iter().find(|own| own.key() == cell)?,
            layers: within(layers, MOST_LAYERS)?,
            inputs: within(inputs, MOST_INPUTS)?,
            units: within(units, MOST_UNITS)?,
            mark: u64::from_str_radix(mark, 16).ok()?,
        };
        // One name for each network, so that one file is kept.
        (net.to_string() == name).then_some(net)
    }

    /// The file in which the browser keeps it.
    #[must_use]
    pub fn file(&self) -> String {
        format!("net-{self}")
    }
}

impl fmt::Display for Net {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let Self { cell, layers, inputs, units, mark } = self;
        write!(out, "{}-{layers}-{inputs}-{units}-{mark:016x}", cell.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_it_is_read_from_and_nothing_else_is_one() {
        let net = Net { cell: CellKind::Lstm, layers: 2, inputs: 8, units: 16, mark: 0xabc };
        assert_eq!(net.to_string(), "lstm-2-8-16-0000000000000abc");
        assert_eq!(Net::named(&net.to_string()), Some(net));
        for wrong in [
            "",
            "lstm",
            "lstm-2-8-16-abc",
            "lstm-0-8-16-0000000000000abc",
            "lstm-5-8-16-0000000000000abc",
            "lstm-2-8-999-0000000000000abc",
            "lstm-2-8-+16-0000000000000abc",
            "tcn-2-8-16-0000000000000abc",
            "lstm-2-8-16-0000000000000abc-1",
            "../../net",
        ] {
            assert_eq!(Net::named(wrong), None, "{wrong}");
        }
    }
}
