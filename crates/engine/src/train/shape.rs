//! How a layer's weights and states lie in memory: padded to whole vectors, with the state before, a 1 for
//! the bias, and the input one after the other, so that one product takes them all in.
//!
//! A state s = \[h; 1; x\] has `stride` features, h padded to `hidden`. A row of weights is as long, and a
//! layer's gates are blocks of `hidden` rows, in PyTorch's order; but the GRU's new state has two blocks, u =
//! W_hn h + b_hn and n with W_in x + b_in, since r stands between them. Padded units have no weights: their h
//! and all gradients stay 0. The second of PyTorch's two biases stands behind the matrix, a number a row.

use crate::trace::{CellKind, Parameters};

/// Features are padded to a multiple of this.
const WHOLE: usize = 8;

/// One layer's shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The cell.
    pub cell: CellKind,
    /// Inputs I.
    pub inputs: usize,
    /// Hidden units H, without padding.
    pub units: usize,
    /// Hidden units with padding.
    pub hidden: usize,
    /// Features of a state, which is also the length of a row of weights.
    pub stride: usize,
    /// Rows of weights.
    pub rows: usize,
}

/// `n` rounded up to the padding.
#[must_use]
pub fn padded(n: usize) -> usize {
    n.next_multiple_of(WHOLE)
}

impl Shape {
    /// The shape of a layer of `units` hidden units on `inputs` inputs.
    #[must_use]
    pub fn new(cell: CellKind, inputs: usize, units: usize) -> Self {
        let hidden = padded(units);
        let blocks = match cell {
            CellKind::Rnn => 1,
            CellKind::Lstm | CellKind::Gru => 4,
        };
        Self { cell, inputs, units, hidden, stride: padded(hidden + 1 + inputs), rows: blocks * hidden }
    }

    /// The index of x's first feature in a state.
    #[must_use]
    pub fn x(&self) -> usize {
        self.hidden + 1
    }

    /// The number of floats for all parameters, padding included.
    #[must_use]
    pub fn size(&self) -> usize {
        self.rows * (self.stride + 1)
    }

    /// Calls `pair` with each of PyTorch's parameters and its index among this layer's numbers.
    fn pairs(&self, parameters: &Parameters, mut pair: impl FnMut(Name, usize)) {
        let Self { inputs, units, hidden, stride, rows, .. } = *self;
        let gru = self.cell == CellKind::Gru;
        for block in 0..parameters.weight_hh.nrows() / units {
            // The new state's hidden side has a block of its own, and its input side the one after.
            let parts = gru && block == 2;
            for unit in 0..units {
                let from = block * units + unit;
                let (hidden_row, input_row) = (block * hidden + unit, (block + usize::from(parts)) * hidden + unit);
                (0..units).for_each(|k| pair(Name::WeightHh(from, k), hidden_row * stride + k));
                (0..inputs).for_each(|k| pair(Name::WeightIh(from, k), input_row * stride + hidden + 1 + k));
                pair(Name::BiasIh(from), input_row * stride + hidden);
                pair(Name::BiasHh(from), if parts { hidden_row * stride + hidden } else { rows * stride + hidden_row });
            }
        }
    }

    /// Passes each of PyTorch's parameters with its index to `put`.
    pub fn write(&self, parameters: &Parameters, mut put: impl FnMut(usize, f64)) {
        self.pairs(parameters, |name, place| {
            put(
                place,
                match name {
                    Name::WeightIh(i, k) => parameters.weight_ih[(i, k)],
                    Name::WeightHh(i, k) => parameters.weight_hh[(i, k)],
                    Name::BiasIh(i) => parameters.bias_ih[i],
                    Name::BiasHh(i) => parameters.bias_hh[i],
                },
            );
        });
    }

    /// Collects PyTorch's parameters, which `get` returns by index.
    pub fn read(&self, get: impl Fn(usize) -> f64) -> Parameters {
        let empty = Parameters::zeros(self.cell, self.inputs, self.units);
        let mut parameters = empty.clone();
        self.pairs(&empty, |name, place| {
            let number = get(place);
            match name {
                Name::WeightIh(i, k) => parameters.weight_ih[(i, k)] = number,
                Name::WeightHh(i, k) => parameters.weight_hh[(i, k)] = number,
                Name::BiasIh(i) => parameters.bias_ih[i] = number,
                Name::BiasHh(i) => parameters.bias_hh[i] = number,
            }
        });
        parameters
    }
}

/// One of PyTorch's parameters.
enum Name {
    WeightIh(usize, usize),
    WeightHh(usize, usize),
    BiasIh(usize),
    BiasHh(usize),
}
