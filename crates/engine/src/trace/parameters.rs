//! The weights of one recurrent layer, in PyTorch's names and layout; their gradients have the same form.

use nalgebra::{DMatrix, DVector};

use super::{CellKind, Form, Quantity};

/// The parameters of one layer. Rows are stacked gate by gate in PyTorch's order
/// (LSTM: i, f, g, o; GRU: r, z, n); C is the number of gates, H hidden units, I inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// Which cell these weights are of.
    pub cell: CellKind,
    /// How it differs from the standard one.
    pub form: Form,
    /// `weight_ih_l0`, C·H × I.
    pub weight_ih: DMatrix<f64>,
    /// `weight_hh_l0`, C·H × H.
    pub weight_hh: DMatrix<f64>,
    /// `bias_ih_l0`, C·H.
    pub bias_ih: DVector<f64>,
    /// `bias_hh_l0`, C·H.
    pub bias_hh: DVector<f64>,
}

impl Parameters {
    /// All zeros, for a cell with `input` inputs and `hidden` units.
    #[must_use]
    pub fn zeros(cell: CellKind, input: usize, hidden: usize) -> Self {
        let rows = cell.blocks().len() * hidden;
        Self {
            cell,
            form: Form::default(),
            weight_ih: DMatrix::zeros(rows, input),
            weight_hh: DMatrix::zeros(rows, hidden),
            bias_ih: DVector::zeros(rows),
            bias_hh: DVector::zeros(rows),
        }
    }

    /// Number of hidden units H.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.weight_hh.ncols()
    }

    /// Number of inputs I.
    #[must_use]
    pub fn input(&self) -> usize {
        self.weight_ih.ncols()
    }

    /// How many numbers there are to learn.
    #[must_use]
    pub fn count(&self) -> usize {
        self.weight_ih.len() + self.weight_hh.len() + self.bias_ih.len() + self.bias_hh.len()
    }

    /// The four weights as plain numbers, matrices column by column.
    #[must_use]
    pub fn numbers(&self) -> [&[f64]; 4] {
        [self.weight_ih.as_slice(), self.weight_hh.as_slice(), self.bias_ih.as_slice(), self.bias_hh.as_slice()]
    }

    /// The same, to be written.
    pub fn numbers_mut(&mut self) -> [&mut [f64]; 4] {
        [
            self.weight_ih.as_mut_slice(),
            self.weight_hh.as_mut_slice(),
            self.bias_ih.as_mut_slice(),
            self.bias_hh.as_mut_slice(),
        ]
    }

    /// The first row of the gate whose pre-activation is `pre_activation`.
    ///
    /// # Panics
    /// If the cell has no such gate.
    #[must_use]
    pub fn row(&self, pre_activation: Quantity) -> usize {
        let block = self.cell.blocks().iter().position(|&q| q == pre_activation);
        block.unwrap_or_else(|| panic!("{:?} has no {pre_activation:?}", self.cell)) * self.hidden()
    }
}
