//! A probe: how much of a past input a linear read-out can find in a state. Ridge regression, told by R² on data that was held out.

use nalgebra::{Cholesky, DMatrix, Dyn, RowDVector};

use super::bptt::forward;
use crate::trace::{Layer, Parameters, Quantity, Series};

/// The strength of the ridge: what is added to the mean square of every direction of the state.
pub const RIDGE: f64 = 1e-4;

/// The hidden state after the last step of a sequence, from a zero state.
///
/// # Panics
/// If the width of `x` is not the number of inputs.
#[must_use]
pub fn last_state(parameters: &Parameters, x: Series) -> Vec<f64> {
    let mut layer = Layer::new(parameters.clone(), x);
    forward(&mut layer);
    layer.value(Quantity::Hidden, layer.steps() - 1).to_vec()
}

/// States, a row each: some to learn from, some held out. They are prepared once, and then asked for one target after another.
#[derive(Clone, Debug)]
pub struct Rows {
    /// The states, less their means over the training rows: rows × H.
    trained: DMatrix<f64>,
    held_out: DMatrix<f64>,
    /// The covariance of the training rows with the ridge on it, factored.
    factor: Cholesky<f64, Dyn>,
}

impl Rows {
    /// Takes states to learn from and states to test on; `None` if there are none of either.
    #[must_use]
    pub fn new(trained: DMatrix<f64>, held_out: DMatrix<f64>) -> Option<Self> {
        let (mut trained, mut held_out) = (trained, held_out);
        if trained.nrows() == 0 || held_out.nrows() == 0 {
            return None;
        }
        let means = trained.row_mean();
        less(&mut trained, &means);
        less(&mut held_out, &means);
        let hidden = trained.ncols();
        let covariance = trained.tr_mul(&trained) / trained.nrows() as f64 + DMatrix::identity(hidden, hidden) * RIDGE;
        let factor = covariance.cholesky()?;
        Some(Self { trained, held_out, factor })
    }

    /// R² on the states that were held out: 1 − Σ ‖y − ŷ‖² / Σ ‖y − ȳ‖², over all rows and columns of the targets, with ȳ the mean
    /// of the held-out targets. ŷ = ȳ_train + W (h − h̄_train), and W minimises the mean square over the training rows, plus
    /// [`RIDGE`] · ‖W‖². NaN where the held-out targets are all alike.
    ///
    /// # Panics
    /// If there is not a target for every row.
    #[must_use]
    pub fn explained(&self, mut targets: DMatrix<f64>, mut held_out: DMatrix<f64>) -> f64 {
        let means = targets.row_mean();
        less(&mut targets, &means);
        let covariance = self.trained.tr_mul(&targets) / targets.nrows() as f64;
        let found = &self.held_out * self.factor.solve(&covariance);
        let mut off = held_out.clone() - found;
        less(&mut off, &means);
        let own = held_out.row_mean();
        less(&mut held_out, &own);
        let all = held_out.norm_squared();
        if all > 0.0 { 1.0 - off.norm_squared() / all } else { f64::NAN }
    }
}

/// Takes a row from every row.
fn less(rows: &mut DMatrix<f64>, row: &RowDVector<f64>) {
    for (mut column, mean) in rows.column_iter_mut().zip(row.iter()) {
        column.add_scalar_mut(-mean);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Chance;

    /// Targets that are a linear map of the states are found whole, targets that have nothing to do with them not at all.
    #[test]
    fn what_is_in_a_state_is_found_and_what_is_not_is_not() {
        let mut chance = Chance::new(5);
        let mut draw = |rows: usize, columns: usize| DMatrix::from_fn(rows, columns, |_, _| 10.0 * chance.normal());
        let (trained, held_out, map) = (draw(500, 4), draw(300, 4), draw(4, 2));
        let (inside, beside) = ((&trained * &map, &held_out * &map), (draw(500, 2), draw(300, 2)));
        let rows = Rows::new(trained, held_out).unwrap();
        assert!(rows.explained(inside.0, inside.1) > 1.0 - 1e-9);
        assert!(rows.explained(beside.0, beside.1) < 0.02);
        assert!(rows.explained(DMatrix::zeros(500, 1), DMatrix::zeros(300, 1)).is_nan());
    }
}
