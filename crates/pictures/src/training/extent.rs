//! How far the pictures of a lane reach.

use serde::{Deserialize, Serialize};

use crate::svg::Decades;
use learn::task::Mark;
use learn::training::Session;

/// A baseline that is lower than this power of ten does not stretch the axis.
const LOWEST: f64 = -5.0;

/// How far the pictures of a lane reach: steps of training, and powers of ten of the loss.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extent {
    /// Steps of training.
    pub steps: usize,
    /// The lowest power of ten.
    pub low: i32,
    /// The highest.
    pub high: i32,
}

impl Extent {
    /// What holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self { steps: self.steps.max(other.steps), low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// That of a session, in steps that are rounded up so that the axes move seldom.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let task = session.setup.task();
        let points: Vec<_> = session.record.loss.points().collect();
        let logs = points.iter().flat_map(|(_, p)| [p.low.log10(), p.high.log10()]);
        let baselines = (task.baselines)(&session.setup.level);
        let around = baselines.iter().map(|guess| guess.loss.log10().max(LOWEST)).chain(match task.mark {
            Mark::Loss(mark) => Some(mark.log10()),
            Mark::Right(_) | Mark::Baseline => None,
        });
        let (low, high) = Decades::around(logs.chain(around), (-1, 0), (0.0, 1.0)).ends();
        let step = session.record.step.max(100);
        // Three to the power of ten: 100, 200, 500, 1,000 and so on.
        let power = 10_usize.pow(step.ilog10());
        let steps = [1, 2, 5, 10].map(|by| by * power).into_iter().find(|end| *end >= step).unwrap_or(step);
        Self { steps: steps.min(session.setup.steps.max(100)), low, high }
    }
}
