//! An encoder and its decoder: the gradient of a loss in the decoder with respect to the encoder's states.

use super::bptt::{Readout, back_through, forward, stack, states};
use super::cells::cell;
use crate::trace::{CellKind, Channel, Layer, Parameters, Quantity, Series, Trace};

/// Runs an encoder's stacked layers over `x`, then a decoder of as many layers and units over `decoder_x`, which starts
/// from the encoder's last states. Reads the loss at the decoder's step `readout.read` (from 0), backpropagates through
/// both, and records the encoder's layer `shown` (from 0), with its last step as the read step. `edit` may change that
/// layer's input.
///
/// # Panics
/// If a shape does not fit, or `readout` has targets.
#[must_use]
pub fn run_encoder(
    (encoder, shown, x): (Vec<Parameters>, usize, Series),
    edit: impl Fn(Series) -> Series,
    (decoder, decoder_x): (Vec<Parameters>, Series),
    readout: Readout,
) -> Trace {
    assert!(readout.targets.is_none(), "the loss is an answer itself");
    let mut x = x;
    let mut encoded: Vec<Layer> = vec![];
    for (number, parameters) in encoder.into_iter().enumerate() {
        let mut layer = Layer::new(parameters, if number == shown { edit(x) } else { x });
        forward(&mut layer);
        x = states(&layer);
        encoded.push(layer);
    }
    let last = encoded[0].steps() - 1;
    // The state that a step passes on.
    let kept = |layer: &Layer| -> &[Quantity] {
        if layer.cell() == CellKind::Lstm { &[Quantity::Hidden, Quantity::Cell] } else { &[Quantity::Hidden] }
    };
    // The decoder's step 0 is the encoder's last state.
    let mut x = decoder_x;
    let mut decoded: Vec<Layer> = vec![];
    for (parameters, before) in decoder.into_iter().zip(&encoded) {
        let width = x.width();
        let rows = (0..x.steps()).flat_map(|t| x.at(t)).copied();
        let mut layer = Layer::new(parameters, Series::new(width, vec![0.0; width].into_iter().chain(rows).collect()));
        for quantity in kept(before) {
            let [state] = layer.channels.many_mut([*quantity]);
            state.value.at_mut(0).copy_from_slice(before.value(*quantity, last));
        }
        let mut room = stack(&layer);
        for t in 1..layer.steps() {
            cell(layer.cell()).step(&layer.parameters, &mut layer.channels, t, &mut room);
        }
        x = states(&layer);
        x = Series::new(x.width(), (1..x.steps()).flat_map(|t| x.at(t)).copied().collect());
        decoded.push(layer);
    }
    let read = readout.read + 1;
    let top = &decoded[decoded.len() - 1];
    let y: f64 = readout.weights.iter().zip(top.value(Quantity::Hidden, read)).map(|(v, h)| v * h).sum();
    let gradient: Vec<f64> = top.value(Quantity::Hidden, read).to_vec();
    let mut above: Option<Layer> = None;
    let mut arrived: Vec<Layer> = vec![];
    while let Some(mut layer) = decoded.pop() {
        let from_above = above.take();
        let [h] = layer.channels.many_mut([Quantity::Hidden]);
        match &from_above {
            None => h.gradient.at_mut(read).copy_from_slice(&readout.weights),
            Some(above) => (1..=read).for_each(|t| {
                h.gradient.at_mut(t).copy_from_slice(above.gradient(Quantity::X, t));
            }),
        }
        let mut room = stack(&layer);
        for t in (1..=read).rev() {
            cell(layer.cell()).step_back(&layer.parameters, &mut layer.channels, t, &mut room);
        }
        arrived.extend(from_above);
        above = Some(layer);
    }
    arrived.extend(above);
    let mut arrived = arrived.into_iter();
    let mut from_above: Option<Layer> = None;
    let mut trace = None;
    while let Some(mut layer) = encoded.pop() {
        let hidden = layer.hidden();
        let mut arriving = match &from_above {
            None => vec![0.0; (last + 1) * hidden],
            Some(above) => (0..=last).flat_map(|t| above.gradient(Quantity::X, t)).copied().collect(),
        };
        if let Some(after) = arrived.next() {
            let own = &mut arriving[last * hidden..];
            own.iter_mut().zip(after.gradient(Quantity::Hidden, 0)).for_each(|(sum, g)| *sum += g);
            for quantity in kept(&layer) {
                let [state] = layer.channels.many_mut([*quantity]);
                state.gradient.at_mut(last).copy_from_slice(after.gradient(*quantity, 0));
            }
        }
        let [h] = layer.channels.many_mut([Quantity::Hidden]);
        (0..=last).for_each(|t| h.gradient.at_mut(t).copy_from_slice(&arriving[t * hidden..][..hidden]));
        back_through(&mut layer, last);
        if encoded.len() == shown {
            let mut losses = vec![0.0; last + 1];
            losses[last] = y;
            let mut read_out = Channel::zeros(last + 1, 1);
            read_out.value.at_mut(last)[0] = y;
            read_out.gradient.at_mut(last)[0] = 1.0;
            trace = Some(Trace {
                layers: vec![layer],
                readout_weights: readout.weights,
                readout_weights_gradient: gradient,
                readout: read_out,
                read: last,
                losses,
                arriving,
            });
            break;
        }
        from_above = Some(layer);
    }
    trace.unwrap_or_else(|| unreachable!("the layer that is shown is one of the encoder's"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Start, parameters};

    #[test]
    fn gradients_through_the_decoder_agree_with_finite_differences() {
        let (steps, inputs, hidden, said) = (5, 3, 4, 3);
        for cell in CellKind::ALL {
            let layer =
                |seed: u64, inputs: usize| parameters(cell, inputs, Start { seed, hidden, gain: 1.0, bias: 0.5 });
            let encoder = vec![layer(1, inputs), layer(2, hidden)];
            let decoder = vec![layer(3, 2), layer(4, hidden)];
            let wave = |n: usize| -> Vec<f64> { (0..n).map(|k| (k as f64 * 1.7).sin()).collect() };
            let run = |x: Vec<f64>, shown: usize, change: Option<(usize, usize, f64)>| {
                let readout = Readout { weights: vec![0.3, -0.7, 0.2, 0.9], read: said - 1, targets: None };
                let edit = |mut x: Series| {
                    if let Some((t, k, by)) = change {
                        x.at_mut(t)[k] += by;
                    }
                    x
                };
                let decoder = (decoder.clone(), Series::new(2, wave(2 * said)));
                run_encoder((encoder.clone(), shown, Series::new(inputs, x)), edit, decoder, readout)
            };
            for shown in 0..2 {
                let trace = run(wave(steps * inputs), shown, None);
                for t in 0..steps {
                    for k in 0..trace.top().channel(Quantity::X).value.width() {
                        let loss = |by: f64| run(wave(steps * inputs), shown, Some((t, k, by))).loss();
                        let slope = (loss(1e-5) - loss(-1e-5)) / 2e-5;
                        let ours = trace.top().gradient(Quantity::X, t)[k];
                        assert!((slope - ours).abs() < 1e-9, "{cell:?} layer {shown} at {t}: {ours}, {slope}");
                    }
                }
            }
        }
    }
}
