//! The vanilla recurrent network (Elman 1990), as PyTorch's `nn.RNN` with tanh.
//!
//! ```text
//! a_t = W_ih x_t + b_ih + W_hh h_{t−1} + b_hh
//! h_t = tanh(a_t)
//! ```

use super::activation::{relu, relu_slope, tanh_slope};
use super::cell::{Cell, add_from_hidden, add_from_input, add_to_hidden_before, to_input};
use crate::trace::{Channels, Form, Parameters, Quantity::*, Road};

/// The vanilla tanh cell.
pub struct Rnn;

/// The activation's slope, from its result.
#[must_use]
pub fn slope(form: Form, h: f64) -> f64 {
    if form.relu { relu_slope(h) } else { tanh_slope(h) }
}

impl Cell for Rnn {
    fn step(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]) {
        stack.fill(0.0);
        add_from_input(weights, channels, t, stack);
        add_from_hidden(weights, channels, t, stack);
        let [a, h] = channels.many_mut([PreActivation, Hidden]).map(|c| c.value.at_mut(t));
        a.copy_from_slice(stack);
        let rectified = weights.form.relu;
        for k in 0..h.len() {
            h[k] = if rectified { relu(a[k]) } else { a[k].tanh() };
        }
    }

    fn step_back(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]) {
        let [a, h] = channels.many_mut([PreActivation, Hidden]);
        let (d_a, h, d_h) = (a.gradient.at_mut(t), h.value.at(t), h.gradient.at(t));
        for k in 0..h.len() {
            d_a[k] = d_h[k] * slope(weights.form, h[k]);
        }
        stack.copy_from_slice(d_a);
        to_input(weights, channels, t, stack);
        if !weights.form.closed(Road::Recurrent) {
            add_to_hidden_before(weights, channels, t, stack);
        }
    }
}
