//! What an answer comes to.

/// What is most likely of an answer.
pub fn most_likely(answer: &[f32]) -> usize {
    (1..answer.len()).fold(0, |best, k| if answer[k] > answer[best] { k } else { best })
}

/// Softmax of one answer.
pub fn shares(answer: &[f32]) -> Vec<f64> {
    let top = answer.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f64> = answer.iter().map(|y| f64::from(y - top).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|p| p / sum).collect()
}
