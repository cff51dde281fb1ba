//! A builder for the inputs x of a batch.

use engine::train::{Batch, Target};

/// The inputs x of a batch, T × B × I, row-major. A task fills them number by number.
pub struct Input {
    x: Vec<f32>,
    sequences: usize,
    inputs: usize,
}

impl Input {
    /// Zeros, for T `steps`, B `sequences` and I `inputs`.
    pub fn new(steps: usize, sequences: usize, inputs: usize) -> Self {
        Self { x: vec![0.0; steps * sequences * inputs], sequences, inputs }
    }

    /// A batch whose target is at the last time step alone.
    pub fn asked_at_the_end(self, target: Target) -> Batch {
        let steps = self.steps();
        self.asked(vec![steps - 1], target)
    }

    /// A batch with a target at every time step.
    pub fn asked_at_each(self, target: Target) -> Batch {
        let steps = self.steps();
        self.asked((0..steps).collect(), target)
    }

    fn asked(self, asked: Vec<usize>, target: Target) -> Batch {
        Batch { steps: self.steps(), sequences: self.sequences, x: self.x, asked, target, ..Batch::default() }
    }

    fn steps(&self) -> usize {
        self.x.len() / (self.sequences * self.inputs).max(1)
    }

    /// Sets the number of an input at time step `t`; all three indices count from 0.
    pub fn set(&mut self, t: usize, sequence: usize, input: usize, number: f32) {
        self.x[(t * self.sequences + sequence) * self.inputs + input] = number;
    }
}
