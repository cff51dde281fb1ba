//! The laboratory: pictures that take the chain of gradients apart. Each is one file that turns numbers
//! into HTML and SVG; the worker calls it, and the page puts it in its place.
//!
//! A picture gets a [`measure::Scene`] and what [`measure::measure`] has worked out from it, and gives its parts: what stands
//! inside which element, by its id. It runs no network. A part that has not changed is not sent again, so what is dragged stays
//! in the hand.

mod data;
mod edit;
pub mod keys;
mod list;
mod numbers;
mod sheet;
mod unit;
mod why;

pub use list::{FRAME, is_drawn_by_the_page, parts};
pub use sheet::sheet;
