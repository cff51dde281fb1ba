//! Runs the engine: settings and a sequence in, three traces out. Page and worker reach the engine through here.

mod after;
pub mod draws;
mod edits;
pub mod kept;
mod network;
mod packed;
mod taken;

pub use after::After;
pub use edits::{edit_inputs, edit_weights, number};
pub use network::{Head, Network, padded, prepare_weights};
pub use packed::{mark, packed, unpacked};
pub use taken::{Taken, run_csv, run_json, taken};

use crate::sequence::{Input, Sequence};
use crate::settings::Settings;
use engine::trace::{CellKind, Channel, Parameters, Series, Trace};
use engine::{Readout, Start, embedding, parameters, readout_weights, run};

/// The width of a token's embedding.
pub const EMBEDDING: usize = 8;

/// The three cells on one sequence.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    lanes: [Lane; 3],
}

/// One cell's run.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The recorded states, gates and gradients.
    pub trace: Trace,
    /// ‖λ_t‖ / ‖λ_read‖ at every step; see [`Trace::reach`].
    pub reach: Vec<f64>,
    /// The whole read-out of a trained network; `None` of any other.
    pub head: Option<Head>,
}

impl Lane {
    fn new(trace: Trace, head: Option<Head>) -> Self {
        Self { reach: trace.reach(), trace, head }
    }
}

impl Run {
    /// Runs RNN, LSTM and GRU over the sequence, both passes, with all gradients. The embeddings and
    /// the read-out are the same for the three.
    #[must_use]
    pub fn new(settings: &Settings, sequence: &Sequence) -> Self {
        Self::with(settings, sequence, |_| None)
    }

    /// Like [`Run::new`], with the trained weights that `networks` returns for a cell, if any.
    #[must_use]
    pub fn with(settings: &Settings, sequence: &Sequence, networks: impl Fn(CellKind) -> Option<Network>) -> Self {
        let start = Start { seed: settings.seed, hidden: settings.units, gain: settings.gain, bias: settings.bias };
        let x = inputs(settings.seed, &sequence.input);
        let (layer, layers) = settings.layer();
        let x = if layer > 1 { x } else { edit_inputs(settings, x) };
        let lanes = CellKind::ALL.map(|cell| {
            let network = networks(cell);
            let head = network.as_ref().and_then(|own| own.head.clone());
            let own = readout(settings, sequence);
            let readout = Readout { weights: network.as_ref().map_or(own.weights, |own| own.row.clone()), ..own };
            if layers > 1 {
                return Lane::new(network::run_stack(settings, network, x.clone(), cell, readout), head);
            }
            let weights = parameters(cell, x.width(), start);
            let weights = prepare_weights(settings, sequence.steps(), weights, network.as_ref());
            let mut trace = run(weights, x.clone(), readout);
            if layer < layers {
                trace.arriving = vec![0.0; trace.steps() * settings.units];
            }
            Lane::new(trace, head)
        });
        Self { lanes }
    }

    /// Sets the form of each cell, after another run's numbers were written over these.
    pub fn set_forms(&mut self, settings: &Settings) {
        for lane in &mut self.lanes {
            for layer in &mut lane.trace.layers {
                layer.parameters.form = settings.form(layer.parameters.cell);
            }
        }
    }

    /// The run of one cell.
    #[must_use]
    pub fn lane(&self, cell: CellKind) -> &Lane {
        match cell {
            CellKind::Rnn => &self.lanes[0],
            CellKind::Lstm => &self.lanes[1],
            CellKind::Gru => &self.lanes[2],
        }
    }

    /// Every list of numbers of the run, in a fixed order. Settings that differ only in gain, bias and seed give as
    /// many lists, of the same lengths.
    pub fn numbers(&self) -> impl Iterator<Item = &[f64]> {
        self.lanes.iter().flat_map(|lane| {
            let trace = &lane.trace;
            let layers = trace.layers.iter().flat_map(|layer| {
                let weights = [&layer.parameters, &layer.parameters_gradient].into_iter().flat_map(Parameters::numbers);
                weights.chain(layer.channels.iter().flat_map(Channel::numbers))
            });
            let own =
                [&lane.reach, &trace.readout_weights, &trace.readout_weights_gradient, &trace.losses, &trace.arriving];
            layers.chain(trace.readout.numbers()).chain(own.into_iter().map(Vec::as_slice))
        })
    }

    /// The same lists, mutable.
    pub fn numbers_mut(&mut self) -> impl Iterator<Item = &mut [f64]> {
        self.lanes.iter_mut().flat_map(|lane| {
            let trace = &mut lane.trace;
            let layers = trace.layers.iter_mut().flat_map(|layer| {
                let weights = [&mut layer.parameters, &mut layer.parameters_gradient].into_iter();
                let channels = layer.channels.iter_mut().flat_map(Channel::numbers_mut);
                weights.flat_map(Parameters::numbers_mut).chain(channels)
            });
            let own = [
                &mut lane.reach,
                &mut trace.readout_weights,
                &mut trace.readout_weights_gradient,
                &mut trace.losses,
                &mut trace.arriving,
            ];
            layers.chain(trace.readout.numbers_mut()).chain(own.into_iter().map(Vec::as_mut_slice))
        })
    }

    /// Writes the numbers of another run of the same shape over these, all lists one after the other. Returns `false`,
    /// and changes nothing, if there are more or fewer.
    #[must_use]
    pub fn overwrite(&mut self, numbers: &[f64]) -> bool {
        if self.numbers().map(<[f64]>::len).sum::<usize>() != numbers.len() {
            return false;
        }
        let mut rest = numbers;
        for list in self.numbers_mut() {
            let (own, after) = rest.split_at(list.len());
            list.copy_from_slice(own);
            rest = after;
        }
        true
    }
}

/// The network's input: embeddings of tokens (T × 8), or numbers (T × channels).
#[must_use]
pub fn inputs(seed: u64, input: &Input) -> Series {
    match input {
        Input::Tokens(tokens) => {
            Series::new(EMBEDDING, tokens.iter().flat_map(|token| embedding(seed, token, EMBEDDING)).collect())
        }
        Input::Symbols { kinds, read } => {
            let one = |symbol: &Option<usize>| {
                (0..*kinds).map(|k| if Some(k) == *symbol { 1.0 } else { 0.0 }).collect::<Vec<_>>()
            };
            Series::new(*kinds, read.iter().flat_map(one).collect())
        }
        Input::Numbers { values, channels, .. } => Series::new(*channels, values.clone()),
    }
}

/// L = v·h at the read step, with v the same for all cells; for a series (v·h − next value)².
#[must_use]
pub fn readout(settings: &Settings, sequence: &Sequence) -> Readout {
    let targets = match &sequence.input {
        Input::Numbers { next, .. } if !next.is_empty() => Some(next.clone()),
        Input::Numbers { .. } | Input::Symbols { .. } | Input::Tokens(_) => None,
    };
    Readout { weights: readout_weights(settings.seed, settings.units), read: settings.read_step(), targets }
}
