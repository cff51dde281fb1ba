//! The sheets over the page: the list of keys, and the numbers behind the lanes.

mod keys;
mod numbers;

pub use keys::KeysSheet;
pub use numbers::NumbersSheet;
