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

use nalgebra::{DMatrixView, DVector, DVectorView};

use super::activation::{sigmoid, sigmoid_slope, tanh_slope};
use super::cell::{
    Cell, add_from_hidden, add_from_input, add_to_hidden_before, close, record_blocks, stack_blocks, to_input,
};
use crate::trace::{Channels, Form, Parameters, Quantity, Quantity::*, Road};

/// A gate's slope; a frozen one does not move.
#[must_use]
pub fn slope(form: Form, gate: Quantity, s: f64) -> f64 {
    if form.frozen(gate).is_some() { 0.0 } else { sigmoid_slope(s) }
}

/// W_hn, H × H.
#[must_use]
pub fn new_block(weights: &Parameters) -> DMatrixView<'_, f64> {
    weights.weight_hh.rows(weights.row(NewPre), weights.hidden())
}

/// The form with the reset before the product: u ← W_hn (r_t ⊙ h_{t−1}) + b_hn, from the reset
/// gate's pre-activation; recorded too.
fn reset_product(weights: &Parameters, channels: &mut Channels, t: usize, a_r: &[f64], u: &mut [f64]) {
    let hidden = u.len();
    let row = weights.row(NewPre);
    u.copy_from_slice(&weights.bias_hh.as_slice()[row..row + hidden]);
    if let Some(before) = t.checked_sub(1) {
        let reset = |a: f64| weights.form.frozen(Reset).unwrap_or_else(|| sigmoid(a));
        let h = channels.get(Hidden).value.at(before);
        let seen = DVector::from_iterator(hidden, a_r.iter().zip(h).map(|(a, h)| reset(*a) * h));
        let product = new_block(weights) * seen;
        u.iter_mut().zip(product.iter()).for_each(|(u, p)| *u += p);
    }
    let [recorded] = channels.many_mut([NewHidden]);
    recorded.value.at_mut(t).copy_from_slice(u);
}

/// The GRU cell.
pub struct Gru;

impl Cell for Gru {
    fn step(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]) {
        // The hidden side alone first: u_t is needed apart from W_in x_t.
        stack.fill(0.0);
        add_from_hidden(weights, channels, t, stack);
        let [.., from_hidden] = record_blocks(channels, [ResetPre, UpdatePre, NewHidden], t, stack);
        let mut u = from_hidden.to_vec();
        stack[2 * u.len()..].fill(0.0);
        add_from_input(weights, channels, t, stack);
        let [a_r, a_z, from_x] = record_blocks(channels, [ResetPre, UpdatePre, NewPre], t, stack);
        let form = weights.form;
        if form.reset_before {
            reset_product(weights, channels, t, a_r, &mut u);
        }

        let [a_n, r, z, n, h] = channels.many_mut([NewPre, Reset, Update, New, Hidden]).map(|c| &mut c.value);
        let [a_n, r, z, n] = [a_n, r, z, n].map(|s| s.at_mut(t));
        let (h, h_before) = h.at_and_before(t);
        for k in 0..h.len() {
            r[k] = form.frozen(Reset).unwrap_or_else(|| sigmoid(a_r[k]));
            z[k] = form.frozen(Update).unwrap_or_else(|| sigmoid(a_z[k]));
            a_n[k] = from_x[k] + if form.reset_before { u[k] } else { r[k] * u[k] };
            n[k] = a_n[k].tanh();
            h[k] = (1.0 - z[k]) * n[k] + z[k] * h_before.as_deref().map_or(0.0, |h| h[k]);
        }
    }

    fn step_back(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]) {
        let [a_r, a_z, u, a_n, r, z, n, h] =
            channels.many_mut([ResetPre, UpdatePre, NewHidden, NewPre, Reset, Update, New, Hidden]);
        let [d_a_r, d_a_z, d_a_n] = [a_r, a_z, a_n].map(|a| a.gradient.at_mut(t));
        let [(u, d_u), (r, d_r), (z, d_z), (n, d_n)] = [u, r, z, n].map(|q| (q.value.at(t), q.gradient.at_mut(t)));
        let form = weights.form;
        let h_before = t.checked_sub(1).map(|p| h.value.at(p));
        let (d_h, mut d_h_before) = h.gradient.at_and_before(t);
        for k in 0..d_h.len() {
            d_n[k] = d_h[k] * (1.0 - z[k]);
            d_z[k] = d_h[k] * (h_before.map_or(0.0, |h| h[k]) - n[k]);
            d_a_n[k] = d_n[k] * tanh_slope(n[k]);
            if !form.reset_before {
                d_u[k] = d_a_n[k] * r[k];
                d_r[k] = d_a_n[k] * u[k];
            }
            d_a_z[k] = d_z[k] * slope(form, Update, z[k]);
            if let (Some(before), false) = (&mut d_h_before, form.closed(Road::Carry)) {
                before[k] += d_h[k] * z[k];
            }
        }
        if form.reset_before {
            // u = W_hn (r ⊙ h_{t−1}) + b_hn: back through the product, then to r and to h.
            d_u.copy_from_slice(d_a_n);
            let back = new_block(weights).tr_mul(&DVectorView::from_slice(d_u, d_u.len()));
            for k in 0..d_h.len() {
                d_r[k] = back[k] * h_before.map_or(0.0, |h| h[k]);
                if let (Some(before), false) = (&mut d_h_before, form.closed(Road::New)) {
                    before[k] += back[k] * r[k];
                }
            }
        }
        for k in 0..d_h.len() {
            d_a_r[k] = d_r[k] * slope(form, Reset, r[k]);
        }
        // The input side of the new state has ∂L/∂a_n, the hidden side ∂L/∂u.
        let hidden = d_u.len();
        stack_blocks([d_a_r, d_a_z, d_u], stack);
        let (d_a_r, d_a_z, d_a_n) = (stack[..hidden].to_vec(), stack[hidden..2 * hidden].to_vec(), d_a_n.to_vec());
        close(form, [Road::Reset, Road::Update, Road::New], stack);
        if form.reset_before {
            stack[2 * hidden..].fill(0.0);
        }
        add_to_hidden_before(weights, channels, t, stack);
        stack[..hidden].copy_from_slice(&d_a_r);
        stack[hidden..2 * hidden].copy_from_slice(&d_a_z);
        stack[2 * hidden..].copy_from_slice(&d_a_n);
        to_input(weights, channels, t, stack);
    }
}
