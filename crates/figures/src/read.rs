//! What a chart says in words and numbers: at a place, at the next place, and all of it as a table.

use crate::calendar;
use crate::chart::{Chart, Point, Role, Series, Shape};
use crate::layout::Layout;
use crate::{Format, Scale};
use words::figures::words;
use words::fill;
use words::format::{Digits, Measure};

/// How the share of a tick at the foot is written.
const SHARE: Format = Format::Of(Measure::Share);

/// What stands at one number of x.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The number of x.
    pub x: f64,
    /// The same, written.
    pub place: String,
    /// What each series has there.
    pub values: Vec<Value>,
}

/// A number of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The series.
    pub name: String,
    /// Its colour.
    pub role: Role,
    /// How it is drawn.
    pub shape: Shape,
    /// The number.
    pub number: f64,
    /// The same, written; with the lowest and the highest if there are any.
    pub text: String,
}

/// A way along x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the first.
    First,
    /// To the one before.
    Back,
    /// To the next.
    On,
    /// To the last.
    Last,
}

/// All numbers of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the columns are.
    pub head: Vec<String>,
    /// A row for each number of x.
    pub rows: Vec<Vec<String>>,
    /// What the lines of reference are, and where they stand.
    pub notes: Vec<(String, String)>,
}

impl Table {
    /// As a file of comma-separated values, with the caption and the notes in lines that begin with `#`. Numbers are written so
    /// that programs read them: `-1.7e-4` for `−1.7·10⁻⁴`.
    #[must_use]
    pub fn csv(&self, caption: &str) -> String {
        let line = |cells: &[String]| cells.iter().map(|cell| quoted(&plain(cell))).collect::<Vec<_>>().join(",");
        let notes = self.notes.iter().map(|(name, number)| format!("# {name}: {number}\n"));
        let above: String = std::iter::once(format!("# {caption}\n")).chain(notes).collect();
        let rows = std::iter::once(&self.head).chain(&self.rows).map(|row| line(row) + "\n");
        above + &rows.collect::<String>()
    }
}

/// A number as programs read it; any other text as it stands.
fn plain(cell: &str) -> String {
    const POWERS: [char; 11] = ['⁻', '⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    const PLAIN: [char; 11] = ['-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
    let digit = |own: char| POWERS.iter().position(|power| *power == own).map_or(own, |place| PLAIN[place]);
    let number: String = cell.chars().filter(|own| !matches!(own, '\u{a0}' | '\u{2009}' | '\u{202f}')).collect();
    let number = number.replace('−', "-").replace("·10", "e").chars().map(digit).collect::<String>();
    if number.parse::<f64>().is_ok() { number } else { cell.to_owned() }
}

/// A cell with quotes where its text needs them.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// What a chart has at the number of x that is nearest to a place; none if it has no numbers.
#[must_use]
pub fn read(chart: &Chart, layout: &Layout, x_pixel: f64) -> Option<Reading> {
    let distance = |x: &f64| (layout.x(*x) - x_pixel).abs();
    let columns = chart.columns();
    let near = columns.into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    Some(reading(chart, near))
}

/// What a chart has at a number of x.
#[must_use]
pub fn reading(chart: &Chart, x: f64) -> Reading {
    let points = || chart.series.iter().filter_map(|series| Some((series, near(chart, series, x)?)));
    // What stands side by side has one unit.
    let group = chart.y.format.group(points().flat_map(|(_, point)| numbers(point)));
    let values = points().map(|(series, point)| {
        let write = |y: f64| group.write(y, Digits::Table);
        let text = match point.spread {
            None => write(point.y),
            Some((low, high)) => format!("{} ({} – {})", write(point.y), write(low), write(high)),
        };
        let text = match point.x == x {
            true => text,
            false => fill(words().value_of, &[("value", &text), ("place", &place(chart, point.x))]),
        };
        Value { name: series.name.clone(), role: series.role, shape: series.shape, number: point.y, text }
    });
    let values = values.chain(chart.rug.iter().map(|rug| {
        let number = rug.at(x);
        Value {
            name: rug.name.clone(),
            role: rug.role,
            shape: Shape::Bar,
            number,
            text: SHARE.group([number]).write(number, Digits::Table),
        }
    }));
    let place = match &chart.x.scale {
        Scale::Columns(names) if chart.x.title == words().step_axis => {
            names.get(x.max(0.0) as usize).map_or_else(String::new, |name| step_named(x.max(0.0) as usize, name))
        }
        _ => place(chart, x),
    };
    Reading { x, place, values: values.collect() }
}

/// The point of a series at a number of x. A line that goes through it without one there has the nearest of its points.
fn near<'a>(chart: &Chart, series: &'a Series, x: f64) -> Option<&'a Point> {
    let is_line = matches!(series.shape, Shape::Line | Shape::Thin | Shape::Dashed);
    let goes_through = || {
        let (first, last) = (series.points.first()?.x, series.points.last()?.x);
        let is_through = is_line && !matches!(chart.x.scale, Scale::Columns(_)) && (first..=last).contains(&x);
        is_through.then(|| series.points.iter().min_by(|a, b| (a.x - x).abs().total_cmp(&(b.x - x).abs())))?
    };
    series.at(x).or_else(goes_through)
}

/// A step by its number, from 1, and its word, if it has one that is no number.
#[must_use]
pub fn step_named(step: usize, name: &str) -> String {
    let n = (step + 1).to_string();
    match name.parse::<f64>() {
        Err(_) => fill(words().step_looked_at, &[("n", &n), ("name", name)]),
        Ok(_) => format!("{} {name}", words().step_axis),
    }
}

/// The number of a point, and the ends of its spread.
fn numbers(point: &Point) -> impl Iterator<Item = f64> + use<> {
    [point.y].into_iter().chain(point.spread.into_iter().flat_map(|(low, high)| [low, high]))
}

/// A number of x, written: a column by its name, and by its number where the name is none and may come twice; a time alone.
fn place(chart: &Chart, x: f64) -> String {
    let Scale::Columns(names) = &chart.x.scale else { return chart.x.format.write(x) };
    let column = x.max(0.0) as usize;
    match names.get(column) {
        Some(name) if chart.x.title == words().time_axis => calendar::told(name).unwrap_or_else(|| name.clone()),
        Some(name) if name.parse::<f64>().is_err() => {
            fill(words().step_named, &[("n", &(column + 1).to_string()), ("name", name)])
        }
        Some(name) => name.clone(),
        None => String::new(),
    }
}

/// The next number of x in a direction, or the last there is. From nowhere, on leads to the first and back to the last.
#[must_use]
pub fn step(chart: &Chart, from: Option<f64>, direction: Direction) -> Option<f64> {
    let columns = chart.columns();
    let (first, last) = (columns.first().copied(), columns.last().copied());
    match (direction, from) {
        (Direction::First, _) | (Direction::On, None) => first,
        (Direction::Last, _) | (Direction::Back, None) => last,
        (Direction::On, Some(from)) => columns.into_iter().find(|x| *x > from).or(last),
        (Direction::Back, Some(from)) => columns.into_iter().rfind(|x| *x < from).or(first),
    }
}

/// All numbers of a chart, as they are, also those that its axes don't reach.
#[must_use]
pub fn table(chart: &Chart) -> Table {
    let words = words();
    let has_spread: Vec<bool> =
        chart.series.iter().map(|series| series.points.iter().any(|point| point.spread.is_some())).collect();
    let points = chart.series.iter().flat_map(|series| &series.points);
    let group = chart.y.format.group(points.flat_map(numbers).chain(chart.references.iter().map(|r| r.at)));
    let unit = group.symbol();
    let headed = |name: String| if unit.is_empty() { name } else { format!("{name}, {unit}") };
    let mut head = vec![chart.x.title.clone()];
    for (series, spread) in chart.series.iter().zip(&has_spread) {
        head.push(headed(series.name.clone()));
        if *spread {
            head.extend([words.lowest, words.highest].map(|what| headed(format!("{}, {what}", series.name))));
        }
    }
    let ticks = chart.rug.as_ref().map(|rug| (rug, SHARE.group(rug.ticks.iter().map(|(_, share)| *share))));
    head.extend(ticks.as_ref().map(|(rug, group)| format!("{}, {}", rug.name, group.symbol())));
    let write = |y: f64| group.column(y);
    let row = |x: f64| {
        let mut row = vec![place(chart, x)];
        for (series, spread) in chart.series.iter().zip(&has_spread) {
            let point = series.at(x);
            row.push(point.map_or_else(String::new, |point| write(point.y)));
            if *spread {
                let ends = point.and_then(|point| point.spread);
                row.extend(ends.map_or_else(Default::default, |(low, high)| [write(low), write(high)]));
            }
        }
        row.extend(ticks.as_ref().map(|(rug, group)| group.column(rug.at(x))));
        row
    };
    let notes =
        chart.references.iter().map(|reference| (reference.name.clone(), group.write(reference.at, Digits::Table)));
    Table { head, rows: chart.columns().into_iter().map(row).collect(), notes: notes.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_a_file_that_programs_read() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let table = Table {
            head: row(["step", "RNN, left", "word"]),
            rows: vec![row(["1", "−1.7·10⁻⁴", "“The, book”"]), row(["10\u{202f}000", "0.25", "−"])],
            notes: vec![("all alike".to_owned(), "0.2".to_owned())],
        };
        let right =
            "# What is left\n# all alike: 0.2\nstep,\"RNN, left\",word\n1,-1.7e-4,\"“The, book”\"\n10000,0.25,−\n";
        assert_eq!(table.csv("What is left"), right);
    }
}
