//! Two runs side by side: how much of the gradient is left in each, and how large the hidden states are.

use serde::{Deserialize, Serialize};

use engine::trace::{Quantity, Trace, norm};

/// One of two compared runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// The step where the loss is read (from 0).
    pub read: usize,
    /// ‖λ_t‖ / ‖λ_read‖ at every step; see [`Trace::reach`].
    pub reach: Vec<f64>,
    /// ‖h_t‖ / √H at every step: the root mean square of the hidden state's elements.
    pub lengths: Vec<f64>,
}

impl Side {
    /// Reads both curves from the top layer of a trace.
    #[must_use]
    pub fn of(trace: &Trace) -> Self {
        let layer = trace.top();
        let root = (layer.hidden() as f64).sqrt();
        let lengths = (0..layer.steps()).map(|t| norm(layer.value(Quantity::Hidden, t)) / root).collect();
        Self { read: trace.read, reach: trace.reach(), lengths }
    }
}
