//! Unrolled: RNN, LSTM and GRU stepped side by side, with their true gradients.
//!
//! The map of the crate, and who may import whom:
//!
//! - [`trace`]: what one run recorded, as data and pure queries. Imports nothing of ours.
//! - [`engine`]: pure arithmetic that makes a [`trace::Trace`]. Imports `trace`.
//! - [`task`]: the sequences a network reads. Imports nothing of ours.
//! - [`playback`]: play, pause, step and seek in both passes: a pure reducer. Imports `trace`.
//! - [`keys`]: the one table of keys: what each takes, what it changes, what it is for.
//! - [`settings`]: every choice a person makes, typed, by those keys. Imports the three above.
//! - [`address`]: those choices to and from the address bar.
//! - [`command`]: what a person can ask for besides, and what is in view. Imports `settings`.
//! - [`parts`]: what a worker draws of the page, as it travels.
//! - [`lab`]: the façade through which the page runs the engine: settings in, three traces out.
//! - `laboratory`: pictures that take the chain of gradients apart, written as
//!   HTML and SVG in the worker.
//! - `training`: a run of training, what is chosen for it, what it leaves behind, its lane.
//! - `results`: sweeps of many runs; the papers, redone.
//! - `choose`: questions, and advice by a table of rules.
//! - `compare`: what is said of the three cells beside what is measured here.
//! - `lesson`: pages of prose beside live figures; their numbers are worked out here.
//! - [`mod@format`]: how numbers are written.
//! - [`sentences`]: what is said of a run, by what was measured.
//! - [`words`]: the page's prose, in one place, ready for translation.
//! - `chart` (in a browser): one figure a file, drawn on any plotters backend or as pixels.
//! - `worker` (in a browser): the engine off the page's thread: protocol, host, client.
//! - `view` (in a browser): Leptos components. Like `chart`, they read traces and never the engine.

pub mod choose;
pub mod compare;
pub mod laboratory;
pub mod lesson;
pub mod parts;
pub mod results;
pub mod training;

#[cfg(target_arch = "wasm32")]
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod worker;
