//! Pseudorandom numbers that are the same on every machine: uniform and approximately normal, from a seed. Weights,
//! generated sequences and batches are drawn from it, so all recorded numbers depend on it, bit for bit.

use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// A stream of pseudorandom numbers (PCG XSL 128/64, O'Neill 2014).
#[derive(Clone, Debug)]
pub struct Chance(Pcg64Mcg);

impl Chance {
    /// The stream of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Pcg64Mcg::seed_from_u64(seed))
    }

    /// Draws from U[0, 1): the upper 53 bits of a 64-bit output, as many as an f64 holds.
    pub fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Draws approximately from N(0, 1): the sum of twelve uniform numbers minus 6. It never exceeds ±6, and needs no
    /// logarithm, whose last bit may differ between machines.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uniform_number_is_the_upper_bits_of_a_draw() {
        for seed in [0, 1, 8, 1997, u64::MAX] {
            let (mut chance, mut generator) = (Chance::new(seed), Pcg64Mcg::seed_from_u64(seed));
            for _ in 0..1000 {
                let draw = generator.next_u64();
                let unit = chance.unit();
                assert!((0.0..1.0).contains(&unit));
                // 2⁵³ of it is a whole number, and the draw's lowest eleven bits are what is missing.
                assert_eq!((unit * 2.0_f64.powi(53)) as u64, draw / 2048);
            }
        }
    }

    #[test]
    fn normal_numbers_have_the_mean_variance_and_spread_of_normal_ones() {
        let mut chance = Chance::new(1);
        let drawn: Vec<f64> = (0..40_000).map(|_| chance.normal()).collect();
        let mean = |of: &dyn Fn(f64) -> f64| drawn.iter().map(|x| of(*x)).sum::<f64>() / drawn.len() as f64;
        // Five standard errors: 1/200 of the mean, √2/200 of the variance, √(0.68 · 0.32)/200 of the share.
        assert!(mean(&|x| x).abs() < 0.025);
        assert!((mean(&|x| x * x) - 1.0).abs() < 0.036);
        assert!((mean(&|x| f64::from(u8::from(x.abs() < 1.0))) - 0.6827).abs() < 0.017);
    }
}
