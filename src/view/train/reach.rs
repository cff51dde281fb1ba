//! How far the gradient reaches over the steps of training, as a map and in words.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::charts::maps;
use figures::{Legend, Map, Tones};
use measure::training::{DECADES, Reach};
use words::format;
use words::training::{self, words};

use super::loss::Axes;
use crate::view::figure::{MapFigure, Place};
use crate::view::live::{flag, part, shows, text};
use crate::view::store::Store;

/// The most columns that the map is drawn with.
const MOST_COLUMNS: f64 = 1000.0;

/// A column for each look as far as the axes of the losses reach, the last time step at the bottom: what is to come is
/// empty.
fn map(reach: Option<&Reach>, last: f64) -> Map {
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

/// What is left of a gradient, by its decadic logarithm.
fn left(log: f32) -> String {
    let share = 10_f64.powf(f64::from(log));
    if !log.is_finite() || log < -(DECADES as f32) {
        training::less_than(&format::decade(-DECADES))
    } else if share > 1.0 {
        // Where there is a loss at every step, or where it explodes.
        training::times_as_large(&format::short(share))
    } else {
        format::share(share)
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
                Some(training::reach_place(column * reach.every + 1, reach.back(place), &left(log)))
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
    let said = text(move || {
        reach.with(|reach| {
            let told = reach.as_ref().and_then(|reach| {
                let (before, now) = reach.left?;
                Some(training::is_left(cell.name(), reach.steps.saturating_sub(1), &left(before), &left(now)))
            });
            told.unwrap_or_default()
        })
    });
    view! {
        <div class="train-map" class:train-none=move || is_empty.get()>
        {part(move || {
            let height = axes.heights.get().1;
            let label = text(move || training::said_of(cell.name(), words().reach_title));
            view! { <MapFigure map label height axes=own margins=Signal::from(axes.margins) at tell=Callback::new(tell) /> }
        })}
        <p class="train-empty" hidden=flag(move || !is_empty.get())>{words().reach_empty}</p>
        </div>
        <p class="train-small" hidden=flag(move || said.with(String::is_empty)) use:shows=said></p>
    }
}
