//! The page's state: its signals, what changes them, and the workers that make what belongs to them.

pub mod address;
mod changes;
mod compute;
mod course;
mod framed;
mod lanes;
mod later;
mod notice;
mod orders;
mod runs;
mod shared;
mod sight;
mod signals;
mod standing;
mod sweeps;
mod told;
mod training;
mod views;
mod wishes;
mod workers;

pub use changes::{SHEET, pass_of};
pub use notice::Notice;
pub use shared::Shared;
pub use signals::Store;
pub use standing::Later;
pub use views::{in_view, learns};
pub use wishes::{SINGLE_KEYS, SOUND};
