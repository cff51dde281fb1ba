//! A training run: its setup, its steps for one cell, what it records, and its saved form.

mod ablations;
mod advance;
mod history;
mod identity;
mod orders;
mod parts;
mod recorded;
mod saved;
mod session;
mod setup;
mod shipped;

pub use engine::hash::fnv1a;

pub use ablations::{ABLATIONS, Ablation, CellPart};
pub use history::Point;
pub use identity::{RUN, framed, unframed};
pub use orders::Standing as Orders;
pub use parts::Share;
pub use recorded::{Behind, Recorded, read_recorded, write_recorded};
pub use saved::{Unread, saved_step};
pub use session::{Checkpoint, Session, Status};
pub use setup::{Problem, Setup, TEMPERATURE, rule, temperature};
pub use shipped::{Shipped, Unusable, read_shipped, write_shipped};
