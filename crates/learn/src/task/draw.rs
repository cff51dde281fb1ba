//! Where chance comes from: the same draws on every machine.

use engine::chance::Chance;

use super::Part;

/// Draws of one seed and one purpose, the same on every machine.
#[derive(Clone, Debug)]
pub struct Draw(Chance);

impl Draw {
    /// Draws for a part of the data, from a seed.
    #[must_use]
    pub fn new(seed: u64, part: Part) -> Self {
        Self::of_step(seed, part, 0)
    }

    /// Draws for the step n (from 0) of training: a stream of its own, so that a run can go on from any step.
    #[must_use]
    pub fn of_step(seed: u64, part: Part, n: usize) -> Self {
        let stream = match part {
            Part::Train => 0x5EED_0001,
            Part::Validation => 0x5EED_0002,
            Part::Test => 0x5EED_0003,
        };
        let mixed = (seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ stream)
            .wrapping_add((n as u64).wrapping_mul(0xD134_2543_DE82_EF95));
        Self(Chance::new(mixed))
    }

    /// Draws for what is dropped in a part of the batch; in the first, what comes after the batch's own.
    #[must_use]
    pub fn for_masks(self, seed: u64, n: usize, part: usize) -> Self {
        if part == 0 { self } else { Self::of_step(seed ^ ((part as u64) << 32), Part::Train, n) }
    }

    /// From U[0, 1).
    pub fn unit(&mut self) -> f64 {
        self.0.unit()
    }

    /// Nearly from N(0, 1).
    pub fn normal(&mut self) -> f64 {
        self.0.normal()
    }

    /// A whole number from 0 to `n` − 1, each as likely.
    pub fn below(&mut self, n: usize) -> usize {
        ((self.unit() * n as f64) as usize).min(n - 1)
    }

    /// A whole number from `from` to `to` − 1.
    pub fn among(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to - from)
    }
}
