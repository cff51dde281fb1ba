//! Cells, initialisation, backpropagation through time, Jacobians and training: arithmetic alone, in f64 (training in
//! f32).
//!
//! This crate has no web types, no clock, no globals, no input and no output. It records a [`trace::Trace`], and knows
//! nothing of its readers.

mod activation;
pub mod attention;
pub mod axes;
mod bptt;
mod cell;
mod cells;
pub mod chain;
pub mod chance;
pub mod cure;
mod decoder;
pub mod fork;
mod gru;
pub mod halflife;
pub mod hash;
mod init;
pub mod jacobian;
mod kernel;
pub mod linear;
mod lstm;
pub mod pair;
pub mod probe;
mod rnn;
pub mod roads;
pub mod spectrum;
pub mod swap;
pub mod trace;
pub mod train;
pub mod unit;

pub use bptt::{Readout, read, run};
pub use bptt::{run_stack, step_by_step};
pub use decoder::run_encoder;
pub use init::{Start, embedding, parameters, readout_weights};
