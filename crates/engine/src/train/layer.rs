//! One layer over a batch of sequences: forward over all steps, and back through time.
//!
//! Buffers lie step after step, panel after panel (see `kernel::tiles`), feature by feature. The state at t is
//! \[h_{t−1}; 1; x_t\]; after a step h_t is written to the state at t + 1.

use super::shape::Shape;
use super::step::{Back, Forward};
use super::{gru, lstm, rnn};
use crate::kernel::real::{LANES, Real, Vector};
use crate::kernel::tiles::{PANEL, Packed, Room, Stretch, add_outer};
use crate::trace::{CellKind, Form};

/// The size of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Steps T.
    pub steps: usize,
    /// Sequences B.
    pub sequences: usize,
}

impl Extent {
    /// Sequences in a panel: 8, or 1 for a batch of one sequence.
    #[must_use]
    pub fn width(self) -> usize {
        if self.sequences == 1 { 1 } else { PANEL }
    }

    /// Panels in a time step.
    #[must_use]
    pub fn panels(self) -> usize {
        self.sequences.div_ceil(self.width())
    }

    /// The index of a feature of a sequence in a time step's panels, which have `features` features each.
    #[must_use]
    pub fn place(self, features: usize, feature: usize, sequence: usize) -> usize {
        let width = self.width();
        (sequence / width * features + feature) * width + sequence % width
    }
}

/// A layer with its buffers: the states, and everything that the backward pass needs of the forward pass.
#[derive(Clone, Debug)]
pub struct Layer<T> {
    /// Its shape.
    pub shape: Shape,
    form: Form,
    extent: Extent,
    /// T + 1 states.
    states: Vec<T>,
    gates: Vec<T>,
    /// LSTM: c, T + 1 times.
    cells: Vec<T>,
    /// LSTM: tanh(c). GRU with the reset before the product: r ⊙ h.
    squashed: Vec<T>,
    /// The part of ∂L/∂h_t that comes from the read-out or the layer above, not from step t + 1.
    arriving: Vec<T>,
    /// ∂L/∂h_t at the present step of the backward pass.
    d_h: Vec<T>,
    /// The part of ∂L/∂c_t from step t + 1.
    d_c: Vec<T>,
    forward: Packed<T>,
    /// GRU: the two halves of the new state.
    forward_u: Packed<T>,
    forward_n: Packed<T>,
    back: Packed<T>,
    /// GRU with the reset before the product: W_hnᵀ, which gives the gradient with respect to r ⊙ h.
    back_n: Packed<T>,
    back_x: Packed<T>,
}

impl<T: Real> Layer<T> {
    /// A layer in a form, with empty buffers.
    #[must_use]
    pub fn new(shape: Shape, form: Form) -> Self {
        let none = Vec::new;
        Self {
            shape,
            form,
            extent: Extent::default(),
            states: none(),
            gates: none(),
            cells: none(),
            squashed: none(),
            arriving: none(),
            d_h: none(),
            d_c: none(),
            forward: Packed::default(),
            forward_u: Packed::default(),
            forward_n: Packed::default(),
            back: Packed::default(),
            back_n: Packed::default(),
            back_x: Packed::default(),
        }
    }

    /// Sizes the buffers for a batch; initial states are 0.
    pub fn fit(&mut self, extent: Extent) {
        if self.extent == extent {
            return;
        }
        self.extent = extent;
        let Shape { hidden, stride, rows, .. } = self.shape;
        let (steps, lanes) = (extent.steps, extent.panels() * extent.width());
        let lstm = if self.shape.cell == CellKind::Lstm { 1 } else { 0 };
        let zeros = |n: usize| vec![T::default(); n * lanes];
        self.states = zeros((steps + 1) * stride);
        self.gates = zeros(steps * rows);
        self.cells = zeros((steps + 1) * hidden * lstm);
        self.squashed = zeros(steps * hidden * if self.reset_before() { 1 } else { lstm });
        self.arriving = zeros(steps * hidden);
        self.d_h = zeros(hidden);
        self.d_c = zeros(hidden * lstm);
        // The bias's 1, for every sequence there is.
        let ones: Vec<usize> = (0..extent.sequences).map(|s| extent.place(stride, hidden, s)).collect();
        for state in self.states.chunks_exact_mut(stride * lanes) {
            ones.iter().for_each(|place| state[*place] = T::of(1.0));
        }
    }

    fn reset_before(&self) -> bool {
        self.shape.cell == CellKind::Gru && self.form.reset_before
    }

    /// The number of floats kept for each step beside the gates.
    fn kept(&self) -> usize {
        self.squashed.len() / self.extent.steps.max(1)
    }

    fn lanes(&self) -> usize {
        self.extent.panels() * self.extent.width()
    }

    /// All numbers of the state at t = \[h_{t−1}; 1; x_t\], panel after panel.
    #[must_use]
    pub fn state(&self, t: usize) -> &[T] {
        let size = self.shape.stride * self.lanes();
        &self.states[t * size..][..size]
    }

    /// Writes x_t of one sequence, number by number.
    pub fn set_x(&mut self, t: usize, sequence: usize, x: impl Iterator<Item = T>) {
        let (stride, first) = (self.shape.stride, self.shape.x());
        let start = t * stride * self.lanes();
        for (k, x) in x.enumerate() {
            self.states[start + self.extent.place(stride, first + k, sequence)] = x;
        }
    }

    /// Copies the h of the layer below into x, multiplied by the dropout mask, if there is one, which has h's layout.
    pub fn set_x_from(&mut self, below: &Self, mask: Option<&[T]>) {
        let (width, panels) = (self.extent.width(), self.extent.panels());
        let size = self.shape.inputs * width;
        for t in 0..self.extent.steps {
            for panel in 0..panels {
                let h = &below.state(t + 1)[panel * below.shape.stride * width..][..size];
                let start = ((t * panels + panel) * self.shape.stride + self.shape.x()) * width;
                let x = &mut self.states[start..][..size];
                x.copy_from_slice(h);
                if let Some(mask) = mask {
                    let mask = &mask[(t * panels + panel) * below.shape.hidden * width..][..size];
                    x.iter_mut().zip(mask).for_each(|(x, keep)| *x = *x * *keep);
                }
            }
        }
    }

    /// Copies another layer's last state into the initial state.
    pub fn begin_with(&mut self, other: &Self) {
        let (width, size) = (self.extent.width(), self.shape.hidden * self.extent.width());
        let last = other.state(other.extent.steps);
        for panel in 0..self.extent.panels() {
            let h = &last[panel * other.shape.stride * width..][..size];
            self.states[panel * self.shape.stride * width..][..size].copy_from_slice(h);
        }
        let cells = self.d_c.len();
        let from = other.extent.steps * cells;
        self.cells[..cells].copy_from_slice(&other.cells[from..][..cells]);
    }

    /// Packs the weights for the matrix products. `deep`: ∂L/∂x is needed for a layer below.
    pub fn pack(&mut self, weights: &[T], deep: bool) {
        let Shape { cell, inputs, hidden, stride, rows, .. } = self.shape;
        let width = self.extent.width();
        let columns = hidden + 1 + inputs;
        let (matrix, second_bias) = weights.split_at(rows * stride);
        let whole = |row: usize, column: usize| {
            let number = matrix[row * stride + column];
            if column == hidden { number + second_bias[row] } else { number }
        };
        if cell == CellKind::Gru {
            let part = |block: usize, first: usize| {
                move |row: usize, column: usize| matrix[(block * hidden + row) * stride + first + column]
            };
            self.forward.pack(width, 2 * hidden, columns, whole);
            if self.reset_before() {
                // Both biases are added to one sum; W_hn meets r ⊙ h, where no 1 stands.
                self.forward_u.pack(width, hidden, hidden, part(2, 0));
                let bias = part(2, hidden);
                self.forward_n.pack(width, hidden, 1 + inputs, |row, column| {
                    let number = part(3, hidden)(row, column);
                    if column == 0 { number + bias(row, 0) } else { number }
                });
                self.back_n.pack(width, hidden, hidden, |unit, row| part(2, 0)(row, unit));
            } else {
                self.forward_u.pack(width, hidden, hidden + 1, part(2, 0));
                self.forward_n.pack(width, hidden, 1 + inputs, part(3, hidden));
            }
        } else {
            self.forward.pack(width, rows, columns, whole);
        }
        // The GRU's fourth block is the new state's input side: h does not go there.
        let from = match cell {
            CellKind::Gru if self.reset_before() => 2 * hidden,
            CellKind::Gru => 3 * hidden,
            CellKind::Rnn | CellKind::Lstm => rows,
        };
        self.back.pack(width, hidden, from, |unit, row| matrix[row * stride + unit]);
        if deep {
            // u is the hidden side: x does not go there, and its weights are 0.
            self.back_x.pack(width, inputs.next_multiple_of(PANEL), rows, |input, row| {
                if input < inputs { matrix[row * stride + hidden + 1 + input] } else { T::default() }
            });
        }
    }

    /// Runs over all steps.
    pub fn run(&mut self) {
        let Shape { cell, hidden, stride, rows, .. } = self.shape;
        let (width, panels, lanes) = (self.extent.width(), self.extent.panels(), self.lanes());
        let (reset_before, kept) = (self.reset_before(), self.kept());
        for t in 0..self.extent.steps {
            let (before, after) = self.states.split_at_mut((t + 1) * stride * lanes);
            let state = &before[t * stride * lanes..];
            let gates = &mut self.gates[t * rows * lanes..][..rows * lanes];
            let state_stride = stride * width;
            self.forward.times(width, (state, state_stride), (gates, rows * width), false);
            let size = hidden * width;
            if cell == CellKind::Gru {
                let x = &state[size..];
                self.forward_n.times(width, (x, state_stride), (&mut gates[3 * size..], rows * width), false);
                if reset_before {
                    let held = &mut self.squashed[t * kept..][..kept];
                    for (panel, held) in held.chunks_exact_mut(size).enumerate() {
                        let r = &mut gates[panel * rows * width..][..size];
                        gru::reset(self.form, r, &state[panel * state_stride..][..size], held);
                    }
                    self.forward_u.times(width, (held, size), (&mut gates[3 * size..], rows * width), true);
                } else {
                    self.forward_u.times(width, (state, state_stride), (&mut gates[2 * size..], rows * width), false);
                }
            }
            for panel in 0..panels {
                let (c_before, c) = self.cells.split_at_mut((t + 1) * self.d_c.len());
                let cells = if self.d_c.is_empty() { 0 } else { size };
                let step = Forward {
                    gates: &mut gates[panel * rows * width..][..rows * width],
                    h_before: &state[panel * state_stride..][..size],
                    h: &mut after[panel * state_stride..][..size],
                    c_before: &c_before[t * self.d_c.len() + panel * cells..][..cells],
                    c: &mut c[panel * cells..][..cells],
                    m: &mut self.squashed[t * kept + panel * cells..][..cells],
                };
                match cell {
                    CellKind::Gru if reset_before => gru::forward_reset_before(self.form, step),
                    CellKind::Rnn => rnn::forward(self.form, step),
                    CellKind::Lstm => lstm::forward(self.form, step),
                    CellKind::Gru => gru::forward(self.form, step),
                }
            }
        }
    }

    /// The part of ∂L/∂h_t from the read-out or the layer above, for all steps, to be written.
    pub fn arriving_mut(&mut self) -> &mut [T] {
        &mut self.arriving
    }

    /// Backpropagates through all steps. The gates' buffer then holds the gradients of the pre-activations. `from` is
    /// the layer that started from this one's last state; `chunk` is the length of a chunk of truncated BPTT; `reach`
    /// gets the squared norm of the gradient with respect to the whole state at each step, from the last to the first.
    pub fn run_back(&mut self, from: Option<&Self>, chunk: usize, mut reach: Option<&mut Vec<f64>>) {
        let Shape { cell, hidden, stride, rows, .. } = self.shape;
        let (width, panels, lanes) = (self.extent.width(), self.extent.panels(), self.lanes());
        let size = hidden * width;
        let cells = if self.d_c.is_empty() { 0 } else { size };
        let (reset_before, kept) = (self.reset_before(), self.kept());
        match from {
            Some(next) => {
                self.d_h.copy_from_slice(&next.d_h);
                self.d_c.copy_from_slice(&next.d_c);
            }
            None => {
                self.d_h.fill(T::default());
                self.d_c.fill(T::default());
            }
        }
        for t in (0..self.extent.steps).rev() {
            let gates = &mut self.gates[t * rows * lanes..][..rows * lanes];
            let arriving = &mut self.arriving[t * hidden * lanes..][..hidden * lanes];
            add(&mut self.d_h, arriving);
            if let Some(reach) = &mut reach {
                reach.push(squares(&self.d_h) + squares(&self.d_c));
            }
            for panel in 0..panels {
                let step = Back {
                    gates: &mut gates[panel * rows * width..][..rows * width],
                    h_before: &self.states[t * stride * lanes + panel * stride * width..][..size],
                    c_before: &self.cells[t * self.d_c.len() + panel * cells..][..cells],
                    m: &self.squashed[t * kept + panel * cells..][..cells],
                    d_h: &mut self.d_h[panel * size..][..size],
                    d_c: &mut self.d_c[panel * cells..][..cells],
                };
                match cell {
                    CellKind::Gru if reset_before => gru::backward_reset_before(self.form, step),
                    CellKind::Rnn => rnn::backward(self.form, step),
                    CellKind::Lstm => lstm::backward(self.form, step),
                    CellKind::Gru => gru::backward(self.form, step),
                }
            }
            if reset_before {
                // The arriving gradient is used up: its buffer now holds ∂L/∂(r ⊙ h).
                self.back_n.times(width, (&gates[3 * size..], rows * width), (arriving, size), false);
                for panel in 0..panels {
                    let h_before = &self.states[t * stride * lanes + panel * stride * width..][..size];
                    let r = &mut gates[panel * rows * width..][..size];
                    let place = panel * size;
                    gru::reset_back(self.form, r, h_before, &arriving[place..][..size], &mut self.d_h[place..][..size]);
                }
            }
            // For the GRU a part of ∂L/∂h_t goes on along h, past the weights.
            let along = cell == CellKind::Gru;
            self.back.times(width, (gates, rows * width), (&mut self.d_h, size), along);
            if t.is_multiple_of(chunk) && t > 0 {
                self.d_h.fill(T::default());
                self.d_c.fill(T::default());
            }
        }
    }

    /// Adds this layer's contribution to the weights' gradients, after [`run_back`](Self::run_back).
    pub fn add_gradients(&self, gradients: &mut [T], room: &mut Room<T>) {
        let Shape { cell, inputs, hidden, stride, rows, .. } = self.shape;
        let width = self.extent.width();
        let whole = if width == 1 { PANEL } else { 2 };
        let (matrix, second_bias) = gradients.split_at_mut(rows * stride);
        let states = &self.states[..self.extent.steps * stride * self.lanes()];
        let mut outer = |first_row: usize, count: usize, first: usize, columns: usize| {
            let delta = Stretch { numbers: &self.gates, stride: rows, first: first_row, count };
            let state = Stretch { numbers: states, stride, first, count: columns.next_multiple_of(whole) };
            add_outer(width, delta, state, (&mut matrix[first_row * stride + first..], stride), room);
        };
        if cell == CellKind::Gru {
            outer(0, 2 * hidden, 0, hidden + 1 + inputs);
            outer(3 * hidden, hidden, hidden, 1 + inputs);
            if self.reset_before() {
                let delta = Stretch { numbers: &self.gates, stride: rows, first: 3 * hidden, count: hidden };
                let state = Stretch { numbers: &self.squashed, stride: hidden, first: 0, count: hidden };
                add_outer(width, delta, state, (&mut matrix[2 * hidden * stride..], stride), room);
                for row in 2 * hidden..3 * hidden {
                    matrix[row * stride + hidden] = matrix[(row + hidden) * stride + hidden];
                }
            } else {
                outer(2 * hidden, hidden, 0, hidden + 1);
            }
            // The products are padded to whole vectors beyond the bias, where there are no weights.
            for row in matrix[2 * hidden * stride..3 * hidden * stride].chunks_exact_mut(stride) {
                row[hidden + 1..].fill(T::default());
            }
        } else {
            outer(0, rows, 0, hidden + 1 + inputs);
        }
        // Both biases move what is summed alike; but the new state's second stands in its own block.
        let twice = if cell == CellKind::Gru { 2 * hidden } else { rows };
        for (bias, row) in second_bias[..twice].iter_mut().zip(matrix.chunks_exact(stride)) {
            *bias = row[hidden];
        }
    }

    /// Writes ∂L/∂x to the layer below as its arriving gradient, multiplied by the dropout mask of x.
    pub fn hand_down(&self, below: &mut Self, mask: Option<&[T]>) {
        let width = self.extent.width();
        let (rows, lanes) = (self.shape.rows, self.lanes());
        let size = below.shape.hidden * lanes;
        for t in 0..self.extent.steps {
            let gates = &self.gates[t * rows * lanes..][..rows * lanes];
            let arriving = &mut below.arriving[t * size..][..size];
            self.back_x.times(width, (gates, rows * width), (arriving, below.shape.hidden * width), false);
            if let Some(mask) = mask {
                arriving.iter_mut().zip(&mask[t * size..]).for_each(|(d, keep)| *d = *d * *keep);
            }
        }
    }
}

fn add<T: Real>(sum: &mut [T], more: &[T]) {
    for (sum, more) in sum.as_chunks_mut().0.iter_mut().zip(more.as_chunks().0) {
        *sum = (T::Vector::load(sum) + T::Vector::load(more)).flush().to_array();
    }
}

/// The sum of the squares, in four independent sums.
pub fn squares<T: Real>(numbers: &[T]) -> f64 {
    let (fours, rest) = numbers.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for four in fours {
        for (sum, x) in sums.iter_mut().zip(four) {
            *sum += x.to_f64() * x.to_f64();
        }
    }
    let rest: f64 = rest.iter().map(|x| x.to_f64() * x.to_f64()).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}
