//! The vanilla recurrent network over a batch: the element-wise part of a step, between the matrix products.
//!
//! ```text
//! h_t = tanh(a_t), or max(0, a_t)
//! ```

use super::step::{Back, Forward};
use crate::kernel::real::{Real, Vector};
use crate::trace::Form;

/// a_t → h_t. `step.gates` keeps h_t for the backward pass.
pub fn forward<T: Real>(form: Form, step: Forward<'_, T>) {
    let numbers = step.gates.as_chunks_mut().0.iter_mut().zip(step.h.as_chunks_mut().0);
    for (a, h) in numbers {
        let a_t = T::Vector::load(a);
        let h_t = if form.relu { a_t.at_least(T::Vector::splat(T::default())) } else { a_t.tanh() };
        *a = h_t.to_array();
        *h = *a;
    }
}

/// ∂L/∂h_t → ∂L/∂a_t, in `step.gates`.
pub fn backward<T: Real>(form: Form, step: Back<'_, T>) {
    let one = T::Vector::splat(T::of(1.0));
    let numbers = step.gates.as_chunks_mut().0.iter_mut().zip(step.d_h.as_chunks().0);
    for (a, d_h) in numbers {
        let h = T::Vector::load(a);
        let slope = if form.relu { h.is_positive() } else { one - h * h };
        *a = (T::Vector::load(d_h) * slope).to_array();
    }
}
