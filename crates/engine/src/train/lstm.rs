//! The LSTM over a batch: the element-wise part of a step, between the matrix products.
//!
//! ```text
//! i = σ(a_i)   f = σ(a_f)   g = tanh(a_g)   o = σ(a_o)
//! c_t = f ⊙ c_{t−1} + i ⊙ g
//! m = tanh(c_t)   h_t = o ⊙ m
//! ```

use super::step::{Back, Forward, blocks, blocks_mut};
use crate::kernel::real::{Real, Vector};
use crate::trace::{Form, Quantity};

/// The number at which a gate is frozen, if it is.
fn frozen<T: Real>(form: Form, gate: Quantity) -> Option<T::Vector> {
    form.frozen(gate).map(|value| T::Vector::splat(T::of(value)))
}

/// a_t → c_t, h_t. `step.gates` keeps i, f, g, o for the backward pass.
pub fn forward<T: Real>(form: Form, step: Forward<'_, T>) {
    let one = T::Vector::splat(T::of(1.0));
    let [input, forget, output] =
        [Quantity::Input, Quantity::Forget, Quantity::Output].map(|gate| frozen::<T>(form, gate));
    let [i, f, g, o] = blocks_mut(step.gates);
    let ([c_before], [c], [m], [h]) =
        (blocks(step.c_before), blocks_mut(step.c), blocks_mut(step.m), blocks_mut(step.h));
    for n in 0..i.len() {
        let f_t = forget.unwrap_or_else(|| T::Vector::load(&f[n]).sigmoid());
        let i_t = if form.coupled { one - f_t } else { input.unwrap_or_else(|| T::Vector::load(&i[n]).sigmoid()) };
        let a_g = T::Vector::load(&g[n]);
        let g_t = if form.linear_candidate { a_g } else { a_g.tanh() };
        let o_t = output.unwrap_or_else(|| T::Vector::load(&o[n]).sigmoid());
        let c_t = f_t * T::Vector::load(&c_before[n]) + i_t * g_t;
        let m_t = if form.linear_output { c_t } else { c_t.tanh() };
        i[n] = i_t.to_array();
        f[n] = f_t.to_array();
        g[n] = g_t.to_array();
        o[n] = o_t.to_array();
        c[n] = c_t.to_array();
        m[n] = m_t.to_array();
        h[n] = (o_t * m_t).to_array();
    }
}

/// ∂L/∂h_t and the part of ∂L/∂c_t from step t + 1 → ∂L/∂a_t in `step.gates`, and the part of ∂L/∂c_{t−1} from step t
/// in `step.d_c`.
pub fn backward<T: Real>(form: Form, step: Back<'_, T>) {
    let one = T::Vector::splat(T::of(1.0));
    let zero = T::Vector::splat(T::default());
    let moves = |gate: Quantity| form.frozen(gate).is_none();
    let [input, forget, output] = [Quantity::Input, Quantity::Forget, Quantity::Output].map(moves);
    let slope = |moves: bool, s: T::Vector| if moves { s * (one - s) } else { zero };
    let [i, f, g, o] = blocks_mut(step.gates);
    let [d_h] = blocks(step.d_h);
    let ([c_before], [m], [d_c]) = (blocks(step.c_before), blocks(step.m), blocks_mut(step.d_c));
    for n in 0..i.len() {
        let [i_t, f_t, g_t, o_t] = [&i[n], &f[n], &g[n], &o[n]].map(|gate| T::Vector::load(gate));
        let (m, d_h) = (T::Vector::load(&m[n]), T::Vector::load(&d_h[n]));
        let read = if form.linear_output { one } else { one - m * m };
        let d_c_t = T::Vector::load(&d_c[n]) + d_h * o_t * read;
        let (d_i, mut d_f) = (d_c_t * g_t, d_c_t * T::Vector::load(&c_before[n]));
        if form.coupled {
            d_f = d_f - d_i;
        }
        let d_g = d_c_t * i_t;
        i[n] = (d_i * slope(input && !form.coupled, i_t)).to_array();
        f[n] = (d_f * slope(forget, f_t)).to_array();
        g[n] = if form.linear_candidate { d_g } else { d_g * (one - g_t * g_t) }.to_array();
        o[n] = (d_h * m * slope(output, o_t)).to_array();
        d_c[n] = (d_c_t * f_t).flush().to_array();
    }
}
