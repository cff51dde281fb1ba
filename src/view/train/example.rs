//! An example of validation, and what a network answers, in the task's own terms.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::Chart;
use figures::charts::{list, signal};
use measure::training::{Read, Showing};
use words::format::Digits;
use words::training::{self, words};

use super::answers::{AnswerRows, Tags};
use super::examples::{Examples, with_unit};
use super::frames::Frames;
use super::group::guess;
use super::to_lab::ToLab;
use super::writing::WritingPart;
use crate::view::figure::ChartFigure;
use crate::view::live::{part, shows, text};

/// How an example is drawn: an element of its own for each, which stays while its numbers change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Sum,
    Rows,
    Names,
    Signal,
    Frames,
    Tags,
    Writing,
    Forecast,
}

fn kind(shown: &Showing) -> Kind {
    match shown {
        Showing::Sum { .. } => Kind::Sum,
        Showing::Row { .. } | Showing::Translation { .. } => Kind::Rows,
        Showing::Choice { read: Read::Names(_), .. } => Kind::Names,
        Showing::Choice { read: Read::Signal(_), .. } => Kind::Signal,
        Showing::Choice { read: Read::Frames(..), .. } => Kind::Frames,
        Showing::Tags(_) => Kind::Tags,
        Showing::Writing { .. } => Kind::Writing,
        Showing::Forecast(_) => Kind::Forecast,
    }
}

/// The example of a cell's lane, and the way into the Lab with it.
#[component]
pub fn ExamplePart(
    /// The cell.
    cell: CellKind,
) -> impl IntoView {
    let examples: Examples = expect_context();
    let (shown, own) = (examples.shown[cell as usize], examples.charts[cell as usize]);
    let inputs = Memo::new(move |_| shown.with(|shown| shown.as_ref().and_then(curves)));
    let kind = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(kind)));
    // The last one stays until another comes.
    let drawn = move || {
        let figure = |chart: Memo<Option<Chart>>, height: f64| {
            let chart = Memo::new(move |last: Option<&Option<Chart>>| chart.get().or_else(|| last.cloned().flatten()));
            part(move || {
                let first = Memo::new(move |_| chart.with(Option::is_some));
                part(move || {
                    first.get().then(|| {
                        let chart =
                            Signal::derive(move || chart.get().unwrap_or_else(|| list(String::new(), &[], &[])));
                        view! { <ChartFigure chart height /> }
                    })
                })
            })
        };
        match kind.get() {
            None => ().into_any(),
            Some(Kind::Sum) => figure(own, 130.0).into_any(),
            Some(Kind::Rows) => view! { <AnswerRows shown /> }.into_any(),
            Some(Kind::Names) => view! { <Sentence shown /> {figure(own, 150.0)} }.into_any(),
            Some(Kind::Signal) => view! { {figure(inputs, 110.0)} {figure(own, 150.0)} }.into_any(),
            Some(Kind::Frames) => view! { <Frames shown /> {figure(own, 150.0)} }.into_any(),
            Some(Kind::Tags) => view! { <Tags shown /> }.into_any(),
            Some(Kind::Writing) => view! { <WritingPart shown /> }.into_any(),
            Some(Kind::Forecast) => view! { {figure(own, 200.0)} <Errors shown /> }.into_any(),
        }
    };
    view! {
        {part(drawn)}
        <ToLab cell />
    }
}

/// The inputs as curves over the steps.
fn curves(shown: &Showing) -> Option<Chart> {
    let Showing::Choice { read: Read::Signal(curves), .. } = shown else { return None };
    let headline = training::signal_label(curves.len(), curves.first().map_or(0, Vec::len));
    Some(signal(headline, curves))
}

/// What the errors of the forecasts come to.
#[component]
fn Errors(shown: Memo<Option<Showing>>) -> impl IntoView {
    let examples: Examples = expect_context();
    let told = text(move || {
        shown.with(|shown| {
            let Some(Showing::Forecast(own)) = shown else { return String::new() };
            let group = examples.errors.get();
            let size = |error: f64| with_unit(group.write(error, Digits::Table), &own.unit);
            let guesses = own.guesses.iter().map(|(of, error)| format!("{} {}", guess(*of), size(*error)));
            let odd: Vec<usize> = own.odd().collect();
            let names: Vec<&str> = odd.iter().take(4).filter_map(|n| own.labels.get(*n).map(String::as_str)).collect();
            let beside = training::forecast_guesses(&guesses.collect::<Vec<_>>().join(", "), own.within);
            format!("{beside} {}", training::far_off(odd.len(), &names.join(", ")))
        })
    });
    view! { <p class="train-small" use:shows=told></p> }
}

/// A sequence of symbols or words, and the gap that the answer fills.
#[component]
fn Sentence(shown: Memo<Option<Showing>>) -> impl IntoView {
    let names = Memo::new(move |_| {
        shown.with(|shown| match shown {
            Some(Showing::Choice { read: Read::Names(names), .. }) => names.clone(),
            _ => vec![],
        })
    });
    let sentence = move || {
        names.with(|names| {
            let spaced = names.iter().any(|name| name.chars().count() > 2);
            // Capitals among small letters are those that count.
            let mixed = !spaced && names.iter().any(|name| name.chars().all(char::is_lowercase));
            let piece = |name: &String| match mixed && name.chars().all(char::is_uppercase) {
                true => view! { <b>{name.clone()}</b> }.into_any(),
                false => view! { <span>{name.clone()}{spaced.then_some(" ")}</span> }.into_any(),
            };
            let ends = names.last().is_some_and(|name| name.ends_with('.'));
            let gap = (spaced && !ends).then(|| view! { <span>{words().sentence_gap}</span> });
            view! { {names.iter().map(piece).collect_view()} {gap} }.into_any()
        })
    };
    view! { <p class="sequence" tabindex="0">{part(sentence)}</p> }
}
