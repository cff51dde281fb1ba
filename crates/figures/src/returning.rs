//! The error on its way back through a chain of cells, as a ribbon: as wide and as strong as what is left of it; and what
//! stands around it in the picture of Start. Outlines are in the form of SVG.

use engine::trace::CellKind;

use crate::LogScale;

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

impl Stretch {
    /// Its outline, where a unit across is a cell, and all of the error is 24 high. `place` counts stretches from the first cell.
    #[must_use]
    pub fn outline(self, place: usize) -> String {
        let (x, next) = (place as f64 + 0.5, place as f64 + 1.5);
        let (a, b) = (12.0 * self.earlier, 12.0 * self.later);
        format!("M{x} {:.3}L{next} {:.3}V{:.3}L{x} {:.3}Z", 12.0 - a, 12.0 - b, 12.0 + b, 12.0 + a)
    }

    /// How strong it is, as it is written.
    #[must_use]
    pub fn opacity(self) -> String {
        format!("{:.3}", self.strength)
    }
}

/// The link between the word at which a share is measured and that of the loss, over their cells: 100 across is all of the chain,
/// 20 high.
#[must_use]
pub fn link(mark: usize, read: usize, steps: usize) -> String {
    let [(from, _), (rise, _), (fall, _), (to, _)] = bend(mark, read, steps);
    format!("M{from:.3} 20C{rise:.3} -4 {fall:.3} -4 {to:.3} 20")
}

/// The four points of that link's curve.
pub(crate) fn bend(mark: usize, read: usize, steps: usize) -> [(f64, f64); 4] {
    let middle = |step: usize| 100.0 * (step as f64 + 0.5) / steps.max(1) as f64;
    let (from, to) = (middle(mark), middle(read));
    let bend = 0.18 * (to - from);
    [(from, 20.0), (from + bend, -4.0), (to - bend, -4.0), (to, 20.0)]
}

/// What is drawn in a cell of 32 by 32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// The curve of tanh.
    Curve(&'static str),
    /// The state that is carried on, and a bar a gate.
    Gated {
        /// The road of the state.
        road: &'static str,
        /// The gates.
        gates: &'static str,
    },
}

/// What is drawn in a cell: the curve of tanh; a cell state and three gates; a state and two gates.
#[must_use]
pub fn inside(cell: CellKind) -> Inside {
    match cell {
        CellKind::Rnn => Inside::Curve("M8 22C15 22 17 10 24 10"),
        CellKind::Lstm => Inside::Gated { road: "M3 10H29", gates: "M7 17H11V25H7ZM14 17H18V25H14ZM21 17H25V25H21Z" },
        CellKind::Gru => Inside::Gated { road: "M3 9H29", gates: "M9 16H14V25H9ZM18 16H23V25H18Z" },
    }
}

/// How wide a share of the error is, from 0 to 1. NaN is 0: nothing is drawn of what is not known.
#[must_use]
pub fn width(share: f64) -> f64 {
    if share.is_nan() { 0.0 } else { LogScale::RIBBON.level(share) }
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

/// What the ribbon looks like where so much is left, the least first: from a ten-thousandth to all of it.
#[must_use]
pub fn samples() -> [(f64, Stretch); 5] {
    [1e-4, 1e-3, 1e-2, 0.1, 1.0].map(|share| (share, returning(&[share, share])[0]))
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
    fn an_outline_goes_from_the_middle_of_a_cell_to_that_of_the_next() {
        let all = returning(&[1.0, 1.0])[0];
        assert_eq!(
            (all.outline(3).as_str(), all.opacity().as_str()),
            ("M3.5 0.000L4.5 0.000V24.000L3.5 24.000Z", "1.000")
        );
        assert_eq!(link(0, 4, 5), "M10.000 20C24.400 -4 75.600 -4 90.000 20");
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
