//! What moves an output: the norm of the gradient of the output at one step with respect to each input before it.

use serde::{Deserialize, Serialize};

use engine::trace::{CellKind, Quantity, norm};
use engine::{Readout, run};

use crate::scene::Scene;

/// The sensitivity of an output to each input.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Hears {
    /// The step of the output (from 0).
    pub at: usize,
    /// For each cell ‖∂y_at/∂x_t‖ at every step t from 0 to `at`, with y = v·h.
    pub heard: [Vec<f64>; 3],
}

impl Hears {
    /// Runs each cell with the loss read at the step in focus.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let at = scene.state.focus.step;
        Self { at, heard: CellKind::ALL.map(|cell| connectivity(scene, cell, at)) }
    }
}

/// ‖∂y_at/∂x_t‖ at every step t from 0 to `at`, for one cell, with y = v·h.
fn connectivity(scene: &Scene, cell: CellKind, at: usize) -> Vec<f64> {
    let trace = &scene.run.lane(cell).trace;
    let layer = trace.top();
    let readout = Readout { weights: trace.readout_weights.clone(), read: at, targets: None };
    let heard = run(layer.parameters.clone(), layer.channel(Quantity::X).value.clone(), readout);
    (0..=at).map(|t| norm(heard.top().gradient(Quantity::X, t))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    /// The gradient of the lab's own loss with respect to each input is what the last output hears, since
    /// that loss is the output; and an output hears nothing that comes after it.
    #[test]
    fn the_last_output_hears_what_the_loss_hears() {
        let state = State::default();
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        let scene = Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false };
        for cell in CellKind::ALL {
            let layer = run.lane(cell).trace.top();
            let recorded: Vec<f64> = (0..13).map(|t| norm(layer.gradient(Quantity::X, t))).collect();
            assert_eq!(connectivity(&scene, cell, 12), recorded);
            assert_eq!(connectivity(&scene, cell, 4).len(), 5);
        }
    }
}
