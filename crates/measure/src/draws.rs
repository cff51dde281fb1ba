//! Many draws: what is left of the gradient in this draw of the weights, and in many others.

use serde::{Deserialize, Serialize};

use engine::trace::CellKind;
use model::lab::draws::Draws as Seeds;

use crate::going::Going;
use crate::scene::Scene;

/// What is left of the gradient in this draw and in many others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draws {
    /// The step where the loss is read (from 0).
    pub read: usize,
    /// The cell and the step in focus (from 0), at most `read`.
    pub focus: (CellKind, usize),
    /// ‖λ_t‖ / ‖λ_read‖ of this draw at every step up to `read`, by cell.
    pub own: [Vec<f64>; 3],
    /// Of the other draws at every step: the shares that 5 %, half and 95 % of them stay below. Empty before there are any.
    pub bands: [Vec<[f64; 3]>; 3],
    /// How many draws keep less than this one at every step. Empty before there are any.
    pub below: [Vec<usize>; 3],
    /// How many have been drawn, of how many.
    pub going: Going,
}

impl Draws {
    /// This draw alone.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let read = scene.state.settings.read_step();
        let own = CellKind::ALL.map(|cell| scene.run.lane(cell).reach[..=read].to_vec());
        let focus = (scene.state.focus.cell, scene.state.focus.step.min(read));
        Self { read, focus, own, bands: [const { vec![] }; 3], below: [const { vec![] }; 3], going: Going::default() }
    }

    /// Puts the others beside it.
    pub(crate) fn put(&mut self, seeds: &Seeds, going: Going) {
        self.going = going;
        if seeds.done() == 0 {
            return;
        }
        let read = self.read;
        self.bands = CellKind::ALL.map(|cell| (0..=read).map(|t| seeds.band(cell, t)).collect());
        let below = |(cell, own): (CellKind, &Vec<f64>)| {
            own.iter().enumerate().map(|(t, share)| seeds.below(cell, t, *share)).collect()
        };
        let mut all = CellKind::ALL.into_iter().zip(&self.own).map(below);
        self.below = [(); 3].map(|()| all.next().unwrap_or_default());
    }
}
