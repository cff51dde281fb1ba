//! What a trainer does in the browser's files: keeps its run, forgets it, reads it. One thing after the other: what is
//! read was written before, and what is forgotten is not written after.

use std::collections::VecDeque;

use learn::training::{RUN, Session, saved_step};

use crate::actor::{Effect, Event};

/// So many runs of a cell are kept; of more the oldest goes.
const RUNS: usize = 24;

/// A run that is to be kept: its file, how far it is, and all of it.
#[derive(Debug)]
pub struct ToKeep {
    file: String,
    identity: String,
    step: usize,
    bytes: Vec<u8>,
    /// How far it was kept before, as far as that has been looked up.
    before: Option<usize>,
}

/// What is to be done.
#[derive(Debug)]
pub enum Due {
    /// To keep a run, unless another tab has kept it farther. No tab writes between the look and the writing.
    Keep(ToKeep),
    /// To forget the run that this file holds.
    Forget(String),
    /// To go on with what this file holds.
    Restore(String),
}

impl Due {
    /// To keep a session's run as it is now.
    #[must_use]
    pub fn keep(session: &Session) -> Self {
        Self::Keep(ToKeep {
            file: session.setup.file(session.cell),
            identity: session.setup.identity(session.cell),
            step: session.record.step,
            bytes: session.save(),
            before: None,
        })
    }

    fn file(&self) -> &str {
        match self {
            Self::Keep(ToKeep { file, .. }) | Self::Forget(file) | Self::Restore(file) => file,
        }
    }
}

/// What has come of it.
#[derive(Debug, PartialEq)]
pub enum Filed {
    /// Nothing yet.
    Nothing,
    /// The run of this file is kept, at this step: by this tab, or farther by another.
    Kept(String, usize),
    /// The run of this file is forgotten.
    Forgot(String),
    /// What the file holds that was to be gone on with.
    Read(Option<Vec<u8>>),
}

/// What is being done, and what is to be done after it.
#[derive(Debug, Default)]
pub struct Filing {
    under_way: Option<Due>,
    due: VecDeque<Due>,
    /// Since it last stood still, something has been kept or forgotten.
    moved: bool,
}

impl Filing {
    /// Has something done, after what is due already.
    pub fn see_to(&mut self, due: Due) -> Vec<Effect> {
        if let Due::Keep(ToKeep { file, .. }) | Due::Forget(file) = &due {
            // It need not be kept before as well.
            self.due.retain(|own| !matches!(own, Due::Keep(run) if run.file == *file));
        }
        self.due.push_back(due);
        self.go_on()
    }

    /// Begins what is due next, unless something is being done.
    pub fn go_on(&mut self) -> Vec<Effect> {
        if self.under_way.is_some() {
            return vec![];
        }
        self.under_way = self.due.pop_front();
        self.moved |= matches!(self.under_way, Some(Due::Keep(_) | Due::Forget(_)));
        match &self.under_way {
            Some(Due::Keep(ToKeep { file, .. }) | Due::Forget(file)) => vec![Effect::Lock(file.clone())],
            Some(Due::Restore(file)) => vec![Effect::Read(file.clone())],
            None => vec![],
        }
    }

    /// Whether it stands still, for the first time since something was kept or forgotten.
    pub fn has_come_to_rest(&mut self) -> bool {
        self.under_way.is_none() && std::mem::take(&mut self.moved)
    }

    /// Takes in what came of what is being done.
    pub fn on(&mut self, event: Event) -> (Filed, Vec<Effect>) {
        let Some(due) = self.under_way.take_if(|due| Some(due.file()) == file_of(&event)) else {
            return (Filed::Nothing, vec![]);
        };
        match (due, event) {
            (Due::Keep(run), Event::Locked(file)) => self.stay(Due::Keep(run), vec![Effect::Head(file)]),
            (Due::Keep(mut run), Event::Head(file, head)) => {
                run.before = head.and_then(|head| saved_step(&head, &run.identity));
                if run.before.is_some_and(|before| before >= run.step) {
                    return has_kept(run);
                }
                let bytes = std::mem::take(&mut run.bytes);
                self.stay(Due::Keep(run), vec![Effect::Write(file, bytes)])
            }
            (Due::Keep(run), Event::Written(..)) => has_kept(run),
            (Due::Forget(file), Event::Locked(_)) => {
                let effects = vec![Effect::Remove(file.clone()), Effect::Unlock(file.clone())];
                (Filed::Forgot(file), effects)
            }
            (Due::Restore(_), Event::Read(_, bytes)) => (Filed::Read(bytes), vec![]),
            // What comes twice or too late changes nothing.
            (due, _) => self.stay(due, vec![]),
        }
    }

    /// It is not done yet; this comes first.
    fn stay(&mut self, due: Due, effects: Vec<Effect>) -> (Filed, Vec<Effect>) {
        self.under_way = Some(due);
        (Filed::Nothing, effects)
    }
}

/// A run is kept, by this tab or farther by another.
fn has_kept(run: ToKeep) -> (Filed, Vec<Effect>) {
    let mut effects = vec![Effect::Unlock(run.file.clone())];
    if run.before.is_none()
        && let Some((_, cell)) = run.file.rsplit_once('-')
    {
        effects.push(Effect::Thin(RUN, format!("-{cell}"), RUNS));
    }
    (Filed::Kept(run.file, run.before.unwrap_or_default().max(run.step)), effects)
}

/// The file that an event is about.
fn file_of(event: &Event) -> Option<&str> {
    match event {
        Event::Read(file, _) | Event::Locked(file) | Event::Head(file, _) | Event::Written(file, _) => Some(file),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keep(file: &str, step: usize) -> Due {
        let (file, identity) = (file.to_owned(), file.to_owned());
        Due::Keep(ToKeep { file, identity, step, bytes: vec![step as u8], before: None })
    }

    #[test]
    fn of_a_run_that_waits_to_be_kept_the_newest_counts() {
        let mut filing = Filing::default();
        assert_eq!(filing.see_to(keep("run-1-gru", 1)), [Effect::Lock("run-1-gru".to_owned())]);
        for step in 2..9 {
            assert_eq!(filing.see_to(keep("run-1-gru", step)), [], "one after the other");
        }
        filing.see_to(keep("run-2-gru", 1));
        assert_eq!(filing.due.len(), 2, "one of each run waits");
        assert!(matches!(&filing.due[0], Due::Keep(run) if run.step == 8));
        filing.see_to(Due::Forget("run-2-gru".to_owned()));
        assert!(matches!(&filing.due[1], Due::Forget(_)), "what is to be forgotten is not kept before");
    }

    #[test]
    fn a_run_is_looked_up_and_written_under_its_lock() {
        let mut filing = Filing::default();
        let file = || "run-1-gru".to_owned();
        filing.see_to(keep("run-1-gru", 5));
        assert_eq!(filing.on(Event::Locked(file())), (Filed::Nothing, vec![Effect::Head(file())]));
        assert_eq!(filing.on(Event::Locked("run-2-gru".to_owned())), (Filed::Nothing, vec![]), "another's");
        let written = (Filed::Nothing, vec![Effect::Write(file(), vec![5])]);
        assert_eq!(filing.on(Event::Head(file(), None)), written);
        assert!(!filing.has_come_to_rest());
        let (filed, effects) = filing.on(Event::Written(file(), Ok(())));
        assert_eq!(filed, Filed::Kept(file(), 5));
        assert_eq!(effects, [Effect::Unlock(file()), Effect::Thin(RUN, "-gru".to_owned(), RUNS)]);
        assert_eq!(filing.on(Event::Written(file(), Ok(()))), (Filed::Nothing, vec![]), "it comes twice");
        assert_eq!((filing.has_come_to_rest(), filing.has_come_to_rest()), (true, false), "told once");
    }

    #[test]
    fn what_is_read_waits_for_what_is_written() {
        let mut filing = Filing::default();
        let file = || "run-1-gru".to_owned();
        filing.see_to(Due::Forget(file()));
        assert_eq!(filing.see_to(Due::Restore(file())), []);
        let gone = vec![Effect::Remove(file()), Effect::Unlock(file())];
        assert_eq!(filing.on(Event::Locked(file())), (Filed::Forgot(file()), gone));
        assert_eq!(filing.go_on(), [Effect::Read(file())]);
        assert_eq!(filing.on(Event::Read(file(), None)), (Filed::Read(None), vec![]));
    }
}
