//! An example of validation, and what a network answers, in the task's own terms.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::Chart;
use figures::charts::{ForecastOf, forecast, list, probabilities, signal};
use measure::training::{Read, Showing};
use words::format::{self, Digits, Group, Measure};
use words::training::{self, words};

use super::answers::{AnswerRows, Tags};
use super::frames::Frames;
use super::group::guess;
use super::to_lab::ToLab;
use super::writing::WritingPart;
use crate::view::figure::ChartFigure;
use crate::view::live::{part, shows, text};
use crate::view::store::Store;

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
    let store: Store = expect_context();
    let lane = store.training.lanes[cell as usize];
    let shown = Memo::new(move |_| lane.with(|lane| lane.as_ref().map(|lane| lane.example.shown.clone())));
    let kind = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(kind)));
    // The last one stays until another comes.
    let drawn = move || {
        let chart = |draw: fn(CellKind, &Showing) -> Option<Chart>| {
            Memo::new(move |last: Option<&Option<Chart>>| {
                shown
                    .with(|shown| shown.as_ref().and_then(|shown| draw(cell, shown)))
                    .or_else(|| last.cloned().flatten())
            })
        };
        let figure = |draw: fn(CellKind, &Showing) -> Option<Chart>, height: f64| {
            let chart = chart(draw);
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
            Some(Kind::Sum) => figure(sum, 130.0).into_any(),
            Some(Kind::Rows) => view! { <AnswerRows shown /> }.into_any(),
            Some(Kind::Names) => view! { <Sentence shown /> {figure(choice, 150.0)} }.into_any(),
            Some(Kind::Signal) => view! { {figure(curves, 110.0)} {figure(choice, 150.0)} }.into_any(),
            Some(Kind::Frames) => view! { <Frames shown /> {figure(choice, 150.0)} }.into_any(),
            Some(Kind::Tags) => view! { <Tags shown /> }.into_any(),
            Some(Kind::Writing) => view! { <WritingPart shown /> }.into_any(),
            Some(Kind::Forecast) => view! { {figure(series, 200.0)} <Errors shown /> }.into_any(),
        }
    };
    view! {
        {part(drawn)}
        <ToLab cell />
    }
}

/// The list of numbers, with the sum as its headline.
fn sum(cell: CellKind, shown: &Showing) -> Option<Chart> {
    let Showing::Sum { numbers, marked, truth, answer } = shown else { return None };
    let terms: Vec<f64> = marked.iter().filter_map(|place| numbers.get(*place).copied()).collect();
    let group = Group::new(Measure::Number, terms.iter().copied().chain([*truth]));
    let write = |x: f64| group.write(x, Digits::Headline);
    let terms = terms.iter().map(|x| write(*x)).collect::<Vec<_>>().join(" + ");
    let headline = training::sum_is(&terms, &write(*truth), cell.name(), &write(*answer));
    Some(list(headline, numbers, marked))
}

/// How likely each answer is taken to be.
fn choice(cell: CellKind, shown: &Showing) -> Option<Chart> {
    let Showing::Choice { names, shares, right, given, .. } = shown else { return None };
    let name = |class: &usize| names.get(*class).map_or("", String::as_str);
    let share = format::percent(shares.get(*given).copied().unwrap_or_default());
    let headline = training::choice_is(name(right), cell.name(), name(given), &share);
    Some(probabilities(headline, cell, names, shares, *right))
}

/// The inputs as curves over the steps.
fn curves(_: CellKind, shown: &Showing) -> Option<Chart> {
    let Showing::Choice { read: Read::Signal(curves), .. } = shown else { return None };
    let headline = training::signal_label(curves.len(), curves.first().map_or(0, Vec::len));
    Some(signal(headline, curves))
}

/// A number in the unit of a series.
fn with_unit(number: String, unit: &str) -> String {
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

/// The end of a series with its forecasts.
fn series(cell: CellKind, shown: &Showing) -> Option<Chart> {
    let Showing::Forecast(own) = shown else { return None };
    let odd: Vec<usize> = own.odd().collect();
    let headline =
        training::forecast_is(cell.name(), &with_unit(errors(own).write(own.error, Digits::Table), &own.unit));
    Some(forecast(
        headline,
        &ForecastOf {
            cell,
            labels: &own.labels,
            truths: &own.truths,
            forecasts: &own.forecasts,
            band: own.band,
            odd: &odd,
            unit: &own.unit,
        },
    ))
}

/// The errors of a network and of trivial guesses are compared.
fn errors(own: &measure::training::Forecast) -> Group {
    Group::new(Measure::Number, own.guesses.iter().map(|(_, error)| *error).chain([own.error]))
}

/// What the errors of the forecasts come to.
#[component]
fn Errors(shown: Memo<Option<Showing>>) -> impl IntoView {
    let told = text(move || {
        shown.with(|shown| {
            let Some(Showing::Forecast(own)) = shown else { return String::new() };
            let group = errors(own);
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
