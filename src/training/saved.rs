//! A run as bytes, to be kept in the browser and gone on with.

use serde::{Deserialize, Serialize};

use super::session::{Record, Run, Session};

/// A run, to be kept in the browser: whose it is, what it has come to, and for each seed the weights, those before
/// the last step, and what the optimiser remembers.
#[derive(Serialize, Deserialize)]
struct Saved {
    identity: String,
    record: Record,
    runs: Vec<SavedRun>,
}

#[derive(Serialize, Deserialize)]
struct SavedRun {
    numbers: Vec<f32>,
    before: Vec<f32>,
    first: Vec<f32>,
    second: Vec<f32>,
    powers: (f64, f64),
}

impl Session {
    /// What the run follows from, in one line: what is kept belongs to this and no other.
    fn identity(&self) -> String {
        format!("{} {:?} {:?}", env!("CARGO_PKG_VERSION"), self.cell, self.setup)
    }

    /// All of it as bytes.
    #[must_use]
    pub fn save(&self) -> Vec<u8> {
        let run = |run: &Run| {
            let optimizer = &run.trainer.optimizer;
            SavedRun {
                numbers: run.trainer.numbers().to_vec(),
                before: run.before.clone(),
                first: optimizer.first.clone(),
                second: optimizer.second.clone(),
                powers: optimizer.powers,
            }
        };
        let runs = self.runs.iter().map(run).collect();
        let saved = Saved { identity: self.identity(), record: self.record.clone(), runs };
        // A list of numbers can always be written.
        postcard::to_allocvec(&saved).unwrap_or_default()
    }

    /// Goes on from what was saved, if that is this very run; whether it was.
    pub fn restore(&mut self, bytes: &[u8]) -> bool {
        let Ok(saved) = postcard::from_bytes::<Saved>(bytes) else { return false };
        let fits = |(run, saved): (&Run, &SavedRun)| {
            let optimizer = &run.trainer.optimizer;
            let lengths = [run.trainer.numbers().len(), optimizer.first.len(), optimizer.second.len()];
            [saved.numbers.len(), saved.first.len(), saved.second.len()] == lengths && saved.before.len() == lengths[0]
        };
        let whole = saved.runs.len() == self.runs.len() && self.runs.iter().zip(&saved.runs).all(fits);
        if saved.identity != self.identity() || !whole {
            return false;
        }
        for (run, saved) in self.runs.iter_mut().zip(saved.runs) {
            run.trainer.numbers_mut().copy_from_slice(&saved.numbers);
            run.trainer.optimizer.first = saved.first;
            run.trainer.optimizer.second = saved.second;
            run.trainer.optimizer.powers = saved.powers;
            run.before = saved.before;
        }
        self.record = saved.record;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::super::session::tests::session;
    use crate::trace::CellKind;

    #[test]
    fn a_saved_run_goes_on_as_if_it_had_not_stopped() {
        let choices = [("t_knob", "10"), ("t_units", "6"), ("t_layers", "2"), ("t_dropout", "0.2"), ("t_seeds", "2")];
        for cell in CellKind::ALL {
            let mut ours = session(cell, &choices);
            assert!((0..25).all(|_| ours.advance()));
            let mut other = session(cell, &choices);
            assert!(other.restore(&ours.save()));
            for _ in 0..25 {
                ours.advance();
                other.advance();
                assert_eq!(ours.record.last, other.record.last);
            }
            assert_eq!(ours.weights(), other.weights());
            assert!(!session(cell, &[("t_knob", "11")]).restore(&ours.save()), "another's");
            assert!(!session(cell, &choices).restore(&ours.save()[..100]), "a part");
        }
    }
}
