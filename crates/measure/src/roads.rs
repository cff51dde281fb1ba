//! The roads: by which of its terms a cell hands the gradient back, step by step and over the whole way,
//! and what becomes of it when a road is closed.

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
    /// At every step from the second to the read one, each road's share of the gradient, in the order of `CellKind::roads`.
    pub steps: Vec<Vec<f64>>,
    /// The ways of the gradient from the read step to each state before it.
    pub ways: Vec<Way>,
    /// The run with all roads open, then with those closed that were chosen.
    pub sides: [Side; 2],
}

impl Roads {
    /// Shares the gradient out, and runs the cell in focus with all roads open.
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
