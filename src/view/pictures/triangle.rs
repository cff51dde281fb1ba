//! The triangle: as if a loss were read at every step, how much each of them contributes to the gradient at each state.

use leptos::prelude::*;

use figures::charts::maps;
use figures::{Legend, Map, Table, Tones};
use measure::triangle::Triangle;
use words::format::{Digits, Group, Measure};
use words::laboratory;
use words::laboratory::words;

use super::here::Here;
use crate::view::figure::{MapFigure, Place};
use crate::view::keyed::CellChoice;
use crate::view::live::text;

/// A row a loss, the first at the top; a column a state.
fn map(triangle: &Triangle) -> Map {
    let words = words();
    let steps = triangle.half.len().max(1);
    let level = |share: &f64| f64::midpoint(1.0, share.clamp(-1.0, 1.0));
    let levels = triangle.shares.iter().flat_map(|row| (0..steps).map(move |t| row.get(t).map(level)));
    let ends = ["−1", "0", "1"].map(str::to_owned);
    Map::new(steps, levels, Legend { title: words.triangle_shade.to_owned(), ends, tones: Tones::Signed })
}

/// What stands at a place: the share of a loss at a state.
fn tell(triangle: &Triangle, words: &[String], Place { column, row }: Place) -> String {
    let name = |t: usize| words.get(t).map_or("", String::as_str);
    let Some(loss) = triangle.losses.get(row).copied() else { return String::new() };
    match triangle.shares.get(row).and_then(|row| row.get(column)) {
        Some(share) => laboratory::triangle_share(column + 1, name(column), loss + 1, name(loss), *share),
        None => laboratory::triangle_later(column + 1, name(column), loss + 1, name(loss)),
    }
}

/// The shares of all losses at a state.
fn column(triangle: &Triangle, at: usize) -> Table {
    let rows = triangle.losses.iter().zip(&triangle.shares);
    let rows: Vec<(usize, f64)> =
        rows.filter_map(|(loss, shares)| shares.get(at).map(|share| (*loss, *share))).collect();
    let group = Group::new(Measure::Part, rows.iter().map(|(_, share)| *share));
    let head = laboratory::triangle_column(at + 1, group.unit().symbol(words::format::locale()));
    let row = |(loss, share): (usize, f64)| vec![(loss + 1).to_string(), group.column(share, Digits::Table)];
    Table { head: vec![words().loss_at.to_owned(), head], rows: rows.into_iter().map(row).collect(), notes: vec![] }
}

/// The picture.
#[component]
pub fn TrianglePicture(
    /// Its numbers.
    triangle: Memo<Triangle>,
) -> impl IntoView {
    let here: Here = expect_context();
    let within = move |triangle: &Triangle| here.at.get().min(triangle.half.len().saturating_sub(1));
    let at = move || {
        triangle.with(|triangle| {
            let column = within(triangle);
            let row = triangle.losses.iter().position(|loss| *loss >= column).unwrap_or_default();
            Place { column, row }
        })
    };
    let told = move || {
        triangle.with(|triangle| {
            let at = within(triangle);
            if triangle.half.is_empty() {
                return String::new();
            }
            laboratory::triangle_reach(at + 1, triangle.own(at), triangle.later(at))
        })
    };
    let map = Memo::new(move |_| triangle.with(map));
    let tell = move |place: Place| triangle.with(|triangle| here.words.with(|words| tell(triangle, words, place)));
    let table = Signal::derive(move || triangle.with(|triangle| column(triangle, within(triangle))));
    let axes =
        Memo::new(move |_| triangle.with(|triangle| here.words.with(|words| maps::losses(words, &triangle.losses))));
    view! {
        <CellChoice />
        <MapFigure
            map
            axes
            headline=text(told)
            label=Signal::stored(words().triangle_title.to_owned())
            height=420.0
            at=Signal::derive(at)
            tell=Callback::new(tell)
            caption=text(move || laboratory::triangle_table(triangle.with(within) + 1))
            table
            choose=Callback::new(move |place: Place| here.look_at(place.column))
        />
    }
}
