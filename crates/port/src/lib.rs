//! What page and workers say to each other.
//!
//! [`Request`] and [`Answer`] go between them; a [`Client`] is a worker as whoever started it sees it.

mod client;
mod protocol;

pub use client::{Client, Phase, Start, cause_of};
pub use protocol::*;
