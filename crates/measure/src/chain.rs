//! The chain: how much each step back stretches or shrinks a gradient, and the product of the steps' Jacobians.

use serde::{Deserialize, Serialize};

use engine::chain::sketch;
use engine::trace::CellKind;

pub use engine::chain::Chain;

use crate::scene::Scene;

/// The number of norms along a chain while a slider is moving.
const QUICK: usize = 8;

/// The chains of the three cells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chains {
    /// The step where the loss is read (from 0).
    pub read: usize,
    /// The step in focus (from 0), at most `read`.
    pub at: usize,
    /// Each cell's chain, in the order of [`CellKind::ALL`]. Norms that were not computed are NaN.
    pub chains: [Chain; 3],
}

impl Chains {
    /// Computes each cell's chain from the read step back to the first step.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let read = scene.state.settings.read_step();
        let at = scene.state.focus.step.min(read);
        let every = if scene.quick { (read + 1).div_ceil(QUICK) } else { 1 };
        let chains = CellKind::ALL.map(|cell| sketch(scene.run.lane(cell).trace.top(), read, every, at));
        Self { read, at, chains }
    }
}
