//! The spectrum: eigenvalues of a step's Jacobian and of the recurrent weights, and the singular values of the product
//! of Jacobians from the step in focus to the read step.

use serde::{Deserialize, Serialize};

use nalgebra::DMatrix;

use engine::chain::{eigenvalues, log_singular_values};
use engine::jacobian::Step;
use engine::spectrum::norm2;
use engine::trace::{CellKind, Layer, Quantity};

use crate::scene::Scene;

/// The spectrum of a square matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// The eigenvalues as pairs of real and imaginary part.
    pub eigenvalues: Vec<(f64, f64)>,
    /// The spectral radius ρ: the largest modulus of an eigenvalue.
    pub radius: f64,
    /// The spectral norm σ: the largest singular value.
    pub norm: f64,
}

impl Spread {
    fn of(matrix: &DMatrix<f64>) -> Self {
        let eigenvalues = eigenvalues(matrix);
        let radius = eigenvalues.iter().map(|(re, im)| re.hypot(*im)).fold(0.0, f64::max);
        Self { eigenvalues, radius, norm: norm2(matrix) }
    }
}

/// The spectrum at the step in focus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spectrum {
    /// The step where the loss is read (from 0).
    pub read: usize,
    /// The step in focus (from 0), at most `read`.
    pub at: usize,
    /// The Jacobian ∂s_at/∂s_{at−1} of the cell in focus.
    pub jacobian: Spread,
    /// The RNN's W_hh; for LSTM and GRU the candidate's H rows of it, which play the same part.
    pub weights: Spread,
    /// For each cell the natural logarithms of the singular values of ∂s_read/∂s_at, in descending order (−∞ for zero).
    /// `None` while a slider is moving, since they take long to compute.
    pub log_values: Option<[Vec<f64>; 3]>,
}

impl Spectrum {
    /// Computes the eigenvalues for the cell in focus, and the singular values for all cells.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let read = scene.state.settings.read_step();
        let at = scene.state.focus.step.min(read);
        let layer = |cell: CellKind| scene.run.lane(cell).trace.top();
        let shown = layer(scene.state.focus.cell);
        Self {
            read,
            at,
            jacobian: Spread::of(&Step::new(shown, at).jacobian()),
            weights: Spread::of(&recurrent(shown)),
            log_values: (!scene.quick).then(|| CellKind::ALL.map(|cell| log_singular_values(layer(cell), at, read))),
        }
    }
}

/// See [`Spectrum::weights`].
fn recurrent(layer: &Layer) -> DMatrix<f64> {
    let block = match layer.cell() {
        CellKind::Rnn => Quantity::PreActivation,
        CellKind::Lstm => Quantity::CandidatePre,
        CellKind::Gru => Quantity::NewPre,
    };
    layer.parameters.weight_hh.rows(layer.parameters.row(block), layer.hidden()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A quarter turn that doubles: ±2i. And a shear, whose norm is the golden ratio though its eigenvalues are 1.
    #[test]
    fn a_turn_and_a_shear_spread_as_they_do_by_hand() {
        let turn = Spread::of(&DMatrix::from_row_slice(2, 2, &[0.0, -2.0, 2.0, 0.0]));
        assert!((turn.radius - 2.0).abs() < 1e-12 && (turn.norm - 2.0).abs() < 1e-12, "{turn:?}");
        assert!(turn.eigenvalues.iter().all(|(re, im)| re.abs() < 1e-12 && (im.abs() - 2.0).abs() < 1e-12));
        let shear = Spread::of(&DMatrix::from_row_slice(2, 2, &[1.0, 1.0, 0.0, 1.0]));
        let golden = f64::midpoint(1.0, 5.0_f64.sqrt());
        assert!((shear.radius - 1.0).abs() < 1e-7 && (shear.norm - golden).abs() < 1e-9, "{shear:?}");
    }
}
