//! Cures for vanishing and exploding gradients, side by side: two networks that differ in initialisation, gain, bias or
//! form.

use serde::{Deserialize, Serialize};

use engine::cure::start;
use engine::trace::{CellKind, Form, Trace};
use engine::{Start, parameters, readout_weights, run};
use model::keys::Key;
use model::lab::{inputs, readout};

pub use engine::cure::Scheme;

use crate::compare::Side;
use crate::scene::Scene;

/// A network that can be compared with another: a cell with an initialisation and a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cure {
    /// The RNN with PyTorch's initialisation.
    Rnn,
    /// W_hh multiplied by ½.
    RnnGainHalf,
    /// W_hh multiplied by 2.
    RnnGainTwo,
    /// ReLU instead of tanh.
    RnnRelu,
    /// Glorot's (Xavier) initialisation.
    RnnXavier,
    /// W_hh orthogonal.
    RnnOrthogonal,
    /// W_hh initialised to the identity.
    RnnIdentity,
    /// W_hh initialised to the identity, with ReLU (Le, Jaitly and Hinton 2015).
    Irnn,
    /// A non-normal W_hh, whose powers grow before they vanish.
    RnnNonNormal,
    /// The LSTM with PyTorch's initialisation.
    Lstm,
    /// 1 added to the forget gate's bias.
    LstmBiasOne,
    /// 3 added to the forget gate's bias.
    LstmBiasThree,
    /// Chrono biases.
    LstmChrono,
    /// W_hh orthogonal, gate by gate.
    LstmOrthogonal,
    /// The GRU with PyTorch's initialisation.
    Gru,
    /// 3 added to the update gate's bias.
    GruBiasThree,
    /// Chrono biases.
    GruChrono,
    /// The reset gate applied before the matrix product.
    GruBefore,
}

/// The choices that determine an untrained network.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setup {
    /// The cell.
    pub cell: CellKind,
    /// The initialisation scheme.
    pub scheme: Scheme,
    /// The factor of W_hh.
    pub gain: f64,
    /// The number added to the bias of the LSTM's forget gate or the GRU's update gate.
    pub bias: f64,
    /// How the cell differs from PyTorch's.
    pub form: Form,
}

impl Cure {
    /// Every network, in the order of the list on the page.
    pub const ALL: [Self; 18] = [
        Self::Rnn,
        Self::RnnGainHalf,
        Self::RnnGainTwo,
        Self::RnnRelu,
        Self::RnnXavier,
        Self::RnnOrthogonal,
        Self::RnnIdentity,
        Self::Irnn,
        Self::RnnNonNormal,
        Self::Lstm,
        Self::LstmBiasOne,
        Self::LstmBiasThree,
        Self::LstmChrono,
        Self::LstmOrthogonal,
        Self::Gru,
        Self::GruBiasThree,
        Self::GruChrono,
        Self::GruBefore,
    ];

    /// Pairs that differ in one respect. The first network is the reference.
    pub const PAIRS: [[Self; 2]; 10] = [
        [Self::Rnn, Self::RnnOrthogonal],
        [Self::Rnn, Self::RnnGainTwo],
        [Self::RnnIdentity, Self::Irnn],
        [Self::Rnn, Self::RnnNonNormal],
        [Self::Lstm, Self::LstmBiasOne],
        [Self::LstmBiasOne, Self::LstmBiasThree],
        [Self::Lstm, Self::LstmChrono],
        [Self::Gru, Self::GruBiasThree],
        [Self::Gru, Self::GruBefore],
        [Self::Rnn, Self::Lstm],
    ];

    /// Its name in the address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Rnn => "rnn",
            Self::RnnGainHalf => "rnn-gain-half",
            Self::RnnGainTwo => "rnn-gain-two",
            Self::RnnRelu => "rnn-relu",
            Self::RnnXavier => "rnn-xavier",
            Self::RnnOrthogonal => "rnn-orthogonal",
            Self::RnnIdentity => "rnn-identity",
            Self::Irnn => "irnn",
            Self::RnnNonNormal => "rnn-nonnormal",
            Self::Lstm => "lstm",
            Self::LstmBiasOne => "lstm-bias-one",
            Self::LstmBiasThree => "lstm-bias-three",
            Self::LstmChrono => "lstm-chrono",
            Self::LstmOrthogonal => "lstm-orthogonal",
            Self::Gru => "gru",
            Self::GruBiasThree => "gru-bias-three",
            Self::GruChrono => "gru-chrono",
            Self::GruBefore => "gru-before",
        }
    }

    /// The network with this key.
    fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cure| cure.key() == key)
    }

    /// The choices that determine it.
    #[must_use]
    pub fn setup(self) -> Setup {
        let of = |cell| Setup { cell, scheme: Scheme::Pytorch, gain: 1.0, bias: 0.0, form: Form::default() };
        let (rnn, lstm, gru) = (of(CellKind::Rnn), of(CellKind::Lstm), of(CellKind::Gru));
        match self {
            Self::Rnn => rnn,
            Self::RnnGainHalf => Setup { gain: 0.5, ..rnn },
            Self::RnnGainTwo => Setup { gain: 2.0, ..rnn },
            Self::RnnRelu => Setup { form: rnn.form.with_relu(), ..rnn },
            Self::RnnXavier => Setup { scheme: Scheme::Xavier, ..rnn },
            Self::RnnOrthogonal => Setup { scheme: Scheme::Orthogonal, ..rnn },
            Self::RnnIdentity => Setup { scheme: Scheme::Identity, ..rnn },
            Self::Irnn => Setup { scheme: Scheme::Identity, form: rnn.form.with_relu(), ..rnn },
            Self::RnnNonNormal => Setup { scheme: Scheme::NonNormal, ..rnn },
            Self::Lstm => lstm,
            Self::LstmBiasOne => Setup { bias: 1.0, ..lstm },
            Self::LstmBiasThree => Setup { bias: 3.0, ..lstm },
            Self::LstmChrono => Setup { scheme: Scheme::Chrono, ..lstm },
            Self::LstmOrthogonal => Setup { scheme: Scheme::Orthogonal, ..lstm },
            Self::Gru => gru,
            Self::GruBiasThree => Setup { bias: 3.0, ..gru },
            Self::GruChrono => Setup { scheme: Scheme::Chrono, ..gru },
            Self::GruBefore => Setup { form: gru.form.with_reset_before(), ..gru },
        }
    }
}

/// Two untrained networks side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cures {
    /// The reference, and the network compared with it.
    pub pair: [Cure; 2],
    /// The first name in the settings that no network has, if any.
    pub unknown: Option<String>,
    /// Whether both have about as many parameters as an LSTM with the chosen hidden units.
    pub equal: bool,
    /// Hidden units H of each.
    pub units: [usize; 2],
    /// Parameters of each.
    pub counts: [usize; 2],
    /// The curves of each.
    pub sides: [Side; 2],
}

impl Cures {
    /// Runs the two chosen networks on the page's sequence.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let settings = &scene.state.settings;
        let chosen = settings.text(Key::Cures);
        let chosen = if chosen.is_empty() { "lstm-bias-one~lstm-bias-three" } else { chosen };
        let (first, second) = chosen.split_once('~').unwrap_or((chosen, chosen));
        let unknown = [first, second].into_iter().find(|key| Cure::named(key).is_none()).map(str::to_owned);
        // The first or second network of the list replaces an unknown one.
        let pair = [Cure::named(first).unwrap_or(Cure::Rnn), Cure::named(second).unwrap_or(Cure::RnnGainHalf)];
        let equal = settings.is(Key::Equal);
        let traces = pair.map(|cure| trace(scene, cure.setup(), equal));
        Self {
            pair,
            unknown,
            equal,
            units: traces.each_ref().map(|trace| trace.top().hidden()),
            counts: traces.each_ref().map(|trace| trace.top().parameters.count()),
            sides: traces.each_ref().map(Side::of),
        }
    }
}

/// The hidden units with which a cell has about as many parameters as an LSTM with `units`.
fn equal_units(cell: CellKind, input: usize, units: usize) -> usize {
    cell.equal_units(units, |cell, hidden| cell.parameter_count(input, hidden))
}

/// Runs one network on the page's sequence.
fn trace(scene: &Scene, setup: Setup, equal: bool) -> Trace {
    let settings = &scene.state.settings;
    let x = inputs(settings.seed, &scene.sequence.input);
    let hidden = if equal { equal_units(setup.cell, x.width(), settings.units) } else { settings.units };
    let (gain, bias) = (setup.gain, setup.bias);
    let mut weights = parameters(setup.cell, x.width(), Start { seed: settings.seed, hidden, gain, bias });
    start(&mut weights, setup.scheme, settings.seed, gain, bias, scene.sequence.steps());
    weights.form = setup.form;
    let mut readout = readout(settings, scene.sequence);
    readout.weights = readout_weights(settings.seed, hidden);
    run(weights, x, readout)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    #[test]
    fn every_cure_is_found_by_its_own_key() {
        assert!(Cure::ALL.into_iter().all(|cure| Cure::named(cure.key()) == Some(cure)));
    }

    #[test]
    fn the_two_of_a_pair_differ_in_one_thing() {
        for pair in Cure::PAIRS {
            let [a, b] = pair.map(Cure::setup);
            let differences =
                [a.cell != b.cell, a.scheme != b.scheme, a.gain != b.gain, a.bias != b.bias, a.form != b.form];
            assert_eq!(differences.iter().filter(|d| **d).count(), 1, "{pair:?}");
        }
    }

    #[test]
    fn equal_parameters_are_nearly_equal() {
        for cell in CellKind::ALL {
            let h = equal_units(cell, 8, 12);
            let count = cell.parameter_count(8, h);
            assert!(count.abs_diff(1056) < 90, "{cell:?} with {h} units has {count}");
        }
        assert_eq!(equal_units(CellKind::Lstm, 8, 12), 12);
    }

    /// Looks at what an address holds.
    fn viewed<T>(fragment: &str, look: impl FnOnce(&Scene) -> T) -> T {
        let (state, _) = State::from_fragment(fragment);
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        look(&Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false })
    }

    /// With the page's own gain and bias the plain setups are the page's own lanes.
    #[test]
    fn a_plain_setup_is_the_lane() {
        viewed("bias=0&sequence=impulse&length=30", |scene| {
            for cure in [Cure::Rnn, Cure::Lstm, Cure::Gru] {
                let setup = cure.setup();
                assert_eq!(trace(scene, setup, false).reach(), scene.run.lane(setup.cell).reach);
            }
        });
    }

    #[test]
    fn what_there_is_not_is_named_and_the_others_stay() {
        let chosen = |fragment: &str| {
            viewed(fragment, |scene| {
                let cures = Cures::of(scene);
                (cures.pair, cures.unknown)
            })
        };
        assert_eq!(chosen(""), ([Cure::LstmBiasOne, Cure::LstmBiasThree], None));
        assert_eq!(chosen("cures=gru~lstm-chrono"), ([Cure::Gru, Cure::LstmChrono], None));
        assert_eq!(chosen("cures=nothing~gru"), ([Cure::Rnn, Cure::Gru], Some("nothing".to_owned())));
    }

    /// A radius below 1, and still the gradient grows at first and vanishes only later.
    #[test]
    fn the_non_normal_preset_grows_and_then_vanishes() {
        let setup = Cure::RnnNonNormal.setup();
        let trace = viewed("sequence=impulse&length=200&units=16", |scene| trace(scene, setup, false));
        let chain = engine::chain::chain(trace.top(), 199);
        let largest = chain.log_norm.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        assert!(largest > 1.0 && chain.log_norm[0] < -1.0, "grows to e^{largest}, ends at e^{}", chain.log_norm[0]);
    }
}
