//! Tests of the trainer: it gets events one by one, and what it has done is looked at. `cargo test` alone reads them.

use super::*;
use crate::trial::{Trial, said, state};
use measure::training::{Ahead, Showing};

const RUN: &str = "view=train&task=adding&t_knob=10&t_units=4&t_batch=4&t_steps=120";

fn order(fragment: &str, number: u32, order: Order) -> Event {
    let request = Request::Train(Cell(CellKind::Gru), Settled(state(fragment)), number, order);
    Event::Asked(0, request, Beside::Nothing)
}

fn trial() -> Trial<Trainer> {
    Trial::of(Trainer::new(true))
}

/// The step that the run has come to.
fn step(trial: &Trial<Trainer>) -> usize {
    trial.actor.session.as_ref().map_or(0, |session| session.record.step)
}

/// What it says last of itself: its order's number, and whether it trains.
fn standing(effects: &[Effect]) -> Option<(u32, bool)> {
    let lane = |answer: &&Answer| if let Answer::Lane(lane) = answer { Some((lane.order, lane.running)) } else { None };
    said(effects).iter().filter_map(lane).next_back()
}

fn file() -> String {
    Setup::new(&state(RUN).settings, &Sets::default()).0.file(CellKind::Gru)
}

#[test]
fn an_order_waits_until_what_was_kept_has_been_read() {
    let mut trial = trial();
    trial.stuck = true;
    let done = trial.give(order(RUN, 1, Order::Start));
    assert_eq!(done, [Effect::Read(file())]);
    assert_eq!(trial.give(order(RUN, 2, Order::Pause)), []);
    let done = trial.give(Event::Read(file(), None));
    assert_eq!(standing(&done), Some((2, false)), "one after the other, the last one counts");
}

#[test]
fn it_trains_in_slices_keeps_what_it_has_at_the_end_and_goes_on_from_there() {
    let mut trial = trial();
    assert_eq!(standing(&trial.give(order(RUN, 1, Order::Start))), Some((1, true)));
    trial.run_out();
    assert_eq!(step(&trial), 120);
    assert_eq!(standing(&trial.done), Some((1, false)), "it says that it has come to its end");
    assert!(trial.files.contains_key(&file()));
    let locks = trial.done.iter().filter(|effect| matches!(effect, Effect::Lock(_))).count();
    let unlocks = trial.done.iter().filter(|effect| matches!(effect, Effect::Unlock(_))).count();
    assert!(locks > 0 && locks == unlocks, "{locks} locks, {unlocks} let go");
    let mut next = Trial { files: trial.files, ..Trial::of(Trainer::new(true)) };
    next.give(order(RUN, 1, Order::Attend));
    assert_eq!(step(&next), 120, "a new worker goes on from what was kept");
}

#[test]
fn an_order_that_comes_twice_changes_nothing() {
    let mut trial = trial();
    trial.give(order(RUN, 1, Order::Start));
    trial.give(order(RUN, 1, Order::Start));
    assert_eq!(trial.slices, 1, "one slice is asked for, not two");
    trial.give(order(RUN, 2, Order::Pause));
    trial.give(order(RUN, 2, Order::Pause));
    trial.slice();
    assert_eq!(step(&trial), 0, "a slice that was on its way makes no step after a pause");
}

#[test]
fn what_comes_for_another_file_or_too_late_changes_nothing() {
    let mut trial = trial();
    trial.give(order(RUN, 1, Order::Step));
    let before = step(&trial);
    for event in [
        Event::Read(file(), Some(vec![1, 2, 3])),
        Event::Read("another".to_owned(), None),
        Event::Locked(file()),
        Event::Head(file(), None),
        Event::Written(file(), Ok(())),
        Event::Fetched("another".to_owned(), Ok(String::new())),
    ] {
        assert_eq!(trial.give(event.clone()), [], "{event:?}");
    }
    assert_eq!(step(&trial), before);
}

#[test]
fn a_file_that_is_not_this_runs_is_no_run() {
    let mut trial = trial();
    trial.files.insert(file(), vec![7; 5000]);
    let done = trial.give(order(RUN, 1, Order::Attend));
    assert_eq!((step(&trial), trial.actor.kept_step), (0, None));
    let unread = |answer: &&Answer| match answer {
        Answer::Lane(Lane { lane: Some(lane), .. }) => lane.progress.unread,
        _ => None,
    };
    assert_eq!(said(&done).iter().filter_map(unread).next_back(), Some(Unread::Format), "it is told");
    trial.give(order(RUN, 2, Order::Step));
    assert_eq!((trial.actor.kept_step, trial.actor.unread), (Some(1), None), "until it is replaced");
}

#[test]
fn where_writing_never_ends_it_trains_on_and_one_run_waits() {
    let mut trial = trial();
    trial.give(order(RUN, 1, Order::Start));
    trial.stuck = true;
    trial.run_out();
    assert_eq!(step(&trial), 120);
    let locks = trial.done.iter().filter(|effect| matches!(effect, Effect::Lock(_))).count();
    assert_eq!(locks, 1, "what is due next waits");
}

#[test]
fn where_the_disk_is_full_it_trains_on() {
    let mut trial = trial();
    trial.full = true;
    trial.give(order(RUN, 1, Order::Start));
    trial.run_out();
    assert_eq!((step(&trial), standing(&trial.done)), (120, Some((1, false))));
    assert!(trial.done.iter().any(|effect| matches!(effect, Effect::Unlock(_))), "the file is let go");
}

#[test]
fn what_another_tab_brought_farther_stays() {
    let mut far = trial();
    far.give(order(RUN, 1, Order::Start));
    far.run_out();
    let mut near = trial();
    near.give(order(RUN, 1, Order::Step));
    near.files = far.files;
    let before = near.files.clone();
    near.give(order(RUN, 2, Order::Step));
    assert_eq!(near.files, before);
    assert_eq!((step(&near), near.actor.kept_step), (2, Some(120)));
}

#[test]
fn what_is_begun_anew_is_not_written_after() {
    let mut trial = trial();
    trial.give(order(RUN, 1, Order::Step));
    trial.stuck = true;
    trial.give(order(RUN, 2, Order::Step));
    trial.give(order(RUN, 3, Order::Stop));
    trial.stuck = false;
    // The lock that the second step waited for.
    trial.give(Event::Locked(file()));
    assert!(!trial.files.contains_key(&file()), "what was kept is forgotten last");
    assert_eq!(step(&trial), 0);
}

#[test]
fn data_that_cannot_be_had_is_told_and_asked_for_again() {
    let own = "view=train&task=own_text&t_own=own-text-0000000000000001";
    let mut trial = trial();
    let done = trial.give(order(own, 1, Order::Start));
    assert!(done.contains(&Effect::Fetch("own-text-0000000000000001".to_owned())), "{done:?}");
    let absent = RunState::NoData(NoData::Absent("own-text-0000000000000001".to_owned()));
    assert!(said(&done).contains(&&Answer::Training(Cell(CellKind::Gru), absent)), "{done:?}");
    assert_eq!(standing(&done), Some((1, false)), "it does not train");
    trial.sets.insert("own-text-0000000000000001".to_owned(), "to be or not to be. ".repeat(60));
    let done = trial.give(order(own, 2, Order::Attend));
    assert_eq!(standing(&done), Some((2, false)), "the data is here");
}

#[test]
fn a_start_is_not_forgotten_while_data_is_fetched() {
    let own = "view=train&task=own_text&t_own=own-text-0000000000000002";
    let mut trial = trial();
    trial.stuck = true;
    trial.give(order(own, 1, Order::Start));
    trial.give(order(own, 2, Order::Attend));
    trial.stuck = false;
    let text = "so long as men can breathe or eyes can see. ".repeat(60);
    let done = trial.give(Event::Fetched("own-text-0000000000000002".to_owned(), Ok(text)));
    assert_eq!(standing(&done), Some((2, true)));
}

#[test]
fn what_one_has_fetched_another_fetches_for_itself() {
    let own = "view=train&task=own_text&t_own=own-text-0000000000000005";
    let file = "own-text-0000000000000005".to_owned();
    for _ in 0..2 {
        let mut trial = trial();
        trial.sets.insert(file.clone(), "to be or not to be. ".repeat(60));
        let done = trial.give(order(own, 1, Order::Attend));
        assert!(done.contains(&Effect::Fetch(file.clone())), "{done:?}");
        let done = trial.give(order(own, 2, Order::Attend));
        assert!(!done.contains(&Effect::Fetch(file.clone())), "once is enough");
    }
}

const PARTS: &str = "view=train&task=adding&t_knob=10&t_units=4&t_batch=32&t_steps=120&t_parts=2";

/// Takes the question to a helper out of what was done.
fn asked(done: &[Effect]) -> Option<(Whom, Request, Beside)> {
    done.iter().find_map(|effect| match effect {
        Effect::Ask(whom, request, beside) => Some((*whom, request.clone(), beside.clone())),
        _ => None,
    })
}

/// What a helper answers.
fn answered(request: Request, beside: Beside) -> (Answer, Beside) {
    let mut helper = Trial::of(helper::Helper::default());
    match helper.give(Event::Asked(1, request, beside)).remove(0) {
        Effect::Say(1, answer, beside) => (answer, beside),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_step_in_parts_is_made_with_the_last_share_and_each_counts_once() {
    let mut trial = trial();
    trial.give(order(PARTS, 1, Order::Start));
    let (whom, request, beside) = asked(&trial.slice()).expect("a helper is asked");
    let (answer, share) = answered(request, beside);
    trial.slice();
    assert_eq!(step(&trial), 0, "its own part alone makes no step");
    trial.give(Event::Heard(whom, answer.clone(), share.clone()));
    assert_eq!(step(&trial), 1);
    trial.slice();
    trial.give(Event::Heard(whom, answer, share));
    assert_eq!(step(&trial), 1, "a share that comes twice belongs to no step");
}

#[test]
fn a_share_of_a_step_that_was_let_go_of_belongs_to_none() {
    let mut trial = trial();
    trial.give(order(PARTS, 1, Order::Start));
    let (whom, request, beside) = asked(&trial.slice()).expect("a helper is asked");
    let (answer, share) = answered(request, beside);
    let done = trial.give(order(PARTS, 2, Order::Start));
    assert!(done.contains(&Effect::Forget(whom)));
    trial.give(Event::Heard(whom, answer, share));
    assert_eq!(step(&trial), 0);
}

#[test]
fn without_its_helper_it_makes_the_same_steps_alone() {
    let losses = |trial: &Trial<Trainer>| trial.actor.session.as_ref().map(|session| session.record.last);
    let mut helped = trial();
    helped.give(order(PARTS, 1, Order::Start));
    while step(&helped) < 3 {
        let done = helped.slice();
        if let Some((whom, request, beside)) = asked(&done) {
            let (answer, share) = answered(request, beside);
            helped.give(Event::Heard(whom, answer, share));
        }
    }
    for lost in [
        Event::Became(Whom::Helper(1), Phase::Failed { cause: "gone".to_owned(), owed: true }),
        Event::Heard(
            Whom::Helper(1),
            Answer::Share(Asked { turn: 1, part: 1, step: 0, reach: false }, vec![]),
            Beside::Nothing,
        ),
    ] {
        let mut alone = trial();
        alone.give(order(PARTS, 1, Order::Start));
        alone.slice();
        alone.give(lost);
        // The clock moves a millisecond a look: a slice makes a few steps.
        alone.give(order(PARTS, 2, Order::Pause));
        while step(&alone) < 3 {
            alone.give(order(PARTS, 3, Order::Step));
        }
        assert_eq!(losses(&alone), losses(&helped));
    }
}

#[test]
fn it_says_no_more_until_what_it_said_is_on_the_page() {
    let mut trial = trial();
    trial.give(order(RUN, 1, Order::Start));
    trial.clock.pass(1000.0);
    assert_eq!(standing(&trial.slice()), None, "the page has not shown the last word");
    trial.give(order(RUN, 1, Order::Seen));
    trial.clock.pass(1000.0);
    assert_eq!(standing(&trial.slice()), Some((1, true)));
}

#[test]
fn forecasts_several_steps_ahead_are_told_once_they_are_looked_at() {
    let mut trial = trial();
    let run = "view=train&task=market&t_units=4&t_batch=4&t_steps=20";
    let ahead = |done: &[Effect]| {
        let lane = |answer: &&Answer| if let Answer::Lane(Lane { lane, .. }) = answer { lane.clone() } else { None };
        let Some(Showing::Forecast(own)) =
            said(done).iter().filter_map(lane).next_back().map(|lane| lane.example.shown)
        else {
            panic!("a forecast")
        };
        own.ahead
    };
    assert_eq!(ahead(&trial.give(order(run, 1, Order::Step))), Ahead::Unseen);
    let looked_at = format!("{run}&t_ahead=yes");
    let Ahead::Paths(paths) = ahead(&trial.give(order(&looked_at, 2, Order::Attend))) else { panic!("paths") };
    assert_eq!((paths.steps, step(&trial)), (30, 1), "the run goes on as it was");
    assert_eq!(ahead(&trial.give(order(run, 3, Order::Attend))), Ahead::Unseen);
}
