//! Logarithmic scales: that of every ribbon, on which the same share of the gradient has the same height and colour
//! everywhere, and those of charts.

use model::decades::level;

/// Powers of ten from `low` to `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogScale {
    /// The exponent at the bottom.
    pub low: i32,
    /// The exponent at the top.
    pub high: i32,
}

impl LogScale {
    /// What the ribbons of what is left of the gradient tell apart, the same for every cell and every sequence: what is compared
    /// has one scale, and a slider that moves changes no other cell's ribbon.
    pub const RIBBON: Self = Self { low: -6, high: 0 };

    /// Where a share stands: 0 at the bottom, 1 at the top, cut to that. NaN stays NaN.
    #[must_use]
    pub fn level(self, share: f64) -> f64 {
        level(share.log10(), (self.low, self.high))
    }

    /// The exponents to draw lines at: every decade, or fewer where they would crowd (at most `most`).
    #[must_use]
    pub fn lines(self, most: usize) -> Vec<i32> {
        let decades = self.high - self.low;
        let by = [1, 2, 3, 5, 10, 20, 30, 50, 100].into_iter().find(|by| decades / by < most as i32).unwrap_or(100);
        (self.low..=self.high).filter(|e| e % by == 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stand_at_every_decade_or_at_fewer() {
        assert_eq!(LogScale::RIBBON.lines(8).len(), 7);
        assert_eq!(LogScale { low: -300, high: 0 }.lines(8).len(), 7);
    }

    #[test]
    fn levels_run_from_bottom_to_top() {
        let scale = LogScale::RIBBON;
        assert_eq!(scale.level(1.0), 1.0);
        assert!((scale.level(1e-3) - 0.5).abs() < 1e-12);
        assert_eq!(scale.level(0.0), 0.0);
        assert_eq!(scale.level(f64::INFINITY), 1.0);
        assert!(scale.level(f64::NAN).is_nan());
    }
}
