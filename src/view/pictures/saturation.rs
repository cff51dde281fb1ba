//! Saturation: where the slopes of the non-linearities are flat.

use leptos::prelude::*;

use figures::charts::maps;
use figures::{Legend, Map, Table, Tones};
use measure::saturation::{BINS, Function, Nonlinearity, Saturation};
use model::keys::Key;
use words::format::{self, Digits, Group, Measure};
use words::laboratory;
use words::laboratory::words;
use words::quantities;

use super::here::Here;
use crate::view::figure::{MapFigure, Numbers, Place};
use crate::view::keyed::{CellChoice, KeySegmented};
use crate::view::live::{part, text};

fn steps(saturation: &Saturation) -> usize {
    saturation.all[saturation.chosen].shares.len().max(1)
}

/// A row a unit: its slope at each step.
pub fn slopes(saturation: &Saturation) -> Map {
    let words = words();
    let ends = ["0", "½", "1"].map(str::to_owned);
    let legend = Legend { title: words.slope_shade.to_owned(), ends, tones: Tones::Gradient };
    Map::new(steps(saturation), saturation.slopes.iter().copied().map(Some), legend)
}

/// A row a bin: how many units are there at each step.
fn histogram(saturation: &Saturation) -> Map {
    let most = saturation.counts.iter().copied().max().unwrap_or(0).max(1);
    // The fewest are told from none.
    let level = |n: &usize| (*n > 0).then(|| 0.15 + 0.85 * *n as f64 / most as f64);
    let name = quantities::name(saturation.all[saturation.chosen].quantity);
    let title = laboratory::histogram_shade(name);
    let ends = ["1".to_owned(), format::count(most.div_ceil(2)), format::count(most)];
    Map::new(steps(saturation), saturation.counts.iter().map(level), Legend { title, ends, tones: Tones::Ink })
}

/// The slope of every unit at a step.
fn slopes_at(saturation: &Saturation, t: usize) -> Table {
    let steps = steps(saturation);
    let own: Vec<f64> = saturation.slopes.iter().skip(t).step_by(steps).copied().collect();
    let group = Group::new(Measure::Number, own.iter().copied());
    let row = |(unit, slope): (usize, f64)| vec![(unit + 1).to_string(), group.column(slope, Digits::Table)];
    Table {
        head: vec![words().unit_at.to_owned(), laboratory::slope_column(t + 1)],
        rows: own.into_iter().enumerate().map(row).collect(),
        notes: vec![],
    }
}

/// The ends of a bin of the histogram; the first is the highest.
fn edges(saturation: &Saturation, bin: usize) -> (f64, f64) {
    let (low, high) = saturation.ends;
    let edge = |bin: usize| high - (high - low) * bin as f64 / BINS as f64;
    (edge(bin + 1), edge(bin))
}

/// How many units are in every bin at a step.
fn counts_at(saturation: &Saturation, t: usize) -> Table {
    let group = Group::new(Measure::Number, (0..BINS).flat_map(|bin| <[f64; 2]>::from(edges(saturation, bin))));
    let counts = saturation.counts.iter().skip(t).step_by(steps(saturation));
    let row = |(bin, count): (usize, &usize)| {
        let (from, to) = edges(saturation, bin);
        let name = laboratory::range(&group.column(from, Digits::Table), &group.column(to, Digits::Table));
        vec![name, format::count(*count)]
    };
    let name = quantities::name(saturation.all[saturation.chosen].quantity);
    Table {
        head: vec![name.to_owned(), laboratory::units_column(t + 1)],
        rows: counts.enumerate().map(row).collect(),
        notes: vec![],
    }
}

/// The share of each that is saturated, at every step.
fn shares(saturation: &Saturation) -> Table {
    let all = &saturation.all;
    let group = Group::new(Measure::Share, all.iter().flat_map(|own| own.shares.iter().copied()));
    let unit = group.unit().symbol(format::locale());
    let head = |own: &Nonlinearity| {
        let what = if own.function == Function::Relu { words().of_steps_off } else { words().of_steps };
        format!("{}: {what}, {unit}", quantities::name(own.quantity))
    };
    let row = |t: usize| {
        let shares = all.iter().map(|own| group.column(own.shares[t], Digits::Table));
        std::iter::once((t + 1).to_string()).chain(shares).collect()
    };
    Table {
        head: std::iter::once(words().step.to_owned()).chain(all.iter().map(head)).collect(),
        rows: (0..steps(saturation)).map(row).collect(),
        notes: vec![],
    }
}

/// How much of it is saturated, as a sentence.
pub fn told(saturation: &Saturation) -> String {
    let Nonlinearity { function, share, .. } = saturation.all[saturation.chosen];
    if function == Function::Relu { laboratory::off(share) } else { laboratory::saturated(share) }
}

/// The picture.
#[component]
pub fn SaturationPicture(
    /// Its numbers.
    saturation: Memo<Saturation>,
) -> impl IntoView {
    let here: Here = expect_context();
    let names = Memo::new(move |_| {
        let name = |own: &Nonlinearity| (own.quantity.key().to_owned(), quantities::name(own.quantity).to_owned());
        saturation.with(|saturation| saturation.all.iter().map(name).collect::<Vec<_>>())
    });
    let choice = move || {
        let options = names.get();
        // The RNN has one.
        (options.len() > 1)
            .then(|| view! { <KeySegmented key=Key::Gate label=words().gate_shown silent=true options /> })
    };
    let word = move |column: usize| here.words.with(|words| words.get(column).cloned().unwrap_or_default());
    let slope = move |Place { column, row }: Place| {
        saturation.with(|saturation| {
            let slope = saturation.slopes.get(row * steps(saturation) + column).copied().unwrap_or_default();
            laboratory::slope_at(row + 1, column + 1, &word(column), slope)
        })
    };
    let bin = move |Place { column, row }: Place| {
        saturation.with(|saturation| {
            let count = saturation.counts.get(row * steps(saturation) + column).copied().unwrap_or_default();
            let (from, to) = edges(saturation, row);
            let (from, to) = (format::short(from), format::short(to));
            laboratory::units_at(count, &from, &to, column + 1, &word(column))
        })
    };
    let unit = move || Place { column: here.at.get(), row: here.unit.get() };
    // Where most units are.
    let fullest = move || {
        let column = here.at.get();
        saturation.with(|saturation| {
            let count = |row: &usize| saturation.counts.get(row * steps(saturation) + column).copied();
            let row = (0..BINS).rev().max_by_key(count).unwrap_or_default();
            Place { column, row }
        })
    };
    let most = move || {
        let Place { column, row } = fullest();
        saturation.with(|saturation| {
            let name = quantities::name(saturation.all[saturation.chosen].quantity);
            let count = saturation.counts.get(row * steps(saturation) + column).copied().unwrap_or_default();
            let (from, to) = edges(saturation, row);
            laboratory::most_units(column + 1, &word(column), count, name, &format::short(from), &format::short(to))
        })
    };
    let choose = Callback::new(move |place: Place| here.look_at(place.column));
    let [of_units, of_bins] = [here.in_turn(saturation), here.in_turn(saturation)];
    let (slope_map, bins) = (Memo::new(move |_| of_units.with(slopes)), Memo::new(move |_| of_bins.with(histogram)));
    let unit_axes = Memo::new(move |_| here.words.with(|words| maps::units(words, slope_map.with(|map| map.height))));
    let bin_axes = Memo::new(move |_| {
        saturation.with(|saturation| {
            let name = quantities::name(saturation.all[saturation.chosen].quantity);
            here.words.with(|words| maps::bins(words, name, saturation.ends))
        })
    });
    view! {
        <CellChoice />
        {part(choice)}
        <MapFigure
            map=slope_map
            axes=unit_axes
            headline=text(move || saturation.with(told))
            height=250.0
            label=Signal::stored(words().saturation_title.to_owned())
            at=Signal::derive(unit)
            tell=Callback::new(slope)
            caption=text(move || laboratory::slope_table(here.at.get() + 1))
            table=Signal::derive(move || saturation.with(|saturation| slopes_at(saturation, here.at.get())))
            choose
        />
        <MapFigure
            map=bins
            axes=bin_axes
            headline=text(most)
            label=text(move || bins.with(|map| map.legend.title.clone()))
            height=210.0
            at=Signal::derive(fullest)
            tell=Callback::new(bin)
            caption=text(move || laboratory::bins_table(here.at.get() + 1))
            table=Signal::derive(move || saturation.with(|saturation| counts_at(saturation, here.at.get())))
            choose
        />
        <Numbers caption=words().saturation_table table=Signal::derive(move || saturation.with(shares)) />
    }
}
