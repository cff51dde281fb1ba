//! The error on its way back through a chain of cells, as a ribbon: as wide and as strong as what is left of it.

use model::decades::level;

/// The ribbon between the middle of one cell and of the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// How wide it is at the earlier cell, from 0 (a millionth of the error or less) to 1 (all of it).
    pub earlier: f64,
    /// The same at the later cell.
    pub later: f64,
    /// How strong it is drawn, from 0 (as the paper) to 1. It goes with the square of the width, so that weak looks weak.
    pub strength: f64,
}

/// Powers of ten that the ribbon tells apart, the same for every cell and every sequence: what is compared has one scale.
const DECADES: (i32, i32) = (-6, 0);

/// How wide a share of the error is, from 0 to 1. NaN is 0: nothing is drawn of what is not known.
#[must_use]
pub fn width(share: f64) -> f64 {
    if share.is_nan() { 0.0 } else { level(share.log10(), DECADES) }
}

/// The stretches of a chain, the earliest first: one fewer than `shares`, which tell how much is left at each cell.
#[must_use]
pub fn returning(shares: &[f64]) -> Vec<Stretch> {
    let stretch = |pair: &[f64]| {
        let (earlier, later) = (width(pair[0]), width(pair[1]));
        Stretch { earlier, later, strength: (0.5 * (earlier + later)).powi(2) }
    };
    shares.windows(2).map(stretch).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_factor_of_ten_is_a_sixth_of_the_width() {
        assert_eq!(
            [1.0, 0.1, 1e-3, 1e-6, 1e-9, 0.0, 2.0, f64::NAN].map(width).map(|x| (6.0 * x).round()),
            [6.0, 5.0, 3.0, 0.0, 0.0, 0.0, 6.0, 0.0]
        );
    }

    #[test]
    fn each_stretch_ends_where_the_next_begins() {
        let all = returning(&[1e-3, 0.1, 1.0]);
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].later, all[1].earlier);
        assert!(all[0].strength < all[1].strength && all[1].later == 1.0);
        assert!(returning(&[1.0]).is_empty() && returning(&[]).is_empty());
    }
}
