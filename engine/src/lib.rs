//! The cells, their gradients and their training: pure arithmetic, without web types, clock or globals.
//!
//! A crate of its own, so that it is compiled for speed, and all that draws for size.
//!
//! - [`trace`]: what one run recorded, as data and pure queries. Imports nothing of ours.
//! - [`engine`]: what makes a [`trace::Trace`]. Imports `trace`.

pub mod engine;
pub mod trace;
