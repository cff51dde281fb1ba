//! The chain: how far each step back stretches or shrinks a gradient, and what the steps do together.

use serde::{Deserialize, Serialize};

use engine::chain::sketch;
use engine::trace::CellKind;

pub use engine::chain::Chain;

use crate::scene::Scene;

/// Norms along a chain while a slider is on its way.
const QUICK: usize = 8;

/// The chains of the three cells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chains {
    /// The step where the loss is read (from 0).
    pub read: usize,
    /// The step in focus, at most the read one.
    pub at: usize,
    /// Each cell's chain. Norms that were not asked for are NaN.
    pub chains: [Chain; 3],
}

impl Chains {
    /// Works out each cell's chain from the read step back.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let read = scene.state.settings.read_step();
        let at = scene.state.focus.step.min(read);
        let every = if scene.quick { (read + 1).div_ceil(QUICK) } else { 1 };
        let chains = CellKind::ALL.map(|cell| sketch(scene.run.lane(cell).trace.top(), read, every, at));
        Self { read, at, chains }
    }
}
