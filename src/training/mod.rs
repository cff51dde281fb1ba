//! Training as the page does it: what is chosen, one cell's run of it step by step, what it leaves behind, and the
//! pictures of that.

mod ablations;
mod controls;
mod draw;
mod example;
mod forecast;
mod history;
mod identity;
mod orders;
pub mod own;
mod parts;
mod saved;
mod session;
mod setup;
mod writing;

pub use ablations::{ABLATIONS, Ablation};
pub use controls::{controls, task_name};
pub use draw::{Extent, Standing, awaited, lane, no_data, no_worker};
pub use identity::{RUN, framed, unframed};
pub use orders::Standing as Orders;
pub use parts::Share;
pub use saved::saved_step;
pub use session::{Checkpoint, Session, Status};
pub use setup::{Problem, Setup, TEMPERATURE, temperature};
