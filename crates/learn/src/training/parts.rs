//! Data-parallel steps: a batch is cut into parts, and a helper session in another worker can compute a part's
//! gradients.

use super::session::{Run, Session, Status};
use engine::train::Masks;

/// One part's contribution to the mean over the whole batch, for one seed's network. The parts' shares add up to the
/// batch's loss, accuracy and gradients.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Share {
    /// Contribution to the mean loss, in the loss's units (nats for classes, squared error for numbers).
    pub loss: f64,
    /// Contribution to the accuracy, from 0 to 1.
    pub right: f64,
    /// Contribution to the squared norm of the gradient with respect to the top layer's state, a number a time step,
    /// from the last time step to the first. Empty where it was not requested.
    pub squares: Vec<f64>,
    /// Contribution to the gradients of all parameters, in the order of
    /// [`Trainer::numbers`](engine::train::Trainer::numbers).
    pub slopes: Vec<f32>,
}

impl Session {
    /// Computes the gradients of part `part` (from 0) of the next step's batch: a [`Share`] for each seed, in the order
    /// of the seeds. With `wants_reach` the first seed's share has [`Share::squares`].
    ///
    /// # Panics
    /// If the batch has no such part; see [`Setup::ranges`](super::Setup::ranges).
    pub fn share(&mut self, part: usize, wants_reach: bool) -> Vec<Share> {
        let (setup, n) = (&self.setup, self.record.step);
        let range = setup.ranges()[part].clone();
        let weight = range.len() as f32 / setup.sequences as f32;
        let learn = |(number, run): (usize, &mut Run)| {
            let (batch, draws) = run.batch(setup, n);
            let mut draws = draws.for_masks(run.seed, n, part);
            let mut next = || draws.unit();
            let mut squares = vec![];
            let reach = (number == 0 && wants_reach).then_some(&mut squares);
            let part = batch.part(range.clone(), (setup.task().decoder)(&setup.level));
            let (loss, right) = run.trainer.gradients_of(&part, Masks::Drawn(&mut next), reach);
            let share = f64::from(weight);
            Share {
                loss: loss * share,
                right: right * share,
                // A gradient scales with the share, its squared norm with the square of the share.
                squares: squares.into_iter().map(|square| square * share * share).collect(),
                slopes: run.trainer.slopes().iter().map(|slope| slope * weight).collect(),
            }
        };
        self.runs.iter_mut().enumerate().map(learn).collect()
    }

    /// Makes one training step from the shares of all parts: `parts[part][seed]`. Returns false, and changes nothing,
    /// if the run has ended before; returns false, too, if this step ends it.
    ///
    /// # Panics
    /// If a share comes from a network of another size.
    pub fn take(&mut self, parts: Vec<Vec<Share>>) -> bool {
        if self.record.status != Status::Open {
            return false;
        }
        let mut squares: Vec<f64> = vec![];
        let mut judged = vec![(0.0, 0.0); self.runs.len()];
        for (number, run) in self.runs.iter_mut().enumerate() {
            let slopes = run.trainer.slopes_mut();
            slopes.fill(0.0);
            // Floating-point sums depend on their order: add in the order of the parts, not of their arrival.
            for share in parts.iter().map(|shares| &shares[number]) {
                assert_eq!(share.slopes.len(), slopes.len(), "a share of this network");
                slopes.iter_mut().zip(&share.slopes).for_each(|(sum, slope)| *sum += slope);
                judged[number].0 += share.loss;
                judged[number].1 += share.right;
                squares.resize(squares.len().max(share.squares.len()), 0.0);
                squares.iter_mut().zip(&share.squares).for_each(|(sum, square)| *sum += square);
            }
        }
        self.descend(judged, squares)
    }

    /// The parameters of all seeds' networks, one after the other. A helper session takes them in by
    /// [`follow`](Self::follow) before it computes a share.
    #[must_use]
    pub fn numbers(&self) -> Vec<f32> {
        self.runs.iter().flat_map(|run| run.trainer.numbers()).copied().collect()
    }

    /// Copies another session's parameters and its step (steps made so far). Returns false, and changes nothing, if
    /// their count does not match this session's networks.
    pub fn follow(&mut self, step: usize, numbers: &[f32]) -> bool {
        if numbers.len() != self.runs.iter().map(|run| run.trainer.numbers().len()).sum::<usize>() {
            return false;
        }
        let mut rest = numbers;
        for run in &mut self.runs {
            let own = run.trainer.numbers_mut();
            let (these, others) = rest.split_at(own.len());
            own.copy_from_slice(these);
            rest = others;
        }
        self.record.step = step;
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::training::session::tests::session;
    use engine::trace::CellKind;

    #[test]
    fn a_batch_in_parts_teaches_the_same_wherever_its_parts_are_worked_out() {
        let choices =
            |parts| [("t_knob", "10"), ("t_units", "6"), ("t_batch", "20"), ("t_seeds", "2"), ("t_parts", parts)];
        for cell in CellKind::ALL {
            let [mut whole, mut ours, mut spread] = ["1", "2", "2"].map(|parts| session(cell, &choices(parts)));
            let mut helper = session(cell, &choices("2"));
            for _ in 0..20 {
                let wants_reach = spread.wants_reach();
                assert!(helper.follow(spread.record.step, &spread.numbers()));
                let second = helper.share(1, wants_reach);
                let first = spread.share(0, wants_reach);
                assert!(spread.take(vec![first, second]) && ours.advance() && whole.advance());
                assert_eq!(ours.record.last, spread.record.last, "bit for bit");
                let (one, two) = (whole.record.last.loss, ours.record.last.loss);
                assert!((one - two).abs() < 1e-4 * one, "{cell:?}: {one} in one, {two} in two parts");
            }
            assert_eq!(ours.weights(), spread.weights());
            assert!(ours.record.reach.columns.len() > 1);
            for (one, two) in whole.record.reach.columns.iter().zip(&ours.record.reach.columns) {
                let pairs = one.iter().zip(two).filter(|(one, _)| one.is_finite());
                assert!(pairs.into_iter().all(|(one, two)| (one - two).abs() < 1e-2), "{cell:?}: {one:?}, {two:?}");
            }
        }
    }
}
