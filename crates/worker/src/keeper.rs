//! The actor that knows what the browser does not keep: such files are remembered as long as the page is open, by each
//! worker that may read them.

use port::{Answer, Request};

use crate::actor::{Actor, Beside, Effect, Event, Now, Whom};

/// The most that is remembered, in bytes; what was written first goes first.
const MOST: usize = 256 << 20;

/// One that remembers.
#[derive(Default)]
pub struct Keeper {
    /// What the browser does not keep, in the order in which it was written.
    remembered: Vec<(String, Vec<u8>)>,
    /// What is being written, in the order in which it was begun.
    writing: Vec<(String, Vec<u8>)>,
    /// The other workers that this one has started.
    others: Vec<Whom>,
}

impl Keeper {
    /// What a file holds, if it is remembered.
    #[must_use]
    pub fn remembered(&self, name: &str) -> Option<&[u8]> {
        self.remembered.iter().find(|(own, _)| own == name).map(|(_, bytes)| &bytes[..])
    }

    /// Takes in that a file is about to be written.
    pub fn begin(&mut self, name: &str, bytes: &[u8]) {
        self.writing.push((name.to_owned(), bytes.to_vec()));
    }

    /// Forgets a file.
    pub fn forget(&mut self, name: &str) {
        self.remembered.retain(|(own, _)| own != name);
    }

    /// Takes in that another worker has been started: it is told all that is remembered.
    pub fn meet(&mut self, whom: Whom) -> Vec<Effect> {
        if !self.others.contains(&whom) {
            self.others.push(whom);
        }
        self.remembered.iter().map(|(name, bytes)| hold(whom, name, bytes)).collect()
    }

    /// Takes in that another worker has been let go of.
    pub fn leave(&mut self, whom: Whom) {
        self.others.retain(|other| *other != whom);
    }

    fn remember(&mut self, name: &str, bytes: Vec<u8>) {
        self.forget(name);
        self.remembered.push((name.to_owned(), bytes));
        while self.remembered.len() > 1 && self.remembered.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > MOST {
            self.remembered.remove(0);
        }
    }
}

/// Tells another worker of a file.
fn hold(whom: Whom, name: &str, bytes: &[u8]) -> Effect {
    Effect::Tell(whom, Request::Hold(name.to_owned()), Beside::Bytes(bytes.to_vec()))
}

impl Actor for Keeper {
    fn on(&mut self, event: Event, _: Now) -> Vec<Effect> {
        match event {
            Event::Written(name, kept) => {
                let place = self.writing.iter().position(|(own, _)| *own == name);
                let Some((_, bytes)) = place.map(|place| self.writing.remove(place)) else { return vec![] };
                match kept {
                    Ok(()) => {
                        self.forget(&name);
                        vec![]
                    }
                    Err(why) => {
                        let mut effects: Vec<_> = self.others.iter().map(|whom| hold(*whom, &name, &bytes)).collect();
                        let said = Answer::Hold(name.clone(), why);
                        effects.push(Effect::Say(0, said, Beside::Bytes(bytes.clone())));
                        self.remember(&name, bytes);
                        effects
                    }
                }
            }
            Event::Asked(_, Request::Hold(name), Beside::Bytes(bytes)) => {
                self.remember(&name, bytes);
                vec![]
            }
            Event::Heard(_, Answer::Hold(name, why), Beside::Bytes(bytes)) => {
                self.remember(&name, bytes.clone());
                vec![Effect::Say(0, Answer::Hold(name, why), Beside::Bytes(bytes))]
            }
            _ => vec![],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use engine::trace::CellKind;

    const OTHER: Whom = Whom::Trainer(CellKind::Rnn);

    fn written(kept: Result<(), String>) -> Event {
        Event::Written("progress".to_owned(), kept)
    }

    #[test]
    fn what_the_browser_does_not_keep_is_remembered_and_told_to_all() {
        let mut trial = Trial::of(Keeper::default());
        assert_eq!(trial.actor.meet(OTHER), []);
        trial.actor.begin("progress", &[1, 2]);
        let done = trial.give(written(Err("the disk is full".to_owned())));
        let said = Answer::Hold("progress".to_owned(), "the disk is full".to_owned());
        assert_eq!(done, [hold(OTHER, "progress", &[1, 2]), Effect::Say(0, said, Beside::Bytes(vec![1, 2]))]);
        assert_eq!(trial.actor.remembered("progress"), Some(&[1, 2][..]));
        let late = Whom::Helper(1);
        assert_eq!(trial.actor.meet(late), [hold(late, "progress", &[1, 2])], "who comes later is told, too");
        assert_eq!(trial.give(written(Err("again".to_owned()))), [], "a word that comes twice is one");
    }

    #[test]
    fn what_is_kept_after_all_is_remembered_no_more() {
        let mut trial = Trial::of(Keeper::default());
        for kept in [Err("full".to_owned()), Ok(())] {
            trial.actor.begin("progress", &[1]);
            trial.give(written(kept));
        }
        assert_eq!(trial.actor.remembered("progress"), None);
    }

    #[test]
    fn two_writings_of_one_file_are_told_apart() {
        let mut trial = Trial::of(Keeper::default());
        trial.actor.begin("progress", &[1]);
        trial.actor.begin("progress", &[2]);
        trial.give(written(Err(String::new())));
        assert_eq!(trial.actor.remembered("progress"), Some(&[1][..]));
        trial.give(written(Err(String::new())));
        assert_eq!(trial.actor.remembered("progress"), Some(&[2][..]));
    }

    #[test]
    fn what_another_does_not_keep_is_remembered_and_passed_on() {
        let mut trial = Trial::of(Keeper::default());
        let bytes = || Beside::Bytes(vec![5]);
        trial.give(Event::Asked(0, Request::Hold("a".to_owned()), bytes()));
        assert_eq!(trial.actor.remembered("a"), Some(&[5][..]));
        let said = Answer::Hold("b".to_owned(), "why".to_owned());
        assert_eq!(trial.give(Event::Heard(OTHER, said.clone(), bytes())), [Effect::Say(0, said, bytes())]);
        assert_eq!(trial.actor.remembered("b"), Some(&[5][..]));
        assert_eq!(
            trial.give(Event::Asked(0, Request::Hold("c".to_owned()), Beside::Nothing)),
            [],
            "without its bytes"
        );
        trial.actor.leave(OTHER);
        trial.actor.begin("d", &[]);
        assert!(!trial.give(written(Err(String::new()))).iter().any(|effect| matches!(effect, Effect::Tell(..))));
    }

    #[test]
    fn the_oldest_goes_where_too_much_is_remembered() {
        let mut keeper = Keeper::default();
        keeper.remember("old", vec![0; MOST / 2 + 1]);
        keeper.remember("new", vec![0; MOST / 2 + 1]);
        assert!(keeper.remembered("old").is_none() && keeper.remembered("new").is_some());
    }
}
