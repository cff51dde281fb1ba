//! Which rows are the table: most have as many cells, one above them names the columns.

use crate::choices::{Choices, Separator};
use crate::column::{Column, Kind};
use crate::date::pieces;
use crate::grid::{Comments, Grid};
use crate::note::{Left, Why, short};
use crate::number::{core, is_missing};

/// Rows that are looked at to find the head.
const SAMPLE: usize = 300;
/// The most characters of a unit that stands below a name.
const UNIT: usize = 12;
/// The most characters of a name in a line that a sign sets apart from the table.
const NAME: usize = 30;
/// The most columns that are looked at.
const MOST: usize = 1000;
/// Units that are letters alone.
const UNITS: [&str; 28] = [
    "s", "ms", "h", "min", "m", "mm", "cm", "km", "g", "kg", "t", "l", "v", "mv", "a", "ma", "w", "kw", "mw", "kwh",
    "mwh", "hz", "pa", "hpa", "ppm", "k", "c", "utc",
];

/// The rows and columns of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Body {
    /// The columns that hold anything, as they are counted in the grid.
    pub(crate) places: Vec<usize>,
    /// A name for each; empty where it has none.
    pub(crate) names: Vec<String>,
    /// The line of the head, if there is one.
    pub(crate) head: Option<usize>,
    /// The rows with the usual number of cells, below the head.
    pub(crate) rows: Vec<u32>,
    /// What is left out.
    pub(crate) left: Vec<Left>,
    /// Cells of most rows.
    pub(crate) width: usize,
    /// Cells of a head that has fewer than the rows.
    pub(crate) narrow: Option<usize>,
}

/// Notes that a row is left out.
pub(crate) fn leave(left: &mut Vec<Left>, why: Why, grid: &Grid, row: usize) {
    match left.iter_mut().find(|own| own.why == why) {
        Some(own) => own.rows += 1,
        None => {
            let cells: Vec<&str> = grid.row(row).filter(|cell| !cell.is_empty()).collect();
            left.push(Left { why, rows: 1, line: grid.line(row), begin: short(&cells.join(", ")) });
        }
    }
}

/// The number of cells up to the last that holds anything.
fn reach(grid: &Grid, row: usize) -> usize {
    (0..grid.width(row)).rev().find(|c| !grid.cell(row, *c).is_empty()).map_or(0, |c| c + 1)
}

impl Body {
    pub(crate) fn of(grid: &Grid, comments: &Comments, separator: Separator, choices: &Choices) -> Self {
        let filled: Vec<usize> = (0..grid.len()).filter(|row| !grid.is_blank(*row)).collect();
        let width = most(filled.iter().map(|row| grid.width(*row)));
        let wide = width.min(MOST);
        let mut body = Self { width, ..Self::default() };
        // Rows that are too long hold nothing in the cells that are too many, or are another thing.
        let (usual, others): (Vec<usize>, Vec<usize>) = filled
            .into_iter()
            .partition(|row| grid.width(*row) == width || (grid.width(*row) > width && reach(grid, *row) <= width));
        let mut sample = vec![Column::default(); wide];
        for row in usual.iter().take(SAMPLE) {
            (0..wide).for_each(|c| sample[c].look(grid.cell(*row, c)));
        }
        let first = first(grid, &usual, &sample, choices);
        let above = &usual[..first];
        let mut names = names(grid, above);
        let short_cells = |row: &usize| grid.row(*row).all(|cell| cell.chars().count() <= UNIT);
        let units = above.last().copied().filter(|row| names.is_some_and(|own| own + 1 == *row) && short_cells(row));
        let below = usual.get(first).copied().unwrap_or(grid.len());
        // A head with one cell less than the rows names all but the first, which names the rows.
        let mut shift = 0;
        let counts = |c: usize| sample[c].whole.even && sample[c].whole.count > 1;
        if names.is_none() && choices.head != Some(false) {
            let near = others.iter().copied().filter(|row| *row < below).max();
            let numbers = |row: usize| (0..grid.width(row)).any(|c| core(grid.cell(row, c)).is_some());
            if let Some(row) = near.filter(|row| row + 1 == below && grid.width(*row) > 1 && !numbers(*row)) {
                let has = grid.width(row);
                if has < width && (has..wide).all(|c| sample[c].filled == 0) {
                    names = Some(row);
                } else if has + 1 == width && (counts(0) || sample[0].kind() == Kind::Text) {
                    (names, shift) = (Some(row), 1);
                } else if has < width {
                    body.narrow = Some(has);
                }
            }
        }
        for row in others.iter().filter(|row| Some(**row) != names) {
            let why = if *row < below { Why::Above } else { Why::Ragged(width) };
            leave(&mut body.left, why, grid, *row);
        }
        for row in above.iter().filter(|row| Some(**row) != names && Some(**row) != units) {
            leave(&mut body.left, Why::Above, grid, *row);
        }
        body.head = names.map(|row| grid.line(row));
        body.take(grid, &usual[first..]);
        // A line directly above, behind a sign, is the head of a table that has no other.
        let head = comments.head(separator);
        let is_name = |cell: &str| core(cell).is_none() && cell.chars().count() <= NAME;
        let has = if head.is_empty() { 0 } else { head.width(0) };
        let is_head = names.is_none()
            && choices.head != Some(false)
            && usual.first() == Some(&0)
            && (has == width || (has > 1 && has + 1 == width && counts(0)))
            && head.row(0).all(is_name)
            && head.row(0).any(|cell| !cell.is_empty());
        if is_head {
            (body.head, shift) = (comments.last.as_ref().map(|own| own.1), width - has);
        }
        let above = comments.rows - usize::from(is_head && comments.rows > 0);
        if above > 0 {
            let (begin, line) = &comments.first;
            match body.left.iter_mut().find(|own| own.why == Why::Above) {
                Some(own) => (own.rows, own.line, own.begin) = (own.rows + above, *line, short(begin)),
                None => body.left.push(Left { why: Why::Above, rows: above, line: *line, begin: short(begin) }),
            }
        }
        let name = |c: usize| {
            let own = match names {
                _ if c < shift => "",
                Some(row) => grid.cell(row, c - shift),
                None if is_head => head.cell(0, c - shift),
                None => "",
            };
            let unit = units.map_or("", |row| grid.cell(row, c));
            if unit.is_empty() || own.contains(['(', '[']) || own.is_empty() {
                own.to_owned()
            } else {
                format!("{own} ({})", unit.trim_matches(['(', ')', '[', ']']))
            }
        };
        let holds = |c: usize| body.rows.iter().any(|row| !grid.cell(*row as usize, c).is_empty());
        body.places = (0..wide).filter(|c| !name(*c).is_empty() || holds(*c)).collect();
        body.names = body.places.iter().map(|c| name(*c)).collect();
        body
    }
}

impl Body {
    /// Whether cells between spaces look like the thousands of numbers: three digits behind one to three, in all rows.
    pub(crate) fn is_apart(&self, grid: &Grid) -> bool {
        let digits = |cell: &str| cell.chars().take_while(char::is_ascii_digit).count();
        let ends = |cell: &str| cell.chars().rev().take_while(char::is_ascii_digit).count();
        let looked = &self.rows[..self.rows.len().min(SAMPLE)];
        let fits = |row: u32, c: usize| {
            let (before, cell) = (grid.cell(row as usize, c - 1), grid.cell(row as usize, c));
            digits(cell) == 3 && (1..=3).contains(&ends(before)) && !before.contains(['.', ','])
        };
        let is_all = |c: usize| looked.iter().filter(|row| fits(**row, c)).count() * 10 >= looked.len() * 9;
        !looked.is_empty() && (1..self.width.min(MOST)).any(is_all)
    }

    /// Takes rows, and what stands between them and says that values are missing.
    fn take(&mut self, grid: &Grid, usual: &[usize]) {
        let blank = |row: &usize| {
            grid.is_blank(*row) && grid.width(*row) == self.width && (self.width > 1 || !grid.cell(*row, 0).is_empty())
        };
        let mut last = None;
        for row in usual {
            let between = last.map_or(*row, |last: usize| last + 1)..*row;
            self.rows.extend(between.filter(blank).chain([*row]).map(|row| row as u32));
            last = Some(*row);
        }
        // Lines of one cell that is empty: in a table of several columns they are no rows.
        if self.width > 1 {
            return;
        }
        let breaks = |two: &[usize]| grid.line(two[1]) - grid.line(two[0]);
        let lines = |two: &[usize]| breaks(two) - (two[0]..two[1]).filter(|row| !grid.cell(*row, 0).is_empty()).count();
        let is_spaced = usual.windows(2).map(breaks).all(|own| own > 1);
        let empty: usize = usual.windows(2).map(lines).sum();
        if empty > 0 && !is_spaced {
            let first = usual.windows(2).find(|two| lines(two) > 0).map_or(0, |two| grid.line(two[0]) + 1);
            self.left.push(Left { why: Why::NoNumber, rows: empty, line: first, begin: String::new() });
        }
    }
}

/// The row that names the columns, of those above the values: the one with the most names; of several the last, unless that
/// holds their units.
fn names(grid: &Grid, above: &[usize]) -> Option<usize> {
    let count = |row: &usize| grid.row(*row).filter(|cell| !cell.is_empty()).count();
    let most = above.iter().map(count).max()?;
    let mut best = above.iter().copied().rev().filter(|row| count(row) == most);
    let last = best.next()?;
    let is_unit = |cell: &str| {
        let lower = cell.to_lowercase();
        UNITS.contains(&&*lower) || cell.starts_with(['(', '[']) || cell.contains(['°', '%', '/', '€', '$', 'µ', 'Ω'])
    };
    let are_units = grid.row(last).all(|cell| cell.chars().count() <= UNIT)
        && grid.row(last).filter(|cell| is_unit(cell)).count() * 2 > most
        && above.last() == Some(&last);
    let is_named = |row: usize| grid.row(row).all(|cell| core(cell).is_none());
    let before = best.next().filter(|row| are_units && row + 1 == last && is_named(*row));
    Some(before.unwrap_or(last))
}

/// The number that is there most often; of several the largest.
fn most(numbers: impl Iterator<Item = usize>) -> usize {
    let mut counts: std::collections::HashMap<usize, usize> = std::collections::HashMap::new();
    numbers.for_each(|number| *counts.entry(number).or_default() += 1);
    counts.into_iter().max_by_key(|(number, count)| (*count, *number)).map_or(0, |own| own.0)
}

/// The place of the first row that holds values.
fn first(grid: &Grid, usual: &[usize], sample: &[Column], choices: &Choices) -> usize {
    match choices.head {
        Some(true) => return 1.min(usual.len()),
        Some(false) => return 0,
        None => {}
    }
    let is_number = |row: usize, c: usize| sample[c].kind() == Kind::Number && core(grid.cell(row, c)).is_some();
    let is_value = |row: usize, c: usize| {
        let cell = grid.cell(row, c);
        // A column may well be called x.
        let is_gone =
            sample[c].kind() == Kind::Number && !cell.is_empty() && !cell.eq_ignore_ascii_case("x") && is_missing(cell);
        is_number(row, c)
            || is_gone
            || (sample[c].kind() != Kind::Number && sample[c].dates * 2 >= sample[c].filled && pieces(cell).is_some())
    };
    let Some(place) = usual.iter().position(|row| (0..sample.len()).any(|c| is_value(*row, c))) else {
        return usual.len().min(1);
    };
    // Above the head there may be lines of a name and a number, such as that of a place.
    let is_text = |row: usize, c: usize| {
        let cell = grid.cell(row, c);
        cell.starts_with(char::is_alphabetic) && core(cell).is_none() && pieces(cell).is_none() && !is_missing(cell)
    };
    let is_head = |row: usize| (0..sample.len()).all(|c| is_text(row, c));
    let is_told = |row: usize| {
        (0..sample.len()).any(|c| matches!(sample[c].kind(), Kind::Number | Kind::Date) && is_text(row, c))
    };
    let head = (place + 1..usual.len().min(place + 30)).find(|own| is_head(usual[*own]));
    if let Some(head) = head.filter(|head| sample.len() > 1 && (place..*head).all(|own| is_told(usual[own]))) {
        return head + 1;
    }
    let row = usual[place];
    let below = &usual[place + 1..usual.len().min(place + 20)];
    // Columns that are named by years, or counted: the numbers of the head follow each other.
    let numbers: Vec<(usize, f64)> = (0..sample.len())
        .filter(|c| sample[*c].kind() == Kind::Number)
        .filter_map(|c| Some((c, grid.cell(row, c).parse::<f64>().ok()?)))
        .collect();
    let all = |row: usize| -> Vec<f64> {
        numbers.iter().map(|(c, _)| grid.cell(row, *c).parse().unwrap_or(f64::NAN)).collect()
    };
    let counts = |row: usize| all(row).windows(2).all(|two| two[1] == two[0] + 1.0);
    let years = |row: usize| all(row).iter().all(|own| own.fract() == 0.0 && (1500.0..2200.0).contains(own));
    let starts_apart = (0..sample.len()).any(|c| {
        let cell = grid.cell(row, c);
        sample[c].kind() != Kind::Number && (sample[c].kind() != Kind::Date || pieces(cell).is_none())
    });
    let follows = |is: &dyn Fn(usize) -> bool| is(row) && !below.is_empty() && !below.iter().all(|row| is(*row));
    let is_counted = numbers.len() >= 2 && starts_apart && follows(&counts);
    let is_dateless = (0..sample.len()).any(|c| sample[c].kind() == Kind::Date && pieces(grid.cell(row, c)).is_none());
    let is_years = !numbers.is_empty() && (is_dateless || numbers.len() >= 2 && starts_apart) && follows(&years);
    // A table without names whose rows are counted: nothing, 0, 1, 2.
    let is_index = grid.cell(row, 0).is_empty()
        && sample[0].whole.even
        && sample[0].whole.count > 1
        && sample[0].whole.count == sample[0].filled
        && numbers.len() + 1 == sample.len()
        && numbers.iter().all(|(c, own)| *own == *c as f64 - 1.0);
    place + usize::from(is_counted || is_years || is_index)
}
