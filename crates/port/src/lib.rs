//! Messages between the page and its workers.
//!
//! A [`Request`] goes to a worker, an [`Answer`] comes back. A [`Client`] is the handle on a worker that its starter holds.

mod client;
pub mod exchange;
mod language;
mod message;
mod parcel;
mod spoken;
mod wire;

pub use client::{Client, Phase, Start, cause_of};
pub use language::speak;
pub use message::*;
pub use parcel::Parcel;
pub use spoken::{Said, Speaks, Word};
pub use wire::{numbers_of, opened, sealed, write_numbers};
