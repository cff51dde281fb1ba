//! Many states on their two principal axes, and how well these tell what the states should hold.

use nalgebra::{DMatrix, DVector, RowDVector};

/// The strength of the ridge of a cut through all units: what is added to the mean square of every direction of the state.
pub const RIDGE: f64 = 1e-4;

/// The two principal axes of many states.
#[derive(Clone, Debug, PartialEq)]
pub struct Axes {
    /// The mean of the states.
    pub mean: Vec<f64>,
    /// Two directions of length 1, that of the largest variance first. Each points to where what is held grows.
    pub directions: [Vec<f64>; 2],
    /// The share of the whole variance along each.
    pub shares: [f64; 2],
}

/// What is held, guessed from a place by a straight cut or a slope: `offset` + Σ `weights` · place, with the least squares.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// A weight for each number of a place.
    pub weights: Vec<f64>,
    /// What is guessed at 0.
    pub offset: f64,
}

impl Axes {
    /// The axes of states, a row each, that should hold a number each. An axis along which what is held neither grows nor shrinks
    /// has its largest number positive.
    ///
    /// # Panics
    /// If there are fewer than two rows or columns, or not a number for every row.
    #[must_use]
    pub fn of(states: &DMatrix<f64>, held: &[f64]) -> Self {
        assert!(states.nrows() == held.len() && states.nrows() > 1 && states.ncols() > 1, "states with what they hold");
        let mean = states.row_mean();
        let centred = less(states, &mean);
        let all = centred.norm_squared();
        let decomposed = centred.tr_mul(&centred).symmetric_eigen();
        let mut order: Vec<usize> = (0..states.ncols()).collect();
        order.sort_by(|a, b| decomposed.eigenvalues[*b].total_cmp(&decomposed.eigenvalues[*a]));
        let held = DVector::from_column_slice(held).add_scalar(-held.iter().sum::<f64>() / held.len() as f64);
        let axis = |place: usize| {
            let direction = decomposed.eigenvectors.column(order[place]).into_owned();
            let grows = (&centred * &direction).dot(&held);
            let turned = if grows == 0.0 { direction[direction.icamax()] } else { grows };
            let sign = if turned < 0.0 { -1.0 } else { 1.0 };
            (direction * sign).iter().copied().collect::<Vec<f64>>()
        };
        let share = |place: usize| decomposed.eigenvalues[order[place]].max(0.0) / all.max(f64::MIN_POSITIVE);
        Self { mean: mean.iter().copied().collect(), directions: [axis(0), axis(1)], shares: [share(0), share(1)] }
    }

    /// The place of a state on the two axes.
    #[must_use]
    pub fn place(&self, h: &[f64]) -> [f64; 2] {
        let along =
            |direction: &[f64]| h.iter().zip(&self.mean).zip(direction).map(|((h, mean), d)| (h - mean) * d).sum();
        self.directions.each_ref().map(|direction| along(direction))
    }
}

impl Fit {
    /// The fit with the least squares over rows of numbers, with a ridge of a strength on the mean squares.
    ///
    /// # Panics
    /// If there is no row, or not a number for every row.
    #[must_use]
    pub fn of(rows: &DMatrix<f64>, held: &[f64], ridge: f64) -> Self {
        assert!(rows.nrows() == held.len() && !held.is_empty(), "rows with what they hold");
        let (count, width) = (rows.nrows() as f64, rows.ncols());
        let mean = rows.row_mean();
        let centred = less(rows, &mean);
        let own = held.iter().sum::<f64>() / count;
        let off = DVector::from_iterator(held.len(), held.iter().map(|y| y - own));
        let covariance = centred.tr_mul(&centred) / count + DMatrix::identity(width, width) * ridge;
        let weights =
            covariance.cholesky().map_or_else(|| DVector::zeros(width), |it| it.solve(&(centred.tr_mul(&off) / count)));
        let offset = own - (&mean * &weights)[0];
        Self { weights: weights.iter().copied().collect(), offset }
    }

    /// What is guessed at a place.
    #[must_use]
    pub fn guess(&self, place: impl IntoIterator<Item = f64>) -> f64 {
        self.offset + self.weights.iter().zip(place).map(|(weight, x)| weight * x).sum::<f64>()
    }

    /// The share of rows on whose side of the cut at 0 they belong, by the sign of what they hold.
    #[must_use]
    pub fn right(&self, rows: &DMatrix<f64>, held: &[f64]) -> f64 {
        let own = rows.row_iter().zip(held);
        let right = own.filter(|(row, y)| (self.guess(row.iter().copied()) > 0.0) == (**y > 0.0)).count();
        right as f64 / held.len() as f64
    }

    /// R² = 1 − Σ (y − ŷ)² / Σ (y − ȳ)²; NaN where all hold the same.
    #[must_use]
    pub fn explained(&self, rows: &DMatrix<f64>, held: &[f64]) -> f64 {
        let mean = held.iter().sum::<f64>() / held.len() as f64;
        let off: f64 = rows.row_iter().zip(held).map(|(row, y)| (y - self.guess(row.iter().copied())).powi(2)).sum();
        let all: f64 = held.iter().map(|y| (y - mean).powi(2)).sum();
        if all > 0.0 { 1.0 - off / all } else { f64::NAN }
    }
}

/// Takes a row from every row.
fn less(rows: &DMatrix<f64>, row: &RowDVector<f64>) -> DMatrix<f64> {
    DMatrix::from_fn(rows.nrows(), rows.ncols(), |r, c| rows[(r, c)] - row[c])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Chance;

    /// States that lie along a direction, farther out the more they hold.
    #[test]
    fn the_first_axis_lies_along_the_states_and_points_to_where_they_hold_more() {
        let mut chance = Chance::new(3);
        let held: Vec<f64> = (0..200).map(|_| chance.normal()).collect();
        let states = DMatrix::from_fn(200, 3, |n, c| [-3.0, 0.0, 4.0][c] * held[n] + 0.01 * chance.normal());
        let axes = Axes::of(&states, &held);
        for (own, known) in axes.directions[0].iter().zip([-0.6, 0.0, 0.8]) {
            assert!((own - known).abs() < 1e-3, "{axes:?}");
        }
        assert!(axes.shares[0] > 0.999 && axes.shares[1] < 0.001);
        let fit = Fit::of(&states, &held, 0.0);
        assert!(fit.explained(&states, &held) > 0.999 && fit.right(&states, &held) > 0.95);
    }
}
