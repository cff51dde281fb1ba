//! The record of one run: every state, gate and gradient, each by name, with pure queries.
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
    /// The recorded layer. Other layers of a stack are not recorded.
    pub layers: Vec<Layer>,
    /// The read-out vector v, H numbers: y_t = v·h_t of the last layer.
    pub readout_weights: Vec<f64>,
    /// ∂L/∂v, H numbers.
    pub readout_weights_gradient: Vec<f64>,
    /// y_t at every step, a series of width 1, with ∂L/∂y_t.
    pub readout: Channel,
    /// The step (from 0) at which the loss is read.
    pub read: usize,
    /// The loss as it would be if read at each step: y_t, or (y_t − target_t)²; T numbers.
    pub losses: Vec<f64>,
    /// ∂L/∂h_t through the layers above, at every step, T × H, row-major; empty for the layer that is read out.
    pub arriving: Vec<f64>,
}

impl Trace {
    /// The recorded layer. It is the one that is read out, unless `arriving` is filled.
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
    /// λ_t is the gradient of L with respect to the whole state at t (see [`Layer::state_gradient`]). It is zero after
    /// `read`, since the loss does not depend on later states. It is zero before `read` where f64 underflows (below
    /// 5e-324), where roads are closed, and where all slopes of a step are 0 (see [`Trace::is_flat_after`]).
    #[must_use]
    pub fn reach(&self) -> Vec<f64> {
        let layer = self.top();
        let reference = norm(&layer.state_gradient(self.read));
        (0..layer.steps()).map(|t| norm(&layer.state_gradient(t)) / reference).collect()
    }

    /// Whether a single step of an RNN stopped the whole gradient between the loss and step t: the gradient with
    /// respect to h was not 0, and that with respect to the pre-activations was. A ReLU's slope is 0 where its input is
    /// not above 0; the slope of tanh rounds to 0 where h rounds to ±1. No other slope makes a gradient 0 in one step.
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
