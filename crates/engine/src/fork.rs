//! Where one unit comes to rest: the fixed points of h ← tanh(w h + b) for w ≥ 0, and where they end in pairs.

/// A state at rest, told by its place among those that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Branch {
    /// The upper one, which attracts.
    Upper,
    /// The one in between, which repels.
    Middle,
    /// The lower one, which attracts.
    Lower,
}

/// |h| where the slope w (1 − h²) is 1: between −h and h a state at rest repels, beyond it attracts. 0 for w ≤ 1.
#[must_use]
pub fn turn(w: f64) -> f64 {
    if w > 1.0 { ((w - 1.0) / w).sqrt() } else { 0.0 }
}

/// The largest |b| with three states at rest: there two of them meet in a fold, at ∓[`turn`]. 0 for w ≤ 1.
#[must_use]
pub fn fold_bias(w: f64) -> f64 {
    gap(turn(w))
}

/// The smallest w with three states at rest: there two of them meet, in a fold, or all of them if b = 0.
#[must_use]
pub fn fold_weight(b: f64) -> f64 {
    let h = root(0.0, 1.0, &|h| (gap(h) - b.abs(), 2.0 * (h / (1.0 - h * h)).powi(2)));
    1.0 / (1.0 - h * h)
}

/// The state of a branch; `None` where the branch does not exist. For w ≤ 1 there is one state, and it belongs to the side of
/// its sign; 0 belongs to both.
#[must_use]
pub fn rest(branch: Branch, w: f64, b: f64) -> Option<f64> {
    let (turn, fold) = (turn(w), fold_bias(w));
    let off = |h: f64| {
        let next = (w * h + b).tanh();
        (next - h, w * (1.0 - next * next) - 1.0)
    };
    match branch {
        Branch::Upper => (b >= -fold).then(|| root(turn, 1.0, &off)),
        Branch::Middle => (b.abs() < fold).then(|| root(-turn, turn, &off)),
        Branch::Lower => rest(Branch::Upper, w, -b).map(|h| 0.0 - h),
    }
}

/// b at the fold whose state is −h: h / (1 − h²) − artanh h, for h from 0.
fn gap(h: f64) -> f64 {
    // Near 0 the two are nearly the same; their difference as a series has terms of one sign.
    const NEAR: f64 = 0.25;
    if h >= NEAR {
        return h / (1.0 - h * h) - h.atanh();
    }
    let term = |k: i32| f64::from(2 * k) / f64::from(2 * k + 1) * h.powi(2 * k + 1);
    (1..=14).rev().map(term).sum()
}

/// The zero of a function between two numbers, from its values and slopes: Newton's steps, and halves where one leads out. The
/// lower end where the function has one sign.
fn root(mut low: f64, mut high: f64, of: &dyn Fn(f64) -> (f64, f64)) -> f64 {
    let (first, last) = (of(low).0, of(high).0);
    if first == 0.0 || (first < 0.0) == (last < 0.0) {
        return low;
    }
    let mut at = f64::midpoint(low, high);
    for _ in 0..200 {
        let (value, slope) = of(at);
        if value == 0.0 {
            break;
        }
        if (value < 0.0) == (first < 0.0) {
            low = at;
        } else {
            high = at;
        }
        let step = at - value / slope;
        let next = if step > low && step < high { step } else { f64::midpoint(low, high) };
        if (next - at).abs() <= f64::EPSILON * at.abs() {
            break;
        }
        at = next;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_a_fold_the_slope_is_one_and_two_states_meet() {
        for w in [1.0 + 1e-6, 1.01, 1.5, 2.0, 3.0] {
            let (h, b) = (turn(w), fold_bias(w));
            assert!((w * (1.0 - h * h) - 1.0).abs() < 1e-15 * w);
            assert!(((b - w * h).tanh() + h).abs() < 1e-15, "the fold is at rest");
            assert!((fold_weight(b) - w).abs() < 1e-13, "{w}: {}", fold_weight(b));
            assert_eq!(rest(Branch::Lower, w, b * (1.0 + 1e-9)), None);
            assert_eq!(rest(Branch::Middle, w, b * (1.0 + 1e-9)), None);
            assert!(rest(Branch::Lower, w, b).is_some() && rest(Branch::Upper, w, b).is_some());
        }
        assert_eq!((fold_weight(0.0), fold_bias(1.0), fold_bias(0.3)), (1.0, 0.0, 0.0));
        // w = 2: h² = ½.
        let half = 0.5_f64.sqrt();
        assert!((fold_bias(2.0) - (2.0 * half - half.atanh())).abs() < 1e-15);
    }

    #[test]
    fn the_fork_opens_at_one_and_is_symmetric_without_a_bias() {
        for w in [0.0, 0.5, 1.0] {
            assert_eq!((rest(Branch::Upper, w, 0.0), rest(Branch::Middle, w, 0.0)), (Some(0.0), None));
        }
        for w in [1.001, 1.5, 3.0] {
            let h = rest(Branch::Upper, w, 0.0).unwrap_or_default();
            assert!(h > 0.0 && rest(Branch::Lower, w, 0.0) == Some(-h) && rest(Branch::Middle, w, 0.0) == Some(0.0));
        }
    }
}
