//! Layers one above the other: forward from the input up, back from the top down. An encoder is such a stack, and so is a decoder.

use super::layer::{Extent, Layer};
use crate::kernel::real::Real;
use crate::kernel::tiles::Room;

/// Runs layers from the input up. `first` is the index of their first parameter; on return, of the next stack's.
pub(super) fn run_stack<T: Real>(
    layers: &mut [Layer<T>],
    extent: Extent,
    x: &[f32],
    masks: &[Vec<T>],
    parameters: &[T],
    first: &mut usize,
    before: Option<&[Layer<T>]>,
) {
    for number in 0..layers.len() {
        let (below, rest) = layers.split_at_mut(number);
        let layer = &mut rest[0];
        layer.fit(extent);
        let size = layer.shape.size();
        layer.pack(&parameters[*first..*first + size], number > 0);
        *first += size;
        if let Some(before) = before {
            layer.begin_with(&before[number]);
        }
        match below.last() {
            Some(below) => layer.set_x_from(below, masks.get(number - 1).map(Vec::as_slice)),
            None => {
                let inputs = layer.shape.inputs;
                for (place, x) in x.chunks_exact(inputs).enumerate() {
                    let (t, sequence) = (place / extent.sequences, place % extent.sequences);
                    layer.set_x(t, sequence, x.iter().map(|x| T::of(f64::from(*x))));
                }
            }
        }
        layer.run();
    }
}

/// Backpropagates through layers from the top down. `after` are the layers that started from their last states.
pub(super) fn back_stack<T: Real>(
    layers: &mut [Layer<T>],
    after: &[Layer<T>],
    masks: &[Vec<T>],
    gradients: &mut [T],
    chunk: usize,
    mut reach: Option<&mut Vec<f64>>,
    room: &mut Room<T>,
) {
    let mut end = gradients.len();
    for number in (0..layers.len()).rev() {
        let (below, rest) = layers.split_at_mut(number);
        let layer = &mut rest[0];
        layer.run_back(after.get(number), chunk, reach.take());
        let start = end - layer.shape.size();
        layer.add_gradients(&mut gradients[start..end], room);
        end = start;
        if let Some(below) = below.last_mut() {
            layer.hand_down(below, masks.get(number - 1).map(Vec::as_slice));
        }
    }
}
