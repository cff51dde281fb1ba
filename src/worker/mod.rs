//! The engine off the page's thread, so that the page stays free for the hand that drags.
//!
//! [`serve`] runs in the worker, [`Client`] in the page; [`Request`] and [`Reply`] go between them.

mod client;
mod host;
mod protocol;

pub use client::Client;
pub use host::serve;
pub use protocol::{Reply, Request};
