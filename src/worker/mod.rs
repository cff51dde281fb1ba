//! The engine off the page's thread, so that the page stays free for the hand that drags.
//!
//! [`serve`] runs in the worker, [`Client`] in whoever started it; [`Request`] and [`Answer`] go between them.

mod client;
mod course;
mod fetched;
mod files;
mod helpers;
mod host;
mod leading;
mod learning;
mod own;
mod protocol;
mod sweeping;

pub use client::{Client, Phase, Start, cause_of};
pub use host::serve;
pub use protocol::numbers_of;
pub use protocol::{Answer, PORT, Request, RunHead, Settled, opened, sealed, write_numbers};
