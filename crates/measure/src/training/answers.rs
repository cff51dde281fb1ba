//! Classes and probabilities from the outputs before softmax.

/// The class (from 0) with the largest output; the first of equals.
#[must_use]
pub fn most_likely(answer: &[f32]) -> usize {
    (1..answer.len()).fold(0, |best, k| if answer[k] > answer[best] { k } else { best })
}

/// Softmax of one answer's outputs: the probability of each class.
#[must_use]
pub fn shares(answer: &[f32]) -> Vec<f64> {
    let top = answer.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f64> = answer.iter().map(|y| f64::from(y - top).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|p| p / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// e^0 : e^{ln 3} is 1 : 3.
    #[test]
    fn shares_are_those_of_a_softmax_and_do_not_overflow() {
        for start in [0.0, 1000.0] {
            let answer = [start, start + 3.0_f32.ln()];
            assert_eq!(most_likely(&answer), 1);
            let off = shares(&answer).into_iter().zip([0.25, 0.75]).map(|(ours, theirs)| (ours - theirs).abs());
            assert!(off.fold(0.0, f64::max) < 1e-4);
        }
        assert_eq!(most_likely(&[2.0, 2.0, 1.0]), 0, "the first of equals");
    }
}
