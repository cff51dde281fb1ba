//! The lanes of minGRU and minLSTM: their states, unit by unit, and the gates that keep them.

use leptos::prelude::*;

use ::figures::charts::{KeepOf, keep, maps};
use ::figures::{Legend, Map, Table, Tones};
use engine::trace::CellKind;
use measure::after::{After, Lane, Lanes};
use words::figures::words as names;
use words::format::{Digits, Group, Measure};
use words::laboratory::{self, words};

use super::here::Here;
use crate::view::figure::{ChartFigure, MapFigure, Place};
use crate::view::live::{part, text};
use crate::view::rich::rich;

/// The height of a lane's map in CSS pixels, with its axes.
const LANE: f64 = 200.0;
/// That of the gates' chart.
const GATES: f64 = 240.0;

/// A row a unit, a column a step.
fn map(lane: &Lane) -> Map {
    let level = |h: &f64| h.is_finite().then(|| f64::midpoint(1.0, h.clamp(-1.0, 1.0)));
    let ends = ["−1", "0", "1"].map(str::to_owned);
    let legend = Legend { title: words().after_state_shade.to_owned(), ends, tones: Tones::Signed };
    Map::new(steps(lane), lane.hidden.iter().map(level), legend)
}

fn steps(lane: &Lane) -> usize {
    lane.mean.len().max(1)
}

/// State and gate of a unit at a step.
fn at(lane: &Lane, unit: usize, step: usize) -> Option<(f64, f64)> {
    let place = unit * steps(lane) + step;
    lane.hidden.get(place).copied().zip(lane.keep.get(place).copied())
}

/// State and gate of every unit at a step.
fn column(lane: &Lane, step: usize) -> Vec<(f64, f64)> {
    (0..lane.hidden.len() / steps(lane)).filter_map(|unit| at(lane, unit, step)).collect()
}

fn headline(cell: &str, lane: &Lane, step: usize, word: &str) -> String {
    let states: Vec<f64> = column(lane, step).into_iter().map(|(state, _)| state).collect();
    let ends = states.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), h| (low.min(*h), high.max(*h)));
    let group = Group::new(Measure::Number, <[f64; 2]>::from(ends));
    let [low, high] = <[f64; 2]>::from(ends).map(|h| group.write(h, Digits::Headline));
    laboratory::after_lane(cell, states.len(), step + 1, word, &low, &high)
}

fn table(lane: &Lane, step: usize) -> Table {
    let all = column(lane, step);
    let of = |own: fn(&(f64, f64)) -> f64| Group::new(Measure::Number, all.iter().map(own));
    let (states, gates) = (of(|own| own.0), of(|own| own.1));
    let row = |(unit, (state, gate)): (usize, &(f64, f64))| {
        vec![(unit + 1).to_string(), states.column(*state, Digits::Table), gates.column(*gate, Digits::Table)]
    };
    let words = words();
    Table {
        head: [words.unit_at, words.after_state, words.after_gate].map(str::to_owned).into(),
        rows: all.iter().enumerate().map(row).collect(),
        notes: vec![],
    }
}

/// Both lanes, and the gates.
#[component]
pub fn MinimalLanes(
    /// The picture's numbers.
    own: Memo<After>,
) -> impl IntoView {
    let here: Here = expect_context();
    let first = own.with_untracked(|own| own.lanes.clone());
    // Numbers that came before the part was chosen, or come after another is, have no lanes: the last ones stay.
    let lanes = Memo::new(move |before: Option<&Option<Lanes>>| {
        own.with(|own| own.lanes.clone()).or_else(|| before.cloned().flatten()).or_else(|| first.clone())
    });
    let is_there = Memo::new(move |_| lanes.with(Option::is_some));
    let cells = [CellKind::Lstm, CellKind::Gru];
    let chart = here.chart(move |labels| {
        lanes.with(|lanes| {
            let of = |own: fn(&Lanes) -> &[f64]| lanes.as_ref().map_or(&[] as &[f64], own);
            let [lstm, gru] = [of(|own| &own.cells[0]), of(|own| &own.cells[1])];
            let minimal = [of(|own| &own.minimal[0].mean), of(|own| &own.minimal[1].mean)];
            keep(&KeepOf { cells: [(cells[0], lstm), (cells[1], gru)], minimal, words: labels, at: here.at.get() })
        })
    });
    let drawn = move || {
        is_there.get().then(|| {
            view! {
                <p class="read">{rich(words().after_states_how)}</p>
                <LaneMap place=0 cell=names().after_mingru lanes />
                <LaneMap place=1 cell=names().after_minlstm lanes />
                <ChartFigure chart height=GATES choose=here.choose() />
            }
        })
    };
    part(drawn)
}

/// One of them.
#[component]
fn LaneMap(
    /// Its place among them.
    place: usize,
    /// What its cell is called.
    cell: &'static str,
    /// The numbers of both.
    lanes: Memo<Option<Lanes>>,
) -> impl IntoView {
    let here: Here = expect_context();
    let lane = Memo::new(move |_| {
        lanes.with(|lanes| lanes.as_ref().map_or_else(Lane::default, |lanes| lanes.minimal[place].clone()))
    });
    let step = Memo::new(move |_| here.at.get().min(lane.with(steps) - 1));
    let word = move |step: usize| here.words.with(|words| words.get(step).cloned().unwrap_or_default());
    let map = Memo::new(move |_| lane.with(map));
    let axes = Memo::new(move |_| here.words.with(|words| maps::units(words, map.with(|map| map.height))));
    let tell = move |Place { column, row }: Place| {
        lane.with(|lane| at(lane, row, column)).map_or_else(String::new, |(state, gate)| {
            laboratory::after_lane_at(row + 1, column + 1, &word(column), state, gate)
        })
    };
    view! {
        <MapFigure
            map
            axes
            headline=text(move || lane.with(|lane| headline(cell, lane, step.get(), &word(step.get()))))
            label=Signal::stored(cell.to_owned())
            height=LANE
            at=Signal::derive(move || Place { column: step.get(), row: here.unit.get() })
            tell=Callback::new(tell)
            caption=Signal::stored(words().after_state_table.to_owned())
            table=Signal::derive(move || lane.with(|lane| table(lane, step.get())))
            choose=Callback::new(move |place: Place| here.look_at(place.column))
        />
    }
}
