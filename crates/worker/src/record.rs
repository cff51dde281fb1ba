//! A file that every tab adds to: under a lock it is read before it is written, so that what another tab has kept
//! meanwhile stays.

use crate::actor::{Effect, Event};

/// Such a file, and what is being done with it.
#[derive(Debug)]
pub struct Record {
    name: &'static str,
    doing: Doing,
    /// Something has come to be kept since it was read.
    due: bool,
    /// What others have kept is to be forgotten.
    anew: bool,
}

/// What is being done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Nothing,
    Locking,
    Reading,
    Writing,
}

/// What follows from an event.
#[derive(Debug, PartialEq)]
pub enum Step {
    /// Nothing: it is not about this, or changes nothing.
    Nothing,
    /// This is to be done.
    Do(Vec<Effect>),
    /// What the file holds is to be taken in; then [`Record::write`] is to be called.
    Merge(Option<Vec<u8>>),
    /// Nothing of what the file holds counts; [`Record::write`] is to be called.
    Replace,
}

impl Record {
    /// A file by its name.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name, doing: Doing::Nothing, due: false, anew: false }
    }

    /// Has what is known kept, beside what others have kept.
    pub fn keep(&mut self) -> Vec<Effect> {
        self.due = true;
        self.begin()
    }

    /// Has what is known kept, in the place of what others have kept.
    pub fn replace(&mut self) -> Vec<Effect> {
        self.anew = true;
        self.keep()
    }

    fn begin(&mut self) -> Vec<Effect> {
        if self.doing != Doing::Nothing || !self.due {
            return vec![];
        }
        self.doing = Doing::Locking;
        vec![Effect::Lock(self.name.to_owned())]
    }

    /// Takes an event in.
    pub fn on(&mut self, event: &Event) -> Step {
        match (self.doing, event) {
            (Doing::Locking, Event::Locked(name)) if name == self.name => {
                if std::mem::take(&mut self.anew) {
                    return Step::Replace;
                }
                self.doing = Doing::Reading;
                Step::Do(vec![Effect::Read(name.clone())])
            }
            (Doing::Reading, Event::Read(name, bytes)) if name == self.name => Step::Merge(bytes.clone()),
            (Doing::Writing, Event::Written(name, _)) if name == self.name => {
                self.doing = Doing::Nothing;
                let mut effects = vec![Effect::Unlock(name.clone())];
                effects.extend(self.begin());
                Step::Do(effects)
            }
            _ => Step::Nothing,
        }
    }

    /// Writes what is known by now.
    pub fn write(&mut self, bytes: Vec<u8>) -> Effect {
        self.doing = Doing::Writing;
        self.due = false;
        Effect::Write(self.name.to_owned(), bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "progress";

    fn locked() -> Event {
        Event::Locked(NAME.to_owned())
    }

    fn read() -> Event {
        Event::Read(NAME.to_owned(), Some(vec![1]))
    }

    fn written() -> Event {
        Event::Written(NAME.to_owned(), Err("full".to_owned()))
    }

    #[test]
    fn a_file_is_read_under_a_lock_before_it_is_written_and_let_go_of_after() {
        let mut record = Record::new(NAME);
        assert_eq!(record.keep(), [Effect::Lock(NAME.to_owned())]);
        assert_eq!(record.keep(), [], "it is under way");
        assert_eq!(record.on(&locked()), Step::Do(vec![Effect::Read(NAME.to_owned())]));
        assert_eq!(record.on(&read()), Step::Merge(Some(vec![1])));
        assert_eq!(record.write(vec![1, 2]), Effect::Write(NAME.to_owned(), vec![1, 2]));
        assert_eq!(record.on(&written()), Step::Do(vec![Effect::Unlock(NAME.to_owned())]), "though the disk is full");
    }

    #[test]
    fn what_comes_to_be_kept_while_it_is_written_is_kept_next() {
        let mut record = Record::new(NAME);
        record.keep();
        record.on(&locked());
        record.on(&read());
        record.write(vec![]);
        assert_eq!(record.keep(), []);
        let next = vec![Effect::Unlock(NAME.to_owned()), Effect::Lock(NAME.to_owned())];
        assert_eq!(record.on(&written()), Step::Do(next));
    }

    #[test]
    fn what_others_kept_is_passed_over_once_where_it_is_to_be_forgotten() {
        let mut record = Record::new(NAME);
        record.replace();
        assert_eq!(record.on(&locked()), Step::Replace);
        record.write(vec![]);
        record.on(&written());
        record.keep();
        assert_eq!(record.on(&locked()), Step::Do(vec![Effect::Read(NAME.to_owned())]));
    }

    #[test]
    fn what_comes_twice_out_of_turn_or_of_another_file_changes_nothing() {
        let mut record = Record::new(NAME);
        for event in [locked(), read(), written()] {
            assert_eq!(record.on(&event), Step::Nothing, "{event:?}");
        }
        record.keep();
        assert_eq!(record.on(&Event::Locked("sweeps".to_owned())), Step::Nothing);
        record.on(&locked());
        assert_eq!(record.on(&locked()), Step::Nothing);
        assert_eq!(record.on(&written()), Step::Nothing);
    }
}
