//! The values that a slider can have.

/// From the lowest value to the highest in steps, all in the unit of what is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The lowest value.
    pub low: f64,
    /// The highest value, above `low`.
    pub high: f64,
    /// From one value to the next, above 0.
    pub step: f64,
}

impl Range {
    /// A range; `low < high` and `step > 0`.
    #[must_use]
    pub const fn new(low: f64, high: f64, step: f64) -> Self {
        Self { low, high, step }
    }

    /// Where a value stands, 0 at the lowest and 1 at the highest; 0 if that is not a number.
    #[must_use]
    pub fn part(self, value: f64) -> f64 {
        let part = (value - self.low) / (self.high - self.low);
        if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 }
    }

    /// The value of the range that is nearest.
    #[must_use]
    pub fn nearest(self, value: f64) -> f64 {
        let steps = ((value - self.low) / self.step).round();
        (self.low + steps * self.step).clamp(self.low, self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stands_where_it_is_in_its_range() {
        let range = Range::new(-2.0, 6.0, 0.5);
        assert_eq!([-2.0, 0.0, 6.0].map(|value| range.part(value)), [0.0, 0.25, 1.0]);
        assert_eq!([-9.0, 9.0, f64::NAN].map(|value| range.part(value)), [0.0, 1.0, 0.0], "never outside");
        assert_eq!(Range::new(3.0, 3.0, 1.0).part(3.0), 0.0, "nor of a range that has one value");
    }

    #[test]
    fn the_nearest_value_is_one_of_the_range() {
        let range = Range::new(-2.0, 6.0, 0.5);
        assert_eq!([-1.8, 0.26, 99.0, -99.0].map(|value| range.nearest(value)), [-2.0, 0.5, 6.0, -2.0]);
    }
}
