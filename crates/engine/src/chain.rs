//! The chain: the product of step Jacobians ∂s_T/∂s_t = J_T ⋯ J_{t+1}, for every step t up to the read step T.

use nalgebra::DMatrix;

use super::jacobian::{Step, log_abs_det, state_size};
use super::spectrum::{Product, norm2_to, product};
use crate::trace::{CellKind, Layer};

/// Norms of ∂s_T/∂s_t for every step t, as natural logarithms: a product of 499 Jacobians can leave the range of f64.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Chain {
    /// ln ‖∂s_T/∂s_t‖₂ for every step t from 0 to T; 0 at T.
    pub log_norm: Vec<f64>,
    /// The mean logarithm of its n singular values, ln |det ∂s_T/∂s_t| / n, for the same steps.
    pub log_mean: Vec<f64>,
    /// LSTM: ln ‖∂c_T/∂c_t‖₂, through every road between; s at t as above, h_t held fixed.
    pub log_cell_norm: Vec<f64>,
    /// ‖J_t‖₂ for every step t from 0 to T.
    pub factor: Vec<f64>,
}

/// Divides a matrix by a power of two near its largest element, if that is far from 1, and returns the power's natural
/// logarithm. The division is exact.
fn rescale(matrix: &mut DMatrix<f64>) -> f64 {
    const FAR: f64 = 1e60;
    let largest = matrix.as_slice().iter().fold(0.0_f64, |most, x| if x.abs() > most { x.abs() } else { most });
    if largest == 0.0 || !largest.is_finite() || (1.0 / FAR..FAR).contains(&largest) {
        return 0.0;
    }
    let power = largest.log2().floor();
    let by = (-power).exp2();
    matrix.as_mut_slice().iter_mut().for_each(|x| *x *= by);
    power * std::f64::consts::LN_2
}

/// The computation of a chain, step by step from T back.
struct Walk<'a> {
    layer: &'a Layer,
    /// The next step to multiply in, counting down from the read step.
    next: usize,
    /// ∂s_T/∂s_t up to a factor e^`log_scale`.
    product: DMatrix<f64>,
    log_scale: f64,
    log_det: f64,
    weights_log_det: f64,
    every: usize,
    at: usize,
    /// The relative change below which the iteration for a norm stops.
    settled: f64,
    chain: Chain,
}

impl<'a> Walk<'a> {
    /// Starts at T = `read` (from 0). Norms are computed at every `every`-th step and at step `at`; the others are NaN.
    fn new(layer: &'a Layer, read: usize, every: usize, at: usize) -> Self {
        let n = state_size(layer);
        let cell = if layer.cell() == CellKind::Lstm { read + 1 } else { 0 };
        Self {
            layer,
            next: read,
            product: DMatrix::identity(n, n),
            log_scale: 0.0,
            log_det: 0.0,
            weights_log_det: log_abs_det(Step::determining_weights(layer)),
            every,
            at,
            // A sketch needs only as many digits as the picture shows.
            settled: if every > 1 { 1e-6 } else { 1e-14 },
            chain: Chain {
                log_norm: vec![0.0; read + 1],
                log_mean: vec![0.0; read + 1],
                log_cell_norm: vec![0.0; cell],
                factor: vec![0.0; read + 1],
            },
        }
    }

    /// Multiplies one more Jacobian in; false once the first step is reached.
    fn advance(&mut self) -> bool {
        let t = self.next;
        let step = Step::new(self.layer, t);
        let jacobian = step.jacobian();
        let wanted = |t: usize| t.is_multiple_of(self.every) || t == self.at;
        self.chain.factor[t] = if wanted(t) { norm2_to(&jacobian, self.settled) } else { f64::NAN };
        if t == 0 {
            return false;
        }
        self.product = product(&self.product, &jacobian);
        self.log_scale += rescale(&mut self.product);
        self.log_det += step.log_abs_det(&jacobian, self.weights_log_det);
        let n = self.product.nrows();
        let log_norm =
            |m: &DMatrix<f64>| if wanted(t - 1) { norm2_to(m, self.settled).ln() + self.log_scale } else { f64::NAN };
        self.chain.log_norm[t - 1] = log_norm(&self.product);
        self.chain.log_mean[t - 1] = self.log_det / n as f64;
        if let Some(log) = self.chain.log_cell_norm.get_mut(t - 1) {
            let hidden = n / 2;
            let cells = self.product.view((hidden, hidden), (hidden, hidden)).into_owned();
            *log = log_norm(&cells);
        }
        self.next -= 1;
        true
    }

    /// The finished chain.
    fn into_chain(self) -> Chain {
        self.chain
    }
}

/// The whole chain back from the step T = `read` (from 0).
#[must_use]
pub fn chain(layer: &Layer, read: usize) -> Chain {
    sketch(layer, read, 1, 0)
}

/// The chain back from T = `read` with norms at every `every`-th step and at step `at`; the others are NaN.
#[must_use]
pub fn sketch(layer: &Layer, read: usize, every: usize, at: usize) -> Chain {
    let mut walk = Walk::new(layer, read, every, at);
    while walk.advance() {}
    walk.into_chain()
}

/// The natural logarithms of the singular values of ∂s_T/∂s_t, largest first (−∞ for zero), with T =
/// `read` and t = `from`, both from 0.
#[must_use]
pub fn log_singular_values(layer: &Layer, from: usize, read: usize) -> Vec<f64> {
    let steps = (from + 1..=read).map(|t| Step::new(layer, t).jacobian());
    steps.fold(Product::identity(state_size(layer)), |product, step| product.then(&step)).log_singular_values()
}

/// The eigenvalues of a matrix as points of the complex plane (real and imaginary part).
#[must_use]
pub fn eigenvalues(matrix: &DMatrix<f64>) -> Vec<(f64, f64)> {
    if matrix.iter().any(|x| !x.is_finite()) {
        return vec![];
    }
    matrix.complex_eigenvalues().iter().map(|z| (z.re, z.im)).collect()
}
