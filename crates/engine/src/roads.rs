//! The gradient split by road: through each gate over one step, and over several steps along the carried state alone,
//! past it alone, or by a mixture of both.
//!
//! A road's share is ⟨g_k, g⟩ / ‖g‖², where g is the gradient that arrives at a state and g_k its part by road k.
//! Shares add up to 1; a share is negative where a road opposes the rest.

use nalgebra::DVector;

use super::jacobian::{Step, state_size};
use crate::trace::{CellKind, Layer, Road};

/// ⟨part, whole⟩ / ‖whole‖²; NaN if `whole` is 0.
#[must_use]
pub fn share(part: &DVector<f64>, whole: &DVector<f64>) -> f64 {
    // Scaled first: the square of a gradient of 10⁻²⁰⁰ would underflow.
    let scale = whole.amax();
    let (part, whole) = (part / scale, whole / scale);
    part.dot(&whole) / whole.norm_squared()
}

/// The gradient with respect to the state at step t (from 0), as [`Layer::state_gradient`] has it.
#[must_use]
pub fn state_gradient(layer: &Layer, t: usize) -> DVector<f64> {
    DVector::from_vec(layer.state_gradient(t))
}

/// The share of each road, in the order of [`CellKind::roads`], in the gradient that step t (from 0) passes back to the
/// state before it.
#[must_use]
pub fn step_shares(layer: &Layer, t: usize) -> Vec<f64> {
    let parts = Step::new(layer, t).take_back(&state_gradient(layer, t));
    let whole: DVector<f64> = parts.iter().sum();
    parts.iter().map(|part| share(part, &whole)).collect()
}

/// The shares of the gradient at a state that came by one kind of road at every step.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Way {
    /// LSTM: through c at every step between. GRU: along h, times the update gate, at every step.
    pub along: f64,
    /// LSTM: through h at every step between. GRU: through new state and gates at every step. RNN: all of it.
    pub past: f64,
    /// The rest: by different roads at different steps.
    pub mixed: f64,
}

/// The shares for each state before the read step (from 0), in the order of the steps.
#[must_use]
pub fn ways(layer: &Layer, read: usize) -> Vec<Way> {
    let (hidden, n) = (layer.hidden(), state_size(layer));
    let carry = layer.cell().roads().iter().position(|road| *road == Road::Carry);
    // The part of the gradient that kept to one road so far: for the LSTM it lies in one half of the state.
    let keep = |mut v: DVector<f64>, cell: bool| {
        if layer.cell() == CellKind::Lstm {
            let (from, count) = if cell { (0, hidden) } else { (hidden, n - hidden) };
            v.rows_mut(from, count).fill(0.0);
        }
        v
    };
    let mut along = state_gradient(layer, read);
    let mut past = along.clone();
    let mut all = Vec::new();
    for t in (1..=read).rev() {
        let step = Step::new(layer, t);
        along = match carry {
            Some(carry) => step.take_back(&along).swap_remove(carry),
            None => DVector::zeros(n),
        };
        let mut back = step.take_back(&past);
        if let (Some(carry), false) = (carry, layer.cell() == CellKind::Lstm) {
            back[carry].fill(0.0);
        }
        past = keep(back.into_iter().sum(), false);
        along = keep(along, true);
        let whole = state_gradient(layer, t - 1);
        let (a, p) = (share(&along, &whole), share(&past, &whole));
        all.push(Way { along: a, past: p, mixed: 1.0 - a - p });
    }
    all.reverse();
    all
}
