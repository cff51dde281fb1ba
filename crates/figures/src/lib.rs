//! Geometry and drawing of the page's figures. A chart is data ([`Chart`]) that one renderer draws on any plotters
//! backend, through [`Drawing`]; [`charts`] makes the page's charts of numbers, one a file. Dense maps are pixels. This
//! crate does not know the page.

mod axis;
mod backend;
pub mod calendar;
mod chart;
pub mod charts;
mod clip;
pub mod diagram;
mod due;
mod family;
mod lane;
mod layout;
mod map;
mod names;
mod palette;
mod paths;
mod plane;
mod read;
mod record;
mod render;
mod returning;
mod rounds;
mod scale;
mod strip;
mod style;
mod svg;
pub mod text;
mod turns;
mod unrolled;
mod worksheet;

pub use axis::{Axes, Axis, Format, Group, Scale, Tick};
pub use backend::{Drawing, FINE, Fault, Medium};
pub use chart::{Chart, Extent, Flag, Point, Reference, Role, Rug, Series, Shape, Side};
pub use due::Due;
pub use family::families;
pub use lane::{Band, LaneLayout, LanePixels, Rows, lane_pixels, state_pixels};
pub use layout::{Layout, Margins};
pub use map::{Legend, Map, Tones};
pub use palette::{Palette, Ramp, Rgb};
pub use paths::{Arrow, Dot, Ground, Guide, Holds, Path, Paths, Pin};
pub use plane::{Plane, Set, Spot};
pub use read::{Direction, Reading, Table, Value, read, reading, step, step_named, table};
pub use record::{Drawn, Mark, Record, Text, record};
pub use render::{draw, spoken};
pub use returning::{Inside, Stretch, inside, link, returning, samples};
pub use rounds::Rounds;
pub use scale::LogScale;
pub use strip::{Strip, Strips};
pub use style::{Align, Letters, Paint, Stroke};
pub use svg::svg;
pub use text::Face;
pub use turns::Turns;
pub use unrolled::{Arrival, Piece, Places, Rect, Way, arrivals, openings, valve};
pub use worksheet::{beside, map_on_paper, paths_on_paper};
