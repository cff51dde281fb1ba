//! What is said of what a person takes along from the Lab.

use crate::format::setting;

prose!("along");

messages! {
    embeddings_title(numbers: usize): "The embedding of each word: {numbers} random numbers, from −3 (blue) to +3 (red)";
    cell_title(cell: &str, step: usize, word: &str, unit: usize): "{cell} at step {step}, {word}, unit {unit}";
    form(library: &str, cell: &str, lacks: &str): "The {cell} of {library} does not have this: {lacks}. Take the plain form of the cell, or save the weights.";
    lack_frozen(gate: &str, at: f64 => plain): "the {gate} held at {at}";
    lack_units(units: &str): "layers of different sizes ({units})";
    saved(name: &str): "Saved as {name}.";
    stopped(cause: &str): "The file could not be made ({cause}). Try it again.";
}

fn plain(x: f64) -> String {
    setting(x, false)
}
