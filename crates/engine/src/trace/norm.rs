//! The Euclidean norm, safe where the squares of the numbers would underflow or overflow.

/// ‖v‖₂, scaled by the largest magnitude first: right from 5e-324 to 1.8e308.
///
/// NaN if any number is NaN, infinite if any is infinite, 0 for an empty or zero vector.
#[must_use]
pub fn norm(v: &[f64]) -> f64 {
    if v.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    let largest = v.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
    if largest == 0.0 || largest.is_infinite() {
        return largest;
    }
    let sum: f64 = v.iter().map(|x| (x / largest).powi(2)).sum();
    largest * sum.sqrt()
}

#[cfg(test)]
mod tests {
    use super::norm;

    #[test]
    fn is_right_at_both_ends_of_f64() {
        assert_eq!(norm(&[3e-300, 4e-300]), 5e-300);
        assert_eq!(norm(&[3e300, 4e300]), 5e300);
        assert_eq!(norm(&[3.0, -4.0]), 5.0);
        assert_eq!(norm(&[]), 0.0);
        assert_eq!(norm(&[0.0, -0.0]), 0.0);
        assert_eq!(norm(&[1.0, f64::NEG_INFINITY]), f64::INFINITY);
        assert!(norm(&[f64::NAN, f64::INFINITY]).is_nan());
        assert!(norm(&[f64::INFINITY, f64::NAN]).is_nan());
    }
}
