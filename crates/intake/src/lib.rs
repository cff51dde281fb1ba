//! What a person brings: bytes become a text ([`decode`]), a text becomes a table of numbers over time ([`Reading`]). Nothing
//! is concluded before everything was looked at, and every decision is told as data, so that it can be shown and changed.

mod cells;
mod choices;
mod column;
mod date;
mod decode;
mod grid;
mod head;
mod moment;
mod note;
mod number;
mod order;
mod reading;
mod series;
mod stand_in;
mod unit;

pub use cells::{Cells, Writing, cells, number};
pub use choices::{Choices, DateOrder, Decimal, Separator};
pub use column::Kind;
pub use decode::{Binary, Decoded, Encoding, decode};
pub use grid::Grid;
pub use moment::{Fineness, Moment};
pub use note::{Fault, Found, Left, Note, Why};
pub use reading::{Named, Progress, Reading, Strange, Table, read};
pub use series::{Limits, Series, series};
pub use unit::unit_in;
