//! The choices a person can make, and the run that follows from them.
//!
//! - [`keys`]: the table of keys. Each key says which values it takes, what it changes and what it is for.
//! - [`settings`]: all choices, typed.
//! - [`address`]: reads and writes settings as they stand in the address bar.
//! - [`sequence`]: the sequences a network reads. It also checks a person's own text and numbers.
//! - [`lab`]: runs the engine. Settings and a sequence in, three traces out.
//! - [`playback`]: the playhead: play, pause, step and seek in both passes, as a pure reducer.
//! - [`command`]: views, and commands such as "train" or "start a sweep".
//! - [`frame`]: what a page around a frame may ask of the figure in it, and what it is told.
//! - [`decades`]: where a number stands on a logarithmic axis.
//! - [`sentences`]: sentences about a run that depend on its numbers.

pub mod address;
pub mod command;
pub mod decades;
pub mod frame;
pub mod keys;
pub mod lab;
pub mod lit;
pub mod playback;
pub mod sentences;
pub mod sequence;
pub mod settings;
