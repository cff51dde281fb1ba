//! How far the gradient reaches over the steps of training, as a map and in words.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::charts::maps;
use figures::{Legend, Map, Table, Tones};
use measure::training::{DECADES, LaneData, Reach};
use words::format::{self, Digits, Group, Measure};
use words::training::{self, words};

use super::loss::Axes;
use crate::view::figure::{MapFigure, Place};
use crate::view::live::{part, text};
use crate::view::store::Store;

/// The most columns that the map is drawn with.
const MOST_COLUMNS: f64 = 1000.0;

/// A column for each look as far as the axes of the losses reach, the last time step at the bottom: what is to come is
/// empty.
pub fn map(reach: Option<&Reach>, last: f64) -> Map {
    let words = words();
    let least = training::or_less(&format::decade(-DECADES));
    let ends = [least, format::decade(-DECADES / 2), words.all_of_it.to_owned()];
    let legend = Legend { title: words.reach_shade.to_owned(), ends, tones: Tones::Gradient };
    let Some(reach) = reach.filter(|reach| reach.rows() > 0) else { return Map::new(1, [None], legend) };
    let columns = (last / reach.every as f64).clamp(1.0, MOST_COLUMNS) as usize;
    let (columns, rows) = (columns.max(reach.columns.len()), reach.rows());
    let level = |row: usize, column: usize| {
        let log = *reach.columns.get(column)?.get(rows - 1 - row)?;
        (!log.is_nan()).then(|| (1.0 + f64::from(log) / f64::from(DECADES)).clamp(0.0, 1.0))
    };
    let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    Map::new(columns, places.map(|(row, column)| level(row, column)), legend)
}

/// What is left of a gradient, by its decadic logarithm; none where it is less than the map shows.
fn share(log: f32) -> Option<f64> {
    (log >= -(DECADES as f32)).then(|| 10_f64.powf(f64::from(log)))
}

/// Shares that are compared.
fn compared<'a>(logs: impl IntoIterator<Item = &'a f32>) -> Group {
    Group::new(Measure::Share, logs.into_iter().filter_map(|log| share(*log)))
}

/// What is left, in the unit of what it is compared with.
fn left(log: f32, group: &Group) -> String {
    share(log).map_or_else(too_little, |share| group.write(share, Digits::Headline))
}

/// What is told of less than the map shows.
fn too_little() -> String {
    training::less_than(&format::decade(-DECADES))
}

/// What is left at every place back in time, in the first column and in the last.
fn table(reach: Option<&Reach>) -> Table {
    let words = words();
    let Some((reach, first, last)) =
        reach.and_then(|reach| Some((reach, reach.columns.first()?, reach.columns.last()?)))
    else {
        return Table { head: vec![words.steps_back.to_owned()], rows: vec![], notes: vec![] };
    };
    let group = compared(first.iter().chain(last));
    let write = |log: f32| {
        let written = share(log).map_or_else(too_little, |share| group.column(share, Digits::Table));
        if log.is_nan() { String::new() } else { written }
    };
    let row = |(place, (before, now)): (usize, (&f32, &f32))| {
        vec![format::count(reach.back(place)), write(*before), write(*now)]
    };
    let head = |step: usize| training::left_at(step, group.unit().symbol(format::locale()));
    let steps = (reach.columns.len() - 1) * reach.every + 1;
    Table {
        head: vec![words.steps_back.to_owned(), head(1), head(steps)],
        rows: first.iter().zip(last).enumerate().map(row).collect(),
        notes: vec![],
    }
}

/// The map.
#[component]
pub fn ReachFigure(
    /// The cell.
    cell: CellKind,
) -> impl IntoView {
    let store: Store = expect_context();
    let axes: Axes = expect_context();
    let lane = store.training.lanes[cell as usize];
    let reach = Memo::new(move |_| lane.with(|lane| lane.as_ref().map(|lane| lane.reach.clone())));
    let map = Memo::new(move |_| reach.with(|reach| map(reach.as_ref(), axes.last())));
    let is_empty = Memo::new(move |_| reach.with(|reach| reach.as_ref().is_none_or(|reach| reach.rows() == 0)));
    let tell = move |Place { column, row }: Place| {
        reach.with(|reach| {
            let told = reach.as_ref().and_then(|reach| {
                let place = reach.rows().checked_sub(row + 1)?;
                let log = *reach.columns.get(column)?.get(place)?;
                Some(training::reach_place(column * reach.every + 1, reach.back(place), &left(log, &compared([&log]))))
            });
            told.unwrap_or_default()
        })
    };
    let at = Signal::derive(move || {
        let column = reach.with(|reach| reach.as_ref().map_or(0, |reach| reach.columns.len().saturating_sub(1)));
        Place { column, row: 0 }
    });
    let own = Memo::new(move |_| {
        let steps = reach.with(|reach| reach.as_ref().map_or(0, |reach| reach.steps));
        maps::reach(axes.extent.with(|extent| extent.x.clone()), steps)
    });
    let all_left = Memo::new(move |_| {
        let ends = |lane: &Option<LaneData>| lane.as_ref().and_then(|lane| lane.reach.left);
        let ends = store.training.lanes.map(|lane| lane.with(ends));
        ends.into_iter().flatten().flat_map(<[f32; 2]>::from).collect::<Vec<_>>()
    });
    // The place is kept before there is a number.
    let headline = text(move || {
        reach.with(|reach| {
            let told = reach.as_ref().and_then(|reach| {
                let (before, now) = reach.left?;
                let [before, now] = all_left.with(|all| [before, now].map(|log| left(log, &compared(all))));
                Some(training::is_left(cell.name(), reach.steps.saturating_sub(1), &before, &now))
            });
            told.unwrap_or_else(|| training::no_reach(cell.name()))
        })
    });
    let table = Signal::derive(move || reach.with(|reach| table(reach.as_ref())));
    view! {
        <div class="train-map" class:train-none=move || is_empty.get()>
        {part(move || {
            let height = axes.heights.get().1;
            let label = text(move || training::said_of(cell.name(), words().reach_title));
            view! {
                <MapFigure
                    map
                    headline
                    label
                    height
                    axes=own
                    margins=Signal::from(axes.margins)
                    at
                    tell=Callback::new(tell)
                    caption=Signal::stored(training::said_of(cell.name(), words().reach_table))
                    table
                />
            }
        })}
        </div>
    }
}
