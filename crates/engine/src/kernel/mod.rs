//! The two matrix–vector products that take most of the cells' time, two numbers at a time (SIMD128 in the browser).
//! Matrices are column-major, as nalgebra stores them.

pub mod real;
pub mod tiles;

use wide::f64x2;

/// Columns in a group; `out` or `delta` is read once for each group.
const TOGETHER: usize = 4;

/// out ← out + M x, with M of `out.len()` rows and `x.len()` columns.
pub fn add_product(out: &mut [f64], columns: &[f64], x: &[f64]) {
    let rows = out.len();
    assert_eq!(columns.len(), rows * x.len(), "a column for every number of x");
    let (fours, rest) = x.as_chunks::<TOGETHER>();
    let (grouped, single) = columns.split_at(fours.len() * TOGETHER * rows);
    for (group, x) in grouped.chunks_exact(TOGETHER * rows).zip(fours) {
        let ([a, b, c, d], odd) = split(group, rows);
        let (xa, xb) = (f64x2::new([x[0], x[0]]), f64x2::new([x[1], x[1]]));
        let (xc, xd) = (f64x2::new([x[2], x[2]]), f64x2::new([x[3], x[3]]));
        let (pairs, last) = out.as_chunks_mut::<2>();
        // Plain indices: when optimised for size, zipped iterators cost more than the sums.
        let n = pairs.len();
        let (a, b, c, d) = (&a[..n], &b[..n], &c[..n], &d[..n]);
        for i in 0..n {
            let left = f64x2::new(a[i]) * xa + f64x2::new(b[i]) * xb;
            let right = f64x2::new(c[i]) * xc + f64x2::new(d[i]) * xd;
            pairs[i] = (f64x2::new(pairs[i]) + (left + right)).to_array();
        }
        if let Some(out) = last.first_mut() {
            *out += (odd[0] * x[0] + odd[1] * x[1]) + (odd[2] * x[2] + odd[3] * x[3]);
        }
    }
    for (column, x) in single.chunks_exact(rows).zip(rest) {
        for i in 0..rows {
            out[i] += column[i] * x;
        }
    }
}

/// out ← out + Mᵀ δ, with M of `delta.len()` rows and `out.len()` columns.
pub fn add_transposed(out: &mut [f64], columns: &[f64], delta: &[f64]) {
    let rows = delta.len();
    assert_eq!(columns.len(), rows * out.len(), "a column for every number of out");
    let (pairs, last) = delta.as_chunks::<2>();
    let (fours, rest) = out.as_chunks_mut::<TOGETHER>();
    let (grouped, single) = columns.split_at(fours.len() * TOGETHER * rows);
    for (group, out) in grouped.chunks_exact(TOGETHER * rows).zip(fours) {
        let ([a, b, c, d], odd) = split(group, rows);
        let mut sum = [f64x2::ZERO; TOGETHER];
        let n = pairs.len();
        let (a, b, c, d) = (&a[..n], &b[..n], &c[..n], &d[..n]);
        for i in 0..n {
            let delta = f64x2::new(pairs[i]);
            sum[0] += f64x2::new(a[i]) * delta;
            sum[1] += f64x2::new(b[i]) * delta;
            sum[2] += f64x2::new(c[i]) * delta;
            sum[3] += f64x2::new(d[i]) * delta;
        }
        for k in 0..TOGETHER {
            let [even, uneven] = sum[k].to_array();
            out[k] += even + uneven + last.first().map_or(0.0, |delta| odd[k] * delta);
        }
    }
    for (column, out) in single.chunks_exact(rows).zip(rest) {
        for i in 0..rows {
            *out += column[i] * delta[i];
        }
    }
}

/// The four columns of a group, in pairs of numbers; and the last number of each where they are odd.
/// Inlined even where the optimiser works for size: it stands inside the innermost loops but one.
#[inline(always)]
fn split(group: &[f64], rows: usize) -> ([&[[f64; 2]]; TOGETHER], [f64; TOGETHER]) {
    let (a, group) = group.split_at(rows);
    let (b, group) = group.split_at(rows);
    let (c, d) = group.split_at(rows);
    let pairs = [a.as_chunks().0, b.as_chunks().0, c.as_chunks().0, d.as_chunks().0];
    let last = rows - 1;
    (pairs, [a[last], b[last], c[last], d[last]])
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
