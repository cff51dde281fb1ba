//! The film of a training run, as far as it has come; and its curves as a table.

use leptos::prelude::*;

use figures::Palette;
use figures::film::{CourseOf, Film, Told, course};
use kit::Button;
use measure::training::{LaneData, curves};
use words::figures::take_source;
use words::film::{self as told, words};
use words::format::{Digits, Group, Measure};

use super::Filming;
use crate::view::live::{shows, text};
use crate::view::save::save;
use crate::view::store::{Store, address};
use crate::view::train;

/// The loss of a lane at a training step: of the last sample until then, or the first.
fn loss(lane: Option<&LaneData>, step: f64) -> f64 {
    let samples = lane.map(|lane| &lane.losses.samples[..]).unwrap_or_default();
    let until = samples.partition_point(|own| own.step <= step).max(1);
    samples.get(until - 1).map_or(f64::NAN, |own| own.mean)
}

fn film(store: Store, palette: &Palette) -> Option<Film> {
    let lanes = store.training.lanes.map(|lane| lane.get());
    let all = lanes.iter().flatten();
    let made = all.flat_map(|lane| lane.losses.samples.last()).map(|own| own.step).fold(0.0, f64::max);
    if made == 0.0 {
        return None;
    }
    let (losses, maps, last) = train::together(store);
    let source = take_source(&address::shared(store));
    let task = store.training.task.with(|task| task.as_ref().map_or("", |task| words::training::task(&task.key).name));
    let title = told::course_title(task);
    let of = CourseOf {
        losses: &losses,
        reach: maps.0.each_ref(),
        axes: maps.1,
        reach_title: words().reach,
        last: (last, made.min(last)),
        told: Told { title: &title, source: &source },
    };
    let tell = |step: f64| {
        let each = lanes.each_ref().map(|lane| loss(lane.as_ref(), step));
        let group = Group::new(Measure::Number, each);
        // One that has not come so far says where its loss is from.
        let said = |n: usize| {
            let written = group.write(each[n], Digits::Headline);
            let until = lanes[n].as_ref().map_or(0, |lane| lane.progress.step);
            if step.round() as usize > until { told::at_step(&written, until) } else { written }
        };
        let [rnn, lstm, gru] = [0, 1, 2].map(said);
        told::trained(step.round() as usize, &rnn, &lstm, &gru)
    };
    course(&of, tell, palette).ok()
}

/// The controls of the film, and the curves.
#[component]
pub fn CourseFilm() -> impl IntoView {
    let store: Store = expect_context();
    let status = RwSignal::new(String::new());
    let film = Callback::new(move |palette: Palette| untrack(|| film(store, &palette)));
    let take = move |()| {
        let lanes = store.training.lanes.map(|lane| lane.get_untracked());
        let rows = curves(lanes.iter().flatten());
        let name = "unrolled-training.csv";
        status.set(match save(name, &rows) {
            Some(()) => words::along::saved(name),
            None => words::along::words().failed.to_owned(),
        });
    };
    view! {
        <div class="along">
            <h3>{words::along::words().title}</h3>
            <p class="read">{words().curves}</p>
            <div class="along-row">
                <Button label=words().curves_csv press=Callback::new(take) />
            </div>
            <p class="read" role="status" use:shows=text(move || status.get())></p>
        </div>
        <Filming title=words().course name="unrolled-training" film />
    }
}
