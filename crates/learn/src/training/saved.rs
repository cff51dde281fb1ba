//! A run as bytes, to be kept in the browser and gone on with.

use serde::{Deserialize, Serialize};

use super::session::{Record, Run, Session};

/// The form in which runs are kept; one of another form is not read.
const FORMAT: u32 = 1;

/// Why what was kept is not gone on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It was written in another form: by another version of this page.
    Format,
    /// It is another run's, or damaged.
    Other,
}

/// What stands before a run that is kept: enough to tell whose it is, and how far it came.
#[derive(Serialize, Deserialize)]
struct Head {
    format: u32,
    identity: String,
    step: usize,
}

/// What a run has come to, and for each seed the weights, those before the last step, and what the optimiser remembers.
#[derive(Serialize, Deserialize)]
struct Body {
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
        let head = Head { format: FORMAT, identity: self.setup.identity(self.cell), step: self.record.step };
        let body = Body { record: self.record.clone(), runs: self.runs.iter().map(run).collect() };
        // Lists of numbers can always be written.
        let head = postcard::to_allocvec(&head).unwrap_or_default();
        postcard::to_extend(&body, head).unwrap_or_default()
    }

    /// Goes on from what was saved, if that is this very run.
    ///
    /// # Errors
    /// Where it is not: the run is as it was.
    pub fn restore(&mut self, bytes: &[u8]) -> Result<(), Unread> {
        if postcard::take_from_bytes::<u32>(bytes).is_ok_and(|(format, _)| format != FORMAT) {
            return Err(Unread::Format);
        }
        let (_, body) = head(bytes, &self.setup.identity(self.cell)).ok_or(Unread::Other)?;
        let saved = postcard::from_bytes::<Body>(body).map_err(|_| Unread::Other)?;
        let fits = |(run, saved): (&Run, &SavedRun)| {
            let optimizer = &run.trainer.optimizer;
            let lengths = [run.trainer.numbers().len(), optimizer.first.len(), optimizer.second.len()];
            [saved.numbers.len(), saved.first.len(), saved.second.len()] == lengths && saved.before.len() == lengths[0]
        };
        if saved.runs.len() != self.runs.len() || !self.runs.iter().zip(&saved.runs).all(fits) {
            return Err(Unread::Other);
        }
        for (run, saved) in self.runs.iter_mut().zip(saved.runs) {
            run.trainer.numbers_mut().copy_from_slice(&saved.numbers);
            run.trainer.optimizer.first = saved.first;
            run.trainer.optimizer.second = saved.second;
            run.trainer.optimizer.powers = saved.powers;
            run.before = saved.before;
        }
        self.record = saved.record;
        Ok(())
    }
}

/// How far a run of this identity had come that was saved; none if it is another run. The first 4096 bytes are enough.
#[must_use]
pub fn saved_step(bytes: &[u8], identity: &str) -> Option<usize> {
    head(bytes, identity).map(|(step, _)| step)
}

/// How far it had come, and the rest of the bytes.
fn head<'a>(bytes: &'a [u8], identity: &str) -> Option<(usize, &'a [u8])> {
    let (head, rest) = postcard::take_from_bytes::<Head>(bytes).ok()?;
    (head.format == FORMAT && head.identity == identity).then_some((head.step, rest))
}

#[cfg(test)]
mod tests {
    use super::super::session::tests::session;
    use super::{FORMAT, Unread, saved_step};
    use engine::trace::CellKind;

    #[test]
    fn a_saved_run_goes_on_as_if_it_had_not_stopped() {
        let choices = [("t_knob", "10"), ("t_units", "6"), ("t_layers", "2"), ("t_dropout", "0.2"), ("t_seeds", "2")];
        for cell in CellKind::ALL {
            let mut ours = session(cell, &choices);
            assert!((0..25).all(|_| ours.advance()));
            let mut other = session(cell, &choices);
            assert_eq!(other.restore(&ours.save()), Ok(()));
            for _ in 0..25 {
                ours.advance();
                other.advance();
                assert_eq!(ours.record.last, other.record.last);
            }
            assert_eq!(ours.weights(), other.weights());
            let identity = ours.setup.identity(cell);
            assert_eq!(saved_step(&ours.save()[..4096], &identity), Some(50));
            let mut another = session(cell, &[("t_knob", "11")]);
            assert_eq!(another.restore(&ours.save()), Err(Unread::Other), "another's");
            let another = session(cell, &[("t_knob", "11")]).setup.identity(cell);
            assert_eq!(saved_step(&ours.save(), &another), None, "another's");
            assert_eq!(session(cell, &choices).restore(&ours.save()[..100]), Err(Unread::Other), "a part");
            let mut later = ours.save();
            later[0] = FORMAT as u8 + 1;
            assert_eq!(session(cell, &choices).restore(&later), Err(Unread::Format), "of another version");
        }
    }
}
