//! One cell's training run: a network for each seed, the history of training, and checkpoints of the weights.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::history::{Curve, Map, Reach};
use super::setup::Setup;
use crate::task::{Draw, Mark, Part};
use engine::trace::CellKind;
use engine::train::{Batch, Outcome, Trainer, Weights};

/// Steps in the running means of loss and accuracy.
pub(super) const RECENT: usize = 100;
/// A run that has this many checkpoints drops every other one.
const CHECKPOINTS: usize = 32;

/// Whether a run can go on, or why it ended.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Status {
    /// Steps are left to make.
    Open,
    /// All steps of the setup are made.
    Done,
    /// The running mean of the loss fell below [`Setup::until`].
    Reached,
    /// The validation loss has not improved for [`Setup::patience`] × 20 steps (early stopping).
    Stalled,
    /// The loss or the gradient's norm was not finite, or the loss exceeded 10⁶ times (1 + the first loss), at this
    /// step (from 1). The weights are those from before the update that led there.
    Diverged(usize),
}

/// The first seed's parameters at some step of training.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// Training steps made before.
    pub step: usize,
    /// The parameters, in the order of [`Trainer::numbers`].
    pub numbers: Vec<f32>,
}

/// One seed's network.
pub(super) struct Run {
    pub trainer: Trainer<f32>,
    pub seed: u64,
    /// The validation batch, drawn at the first evaluation.
    watched: Option<Batch>,
    /// The parameters before the last update.
    pub before: Vec<f32>,
}

/// Sets the stream of masks apart from those of the batches.
const MASKED_ANEW: u64 = 1 << 63;

impl Run {
    /// The training batch of step `n` (from 0), and the rest of that step's random draws.
    pub fn batch(&self, setup: &Setup, n: usize) -> (Batch, Draw) {
        let mut draws = Draw::of_step(self.seed, Part::Train, setup.batch_of(n));
        let batch = (setup.task().draw)(&mut draws, &setup.level, setup.sequences, Part::Train);
        // A batch that comes again is not masked as before.
        (batch, if setup.batch_of(n) == n { draws } else { Draw::of_step(self.seed ^ MASKED_ANEW, Part::Train, n) })
    }
}

/// The history of a run, without its networks. Losses are in nats where answers are classes, else mean squared errors.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// Whether it can go on.
    pub status: Status,
    /// Training steps made.
    pub step: usize,
    /// Training steps made when the task first counted as solved; see [`Mark`].
    pub solved: Option<usize>,
    /// The training loss.
    pub loss: Curve,
    /// The global norm of the gradients before clipping.
    pub norm: Curve,
    /// 1 where the gradients were clipped, else 0: its mean is the share of clipped steps.
    pub clipped: Curve,
    /// How far back the gradient reaches, for the first seed.
    pub reach: Reach,
    /// Validation: training steps made, loss, accuracy; means over the seeds.
    pub validation: Map<(usize, f64, f64)>,
    /// Checkpoints, oldest first.
    pub checkpoints: Map<Checkpoint>,
    /// Loss, accuracy and gradient norms of the last step, for the first seed.
    pub last: Outcome,
    recent: VecDeque<(f64, f64)>,
    first: f64,
    best: (f64, usize),
    /// The first seed's parameters at the lowest validation loss; empty for tasks that generate data without end.
    best_numbers: Vec<f32>,
}

impl Default for Record {
    fn default() -> Self {
        Self {
            status: Status::Open,
            step: 0,
            solved: None,
            loss: Curve::default(),
            norm: Curve::default(),
            clipped: Curve::default(),
            reach: Map::default(),
            validation: Map::default(),
            checkpoints: Map::default(),
            last: Outcome::default(),
            recent: VecDeque::new(),
            first: f64::INFINITY,
            best: (f64::INFINITY, 0),
            best_numbers: vec![],
        }
    }
}

/// The training run of one cell.
pub struct Session {
    /// The choices that determine the run.
    pub setup: Setup,
    /// The cell.
    pub cell: CellKind,
    /// Its history so far.
    pub record: Record,
    pub(super) runs: Vec<Run>,
}

impl Session {
    /// A run before its first step: a network for each seed, with initial weights.
    #[must_use]
    pub fn new(setup: Setup, cell: CellKind) -> Self {
        let run = |number: usize| {
            let seed = setup.seed + number as u64;
            let trainer = Trainer::new(&setup.weights(cell, number), setup.plan());
            Run { before: trainer.numbers().to_vec(), trainer, seed, watched: None }
        };
        let runs = (0..setup.seeds).map(run).collect();
        Self { setup, cell, record: Record::default(), runs }
    }

    /// A small session in place of one that would not fit in memory: one unit, one layer, one sequence, one seed. Its
    /// setup is the large one, so [`may_go_on`](Self::may_go_on) is false.
    #[must_use]
    pub fn stand_in(setup: Setup, cell: CellKind) -> Self {
        let small = Setup { units: 1, sequences: 1, layers: 1, seeds: 1, ..setup.clone() };
        let mut session = Self::new(small, cell);
        session.setup = setup;
        session
    }

    /// Whether steps are left to make and the network fits in memory.
    #[must_use]
    pub fn may_go_on(&self) -> bool {
        self.record.status == Status::Open && !self.setup.is_too_large(self.cell)
    }

    /// Whether the next step adds a column to the map of the gradient's reach.
    #[must_use]
    pub fn wants_reach(&self) -> bool {
        self.record.reach.wants(self.record.step)
    }

    /// Updates all networks by their gradients and records the step. `judged` is loss and accuracy for each seed,
    /// `squares` a column for [`Reach::record`] or empty. Returns whether the run can go on.
    pub(super) fn descend(&mut self, judged: Vec<(f64, f64)>, squares: Vec<f64>) -> bool {
        let (setup, n) = (&self.setup, self.record.step);
        let rate = setup.rate * setup.schedule.factor(n, setup.steps);
        let mut outcomes = vec![];
        for (run, judged) in self.runs.iter_mut().zip(judged) {
            let kept: Vec<f32> = run.trainer.numbers().to_vec();
            let outcome = run.trainer.descend(judged, rate);
            if !outcome.loss.is_finite()
                || !outcome.norm.is_finite()
                || outcome.loss > BOUND * (1.0 + self.record.first)
            {
                // The update before this step caused the divergence: undo it.
                run.trainer.numbers_mut().copy_from_slice(&run.before);
                self.record.status = Status::Diverged(n + 1);
            }
            run.before = kept;
            outcomes.push(outcome);
        }
        if self.record.status != Status::Open {
            return false;
        }
        self.record.last = outcomes[0];
        let losses: Vec<f64> = outcomes.iter().map(|o| o.loss).collect();
        let mean = losses.iter().sum::<f64>() / losses.len() as f64;
        if n == 0 {
            self.record.first = mean;
        }
        self.record.loss.push(&losses);
        self.record.norm.push(&outcomes.iter().map(|o| o.norm).collect::<Vec<_>>());
        let clips = |o: &Outcome| if o.clipped < o.norm { 1.0 } else { 0.0 };
        self.record.clipped.push(&outcomes.iter().map(clips).collect::<Vec<_>>());
        if !squares.is_empty() {
            self.record.reach.record(&squares);
        }
        if self.record.checkpoints.wants(n) {
            let checkpoint = Checkpoint { step: n, numbers: self.runs[0].before.clone() };
            self.record.checkpoints.push(checkpoint, CHECKPOINTS);
        }
        let right = outcomes.iter().map(|o| o.right).sum::<f64>() / outcomes.len() as f64;
        self.record.recent.push_back((mean, right));
        if self.record.recent.len() > RECENT {
            self.record.recent.pop_front();
        }
        self.record.step += 1;
        self.look(n);
        self.record.status == Status::Open
    }

    /// After step `n` (from 0): validates every few steps, and checks whether the task is solved and whether the run
    /// ends.
    fn look(&mut self, n: usize) {
        let looked = self.record.validation.wants(n / LOOK) && n.is_multiple_of(LOOK);
        if looked {
            let (mut loss, mut right) = (0.0, 0.0);
            let (task, level) = (self.setup.task(), &self.setup.level);
            for run in &mut self.runs {
                let draw = || {
                    (task.draw)(
                        &mut Draw::new(run.seed, Part::Validation),
                        level,
                        (task.watched)(level),
                        Part::Validation,
                    )
                };
                let (own, share) = run.trainer.evaluate(run.watched.get_or_insert_with(draw), None);
                loss += own / self.setup.seeds as f64;
                right += share / self.setup.seeds as f64;
            }
            self.record.validation.push((self.record.step, loss, right), 256);
            if loss < self.record.best.0 {
                self.record.best = (loss, self.record.step);
                if self.setup.task().mark == Mark::Baseline {
                    self.record.best_numbers = self.runs[0].trainer.numbers().to_vec();
                }
            } else if self.setup.patience > 0 && self.record.step - self.record.best.1 >= self.setup.patience * LOOK {
                self.record.status = Status::Stalled;
            }
        }
        let (loss, right) = self.recent();
        let full = self.record.recent.len() == RECENT;
        let solved = match self.setup.task().mark {
            Mark::Loss(mark) => full && loss < mark,
            Mark::Right(mark) => full && right > mark,
            Mark::Baseline => looked && self.watched().is_some_and(|loss| loss < BETTER * self.setup.level.baseline()),
        };
        if solved && self.record.solved.is_none() {
            self.record.solved = Some(self.record.step);
        }
        if full && loss < self.setup.until {
            self.record.status = Status::Reached;
        }
        if self.record.step >= self.setup.steps {
            self.record.status = Status::Done;
        }
    }

    /// The mean training loss and accuracy over the last 100 steps, and over all seeds.
    #[must_use]
    pub fn recent(&self) -> (f64, f64) {
        let count = self.record.recent.len().max(1) as f64;
        let (loss, right) = self.record.recent.iter().fold((0.0, 0.0), |(a, b), (loss, right)| (a + loss, b + right));
        (loss / count, right / count)
    }

    /// The latest validation loss, the mean over the seeds; `None` before the first evaluation.
    #[must_use]
    pub fn watched(&self) -> Option<f64> {
        self.record.validation.columns.last().map(|(_, loss, _)| *loss)
    }

    /// The outputs of the first seed's network for a batch, before softmax: asked steps × B × O, row-major. With `step`
    /// the network of the nearest checkpoint answers; see [`moment`](Self::moment).
    pub fn answers(&mut self, batch: &Batch, step: Option<usize>) -> Vec<f32> {
        let mut answers = vec![];
        self.at(step, |trainer| trainer.evaluate(batch, Some(&mut answers)));
        answers
    }

    /// The checkpoint nearest to a step; `None` where the present weights are nearer.
    fn nearest(&self, step: usize) -> Option<&Checkpoint> {
        let off = |checkpoint: &&Checkpoint| checkpoint.step.abs_diff(step);
        let nearest = self.record.checkpoints.columns.iter().min_by_key(off);
        nearest.filter(|checkpoint| checkpoint.step.abs_diff(step) < self.record.step.abs_diff(step))
    }

    /// The training step whose weights stand for `step`: that of the nearest checkpoint, or the present one.
    #[must_use]
    pub fn moment(&self, step: Option<usize>) -> usize {
        step.and_then(|step| self.nearest(step)).map_or(self.record.step, |checkpoint| checkpoint.step)
    }

    /// The weights of the first seed's network at [`moment`](Self::moment) of a step.
    pub fn weights_at(&mut self, step: usize) -> Weights {
        self.at(Some(step), |trainer| trainer.weights())
    }

    /// Calls `act` with the first seed's network as it was at [`moment`](Self::moment) of a step.
    fn at<R>(&mut self, step: Option<usize>, act: impl FnOnce(&mut Trainer<f32>) -> R) -> R {
        let numbers = step.and_then(|step| self.nearest(step)).map(|checkpoint| checkpoint.numbers.clone());
        let trainer = &mut self.runs[0].trainer;
        let Some(numbers) = numbers else { return act(trainer) };
        let now = trainer.numbers().to_vec();
        trainer.numbers_mut().copy_from_slice(&numbers);
        let result = act(trainer);
        trainer.numbers_mut().copy_from_slice(&now);
        result
    }

    /// One validation sequence and the first seed's outputs for it, as [`answers`](Self::answers) gives them.
    pub fn example(&mut self, step: Option<usize>) -> (Batch, Vec<f32>) {
        let (task, seed) = (self.setup.task(), self.setup.seed);
        let batch = (task.draw)(&mut Draw::new(seed, Part::Validation), &self.setup.level, 1, Part::Validation);
        let answers = self.answers(&batch, step);
        (batch, answers)
    }

    /// Calls `act` with the first seed's network as it was at the lowest validation loss. Tasks that generate data
    /// without end cannot overfit: there it is the present network.
    pub fn at_best<R>(&mut self, act: impl FnOnce(&mut Trainer<f32>) -> R) -> R {
        let trainer = &mut self.runs[0].trainer;
        if self.record.best_numbers.is_empty() {
            return act(trainer);
        }
        let now = trainer.numbers().to_vec();
        trainer.numbers_mut().copy_from_slice(&self.record.best_numbers);
        let result = act(trainer);
        trainer.numbers_mut().copy_from_slice(&now);
        result
    }

    /// The training step that the network of [`at_best`](Self::at_best) had made.
    #[must_use]
    pub fn best_step(&self) -> usize {
        if self.record.best_numbers.is_empty() { self.record.step } else { self.record.best.1 }
    }

    /// Loss and accuracy on the test set, with the network of [`at_best`](Self::at_best).
    pub fn test(&mut self) -> (f64, f64) {
        let batch = self.test_set();
        self.at_best(|trainer| trainer.evaluate(&batch, None))
    }

    /// Loss and accuracy on the test set, with the present network.
    pub fn test_last(&mut self) -> (f64, f64) {
        let batch = self.test_set();
        self.runs[0].trainer.evaluate(&batch, None)
    }

    fn test_set(&self) -> Batch {
        let (task, level) = (self.setup.task(), &self.setup.level);
        (task.draw)(&mut Draw::new(self.setup.seed, Part::Test), level, (task.held)(level), Part::Test)
    }

    /// The present weights of the first seed's network.
    #[must_use]
    pub fn weights(&self) -> Weights {
        self.runs[0].trainer.weights()
    }
}

/// A loss above this times (1 + the first loss) counts as divergence.
const BOUND: f64 = 1e6;
/// A network beats a baseline if its loss is below this share of the baseline's; a smaller lead may be chance.
const BETTER: f64 = 0.98;
/// Training steps between two evaluations on the validation set; the distance doubles each time their record is full.
const LOOK: usize = 20;

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::task::Sets;
    use model::keys::Key;
    use model::settings::Settings;

    pub fn session(cell: CellKind, choices: &[(&str, &str)]) -> Session {
        let mut settings = Settings::default();
        choices.iter().for_each(|(key, value)| settings.choose(Key::named(key).unwrap(), value));
        Session::new(Setup::new(&settings, &Sets::default()).0, cell)
    }

    #[test]
    fn a_small_training_set_comes_again_and_its_masks_do_not() {
        let session = session(CellKind::Gru, &[("t_knob", "10"), ("t_batch", "8"), ("t_cases", "20")]);
        let of = |n: usize| session.runs[0].batch(&session.setup, n);
        // Twenty sequences are three batches of eight.
        let x: Vec<Vec<f32>> = (0..6).map(|n| of(n).0.x).collect();
        assert_eq!((&x[0], &x[1], &x[2]), (&x[3], &x[4], &x[5]));
        assert!(x[0] != x[1] && x[1] != x[2] && x[0] != x[2]);
        assert_ne!(of(0).1.unit(), of(3).1.unit());
    }
}
