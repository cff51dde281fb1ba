//! What is said of training to those who do not see it: that it begins, rests, ends or fails; never a number that runs.

use leptos::prelude::*;

use engine::trace::CellKind;
use kit::Status as Announcer;
use measure::training::{LaneData, RunState, Status, Verdict};
use words::training::{self, words};

use super::brought::OwnSignals;
use super::numbers::verdict;
use super::run::state;
use super::told::{fault, note};
use crate::view::store::Store;

/// What is to be said of a lane: that it is solved, and how it ended.
fn of_lane(lane: &LaneData) -> Option<String> {
    let ended = match lane.progress.status {
        Status::Open => None,
        Status::Done => Some(training::done(lane.progress.step)),
        Status::Reached => Some(training::reached(lane.progress.step)),
        Status::Stalled => Some(training::stalled(lane.progress.step)),
        Status::Diverged(step) => Some(training::diverged(step)),
    };
    let solved = matches!(lane.numbers.verdict, Verdict::Solved(_) | Verdict::Beats(_) | Verdict::TooLarge);
    let solved = solved.then(|| verdict(lane.numbers.verdict));
    let all: Vec<String> = solved.into_iter().chain(ended).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// Has all of that said, once each time it changes.
pub fn announce(store: Store, announcer: Announcer) {
    let each = CellKind::ALL.map(|cell| {
        let (lane, told) = (store.training.lanes[cell as usize], store.training.states[cell as usize]);
        Memo::new(move |_| {
            // That data is fetched passes at once, in all three cells.
            let lasts = |told: &&RunState| !matches!(told, RunState::Fetching);
            let told = told.with(|told| told.as_ref().filter(lasts).map(|told| state(cell, told)));
            let lane = lane.with(|lane| lane.as_ref().and_then(of_lane));
            told.filter(|told| !told.is_empty()).or(lane).map(|what| training::said_of(cell.name(), &what))
        })
    });
    let on = Memo::new(move |_| store.training.is_on());
    let said = Memo::new(move |_| {
        let begun = if on.get() { words().has_begun } else { words().rests };
        let cells: Vec<String> = each.iter().filter_map(|own| own.get()).collect();
        (begun, cells.join(". "))
    });
    Effect::new(move |before: Option<(&'static str, String)>| {
        let now = said.get();
        match before {
            Some((begun, cells)) if begun == now.0 && cells != now.1 && !now.1.is_empty() => {
                announcer.say(now.1.clone())
            }
            Some((begun, _)) if begun != now.0 => announcer.say(format!("{} {}", now.0, now.1)),
            // What stands there as the view opens is read with it.
            _ => {}
        }
        now
    });
    let signals: OwnSignals = expect_context();
    Effect::new(move |before: Option<()>| {
        let own = signals.own.get();
        let said = own.map(|checked| match checked {
            Ok(good) => good.notes.iter().map(note).collect::<Vec<_>>().join(" "),
            Err(wrong) => fault(&wrong),
        });
        if let (Some(()), Some(said)) = (before, said) {
            announcer.say(said);
        }
    });
}
