//! The engine off the page's thread, so that the page stays free for the hand that drags.
//!
//! [`serve`] runs in the worker, [`Client`] in the page; [`Request`], [`Numbers`] and [`Parts`] go
//! between them.

#[cfg(feature = "train")]
pub mod bench;
mod client;
#[cfg(feature = "train")]
mod course;
#[cfg(feature = "train")]
mod fetched;
#[cfg(feature = "train")]
mod helpers;
#[cfg(feature = "laboratory")]
mod host;
#[cfg(feature = "train")]
mod kept;
#[cfg(feature = "train")]
mod learning;
#[cfg(feature = "train")]
mod own;
mod protocol;
#[cfg(feature = "train")]
mod sweeping;

pub use client::Client;
#[cfg(feature = "laboratory")]
pub use host::serve;
pub use protocol::{Numbers, PATCH, PORT, Parts, Request, rows_of};
