//! Batches, targets and losses.

use std::ops::Range;

use crate::kernel::real::Real;

/// A batch of sequences of one length, with targets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// Steps T.
    pub steps: usize,
    /// Sequences B.
    pub sequences: usize,
    /// x, T × B × I, row-major.
    pub x: Vec<f32>,
    /// The decoder's inputs, S × B × I', row-major: under teacher forcing the previous targets. Empty without a
    /// decoder.
    pub decoder_x: Vec<f32>,
    /// The time steps that have a target, from 0; the decoder's, if there is one.
    pub asked: Vec<usize>,
    /// The targets for each of these time steps and each sequence.
    pub target: Target,
    /// A class that stands for no answer: it counts in the loss, not in the accuracy.
    pub blank: Option<u32>,
}

impl Batch {
    /// The sub-batch of a range of sequences. `decoder` is the decoder's number of inputs, 0 without one.
    #[must_use]
    pub fn part(&self, range: Range<usize>, decoder: usize) -> Self {
        let rows = |numbers: &[f32], width: usize| -> Vec<f32> {
            let steps = numbers.chunks_exact((self.sequences * width).max(1));
            steps.flat_map(|step| &step[range.start * width..range.end * width]).copied().collect()
        };
        let inputs = self.x.len() / (self.steps * self.sequences).max(1);
        Self {
            steps: self.steps,
            sequences: range.len(),
            x: rows(&self.x, inputs),
            decoder_x: rows(&self.decoder_x, decoder),
            asked: self.asked.clone(),
            target: self.target.part(self.sequences, range.clone()),
            blank: self.blank,
        }
    }
}

/// Targets.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Classes (from 0), asked steps × B: the loss is the cross-entropy after softmax, in nats.
    Class(Vec<u32>),
    /// Numbers, asked steps × B: the loss is the squared error.
    Value(Vec<f32>),
}

impl Default for Target {
    fn default() -> Self {
        Self::Value(vec![])
    }
}

impl Target {
    /// The targets of a range of sequences, out of `sequences`.
    fn part(&self, sequences: usize, range: Range<usize>) -> Self {
        fn of<T: Copy>(all: &[T], sequences: usize, range: &Range<usize>) -> Vec<T> {
            all.chunks_exact(sequences.max(1)).flat_map(|asked| &asked[range.clone()]).copied().collect()
        }
        match self {
            Self::Class(classes) => Self::Class(of(classes, sequences, &range)),
            Self::Value(values) => Self::Value(of(values, sequences, &range)),
        }
    }

    /// The number of targets.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Class(classes) => classes.len(),
            Self::Value(values) => values.len(),
        }
    }

    /// The number of targets that count in the accuracy.
    #[must_use]
    pub fn counted(&self, blank: Option<u32>) -> usize {
        match self {
            Self::Class(classes) => classes.iter().filter(|class| Some(**class) != blank).count(),
            Self::Value(values) => values.len(),
        }
    }

    /// Whether a target counts in the accuracy.
    #[must_use]
    pub fn counts(&self, which: usize, blank: Option<u32>) -> bool {
        !matches!(self, Self::Class(classes) if Some(classes[which]) == blank)
    }

    /// Whether there are no targets.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The loss of output `y` (O numbers) for one target, and whether it is right: the largest output is the class, or
    /// the squared error is below 0.04. Replaces `y` by the gradient of the loss with respect to it.
    pub fn judge<T: Real>(&self, which: usize, y: &mut [T]) -> (f64, bool) {
        match self {
            Self::Class(classes) => {
                let right = classes[which] as usize;
                let mut largest = 0;
                for k in 1..y.len() {
                    if y[k] > y[largest] {
                        largest = k;
                    }
                }
                let top = y[largest];
                let mut sum = T::default();
                let score = y[right] - top;
                for y in y.iter_mut() {
                    *y = (*y - top).exp();
                    sum += *y;
                }
                let loss = sum.ln() - score;
                y.iter_mut().for_each(|y| *y = *y / sum);
                y[right] = y[right] - T::of(1.0);
                (loss.to_f64(), largest == right)
            }
            Self::Value(values) => {
                let error = y[0] - T::of(f64::from(values[which]));
                y[0] = error + error;
                let square = (error * error).to_f64();
                (square, square < 0.04)
            }
        }
    }
}
