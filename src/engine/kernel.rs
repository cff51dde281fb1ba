//! The two products that the cells spend their time in, two numbers at a time (SIMD128 in the
//! browser). Matrices are columns one after the other, as nalgebra stores them.

use wide::f64x2;

/// Columns that are taken together, so that `out` or `delta` is read once for all of them.
const TOGETHER: usize = 4;

/// out ← out + M x, with M of `out.len()` rows and `x.len()` columns.
pub fn add_product(out: &mut [f64], columns: &[f64], x: &[f64]) {
    let rows = out.len();
    assert_eq!(columns.len(), rows * x.len(), "a column for every number of x");
    let mut groups = columns.chunks_exact(TOGETHER * rows);
    let mut factors = x.chunks_exact(TOGETHER);
    for (group, x) in (&mut groups).zip(&mut factors) {
        let [a, b, c, d] = split(group, rows);
        let factor = [f64x2::splat(x[0]), f64x2::splat(x[1]), f64x2::splat(x[2]), f64x2::splat(x[3])];
        let (pairs, rest) = out.as_chunks_mut::<2>();
        let ((a2, a1), (b2, b1), (c2, c1), (d2, d1)) = (a.as_chunks(), b.as_chunks(), c.as_chunks(), d.as_chunks());
        for ((((out, a), b), c), d) in pairs.iter_mut().zip(a2).zip(b2).zip(c2).zip(d2) {
            let left = f64x2::new(*a) * factor[0] + f64x2::new(*b) * factor[1];
            let right = f64x2::new(*c) * factor[2] + f64x2::new(*d) * factor[3];
            *out = (f64x2::new(*out) + (left + right)).to_array();
        }
        for ((((out, a), b), c), d) in rest.iter_mut().zip(a1).zip(b1).zip(c1).zip(d1) {
            *out += (a * x[0] + b * x[1]) + (c * x[2] + d * x[3]);
        }
    }
    for (column, x) in groups.remainder().chunks_exact(rows).zip(factors.remainder()) {
        out.iter_mut().zip(column).for_each(|(out, a)| *out += a * x);
    }
}

/// out ← out + Mᵀ δ, with M of `delta.len()` rows and `out.len()` columns.
pub fn add_transposed(out: &mut [f64], columns: &[f64], delta: &[f64]) {
    let rows = delta.len();
    assert_eq!(columns.len(), rows * out.len(), "a column for every number of out");
    let (delta2, delta1) = delta.as_chunks::<2>();
    let mut groups = columns.chunks_exact(TOGETHER * rows);
    let mut sums = out.chunks_exact_mut(TOGETHER);
    for (group, out) in (&mut groups).zip(&mut sums) {
        let [a, b, c, d] = split(group, rows);
        let mut sum = [f64x2::ZERO; TOGETHER];
        let ((a2, a1), (b2, b1), (c2, c1), (d2, d1)) = (a.as_chunks(), b.as_chunks(), c.as_chunks(), d.as_chunks());
        for ((((delta, a), b), c), d) in delta2.iter().zip(a2).zip(b2).zip(c2).zip(d2) {
            let delta = f64x2::new(*delta);
            sum[0] += f64x2::new(*a) * delta;
            sum[1] += f64x2::new(*b) * delta;
            sum[2] += f64x2::new(*c) * delta;
            sum[3] += f64x2::new(*d) * delta;
        }
        for (out, (sum, rest)) in out.iter_mut().zip(sum.into_iter().zip([a1, b1, c1, d1])) {
            let [even, odd] = sum.to_array();
            let last: f64 = rest.iter().zip(delta1).map(|(a, d)| a * d).sum();
            *out += even + odd + last;
        }
    }
    for (column, out) in groups.remainder().chunks_exact(rows).zip(sums.into_remainder()) {
        *out += column.iter().zip(delta).map(|(a, d)| a * d).sum::<f64>();
    }
}

/// The four columns of a group.
fn split(group: &[f64], rows: usize) -> [&[f64]; TOGETHER] {
    std::array::from_fn(|column| &group[column * rows..(column + 1) * rows])
}

#[cfg(test)]
mod tests {
    use super::*;
    use nalgebra::{DMatrix, DVector};
    use proptest::prelude::*;

    fn numbers(n: usize) -> Vec<f64> {
        (0..n).map(|i| ((i * 7919 + 13) % 101) as f64 / 10.0 - 5.0).collect()
    }

    proptest! {
        #[test]
        fn agree_with_nalgebra(rows in 1_usize..20, columns in 1_usize..20) {
            let matrix = DMatrix::from_vec(rows, columns, numbers(rows * columns));
            let (x, delta) = (DVector::from_vec(numbers(columns)), DVector::from_vec(numbers(rows)));
            let mut out = numbers(rows);
            let expected = DVector::from_vec(out.clone()) + &matrix * &x;
            add_product(&mut out, matrix.as_slice(), x.as_slice());
            prop_assert!((DVector::from_vec(out) - expected).amax() < 1e-10);
            let mut out = numbers(columns);
            let expected = DVector::from_vec(out.clone()) + matrix.transpose() * &delta;
            add_transposed(&mut out, matrix.as_slice(), delta.as_slice());
            prop_assert!((DVector::from_vec(out) - expected).amax() < 1e-10);
        }
    }
}
