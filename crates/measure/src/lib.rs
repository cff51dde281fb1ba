//! What a picture of the laboratory shows, worked out from a run: numbers alone, no markup.
//!
//! [`measure`] takes a [`Scene`] and returns the numbers of the open picture as data. Whatever runs a network, descends or
//! decomposes a matrix does it here; `pictures` draws from what comes of it. One file is one picture. [`training`] asks a network
//! that learns what its lane shows.

pub mod ablation;
pub mod chain;
pub mod compare;
pub mod cures;
pub mod edit;
pub mod hears;
mod measured;
mod picture;
pub mod roads;
pub mod saturation;
mod scene;
pub mod spectrum;
pub mod training;
pub mod triangle;
pub mod unit;
pub mod why;

pub use measured::{Measured, measure};
pub use picture::Picture;
pub use scene::Scene;
