//! The gates at work: what the unit that keeps the subject's number holds, and what its gates do, in a network that has learned
//! agreement, beside the same network before training.

use serde::{Deserialize, Serialize};

use engine::trace::{CellKind, Parameters, Quantity, Series};
pub use learn::follow::FOLLOWS;
use learn::follow::{correlations, held};
use learn::task::{Sets, other_number};
use learn::training::Setup;
use model::lab;
use model::sequence::Input;
use model::settings::{Settings, Source};

use crate::scene::Scene;

/// The task whose networks are shown.
pub const TASK: &str = "agreement";

/// What is shown; `None` where the settings show no network that has learned agreement, on one of its sentences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gates(pub Option<AtWork>);

/// One cell's network, before training and after it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AtWork {
    /// The place of the noun that the verb agrees with, a step from 0.
    pub noun: usize,
    /// That noun in the other number.
    pub other: String,
    /// The network before training, and after it.
    pub networks: [Network; 2],
}

/// The unit of a network that follows the noun's number best.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Network {
    /// The correlation of each unit's last state with the number, −1 to 1.
    pub correlations: Vec<f64>,
    /// The unit, from 0, whose correlation is farthest from 0.
    pub unit: usize,
    /// What that unit holds at every step: tanh c_t of an LSTM, else h_t.
    pub held: Vec<f64>,
    /// The same, with the noun in the other number.
    pub swapped: Vec<f64>,
    /// Each of its gates at every step, in the order of `CellKind::gates`.
    pub gates: Vec<Vec<f64>>,
}

impl Gates {
    /// Reads the sentence twice with the network of the cell in focus, and with the same network before training.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        Self(of(scene))
    }
}

fn of(scene: &Scene) -> Option<AtWork> {
    let settings = &scene.state.settings;
    let trained = &scene.run.lane(scene.state.focus.cell).trace;
    let read = shown(scene).filter(|_| trained.layers.len() == 1)?;
    let (noun, other) = read.iter().enumerate().find_map(|(t, word)| Some((t, other_number((*word)?)?)))?;
    let mut swapped = read.clone();
    swapped[noun] = Some(other);
    let kinds = trained.top().parameters.input();
    let [sentence, twin] = [read, swapped].map(|read| lab::inputs(settings.seed, &Input::Symbols { kinds, read }));
    let setup = Setup::new(settings, &Sets::default()).0;
    let before = setup.weights(trained.top().parameters.cell, 0).layers.first()?.clone();
    let network = |parameters: &Parameters| Network::of(parameters, [&sentence, &twin], &setup);
    let other = (setup.level.task().input)(&setup.level, other);
    Some(AtWork { noun, other, networks: [network(&before), network(&trained.top().parameters)] })
}

/// The words of the sentence, where a network reads it that has learned agreement.
fn shown(scene: &Scene) -> Option<Vec<Option<usize>>> {
    let settings: &Settings = &scene.state.settings;
    let is_trained = settings.is_trained() && !settings.is_before_training() && !scene.absent;
    let is_one = settings.source == Source::Example && settings.task() == TASK;
    match &scene.sequence.input {
        Input::Symbols { read, .. } if is_trained && is_one => Some(read.clone()),
        _ => None,
    }
}

impl Network {
    /// A network's best unit, on a sentence and on its twin.
    fn of(parameters: &Parameters, sentences: [&Series; 2], setup: &Setup) -> Self {
        let found = correlations(parameters, &setup.level, setup.seed);
        let best = found.iter().enumerate().max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
        Self::at(best.map_or(0, |(unit, _)| unit), parameters, sentences, found)
    }

    /// A unit of a network, on a sentence and on its twin.
    #[must_use]
    pub fn at(unit: usize, parameters: &Parameters, sentences: [&Series; 2], correlations: Vec<f64>) -> Self {
        let [read, twin] = sentences.map(|sentence| engine::read(parameters.clone(), sentence.clone()));
        let steps = 0..read.steps();
        let shown = if parameters.cell == CellKind::Lstm { f64::tanh } else { |h: f64| h };
        let states = |layer: &engine::trace::Layer| {
            let one = |t: usize| shown(layer.value(held(parameters.cell), t)[unit]);
            (0..layer.steps()).map(one).collect()
        };
        let gate = |gate: &Quantity| steps.clone().map(|t| read.value(*gate, t)[unit]).collect();
        let gates = parameters.cell.gates().iter().map(gate).collect();
        Self { correlations, unit, held: states(&read), swapped: states(&twin), gates }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use learn::follow::followers;
    use learn::trained::Trained;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    /// What is shown of a cell on an example, with the weights that ship with the page.
    fn shown(cell: CellKind, more: &str) -> Gates {
        let fragment = format!("{more}&sequence=example&task=agreement&trained=3000&units=32&cell={}", cell.key());
        let (state, problems) = State::from_fragment(&fragment);
        assert!(problems.is_empty(), "{problems:?}");
        let (settings, mut trained) = (&state.settings, Trained::default());
        trained.bring(settings, &Sets::default(), cell, [None, None, None]);
        trained.bring_shipped(Ok(include_bytes!("../../../static/weights/agreement.bin").to_vec()));
        let mut library = Library::default();
        library.bring_example(settings.example_of(), trained.example(settings));
        let sequence = settings.sequence(&library);
        let run = Run::with(settings, &sequence, |cell| trained.network(settings, cell));
        Gates::of(&Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false })
    }

    #[test]
    fn the_noun_in_the_other_number_turns_the_sign_of_what_a_trained_unit_holds() {
        for (cell, example) in [(CellKind::Lstm, 1), (CellKind::Gru, 1), (CellKind::Lstm, 4), (CellKind::Gru, 7)] {
            let own = shown(cell, &format!("example={example}")).0.expect("a trained network");
            let [before, after] = &own.networks;
            let end = |list: &[f64]| list.last().copied().unwrap_or_default();
            assert!(end(&after.held).abs() > 0.9 && end(&after.swapped).abs() > 0.9, "{cell:?}: {after:?}");
            assert!(end(&after.held) * end(&after.swapped) < 0.0);
            // Until the noun both sentences are one.
            assert_eq!(after.held[..own.noun], after.swapped[..own.noun]);
            assert!((end(&before.held) - end(&before.swapped)).abs() < 0.1, "{before:?}");
            assert!(followers(&after.correlations) > 16 && followers(&before.correlations) == 0);
        }
    }

    #[test]
    fn the_rnn_that_has_not_learned_it_has_no_unit_that_follows() {
        let own = shown(CellKind::Rnn, "").0.expect("a trained network");
        assert!(own.networks.iter().all(|network| followers(&network.correlations) == 0 && network.gates.is_empty()));
    }

    #[test]
    fn where_no_network_has_learned_agreement_nothing_is_shown() {
        assert_eq!(shown(CellKind::Lstm, "untrained=yes"), Gates(None));
        assert_eq!(shown(CellKind::Lstm, "sequence=impulse"), Gates(None));
    }
}
