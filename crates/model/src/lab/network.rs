//! Weights other than PyTorch's initial ones: another initialisation, a trained network, numbers that a person set.

use crate::keys::Key;
use crate::settings::Settings;
use engine::cure::{Scheme, start};
use engine::trace::{CellKind, Parameters, Series, Trace};
use engine::{Readout, Start, parameters};

use super::{edit_inputs, edit_weights};

/// The read-out of a trained network, of all its outputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The weights of each output, of length H.
    pub rows: Vec<Vec<f64>>,
    /// The bias of each output.
    pub bias: Vec<f64>,
}

impl Head {
    /// The output that is largest at a hidden state: what a classifier answers.
    #[must_use]
    pub fn largest(&self, h: &[f64]) -> usize {
        let output = |(row, bias): (&Vec<f64>, &f64)| row.iter().zip(h).map(|(v, h)| v * h).sum::<f64>() + bias;
        let outputs = self.rows.iter().zip(&self.bias).map(output);
        outputs.enumerate().max_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(place, _)| place)
    }
}

/// A network whose weights are not drawn here: its layers, its decoder's layers, and its read-out.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// The layers from the input up; the encoder's, if there is a decoder. All have the Lab's number of hidden units.
    pub layers: Vec<Parameters>,
    /// The layers of the decoder; empty without a decoder.
    pub decoder: Vec<Parameters>,
    /// v: the row of the read-out for the output shown, of length H.
    pub row: Vec<f64>,
    /// The whole read-out; `None` of a network without one.
    pub head: Option<Head>,
}

impl Network {
    /// The weights of the layer shown, as training left them: gain and bias are of weights that are drawn here. `None` if
    /// it has another number of inputs.
    fn shown(&self, settings: &Settings, inputs: usize) -> Option<Parameters> {
        self.layers.get(settings.layer().0 - 1).filter(|layer| layer.input() == inputs).cloned()
    }
}

/// Layers with `units` hidden units, at least as many as they have; the added ones have zero weights, so their h stays 0.
#[must_use]
pub fn padded(layers: Vec<Parameters>, units: usize) -> Vec<Parameters> {
    let pad = |(number, layer): (usize, Parameters)| {
        let (own, inputs) = (layer.hidden(), layer.input());
        let mut padded = Parameters::zeros(layer.cell, if number > 0 { units } else { inputs }, units);
        for block in 0..layer.weight_hh.nrows() / own {
            let (from, to) = (block * own, block * units);
            padded.weight_ih.view_mut((to, 0), (own, inputs)).copy_from(&layer.weight_ih.rows(from, own));
            padded.weight_hh.view_mut((to, 0), (own, own)).copy_from(&layer.weight_hh.rows(from, own));
            padded.bias_ih.rows_mut(to, own).copy_from(&layer.bias_ih.rows(from, own));
            padded.bias_hh.rows_mut(to, own).copy_from(&layer.bias_hh.rows(from, own));
        }
        padded.form = layer.form;
        padded
    };
    layers.into_iter().enumerate().map(pad).collect()
}

/// The weights of a run: initial or trained ones, with the numbers that a person set, in the chosen form. `steps` is T,
/// which chrono initialisation needs.
#[must_use]
pub fn prepare_weights(
    settings: &Settings,
    steps: usize,
    mut weights: Parameters,
    network: Option<&Network>,
) -> Parameters {
    let cell = weights.cell;
    if let Some(scheme) = settings.name(Key::of_start(cell)).and_then(Scheme::named) {
        start(&mut weights, scheme, settings.seed, settings.gain, settings.bias, steps);
    }
    let weights = network.and_then(|network| network.shown(settings, weights.input())).unwrap_or(weights);
    let mut weights = edit_weights(settings, weights);
    weights.form = settings.form(cell);
    weights
}

/// The layers of a network as they are run, each prepared as [`prepare_weights`] does the one shown, and those of its decoder.
pub(super) fn stack(
    settings: &Settings,
    network: Option<Network>,
    width: usize,
    steps: usize,
    cell: CellKind,
) -> (Vec<Parameters>, Vec<Parameters>) {
    let (layer, layers) = settings.layer();
    let network = network.filter(|network| network.layers[0].input() == width);
    let (mut stack, decoder) = match &network {
        Some(network) => (network.layers.clone(), network.decoder.clone()),
        // The network has another shape, as after an edit of the address: run the initial weights.
        None => {
            let inputs = |number: usize| if number == 0 { width } else { settings.units };
            // Of a single layer gain and bias can be set.
            let gain = if layers == 1 { settings.gain } else { 1.0 };
            let start = Start { seed: settings.seed, hidden: settings.units, gain, bias: settings.bias };
            ((0..layers).map(|number| parameters(cell, inputs(number), start)).collect(), vec![])
        }
    };
    // The Lab shows the layers of the encoder, not those of the decoder.
    let layer = layer.min(stack.len());
    stack[layer - 1] = prepare_weights(settings, steps, stack[layer - 1].clone(), network.as_ref());
    (stack, decoder)
}

/// The run of a trained network, with the trace of the layer shown.
pub(super) fn run_stack(
    settings: &Settings,
    network: Option<Network>,
    x: Series,
    cell: CellKind,
    readout: Readout,
) -> Trace {
    let (stack, decoder) = stack(settings, network, x.width(), x.steps(), cell);
    // The Lab shows the layers of the encoder, not those of the decoder.
    let layer = settings.layer().0.min(stack.len());
    let edit = |x| edit_inputs(settings, x);
    let Some(first) = decoder.first() else { return engine::run_stack(stack, layer - 1, x, edit, readout) };
    // The loss is read at the decoder's first step, whose input is the class “end”.
    let inputs = first.input();
    let begin = (0..inputs).map(|k| if k + 1 == inputs { 1.0 } else { 0.0 }).collect();
    let readout = Readout { read: 0, targets: None, ..readout };
    engine::run_encoder((stack, layer - 1, x), edit, (decoder, Series::new(inputs, begin)), readout)
}
