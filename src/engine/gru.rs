//! The gated recurrent unit (Cho et al. 2014) in the form of PyTorch's `nn.GRU`: the reset gate is
//! applied after the matrix product (Cho's first version applies it before).
//!
//! ```text
//! r_t = σ(W_ir x_t + b_ir + W_hr h_{t−1} + b_hr)
//! z_t = σ(W_iz x_t + b_iz + W_hz h_{t−1} + b_hz)
//! u_t = W_hn h_{t−1} + b_hn
//! n_t = tanh(W_in x_t + b_in + r_t ⊙ u_t)
//! h_t = (1 − z_t) ⊙ n_t + z_t ⊙ h_{t−1}
//! ```

use super::activation::{sigmoid, sigmoid_slope, tanh_slope};
use super::cell::{Cell, add_from_hidden, add_from_input, add_to_hidden_before, record_blocks, stack_blocks, to_input};
use crate::trace::{Channels, Parameters, Quantity::*};

/// The GRU cell.
pub struct Gru;

impl Cell for Gru {
    fn step(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]) {
        // The hidden side alone first: u_t is needed apart from W_in x_t.
        stack.fill(0.0);
        add_from_hidden(weights, channels, t, stack);
        let [.., from_hidden] = record_blocks(channels, [ResetPre, UpdatePre, NewHidden], t, stack);
        let u = from_hidden.to_vec();
        stack[2 * u.len()..].fill(0.0);
        add_from_input(weights, channels, t, stack);
        let [a_r, a_z, from_x] = record_blocks(channels, [ResetPre, UpdatePre, NewPre], t, stack);

        let [a_n, r, z, n, h] = channels.many_mut([NewPre, Reset, Update, New, Hidden]).map(|c| &mut c.value);
        let [a_n, r, z, n] = [a_n, r, z, n].map(|s| s.at_mut(t));
        let (h, h_before) = h.at_and_before(t);
        for k in 0..h.len() {
            r[k] = sigmoid(a_r[k]);
            z[k] = sigmoid(a_z[k]);
            a_n[k] = from_x[k] + r[k] * u[k];
            n[k] = a_n[k].tanh();
            h[k] = (1.0 - z[k]) * n[k] + z[k] * h_before.as_deref().map_or(0.0, |h| h[k]);
        }
    }

    fn step_back(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]) {
        let [a_r, a_z, u, a_n, r, z, n, h] =
            channels.many_mut([ResetPre, UpdatePre, NewHidden, NewPre, Reset, Update, New, Hidden]);
        let [d_a_r, d_a_z, d_a_n] = [a_r, a_z, a_n].map(|a| a.gradient.at_mut(t));
        let [(u, d_u), (r, d_r), (z, d_z), (n, d_n)] = [u, r, z, n].map(|q| (q.value.at(t), q.gradient.at_mut(t)));
        let h_before = t.checked_sub(1).map(|p| h.value.at(p));
        let (d_h, mut d_h_before) = h.gradient.at_and_before(t);
        for k in 0..d_h.len() {
            d_n[k] = d_h[k] * (1.0 - z[k]);
            d_z[k] = d_h[k] * (h_before.map_or(0.0, |h| h[k]) - n[k]);
            d_a_n[k] = d_n[k] * tanh_slope(n[k]);
            d_u[k] = d_a_n[k] * r[k];
            d_r[k] = d_a_n[k] * u[k];
            d_a_r[k] = d_r[k] * sigmoid_slope(r[k]);
            d_a_z[k] = d_z[k] * sigmoid_slope(z[k]);
            if let Some(before) = &mut d_h_before {
                before[k] += d_h[k] * z[k];
            }
        }
        // The input side of the new state has ∂L/∂a_n, the hidden side ∂L/∂u.
        let hidden = d_u.len();
        stack_blocks([d_a_r, d_a_z, d_u], stack);
        let d_a_n = d_a_n.to_vec();
        add_to_hidden_before(weights, channels, t, stack);
        stack[2 * hidden..].copy_from_slice(&d_a_n);
        to_input(weights, channels, t, stack);
    }
}
