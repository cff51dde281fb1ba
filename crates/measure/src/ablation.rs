//! Ablation: a cell with a part removed, beside the same weights in PyTorch's form.

use serde::{Deserialize, Serialize};

use engine::run;
use engine::trace::{Form, Quantity};

use crate::compare::Side;
use crate::scene::Scene;

/// The cell in focus in two forms, with the same weights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ablation {
    /// The cell in PyTorch's form, then in the chosen form.
    pub sides: [Side; 2],
}

impl Ablation {
    /// Runs the cell in focus in PyTorch's form; the chosen form is the scene's own run.
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
