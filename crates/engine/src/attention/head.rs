//! A head of attention that reads a sequence, with the gradient of a loss of one of its outputs.
//!
//! ```text
//! q = W_q x_T,  k_t = W_k x_t,  v_t = W_v x_t   for t ≤ T, the step where the loss is read
//! w = softmax(q·k_t / √d)
//! m = Σ_t w_t v_t,  y = W_o m,  L = v·y, or (v·y − target)²
//! ```
//!
//! What is kept of a token is its key and its value. ∂L/∂v_t is w_t ∂L/∂m exactly, at any distance;
//! ∂L/∂k_t = w_t ⟨∂L/∂m, v_t − m⟩ q / √d. No position is told: the order of the tokens before the last changes nothing.

use nalgebra::DMatrix;

use crate::bptt::Readout;
use crate::init::uniform;
use crate::kernel::{add_product, add_transposed};
use crate::trace::{Channel, Series, norm};

/// Weights of a head of width d on `input` inputs, W_q, W_k, W_v (d × I) and W_o (d × d), drawn as PyTorch draws
/// `nn.Linear` without a bias.
#[must_use]
pub fn drawn(input: usize, d: usize, seed: u64) -> [DMatrix<f64>; 4] {
    let stream = |name: &str, width: usize| {
        let mut draw = uniform(seed, &format!("attention {name}"), 1.0 / (width as f64).sqrt());
        DMatrix::from_fn(d, width, |_, _| draw())
    };
    [stream("query", input), stream("key", input), stream("value", input), stream("out", d)]
}

/// One reading of a head of attention, forward and back.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// W_q, W_k, W_v, W_o.
    pub weights: [DMatrix<f64>; 4],
    /// The gradient of the loss with respect to each.
    pub weights_gradient: [DMatrix<f64>; 4],
    /// The input, T × I.
    pub x: Channel,
    /// k_t, T × d.
    pub keys: Channel,
    /// v_t, T × d.
    pub values: Channel,
    /// w_t: how much of each value the output holds; 0 after the read step.
    pub shares: Vec<f64>,
    /// m, the mean of the values, d numbers.
    pub mixed: Vec<f64>,
    /// ∂L/∂m.
    pub mixed_gradient: Vec<f64>,
    /// The step (from 0) whose token asks, and where the loss is read.
    pub read: usize,
    /// The loss.
    pub loss: f64,
}

/// M x.
fn times(matrix: &DMatrix<f64>, x: &[f64]) -> Vec<f64> {
    let mut out = vec![0.0; matrix.nrows()];
    add_product(&mut out, matrix.as_slice(), x);
    out
}

/// M ← M + δ xᵀ.
fn add_outer(matrix: &mut DMatrix<f64>, delta: &[f64], x: &[f64]) {
    for (mut column, x) in matrix.column_iter_mut().zip(x) {
        column.iter_mut().zip(delta).for_each(|(sum, d)| *sum += d * x);
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// softmax, in place.
fn softmax(scores: &mut [f64]) {
    let largest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    scores.iter_mut().for_each(|score| *score = (*score - largest).exp());
    let sum: f64 = scores.iter().sum();
    scores.iter_mut().for_each(|score| *score /= sum);
}

impl Head {
    /// Reads `x` (T × I) up to the step of the read-out, whose token asks, and goes back.
    ///
    /// # Panics
    /// If a shape does not fit, or the loss is read beyond the sequence.
    #[must_use]
    pub fn run(weights: [DMatrix<f64>; 4], x: Series, readout: &Readout) -> Self {
        let (steps, d, read) = (x.steps(), weights[0].nrows(), readout.read);
        assert!(read < steps, "the loss is read at one of the {steps} steps");
        assert_eq!(readout.weights.len(), d, "v has one number per component");
        let all = |matrix: &DMatrix<f64>| {
            let rows = (0..steps).flat_map(|t| times(matrix, x.at(t))).collect();
            Channel { value: Series::new(d, rows), gradient: Series::zeros(steps, d) }
        };
        let [keys, values] = [all(&weights[1]), all(&weights[2])];
        let query = times(&weights[0], x.at(read));
        let mut shares: Vec<f64> = (0..=read).map(|t| dot(&query, keys.value.at(t)) / (d as f64).sqrt()).collect();
        softmax(&mut shares);
        shares.resize(steps, 0.0);
        let mut mixed = vec![0.0; d];
        add_product(&mut mixed, values.value.as_slice(), &shares);
        let y = dot(&times(&weights[3], &mixed), &readout.weights);
        let (loss, slope) = readout.loss(read, y);
        let mut head = Self {
            weights_gradient: weights.each_ref().map(|matrix| DMatrix::zeros(matrix.nrows(), matrix.ncols())),
            x: Channel { gradient: Series::zeros(steps, x.width()), value: x },
            keys,
            values,
            shares,
            mixed,
            mixed_gradient: vec![0.0; d],
            read,
            loss,
            weights,
        };
        head.back(&query, &readout.weights.iter().map(|v| slope * v).collect::<Vec<_>>());
        head
    }

    /// From ∂L/∂y to everything before it.
    fn back(&mut self, query: &[f64], d_y: &[f64]) {
        let scale = 1.0 / (query.len() as f64).sqrt();
        add_transposed(&mut self.mixed_gradient, self.weights[3].as_slice(), d_y);
        add_outer(&mut self.weights_gradient[3], d_y, &self.mixed);
        let mut d_query = vec![0.0; query.len()];
        for t in 0..=self.read {
            let share = self.shares[t];
            let apart = self.values.value.at(t).iter().zip(&self.mixed).map(|(v, m)| v - m);
            let d_score =
                scale * share * self.mixed_gradient.iter().zip(apart).map(|(d, apart)| d * apart).sum::<f64>();
            let d_value = self.values.gradient.at_mut(t);
            d_value.iter_mut().zip(&self.mixed_gradient).for_each(|(d, of_mixed)| *d = share * of_mixed);
            let d_key = self.keys.gradient.at_mut(t);
            d_key.iter_mut().zip(query).for_each(|(d, q)| *d = d_score * q);
            d_query.iter_mut().zip(self.keys.value.at(t)).for_each(|(d, k)| *d += d_score * k);
        }
        for t in 0..=self.read {
            self.take_to_input(1, t);
            self.take_to_input(2, t);
        }
        add_outer(&mut self.weights_gradient[0], &d_query, self.x.value.at(self.read));
        add_transposed(self.x.gradient.at_mut(self.read), self.weights[0].as_slice(), &d_query);
    }

    /// From the gradient of a key (1) or a value (2) to its matrix and its token.
    fn take_to_input(&mut self, which: usize, t: usize) {
        let delta = if which == 1 { self.keys.gradient.at(t) } else { self.values.gradient.at(t) };
        add_outer(&mut self.weights_gradient[which], delta, self.x.value.at(t));
        add_transposed(self.x.gradient.at_mut(t), self.weights[which].as_slice(), delta);
    }

    /// How much of the gradient reaches what is kept of each token: ‖[∂L/∂k_t ; ∂L/∂v_t]‖ / ‖∂L/∂m‖, T numbers. By the
    /// values alone it is w_t.
    #[must_use]
    pub fn reach(&self) -> Vec<f64> {
        let whole = norm(&self.mixed_gradient);
        let of = |t: usize| norm(&[self.keys.gradient.at(t), self.values.gradient.at(t)].concat()) / whole;
        (0..self.shares.len()).map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::Attention;

    #[test]
    fn a_head_that_reads_all_gives_what_one_gives_that_reads_token_by_token() {
        let (steps, d) = (7, 4);
        let weights = drawn(d, d, 3);
        let x = Series::new(d, (0..steps * d).map(|k| ((k * 31 + 5) % 17) as f64 / 8.0 - 1.0).collect());
        let mut stepped = Attention::new(weights.clone());
        let outputs: Vec<Vec<f64>> = (0..steps).map(|t| stepped.step(x.at(t))).collect();
        for (read, output) in outputs.iter().enumerate() {
            let readout = Readout { weights: vec![1.0, -2.0, 0.5, 3.0], read, targets: None };
            let head = Head::run(weights.clone(), x.clone(), &readout);
            assert!((head.loss - dot(output, &readout.weights)).abs() < 1e-14);
            assert!((head.shares.iter().sum::<f64>() - 1.0).abs() < 1e-15);
            assert!(head.shares[read + 1..].iter().all(|share| *share == 0.0));
        }
    }

    #[test]
    fn by_the_values_alone_the_gradient_that_is_left_is_the_weight() {
        let weights = drawn(3, 5, 1);
        let x = Series::new(3, (0..30).map(|k| ((k * 13 + 2) % 11) as f64 / 5.0 - 1.0).collect());
        let head = Head::run(weights, x, &Readout { weights: vec![1.0; 5], read: 9, targets: None });
        let whole = norm(&head.mixed_gradient);
        for t in 0..10 {
            assert!((norm(head.values.gradient.at(t)) / whole - head.shares[t]).abs() < 1e-15);
            assert!(head.reach()[t] >= head.shares[t] - 1e-15);
        }
    }
}
