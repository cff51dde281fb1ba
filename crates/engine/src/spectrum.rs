//! Singular values of a product of many matrices, the smallest as accurate as the largest.
//!
//! A product of step Jacobians has singular values hundreds of orders of magnitude apart. A plain
//! singular value decomposition of the product is right only down to about 10⁻¹³ of the largest, and
//! f64 itself ends at 10⁻³²⁴. Here the product is kept as Q · diag(e^l) · T, one QR step for each factor
//! (Benettin et al. 1980; Stewart 1997), with Q orthogonal, l in logarithms and T triangular with a unit
//! diagonal; then one-sided Jacobi rotations, scaled by the same logarithms, give each singular value
//! to a relative accuracy (Demmel and Veselić 1992).

use nalgebra::{DMatrix, DVector};

use super::kernel::{add_product, add_transposed};

/// A product of square matrices that grows on the left: J_k ⋯ J_2 J_1 = Q · diag(e^l) · T.
pub struct Product {
    q: DMatrix<f64>,
    log_scale: DVector<f64>,
    t: DMatrix<f64>,
}

impl Product {
    /// The empty product: the n × n identity.
    #[must_use]
    pub fn identity(n: usize) -> Self {
        Self { q: DMatrix::identity(n, n), log_scale: DVector::zeros(n), t: DMatrix::identity(n, n) }
    }

    /// The product with one more factor on its left.
    #[must_use]
    pub fn then(self, factor: &DMatrix<f64>) -> Self {
        let n = self.log_scale.len();
        let (q, r) = (factor * self.q).qr().unpack();
        let log_scale =
            DVector::from_fn(n, |i, _| if r[(i, i)] == 0.0 { f64::NEG_INFINITY } else { r[(i, i)].abs().ln() })
                + &self.log_scale;
        // R diag(e^l) = diag(e^l') T' with a unit diagonal; rows of zeros are cut off below.
        let step = DMatrix::from_fn(n, n, |i, j| {
            if i > j || !log_scale[i].is_finite() || !self.log_scale[j].is_finite() {
                return if i == j { 1.0 } else { 0.0 };
            }
            r[(i, j)] / r[(i, i)].abs() * (self.log_scale[j] - self.log_scale[i]).exp()
        });
        Self { q, log_scale, t: step * self.t }
    }

    /// ln |det| of the product.
    #[must_use]
    pub fn log_abs_det(&self) -> f64 {
        self.log_scale.sum()
    }

    /// The natural logarithms of the singular values, largest first; −∞ for zero.
    #[must_use]
    pub fn log_singular_values(&self) -> Vec<f64> {
        let n = self.log_scale.len();
        // The columns of (diag(e^l) T)ᵀ: e^l_j times row j of T, each brought to length 1.
        let mut columns = self.t.transpose();
        let mut logs: Vec<f64> = self.log_scale.iter().copied().collect();
        let renormalise = |columns: &mut DMatrix<f64>, logs: &mut [f64], j: usize| {
            let norm = columns.column(j).norm();
            if norm > 0.0 && logs[j].is_finite() {
                columns.column_mut(j).unscale_mut(norm);
                logs[j] += norm.ln();
            } else {
                logs[j] = f64::NEG_INFINITY;
            }
        };
        (0..n).for_each(|j| renormalise(&mut columns, &mut logs, j));
        for _ in 0..SWEEPS {
            let mut largest = 0.0_f64;
            for p in 0..n {
                for q in p + 1..n {
                    let (big, small) = if logs[p] >= logs[q] { (p, q) } else { (q, p) };
                    if !logs[small].is_finite() {
                        continue;
                    }
                    let cosine = columns.column(big).dot(&columns.column(small));
                    if cosine.abs() <= PARALLEL {
                        continue;
                    }
                    largest = largest.max(cosine.abs());
                    let ratio = (logs[small] - logs[big]).exp();
                    // The rotation that makes e^l_big a and e^l_small b orthogonal: its tangent t, and
                    // t over the ratio of the two scales, which stays finite as the ratio goes to 0.
                    let difference = (1.0 - ratio) * (1.0 + ratio);
                    let root = (difference * difference + 4.0 * (ratio * cosine).powi(2)).sqrt();
                    let tangent_by_ratio = 2.0 * cosine / (difference + root);
                    let tangent = tangent_by_ratio * ratio;
                    let c = 1.0 / (1.0 + tangent * tangent).sqrt();
                    let a = columns.column(big).into_owned();
                    let b = columns.column(small).into_owned();
                    columns.set_column(big, &(&a * c + &b * (c * tangent * ratio)));
                    columns.set_column(small, &(b * c - a * (c * tangent_by_ratio)));
                    renormalise(&mut columns, &mut logs, big);
                    renormalise(&mut columns, &mut logs, small);
                }
            }
            if largest <= PARALLEL {
                break;
            }
        }
        logs.sort_by(|a, b| b.total_cmp(a));
        logs
    }
}

/// Jacobi's method converges quadratically: a dozen sweeps are ample.
const SWEEPS: usize = 40;
/// Columns whose cosine is below this count as orthogonal.
const PARALLEL: f64 = 1e-15;

/// The product A B, where columns of B may be nearly all zeros, as those of the LSTM's cell state are.
#[must_use]
pub fn product(a: &DMatrix<f64>, b: &DMatrix<f64>) -> DMatrix<f64> {
    let n = a.nrows();
    let mut out = DMatrix::zeros(n, b.ncols());
    for (out, b) in out.as_mut_slice().chunks_exact_mut(n).zip(b.as_slice().chunks_exact(b.nrows())) {
        if b.iter().filter(|x| **x != 0.0).count() > 2 {
            add_product(out, a.as_slice(), b);
            continue;
        }
        for (column, by) in a.as_slice().chunks_exact(n).zip(b).filter(|(_, by)| **by != 0.0) {
            out.iter_mut().zip(column).for_each(|(out, x)| *out += x * by);
        }
    }
    out
}

/// ‖A‖₂, the largest singular value, to all its digits.
#[must_use]
pub fn norm2(matrix: &DMatrix<f64>) -> f64 {
    norm2_to(matrix, SETTLED)
}

/// ‖A‖₂, the largest singular value: bidiagonalisation from one vector, each new one kept orthogonal to
/// all before it, until the largest singular value of the small matrix changes by less than the share
/// `settled` (Golub and Kahan 1965).
#[must_use]
pub fn norm2_to(matrix: &DMatrix<f64>, settled: f64) -> f64 {
    let scale = matrix.amax();
    if scale == 0.0 || !scale.is_finite() {
        return scale;
    }
    let n = matrix.ncols();
    // Any start works that is not orthogonal to the largest singular vector.
    let start = DVector::from_fn(n, |i, _| 1.0 + 0.3 * (1.7 * i as f64 + 0.4).sin()).normalize();
    let (mut right, mut diagonal, mut above) = (vec![start], Vec::new(), Vec::<f64>::new());
    let apply = |v: &DVector<f64>| {
        let mut image = DVector::zeros(matrix.nrows());
        add_product(image.as_mut_slice(), matrix.as_slice(), v.as_slice());
        image / scale
    };
    let apply_back = |v: &DVector<f64>| {
        let mut image = DVector::zeros(n);
        add_transposed(image.as_mut_slice(), matrix.as_slice(), v.as_slice());
        image / scale
    };
    let mut image = apply(&right[0]);
    let (mut norm, mut still) = (0.0, 0);
    for j in 0..n {
        let length = image.norm();
        diagonal.push(length);
        let largest =
            if length == 0.0 && norm == 0.0 { 0.0 } else { bidiagonal_norm(&diagonal, &above, norm, settled) };
        still = if largest - norm <= 4.0 * settled * largest { still + 1 } else { 0 };
        norm = largest;
        if still > 1 || length == 0.0 || j + 1 == n {
            break;
        }
        image /= length;
        let mut next = apply_back(&image) - &right[j] * length;
        // Two passes of Gram–Schmidt are enough (Parlett 1980).
        for _ in 0..2 {
            right.iter().for_each(|v| next.axpy(-v.dot(&next), v, 1.0));
        }
        let length = next.norm();
        if length <= f64::EPSILON * norm {
            break;
        }
        next /= length;
        above.push(length);
        image = apply(&next) - image * length;
        right.push(next);
    }
    norm * scale
}

/// The largest singular value of an upper bidiagonal matrix B, by bisection on the signs of the
/// elimination of λ − BᵀB. `least` is that of B without its last column, which cannot be larger.
fn bidiagonal_norm(diagonal: &[f64], above: &[f64], least: f64, settled: f64) -> f64 {
    let before = |j: usize| if j > 0 { above[j - 1] } else { 0.0 };
    let exceeds = |x: f64| {
        // Whether λ = x² lies above every eigenvalue: all pivots positive.
        let mut pivot = 1.0;
        (0..diagonal.len()).all(|j| {
            let off = if j > 0 { diagonal[j - 1] * before(j) } else { 0.0 };
            pivot = x * x - (diagonal[j].powi(2) + before(j).powi(2)) - off * off / pivot;
            pivot > 0.0
        })
    };
    let mut low = diagonal.iter().fold(least, |most, d| most.max(d.abs()));
    // The new column usually changes the norm little: search nearby first.
    let mut step = settled * low;
    let mut high = low + step;
    while !exceeds(high) {
        low = high;
        step *= 64.0;
        high = low + step;
    }
    while high - low > settled * high {
        let middle = f64::midpoint(low, high);
        if exceeds(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The relative change at which a norm counts as found to all its digits.
const SETTLED: f64 = 1e-14;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn matrix(n: usize) -> impl Strategy<Value = DMatrix<f64>> {
        prop::collection::vec(-2.0..2.0_f64, n * n).prop_map(move |numbers| DMatrix::from_vec(n, n, numbers))
    }

    proptest! {
        #[test]
        fn norms_are_the_largest_singular_values(m in (1_usize..12).prop_flat_map(matrix)) {
            let expected = m.clone().svd(false, false).singular_values[0];
            prop_assert!((norm2(&m) - expected).abs() <= 1e-12 * expected);
        }

        #[test]
        fn a_product_has_the_singular_values_of_the_matrix_it_is(
            (a, b, c) in (1_usize..8).prop_flat_map(|n| (matrix(n), matrix(n), matrix(n)))
        ) {
            let product = Product::identity(a.nrows()).then(&a).then(&b).then(&c);
            let expected = (&c * &b * &a).svd(false, false).singular_values;
            for (ours, theirs) in product.log_singular_values().into_iter().zip(expected.iter()) {
                prop_assert!((ours.exp() - theirs).abs() <= 1e-12 * expected[0], "{} is not {theirs}", ours.exp());
            }
        }
    }

    #[test]
    fn orthogonal_matrices_stay_so_over_500_steps() {
        let (sin, cos) = 0.3_f64.sin_cos();
        let rotation = DMatrix::from_row_slice(2, 2, &[cos, -sin, sin, cos]);
        let product = (0..500).fold(Product::identity(2), |product, _| product.then(&rotation));
        for log in product.log_singular_values() {
            assert!(log.abs() < 1e-12);
        }
    }

    #[test]
    fn what_f64_cannot_hold_is_held_in_logarithms() {
        let shrink = DMatrix::from_row_slice(2, 2, &[1e-3, 2e-4, 0.0, 1e-9]);
        let product = (0..400).fold(Product::identity(2), |product, _| product.then(&shrink));
        let logs = product.log_singular_values();
        let exact = 400.0 * (1e-3_f64.ln() + 1e-9_f64.ln());
        assert!((product.log_abs_det() - exact).abs() < 1e-9 * exact.abs());
        assert!((logs[0] + logs[1] - exact).abs() < 1e-9 * exact.abs());
        assert!(logs[0] > -2800.0 && logs[1] < -8200.0, "{logs:?}");
    }
}
