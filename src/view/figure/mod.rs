//! Figures in the page: a chart or a map on a canvas, with what stands at a place, and all its numbers behind it.

mod chart;
mod handle;

mod looked;
mod map;
mod near;
mod numbers;
mod paper;
mod paths;
mod plane;
mod rounds;
mod sheet;
mod take;
mod told;
mod width;

pub use chart::ChartFigure;
pub use handle::Handle;
pub use map::{MapFigure, Place, hues};
pub use numbers::Numbers;
pub use paper::{on_paper, on_paper_along, on_paper_in_rows, take_away};
pub use paths::PathsFigure;
pub use plane::PlaneFigure;
pub use rounds::RoundsFigure;
pub use sheet::{on_sheet, over, painted};
pub use take::{Marks, TakeOf, Takes};
pub use told::Told;
pub use width::width;
