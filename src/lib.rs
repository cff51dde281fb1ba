//! Unrolled: RNN, LSTM and GRU stepped side by side, with their true gradients.
//!
//! The map of the crate, and who may import whom:
//!
//! - [`trace`]: what one run recorded, as data and pure queries. Imports nothing of ours.
//! - [`engine`]: pure arithmetic that makes a [`trace::Trace`]. Imports `trace`.
//! - [`task`]: the sequences a network reads. Imports `trace`.
//! - [`settings`]: every choice a person makes, to and from the address. Imports `task` and `playback`.
//! - [`playback`]: play, pause, step and seek in both passes: a pure reducer.
//! - [`lab`]: the façade through which the page runs the engine: settings in, three traces out.
//! - [`words`]: the page's prose, in one place, ready for translation.
//! - [`format`]: how numbers are written.
//! - `chart` and `view` (feature `ui`): figures and components. They read traces, never the engine.

pub mod engine;
//pub mod format;
//pub mod lab;
//pub mod playback;
//pub mod settings;
//pub mod task;
pub mod trace;
//pub mod words;

//pub mod chart;
//pub mod view;
