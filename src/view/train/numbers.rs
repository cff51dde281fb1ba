//! The numbers beside a lane's name.

use leptos::prelude::*;

use engine::trace::CellKind;
use measure::training::{LaneData, Numbers, Verdict};
use words::format::{self, Digits, Measure};
use words::training::{self, words};

use super::group::of_lanes;
use crate::view::live::{flag, shows, text};
use crate::view::store::Store;

/// What is to be said of a loss.
pub fn verdict(of: Verdict) -> String {
    let words = words();
    match of {
        Verdict::TooLarge => words.too_large_short.to_owned(),
        Verdict::Diverged => words.diverged_short.to_owned(),
        Verdict::Ready => words.ready.to_owned(),
        Verdict::Solved(step) => training::solved(step),
        Verdict::Beats(step) => training::beats(step),
        Verdict::BeatOnce(step) => training::beat_once(step),
        Verdict::Learns => words.learning.to_owned(),
        Verdict::Guesses => words.guessing.to_owned(),
    }
}

/// The loss, what is to be said of it, and what is less in sight.
#[component]
pub fn LaneNumbers(
    /// The cell.
    cell: CellKind,
) -> impl IntoView {
    let store: Store = expect_context();
    let lane = store.training.lanes[cell as usize];
    let losses = of_lanes(store, Measure::Number, |lane| lane.numbers.loss);
    let times = of_lanes(store, Measure::Seconds, |lane| lane.progress.speed.map(|speed| speed / 1000.0));
    let sizes = of_lanes(store, Measure::Bytes, |lane| Some(lane.numbers.bytes));
    let norms = of_lanes(store, Measure::Number, |lane| Some(lane.numbers.norm.0).filter(|_| lane.progress.step > 0));
    let of = move |tell: &dyn Fn(&LaneData) -> String| lane.with(|lane| lane.as_ref().map(tell).unwrap_or_default());
    let right = |numbers: &Numbers| numbers.right.map(|share| training::right(&format::percent(share)));
    let loss = move |numbers: &Numbers| numbers.loss.map(|loss| losses.get().write(loss, Digits::Table));
    let big = text(move || {
        let told = of(&|lane| {
            let numbers = &lane.numbers;
            let first = if numbers.judged_by_right { right(numbers) } else { loss(numbers) };
            first.unwrap_or_default()
        });
        if told.is_empty() { "–".to_owned() } else { told }
    });
    let is_loss = flag(move || {
        lane.with(|lane| lane.as_ref().is_some_and(|lane| lane.numbers.loss.is_some() && !lane.numbers.judged_by_right))
    });
    let exact =
        move || lane.with(|lane| lane.as_ref().and_then(|lane| lane.numbers.loss).map(|loss| format!("{loss:e}")));
    let said = text(move || match lane.with(|lane| lane.as_ref().map(|lane| lane.numbers.verdict)) {
        Some(of) => verdict(of),
        None => words().ready.to_owned(),
    });
    let size = text(move || of(&|lane| training::count_of_parameters(lane.numbers.parameters)));
    let takes = text(move || {
        of(&|lane| {
            let bytes = sizes.get().write(lane.numbers.bytes, Digits::Headline);
            match lane.progress.speed {
                Some(speed) => training::step_takes(&times.get().write(speed / 1000.0, Digits::Headline), &bytes),
                None => bytes,
            }
        })
    });
    // What is told beside, a line each: a line that has nothing to tell is not there.
    let lines: [Signal<String>; 4] = [
        text(move || {
            of(&|lane| {
                let numbers = &lane.numbers;
                let other = if numbers.judged_by_right {
                    loss(numbers).map(|loss| training::loss_is(&loss))
                } else {
                    right(numbers)
                };
                other.unwrap_or_default()
            })
        }),
        text(move || {
            of(&|lane| {
                let chance = lane.numbers.chance;
                if chance > 0.0 { training::chance(&format::percent(chance)) } else { String::new() }
            })
        }),
        text(move || {
            of(&|lane| {
                let (before, after) = lane.numbers.norm;
                let write = |x| norms.get().write(x, Digits::Headline);
                match lane.progress.step {
                    0 => String::new(),
                    _ if after < before => training::norm_clipped(&write(before), &write(after)),
                    _ => training::norm(&write(before)),
                }
            })
        }),
        text(move || {
            of(&|lane| {
                let watched = lane.numbers.validation.map(|loss| losses.get().write(loss, Digits::Table));
                watched.map(|loss| training::validation(&loss)).unwrap_or_default()
            })
        }),
    ];
    let line = |line: Signal<String>| {
        view! { <p class="train-small" hidden=flag(move || line.with(String::is_empty)) use:shows=line></p> }
    };
    view! {
        <div class="train-numbers" id=format!("train-{}-numbers", cell.key())>
            {line(size)}
            {line(takes)}
            <p class="train-big">
                <strong data-number=exact use:shows=big></strong>
                " "
                <small hidden=flag(move || !is_loss.get())>{words().loss}</small>
            </p>
            <p class="train-verdict" use:shows=said></p>
            {lines.map(line).collect_view()}
        </div>
    }
}
