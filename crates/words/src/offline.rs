//! The texts of the page without a network: what of it is kept, and that another version has come.

use crate::format::{Digits, Group, Measure};

prose!("offline");

messages! {
    core(bytes: f64 => size);
    some(kept: usize, all: usize => counted, bytes: f64 => size);
    all(n: usize => counted, bytes: f64 => size);
    more(bytes: f64 => size);
    progress(kept: usize, all: usize => counted);
    failed(n: usize => counted, cause: &str);
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
