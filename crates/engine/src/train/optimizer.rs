//! Optimisers and schedules of the learning rate, as in PyTorch's `torch.optim`.

use crate::kernel::real::{Real, Vector};

/// The update rule of an optimiser, with PyTorch's defaults for everything but the learning rate η.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// w ← w − η g.
    Sgd,
    /// v ← 0.9 v + g, w ← w − η v (Polyak 1964).
    Momentum,
    /// v ← 0.99 v + 0.01 g², w ← w − η g / (√v + 10⁻⁸) (Tieleman and Hinton 2012).
    RmsProp,
    /// First and second moments, both corrected for their start at 0 (Kingma and Ba 2015); β = 0.9 and 0.999.
    Adam,
    /// Adam, with weights that decay by η times this share at each step (Loshchilov and Hutter 2019).
    AdamW(f64),
}

const MOMENTUM: f64 = 0.9;
const ALPHA: f64 = 0.99;
const BETA: (f64, f64) = (0.9, 0.999);
const EPSILON: f64 = 1e-8;

/// An update rule with its state.
#[derive(Clone, Debug, PartialEq)]
pub struct Optimizer<T> {
    rule: Rule,
    /// Adam: the first moment, the mean of gradients. Momentum: the velocity. Empty for rules without one.
    pub first: Vec<T>,
    /// Adam and RMSprop: the second moment, the mean of squared gradients. Empty for other rules.
    pub second: Vec<T>,
    /// β₁ and β₂ to the power of the steps so far.
    pub powers: (f64, f64),
}

impl<T: Real> Optimizer<T> {
    /// The initial state for `weights` numbers, a multiple of four.
    #[must_use]
    pub fn new(rule: Rule, weights: usize) -> Self {
        let numbers = |wanted: bool| vec![T::default(); if wanted { weights } else { 0 }];
        let adam = matches!(rule, Rule::Adam | Rule::AdamW(_));
        Self {
            rule,
            first: numbers(adam || rule == Rule::Momentum),
            second: numbers(adam || rule == Rule::RmsProp),
            powers: (1.0, 1.0),
        }
    }

    /// Updates the weights by their gradients multiplied by `scale`, at the learning rate η = `rate`.
    pub fn step(&mut self, weights: &mut [T], gradients: &[T], scale: f64, rate: f64) {
        let splat = |number: f64| T::Vector::splat(T::of(number));
        let (scale, eta) = (splat(scale), splat(rate));
        let weights = weights.as_chunks_mut().0.iter_mut();
        let gradients = gradients.as_chunks().0.iter().map(|g| T::Vector::load(g) * scale);
        let first = self.first.as_chunks_mut().0.iter_mut();
        let second = self.second.as_chunks_mut().0.iter_mut();
        match self.rule {
            Rule::Sgd => {
                for (w, g) in weights.zip(gradients) {
                    *w = (T::Vector::load(w) - eta * g).to_array();
                }
            }
            Rule::Momentum => {
                let keep = splat(MOMENTUM);
                for ((w, g), v) in weights.zip(gradients).zip(first) {
                    let moved = (keep * T::Vector::load(v) + g).flush();
                    *v = moved.to_array();
                    *w = (T::Vector::load(w) - eta * moved).to_array();
                }
            }
            Rule::RmsProp => {
                let (keep, take, epsilon) = (splat(ALPHA), splat(1.0 - ALPHA), splat(EPSILON));
                for ((w, g), v) in weights.zip(gradients).zip(second) {
                    let mean = (keep * T::Vector::load(v) + take * g * g).flush();
                    *v = mean.to_array();
                    *w = (T::Vector::load(w) - eta * g / (mean.sqrt() + epsilon)).to_array();
                }
            }
            Rule::Adam | Rule::AdamW(_) => {
                self.powers = (self.powers.0 * BETA.0, self.powers.1 * BETA.1);
                let decay = if let Rule::AdamW(decay) = self.rule { decay } else { 0.0 };
                let stays = splat(1.0 - rate * decay);
                let (keep1, take1, keep2, take2) =
                    (splat(BETA.0), splat(1.0 - BETA.0), splat(BETA.1), splat(1.0 - BETA.1));
                let eta = splat(rate / (1.0 - self.powers.0));
                let by_root = splat(1.0 / (1.0 - self.powers.1).sqrt());
                let epsilon = splat(EPSILON);
                for (((w, g), m), v) in weights.zip(gradients).zip(first).zip(second) {
                    let mean = (keep1 * T::Vector::load(m) + take1 * g).flush();
                    let square = (keep2 * T::Vector::load(v) + take2 * g * g).flush();
                    *m = mean.to_array();
                    *v = square.to_array();
                    let by = square.sqrt() * by_root + epsilon;
                    *w = (T::Vector::load(w) * stays - eta * mean / by).to_array();
                }
            }
        }
    }
}

/// The schedule of the learning rate over a run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Schedule {
    /// Constant.
    #[default]
    Constant,
    /// Down to 0 along half a cosine (Loshchilov and Hutter 2017).
    Cosine,
    /// Halved at equal distances.
    Halving {
        /// Steps between two halvings.
        every: usize,
    },
    /// Linear from 0, then constant.
    Warmup {
        /// Steps of the linear rise.
        steps: usize,
    },
}

impl Schedule {
    /// The factor of the learning rate at step n (from 0) of `steps`.
    #[must_use]
    pub fn factor(self, n: usize, steps: usize) -> f64 {
        match self {
            Self::Constant => 1.0,
            Self::Cosine => {
                let share = n as f64 / steps.max(1) as f64;
                0.5 * (1.0 + libm::cos(std::f64::consts::PI * share.min(1.0)))
            }
            Self::Halving { every } => libm::exp2(-((n / every.max(1)) as f64)),
            Self::Warmup { steps } => ((n + 1) as f64 / steps.max(1) as f64).min(1.0),
        }
    }
}
