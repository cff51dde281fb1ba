//! The engine off the page's thread, so that the page stays free for the hand that drags.
//!
//! [`serve`] runs in the worker, [`Client`] in whoever started it; [`Request`] and [`Answer`] go between them.

#[cfg(feature = "train")]
pub mod bench;
mod client;
#[cfg(feature = "train")]
mod course;
#[cfg(feature = "train")]
mod fetched;
#[cfg(feature = "train")]
mod files;
#[cfg(feature = "train")]
mod helpers;
#[cfg(feature = "laboratory")]
mod host;
#[cfg(feature = "train")]
mod leading;
#[cfg(feature = "train")]
mod learning;
#[cfg(feature = "train")]
mod own;
mod protocol;
#[cfg(feature = "train")]
mod sweeping;

pub use client::{Client, Phase, Start, cause_of};
#[cfg(feature = "laboratory")]
pub use host::serve;
#[cfg(feature = "laboratory")]
pub use protocol::numbers_of;
pub use protocol::{Answer, PORT, Request, RunHead, Settled, opened, sealed, write_numbers};
