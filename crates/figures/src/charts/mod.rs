//! The page's charts, one a file: numbers in, a chart out, or paths in a plane.

mod after;
mod ahead;
mod brought;
mod chain;
mod cliff;
mod compare;
mod example;
mod forecast;
mod latch;
mod left;
mod loss;
pub mod maps;
mod norms;
mod redone;
mod roads;
mod runs;
mod sides;
mod spectrum;

pub use after::{AfterOf, CostOf, after, attended, scan_cost};
pub use ahead::{AheadOf, ahead, distances};
pub use brought::brought;
pub use chain::{ChainOf, chain, factors};
pub use cliff::{Descended, cliff};
pub use compare::{Ends, accuracy, cost};
pub use example::{list, probabilities, signal};
pub use forecast::{ForecastOf, forecast};
pub use latch::{Latched, latch};
pub use left::{Left, gradient_left};
pub use loss::{Run, Sample, extent, losses, with_clipped, with_recorded, with_validation};
pub use norms::{NormsOf, norms};
pub use redone::{NetworkOf, RedoneOf, redone};
pub use roads::{Shares, shares, ways};
pub use runs::{Seeds, seeds, seeds_extent};
pub use sides::{Beside, Over, sides_left, sides_length};
pub use spectrum::spectrum;
