//! How a cell's run stands: how far it is, and what is to be told of it.

use leptos::prelude::*;

use engine::trace::CellKind;
use kit::{Button, Progress as Part, ProgressLine};
use measure::training::{LaneData, NoData, Progress, RunState, Status, Unread};
use model::command::TrainCommand;
use model::keys::Key;
use words::format::{self, Digits, Group, Measure};
use words::training::{self, words};

use crate::view::live::{part, shows, text};
use crate::view::store::Store;

/// How far a run is, in a few words.
fn far(of: &Progress) -> String {
    if of.too_large.is_some() {
        return words().too_large_short.to_owned();
    }
    let said = match of.status {
        Status::Open => training::progress(of.step, of.all),
        Status::Done => training::done(of.step),
        Status::Reached => training::reached(of.step),
        Status::Stalled => training::stalled(of.step),
        Status::Diverged(step) => training::diverged(step),
    };
    match of.speed.filter(|_| of.running && of.status == Status::Open) {
        Some(speed) => {
            let seconds = of.all.saturating_sub(of.step) as f64 * speed / 1000.0;
            let time = Group::new(Measure::Seconds, [seconds.max(1.0)]).write(seconds.max(1.0), Digits::Headline);
            format!("{said} · {}", training::time_left(&time))
        }
        None => said,
    }
}

/// What else is to be told of a run, a sentence each; losses in the unit of those of all three.
fn notes(cell: CellKind, of: &Progress, losses: &Group) -> Vec<String> {
    let words = words();
    let test = of.test.map(|(loss, right)| {
        let said = training::test(&losses.write(loss, Digits::Table));
        match right {
            Some(right) => format!("{said}, {}", training::right(&format::percent(right))),
            None => said,
        }
    });
    let diverged = matches!(of.status, Status::Diverged(_)).then(|| words.diverged_why.to_owned());
    let unread = of.unread.map(|why| if why == Unread::Format { words.kept_format } else { words.kept_damaged });
    let again = of.again.as_ref().map(|cause| training::again(cell.name(), &training::because(cause)));
    let all = [
        of.too_large.map(training::too_large),
        diverged,
        test,
        of.kept.filter(|kept| *kept > of.step).map(training::kept_farther),
        unread.map(str::to_owned),
        (!of.alone).then(|| words.here.to_owned()),
        again,
    ];
    all.into_iter().flatten().collect()
}

/// What is told where a run shows no lane.
pub fn state(cell: CellKind, of: &RunState) -> String {
    let words = words();
    match of {
        RunState::Lane(_) | RunState::Again => String::new(),
        // It is told once, beside the button that begins.
        RunState::NoData(NoData::NotBrought | NoData::Absent(_)) => String::new(),
        RunState::Fetching => words.fetching.to_owned(),
        RunState::NoData(NoData::NoModel) => words::models::words().gone.to_owned(),
        RunState::NoData(NoData::NotFetched(file, why)) => training::not_fetched(file, why),
        RunState::Awaited => training::awaited(cell.name()),
        RunState::NoWorker { times: 0, cause } => training::no_worker(cell.name(), &training::because(cause)),
        RunState::NoWorker { times, cause } => training::given_up(cell.name(), *times, &training::because(cause)),
    }
}

/// How far it is, for the line.
fn part_of(lane: Option<&LaneData>, told: Option<&RunState>) -> Part {
    let Some(LaneData { progress, .. }) = lane else {
        return if matches!(told, Some(RunState::Fetching | RunState::Awaited)) {
            Part::Unknown
        } else {
            Part::Part(0.0)
        };
    };
    let part = progress.step as f64 / progress.all.max(1) as f64;
    match progress.status {
        _ if progress.too_large.is_some() => Part::Failed(0.0),
        Status::Open => Part::Part(part),
        Status::Diverged(_) => Part::Failed(part),
        Status::Done | Status::Reached | Status::Stalled => Part::Done,
    }
}

/// A run's line, what is told below it, and what can be done about it.
#[component]
pub fn RunLine(
    /// The cell.
    cell: CellKind,
) -> impl IntoView {
    let store: Store = expect_context();
    let (lane, told) = (store.training.lanes[cell as usize], store.training.states[cell as usize]);
    let progress = Memo::new(move |_| lane.with(|lane| lane.as_ref().map(|lane| lane.progress.clone())));
    let shown = text(move || progress.with(|own| own.as_ref().map(far).unwrap_or_default()));
    let line = Signal::derive(move || told.with(|told| lane.with(|lane| part_of(lane.as_ref(), told.as_ref()))));
    let notes = Memo::new(move |_| {
        let of_state = told.with(|told| told.as_ref().map(|told| state(cell, told)));
        let tests = store.training.lanes.map(|lane| lane.with(|lane| Some(lane.as_ref()?.progress.test?.0)));
        let losses = Group::new(Measure::Number, tests.into_iter().flatten());
        let of_run = progress.with(|own| own.as_ref().map(|own| notes(cell, own, &losses))).unwrap_or_default();
        of_state.into_iter().chain(of_run).filter(|note| !note.is_empty()).collect::<Vec<_>>()
    });
    let note = move |place: usize| {
        view! { <p class="note" use:shows=text(move || notes.with(|notes| notes.get(place).cloned().unwrap_or_default()))></p> }
    };
    let again = Memo::new(move |_| {
        told.with(|told| matches!(told, Some(RunState::NoWorker { .. } | RunState::NoData(NoData::NotFetched(..)))))
    });
    let retry = move || {
        again.get().then(|| {
            let press = Callback::new(move |()| store.train(TrainCommand::TryAgain));
            view! { <Button label=words().try_again press /> }
        })
    };
    // Clipping, where there is none, and a smaller rate.
    let cures = Memo::new(move |_| {
        progress.with(|own| {
            let own = own.as_ref().filter(|own| matches!(own.status, Status::Diverged(_)))?;
            Some((own.clip == 0.0, format!("{:e}", own.rate / 10.0)))
        })
    });
    let cure = move || {
        cures.get().map(|(clips, slower)| {
            let clip = Callback::new(move |()| store.choose_key(Key::Clip, "1"));
            let slow = Callback::new(move |()| store.choose_key(Key::Rate, &slower));
            view! {
                {clips.then(|| view! { <Button label=words().with_clip press=clip /> })}
                <Button label=words().lower_rate press=slow />
            }
        })
    };
    let of = move |tell: fn(&Progress) -> String| progress.with(|own| own.as_ref().map(tell));
    view! {
        <div class="train-run" id=format!("train-{}-progress", cell.key()) data-cell=cell.key()>
            <div
                data-step=move || of(|own| own.step.to_string())
                data-running=move || of(|own| own.running.to_string())
                data-kept=move || of(|own| own.kept.map(|kept| kept.to_string()).unwrap_or_default())
            >
                <ProgressLine label=text(move || cell.name()) progress=line shown />
                <For each=move || 0..notes.with(Vec::len) key=|place| *place children=note />
                {part(retry)}
                {part(cure)}
            </div>
        </div>
    }
}
