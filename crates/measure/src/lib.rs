//! The numbers that the laboratory's pictures show, computed from a run. No markup.
//!
//! [`measure`] takes a [`Scene`] and returns the numbers of the open picture as data. Runs of networks, gradient
//! descents and matrix decompositions for a picture are made here; the page draws the results. One file is one
//! picture. [`training`] computes what Train's lanes show of a network in training.

pub mod ablation;
pub mod after;
pub mod brackets;
pub mod chain;
pub mod compare;
pub mod cures;
pub mod data;
pub mod draws;
pub mod edit;
pub mod fork;
pub mod gates;
mod going;
pub mod halflives;
pub mod hears;
pub mod kept;
mod measured;
mod picture;
pub mod roads;
pub mod saturation;
mod scene;
pub mod space;
pub mod spectrum;
pub mod training;
pub mod triangle;
pub mod unit;
pub mod why;
mod work;

pub use going::Going;
pub use measured::{Measured, measure};
pub use picture::{Picture, Purpose};
pub use scene::Scene;
pub use work::{Work, measure_whole};
