//! Unrolls a cell over a sequence, reads the loss at one step, and goes back through time
//! (Werbos 1990): exact gradients, nothing truncated.

use super::cell::{cell, parameter_gradients};
use crate::trace::{Channel, Layer, Parameters, Quantity, Series, Trace};

/// Where and how the loss is read. v is the same for every lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Readout {
    /// v, H numbers: y_t = v·h_t.
    pub weights: Vec<f64>,
    /// The step (from 0) at which the loss is read.
    pub read: usize,
    /// None: L = y. Some(target): L = (y − target)².
    pub target: Option<f64>,
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
    let network = cell(layer.cell());
    let mut stack = vec![0.0; layer.parameters.bias_ih.len()];
    for t in 0..steps {
        network.step(&layer.parameters, &mut layer.channels, t, &mut stack);
    }

    let mut y = Channel::zeros(steps, 1);
    for t in 0..steps {
        y.value.at_mut(t)[0] = dot(&readout.weights, layer.value(Quantity::Hidden, t));
    }
    let y_read = y.value.at(readout.read)[0];
    let (loss, slope) = match readout.target {
        None => (y_read, 1.0),
        Some(target) => ((y_read - target).powi(2), 2.0 * (y_read - target)),
    };
    y.gradient.at_mut(readout.read)[0] = slope;

    let [h] = layer.channels.many_mut([Quantity::Hidden]);
    for (d_h, v) in h.gradient.at_mut(readout.read).iter_mut().zip(&readout.weights) {
        *d_h = slope * v;
    }
    for t in (0..=readout.read).rev() {
        network.step_back(&layer.parameters, &mut layer.channels, t, &mut stack);
    }
    layer.parameters_gradient = parameter_gradients(&layer);

    let at_read = layer.value(Quantity::Hidden, readout.read);
    Trace {
        readout_weights_gradient: at_read.iter().map(|h| slope * h).collect(),
        readout_weights: readout.weights,
        readout: y,
        read: readout.read,
        target: readout.target,
        loss,
        layers: vec![layer],
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
