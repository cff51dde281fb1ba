//! What a page around a frame may ask of the figure in it, and what it is told. A message is an object with the field `unrolled`;
//! here it is a list of its fields, so that all of it is read, checked and tested without a browser. `docs/embedding.md` tells
//! people of it.

mod ask;
mod field;
mod refusal;
mod snippet;
mod told;

pub use ask::{Ask, LONGEST, MOST_FIELDS, Request};
pub use field::{Field, Id, MARK, VERSION};
pub use refusal::{Reason, Refusal};
pub use snippet::{notebook, snippet};
pub use told::{Told, view};

#[cfg(test)]
mod tests;
