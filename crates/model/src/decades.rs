//! The position of a number on a logarithmic axis: of the lanes' ribbons, the chart of reach (`figures`) and the
//! laboratory's pictures (`pictures`). Each user chooses the range and the labels of its axis: ribbons share a range in
//! steps of three decades, a picture fits its own numbers.

/// The position of the number with this decimal logarithm on the axis from 10^`low` to 10^`high`: 0 at the bottom, 1 at
/// the top, clamped to these. NaN stays NaN.
#[must_use]
pub fn level(log: f64, (low, high): (i32, i32)) -> f64 {
    ((log - f64::from(low)) / f64::from((high - low).max(1))).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decades_are_equally_far_apart_and_what_is_beyond_stands_at_the_end() {
        let levels = [-9.0, -6.0, -4.5, -3.0, 0.0, f64::INFINITY].map(|log| level(log, (-6, 0)));
        assert_eq!(levels, [0.0, 0.0, 0.25, 0.5, 1.0, 1.0]);
        assert_eq!(level(f64::NEG_INFINITY, (-6, 0)), 0.0);
        assert!(level(f64::NAN, (-6, 0)).is_nan());
        // An axis without a decade has a bottom and a top all the same.
        assert_eq!([-1.0, 0.0, 0.5, 2.0].map(|log| level(log, (0, 0))), [0.0, 0.0, 0.5, 1.0]);
    }
}
