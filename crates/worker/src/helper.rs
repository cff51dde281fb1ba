//! The actor that works out a part of each batch, for one that trains. It follows that one's run by the numbers that come
//! with each step.

use engine::trace::CellKind;
use learn::task::Sets;
use learn::training::{Session, Setup, Share};
use model::settings::State;
use port::{Answer, Asked, Cell, Request, Settled};

use crate::actor::{Actor, Beside, Effect, Event, Now};

/// What is asked for: the request's number, the cell, the settings, the share, and the network's numbers.
type Wanted = (u32, CellKind, Box<State>, Asked, Vec<f32>);

/// One that helps.
#[derive(Default)]
pub struct Helper {
    /// The data that has been fetched.
    sets: Sets,
    session: Option<Session>,
    /// What waits for a set of data, and which.
    waiting: Option<(Wanted, String)>,
}

impl Helper {
    /// Works a share out; or has the data fetched first that it takes.
    fn share(&mut self, wanted: Wanted) -> Vec<Effect> {
        let (number, cell, state, asked, numbers) = &wanted;
        let (setup, _) = Setup::new(&state.settings, &self.sets);
        if let Some(file) = setup.level.missing().map(String::from) {
            let is_under_way = self.waiting.as_ref().is_some_and(|(_, other)| *other == file);
            self.waiting = Some((wanted, file.clone()));
            return if is_under_way { vec![] } else { vec![Effect::Fetch(file)] };
        }
        if self.session.as_ref().is_none_or(|session| session.setup != setup || session.cell != *cell) {
            self.session = Some(Session::new(setup, *cell));
        }
        let Some(session) = self.session.as_mut() else { return vec![] };
        if asked.part >= session.setup.ranges().len() || !session.follow(asked.step, numbers) {
            return vec![fail(words::causes::words().other_share)];
        }
        let (judged, slopes) = written(&session.share(asked.part, asked.reach));
        vec![Effect::Say(*number, Answer::Share(*asked, judged), Beside::Singles(slopes))]
    }
}

impl Actor for Helper {
    fn on(&mut self, event: Event, _: Now) -> Vec<Effect> {
        match event {
            Event::Asked(number, Request::Share(Cell(cell), Settled(state), asked), Beside::Singles(numbers)) => {
                self.share((number, cell, Box::new(state), asked, numbers))
            }
            Event::Fetched(file, text) => {
                let Some((wanted, _)) = self.waiting.take_if(|(_, other)| *other == file) else { return vec![] };
                match text {
                    Ok(text) => {
                        self.sets.bring(&file, &text);
                        self.share(wanted)
                    }
                    Err(why) => vec![fail(&why)],
                }
            }
            _ => vec![],
        }
    }
}

/// Whoever asked does not wait in vain, and goes on alone.
fn fail(why: &str) -> Effect {
    Effect::Say(0, Answer::Failed(why.to_owned()), Beside::Nothing)
}

/// Shares as they travel: of each seed the loss and the share of right answers, then the squares of the first; and the
/// slopes of all.
fn written(shares: &[Share]) -> (Vec<f64>, Vec<f32>) {
    let judged = shares.iter().flat_map(|share| [share.loss, share.right]);
    let squares = shares.first().map_or(&[][..], |share| &share.squares);
    let slopes = shares.iter().flat_map(|share| &share.slopes).copied().collect();
    (judged.chain(squares.iter().copied()).collect(), slopes)
}

/// The shares of so many seeds, from what travelled; none if it cannot be that.
#[must_use]
pub fn shares(seeds: usize, judged: &[f64], slopes: &[f32]) -> Option<Vec<Share>> {
    if seeds == 0 || judged.len() < 2 * seeds || !slopes.len().is_multiple_of(seeds) {
        return None;
    }
    let each = slopes.len() / seeds;
    let share = |seed: usize| Share {
        loss: judged[2 * seed],
        right: judged[2 * seed + 1],
        squares: if seed == 0 { judged[2 * seeds..].to_vec() } else { vec![] },
        slopes: slopes[seed * each..][..each].to_vec(),
    };
    Some((0..seeds).map(share).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, state};

    const RUN: &str = "task=adding&t_knob=10&t_units=4&t_batch=32&t_parts=2";

    fn ask(fragment: &str, number: u32, part: usize, numbers: Vec<f32>) -> Event {
        let asked = Asked { turn: 3, part, step: 0, reach: true };
        let request = Request::Share(Cell(CellKind::Rnn), Settled(state(fragment)), asked);
        Event::Asked(number, request, Beside::Singles(numbers))
    }

    fn session(fragment: &str) -> Session {
        Session::new(Setup::new(&state(fragment).settings, &Sets::default()).0, CellKind::Rnn)
    }

    fn numbers(fragment: &str) -> Vec<f32> {
        session(fragment).numbers()
    }

    #[test]
    fn a_share_is_what_the_one_that_trains_would_have_worked_out() {
        let mut trial = Trial::of(Helper::default());
        let done = trial.give(ask(RUN, 7, 1, numbers(RUN)));
        let [Effect::Say(7, Answer::Share(asked, judged), Beside::Singles(slopes))] = &done[..] else {
            panic!("{done:?}")
        };
        let mut session = session(RUN);
        assert_eq!((asked.turn, asked.part), (3, 1));
        assert_eq!(shares(1, judged, slopes), Some(session.share(1, true)));
        assert_eq!(trial.give(ask(RUN, 7, 1, numbers(RUN))), done, "asked twice, it gives the same");
    }

    #[test]
    fn who_asks_for_what_is_no_share_is_told_so() {
        for event in [ask(RUN, 1, 2, numbers(RUN)), ask(RUN, 1, 1, vec![0.0; 3])] {
            let done = Trial::of(Helper::default()).give(event);
            assert!(matches!(&done[..], [Effect::Say(0, Answer::Failed(_), _)]), "{done:?}");
        }
    }

    #[test]
    fn data_that_cannot_be_had_is_told_and_other_data_is_no_answer() {
        let own = "task=own_text&t_own=own-text-0000000000000003&t_units=4&t_batch=32&t_parts=2";
        let mut trial = Trial::of(Helper::default());
        trial.stuck = true;
        let file = "own-text-0000000000000003".to_owned();
        assert_eq!(trial.give(ask(own, 1, 0, vec![])), [Effect::Fetch(file.clone())]);
        assert_eq!(trial.give(ask(own, 2, 0, vec![])), [], "it is fetched already");
        assert_eq!(trial.give(Event::Fetched("another".to_owned(), Ok(String::new()))), []);
        let done = trial.give(Event::Fetched(file.clone(), Err("gone".to_owned())));
        assert!(matches!(&done[..], [Effect::Say(0, Answer::Failed(why), _)] if why == "gone"), "{done:?}");
        assert_eq!(trial.give(Event::Fetched(file, Err("gone".to_owned()))), [], "told once");
    }

    #[test]
    fn what_travels_is_read_back_or_refused() {
        let mut session = session(&format!("{RUN}&t_seeds=2"));
        let all = session.share(0, true);
        let (judged, slopes) = written(&all);
        assert_eq!(shares(2, &judged, &slopes), Some(all));
        assert_eq!(shares(0, &judged, &slopes), None);
        assert_eq!(shares(2, &judged[..3], &slopes), None);
        assert_eq!(shares(2, &judged, &slopes[1..]), None);
    }
}
