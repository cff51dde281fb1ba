//! Which road the gradient took: one step back through each gate, and over the whole way along the
//! state alone, past it alone, or now this and now that.
//!
//! A road's share is ⟨g_k, g⟩ / ‖g‖², with g the gradient that arrives at a state and g_k what of it
//! came by road k. Shares may be negative, where a road works against the rest, and add up to 1.

use nalgebra::DVector;

use super::jacobian::{Step, state_size};
use crate::trace::{CellKind, Layer, Road};

/// ⟨part, whole⟩ / ‖whole‖²; NaN where nothing arrives.
#[must_use]
pub fn share(part: &DVector<f64>, whole: &DVector<f64>) -> f64 {
    // Scaled first: the square of a gradient of 10⁻²⁰⁰ is nothing.
    let scale = whole.amax();
    let (part, whole) = (part / scale, whole / scale);
    part.dot(&whole) / whole.norm_squared()
}

/// The gradient with respect to the state at step t (from 0), as [`Layer::state_gradient`] has it.
#[must_use]
pub fn state_gradient(layer: &Layer, t: usize) -> DVector<f64> {
    DVector::from_vec(layer.state_gradient(t))
}

/// The share of each road, in the order of [`CellKind::roads`], in what step t (from 0) hands back to
/// the state before it.
#[must_use]
pub fn step_shares(layer: &Layer, t: usize) -> Vec<f64> {
    let parts = Step::new(layer, t).take_back(&state_gradient(layer, t));
    let whole: DVector<f64> = parts.iter().sum();
    parts.iter().map(|part| share(part, &whole)).collect()
}

/// Over several steps, what of the gradient at a state came on one road all the way.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Way {
    /// LSTM: in c at every step between. GRU: along h, times the update gate, at every step.
    pub along: f64,
    /// LSTM: in h at every step between. GRU: through new state and gates at every step. RNN: all.
    pub past: f64,
    /// Now this and now that.
    pub mixed: f64,
}

/// The ways of the gradient from the step where the loss is read (from 0) to each state before it; the
/// last of the list is the state before the read step.
#[must_use]
pub fn ways(layer: &Layer, read: usize) -> Vec<Way> {
    let (hidden, n) = (layer.hidden(), state_size(layer));
    let carry = layer.cell().roads().iter().position(|road| *road == Road::Carry);
    // What has kept to one road so far, and where it stands: for the LSTM in one half of the state.
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
