//! The roads: the shares of the gradient that go back by each term of the cell's state update, at each step and over
//! all steps, and the gradient that is left when roads are closed.

use serde::{Deserialize, Serialize};

use engine::roads::{step_shares, ways};
use engine::run;
use engine::trace::Quantity;

pub use engine::roads::Way;

use crate::compare::Side;
use crate::scene::Scene;

/// The roads of the cell in focus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Roads {
    /// At every step from 1 to the read step (from 0), each road's share of the gradient, in the order of
    /// `CellKind::roads`. The shares of a step add up to 1, unless the gradient is 0.
    pub steps: Vec<Vec<f64>>,
    /// The decomposition of the gradient from the read step to each state before it.
    pub ways: Vec<Way>,
    /// The run with all roads open, then with the chosen roads closed.
    pub sides: [Side; 2],
}

impl Roads {
    /// Decomposes the gradient, and runs the cell in focus with all roads open.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let shut = &scene.run.lane(scene.state.focus.cell).trace;
        let layer = shut.top();
        let read = scene.state.settings.read_step();
        let mut weights = layer.parameters.clone();
        weights.form = weights.form.with_open_roads();
        let whole = run(weights, layer.channel(Quantity::X).value.clone(), scene.readout(shut));
        Self {
            steps: (1..=read).map(|t| step_shares(layer, t)).collect(),
            ways: ways(layer, read),
            sides: [&whole, shut].map(Side::of),
        }
    }
}
