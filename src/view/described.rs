//! What can be seen at this moment, in two sentences, for those who do not see it.

use leptos::prelude::*;

use engine::trace::{CellKind, Pass};
use model::command::View;
use model::settings::Settings;
use words::format::{Digits, Group, Measure};
use words::laboratory::words;
use words::{fill, format, start, training};

use super::describe;
use super::store::{Store, in_view, learns};
use super::way_back::WayBack;

/// Both sentences; none where a view is text that is read.
fn seen(store: Store) -> Option<String> {
    match in_view(store) {
        _ if learns(store) => Some(lab(store)),
        View::Start => Some(begin(store)),
        View::Lab => Some(lab(store)),
        View::Train => Some(train(store)),
        _ => None,
    }
}

/// What is left of the gradient at a step, in all cells.
fn left(store: Store, step: usize) -> String {
    let shares = store.run.with(|run| CellKind::ALL.map(|cell| run.lane(cell).reach.get(step).copied().unwrap_or(0.0)));
    let group = Group::new(Measure::Share, shares);
    let each =
        CellKind::ALL.map(|cell| format!("{} {}", cell.name(), group.write(shares[cell as usize], Digits::Headline)));
    fill(words().seen_left, &[("place", &describe::place(store, step)), ("shares", &each.join(", "))])
}

fn begin(store: Store) -> String {
    let mark = store.settings.with(Settings::mark_step);
    let shares =
        store.run.with(|run| CellKind::ALL.map(|cell| run.lane(cell).reach.get(mark).copied().unwrap_or(f64::NAN)));
    let verdict = start::verdict(&CellKind::ALL.map(|cell| (cell.name(), shares[cell as usize])));
    format!("{} {verdict}", left(store, mark))
}

fn lab(store: Store) -> String {
    // What a question veils is not said, either.
    let tells = store.level().has_gradient() && !store.veils_something();
    let left = if tells { left(store, store.cursor.get()) } else { String::new() };
    let (at, focus) = (store.playhead.get(), store.focus.get());
    let way = if at.pass == Pass::Backward { words().seen_back } else { words().seen_read };
    let place = describe::place(store, at.step);
    format!("{left} {}", fill(way, &[("place", &place), ("focus", &describe::focus(store, focus))])).trim().to_owned()
}

fn train(store: Store) -> String {
    let lane = |cell: CellKind| {
        store.training.lanes[cell as usize].with(|lane| {
            let lane = lane.as_ref()?;
            let at = training::progress(lane.progress.step, lane.progress.all);
            let loss = lane.numbers.loss.map(|loss| format!(", {}", training::loss_is(&format::number(loss))));
            Some(format!("{}: {at}{}.", cell.name(), loss.unwrap_or_default()))
        })
    };
    let standing = if store.training.is_on() { training::words().has_begun } else { training::words().rests };
    let lanes: Vec<String> = CellKind::ALL.into_iter().filter_map(lane).collect();
    format!("{} {standing}", lanes.join(" "))
}

/// Shows it, and has it said, each time a person asks.
pub fn follow(store: Store, way: WayBack) {
    Effect::new(move |before: Option<()>| {
        let asked = store.asked.get();
        if let Some(seen) = (before.is_some() || asked > 0).then(|| untrack(|| seen(store))).flatten() {
            way.show(&seen);
        }
    });
}
