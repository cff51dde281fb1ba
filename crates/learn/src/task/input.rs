//! What a batch reads, on its way to the batch.

use engine::train::{Batch, Target};

/// x of a batch that is filled place by place, \[T, B, I\].
pub struct Input {
    x: Vec<f32>,
    sequences: usize,
    inputs: usize,
}

impl Input {
    /// All zeros.
    pub fn new(steps: usize, sequences: usize, inputs: usize) -> Self {
        Self { x: vec![0.0; steps * sequences * inputs], sequences, inputs }
    }

    /// A batch of which one answer is asked for, at the end.
    pub fn asked_at_the_end(self, target: Target) -> Batch {
        let steps = self.steps();
        self.asked(vec![steps - 1], target)
    }

    /// A batch of which an answer is asked for at every step.
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

    /// Puts a number in its place.
    pub fn set(&mut self, t: usize, sequence: usize, input: usize, number: f32) {
        self.x[(t * self.sequences + sequence) * self.inputs + input] = number;
    }
}
