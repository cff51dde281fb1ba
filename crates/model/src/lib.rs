//! What a person may choose, and the run that follows from it.
//!
//! - [`sequence`]: the sequences a network reads; what a person brings is checked there.
//! - [`playback`]: play, pause, step and seek in both passes: a pure reducer.
//! - [`keys`]: the one table of keys: what each takes, what it changes, what it is for.
//! - [`settings`]: every choice a person makes, typed, by those keys.
//! - [`address`]: those choices to and from the address bar.
//! - [`command`]: what a person can ask for besides, and what is in view.
//! - [`lab`]: the façade through which the engine is run: settings in, three traces out.
//! - [`sentences`]: what is said of a run, by what was measured.

pub mod address;
pub mod command;
pub mod keys;
pub mod lab;
pub mod playback;
pub mod sentences;
pub mod sequence;
pub mod settings;
