//! The weights of a whole network, as PyTorch names and lays them out. Training begins with them, and gives them and their gradients
//! back in this form.

use crate::trace::Parameters;
use nalgebra::DMatrix;

/// All weights of a network, in PyTorch's names and layout: layers from the input up, and a linear read-out.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// The layers; of the encoder, if there is a decoder.
    pub layers: Vec<Parameters>,
    /// The decoder's layers, as many and as wide; it begins with the encoder's last state.
    pub decoder: Vec<Parameters>,
    /// `head.weight`, O × H.
    pub head: DMatrix<f64>,
    /// `head.bias`, O.
    pub head_bias: Vec<f64>,
}

impl Weights {
    /// The number of parameters.
    #[must_use]
    pub fn count(&self) -> usize {
        let layers = self.layers.iter().chain(&self.decoder);
        layers.map(Parameters::count).sum::<usize>() + self.head.len() + self.head_bias.len()
    }
}
