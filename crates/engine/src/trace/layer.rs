//! The record of one recurrent layer: every quantity at every step, and the gradient of the loss with respect to it.

use super::{CellKind, Parameters, Quantity, Road, Series};

/// One quantity over time, and the total derivative of the loss with respect to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Channel {
    /// The values, T × H (the input x: T × I).
    pub value: Series,
    /// ∂L/∂value: the total through every later step, as PyTorch's `retain_grad` reports it.
    pub gradient: Series,
}

impl Channel {
    /// Zeros: `steps` vectors of `width`.
    #[must_use]
    pub fn zeros(steps: usize, width: usize) -> Self {
        Self { value: Series::zeros(steps, width), gradient: Series::zeros(steps, width) }
    }

    /// Values and gradients as slices, step after step.
    #[must_use]
    pub fn numbers(&self) -> [&[f64]; 2] {
        [self.value.as_slice(), self.gradient.as_slice()]
    }

    /// The same, to be written.
    pub fn numbers_mut(&mut self) -> [&mut [f64]; 2] {
        [self.value.as_mut_slice(), self.gradient.as_mut_slice()]
    }
}

/// Every quantity of a layer, by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Channels(Vec<(Quantity, Channel)>);

impl Channels {
    /// One quantity over time.
    ///
    /// # Panics
    /// If the cell does not compute it.
    #[must_use]
    pub fn get(&self, quantity: Quantity) -> &Channel {
        &self.0[self.place(quantity)].1
    }

    /// Several quantities at once, to be written.
    ///
    /// # Panics
    /// If the cell does not compute one of them, or if one is named twice.
    pub fn many_mut<const N: usize>(&mut self, quantities: [Quantity; N]) -> [&mut Channel; N] {
        let places = quantities.map(|q| self.place(q));
        match self.0.get_disjoint_mut(places) {
            Ok(channels) => channels.map(|(_, channel)| channel),
            Err(_) => panic!("a quantity is named twice in {quantities:?}"),
        }
    }

    /// All quantities: the input, then in the order of computation.
    pub fn iter(&self) -> impl Iterator<Item = &Channel> {
        self.0.iter().map(|(_, channel)| channel)
    }

    /// The same, to be written.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Channel> {
        self.0.iter_mut().map(|(_, channel)| channel)
    }

    fn place(&self, quantity: Quantity) -> usize {
        let place = self.0.iter().position(|(q, _)| *q == quantity);
        place.unwrap_or_else(|| panic!("this cell does not compute {quantity:?}"))
    }
}

/// One layer of one run. The state before the first step is zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// The weights that were used.
    pub parameters: Parameters,
    /// The gradient of the loss with respect to each weight.
    pub parameters_gradient: Parameters,
    /// Every quantity at every step, with its gradient.
    pub channels: Channels,
}

impl Layer {
    /// A layer with nothing computed yet, about to read `x` (T × I).
    ///
    /// # Panics
    /// If the width of `x` is not the number of inputs.
    #[must_use]
    pub fn new(parameters: Parameters, x: Series) -> Self {
        assert_eq!(x.width(), parameters.input(), "x has as many numbers a step as the weights have inputs");
        let (cell, steps, hidden) = (parameters.cell, x.steps(), parameters.hidden());
        let input = Channel { gradient: Series::zeros(steps, x.width()), value: x };
        let computed = cell.quantities().iter().map(|&q| (q, Channel::zeros(steps, hidden)));
        Self {
            parameters_gradient: Parameters::zeros(cell, parameters.input(), hidden),
            channels: Channels(std::iter::once((Quantity::X, input)).chain(computed).collect()),
            parameters,
        }
    }

    /// Which cell it is.
    #[must_use]
    pub fn cell(&self) -> CellKind {
        self.parameters.cell
    }

    /// Number of hidden units H.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.parameters.hidden()
    }

    /// Number of steps T.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.channel(Quantity::X).value.steps()
    }

    /// One quantity over time.
    ///
    /// # Panics
    /// If the cell does not compute it.
    #[must_use]
    pub fn channel(&self, quantity: Quantity) -> &Channel {
        self.channels.get(quantity)
    }

    /// A quantity at step t (from 0).
    #[must_use]
    pub fn value(&self, quantity: Quantity, t: usize) -> &[f64] {
        self.channel(quantity).value.at(t)
    }

    /// ∂L/∂quantity at step t (from 0), total.
    #[must_use]
    pub fn gradient(&self, quantity: Quantity, t: usize) -> &[f64] {
        self.channel(quantity).gradient.at(t)
    }

    /// The gradient of the loss with respect to the state before step t, c or h, through step t alone. At the first
    /// step it is the total gradient with respect to the initial state.
    ///
    /// For c, f_t ⊙ ∂L/∂c_t. For h, W_hhᵀ times the gradients of the pre-activations; for the GRU
    /// and z_t ⊙ ∂L/∂h_t. Closed roads contribute nothing.
    #[must_use]
    pub fn handed_back(&self, state: Quantity, t: usize) -> Vec<f64> {
        let form = self.parameters.form;
        let along = |gate, state| {
            let gates = self.value(gate, t).iter().zip(self.gradient(state, t));
            gates.map(|(gate, g)| if form.closed(Road::Carry) { 0.0 } else { gate * g }).collect::<Vec<_>>()
        };
        if state == Quantity::Cell {
            return along(Quantity::Forget, Quantity::Cell);
        }
        let mut back = match self.cell() {
            CellKind::Gru => along(Quantity::Update, Quantity::Hidden),
            CellKind::Rnn | CellKind::Lstm => vec![0.0; self.hidden()],
        };
        for &block in self.cell().blocks().iter().filter(|block| !form.closed(Road::through(**block))) {
            // The hidden side of the GRU's new state goes through the reset gate.
            let is_new = block == Quantity::NewPre;
            let delta = self.gradient(if is_new { Quantity::NewHidden } else { block }, t);
            let weights = self.parameters.weight_hh.rows(self.parameters.row(block), self.hidden());
            for (unit, (back, column)) in back.iter_mut().zip(weights.column_iter()).enumerate() {
                let sum = column.iter().zip(delta).map(|(w, d)| w * d).sum::<f64>();
                *back += if is_new && form.reset_before { sum * self.value(Quantity::Reset, t)[unit] } else { sum };
            }
        }
        back
    }

    /// LSTM: f_{t+1} ⊙ ∂L/∂c_{t+1}, the gradient with respect to c_t with h_t held fixed. At the last step it is the
    /// gradient from a decoder, or zero without one; it is zero where the road along the cell state is closed.
    #[must_use]
    pub fn cell_carried(&self, t: usize) -> Vec<f64> {
        let form = self.parameters.form;
        if form.closed(Road::Carry) {
            return vec![0.0; self.hidden()];
        }
        if t + 1 == self.steps() {
            // ∂L/∂c_t less its part through h_t. That part is the same product as in the backward pass, so the
            // difference is exactly 0 where nothing else arrives.
            let (read, through) = (self.value(Quantity::CellTanh, t), self.gradient(Quantity::CellTanh, t));
            let slope = |m: f64| if form.linear_output { 1.0 } else { 1.0 - m * m };
            let all = self.gradient(Quantity::Cell, t).iter().zip(read).zip(through);
            return all.map(|((all, m), d)| all - d * slope(*m)).collect();
        }
        let forget = self.value(Quantity::Forget, t + 1);
        let after = self.gradient(Quantity::Cell, t + 1);
        forget.iter().zip(after).map(|(f, g)| f * g).collect()
    }

    /// λ_t: the gradient of the loss with respect to the whole state after step t.
    ///
    /// RNN and GRU: ∂L/∂h_t. LSTM: [∂L/∂h_t ; f_{t+1} ⊙ ∂L/∂c_{t+1}], h_t and c_t taken as
    /// independent, 2H numbers.
    #[must_use]
    pub fn state_gradient(&self, t: usize) -> Vec<f64> {
        let mut lambda = self.gradient(Quantity::Hidden, t).to_vec();
        if self.cell() == CellKind::Lstm {
            lambda.extend(self.cell_carried(t));
        }
        lambda
    }
}
