//! What is looked at in the laboratory: settings and focus, a sequence, a run.

use engine::Readout;
use engine::trace::Trace;
use model::lab::{Run, readout};
use model::sequence::Sequence;
use model::settings::State;

/// All that a picture is made of.
pub struct Scene<'a> {
    /// A slider may be on its way: what takes long is worked out in part, or not at all.
    pub quick: bool,
    /// Settings, playhead and focus.
    pub state: &'a State,
    /// What the network reads.
    pub sequence: &'a Sequence,
    /// The three traces.
    pub run: &'a Run,
    /// The weights that the settings ask for are not there: these are untrained.
    pub absent: bool,
}

impl Scene<'_> {
    /// The read-out of a cell's run: its own v at the step where the loss is read.
    pub(crate) fn readout(&self, trace: &Trace) -> Readout {
        let weights = trace.readout_weights.clone();
        Readout { weights, ..readout(&self.state.settings, self.sequence) }
    }
}
