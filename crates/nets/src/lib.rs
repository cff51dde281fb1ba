//! Recurrent networks in the files of other libraries. A file becomes tensors (`safetensors.rs`, `npz.rs`), tensors become a
//! network by their names and shapes (`torch.rs`, `keras.rs`), and what is no network, or none that this page has, is refused
//! with the names and the sizes that say why. Nothing is ever half read.

mod assemble;
mod fault;
mod keras;
mod npz;
mod safetensors;
mod tensor;
mod torch;

pub use assemble::{Found, Kind, Network, Note, read};
pub use fault::{Fault, Unsupported};
pub use tensor::{Float, Tensor, Tensors};

/// The most layers of a network.
pub const MOST_LAYERS: usize = 4;
