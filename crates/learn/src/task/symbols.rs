//! The symbols of the tasks that have no words.

/// Symbols by number.
#[must_use]
pub fn letter(number: usize) -> &'static str {
    ["A", "B", "C", "D", "E", "F", "G", "H", "·", "go"].get(number).copied().unwrap_or_default()
}
