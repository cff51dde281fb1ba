//! The triangle: with a loss read at every step, the share of each loss in the gradient at each state.

use serde::{Deserialize, Serialize};

use nalgebra::{DMatrix, DVector};

use engine::jacobian::{Step, state_size};
use engine::roads::share;
use engine::trace::Layer;
use model::lab::readout;

use crate::scene::Scene;

/// The most losses with a row of their own. For a longer sequence it is every second, third, ... loss, the last
/// included.
const MOST: usize = 100;

/// The shares of the losses in the gradient at each state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Triangle {
    /// The steps (from 0) of the losses that have a row, in ascending order.
    pub losses: Vec<usize>,
    /// For each of `losses`, its share of the gradient of the sum of all losses, at each state from 0 to the loss's own
    /// step.
    pub shares: Vec<Vec<f64>>,
    /// For each state, the index in `losses` of the earliest loss up to which the shares add up to at least one half.
    pub half: Vec<usize>,
}

impl Triangle {
    /// Computes the shares for the cell in focus, with a loss read at every step.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let trace = &scene.run.lane(scene.state.focus.cell).trace;
        let targets = readout(&scene.state.settings, scene.sequence).targets;
        let slope =
            |t: usize| targets.as_ref().map_or(1.0, |targets| 2.0 * (trace.readout.value.at(t)[0] - targets[t]));
        let slopes: Vec<f64> = (0..scene.sequence.steps()).map(slope).collect();
        triangle(trace.top(), &trace.readout_weights, &slopes, MOST)
    }

    /// The share of the loss at step `at` in the gradient at the state of that step; NaN if that loss has no row.
    #[must_use]
    pub fn own(&self, at: usize) -> f64 {
        self.losses.iter().position(|s| *s == at).map_or(f64::NAN, |place| self.shares[place][at])
    }

    /// The distance in steps from state `at` to the loss that [`half`](Self::half) names.
    #[must_use]
    pub fn later(&self, at: usize) -> usize {
        self.losses[self.half[at]].saturating_sub(at)
    }
}

/// Each loss's share of the gradient of Σ L_s at each state. `slopes` are ∂L_s/∂y_s at every step; v are the read-out's
/// weights, so ∂L_s/∂h_s = slopes\[s\] v.
fn triangle(layer: &Layer, v: &[f64], slopes: &[f64], most: usize) -> Triangle {
    let (steps, n) = (layer.steps(), state_size(layer));
    let by = steps.div_ceil(most);
    let losses: Vec<usize> = (0..steps).rev().step_by(by).collect::<Vec<_>>().into_iter().rev().collect();
    let seed = |t: usize| DVector::from_fn(n, |i, _| v.get(i).map_or(0.0, |v| v * slopes[t]));
    let mut shares: Vec<Vec<f64>> = losses.iter().map(|s| vec![0.0; s + 1]).collect();
    let mut half = vec![0; steps];
    // The gradient of each loss met so far, a column each, and that of the sum of all losses.
    let mut parts = DMatrix::<f64>::zeros(n, losses.len());
    let (mut whole, mut met) = (DVector::zeros(n), losses.len());
    for t in (0..steps).rev() {
        whole += seed(t);
        if met > 0 && losses[met - 1] == t {
            met -= 1;
            parts.set_column(met, &seed(t));
        }
        let mut sum = 0.0;
        half[t] = losses.len() - 1;
        for (place, row) in shares.iter_mut().enumerate().skip(met) {
            row[t] = share(&parts.column(place).into_owned(), &whole);
            sum += row[t];
            if sum >= 0.5 && half[t] == losses.len() - 1 {
                half[t] = place;
            }
        }
        if t > 0 {
            let jacobian = Step::new(layer, t).jacobian();
            let back = jacobian.tr_mul(&parts.columns(met, losses.len() - met));
            parts.columns_mut(met, losses.len() - met).copy_from(&back);
            whole = jacobian.tr_mul(&whole);
        }
    }
    Triangle { losses, shares, half }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::trace::CellKind;
    use model::lab::Run;
    use model::sequence::{Dataset, Library};
    use model::settings::{Settings, Source};

    #[test]
    fn a_series_has_its_own_loss_in_the_triangle() {
        let settings = Settings { length: 20, ..Settings::default().with_source(Source::Series(Dataset::Co2)) };
        let sequence = settings.sequence(Library::shipped());
        let run = Run::new(&settings, &sequence);
        let trace = &run.lane(CellKind::Gru).trace;
        // Each loss alone, by a run that reads it; then the shares by hand.
        let alone: Vec<_> = (0..20)
            .map(|read| {
                let settings = Settings { read: Some(read), ..settings.clone() };
                Run::new(&settings, &sequence).lane(CellKind::Gru).trace.clone()
            })
            .collect();
        let slopes: Vec<f64> = alone.iter().map(|t| t.readout.gradient.at(t.read)[0]).collect();
        let triangle = triangle(trace.top(), &trace.readout_weights, &slopes, 20);
        for t in 0..20 {
            let whole = (t..20).fold(vec![0.0; 12], |mut sum, s| {
                sum.iter_mut().zip(alone[s].top().state_gradient(t)).for_each(|(sum, g)| *sum += g);
                sum
            });
            let square: f64 = whole.iter().map(|g| g * g).sum();
            let mut all = 0.0;
            for (s, alone) in alone.iter().enumerate().skip(t) {
                let product: f64 = whole.iter().zip(alone.top().state_gradient(t)).map(|(a, b)| a * b).sum();
                let ours = triangle.shares[s][t];
                assert!((ours - product / square).abs() <= 1e-9, "loss {s} at state {t}: {ours}");
                all += ours;
            }
            assert!((all - 1.0).abs() <= 1e-12, "state {t}: {all}");
        }
    }
}
