//! An example of the task, large, with its answer missing.

use leptos::prelude::*;

use measure::training::{Asked, Asking};
use words::format::{self, Digits, Group, Measure};
use words::training::{self, words};

use super::chosen::key;
use super::examples::with_unit;
use super::frames::FrameRow;
use crate::view::live::part;
use crate::view::store::Store;

/// The most characters that are shown of a sentence, and of symbols: of more the middle is left out.
const MOST: (usize, usize) = (170, 110);
/// The height of a curve's box and of a list's, in their own units; they are as wide as they have steps.
const HIGH: f64 = 40.0;

/// What the task of the settings asks; its room is there before a worker has told it.
#[component]
pub fn AskedExample() -> impl IntoView {
    let store: Store = expect_context();
    let asked = Memo::new(move |_| {
        let key = key(store);
        store
            .training
            .task
            .with(|task| task.as_ref().filter(|task| task.key == key).and_then(|task| task.asked.clone()))
    });
    view! {
        <div class="train-asked" role="group" aria-label=words().asked_label>
            {part(move || asked.get().map(drawn))}
        </div>
    }
}

/// An example in the task's own terms, and the answers that it may have.
fn drawn(Asked { of, choices }: Asked) -> AnyView {
    let choices = move || {
        let all = choices.iter().map(|name| view! { <li>{training::or_is_it(name)}</li> }).collect_view();
        (!choices.is_empty()).then(|| view! { <ul class="train-choices">{all}</ul> })
    };
    let of = match of {
        Asking::Sum { numbers, marked } => sum(&numbers, &marked),
        Asking::Names { names, gaps } => sentence(&names, gaps),
        Asking::Text(text) => running(&text),
        Asking::Each(names) => each(names),
        Asking::Signal(curves) => signal(&curves),
        Asking::Frames(side, frames) => {
            let frames = Memo::new(move |_| (side, frames.clone()));
            view! { <FrameRow frames /> }.into_any()
        }
        Asking::Series { labels, values, next, unit } => series(&labels, &values, &next, &unit),
    };
    view! {
        {of}
        {choices()}
    }
    .into_any()
}

/// What is missing.
fn gap() -> impl IntoView {
    view! { <b class="train-gap">{words().asked_gap}</b> }
}

/// A list as bars, the marked ones dark, and the sum that is missing.
fn sum(numbers: &[f64], marked: &[usize]) -> AnyView {
    let bars = |wanted: bool| {
        let own = numbers.iter().enumerate().filter(|(place, _)| marked.contains(place) == wanted);
        own.map(|(place, x)| format!("M{}.15 {HIGH}h.7v{:.2}h-.7z", place, -HIGH * x)).collect::<String>()
    };
    // A small number is marked, too.
    let marks = marked.iter().map(|place| format!("M{place}.44 0h.12v{HIGH}h-.12z")).collect::<String>();
    let terms: Vec<f64> = marked.iter().filter_map(|place| numbers.get(*place).copied()).collect();
    let group = Group::new(Measure::Number, terms.iter().copied());
    let terms = terms.iter().map(|x| group.write(*x, Digits::Headline)).collect::<Vec<_>>().join(" + ");
    view! {
        <svg
            class="train-list"
            viewBox=format!("0 0 {} {HIGH}", numbers.len().max(1))
            preserveAspectRatio="none"
            role="img"
            aria-label=training::asked_list(numbers.len(), marked.len())
        >
            <path d=bars(false)></path>
            <path class="train-marked" d=bars(true)></path>
            <path class="train-marked" d=marks></path>
        </svg>
        <p class="train-sum">{training::sum_asked(&terms)} " " {gap()}</p>
    }
    .into_any()
}

/// Names as they are read: the first and the last ones of many.
fn ends(names: &[String], most: usize, width: impl Fn(&String) -> usize) -> (&[String], &[String]) {
    let all: usize = names.iter().map(&width).sum();
    if all <= most {
        return (names, &[]);
    }
    let fit = |names: &mut dyn Iterator<Item = &String>| {
        let mut room = most / 2;
        names.take_while(|name| room.checked_sub(width(name)).map(|left| room = left).is_some()).count()
    };
    let (first, last) = (fit(&mut names.iter()), fit(&mut names.iter().rev()));
    (&names[..first], &names[names.len() - last..])
}

/// What is read, and what is missing after it.
fn sentence(names: &[String], gaps: usize) -> AnyView {
    let spaced = names.iter().any(|name| name.chars().count() > 2);
    // Capitals among small letters are those that count.
    let mixed = !spaced && names.iter().any(|name| name.chars().all(char::is_lowercase));
    let width = |name: &String| if spaced { name.chars().count() + 1 } else { name.chars().count().max(1) };
    let (first, last) = ends(names, if spaced { MOST.0 } else { MOST.1 }, width);
    let piece = |name: &String| {
        let shown = if name.is_empty() { words().asked_nothing.to_owned() } else { name.clone() };
        let gap = spaced.then_some(" ");
        match mixed && name.chars().all(char::is_uppercase) && !name.is_empty() {
            true => view! { <b>{shown}</b> }.into_any(),
            false => view! { {shown} {gap} }.into_any(),
        }
    };
    let pieces = |names: &[String]| names.iter().map(piece).collect_view();
    let left_out = (!last.is_empty()).then(|| view! { <span class="train-left-out">{words().asked_left_out}</span> });
    view! {
        <p class="train-sentence" class:train-symbols=!spaced>
            {pieces(first)}
            {left_out}
            {pieces(last)}
            {(0..gaps).map(|_| gap()).collect_view()}
        </p>
    }
    .into_any()
}

/// The end of a running text, and the character that is missing after it.
fn running(text: &str) -> AnyView {
    let count = text.chars().count();
    let shown: String = text.chars().skip(count.saturating_sub(MOST.0)).collect();
    view! { <p class="train-sentence train-running">{shown} {gap()}</p> }.into_any()
}

/// Words, under each of which something is missing.
fn each(names: Vec<String>) -> AnyView {
    let mut room = MOST.1;
    let fits = |name: &&String| room.checked_sub(name.chars().count() + 1).map(|left| room = left).is_some();
    let shown = names.iter().take_while(fits).count();
    let left_out = (shown < names.len()).then(|| view! { <li class="train-left-out">{words().asked_left_out}</li> });
    let word = |name: String| view! { <li>{name} <small aria-hidden="true">{words().asked_gap}</small></li> };
    view! { <ul class="train-tags">{names.into_iter().take(shown).map(word).collect_view()} {left_out}</ul> }.into_any()
}

/// A line through values, in a box as wide as they have steps.
fn line(values: &[f64], (low, high): (f64, f64)) -> String {
    let span = if high > low { high - low } else { 1.0 };
    let place =
        |(t, x): (usize, &f64)| format!("{}{t}.5 {:.2}", if t == 0 { "M" } else { "L" }, HIGH * (high - x) / span);
    values.iter().enumerate().map(place).collect()
}

/// The least and the largest of some values.
fn between<'a>(values: impl Iterator<Item = &'a f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(*x), high.max(*x)))
}

/// Curves over the same steps, and the class that is missing.
fn signal(curves: &[Vec<f64>]) -> AnyView {
    let (steps, ends) = (curves.first().map_or(1, Vec::len), between(curves.iter().flatten()));
    let lines = curves.iter().map(|curve| view! { <path d=line(curve, ends)></path> }).collect_view();
    view! {
        <svg
            class="train-curve"
            viewBox=format!("0 0 {} {HIGH}", steps.max(1))
            preserveAspectRatio="none"
            role="img"
            aria-label=training::signal_label(curves.len(), steps)
        >
            {lines}
        </svg>
    }
    .into_any()
}

/// A value to a hundredth of the span of all, or finer.
fn rounded(value: f64, (low, high): (f64, f64)) -> String {
    let span = if high > low { high - low } else { 1.0 };
    let digits = (-(span / 100.0).log10().floor()).clamp(0.0, 9.0);
    let step = 10_f64.powf(digits);
    // Divided by a power of ten a whole number is the nearest to its decimals.
    format::exact((value * step).round() / step)
}

/// The end of a series, and the value that is missing after it.
fn series(labels: &[String], values: &[f64], next: &str, unit: &str) -> AnyView {
    let (first, last) = (labels.first().cloned().unwrap_or_default(), labels.last().cloned().unwrap_or_default());
    let ends = between(values.iter());
    let value = with_unit(rounded(values.last().copied().unwrap_or_default(), ends), unit);
    view! {
        <div class="train-next">
            <svg
                class="train-curve"
                viewBox=format!("0 0 {} {HIGH}", values.len().max(1))
                preserveAspectRatio="none"
                role="img"
                aria-label=training::asked_series(values.len(), &first, &last)
            >
                <path d=line(values, ends)></path>
            </svg>
            {gap()}
        </div>
        <p class="train-sum">{training::series_asked(&last, &value, next)} " " {gap()}</p>
    }
    .into_any()
}
