//! Unrolls a cell over a sequence, reads the loss at one step, and goes back through time
//! (Werbos 1990): exact gradients, nothing truncated.

use super::cell::parameter_gradients;
use super::cells::cell;
use crate::trace::{Channel, Layer, Parameters, Quantity, Series, Trace};

/// Where and how the loss is read. v is the same for every lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Readout {
    /// v, H numbers: y_t = v·h_t.
    pub weights: Vec<f64>,
    /// The step (from 0) at which the loss is read.
    pub read: usize,
    /// `None`: L = y_t. Else L = (y_t − target_t)², with a target for every step; T numbers.
    pub targets: Option<Vec<f64>>,
}

impl Readout {
    /// The loss if it were read at step t, and its slope dL/dy.
    pub(crate) fn loss(&self, t: usize, y: f64) -> (f64, f64) {
        match &self.targets {
            None => (y, 1.0),
            Some(targets) => ((y - targets[t]).powi(2), 2.0 * (y - targets[t])),
        }
    }
}

/// Runs the forward pass alone of one network with the given weights over `x` (T × I), from a zero state.
///
/// # Panics
/// If a shape does not fit.
#[must_use]
pub fn read(parameters: Parameters, x: Series) -> Layer {
    let mut layer = Layer::new(parameters, x);
    forward(&mut layer);
    layer
}

/// Runs both passes of one network with the given weights over `x` (T × I), from a zero state.
///
/// # Panics
/// If a shape does not fit, or `read` lies beyond the sequence.
#[must_use]
pub fn run(parameters: Parameters, x: Series, readout: Readout) -> Trace {
    let mut layer = Layer::new(parameters, x);
    let steps = layer.steps();
    assert!(readout.read < steps, "the loss is read at one of the {steps} steps");
    assert_eq!(readout.weights.len(), layer.hidden(), "v has one number per hidden unit");
    assert!(readout.targets.as_ref().is_none_or(|t| t.len() == steps), "a target for every step");

    forward(&mut layer);
    let mut y = Channel::zeros(steps, 1);
    for t in 0..steps {
        y.value.at_mut(t)[0] = dot(&readout.weights, layer.value(Quantity::Hidden, t));
    }
    let losses = (0..steps).map(|t| readout.loss(t, y.value.at(t)[0]).0).collect();
    let slope = readout.loss(readout.read, y.value.at(readout.read)[0]).1;
    y.gradient.at_mut(readout.read)[0] = slope;
    backward(&mut layer, &readout, slope);

    let at_read = layer.value(Quantity::Hidden, readout.read);
    Trace {
        readout_weights_gradient: at_read.iter().map(|h| slope * h).collect(),
        readout_weights: readout.weights,
        readout: y,
        read: readout.read,
        losses,
        layers: vec![layer],
        arriving: vec![],
    }
}

/// Runs both passes of stacked layers, each on the h of the one below, and records layer `shown` (from 0). `edit` may
/// change that layer's input.
///
/// # Panics
/// As [`run`].
#[must_use]
pub fn run_stack(
    layers: Vec<Parameters>,
    shown: usize,
    x: Series,
    edit: impl Fn(Series) -> Series,
    readout: Readout,
) -> Trace {
    let mut x = x;
    let mut below: Vec<Layer> = vec![];
    let top = layers.len() - 1;
    let mut whole = None;
    for (number, parameters) in layers.into_iter().enumerate() {
        if number == shown {
            x = edit(x);
        }
        if number == top {
            whole = Some(run(parameters, x, readout));
            break;
        }
        let mut layer = Layer::new(parameters, x);
        forward(&mut layer);
        x = states(&layer);
        below.push(layer);
    }
    let mut trace = whole.unwrap_or_else(|| unreachable!("there is a top layer"));
    while below.len() > shown {
        let Some(mut layer) = below.pop() else { break };
        let arriving: Vec<f64> =
            (0..layer.steps()).flat_map(|t| trace.top().gradient(Quantity::X, t)).copied().collect();
        let [h] = layer.channels.many_mut([Quantity::Hidden]);
        for (t, from_above) in arriving.chunks_exact(layer.parameters.hidden()).enumerate() {
            h.gradient.at_mut(t).copy_from_slice(from_above);
        }
        back_through(&mut layer, trace.read);
        trace.arriving = arriving;
        trace.layers = vec![layer];
    }
    trace
}

/// Runs stacked layers forward step by step, each on the h of the one below, from zero states. `x` is the first input;
/// `next` gets the top layer's h after each step and returns the next input, or `None` to end before `steps` steps.
///
/// # Panics
/// If an input has another width than the lowest layer's inputs.
pub fn step_by_step(layers: &[Parameters], x: &[f64], steps: usize, mut next: impl FnMut(&[f64]) -> Option<Vec<f64>>) {
    let room = |p: &Parameters| Layer::new(p.clone(), Series::new(p.input(), vec![0.0; p.input() * steps]));
    let mut layers: Vec<Layer> = layers.iter().map(room).collect();
    let mut stacks: Vec<Vec<f64>> = layers.iter().map(stack).collect();
    let mut x = x.to_vec();
    for t in 0..steps {
        for (layer, stack) in layers.iter_mut().zip(&mut stacks) {
            let [input] = layer.channels.many_mut([Quantity::X]);
            input.value.at_mut(t).copy_from_slice(&x);
            cell(layer.cell()).step(&layer.parameters, &mut layer.channels, t, stack);
            x = layer.value(Quantity::Hidden, t).to_vec();
        }
        match next(&x) {
            Some(read) => x = read,
            None => return,
        }
    }
}

/// h of every step.
pub(super) fn states(layer: &Layer) -> Series {
    let h = &layer.channel(Quantity::Hidden).value;
    Series::new(layer.hidden(), (0..layer.steps()).flat_map(|t| h.at(t)).copied().collect())
}

pub(super) fn forward(layer: &mut Layer) {
    let (network, mut stack) = (cell(layer.cell()), stack(layer));
    for t in 0..layer.steps() {
        network.step(&layer.parameters, &mut layer.channels, t, &mut stack);
    }
}

/// From ∂L/∂h at the read step, v times the slope dL/dy, back to the first step.
fn backward(layer: &mut Layer, readout: &Readout, slope: f64) {
    let [h] = layer.channels.many_mut([Quantity::Hidden]);
    for (d_h, v) in h.gradient.at_mut(readout.read).iter_mut().zip(&readout.weights) {
        *d_h = slope * v;
    }
    back_through(layer, readout.read);
}

/// Backpropagates from the read step to the first. On entry ∂L/∂h holds the gradients from outside the layer.
pub(super) fn back_through(layer: &mut Layer, read: usize) {
    let (network, mut stack) = (cell(layer.cell()), stack(layer));
    for t in (0..=read).rev() {
        network.step_back(&layer.parameters, &mut layer.channels, t, &mut stack);
    }
    layer.parameters_gradient = parameter_gradients(layer);
}

/// Zeros for one number of every row of the stacked weights: C·H.
pub(super) fn stack(layer: &Layer) -> Vec<f64> {
    vec![0.0; layer.parameters.bias_ih.len()]
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
