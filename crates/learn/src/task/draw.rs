//! The tasks' random numbers, the same on every machine.

use engine::chance::Chance;

use super::Part;

/// A stream of pseudorandom numbers for one seed, one part of the data and one step. It is the same on every machine.
#[derive(Clone, Debug)]
pub struct Draw(Chance);

impl Draw {
    /// The stream of a seed and a part of the data, for step 0.
    #[must_use]
    pub fn new(seed: u64, part: Part) -> Self {
        Self::of_step(seed, part, 0)
    }

    /// The stream of training step `n` (from 0). Each step has its own, so that a saved run can resume at any step.
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

    /// The stream for the dropout masks of part `part` (from 0) of the batch of step `n`. The first part continues the
    /// batch's own stream, as an undivided batch does.
    #[must_use]
    pub fn for_masks(self, seed: u64, n: usize, part: usize) -> Self {
        if part == 0 { self } else { Self::of_step(seed ^ ((part as u64) << 32), Part::Train, n) }
    }

    /// Draws from U[0, 1).
    pub fn unit(&mut self) -> f64 {
        self.0.unit()
    }

    /// Draws approximately from N(0, 1).
    pub fn normal(&mut self) -> f64 {
        self.0.normal()
    }

    /// Draws a whole number from 0 to `n` − 1, all equally likely. `n` is at least 1.
    pub fn below(&mut self, n: usize) -> usize {
        ((self.unit() * n as f64) as usize).min(n - 1)
    }

    /// Draws a whole number from `from` to `to` − 1, all equally likely.
    pub fn among(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to - from)
    }
}
