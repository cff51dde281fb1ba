//! Single-head attention, one new token at a time, with a key-value cache (Vaswani et al. 2017, section 3.2). Its cost
//! is compared with that of a recurrent step. [`Head`] reads a whole sequence, and goes back through it.
//!
//! q = W_q x, k = W_k x, v = W_v x; weights softmax(q·k_s / √d) over all s so far; y = W_o Σ_s weight_s v_s.

mod head;

pub use head::{Head, drawn};

use nalgebra::DMatrix;

use super::kernel::{add_product, add_transposed};

/// A head of width d, with the cached keys and values of the tokens so far.
#[derive(Clone, Debug)]
pub struct Attention {
    /// W_q, W_k, W_v, W_o, d × d each.
    weights: [DMatrix<f64>; 4],
    /// k_s of every token, d numbers each, one after the other.
    keys: Vec<f64>,
    /// v_s of every token, d numbers each, one after the other.
    values: Vec<f64>,
}

impl Attention {
    /// A head with these weights, W_q, W_k, W_v, W_o, that has read nothing.
    #[must_use]
    pub fn new(weights: [DMatrix<f64>; 4]) -> Self {
        Self { weights, keys: vec![], values: vec![] }
    }

    /// A head of width `d` with arbitrary weights, whose cache holds this many arbitrary tokens.
    #[must_use]
    pub fn with_context(d: usize, tokens: usize) -> Self {
        let number = |k: usize| ((k * 7919 + 31) % 2001) as f64 / 1000.0 - 1.0;
        let some = |salt: usize| DMatrix::from_fn(d, d, |row, column| number(row * 31 + column * 17 + salt) / d as f64);
        let mut head = Self::new([0, 1, 2, 3].map(some));
        head.keys = (0..tokens * d).map(number).collect();
        head.values = (0..tokens * d).map(|k| number(k + 13)).collect();
        head
    }

    /// Tokens read so far.
    #[must_use]
    pub fn tokens(&self) -> usize {
        self.keys.len() / self.weights[0].nrows()
    }

    /// Reads a token, d numbers, and returns its output, d numbers. The cache grows by one token.
    pub fn step(&mut self, x: &[f64]) -> Vec<f64> {
        let d = x.len();
        let times = |matrix: &DMatrix<f64>, x: &[f64]| {
            let mut out = vec![0.0; d];
            add_product(&mut out, matrix.as_slice(), x);
            out
        };
        let [query, key, value] = [0, 1, 2].map(|n| times(&self.weights[n], x));
        self.keys.extend(key);
        self.values.extend(value);
        let mut shares = vec![0.0; self.tokens()];
        add_transposed(&mut shares, &self.keys, &query);
        let scale = 1.0 / (d as f64).sqrt();
        let largest = shares.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        shares.iter_mut().for_each(|score| *score = ((*score - largest) * scale).exp());
        let sum: f64 = shares.iter().sum();
        shares.iter_mut().for_each(|share| *share /= sum);
        let mut mixed = vec![0.0; d];
        add_product(&mut mixed, &self.values, &shares);
        times(&self.weights[3], &mixed)
    }

    /// Removes the last token from the cache.
    pub fn forget_last(&mut self) {
        let left = (self.tokens() - 1) * self.weights[0].nrows();
        self.keys.truncate(left);
        self.values.truncate(left);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand_with_one_and_two_tokens() {
        // Width 2; all four matrices the identity, so q = k = v = x and y = Σ softmax(x·x_s / √2) x_s.
        let mut head = Attention::new([(); 4].map(|()| DMatrix::identity(2, 2)));
        assert_eq!(head.step(&[1.0, 2.0]), [1.0, 2.0]);
        let y = head.step(&[0.0, 1.0]);
        // Scores 2 / √2 and 1 / √2.
        let (a, b) = ((2.0 / 2.0_f64.sqrt()).exp(), (1.0 / 2.0_f64.sqrt()).exp());
        let expected = [a / (a + b), (2.0 * a + b) / (a + b)];
        assert!(y.iter().zip(expected).all(|(y, e)| (y - e).abs() < 1e-12), "{y:?} {expected:?}");
        assert_eq!(head.tokens(), 2);
        head.forget_last();
        assert_eq!(head.tokens(), 1);
    }
}
