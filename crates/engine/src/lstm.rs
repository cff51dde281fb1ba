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
use super::cell::{
    Cell, add_from_hidden, add_from_input, add_to_hidden_before, close, record_blocks, stack_blocks, to_input,
};
use crate::trace::{Channels, Form, Parameters, Quantity, Quantity::*, Road};

/// The LSTM cell.
pub struct Lstm;

const BLOCKS: [Quantity; 4] = [InputPre, ForgetPre, CandidatePre, OutputPre];

/// The slopes of the LSTM's non-linearities in a form, from their results.
#[derive(Clone, Copy)]
pub struct Slopes(pub Form);

impl Slopes {
    /// A gate's; a frozen one does not move.
    #[must_use]
    pub fn gate(self, gate: Quantity, s: f64) -> f64 {
        if self.0.frozen(gate).is_some() { 0.0 } else { sigmoid_slope(s) }
    }

    /// The input gate's own; coupled to the forget gate it has none.
    #[must_use]
    pub fn input(self, s: f64) -> f64 {
        if self.0.coupled { 0.0 } else { self.gate(Input, s) }
    }

    /// The candidate's.
    #[must_use]
    pub fn candidate(self, g: f64) -> f64 {
        if self.0.linear_candidate { 1.0 } else { tanh_slope(g) }
    }

    /// That of what is read out of the cell state.
    #[must_use]
    pub fn read(self, m: f64) -> f64 {
        if self.0.linear_output { 1.0 } else { tanh_slope(m) }
    }
}

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
        let form = weights.form;
        let gate = |q: Quantity, a: f64| form.frozen(q).unwrap_or_else(|| sigmoid(a));
        for k in 0..h.len() {
            f[k] = gate(Forget, a_f[k]);
            i[k] = if form.coupled { 1.0 - f[k] } else { gate(Input, a_i[k]) };
            g[k] = if form.linear_candidate { a_g[k] } else { a_g[k].tanh() };
            o[k] = gate(Output, a_o[k]);
            c[k] = f[k] * c_before.as_deref().map_or(0.0, |c| c[k]) + i[k] * g[k];
            tanh_c[k] = if form.linear_output { c[k] } else { c[k].tanh() };
            h[k] = o[k] * tanh_c[k];
        }
    }

    fn step_back(&self, weights: &Parameters, channels: &mut Channels, t: usize, stack: &mut [f64]) {
        let form = weights.form;
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
            let slopes = Slopes(form);
            for k in 0..d_h.len() {
                d_o[k] = d_h[k] * tanh_c[k];
                d_tanh_c[k] = d_h[k] * o[k];
                d_c[k] += d_tanh_c[k] * slopes.read(tanh_c[k]);
                d_f[k] = d_c[k] * c_before.map_or(0.0, |c| c[k]);
                d_i[k] = d_c[k] * g[k];
                d_g[k] = d_c[k] * i[k];
                if form.coupled {
                    d_f[k] -= d_i[k];
                }
                d_a_i[k] = d_i[k] * slopes.input(i[k]);
                d_a_f[k] = d_f[k] * slopes.gate(Forget, f[k]);
                d_a_g[k] = d_g[k] * slopes.candidate(g[k]);
                d_a_o[k] = d_o[k] * slopes.gate(Output, o[k]);
                if let Some(before) = &mut d_c_before {
                    before[k] = if form.closed(Road::Carry) { 0.0 } else { d_c[k] * f[k] };
                }
            }
            stack_blocks([d_a_i, d_a_f, d_a_g, d_a_o], stack);
        }
        to_input(weights, channels, t, stack);
        close(form, [Road::Input, Road::Forget, Road::Candidate, Road::Output], stack);
        add_to_hidden_before(weights, channels, t, stack);
    }
}
