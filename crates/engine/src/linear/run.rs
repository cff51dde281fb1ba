//! Both passes of a minimal cell.

use super::{MinimalKind, MinimalWeights};
use crate::activation::{sigmoid, sigmoid_slope};
use crate::bptt::Readout;
use crate::kernel::{add_product, add_transposed};
use crate::trace::{Channel, Series, norm};

/// One run of a minimal cell over one sequence, forward and back. The state before the first step is zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Minimal {
    /// The weights that were used.
    pub weights: MinimalWeights,
    /// The gradient of the loss with respect to each weight.
    pub weights_gradient: MinimalWeights,
    /// The input, T × I.
    pub x: Channel,
    /// W x_t + b, T × C·H: the gates' pre-activations, and the candidate.
    pub pre_activation: Channel,
    /// What h_{t−1} is multiplied by, T × H: z_t, or f'_t.
    pub keep: Series,
    /// h_t, T × H.
    pub hidden: Channel,
    /// The step (from 0) at which the loss is read.
    pub read: usize,
    /// The loss.
    pub loss: f64,
}

/// Runs both passes of a cell over `x` (T × I), from a zero state.
///
/// # Panics
/// If a shape does not fit, or the loss is read beyond the sequence.
#[must_use]
pub fn run(weights: MinimalWeights, x: Series, readout: &Readout) -> Minimal {
    let (steps, hidden, input) = (x.steps(), weights.hidden(), weights.input());
    assert_eq!(x.width(), input, "x has as many numbers a step as the weights have inputs");
    assert!(readout.read < steps, "the loss is read at one of the {steps} steps");
    assert_eq!(readout.weights.len(), hidden, "v has one number per hidden unit");
    let mut run = Minimal {
        weights_gradient: MinimalWeights::zeros(weights.kind, input, hidden),
        x: Channel { gradient: Series::zeros(steps, input), value: x },
        pre_activation: Channel::zeros(steps, weights.bias.len()),
        keep: Series::zeros(steps, hidden),
        hidden: Channel::zeros(steps, hidden),
        read: readout.read,
        loss: 0.0,
        weights,
    };
    (0..steps).for_each(|t| run.step(t));
    let y = run.hidden.value.at(run.read).iter().zip(&readout.weights).map(|(h, v)| h * v).sum();
    let (loss, slope) = readout.loss(run.read, y);
    run.loss = loss;
    let d_h = run.hidden.gradient.at_mut(run.read);
    d_h.iter_mut().zip(&readout.weights).for_each(|(d, v)| *d = slope * v);
    (0..=run.read).rev().for_each(|t| run.step_back(t));
    run
}

/// The gates of a unit and what follows from them.
struct Gates {
    /// What h_{t−1} is multiplied by.
    keep: f64,
    /// What the candidate is multiplied by: 1 − keep.
    admit: f64,
    /// d keep / d pre-activation of each gate.
    slopes: [f64; 2],
}

impl Gates {
    /// From the pre-activations of a unit's gates; a minGRU has no second.
    fn of(kind: MinimalKind, first: f64, second: f64) -> Self {
        match kind {
            MinimalKind::Gru => {
                let keep = sigmoid(first);
                Self { keep, admit: 1.0 - keep, slopes: [sigmoid_slope(keep), 0.0] }
            }
            MinimalKind::Lstm => {
                // f / (f + i) = σ(ln f − ln i): right even where both gates round to 0.
                let log_ratio = log_sigmoid(first) - log_sigmoid(second);
                let (keep, admit) = (sigmoid(log_ratio), sigmoid(-log_ratio));
                // d ln σ(a) / da = σ(−a).
                Self { keep, admit, slopes: [keep * admit * sigmoid(-first), -keep * admit * sigmoid(-second)] }
            }
        }
    }
}

/// ln σ(a), right for any a.
fn log_sigmoid(a: f64) -> f64 {
    a.min(0.0) - (-a.abs()).exp().ln_1p()
}

impl Minimal {
    /// The gates of a unit at step t.
    fn gates(&self, t: usize, unit: usize) -> Gates {
        let (pre, hidden) = (self.pre_activation.value.at(t), self.weights.hidden());
        Gates::of(self.weights.kind, pre[unit], pre[hidden + unit])
    }

    /// The first row of the candidate.
    fn candidate(&self) -> usize {
        self.weights.bias.len() - self.weights.hidden()
    }

    /// Everything at step t, from x_t and h_{t−1}.
    fn step(&mut self, t: usize) {
        let pre = self.pre_activation.value.at_mut(t);
        pre.copy_from_slice(self.weights.bias.as_slice());
        add_product(pre, self.weights.weight.as_slice(), self.x.value.at(t));
        let candidate = self.candidate();
        for unit in 0..self.weights.hidden() {
            let gates = self.gates(t, unit);
            let brings = gates.admit * self.pre_activation.value.at(t)[candidate + unit];
            self.keep.at_mut(t)[unit] = gates.keep;
            let (h, before) = self.hidden.value.at_and_before(t);
            h[unit] = gates.keep * before.map_or(0.0, |h| h[unit]) + brings;
        }
    }

    /// The gradient of everything at step t, from ∂L/∂h_t; adds to the weights' gradients.
    fn step_back(&mut self, t: usize) {
        let (hidden, candidate) = (self.weights.hidden(), self.candidate());
        for unit in 0..hidden {
            let gates = self.gates(t, unit);
            let h_before = t.checked_sub(1).map_or(0.0, |p| self.hidden.value.at(p)[unit]);
            let (d_h, before) = self.hidden.gradient.at_and_before(t);
            let d_h = d_h[unit];
            // All that arrives at h_{t−1}: one product, and no other way.
            if let Some(before) = before {
                before[unit] = d_h * gates.keep;
            }
            let d_keep = d_h * (h_before - self.pre_activation.value.at(t)[candidate + unit]);
            let d_pre = self.pre_activation.gradient.at_mut(t);
            d_pre[candidate + unit] = d_h * gates.admit;
            for (block, slope) in gates.slopes.into_iter().enumerate().take(self.weights.kind.blocks() - 1) {
                d_pre[block * hidden + unit] = d_keep * slope;
            }
        }
        let d_pre = self.pre_activation.gradient.at(t);
        add_transposed(self.x.gradient.at_mut(t), self.weights.weight.as_slice(), d_pre);
        let gradient = &mut self.weights_gradient;
        gradient.bias.iter_mut().zip(d_pre).for_each(|(sum, d)| *sum += d);
        for (mut column, x) in gradient.weight.column_iter_mut().zip(self.x.value.at(t)) {
            column.iter_mut().zip(d_pre).for_each(|(sum, d)| *sum += d * x);
        }
    }

    /// What h_t adds to its own past: b_t of h_t = k_t ⊙ h_{t−1} + b_t, T × H.
    #[must_use]
    pub fn brought(&self) -> Series {
        let candidate = self.candidate();
        let of = |t: usize| {
            (0..self.weights.hidden())
                .map(move |unit| self.gates(t, unit).admit * self.pre_activation.value.at(t)[candidate + unit])
        };
        Series::new(self.weights.hidden(), (0..self.x.value.steps()).flat_map(of).collect())
    }

    /// The diagonal of ∂h_to/∂h_from (both from 0): the product of all that keeps the state between, from the last step
    /// back.
    #[must_use]
    pub fn kept(&self, from: usize, to: usize) -> Vec<f64> {
        let product = |unit: usize| (from + 1..=to).rev().fold(1.0, |product, t| product * self.keep.at(t)[unit]);
        (0..self.weights.hidden()).map(product).collect()
    }

    /// How much of the gradient is left at every step: ‖∂L/∂h_t‖ / ‖∂L/∂h_read‖, T numbers; 0 after the read step.
    #[must_use]
    pub fn reach(&self) -> Vec<f64> {
        let whole = norm(self.hidden.gradient.at(self.read));
        (0..self.x.value.steps()).map(|t| norm(self.hidden.gradient.at(t)) / whole).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_unit_by_hand() {
        // Both gates at ½: the minGRU keeps half and admits half; the minLSTM's halves divided by 1 stay halves.
        for kind in MinimalKind::ALL {
            let mut weights = MinimalWeights::zeros(kind, 1, 1);
            let last = weights.bias.len() - 1;
            weights.weight[(last, 0)] = 1.0;
            let readout = Readout { weights: vec![1.0], read: 2, targets: None };
            let run = run(weights, Series::new(1, vec![8.0, 0.0, 0.0]), &readout);
            assert_eq!(run.hidden.value.as_slice(), [4.0, 2.0, 1.0]);
            assert_eq!(run.hidden.gradient.as_slice(), [0.25, 0.5, 1.0]);
            assert_eq!((run.kept(0, 2), run.loss), (vec![0.25], 1.0));
        }
    }

    #[test]
    fn gates_that_round_to_zero_still_have_a_ratio() {
        // f = e^−800, i = e^−801: neither is an f64, and their ratio is e.
        let gates = Gates::of(MinimalKind::Lstm, -800.0, -801.0);
        assert!((gates.keep - 1.0 / (1.0 + (-1.0_f64).exp())).abs() < 1e-15, "{}", gates.keep);
        assert!((gates.keep + gates.admit - 1.0).abs() < 1e-15);
        assert!(Gates::of(MinimalKind::Lstm, 1e6, -1e6).keep.is_finite());
    }
}
