//! Networks of one unit, small enough to be seen whole: the cliff in the error surface of one (Pascanu,
//! Mikolov and Bengio 2013), and a latch that keeps a bit (Bengio, Simard and Frasconi 1994).

use super::activation::{sigmoid, sigmoid_slope, tanh_slope};

/// Time steps of h_t = σ(w h_{t−1} + b) from h_0 = 1/2, with E = (h_50 − 0.7)².
pub const STEPS: usize = 50;
/// The target of h_50.
pub const TARGET: f64 = 0.7;

/// E at (w, b), with ∂E/∂w and ∂E/∂b.
#[must_use]
pub fn error(w: f64, b: f64) -> (f64, [f64; 2]) {
    // h and its derivatives with respect to w and b, step by step.
    let (mut h, mut d_w, mut d_b) = (0.5, 0.0, 0.0);
    for _ in 0..STEPS {
        let next = sigmoid(w * h + b);
        let slope = sigmoid_slope(next);
        (d_w, d_b) = (slope * (h + w * d_w), slope * (1.0 + w * d_b));
        h = next;
    }
    let off = h - TARGET;
    (off * off, [2.0 * off * d_w, 2.0 * off * d_b])
}

/// Gradient descent on E from a start: every point (w, b), the start included. With a threshold, larger gradients are
/// scaled down to that norm.
#[must_use]
pub fn descend(start: [f64; 2], rate: f64, threshold: Option<f64>, steps: usize) -> Vec<[f64; 2]> {
    let mut at = start;
    let mut points = vec![at];
    for _ in 0..steps {
        let (_, gradient) = error(at[0], at[1]);
        let norm = gradient[0].hypot(gradient[1]);
        let by = threshold.filter(|threshold| norm > *threshold).map_or(1.0, |threshold| threshold / norm);
        at = [at[0] - rate * by * gradient[0], at[1] - rate * by * gradient[1]];
        points.push(at);
    }
    points
}

/// The latch h_t = tanh(w h_{t−1}) from h_0, and ∂h_n/∂h_0 after each step.
#[must_use]
pub fn latch(w: f64, h0: f64, steps: usize) -> Vec<(f64, f64)> {
    let mut points = vec![(h0, 1.0)];
    for _ in 0..steps {
        let (h, d) = points[points.len() - 1];
        let next = (w * h).tanh();
        points.push((next, d * w * tanh_slope(next)));
    }
    points
}

/// The latch's positive fixed point: h = tanh(w h) with h > 0; `None` for w ≤ 1, where 0 is the only fixed point.
#[must_use]
pub fn attractor(w: f64) -> Option<f64> {
    if w <= 1.0 {
        return None;
    }
    // From above it is approached from one side and never overshot.
    let mut h = 1.0_f64;
    for _ in 0..100_000 {
        let next = (w * h).tanh();
        if (next - h).abs() <= 1e-15 {
            break;
        }
        h = next;
    }
    Some(h)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_slopes_of_the_error_agree_with_finite_differences(w in -6.0..6.0_f64, b in -3.0..3.0_f64) {
            let (_, gradient) = error(w, b);
            let quotients = |step: f64| {
                [
                    (error(w + step, b).0 - error(w - step, b).0) / (2.0 * step),
                    (error(w, b + step).0 - error(w, b - step).0) / (2.0 * step),
                ]
            };
            let (coarse, fine) = (quotients(2e-5), quotients(1e-5));
            for ((ours, coarse), fine) in gradient.into_iter().zip(coarse).zip(fine) {
                // At the cliff the third derivative is large: there the quotient itself is off, by about a third of
                // what it moves when the step is halved.
                prop_assert!((ours - fine).abs() <= 1e-5 * (1.0 + ours.abs()) + (coarse - fine).abs());
            }
        }
    }

    #[test]
    fn without_recurrence_the_error_is_known() {
        let (e, gradient) = error(0.0, 0.0);
        assert!((e - 0.04).abs() < 1e-15);
        assert!((gradient[1] - 2.0 * -0.2 * 0.25).abs() < 1e-15);
    }

    #[test]
    fn clipping_shortens_each_step_and_leaves_its_direction() {
        let start = [5.0, -2.2];
        let (_, gradient) = error(start[0], start[1]);
        let clipped = descend(start, 1.0, Some(0.01), 1)[1];
        let moved = [start[0] - clipped[0], start[1] - clipped[1]];
        let length = moved[0].hypot(moved[1]);
        assert!(length <= 0.01 + 1e-12);
        assert!((moved[0] * gradient[1] - moved[1] * gradient[0]).abs() < 1e-12);
    }

    #[test]
    fn the_latch_keeps_its_bit_above_one_and_forgets_below() {
        assert!(latch(2.0, 0.01, 100)[100].0 > 0.9 && latch(2.0, -0.01, 100)[100].0 < -0.9);
        assert!(latch(0.9, 1.0, 200)[200].0.abs() < 1e-3);
        let high = attractor(2.0).unwrap();
        assert!(((2.0 * high).tanh() - high).abs() < 1e-14);
        assert_eq!(attractor(1.0), None);
        // In the basin's depth the derivative vanishes: what is kept safely hears nothing.
        assert!(latch(2.0, 0.9, 100)[100].1 < 1e-20);
    }
}
