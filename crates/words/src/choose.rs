//! The prose of Choose.

use crate::format;
use crate::nouns::{HIDDEN_UNIT, NUMBER};

prose!("choose");

messages! {
    wrong(found: &str, default: usize): "Found {found}; expected a whole number from 1 to 1024. {default} is used.";
    sizes(units: usize => units_of, inputs: usize => numbers_of): "What it takes, with {units} and {inputs} per step";
    estimate(basis: &str): "The times are estimates, not measurements: {basis}";
    formula(blocks: usize, units: usize, inputs: usize, count: usize => format::count): "{blocks} × {units} × ({inputs} + {units} + 2) = {count}";
}

fn units_of(n: usize) -> String {
    HIDDEN_UNIT.counted(n)
}

fn numbers_of(n: usize) -> String {
    NUMBER.counted(n)
}
