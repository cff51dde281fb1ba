//! Training: whole batches, forward and back through time, in f32 on SIMD (and in f64 to test it).
//!
//! [`Trainer::step`] makes one step; the caller owns the loop and the clock. The same settings and numbers give
//! the same losses, bit for bit, on every machine.

mod gru;
mod layer;
mod loss;
mod lstm;
mod optimizer;
mod rnn;
mod shape;
mod stack;
mod step;
mod weights;

use nalgebra::DMatrix;

pub use loss::{Batch, Target};
pub use optimizer::{Optimizer, Rule, Schedule};
pub use weights::Weights;

pub use super::kernel::real::Real;
pub use super::kernel::tiles::{PANEL, peak};
use super::kernel::tiles::{Packed, Room, Stretch, add_outer};
use crate::trace::{CellKind, Parameters};
use layer::{Extent, Layer, squares};
use shape::{Shape, padded};
use stack::{back_stack, run_stack};

/// The choices that stay fixed during training.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// The optimiser's update rule.
    pub rule: Rule,
    /// The largest global norm of the gradients; larger ones are scaled down to it. `None`: no clipping.
    pub clip: Option<f64>,
    /// The length of a chunk of truncated BPTT, in time steps. `None`: no truncation.
    pub chunk: Option<usize>,
    /// The probability with which dropout zeroes an element of h between layers.
    pub dropout: f64,
    /// Whether the second of PyTorch's two biases is kept fixed, so that one is learned.
    pub one_bias: bool,
}

/// Loss, accuracy and gradient norms of one training step.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Outcome {
    /// The mean loss of the batch, before the update.
    pub loss: f64,
    /// The accuracy, from 0 to 1. A numeric answer is right if its squared error is below 0.04.
    pub right: f64,
    /// The global norm of the gradients, before clipping.
    pub norm: f64,
    /// The global norm of the gradients, after clipping.
    pub clipped: f64,
}

/// The scalar type of training: f32 on the page, f64 in tests. The generic code is compiled in this crate for both
/// types, so that this crate's optimisation applies to it.
pub trait Scalar: Real {
    /// See [`Trainer::gradients_of`].
    fn gradients_of(
        trainer: &mut Trainer<Self>,
        batch: &Batch,
        masks: Masks<'_>,
        reach: Option<&mut Vec<f64>>,
    ) -> (f64, f64);
    /// See [`Trainer::descend`].
    fn descend(trainer: &mut Trainer<Self>, judged: (f64, f64), rate: f64) -> Outcome;
    /// See [`Trainer::evaluate`].
    fn evaluate(trainer: &mut Trainer<Self>, batch: &Batch, answers: Option<&mut Vec<f32>>) -> (f64, f64);
}

macro_rules! scalar {
    ($($scalar:ty),*) => {$(
        impl Scalar for $scalar {
            fn gradients_of(
                trainer: &mut Trainer<Self>,
                batch: &Batch,
                masks: Masks<'_>,
                reach: Option<&mut Vec<f64>>,
            ) -> (f64, f64) {
                trainer.gradients_here(batch, masks, reach)
            }

            fn descend(trainer: &mut Trainer<Self>, judged: (f64, f64), rate: f64) -> Outcome {
                trainer.descend_here(judged, rate)
            }

            fn evaluate(trainer: &mut Trainer<Self>, batch: &Batch, answers: Option<&mut Vec<f32>>) -> (f64, f64) {
                trainer.evaluate_here(batch, answers)
            }
        }
    )*};
}

scalar!(f32, f64);

/// A network in training.
#[derive(Clone, Debug)]
pub struct Trainer<T: Scalar> {
    encoder: Vec<Layer<T>>,
    decoder: Vec<Layer<T>>,
    outputs: usize,
    parameters: Vec<T>,
    gradients: Vec<T>,
    /// The optimiser with its state.
    pub optimizer: Optimizer<T>,
    /// The choices that stay fixed during training.
    pub plan: Plan,
    head: Packed<T>,
    head_back: Packed<T>,
    answers: Vec<T>,
    masks: Vec<Vec<T>>,
    room: Room<T>,
}

/// The source of the dropout masks.
pub enum Masks<'a> {
    /// No dropout.
    None,
    /// Drawn from a function that returns the next number from U[0, 1).
    Drawn(&'a mut dyn FnMut() -> f64),
    /// Given for the layers from the second up, each T × B × H, row-major: 1 where h is kept, else 0.
    Given(&'a [&'a [f64]]),
}

impl<T: Scalar> Trainer<T> {
    /// A network with these initial weights.
    #[must_use]
    pub fn new(weights: &Weights, plan: Plan) -> Self {
        let layers = |all: &[Parameters]| -> Vec<Layer<T>> {
            let layer = |p: &Parameters| Layer::new(Shape::new(p.cell, p.input(), p.hidden()), p.form);
            all.iter().map(layer).collect()
        };
        let (encoder, decoder) = (layers(&weights.layers), layers(&weights.decoder));
        let outputs = weights.head.nrows();
        let top = encoder.last().map_or(0, |layer| layer.shape.hidden);
        let size = encoder.iter().chain(&decoder).map(|layer| layer.shape.size()).sum::<usize>()
            + padded(outputs) * padded(top + 1);
        let mut trainer = Self {
            encoder,
            decoder,
            outputs,
            parameters: vec![T::default(); size],
            gradients: vec![T::default(); size],
            optimizer: Optimizer::new(plan.rule, size),
            plan,
            head: Packed::default(),
            head_back: Packed::default(),
            answers: vec![],
            masks: vec![],
            room: Room::default(),
        };
        trainer.set_weights(weights);
        trainer
    }

    /// Replaces the weights by others of the same shapes.
    pub fn set_weights(&mut self, weights: &Weights) {
        let mut first = 0;
        let shapes = self.encoder.iter().chain(&self.decoder).map(|layer| layer.shape);
        for (shape, parameters) in shapes.zip(weights.layers.iter().chain(&weights.decoder)) {
            let numbers = &mut self.parameters[first..];
            shape.write(parameters, |place, number| numbers[place] = T::of(number));
            first += shape.size();
        }
        let (stride, top) = self.head_shape();
        let head = &mut self.parameters[first..];
        for row in 0..self.outputs {
            for unit in 0..weights.head.ncols() {
                head[row * stride + unit] = T::of(weights.head[(row, unit)]);
            }
            head[row * stride + top] = T::of(weights.head_bias[row]);
        }
    }

    /// The present weights.
    #[must_use]
    pub fn weights(&self) -> Weights {
        self.named(&self.parameters)
    }

    /// The gradients of the last step, before clipping.
    #[must_use]
    pub fn gradients(&self) -> Weights {
        self.named(&self.gradients)
    }

    fn named(&self, numbers: &[T]) -> Weights {
        let mut rest = numbers;
        let mut layers = |all: &[Layer<T>]| -> Vec<Parameters> {
            let read = |layer: &Layer<T>| {
                let (own, after) = rest.split_at(layer.shape.size());
                rest = after;
                layer.shape.read(|place| own[place].to_f64())
            };
            all.iter().map(read).collect()
        };
        let (layers, decoder) = (layers(&self.encoder), layers(&self.decoder));
        let (stride, top) = self.head_shape();
        let units = self.encoder.last().map_or(0, |layer| layer.shape.units);
        let head = DMatrix::from_fn(self.outputs, units, |i, j| rest[i * stride + j].to_f64());
        Weights {
            layers,
            decoder,
            head,
            head_bias: (0..self.outputs).map(|i| rest[i * stride + top].to_f64()).collect(),
        }
    }

    /// All parameters in the order of memory, padding included.
    #[must_use]
    pub fn numbers(&self) -> &[T] {
        &self.parameters
    }

    /// The gradients before clipping, in the order of [`numbers`](Self::numbers).
    #[must_use]
    pub fn slopes(&self) -> &[T] {
        &self.gradients
    }

    /// The same, to be written.
    pub fn slopes_mut(&mut self) -> &mut [T] {
        &mut self.gradients
    }

    /// The parameters, to be written.
    pub fn numbers_mut(&mut self) -> &mut [T] {
        &mut self.parameters
    }

    /// The padded length of a row of the read-out, and the index of the bias in it.
    fn head_shape(&self) -> (usize, usize) {
        let top = self.encoder.last().map_or(0, |layer| layer.shape.hidden);
        (padded(top + 1), top)
    }

    /// Makes one training step at the learning rate η = `rate`. See [`gradients_of`](Self::gradients_of) for `reach`.
    pub fn step(&mut self, batch: &Batch, masks: Masks<'_>, rate: f64, reach: Option<&mut Vec<f64>>) -> Outcome {
        let judged = self.gradients_of(batch, masks, reach);
        self.descend(judged, rate)
    }

    /// Clips the gradients and updates the weights at the learning rate η = `rate`. `judged` is loss and accuracy,
    /// which the outcome repeats.
    pub fn descend(&mut self, judged: (f64, f64), rate: f64) -> Outcome {
        T::descend(self, judged, rate)
    }

    fn descend_here(&mut self, (loss, right): (f64, f64), rate: f64) -> Outcome {
        let norm = squares(&self.gradients).sqrt();
        let scale = self.plan.clip.map_or(1.0, |most| (most / (norm + 1e-6)).min(1.0));
        self.optimizer.step(&mut self.parameters, &self.gradients, scale, rate);
        Outcome { loss, right, norm, clipped: norm * scale }
    }

    /// The mean loss and the accuracy of a batch, without training. `answers` gets the outputs before softmax, asked
    /// steps × B × O, row-major.
    pub fn evaluate(&mut self, batch: &Batch, answers: Option<&mut Vec<f32>>) -> (f64, f64) {
        T::evaluate(self, batch, answers)
    }

    fn evaluate_here(&mut self, batch: &Batch, answers: Option<&mut Vec<f32>>) -> (f64, f64) {
        self.run(batch, Masks::None);
        self.judge(batch, answers)
    }

    /// Computes the gradients of the mean loss over a batch; returns that loss and the accuracy. `reach` gets the
    /// squared norm of the gradient of the last time step's loss with respect to the top layer's state, from the last
    /// time step to the first; with a decoder, of all its losses with respect to the encoder's state.
    pub fn gradients_of(&mut self, batch: &Batch, masks: Masks<'_>, reach: Option<&mut Vec<f64>>) -> (f64, f64) {
        T::gradients_of(self, batch, masks, reach)
    }

    fn gradients_here(&mut self, batch: &Batch, masks: Masks<'_>, reach: Option<&mut Vec<f64>>) -> (f64, f64) {
        self.run(batch, masks);
        let judged = self.judge(batch, None);
        let mut reach = reach;
        if batch.asked.len() > 1
            && self.decoder.is_empty()
            && let Some(reach) = reach.take()
        {
            // A second pass for the last time step's loss alone: a sum of losses does not show how far each one
            // reaches.
            let last = self.answers.len() - self.answers.len() / batch.asked.len();
            self.answers[..last].fill(T::default());
            self.run_back(batch, Some(reach));
            // The backward pass has overwritten the forward pass's buffers.
            self.forward(batch);
            self.judge(batch, None);
        }
        self.gradients.fill(T::default());
        self.run_back(batch, reach);
        judged
    }

    fn run(&mut self, batch: &Batch, masks: Masks<'_>) {
        self.draw_masks(Extent { steps: batch.steps, sequences: batch.sequences }, masks);
        self.forward(batch);
    }

    /// The forward pass, with the masks drawn before.
    fn forward(&mut self, batch: &Batch) {
        let extent = Extent { steps: batch.steps, sequences: batch.sequences };
        let mut first = 0;
        run_stack(&mut self.encoder, extent, &batch.x, &self.masks, &self.parameters, &mut first, None);
        if !self.decoder.is_empty() {
            let inputs = self.decoder[0].shape.inputs;
            let steps = batch.decoder_x.len() / (inputs * batch.sequences).max(1);
            let extent = Extent { steps, ..extent };
            let before = Some(&self.encoder[..]);
            run_stack(&mut self.decoder, extent, &batch.decoder_x, &[], &self.parameters, &mut first, before);
        }
        let (stride, top) = self.head_shape();
        let (width, head) = (extent.width(), &self.parameters[first..]);
        let outputs = padded(self.outputs);
        self.head.pack(width, outputs, top + 1, |row, column| head[row * stride + column]);
        self.head_back.pack(width, top, outputs, |unit, row| head[row * stride + unit]);
    }

    fn draw_masks(&mut self, extent: Extent, masks: Masks<'_>) {
        self.masks.clear();
        let keep = 1.0 - self.plan.dropout;
        let mut draw: Box<dyn FnMut(usize, usize) -> bool> = match masks {
            Masks::None => return,
            Masks::Drawn(_) if self.plan.dropout == 0.0 => return,
            Masks::Drawn(next) => Box::new(move |_, _| next() < keep),
            Masks::Given(all) => Box::new(move |layer, place| all[layer][place] > 0.5),
        };
        for (number, layer) in self.encoder.iter().enumerate().take(self.encoder.len() - 1) {
            let Shape { hidden, units, .. } = layer.shape;
            let size = hidden * extent.panels() * extent.width();
            let mut mask = vec![T::default(); extent.steps * size];
            for t in 0..extent.steps {
                for sequence in 0..extent.sequences {
                    for unit in 0..units {
                        if draw(number, (t * extent.sequences + sequence) * units + unit) {
                            mask[t * size + extent.place(hidden, unit, sequence)] = T::of(1.0 / keep);
                        }
                    }
                }
            }
            self.masks.push(mask);
        }
    }

    /// Computes the outputs and the losses, and replaces the outputs by their gradients.
    fn judge(&mut self, batch: &Batch, mut answers: Option<&mut Vec<f32>>) -> (f64, f64) {
        let extent = Extent { steps: batch.steps, sequences: batch.sequences };
        let (width, panels, outputs) = (extent.width(), extent.panels(), padded(self.outputs));
        let top = if self.decoder.is_empty() { self.encoder.last() } else { self.decoder.last() };
        let Some(top) = top else { return (0.0, 0.0) };
        let size = outputs * panels * width;
        self.answers.clear();
        self.answers.resize(batch.asked.len() * size, T::default());
        let (mut loss, mut right) = (0.0, 0);
        let mut one = vec![T::default(); self.outputs];
        let weight = T::of(1.0 / batch.target.len().max(1) as f64);
        for (which, t) in batch.asked.iter().enumerate() {
            let out = &mut self.answers[which * size..][..size];
            let states = (top.state(t + 1), top.shape.stride * width);
            self.head.times(width, states, (out, outputs * width), false);
            for sequence in 0..batch.sequences {
                let place = |k: usize| extent.place(outputs, k, sequence);
                one.iter_mut().enumerate().for_each(|(k, y)| *y = out[place(k)]);
                if let Some(answers) = &mut answers {
                    answers.extend(one.iter().map(|y| y.to_f64() as f32));
                }
                let number = which * batch.sequences + sequence;
                let (own, is_right) = batch.target.judge(number, &mut one);
                loss += own;
                right += usize::from(is_right && batch.target.counts(number, batch.blank));
                one.iter().enumerate().for_each(|(k, d)| out[place(k)] = *d * weight);
            }
            // Padding: sequences and outputs that do not exist.
            for sequence in 0..panels * width {
                let unused = if sequence < batch.sequences { self.outputs } else { 0 };
                (unused..outputs).for_each(|k| out[extent.place(outputs, k, sequence)] = T::default());
            }
        }
        let count = batch.target.len().max(1) as f64;
        (loss / count, right as f64 / batch.target.counted(batch.blank).max(1) as f64)
    }

    fn run_back(&mut self, batch: &Batch, mut reach: Option<&mut Vec<f64>>) {
        let extent = Extent { steps: batch.steps, sequences: batch.sequences };
        let (width, panels, outputs) = (extent.width(), extent.panels(), padded(self.outputs));
        let (stride, hidden) = self.head_shape();
        let size = outputs * panels * width;
        let head_size = outputs * stride;
        let (layers_gradients, head_gradients) = {
            let split = self.gradients.len() - head_size;
            self.gradients.split_at_mut(split)
        };
        let decodes = !self.decoder.is_empty();
        reach.iter_mut().for_each(|reach| reach.clear());
        let top = if decodes { self.decoder.last_mut() } else { self.encoder.last_mut() };
        let Some(top) = top else { return };
        top.arriving_mut().fill(T::default());
        let whole = if width == 1 { PANEL } else { 2 };
        for (which, t) in batch.asked.iter().enumerate() {
            let answers = &self.answers[which * size..][..size];
            let delta = Stretch { numbers: answers, stride: outputs, first: 0, count: outputs };
            let count = (hidden + 1).next_multiple_of(whole);
            let state = Stretch { numbers: top.state(t + 1), stride: top.shape.stride, first: 0, count };
            add_outer(width, delta, state, (head_gradients, stride), &mut self.room);
            let lanes = hidden * panels * width;
            let arriving = &mut top.arriving_mut()[t * lanes..][..lanes];
            self.head_back.times(width, (answers, outputs * width), (arriving, hidden * width), false);
        }
        for row in head_gradients.chunks_exact_mut(stride) {
            row[hidden + 1..].fill(T::default());
        }
        let chunk = self.plan.chunk.unwrap_or(usize::MAX);
        let encoder_size: usize = self.encoder.iter().map(|layer| layer.shape.size()).sum();
        let (encoder_gradients, decoder_gradients) = layers_gradients.split_at_mut(encoder_size);
        if decodes {
            back_stack(&mut self.decoder, &[], &[], decoder_gradients, chunk, None, &mut self.room);
            for layer in &mut self.encoder {
                layer.arriving_mut().fill(T::default());
            }
        }
        back_stack(&mut self.encoder, &self.decoder, &self.masks, encoder_gradients, chunk, reach, &mut self.room);
        if self.plan.one_bias {
            let mut first = 0;
            for shape in self.encoder.iter().chain(&self.decoder).map(|layer| layer.shape) {
                let own = &mut self.gradients[first..first + shape.size()];
                own[shape.rows * shape.stride..].fill(T::default());
                if shape.cell == CellKind::Gru {
                    // The second bias of the GRU's new state belongs to the block u.
                    let hidden_side = own.chunks_exact_mut(shape.stride).skip(2 * shape.hidden).take(shape.hidden);
                    hidden_side.for_each(|row| row[shape.hidden] = T::default());
                }
                first += shape.size();
            }
        }
    }
}
