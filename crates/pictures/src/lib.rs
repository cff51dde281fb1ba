//! The parts of the page that a worker draws, as HTML and SVG.
//!
//! - [`training`]: Train's controls, and a cell's lane.
//! - [`html`], [`svg`], [`map`]: helpers that write markup, charts and maps.
//! - [`parts`]: a part of the page in a message.
//! - [`patch`]: the difference between a part as sent and as it is now.

pub mod html;
pub mod map;
pub mod parts;
pub mod patch;
pub mod svg;
pub mod training;
