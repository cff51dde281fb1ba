//! The sheets over the page: the list of keys, the numbers behind the lanes, and what is shared.

mod keys;
mod numbers;
mod share;

pub use keys::KeysSheet;
pub use numbers::NumbersSheet;
pub use share::ShareSheet;
