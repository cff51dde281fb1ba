//! What is said of what a person takes along from the Lab.

use crate::format::setting;

prose!("along");

messages! {
    embeddings_title(numbers: usize);
    cell_title(cell: &str, step: usize, word: &str, unit: usize);
    form(library: &str, cell: &str, lacks: &str);
    lack_frozen(gate: &str, at: f64 => plain);
    lack_units(units: &str);
    saved(name: &str);
    stopped(cause: &str);
}

fn plain(x: f64) -> String {
    setting(x, false)
}
