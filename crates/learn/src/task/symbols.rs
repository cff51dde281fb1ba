//! The symbols of tasks without words.

/// The symbol with a number (from 0): A to H, the blank, the marker; empty for any other.
#[must_use]
pub fn letter(number: usize) -> &'static str {
    ["A", "B", "C", "D", "E", "F", "G", "H", "·", "go"].get(number).copied().unwrap_or_default()
}
