//! What a worker draws of the page, as HTML and SVG.
//!
//! - [`parts`]: a part of the page, as it travels.
//! - [`html`], [`svg`], [`map`]: what pictures are made of.
//! - [`patch`]: of a part that has been sent, what has changed.
//! - [`laboratory`]: pictures that take the chain of gradients apart.
//! - [`training`]: Train's controls, and a cell's lane.

pub mod html;
pub mod laboratory;
pub mod map;
pub mod parts;
pub mod patch;
pub mod svg;
pub mod training;
