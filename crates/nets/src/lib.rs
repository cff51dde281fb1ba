//! Recurrent networks in the files of other libraries. A file becomes tensors (`safetensors.rs`, `npz.rs`, `hdf5.rs`), tensors become a
//! network by their names and shapes (`torch.rs`, `keras.rs`); a model of ONNX is a graph (`onnx.rs`). What is no network, or none that this page has, is refused
//! with the names and the sizes that say why. Nothing is ever half read.

mod assemble;
mod config;
mod fault;
mod hdf5;
mod keras;
mod network;
mod npz;
mod onnx;
mod safetensors;
mod tensor;
mod torch;
pub mod write;

pub use assemble::read;
pub use fault::{Fault, MOST_LAYERS, MOST_NUMBERS, Unsupported};
pub use network::{Found, Kind, Network, Note};
pub use tensor::{Float, Tensor, Tensors};
