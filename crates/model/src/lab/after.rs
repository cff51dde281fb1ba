//! What came after, on a sequence of the Lab: a minGRU, a minLSTM, and a head of attention.

use engine::attention::{Head, drawn};
use engine::linear::{Minimal, MinimalKind, MinimalWeights, run};
use engine::trace::Series;

use super::{edit_inputs, inputs, readout};
use crate::sequence::Sequence;
use crate::settings::Settings;

/// Two cells whose gates read the input alone, and a head of attention, each on the same sequence.
#[derive(Clone, Debug, PartialEq)]
pub struct After {
    /// minGRU and minLSTM, in the order of [`MinimalKind::ALL`].
    pub minimal: [Minimal; 2],
    /// The head of attention.
    pub head: Head,
}

impl After {
    /// Runs them over a sequence, with the settings' units, seed and bias, and with the v and the loss of the three cells.
    /// They have no recurrent weights, so there is nothing for the gain to multiply.
    #[must_use]
    pub fn new(settings: &Settings, sequence: &Sequence) -> Self {
        Self::over(settings, sequence, &edit_inputs(settings, inputs(settings.seed, &sequence.input)))
    }

    /// The same over what a layer reads.
    #[must_use]
    pub fn over(settings: &Settings, sequence: &Sequence, x: &Series) -> Self {
        let readout = readout(settings, sequence);
        let (units, seed) = (settings.units, settings.seed);
        let minimal = MinimalKind::ALL
            .map(|kind| run(MinimalWeights::drawn(kind, x.width(), units, seed, settings.bias), x.clone(), &readout));
        Self { minimal, head: Head::run(drawn(x.width(), units, seed), x.clone(), &readout) }
    }
}
