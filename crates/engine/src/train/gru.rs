//! The GRU over a batch, in PyTorch's form: the element-wise part of a step, between the matrix products.
//!
//! ```text
//! r = σ(a_r)   z = σ(a_z)   u = W_hn h_{t−1} + b_hn
//! n = tanh(a_n + r ⊙ u)
//! h_t = (1 − z) ⊙ n + z ⊙ h_{t−1}
//! ```
//!
//! With the reset before the product (Cho 2014) n = tanh(a_n) with a_n = W_in x + b_in + W_hn (r ⊙ h_{t−1}) + b_hn.

use super::step::{Back, Forward, blocks, blocks_mut};
use crate::kernel::real::{Real, Vector};
use crate::trace::{Form, Quantity};

/// a_t, u → h_t. `step.gates` keeps r, z, u, n for the backward pass.
pub fn forward<T: Real>(form: Form, step: Forward<'_, T>) {
    let one = T::Vector::splat(T::of(1.0));
    let [reset, update] =
        [Quantity::Reset, Quantity::Update].map(|gate| form.frozen(gate).map(|value| T::Vector::splat(T::of(value))));
    let [r, z, u, n] = blocks_mut(step.gates);
    let ([h_before], [h]) = (blocks(step.h_before), blocks_mut(step.h));
    for k in 0..r.len() {
        let r_t = reset.unwrap_or_else(|| T::Vector::load(&r[k]).sigmoid());
        let z_t = update.unwrap_or_else(|| T::Vector::load(&z[k]).sigmoid());
        let n_t = (T::Vector::load(&n[k]) + r_t * T::Vector::load(&u[k])).tanh();
        r[k] = r_t.to_array();
        z[k] = z_t.to_array();
        n[k] = n_t.to_array();
        h[k] = ((one - z_t) * n_t + z_t * T::Vector::load(&h_before[k])).to_array();
    }
}

/// ∂L/∂h_t → ∂L/∂a_r, ∂L/∂a_z, ∂L/∂u, ∂L/∂a_n in `step.gates`; and z ⊙ ∂L/∂h_t, the part of ∂L/∂h_{t−1} along h, in
/// `step.d_h`.
pub fn backward<T: Real>(form: Form, step: Back<'_, T>) {
    let one = T::Vector::splat(T::of(1.0));
    let zero = T::Vector::splat(T::default());
    let [reset, update] = [Quantity::Reset, Quantity::Update].map(|gate| form.frozen(gate).is_none());
    let slope = |moves: bool, s: T::Vector| if moves { s * (one - s) } else { zero };
    let [r, z, u, n] = blocks_mut(step.gates);
    let ([h_before], [d_h]) = (blocks(step.h_before), blocks_mut(step.d_h));
    for k in 0..r.len() {
        let [r_t, z_t, u_t, n_t] = [&r[k], &z[k], &u[k], &n[k]].map(|gate| T::Vector::load(gate));
        let (h_before, d_h_t) = (T::Vector::load(&h_before[k]), T::Vector::load(&d_h[k]));
        let d_a_n = d_h_t * (one - z_t) * (one - n_t * n_t);
        r[k] = (d_a_n * u_t * slope(reset, r_t)).to_array();
        z[k] = (d_h_t * (h_before - n_t) * slope(update, z_t)).to_array();
        u[k] = (d_a_n * r_t).to_array();
        n[k] = d_a_n.to_array();
        d_h[k] = (d_h_t * z_t).to_array();
    }
}

/// a_r → r and r ⊙ h_{t−1}, with the reset before the product.
pub fn reset<T: Real>(form: Form, r: &mut [T], h_before: &[T], held: &mut [T]) {
    let reset = form.frozen(Quantity::Reset).map(|value| T::Vector::splat(T::of(value)));
    let ([r], [h_before], [held]) = (blocks_mut(r), blocks(h_before), blocks_mut(held));
    for k in 0..r.len() {
        let r_t = reset.unwrap_or_else(|| T::Vector::load(&r[k]).sigmoid());
        r[k] = r_t.to_array();
        held[k] = (r_t * T::Vector::load(&h_before[k])).to_array();
    }
}

/// a_t → h_t, with the reset before the product. `step.gates` keeps r (already there), z, an unused block, n.
pub fn forward_reset_before<T: Real>(form: Form, step: Forward<'_, T>) {
    let one = T::Vector::splat(T::of(1.0));
    let update = form.frozen(Quantity::Update).map(|value| T::Vector::splat(T::of(value)));
    let [_, z, _, n] = blocks_mut(step.gates);
    let ([h_before], [h]) = (blocks(step.h_before), blocks_mut(step.h));
    for k in 0..z.len() {
        let z_t = update.unwrap_or_else(|| T::Vector::load(&z[k]).sigmoid());
        let n_t = T::Vector::load(&n[k]).tanh();
        z[k] = z_t.to_array();
        n[k] = n_t.to_array();
        h[k] = ((one - z_t) * n_t + z_t * T::Vector::load(&h_before[k])).to_array();
    }
}

/// ∂L/∂h_t → ∂L/∂a_z, ∂L/∂a_n in `step.gates`, with the reset before the product; and z ⊙ ∂L/∂h_t, the part of
/// ∂L/∂h_{t−1} along h, in `step.d_h`. r stays for [`reset_back`].
pub fn backward_reset_before<T: Real>(form: Form, step: Back<'_, T>) {
    let one = T::Vector::splat(T::of(1.0));
    let update = if form.frozen(Quantity::Update).is_none() { one } else { T::Vector::splat(T::default()) };
    let [_, z, _, n] = blocks_mut(step.gates);
    let ([h_before], [d_h]) = (blocks(step.h_before), blocks_mut(step.d_h));
    for k in 0..z.len() {
        let [z_t, n_t, h_before, d_h_t] = [&z[k], &n[k], &h_before[k], &d_h[k]].map(|x| T::Vector::load(x));
        n[k] = (d_h_t * (one - z_t) * (one - n_t * n_t)).to_array();
        z[k] = (d_h_t * (h_before - n_t) * z_t * (one - z_t) * update).to_array();
        d_h[k] = (d_h_t * z_t).to_array();
    }
}

/// ∂L/∂(r ⊙ h_{t−1}) → ∂L/∂a_r, which replaces r; the part of ∂L/∂h_{t−1} is added to `d_h`.
pub fn reset_back<T: Real>(form: Form, r: &mut [T], h_before: &[T], d_held: &[T], d_h: &mut [T]) {
    let one = T::Vector::splat(T::of(1.0));
    let reset = if form.frozen(Quantity::Reset).is_none() { one } else { T::Vector::splat(T::default()) };
    let ([r], [h_before], [d_held], [d_h]) = (blocks_mut(r), blocks(h_before), blocks(d_held), blocks_mut(d_h));
    for k in 0..r.len() {
        let [r_t, h_before, d_held, d_h_t] = [&r[k], &h_before[k], &d_held[k], &d_h[k]].map(|x| T::Vector::load(x));
        r[k] = (d_held * h_before * r_t * (one - r_t) * reset).to_array();
        d_h[k] = (d_h_t + d_held * r_t).to_array();
    }
}
