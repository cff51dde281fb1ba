//! Long short-term memory (Hochreiter and Schmidhuber 1997) with the forget gate of Gers et al.
//! (2000), as PyTorch's `nn.LSTM`; one bias pair per gate, no peepholes.
//!
//! ```text
//! i_t = σ(W_ii x_t + b_ii + W_hi h_{t−1} + b_hi)
//! f_t = σ(W_if x_t + b_if + W_hf h_{t−1} + b_hf)
//! g_t = tanh(W_ig x_t + b_ig + W_hg h_{t−1} + b_hg)
//! o_t = σ(W_io x_t + b_io + W_ho h_{t−1} + b_ho)
//! c_t = f_t ⊙ c_{t−1} + i_t ⊙ g_t
//! h_t = o_t ⊙ tanh(c_t)
//! ```

use super::activation::{sigmoid, sigmoid_slope, tanh_slope};
use super::cell::{Cell, add_from_hidden, add_from_input, add_to_hidden_before, record_blocks, stack_blocks, to_input};
use crate::trace::{Channels, Parameters, Quantity, Quantity::*};

/// The LSTM cell.
pub struct Lstm;

const BLOCKS: [Quantity; 4] = [InputPre, ForgetPre, CandidatePre, OutputPre];

impl Cell for Lstm {
    fn step(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]) {
        stack.fill(0.0);
        add_from_input(weights, channels, t, stack);
        add_from_hidden(weights, channels, t, stack);
        let [a_i, a_f, a_g, a_o] = record_blocks(channels, BLOCKS, t, stack);
        let [i, f, g, o, c, tanh_c, h] =
            channels.many_mut([Input, Forget, Candidate, Output, Cell, CellTanh, Hidden]).map(|c| &mut c.value);
        let [i, f, g, o, tanh_c, h] = [i, f, g, o, tanh_c, h].map(|s| s.at_mut(t));
        let (c, c_before) = c.at_and_before(t);
        for k in 0..h.len() {
            i[k] = sigmoid(a_i[k]);
            f[k] = sigmoid(a_f[k]);
            g[k] = a_g[k].tanh();
            o[k] = sigmoid(a_o[k]);
            c[k] = f[k] * c_before.as_deref().map_or(0.0, |c| c[k]) + i[k] * g[k];
            tanh_c[k] = c[k].tanh();
            h[k] = o[k] * tanh_c[k];
        }
    }

    fn step_back(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]) {
        {
            let [a_i, a_f, a_g, a_o, i, f, g, o, c, tanh_c, h] = channels.many_mut([
                InputPre,
                ForgetPre,
                CandidatePre,
                OutputPre,
                Input,
                Forget,
                Candidate,
                Output,
                Cell,
                CellTanh,
                Hidden,
            ]);
            let [d_a_i, d_a_f, d_a_g, d_a_o] = [a_i, a_f, a_g, a_o].map(|a| a.gradient.at_mut(t));
            let (c_value, c_gradient) = (&c.value, &mut c.gradient);
            let c_before = t.checked_sub(1).map(|p| c_value.at(p));
            let (d_c, mut d_c_before) = c_gradient.at_and_before(t);
            let d_h = h.gradient.at(t);
            let [(i, d_i), (f, d_f), (g, d_g), (o, d_o), (tanh_c, d_tanh_c)] =
                [i, f, g, o, tanh_c].map(|q| (q.value.at(t), q.gradient.at_mut(t)));
            for k in 0..d_h.len() {
                d_o[k] = d_h[k] * tanh_c[k];
                d_tanh_c[k] = d_h[k] * o[k];
                d_c[k] += d_tanh_c[k] * tanh_slope(tanh_c[k]);
                d_f[k] = d_c[k] * c_before.map_or(0.0, |c| c[k]);
                d_i[k] = d_c[k] * g[k];
                d_g[k] = d_c[k] * i[k];
                d_a_i[k] = d_i[k] * sigmoid_slope(i[k]);
                d_a_f[k] = d_f[k] * sigmoid_slope(f[k]);
                d_a_g[k] = d_g[k] * tanh_slope(g[k]);
                d_a_o[k] = d_o[k] * sigmoid_slope(o[k]);
                if let Some(before) = &mut d_c_before {
                    before[k] = d_c[k] * f[k];
                }
            }
            stack_blocks([d_a_i, d_a_f, d_a_g, d_a_o], stack);
        }
        to_input(weights, channels, t, stack);
        add_to_hidden_before(weights, channels, t, stack);
    }
}
