//! What the network is asked for, and how far off it was.

use std::ops::Range;

use crate::kernel::real::Real;

/// Sequences to learn from, all of one length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// Steps T.
    pub steps: usize,
    /// Sequences B.
    pub sequences: usize,
    /// x, [T, B, I].
    pub x: Vec<f32>,
    /// An encoder-decoder's own inputs (the tokens before, by teacher forcing), [S, B, I']; else empty.
    pub decoder_x: Vec<f32>,
    /// The steps at which an answer is asked, from 0; of the decoder, if there is one.
    pub asked: Vec<usize>,
    /// What is right, for each of those steps and each sequence.
    pub target: Target,
    /// A class that is an answer to nothing: it counts for the loss, and not as right or wrong.
    pub blank: Option<u32>,
}

impl Batch {
    /// Some of the sequences; an encoder-decoder's own inputs are `decoder` numbers a step.
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

/// What is right.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// One of several classes, `[asked, B]`: softmax and cross-entropy, in nats.
    Class(Vec<u32>),
    /// A number, `[asked, B]`: the squared error.
    Value(Vec<f32>),
}

impl Default for Target {
    fn default() -> Self {
        Self::Value(vec![])
    }
}

impl Target {
    /// That of some of so many sequences.
    fn part(&self, sequences: usize, range: Range<usize>) -> Self {
        fn of<T: Copy>(all: &[T], sequences: usize, range: &Range<usize>) -> Vec<T> {
            all.chunks_exact(sequences.max(1)).flat_map(|asked| &asked[range.clone()]).copied().collect()
        }
        match self {
            Self::Class(classes) => Self::Class(of(classes, sequences, &range)),
            Self::Value(values) => Self::Value(of(values, sequences, &range)),
        }
    }

    /// How many answers are asked for.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Class(classes) => classes.len(),
            Self::Value(values) => values.len(),
        }
    }

    /// How many of them count as right or wrong.
    #[must_use]
    pub fn counted(&self, blank: Option<u32>) -> usize {
        match self {
            Self::Class(classes) => classes.iter().filter(|class| Some(**class) != blank).count(),
            Self::Value(values) => values.len(),
        }
    }

    /// Whether one of them does.
    #[must_use]
    pub fn counts(&self, which: usize, blank: Option<u32>) -> bool {
        !matches!(self, Self::Class(classes) if Some(classes[which]) == blank)
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The loss of one answer `y` (a number a class, or one), whether it is right (or its squared error is
    /// below 0.04), and its gradient, which replaces it.
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
