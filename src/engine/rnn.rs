//! The vanilla recurrent network (Elman 1990), as PyTorch's `nn.RNN` with tanh.
//!
//! ```text
//! a_t = W_ih x_t + b_ih + W_hh h_{t−1} + b_hh
//! h_t = tanh(a_t)
//! ```

use super::activation::tanh_slope;
use super::cell::{Cell, add_from_hidden, add_from_input, add_to_hidden_before, to_input};
use crate::trace::{Channels, Parameters, Quantity::*};

/// The vanilla tanh cell.
pub struct Rnn;

impl Cell for Rnn {
    fn step(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]) {
        stack.fill(0.0);
        add_from_input(weights, channels, t, stack);
        add_from_hidden(weights, channels, t, stack);
        let [a, h] = channels.many_mut([PreActivation, Hidden]).map(|c| c.value.at_mut(t));
        a.copy_from_slice(stack);
        for k in 0..h.len() {
            h[k] = a[k].tanh();
        }
    }

    fn step_back(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]) {
        let [a, h] = channels.many_mut([PreActivation, Hidden]);
        let (d_a, h, d_h) = (a.gradient.at_mut(t), h.value.at(t), h.gradient.at(t));
        for k in 0..h.len() {
            d_a[k] = d_h[k] * tanh_slope(h[k]);
        }
        stack.copy_from_slice(d_a);
        to_input(weights, channels, t, stack);
        add_to_hidden_before(weights, channels, t, stack);
    }
}
