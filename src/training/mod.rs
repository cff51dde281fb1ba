//! Training as the page does it: what is chosen, one cell's run of it step by step, what it leaves behind, and the
//! pictures of that.

mod draw;
mod history;
mod session;
mod setup;
mod words;

pub use draw::{Standing, controls, lane, no_worker};
pub use session::{Checkpoint, Session, Share, Status};
pub use setup::{KEYS, Problem, Setup};
