//! What page and workers say to each other.
//!
//! [`Request`] and [`Answer`] go between them; a [`Client`] is a worker as whoever started it sees it.

mod client;
mod message;
mod wire;

pub use client::{Client, Phase, Start, cause_of};
pub use message::*;
pub use wire::{numbers_of, opened, sealed, write_numbers};
