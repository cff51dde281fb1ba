//! What one run recorded: every state, gate and gradient, each by name, with pure queries.
//!
//! The engine writes a [`Trace`]; everything that shows anything reads one.

mod equation;
mod form;
mod layer;
mod norm;
mod parameters;
mod quantity;
mod series;

pub use equation::{Equation, Expr, Operand, Pass, Product, Spot, equations};
pub use form::{Form, Road};
pub use layer::{Channel, Channels, Layer};
pub use norm::norm;
pub use parameters::Parameters;
pub use quantity::{CellKind, Quantity, Role};
pub use series::Series;

/// One run of one network over one sequence, forward and back.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// The recurrent layer that is shown; others, if there are any, are not kept.
    pub layers: Vec<Layer>,
    /// The read-out vector v, H numbers: y_t = v·h_t of the last layer.
    pub readout_weights: Vec<f64>,
    /// ∂L/∂v, H numbers.
    pub readout_weights_gradient: Vec<f64>,
    /// y_t at every step, a series of width 1, with ∂L/∂y_t.
    pub readout: Channel,
    /// The step (from 0) at which the loss is read.
    pub read: usize,
    /// What the loss is if it is read at each step: y_t, or (y_t − target_t)²; T numbers.
    pub losses: Vec<f64>,
    /// ∂L/∂h_t by way of the layers above at every step, T × H; empty for the layer that is read out.
    pub arriving: Vec<f64>,
}

impl Trace {
    /// The last of the layers: the one that is read out, unless something is `arriving` from above.
    #[must_use]
    pub fn top(&self) -> &Layer {
        &self.layers[self.layers.len() - 1]
    }

    /// L, the loss at the step where it is read.
    #[must_use]
    pub fn loss(&self) -> f64 {
        self.losses[self.read]
    }

    /// Number of steps T.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.top().steps()
    }

    /// How much of the gradient is left at every step: ‖λ_t‖ / ‖λ_read‖, T numbers.
    ///
    /// λ_t is the gradient of L with respect to the whole state at t (see
    /// [`Layer::state_gradient`]). Zero after `read`, since nothing later is heard by the loss;
    /// zero before it where even f64 underflows (below 5e-324), where a road is closed, and where every slope on the
    /// way is 0 (see [`Trace::is_flat_after`]).
    #[must_use]
    pub fn reach(&self) -> Vec<f64> {
        let layer = self.top();
        let reference = norm(&layer.state_gradient(self.read));
        (0..layer.steps()).map(|t| norm(&layer.state_gradient(t)) / reference).collect()
    }

    /// Whether the gradient, on its way back from the loss to step t of an RNN, met a step that stopped it whole: something
    /// arrived at the states, and nothing got past their slopes. A ReLU's slope is 0 where its input is not above 0; that of
    /// tanh rounds to 0 where the state rounds to ±1. Multiplied by a slope of another size no gradient of f64 is lost at once.
    #[must_use]
    pub fn is_flat_after(&self, t: usize) -> bool {
        let layer = self.top();
        let is_zero = |gradient: &[f64]| gradient.iter().all(|g| *g == 0.0);
        let stops = |step: usize| {
            let (states, past) =
                (layer.gradient(Quantity::Hidden, step), layer.gradient(Quantity::PreActivation, step));
            !is_zero(states) && is_zero(past)
        };
        layer.cell() == CellKind::Rnn && (t + 1..=self.read).any(stops)
    }
}
