//! Geometry and drawing of the page's figures, one figure a file. Charts draw on any plotters backend; dense
//! maps are pixels. This crate does not know the page.

mod lane;
mod palette;
mod reach;
mod scale;
pub mod text;

pub use lane::{Band, LaneLayout, LanePixels, lane_pixels, state_pixels};
pub use palette::{Palette, Ramp, Rgb};
pub use reach::{Curve, ReachChart, draw as draw_reach};
pub use scale::LogScale;
pub use text::Face;
