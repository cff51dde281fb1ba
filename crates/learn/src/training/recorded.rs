//! The losses that ship with the page: of each task's default run, the training loss of each cell over the whole run. One
//! file a task, beside its weights; Train draws it behind a person's own run.
//!
//! A file is [`framed`]: the version (8 bytes, little-endian), the content's FNV-1a hash (8 bytes), the content. The
//! content is, for RNN, LSTM and GRU in this order, in postcard's form: the run's [identity](Setup::identity); the training
//! steps made; the steps of each stretch; and of each stretch the mean training loss, as an IEEE 754 single-precision
//! number. The last stretch may be of fewer steps than the others.

use serde::{Deserialize, Serialize};

use super::identity::framed;
use super::session::Session;
use super::setup::Setup;
use super::shipped::{Unusable, default_run, opened};
use engine::trace::CellKind;

/// The version of the file format. Files of another version are not read.
const FORMAT: u64 = 1;
/// The most stretches of a curve.
const STRETCHES: usize = 100;

/// The training loss of a recorded run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// Training steps made.
    steps: usize,
    /// The steps of each stretch.
    stretch: usize,
    /// The mean loss of each stretch.
    losses: Vec<f32>,
}

/// One cell's run in a file.
#[derive(Serialize, Deserialize)]
struct Held {
    identity: String,
    recorded: Recorded,
}

/// The recorded run that a setup's own can be compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// The file that holds its losses.
    pub file: String,
    /// Whether the setup is the recorded run's; else only the task, its difficulty and its data are the same.
    pub is_same: bool,
}

impl Recorded {
    fn of(session: &Session) -> Self {
        let (stretch, losses) = session.record.loss.in_stretches(STRETCHES);
        let losses = losses.into_iter().map(|loss| loss as f32).collect();
        Self { steps: session.record.step, stretch, losses }
    }

    /// Whether it can be drawn as the losses of a run of so many steps.
    fn is_of(&self, steps: usize) -> bool {
        (1..=steps).contains(&self.steps)
            && self.stretch > 0
            && self.losses.len() == self.steps.div_ceil(self.stretch)
            && self.losses.iter().all(|loss| loss.is_finite() && *loss >= 0.0)
    }

    /// The training step in the middle of each stretch, from 1, and its mean loss.
    pub fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        self.losses.iter().enumerate().map(|(place, loss)| {
            let before = place * self.stretch;
            let own = self.stretch.min(self.steps - before);
            (before as f64 + (own as f64 + 1.0) / 2.0, f64::from(*loss))
        })
    }
}

impl Setup {
    /// The recorded run that this one can be compared with: the default run of its task, where difficulty and data are the
    /// same. `None` if they are not, or if it learns from a person's own data.
    #[must_use]
    pub fn behind(&self) -> Option<Behind> {
        let task = self.task();
        let is_comparable = !task.is_own && default_run(task, self).level == self.level;
        let file = format!("{}.losses.bin", task.key);
        is_comparable.then(|| Behind { file, is_same: self.shipped().is_some() })
    }
}

/// The content of a task's file: the losses of three runs, one a cell.
#[must_use]
pub fn write_recorded(sessions: &[Session; 3]) -> Vec<u8> {
    let held = sessions
        .each_ref()
        .map(|session| Held { identity: session.setup.identity(session.cell), recorded: Recorded::of(session) });
    // Postcard cannot fail here: it writes to memory, and every length is known.
    framed(FORMAT, &postcard::to_allocvec(&held).unwrap_or_default())
}

/// The losses in a task's file, in the order of [`CellKind::ALL`].
///
/// # Errors
/// If the file has another version, is damaged, or holds other runs than the default ones of the setup's task.
pub fn read_recorded(bytes: &[u8], setup: &Setup) -> Result<[Recorded; 3], Unusable> {
    let held = opened::<[Held; 3]>(bytes, FORMAT)?;
    let run = default_run(setup.task(), setup);
    let is_right = |(cell, held): (CellKind, &Held)| held.identity == run.identity(cell);
    if !CellKind::ALL.into_iter().zip(&held).all(is_right) {
        return Err(Unusable::Other);
    }
    if !held.iter().all(|held| held.recorded.is_of(run.steps)) {
        return Err(Unusable::Damaged);
    }
    Ok(held.map(|held| held.recorded))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::Sets;
    use model::settings::State;

    fn setup(fragment: &str) -> Setup {
        Setup::new(&State::from_fragment(fragment).0.settings, &Sets::default()).0
    }

    /// Sessions of a default run after so many steps.
    fn sessions(task: &str, steps: usize) -> [Session; 3] {
        CellKind::ALL.map(|cell| {
            let mut session = Session::new(setup(&format!("task={task}")), cell);
            assert!((0..steps).all(|_| session.advance()));
            session
        })
    }

    #[test]
    fn a_run_made_twice_gives_the_same_bytes_and_its_points_are_the_means_of_its_stretches() {
        let made = sessions("employment", 230);
        let bytes = write_recorded(&made);
        assert_eq!(bytes, write_recorded(&sessions("employment", 230)));
        let read = read_recorded(&bytes, &made[0].setup).unwrap();
        for (session, recorded) in made.iter().zip(&read) {
            let points: Vec<(f64, f64)> = recorded.points().collect();
            assert_eq!((recorded.stretch, points.len()), (3, 77));
            // Of 230 steps, 76 stretches of three and one of two: steps 229 and 230.
            assert_eq!((points[0].0, points[76].0), (2.0, 229.5));
            let each: Vec<f64> = session.record.loss.points().map(|(_, point)| point.mean).collect();
            let mean = |from: usize, to: usize| each[from..to].iter().sum::<f64>() / (to - from) as f64;
            assert_eq!((points[0].1 as f32, points[76].1 as f32), (mean(0, 3) as f32, mean(228, 230) as f32));
        }
    }

    #[test]
    fn what_is_broken_is_told_and_never_a_panic() {
        let made = sessions("employment", 3);
        let (bytes, own) = (write_recorded(&made), &made[0].setup);
        for length in [0, 1, 7, 8, 15, 16, 17, bytes.len() / 2, bytes.len() - 1] {
            assert_eq!(read_recorded(&bytes[..length], own), Err(Unusable::Damaged), "{length} bytes");
        }
        let mut flipped = bytes.clone();
        *flipped.last_mut().unwrap() ^= 1;
        assert_eq!(read_recorded(&flipped, own), Err(Unusable::Damaged));
        let mut newer = bytes.clone();
        newer[0] = 2;
        assert_eq!(read_recorded(&newer, own), Err(Unusable::Version));
        assert_eq!(read_recorded(&bytes, &setup("task=co2")), Err(Unusable::Other));
        // Whole, and of no run.
        let none = [
            Recorded { steps: 3, stretch: 0, losses: vec![] },
            Recorded { steps: 3, stretch: 1, losses: vec![1.0; 2] },
            Recorded { steps: usize::MAX, stretch: 1, losses: vec![1.0] },
            Recorded { steps: 0, stretch: 1, losses: vec![] },
            Recorded { steps: 1, stretch: 1, losses: vec![f32::NAN] },
            Recorded { steps: 1, stretch: 1, losses: vec![-1.0] },
        ];
        for recorded in none {
            let held = CellKind::ALL.map(|cell| Held { identity: own.identity(cell), recorded: recorded.clone() });
            let whole = framed(FORMAT, &postcard::to_allocvec(&held).unwrap());
            assert_eq!(read_recorded(&whole, own), Err(Unusable::Damaged), "{recorded:?}");
        }
    }

    #[test]
    fn a_run_of_the_same_task_and_difficulty_has_the_recorded_one_behind_it() {
        let behind = |fragment: &str| setup(fragment).behind().map(|own| (own.file, own.is_same));
        let of = |task: &str, is_same: bool| Some((format!("{task}.losses.bin"), is_same));
        assert_eq!(behind("task=agreement"), of("agreement", true));
        assert_eq!(behind("task=agreement&t_units=64&t_seed=2"), of("agreement", false));
        assert_eq!(behind("task=agreement&relu=yes"), of("agreement", false));
        for other in ["task=agreement&t_knob=3", "task=co2&t_window=30", "task=market&t_raw=yes", "task=own_text"] {
            assert_eq!(behind(other), None, "{other}");
        }
    }
}
