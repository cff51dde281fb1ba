//! Half-lives: in how many steps the gate of a unit halves what the unit keeps.

use crate::trace::{CellKind, Layer, Quantity};

/// The gate that multiplies what a unit keeps: f of the LSTM's cell state, z of the GRU's hidden state. `None` for the RNN.
#[must_use]
pub fn keeping(cell: CellKind) -> Option<Quantity> {
    match cell {
        CellKind::Rnn => None,
        CellKind::Lstm => Some(Quantity::Forget),
        CellKind::Gru => Some(Quantity::Update),
    }
}

/// In how many steps gates halve what they multiply: ln 2 over the mean of −ln gate, so that the gates' product is
/// ½^(their number / the half-life). ∞ of gates that are all 1, 0 of gates of which one is 0; NaN of none.
#[must_use]
pub fn half_life(gates: impl IntoIterator<Item = f64>) -> f64 {
    let (mut sum, mut n) = (0.0, 0.0);
    for gate in gates {
        sum -= gate.ln();
        n += 1.0;
    }
    std::f64::consts::LN_2 * n / sum
}

/// The half-lives of a layer's units, over the gates on the way from a step to another; where they are one, over its own gate.
/// None of an RNN.
#[must_use]
pub fn half_lives(layer: &Layer, units: usize, (from, to): (usize, usize)) -> Vec<f64> {
    let Some(gate) = keeping(layer.cell()) else { return vec![] };
    // The first gate that what is held after a step meets is that of the next step.
    let first = (from + 1).min(to);
    (0..units).map(|unit| half_life((first..=to).map(|t| layer.value(gate, t)[unit]))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_gate_has_the_half_life_that_its_definition_gives() {
        for (gate, steps) in [(0.5, 1.0), (0.73, 2.2), (0.95, 13.5), (0.99, 69.0)] {
            let own = half_life([gate; 7]);
            assert!((own - steps).abs() < 0.05, "{gate}: {own}");
            assert!((gate.powf(own) - 0.5).abs() < 1e-12, "after it half is left");
        }
        assert_eq!((half_life([1.0; 3]), half_life([0.5, 0.0])), (f64::INFINITY, 0.0));
        assert!(half_life([]).is_nan());
        // What a gradient meets is the product, so the mean is the geometric one.
        assert!((half_life([0.25, 1.0]) - 1.0).abs() < 1e-15);
    }
}
