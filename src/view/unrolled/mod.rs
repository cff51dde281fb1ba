//! A network unrolled into a chain of cells, with its roads: the Lab's top row, and the figure of the picture of roads.

mod above;
mod chain;
mod drawn;
mod figure;
mod names;
mod outline;
mod row;
mod told;
mod unroll;

pub use above::Above;
pub use figure::UnrolledFigure;
pub use row::Row;
