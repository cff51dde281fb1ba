//! A ruler of half-lives: a row for each network, a mark for each unit.

use crate::chart::{Role, Shape};
use crate::paths::{Guide, Label, Path, Paths};
use crate::{Axis, Format, Scale};
use engine::trace::CellKind;
use words::figures::{self, words};
use words::format::{self, Measure};

/// The height that the marks of a row take of it.
const SPREAD: f64 = 0.66;

/// The row of the bias that training begins with, among those of a cell.
const BEGUN: usize = 1;

/// The half-lives of a network's units.
#[derive(Clone, Copy, Debug)]
pub struct RuledOf<'a> {
    /// The cell.
    pub cell: CellKind,
    /// How it begins, or what it is.
    pub name: &'a str,
    /// In steps, of each unit; empty where they are not known.
    pub steps: &'a [f64],
}

/// The way that a unit is to keep something over.
#[derive(Clone, Copy, Debug)]
pub struct Distance<'a> {
    /// Steps.
    pub steps: usize,
    /// The word where it begins.
    pub word: &'a str,
}

/// The rows, the first at the top, with the distance as a line. The last row of each cell is told.
#[must_use]
pub fn halflives(rows: &[RuledOf], distance: Distance, is_trained: bool) -> Paths {
    let words = words();
    let called = |row: &RuledOf| figures::halflives_row(row.cell.name(), row.name);
    let number = rows.len() as f64;
    let path = |(n, row): (usize, &RuledOf)| {
        // A unit has one height in all rows, so that it can be followed from row to row.
        let middle = number - 1.0 - n as f64;
        let height = |unit: usize| middle + SPREAD * (0.5 - (unit as f64 + 0.5) / row.steps.len() as f64);
        let stops: Vec<(f64, f64)> = row.steps.iter().enumerate().map(|(unit, steps)| (*steps, height(unit))).collect();
        Path {
            name: called(row),
            role: Role::Cell(row.cell),
            shape: Shape::Dots,
            points: vec![],
            stops,
            numbers: row.steps.iter().map(|steps| vec![*steps]).collect(),
        }
    };
    let line = distance.steps as f64;
    let all = rows.iter().flat_map(|row| row.steps).copied().chain([line]).filter(|steps| steps.is_finite());
    Paths {
        headline: headline(rows, distance, is_trained),
        x: Axis {
            title: words.halflives_axis.to_owned(),
            scale: Scale::log(all, (-1, 2)),
            format: Format::Of(Measure::Number),
        },
        y: Axis {
            title: String::new(),
            // Above the rows there is room for what the line says.
            scale: Scale::Columns(rows.iter().rev().map(called).chain([String::new()]).collect()),
            format: Format::Of(Measure::Count),
        },
        ground: None,
        guides: vec![Guide {
            role: Role::Ink,
            shape: Shape::Dashed,
            points: vec![(line, -0.5), (line, number - 0.4)],
            label: Some(Label { text: figures::halflives_line(distance.steps), at: (line, number) }),
        }],
        paths: rows.iter().enumerate().map(path).collect(),
        marks: vec![],
        stop: words.halflives_unit.to_owned(),
        first: 0,
        here: None,
        quantities: vec![words.halflives_axis.to_owned()],
        notes: vec![(words.halflives_distance.to_owned(), format::count(distance.steps))],
    }
}

/// How many units keep half of what they hold over the distance.
fn headline(rows: &[RuledOf], distance: Distance, is_trained: bool) -> String {
    let line = distance.steps as f64;
    let keep = |row: &RuledOf| row.steps.iter().filter(|steps| **steps >= line).count();
    let of = |cell: CellKind| rows.iter().filter(move |row| row.cell == cell);
    let lasts: Vec<&RuledOf> =
        [CellKind::Lstm, CellKind::Gru].into_iter().filter_map(|cell| of(cell).next_back()).collect();
    let Some((first, others)) = lasts.split_first() else { return String::new() };
    let who = figures::halflives_of(keep(first), first.steps.len(), first.cell.name());
    let who = others.iter().fold(who, |who, row| figures::halflives_and(&who, keep(row), row.cell.name()));
    if is_trained {
        // Training begins with the second row's bias.
        let begun: Vec<usize> = lasts.iter().filter_map(|row| of(row.cell).nth(BEGUN).map(keep)).collect();
        let before = match *begun {
            [first, second] if first + second > 0 => figures::halflives_before(first, second),
            [first] if first > 0 => figures::halflives_before_one(first),
            _ => figures::halflives_before_none(),
        };
        return figures::halflives_trained(&who, distance.steps, distance.word, &before);
    }
    let longest = lasts.iter().flat_map(|row| row.steps).copied().fold(0.0, f64::max);
    figures::halflives_now(&who, distance.steps, distance.word, &format::short(longest))
}
