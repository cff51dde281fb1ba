//! Pure arithmetic in f64: cells, initialisation, and backpropagation through time.
//!
//! No web types, no clock, no globals, no input or output; nothing here knows that it is watched.

mod activation;
#[cfg(feature = "train")]
pub mod attention;
mod bptt;
mod cell;
#[cfg(feature = "laboratory")]
pub mod chain;
#[cfg(feature = "laboratory")]
pub mod cure;
#[cfg(feature = "train")]
mod decoder;
mod gru;
mod init;
#[cfg(feature = "laboratory")]
pub mod jacobian;
mod kernel;
mod lstm;
mod rnn;
#[cfg(feature = "laboratory")]
pub mod roads;
#[cfg(feature = "laboratory")]
pub mod spectrum;
#[cfg(feature = "train")]
pub mod train;
#[cfg(feature = "laboratory")]
pub mod unit;

pub use bptt::{Readout, run};
#[cfg(feature = "train")]
pub use bptt::{run_stack, step_by_step};
#[cfg(feature = "train")]
pub use decoder::run_encoder;
pub use init::{Start, embedding, parameters, readout_weights};
