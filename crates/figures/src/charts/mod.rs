//! The page's charts, one a file: numbers in, a chart out.

mod chain;
mod compare;
mod left;
mod loss;
mod roads;
mod sides;
mod spectrum;

pub use chain::{ChainOf, chain, factors};
pub use compare::{Ends, accuracy, cost};
pub use left::{Left, gradient_left};
pub use loss::{Run, Sample, extent, losses};
pub use roads::{Shares, shares};
pub use sides::{Beside, Over, sides_left, sides_length};
pub use spectrum::spectrum;
