//! The texts of the page without a network: what of it is kept, and that another version has come.

use crate::format::{Digits, Group, Measure};
use crate::nouns::FILE;

prose!("offline");

messages! {
    core(bytes: f64 => size): "The page opens without a network: this browser keeps its {bytes}.";
    some(kept: usize, all: usize => files, bytes: f64 => size): "Of data, trained weights and what opens models it keeps what you have used: {kept} of {all}, {bytes}.";
    all(n: usize => files, bytes: f64 => size): "It keeps all data and trained weights, and what opens models, as well: {n}, {bytes}.";
    more(bytes: f64 => size): "Keep everything for offline use ({bytes})";
    progress(kept: usize, all: usize => files): "{kept} of {all}";
    failed(n: usize => files, cause: &str): "{n} could not be had yet ({cause}). Press again to go on.";
}

fn files(n: usize) -> String {
    FILE.counted(n)
}

fn size(bytes: f64) -> String {
    Group::new(Measure::Bytes, [bytes]).write(bytes, Digits::Headline)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_files_are_told_with_their_units() {
        assert_eq!(more(2_790_000.0), "Keep everything for offline use (2.8\u{202f}MB)");
        assert_eq!(progress(12, 1), "12 of 1\u{a0}file");
        assert_eq!(failed(3, "404"), "3\u{a0}files could not be had yet (404). Press again to go on.");
    }
}
