//! Initialisations other than PyTorch's: cures that were proposed for vanishing gradients, and a non-normal one that
//! shows why the spectral radius alone says little.

use nalgebra::DMatrix;

use crate::chance::Chance;
use crate::trace::{CellKind, Parameters, Quantity};

/// An initialisation of the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Scheme {
    /// As `nn.RNN`, `nn.LSTM` and `nn.GRU` do: U(±1/√H) for all weights and biases.
    Pytorch,
    /// U(±√(6 / (fan in + fan out))) for each gate's matrix, biases 0 (Glorot and Bengio 2010).
    Xavier,
    /// Each gate's W_hh orthogonal (Saxe, McClelland and Ganguli 2014).
    Orthogonal,
    /// W_hh the identity, all biases 0 (Le, Jaitly and Hinton 2015; there with ReLU, the "IRNN").
    Identity,
    /// b_f = ln U(1, T − 1), b_i = −b_f, for memories up to T steps (Tallec and Ollivier 2018); for the GRU
    /// the update gate's bias alone.
    Chrono,
    /// 0.7 on the diagonal and 0.5 above it, small inputs, biases 0: a spectral radius of 0.7, yet products that
    /// grow before they vanish (Trefethen and Embree 2005).
    NonNormal,
}

impl Scheme {
    /// Every scheme with its key in addresses, PyTorch's first.
    pub const ALL: [(Self, &str); 6] = [
        (Self::Pytorch, "pytorch"),
        (Self::Xavier, "xavier"),
        (Self::Orthogonal, "orthogonal"),
        (Self::Identity, "identity"),
        (Self::Chrono, "chrono"),
        (Self::NonNormal, "nonnormal"),
    ];

    /// The scheme with this key.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, name)| *name == key).map(|(scheme, _)| scheme)
    }

    /// Its key in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL.into_iter().find(|(scheme, _)| *scheme == self).map_or("", |(_, name)| name)
    }
}

/// Replaces weights that [`parameters`](crate::parameters) has drawn by those of another scheme. `gain` multiplies
/// W_hh; `bias` is added to the forget or update rows of `bias_ih`, where the scheme allows it; `steps` is T, for
/// `Chrono`.
pub fn start(weights: &mut Parameters, scheme: Scheme, seed: u64, gain: f64, bias: f64, steps: usize) {
    let (hidden, input) = (weights.hidden(), weights.input());
    let mut chance = Chance::new(seed ^ 0xc0_5e);
    let (cell, blocks) = (weights.cell, weights.cell.blocks().len());
    let set_blocks = |weights: &mut Parameters, make: &mut dyn FnMut() -> DMatrix<f64>| {
        for block in 0..blocks {
            weights.weight_hh.rows_mut(block * hidden, hidden).copy_from(&(make() * gain));
        }
    };
    let road = |weights: &mut Parameters| {
        weights.bias_ih.fill(0.0);
        weights.bias_hh.fill(0.0);
        if let Some(road) = weights.cell.road() {
            let row = weights.row(road);
            weights.bias_ih.rows_mut(row, hidden).fill(bias);
        }
    };
    match scheme {
        Scheme::Pytorch => {}
        Scheme::Xavier => {
            let limit = |fans: usize| (6.0 / fans as f64).sqrt();
            set_blocks(weights, &mut || {
                DMatrix::from_fn(hidden, hidden, |_, _| (2.0 * chance.unit() - 1.0) * limit(2 * hidden))
            });
            weights.weight_ih =
                DMatrix::from_fn(blocks * hidden, input, |_, _| (2.0 * chance.unit() - 1.0) * limit(input + hidden));
            road(weights);
        }
        Scheme::Orthogonal => {
            // Approximately normal elements make every direction about equally likely.
            set_blocks(weights, &mut || DMatrix::from_fn(hidden, hidden, |_, _| chance.normal()).qr().q());
        }
        Scheme::Identity => {
            set_blocks(weights, &mut || DMatrix::identity(hidden, hidden));
            road(weights);
        }
        Scheme::Chrono => {
            let longest = steps.saturating_sub(1).max(2) as f64;
            let drawn: Vec<f64> = (0..hidden).map(|_| (1.0 + chance.unit() * (longest - 1.0)).ln()).collect();
            let mut set = |block: Quantity, sign: f64| {
                let row = weights.row(block);
                for (unit, drawn) in drawn.iter().enumerate() {
                    weights.bias_ih[row + unit] = sign * drawn;
                    weights.bias_hh[row + unit] = 0.0;
                }
            };
            match cell {
                CellKind::Rnn => {}
                CellKind::Lstm => {
                    set(Quantity::ForgetPre, 1.0);
                    set(Quantity::InputPre, -1.0);
                }
                CellKind::Gru => set(Quantity::UpdatePre, 1.0),
            }
        }
        Scheme::NonNormal => {
            let entry = |i: usize, j: usize| match j.wrapping_sub(i) {
                0 => 0.7,
                1 => 0.5,
                _ => 0.0,
            };
            set_blocks(weights, &mut || DMatrix::from_fn(hidden, hidden, entry));
            // Small inputs keep the states small and tanh nearly linear, so that the matrix alone shapes the gradient.
            weights.weight_ih *= 0.01;
            road(weights);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::eigenvalues;
    use crate::spectrum::norm2;
    use crate::{Start, parameters};

    fn started(cell: CellKind, scheme: Scheme) -> Parameters {
        let mut weights = parameters(cell, 3, Start { seed: 1, hidden: 8, gain: 1.0, bias: 0.0 });
        start(&mut weights, scheme, 1, 1.0, 0.5, 101);
        weights
    }

    #[test]
    fn orthogonal_blocks_keep_every_length() {
        for cell in CellKind::ALL {
            let weights = started(cell, Scheme::Orthogonal);
            for block in 0..cell.blocks().len() {
                let w = weights.weight_hh.rows(block * 8, 8).into_owned();
                assert!((w.transpose() * &w - DMatrix::identity(8, 8)).amax() < 1e-12);
            }
        }
    }

    #[test]
    fn chrono_biases_lie_between_the_logarithms_and_mirror_each_other() {
        let weights = started(CellKind::Lstm, Scheme::Chrono);
        let (f, i) = (weights.row(Quantity::ForgetPre), weights.row(Quantity::InputPre));
        for unit in 0..8 {
            let bias = weights.bias_ih[f + unit] + weights.bias_hh[f + unit];
            assert!((0.0..=100.0_f64.ln()).contains(&bias));
            assert_eq!(weights.bias_ih[i + unit] + weights.bias_hh[i + unit], -bias);
        }
    }

    #[test]
    fn xavier_stays_within_its_limits_and_leaves_only_the_chosen_bias() {
        let weights = started(CellKind::Gru, Scheme::Xavier);
        assert!(weights.weight_hh.amax() <= (6.0_f64 / 16.0).sqrt());
        assert!(weights.weight_ih.amax() <= (6.0_f64 / 11.0).sqrt());
        assert_eq!(weights.bias_ih.sum(), 8.0 * 0.5);
    }

    #[test]
    fn the_non_normal_start_has_a_small_radius_and_a_large_norm() {
        let w = started(CellKind::Rnn, Scheme::NonNormal).weight_hh;
        let radius = eigenvalues(&w).iter().map(|(re, im)| re.hypot(*im)).fold(0.0, f64::max);
        // A defective eigenvalue is found only to the eighth root of f64's precision.
        assert!(radius < 1.0 && norm2(&w) > 1.1, "{radius}");
        assert!(norm2(&(&w * &w * &w)) > norm2(&w));
    }
}
