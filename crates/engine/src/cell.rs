//! The trait of a recurrent cell, and the linear algebra that the three cells share.

use nalgebra::DMatrix;

use super::kernel::{add_product, add_transposed};
use crate::trace::{CellKind, Channels, Form, Layer, Parameters, Quantity, Road, Series};

/// A recurrent cell, stepped over the [`Channels`] that record all it computes.
///
/// `stack` holds C·H numbers, one block per gate in the order of the weights' rows.
pub trait Cell {
    /// Computes every quantity at step t from x_t and the state at t − 1 (zero before the first step).
    fn step(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]);

    /// Computes the gradient of every quantity at step t, and adds the contributions to the gradients at step t − 1.
    ///
    /// On entry ∂L/∂h_t is the total gradient, and the gradient of the LSTM's c_t holds the contribution of step t + 1.
    fn step_back(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]);
}

/// out ← out + W_ih x_t + b_ih, one block per gate.
pub fn add_from_input(weights: &Parameters, channels: &Channels, t: usize, out: &mut [f64]) {
    out.iter_mut().zip(weights.bias_ih.iter()).for_each(|(o, b)| *o += b);
    add_product(out, weights.weight_ih.as_slice(), channels.get(Quantity::X).value.at(t));
}

/// out ← out + W_hh h_{t−1} + b_hh, one block per gate.
pub fn add_from_hidden(weights: &Parameters, channels: &Channels, t: usize, out: &mut [f64]) {
    out.iter_mut().zip(weights.bias_hh.iter()).for_each(|(o, b)| *o += b);
    if t > 0 {
        add_product(out, weights.weight_hh.as_slice(), channels.get(Quantity::Hidden).value.at(t - 1));
    }
}

/// Writes each gate's block of `stack` to its channel at step t, and hands the blocks back by name.
pub fn record_blocks<'a, const C: usize>(
    channels: &mut Channels,
    pre_activations: [Quantity; C],
    t: usize,
    stack: &'a [f64],
) -> [&'a [f64]; C] {
    let hidden = stack.len() / C;
    let blocks = std::array::from_fn(|b| &stack[b * hidden..(b + 1) * hidden]);
    for (channel, block) in channels.many_mut(pre_activations).into_iter().zip(blocks) {
        channel.value.at_mut(t).copy_from_slice(block);
    }
    blocks
}

/// Concatenates the gates' gradients in the order of the weights' rows.
pub fn stack_blocks<const C: usize>(blocks: [&mut [f64]; C], stack: &mut [f64]) {
    for (out, block) in stack.chunks_mut(stack.len() / C).zip(blocks) {
        out.copy_from_slice(block);
    }
}

/// Zeroes the gates' gradients whose roads are closed.
pub fn close<const C: usize>(form: Form, roads: [Road; C], stack: &mut [f64]) {
    let hidden = stack.len() / C;
    for (block, road) in stack.chunks_mut(hidden).zip(roads) {
        if form.closed(road) {
            block.fill(0.0);
        }
    }
}

/// ∂L/∂x_t ← W_ihᵀ δ, with δ the gradients of the pre-activations, one block per gate.
pub fn to_input(weights: &Parameters, channels: &mut Channels, t: usize, delta: &[f64]) {
    let [x] = channels.many_mut([Quantity::X]);
    add_transposed(x.gradient.at_mut(t), weights.weight_ih.as_slice(), delta);
}

/// ∂L/∂h_{t−1} ← ∂L/∂h_{t−1} + W_hhᵀ δ; nothing to do at the first step.
pub fn add_to_hidden_before(weights: &Parameters, channels: &mut Channels, t: usize, delta: &[f64]) {
    let [h] = channels.many_mut([Quantity::Hidden]);
    if t > 0 {
        add_transposed(h.gradient.at_mut(t - 1), weights.weight_hh.as_slice(), delta);
    }
}

/// The weights' gradients, summed over all steps from the gradients of the pre-activations:
/// ∂L/∂W_ih = Σ_t δ_t x_tᵀ, ∂L/∂W_hh = Σ_t δ_t h_{t−1}ᵀ, ∂L/∂b = Σ_t δ_t.
///
/// The GRU's new state sees h through the reset gate: there δ of the hidden side is ∂L/∂u_t.
#[must_use]
pub fn parameter_gradients(layer: &Layer) -> Parameters {
    let (steps, rows) = (layer.steps(), layer.hidden());
    let mut sum = Parameters::zeros(layer.cell(), layer.parameters.input(), rows);
    sum.form = layer.parameters.form;
    let x = layer.channel(Quantity::X).value.columns(0, steps).transpose();
    let hidden = &layer.channel(Quantity::Hidden).value;
    let before = hidden.columns(0, steps - 1).transpose();
    // In the form with the reset before the product, W_hn sees r_t ⊙ h_{t−1}.
    let reset_before = layer.parameters.form.reset_before && layer.cell() == CellKind::Gru;
    let reset = reset_before.then(|| {
        let gate = layer.channel(Quantity::Reset).value.columns(1, steps);
        hidden.columns(0, steps - 1).component_mul(&gate).transpose()
    });
    for &block in layer.cell().blocks() {
        let row = layer.parameters.row(block);
        let input_delta = &layer.channel(block).gradient;
        let hidden_side = if block == Quantity::NewPre { Quantity::NewHidden } else { block };
        let hidden_delta = &layer.channel(hidden_side).gradient;
        add_outer(&mut sum.weight_ih, row, rows, input_delta.from(0), &x);
        let seen = reset.as_ref().filter(|_| block == Quantity::NewPre).unwrap_or(&before);
        add_outer(&mut sum.weight_hh, row, rows, hidden_delta.from(1), seen);
        add_steps(&mut sum.bias_ih.as_mut_slice()[row..row + rows], input_delta);
        add_steps(&mut sum.bias_hh.as_mut_slice()[row..row + rows], hidden_delta);
    }
    sum
}

/// Adds Σ_t δ_t y_tᵀ to the `rows` rows of one gate from `row` on: column j is the product of all δ
/// (one column a step) with y's j-th number over time (a column of `over_time`, steps × width).
fn add_outer(sum: &mut DMatrix<f64>, row: usize, rows: usize, deltas: &[f64], over_time: &DMatrix<f64>) {
    let all_rows = sum.nrows();
    for (column, y) in sum.as_mut_slice().chunks_exact_mut(all_rows).zip(over_time.column_iter()) {
        add_product(&mut column[row..row + rows], deltas, y.as_slice());
    }
}

fn add_steps(out: &mut [f64], series: &Series) {
    for t in 0..series.steps() {
        out.iter_mut().zip(series.at(t)).for_each(|(o, d)| *o += d);
    }
}
