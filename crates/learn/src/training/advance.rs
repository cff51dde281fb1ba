//! One training step, with the batch as a whole or in parts.

use super::session::{Run, Session, Status};
use engine::train::Masks;

impl Session {
    /// Makes one training step with every seed's network. Returns false, and changes nothing, if the run has ended
    /// before; returns false, too, if this step ends it.
    pub fn advance(&mut self) -> bool {
        if self.record.status != Status::Open {
            return false;
        }
        if self.setup.parts > 1 {
            let parts = (0..self.setup.ranges().len()).map(|part| self.share(part, self.wants_reach())).collect();
            return self.take(parts);
        }
        let (setup, n) = (&self.setup, self.record.step);
        let mut squares = vec![];
        let wants_reach = self.wants_reach();
        let learn = |(number, run): (usize, &mut Run)| {
            let (batch, mut draws) = run.batch(setup, n);
            let mut next = || draws.unit();
            let reach = (number == 0 && wants_reach).then_some(&mut squares);
            run.trainer.gradients_of(&batch, Masks::Drawn(&mut next), reach)
        };
        let judged = self.runs.iter_mut().enumerate().map(learn).collect();
        self.descend(judged, squares)
    }
}

#[cfg(test)]
mod tests {
    use super::super::session::tests::session;
    use super::super::session::{RECENT, Status};
    use engine::trace::CellKind;

    #[test]
    fn a_small_task_is_learned() {
        let choices = [("task", "recall"), ("t_knob", "5"), ("t_units", "16"), ("t_steps", "400"), ("t_rate", "0.01")];
        let mut ours = session(CellKind::Gru, &choices);
        while ours.advance() {}
        assert_eq!(ours.record.status, Status::Done);
        assert!(ours.recent().1 > 0.95, "{:?}", ours.recent());
        assert!(ours.test().1 > 0.95);
        assert!(ours.record.solved.is_some_and(|step| step < 400));
        assert_eq!(ours.record.loss.steps(), 400);
    }

    #[test]
    fn a_huge_learning_rate_is_named_and_the_weights_before_it_are_kept() {
        let mut ours = session(CellKind::Rnn, &[("t_rate", "1e9"), ("t_clip", "0"), ("t_knob", "10")]);
        let start = ours.weights();
        while ours.advance() {}
        let Status::Diverged(step) = ours.record.status else { panic!("{:?}", ours.record.status) };
        assert_eq!(step, 2, "the first update breaks it");
        assert_eq!(ours.weights(), start);
    }

    #[test]
    fn a_run_repeats_itself_bit_for_bit() {
        let choices = [("t_knob", "10"), ("t_seeds", "2"), ("t_layers", "2"), ("t_dropout", "0.2")];
        for cell in CellKind::ALL {
            let losses = || {
                let mut ours = session(cell, &choices);
                (0..30).map(|_| (ours.advance(), ours.record.last.loss.to_bits()).1).collect::<Vec<_>>()
            };
            assert_eq!(losses(), losses());
        }
    }

    #[test]
    fn a_run_ends_where_it_was_told_to() {
        let mut ours = session(CellKind::Gru, &[("t_knob", "10"), ("t_until", "100"), ("t_units", "4")]);
        while ours.advance() {}
        assert_eq!((ours.record.status, ours.record.step), (Status::Reached, RECENT));
        let mut ours =
            session(CellKind::Rnn, &[("t_knob", "10"), ("t_rate", "0"), ("t_patience", "3"), ("t_units", "4")]);
        while ours.advance() {}
        assert_eq!((ours.record.status, ours.record.step), (Status::Stalled, 61));
    }
}
