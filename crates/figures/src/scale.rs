//! The common logarithmic scale of ribbon and chart: the same share of the gradient has the same
//! height and colour everywhere.

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
    /// A scale that holds all shares between the two; at least six decades down and, once something
    /// has grown, one up. It widens by whole steps, so that it stands still under small changes.
    #[must_use]
    pub fn around((smallest, largest): (f64, f64)) -> Self {
        let step = |x: f64, by: i32| (x / f64::from(by)).ceil() as i32 * by;
        let down = -smallest.max(5e-324).log10();
        let up = largest.min(f64::MAX).log10();
        Self {
            low: -step(down, if down > 60.0 { 30 } else { 3 }).max(6),
            high: if up <= 0.004 { 0 } else { step(up, if up > 60.0 { 30 } else { 1 }).max(1) },
        }
    }

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
    fn stands_still_under_small_changes_and_holds_everything() {
        assert_eq!(LogScale::around((0.1, 1.0)), LogScale { low: -6, high: 0 });
        assert_eq!(LogScale::around((3e-8, 1.0)), LogScale { low: -9, high: 0 });
        assert_eq!(LogScale::around((0.5, 4.0)), LogScale { low: -6, high: 1 });
        let wide = LogScale::around((1e-300, 1e200));
        assert!(wide.low <= -300 && wide.high >= 200);
        assert_eq!(LogScale::around((1e-323, f64::INFINITY)).lines(8).len(), 7);
    }

    #[test]
    fn levels_run_from_bottom_to_top() {
        let scale = LogScale { low: -6, high: 0 };
        assert_eq!(scale.level(1.0), 1.0);
        assert!((scale.level(1e-3) - 0.5).abs() < 1e-12);
        assert_eq!(scale.level(0.0), 0.0);
        assert_eq!(scale.level(f64::INFINITY), 1.0);
        assert!(scale.level(f64::NAN).is_nan());
    }
}
