//! One cell's run of training: a network for each seed, what they leave behind, and checkpoints to go back to.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::history::{Curve, Map, Reach};
use super::setup::Setup;
use crate::task::{Draw, Mark, Part};
use engine::trace::CellKind;
use engine::train::{Batch, Outcome, Trainer, Weights};

/// Steps of which the running mean is taken.
pub(super) const RECENT: usize = 100;
/// Most checkpoints.
const CHECKPOINTS: usize = 32;

/// How a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Status {
    /// It can go on.
    Open,
    /// All its steps are made.
    Done,
    /// It came below the loss that was to end it.
    Reached,
    /// Validation has not been better for as long as was allowed.
    Stalled,
    /// The loss left all bounds at this step (from 1); the weights before it are kept.
    Diverged(usize),
}

/// The weights at some step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// After how many steps.
    pub step: usize,
    /// The numbers as they lie in memory, of the first seed.
    pub numbers: Vec<f32>,
}

/// One seed's network.
pub(super) struct Run {
    pub trainer: Trainer<f32>,
    pub seed: u64,
    /// What validation looks at, once it has.
    watched: Option<Batch>,
    /// The weights before the last step.
    pub before: Vec<f32>,
}

impl Run {
    /// The batch of a step, and the draws that come after it.
    pub fn batch(&self, setup: &Setup, n: usize) -> (Batch, Draw) {
        let mut draws = Draw::of_step(self.seed, Part::Train, n);
        let batch = (setup.task().draw)(&mut draws, &setup.level, setup.sequences, Part::Train);
        (batch, draws)
    }
}

/// What a run has come to, but for its networks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// How it stands.
    pub status: Status,
    /// Steps made.
    pub step: usize,
    /// When the task's mark was first reached, in steps.
    pub solved: Option<usize>,
    /// The loss of training.
    pub loss: Curve,
    /// The gradient's norm before clipping.
    pub norm: Curve,
    /// 1 where the gradient was clipped.
    pub clipped: Curve,
    /// How far the gradient reaches, of the first seed.
    pub reach: Reach,
    /// Validation: after how many steps, the mean loss, the share of right answers.
    pub validation: Map<(usize, f64, f64)>,
    /// Checkpoints, oldest first.
    pub checkpoints: Map<Checkpoint>,
    /// What the last step gave, of the first seed.
    pub last: Outcome,
    recent: VecDeque<(f64, f64)>,
    first: f64,
    best: (f64, usize),
    /// The weights of the first seed at the best validation, where there is but so much data.
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

/// A run of training, of one cell.
pub struct Session {
    /// What it follows from.
    pub setup: Setup,
    /// The cell.
    pub cell: CellKind,
    /// What it has come to.
    pub record: Record,
    pub(super) runs: Vec<Run>,
}

impl Session {
    /// A run that has not begun.
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

    /// In the place of a run that would not fit: one unit, one sequence, and nothing to go on with.
    #[must_use]
    pub fn stand_in(setup: Setup, cell: CellKind) -> Self {
        let small = Setup { units: 1, sequences: 1, layers: 1, seeds: 1, ..setup.clone() };
        let mut session = Self::new(small, cell);
        session.setup = setup;
        session
    }

    /// Whether there is a step left to make.
    #[must_use]
    pub fn may_go_on(&self) -> bool {
        self.record.status == Status::Open && !self.setup.is_too_large(self.cell)
    }

    /// Whether the next step is one of those whose gradient's reach is drawn.
    #[must_use]
    pub fn wants_reach(&self) -> bool {
        self.record.reach.wants(self.record.step)
    }

    /// Moves the weights by their gradients, and records the step.
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
                // What made this loss was the step before.
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

    /// What follows from a step: validation now and then, the mark, the end.
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

    /// The mean loss and the share of right answers over the last hundred steps.
    #[must_use]
    pub fn recent(&self) -> (f64, f64) {
        let count = self.record.recent.len().max(1) as f64;
        let (loss, right) = self.record.recent.iter().fold((0.0, 0.0), |(a, b), (loss, right)| (a + loss, b + right));
        (loss / count, right / count)
    }

    /// The loss of validation, at the last look.
    #[must_use]
    pub fn watched(&self) -> Option<f64> {
        self.record.validation.columns.last().map(|(_, loss, _)| *loss)
    }

    /// What the first seed's network answers to a batch, now or at a step.
    pub fn answers(&mut self, batch: &Batch, step: Option<usize>) -> Vec<f32> {
        let mut answers = vec![];
        self.at(step, |trainer| trainer.evaluate(batch, Some(&mut answers)));
        answers
    }

    /// The checkpoint nearest to a step; none where the present is nearer.
    fn nearest(&self, step: usize) -> Option<&Checkpoint> {
        let off = |checkpoint: &&Checkpoint| checkpoint.step.abs_diff(step);
        let nearest = self.record.checkpoints.columns.iter().min_by_key(off);
        nearest.filter(|checkpoint| checkpoint.step.abs_diff(step) < self.record.step.abs_diff(step))
    }

    /// The step that is shown when a step is asked for: that of a checkpoint, or the present one.
    #[must_use]
    pub fn moment(&self, step: Option<usize>) -> usize {
        step.and_then(|step| self.nearest(step)).map_or(self.record.step, |checkpoint| checkpoint.step)
    }

    /// The weights of the first seed's network at a step, or the nearest that was kept.
    pub fn weights_at(&mut self, step: usize) -> Weights {
        self.at(Some(step), |trainer| trainer.weights())
    }

    /// Does something with the first seed's network as it was at a step.
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

    /// One sequence of validation and the answers to it, as the first seed's network gives them, now or at a step.
    pub fn example(&mut self, step: Option<usize>) -> (Batch, Vec<f32>) {
        let (task, seed) = (self.setup.task(), self.setup.seed);
        let batch = (task.draw)(&mut Draw::new(seed, Part::Validation), &self.setup.level, 1, Part::Validation);
        let answers = self.answers(&batch, step);
        (batch, answers)
    }

    /// Does something with the first seed's network as it was when validation was best; where data is without end, as it
    /// is now.
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

    /// Loss and share of right answers on the part of the data that is kept for the end.
    pub fn test(&mut self) -> (f64, f64) {
        let task = self.setup.task();
        let batch = (task.draw)(
            &mut Draw::new(self.setup.seed, Part::Test),
            &self.setup.level,
            (task.held)(&self.setup.level),
            Part::Test,
        );
        self.at_best(|trainer| trainer.evaluate(&batch, None))
    }

    /// The weights of the first seed's network now.
    #[must_use]
    pub fn weights(&self) -> Weights {
        self.runs[0].trainer.weights()
    }
}

/// A loss so many times the first one is no loss any more.
const BOUND: f64 = 1e6;
/// Better than a baseline is what has less than this share of its loss: what is closer may be chance.
const BETTER: f64 = 0.98;
/// Steps between two looks at validation.
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
}
