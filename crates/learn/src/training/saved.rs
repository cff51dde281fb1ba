//! A training run as bytes: saved in the browser's files, and resumed from there bit for bit.

use serde::{Deserialize, Serialize};

use super::session::{Record, Run, Session};

/// The version of the file format. Files of another version are not read.
const FORMAT: u32 = 1;

/// Why a saved run cannot be resumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unread {
    /// The file has another format version: another version of the page wrote it.
    Format,
    /// The file holds a run of another setup, or it is damaged.
    Other,
}

/// The header of a saved run: which run it is, and how many steps it has made.
#[derive(Serialize, Deserialize)]
struct Head {
    format: u32,
    identity: String,
    step: usize,
}

/// The body of a saved run: its history, and for each seed the state of its network and optimiser.
#[derive(Serialize, Deserialize)]
struct Body {
    record: Record,
    runs: Vec<SavedRun>,
}

#[derive(Serialize, Deserialize)]
/// One seed: parameters, parameters before the last update, the optimiser's moments and its powers of β₁ and β₂.
struct SavedRun {
    numbers: Vec<f32>,
    before: Vec<f32>,
    first: Vec<f32>,
    second: Vec<f32>,
    powers: (f64, f64),
}

impl Session {
    /// The run as bytes (postcard): header, then body.
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
        // Postcard cannot fail here: it writes to memory, and every length is known.
        let head = postcard::to_allocvec(&head).unwrap_or_default();
        postcard::to_extend(&body, head).unwrap_or_default()
    }

    /// Continues from a saved run: the steps that follow are those of a run that was never interrupted.
    ///
    /// # Errors
    /// If the bytes have another format, another identity, or are damaged. The session is then unchanged.
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

/// The training steps made by a saved run, read from its header; `None` if it has another identity or format. The
/// file's first 4096 bytes suffice.
#[must_use]
pub fn saved_step(bytes: &[u8], identity: &str) -> Option<usize> {
    head(bytes, identity).map(|(step, _)| step)
}

/// Training steps made, and the bytes of the body.
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
