//! What a state would be, had one step read something else: exact, by running the rest of the sequence again.

use super::bptt::stack;
use super::cells::cell;
use crate::trace::{Layer, Quantity};

/// The hidden state at step `read` (from 0) for each other input at each step from 0 to `read`. `others` tells what is read
/// instead at a step: any number of vectors, each as wide as the input.
///
/// # Panics
/// If `read` lies beyond the sequence, or a vector has another width than the input.
#[must_use]
pub fn swapped(layer: &Layer, read: usize, others: impl Fn(usize) -> Vec<Vec<f64>>) -> Vec<Vec<Vec<f64>>> {
    let network = cell(layer.cell());
    let (mut layer, mut stack) = (layer.clone(), stack(layer));
    let mut states = vec![vec![]; read + 1];
    // From the last step back: what a swap leaves behind at later steps is made anew by the next one.
    for (t, states) in states.iter_mut().enumerate().rev() {
        let own = layer.value(Quantity::X, t).to_vec();
        for other in others(t) {
            let [x] = layer.channels.many_mut([Quantity::X]);
            x.value.at_mut(t).copy_from_slice(&other);
            for step in t..=read {
                network.step(&layer.parameters, &mut layer.channels, step, &mut stack);
            }
            states.push(layer.value(Quantity::Hidden, read).to_vec());
        }
        let [x] = layer.channels.many_mut([Quantity::X]);
        x.value.at_mut(t).copy_from_slice(&own);
    }
    states
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::{CellKind, Series, norm};
    use crate::{Readout, Start, parameters, run};

    #[test]
    fn a_swap_is_the_run_of_the_changed_sequence() {
        for cell in CellKind::ALL {
            let start = Start { seed: 3, hidden: 5, gain: 1.2, bias: 1.0 };
            let x = Series::new(2, (0..14).map(|n| f64::from(n * n % 7) - 3.0).collect());
            let readout = || Readout { weights: vec![1.0; 5], read: 5, targets: None };
            let whole = run(parameters(cell, 2, start), x.clone(), readout());
            let other = |t: usize| vec![vec![t as f64, -1.0], vec![0.5, 0.25]];
            let states = swapped(whole.top(), 5, other);
            assert_eq!(states.len(), 6);
            for (t, states) in states.iter().enumerate() {
                for (state, other) in states.iter().zip(other(t)) {
                    let mut changed = x.clone();
                    changed.at_mut(t).copy_from_slice(&other);
                    let again = run(parameters(cell, 2, start), changed, readout());
                    assert_eq!(state, again.top().value(Quantity::Hidden, 5), "{cell:?}, step {t}");
                }
                let own = whole.top().value(Quantity::X, t).to_vec();
                let same = swapped(whole.top(), 5, |_| vec![own.clone()]);
                assert_eq!(same[t][0], whole.top().value(Quantity::Hidden, 5));
            }
            assert!(norm(&states[5][0]) > 0.0);
        }
    }
}
