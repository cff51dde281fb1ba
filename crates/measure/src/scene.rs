//! The input of every picture: settings and focus, a sequence, a run.

use engine::Readout;
use engine::trace::Trace;
use model::lab::{Run, readout};
use model::sequence::Sequence;
use model::settings::State;

/// Everything that a picture is computed from.
pub struct Scene<'a> {
    /// Whether a slider may be moving: slow computations are then done in part, or left out.
    pub quick: bool,
    /// Settings, playhead and focus.
    pub state: &'a State,
    /// The sequence that the network reads.
    pub sequence: &'a Sequence,
    /// The run: a trace for each cell.
    pub run: &'a Run,
    /// Whether the trained weights that the settings ask for are missing: the run then has initial weights.
    pub absent: bool,
}

impl Scene<'_> {
    /// The read-out of a cell's run: the trace's own weights v, and the settings' read step and targets.
    pub(crate) fn readout(&self, trace: &Trace) -> Readout {
        let weights = trace.readout_weights.clone();
        Readout { weights, ..readout(&self.state.settings, self.sequence) }
    }
}
