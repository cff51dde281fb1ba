//! The task as a question, and how guesses score.

use leptos::prelude::*;

use measure::training::{Guess, Mark};
use words::fill;
use words::format;
use words::training::{self, words};

use super::asked::AskedExample;
use super::chosen::task;
use super::group::guess;
use super::own::{OwnData, own};
use super::preview::PreviewPart;
use crate::view::live::{flag, part, shows, text};
use crate::view::store::Store;

/// How baselines score: a number, or a sentence where there are several.
fn scores(template: &str, baselines: &[(Guess, f64)]) -> String {
    let told = match baselines {
        [] => return String::new(),
        [(_, only)] => format::number(*only),
        all => {
            let group = format::Group::new(format::Measure::Number, all.iter().map(|(_, loss)| *loss));
            let each =
                all.iter().map(|(own, loss)| format!("{} {}", guess(*own), group.write(*loss, format::Digits::Table)));
            training::baselines_are(&each.collect::<Vec<_>>().join(", "))
        }
    };
    fill(template, &[("baseline", &told)])
}

/// When the task counts as solved.
fn solved(mark: Mark) -> String {
    match mark {
        Mark::Loss(mark) => training::mark_loss(mark),
        Mark::Right(mark) => training::mark_right(mark),
        Mark::Baseline => words().mark_baseline.to_owned(),
    }
}

/// What the chosen task asks, and an example beside it, its answer missing; where a person brings data of their own, the place
/// for that.
#[component]
pub fn Question() -> impl IntoView {
    let store: Store = expect_context();
    let task = task(store);
    let told = move || training::task(task.get());
    // What a worker has told of another task is none of this one's.
    let of_task = move |tell: fn(&measure::training::TaskData) -> String| {
        store
            .training
            .task
            .with(|data| data.as_ref().filter(|data| data.key == task.get()).map(tell).unwrap_or_default())
    };
    let scored = text(move || of_task(|data| scores(training::task(&data.key).scores, &data.baselines)));
    let solved = text(move || of_task(|data| solved(data.mark)));
    let is_own = Memo::new(move |_| own(task.get()).is_some());
    let beside = move || {
        if is_own.get() { view! { <OwnData /> }.into_any() } else { view! { <AskedExample /> }.into_any() }
    };
    view! {
        <div class="train-question">
            <div class="train-ask">
            <p class="train-name" use:shows=text(move || told().name)></p>
            <h2 class="train-asks" use:shows=text(move || told().asks)></h2>
            <p class="how" hidden=flag(move || told().about.is_empty()) use:shows=text(move || told().about)></p>
            // A worker tells it, once it has the data: its room waits.
            <p class="how train-measured">
                <span class="train-scores" use:shows=scored></span>
                " "
                <span use:shows=solved></span>
            </p>
            </div>
            {part(beside)}
            {part(move || is_own.get().then(|| view! { <div class="train-brought"><PreviewPart /></div> }))}
        </div>
    }
}
