//! How far the gradient reaches over the steps of training.

use serde::{Deserialize, Serialize};

use learn::training::Session;

/// Decades of the gradient that are told apart.
pub const DECADES: i32 = 6;
/// The most places back in time that are kept of a column.
const ROWS: usize = 64;

/// How far the gradient reaches: log₁₀ of what is left of the last answer's gradient, back in time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reach {
    /// Time steps T of a sequence.
    pub steps: usize,
    /// Training steps from one column to the next.
    pub every: usize,
    /// A column for a training step, the first first. Its places are evenly spread over time, from the last time step
    /// back: place n is n · T / rows steps before the last.
    pub columns: Vec<Vec<f32>>,
    /// What is left at the first time step, in the first column and in the last; `None` before the first step.
    pub left: Option<(f32, f32)>,
}

impl Reach {
    pub(super) fn of(session: &Session) -> Self {
        let reach = &session.record.reach;
        let steps = (session.setup.task().steps)(&session.setup.level);
        let rows = steps.min(ROWS);
        let sampled =
            |column: &Vec<f32>| (0..rows).map(|n| column.get(n * steps / rows).copied().unwrap_or(f32::NAN)).collect();
        let first = |column: Option<&Vec<f32>>| column.and_then(|column| column.last().copied());
        Self {
            steps,
            every: reach.every.max(1),
            columns: reach.columns.iter().map(sampled).collect(),
            left: first(reach.columns.first()).zip(first(reach.columns.last())),
        }
    }

    /// Places back in time of a column; 0 before the first column.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, Vec::len)
    }

    /// How many time steps before the last a place is.
    #[must_use]
    pub fn back(&self, place: usize) -> usize {
        place * self.steps / self.rows().max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::trace::CellKind;
    use learn::task::Sets;
    use learn::training::Setup;
    use model::settings::State;

    #[test]
    fn a_long_sequence_is_sampled_and_a_short_one_is_whole() {
        for (knob, rows) in [(10, 10), (200, 64)] {
            let fragment = format!("view=train&task=adding&t_knob={knob}&t_units=4&t_batch=4");
            let settings = State::from_fragment(&fragment).0.settings;
            let mut session = Session::new(Setup::new(&settings, &Sets::default()).0, CellKind::Lstm);
            assert!((0..3).all(|_| session.advance()));
            let reach = Reach::of(&session);
            assert_eq!((reach.rows(), reach.columns.len(), reach.steps), (rows, 3, knob));
            assert_eq!((reach.back(0), reach.columns[2][0]), (0, 0.0), "the last time step has all of it");
            for (n, log) in reach.columns[1].iter().enumerate() {
                assert_eq!(*log, session.record.reach.columns[1][reach.back(n)]);
            }
            let first = session.record.reach.columns[0][knob - 1];
            assert_eq!(reach.left.map(|left| left.0), Some(first));
        }
    }
}
