//! The charts of the three lanes' examples: on the same axes, with their numbers in one unit.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::Chart;
use figures::charts::{ForecastOf, forecast, list, probabilities};
use measure::training::Showing;
use words::format::{self, Digits, Group, Measure};
use words::training;

use crate::view::store::Store;

/// What the lanes show, and its charts.
#[derive(Clone, Copy)]
pub struct Examples {
    /// What each lane shows, in the order of [`CellKind::ALL`].
    pub shown: [Memo<Option<Showing>>; 3],
    /// Of each the chart, if it has one.
    pub charts: [Memo<Option<Chart>>; 3],
    /// The group of the errors of all forecasts, and of the guesses beside them.
    pub errors: Signal<Group>,
}

impl Examples {
    /// Of the three lanes.
    pub fn new(store: Store) -> Self {
        let shown = store
            .training
            .lanes
            .map(|lane| Memo::new(move |_| lane.with(|lane| lane.as_ref().map(|lane| lane.example.shown.clone()))));
        let errors = Signal::derive(move || {
            let all = shown.iter().flat_map(|shown| shown.with(|shown| shown.as_ref().map(errors).unwrap_or_default()));
            Group::new(Measure::Number, all)
        });
        let own = CellKind::ALL.map(|cell| {
            Memo::new(move |_| shown[cell as usize].with(|shown| chart(cell, shown.as_ref()?, &errors.get())))
        });
        let charts = own.map(|chart| {
            Memo::new(move |_| {
                let all: Vec<Chart> = own.iter().filter_map(|own| own.get()).collect();
                chart.get().map(|chart| chart.beside(&all))
            })
        });
        Self { shown, charts, errors }
    }
}

/// The errors of forecasts, and of the guesses beside them.
fn errors(shown: &Showing) -> Vec<f64> {
    let Showing::Forecast(own) = shown else { return vec![] };
    own.guesses.iter().map(|(_, error)| *error).chain([own.error]).collect()
}

/// The chart of an example, if it has one.
fn chart(cell: CellKind, shown: &Showing, errors: &Group) -> Option<Chart> {
    sum(cell, shown).or_else(|| choice(cell, shown)).or_else(|| series(cell, shown, errors))
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

/// A number in the unit of a series.
pub fn with_unit(number: String, unit: &str) -> String {
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

/// The end of a series with its forecasts.
fn series(cell: CellKind, shown: &Showing, errors: &Group) -> Option<Chart> {
    let Showing::Forecast(own) = shown else { return None };
    let odd: Vec<usize> = own.odd().collect();
    let headline = training::forecast_is(cell.name(), &with_unit(errors.write(own.error, Digits::Table), &own.unit));
    Some(forecast(
        headline,
        &ForecastOf {
            cell,
            labels: &own.labels,
            truths: &own.truths,
            forecasts: &own.forecasts,
            band: own.band,
            odd: &odd,
            title: if own.name.is_empty() { &own.unit } else { &own.name },
        },
    ))
}
