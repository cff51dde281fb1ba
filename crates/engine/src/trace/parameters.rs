//! The weights of one recurrent layer, in PyTorch's names and layout; their gradients have the same form.

use nalgebra::{DMatrix, DVector};
use serde::{Deserialize, Serialize};

use super::{CellKind, Form, Quantity};

/// The parameters of one layer. Rows are stacked gate by gate in PyTorch's order
/// (LSTM: i, f, g, o; GRU: r, z, n); C is the number of gates, H hidden units, I inputs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Kept", into = "Kept")]
pub struct Parameters {
    /// The cell that the weights belong to.
    pub cell: CellKind,
    /// How the cell differs from PyTorch's.
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

/// Parameters as they are kept and sent: shapes, then all numbers in the order of [`Parameters::numbers`].
#[derive(Serialize, Deserialize)]
struct Kept {
    cell: CellKind,
    form: Form,
    input: usize,
    hidden: usize,
    numbers: Vec<f64>,
}

impl From<Parameters> for Kept {
    fn from(own: Parameters) -> Self {
        let (cell, form, input, hidden) = (own.cell, own.form, own.input(), own.hidden());
        Self { cell, form, input, hidden, numbers: own.numbers().concat() }
    }
}

impl TryFrom<Kept> for Parameters {
    type Error = &'static str;

    fn try_from(kept: Kept) -> Result<Self, Self::Error> {
        let Kept { cell, form, input, hidden, numbers } = kept;
        Self::of(cell, form, (input, hidden), &numbers).ok_or("misshapen")
    }
}

impl CellKind {
    /// How many numbers a layer of `hidden` units on `input` inputs learns: C·H·(I + H + 2), since PyTorch has two
    /// biases for each row.
    #[must_use]
    pub const fn parameter_count(self, input: usize, hidden: usize) -> usize {
        self.blocks().len() * hidden * (input + hidden + 2)
    }

    /// The number of hidden units whose `count` comes closest to that of an LSTM with `units`: the smaller of two that
    /// are as close. `count` gives the parameters of a layer, or of a whole network, of that many units of a cell.
    #[must_use]
    pub fn equal_units(self, units: usize, count: impl Fn(Self, usize) -> usize) -> usize {
        let wanted = count(Self::Lstm, units);
        (1..=4 * units).min_by_key(|own| count(self, *own).abs_diff(wanted)).unwrap_or(units)
    }
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

    /// A cell with so many inputs and hidden units, and these numbers in the order of [`Parameters::numbers`]; `None` if they are more
    /// or fewer.
    #[must_use]
    pub fn of(cell: CellKind, form: Form, (input, hidden): (usize, usize), numbers: &[f64]) -> Option<Self> {
        let rows = cell.blocks().len().checked_mul(hidden)?;
        let count = rows.checked_mul(input.checked_add(hidden)?.checked_add(2)?)?;
        // Room is made to the measure of the numbers that are there, never of those that are claimed.
        if count != numbers.len() || input == 0 || hidden == 0 {
            return None;
        }
        let mut own = Self { form, ..Self::zeros(cell, input, hidden) };
        let mut rest = numbers;
        for list in own.numbers_mut() {
            let (first, after) = rest.split_at(list.len());
            list.copy_from_slice(first);
            rest = after;
        }
        Some(own)
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

    /// The number of parameters.
    #[must_use]
    pub fn count(&self) -> usize {
        self.cell.parameter_count(self.input(), self.hidden())
    }

    /// `weight_ih`, `weight_hh`, `bias_ih` and `bias_hh` as slices; matrices column by column.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_of_a_shape_is_that_of_its_numbers() {
        for cell in CellKind::ALL {
            for (input, hidden) in (1..9).flat_map(|input| (1..13).map(move |hidden| (input, hidden))) {
                let numbers: usize = Parameters::zeros(cell, input, hidden).numbers().map(<[f64]>::len).iter().sum();
                assert_eq!(cell.parameter_count(input, hidden), numbers, "{cell:?}, {hidden} units on {input} inputs");
            }
        }
        // PyTorch: sum(p.numel() for p in nn.LSTM(64, 128).parameters()).
        assert_eq!(CellKind::Lstm.parameter_count(64, 128), 99_328);
        assert_eq!(CellKind::Gru.parameter_count(64, 128), 74_496);
    }

    #[test]
    fn equal_units_are_the_lstms_own_and_the_nearest_of_the_others() {
        let layer = |cell: CellKind, units| cell.parameter_count(8, units);
        assert!((1..40).all(|units| CellKind::Lstm.equal_units(units, layer) == units));
        // The LSTM: 4·12·22 = 1056. The RNN: 27·37 = 999, 28·38 = 1064. The GRU: 3·14·24 = 1008, 3·15·25 = 1125.
        assert_eq!([CellKind::Rnn, CellKind::Gru].map(|cell| cell.equal_units(12, layer)), [28, 14]);
        // Of two as near the smaller: 6 and 12 lie as far from an LSTM's 9.
        assert_eq!(CellKind::Gru.equal_units(3, |cell, units| if cell == CellKind::Lstm { 9 } else { 6 * units }), 1);
    }
}
