//! Ablation: a cell with a gate held or removed, beside the cell as it is.

use serde::{Deserialize, Serialize};

use engine::run;
use engine::trace::{Form, Quantity};

use crate::compare::Side;
use crate::scene::Scene;

/// A cell in the form that was chosen, beside the same weights in PyTorch's form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ablation {
    /// The cell as it is in PyTorch, then as it was chosen.
    pub sides: [Side; 2],
}

impl Ablation {
    /// Runs the cell in focus in PyTorch's form.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let ablated = &scene.run.lane(scene.state.focus.cell).trace;
        let mut weights = ablated.top().parameters.clone();
        weights.form = Form::default();
        let x = ablated.top().channel(Quantity::X).value.clone();
        let whole = run(weights, x, scene.readout(ablated));
        Self { sides: [&whole, ablated].map(Side::of) }
    }
}
