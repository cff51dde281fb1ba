//! The numbers of a table as a series: in order of time, whole, and no longer than can be used.

use serde::{Deserialize, Serialize};

use crate::choices::Choices;
use crate::note::{Fault, Found, Note, Why, short};
use crate::order::gaps;
use crate::reading::{Sums, Table};
use crate::stand_in::stand_ins;

/// The largest share of a column that may be missing.
const MOST_MISSING: f64 = 0.2;
/// A column is the change of another in per cent if so many of its rows say so.
const DERIVED: f64 = 0.95;

/// A column's place, and its values.
type Numbers = (usize, Vec<f64>);

/// What can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The fewest rows.
    pub least_rows: usize,
    /// The most rows: the last ones are used.
    pub most_rows: usize,
    /// The most columns.
    pub most_columns: usize,
}

/// Numbers over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// The columns' names; the first is forecast.
    pub names: Vec<String>,
    /// Their units; empty where none is known.
    pub units: Vec<String>,
    /// Their places in the table, counted from 0.
    pub places: Vec<usize>,
    /// When each row was.
    pub labels: Vec<String>,
    /// The values of each column.
    pub values: Vec<Vec<f64>>,
    /// Of each column the rows whose value was missing and is filled in.
    pub filled: Vec<Vec<usize>>,
    /// The places in the table of columns that never change.
    pub still: Vec<usize>,
    /// What was found, left out or filled on the way from the table to here.
    pub notes: Vec<Note>,
}

/// Makes a table a series. Its values and notes are used up.
///
/// # Errors
/// Why it can be none.
pub fn series(table: &mut Table, choices: &Choices, limits: Limits) -> Result<Series, Fault> {
    let mut notes = std::mem::take(&mut table.notes);
    let mut values = std::mem::take(&mut table.values);
    let mut rows: Vec<usize> = (0..table.labels.texts.len()).collect();
    let name = |c: usize| table.columns[c].name.clone();
    let untimed =
        || if choices.totals == Some(false) || table.is_timed { None } else { total(&table.labels.texts, &values) };
    if let Some(why) = untimed() {
        let left = rows.pop().map(|row| crate::note::Left {
            why,
            rows: 1,
            line: 0,
            begin: short(&format!("{}, {}", table.labels.texts[row], values[0].1[row])),
        });
        table.left.extend(left);
    }
    notes.extend(table.left.iter().cloned().map(Note::Left));
    order(table, &mut rows, choices, &mut notes);
    let numbers = values.len();
    if table.labels.texts.len() < limits.least_rows {
        return Err(Fault::Short(table.labels.texts.len()));
    }
    if choices.stand_ins != Some(false) {
        for (c, all) in &mut values {
            for (value, cells) in stand_ins(all.iter().copied()) {
                notes.push(Note::StandIn { column: name(*c), value, cells });
                all.iter_mut().filter(|own| **own == value).for_each(|own| *own = f64::NAN);
            }
        }
    }
    // Columns that are no values.
    let texts: Vec<String> = (0..table.columns.len())
        .filter(|c| !table.times.contains(c) && !values.iter().any(|own| own.0 == *c) && numbers == table.numbers)
        .filter(|c| {
            table.columns[*c].kind != crate::column::Kind::Empty && !table.multiplied.iter().any(|own| own.0 == *c)
        })
        .map(name)
        .collect();
    let missing = |all: &[f64]| all.iter().filter(|value| value.is_nan()).count() as f64 / all.len().max(1) as f64;
    let (mut used, sparse): (Vec<Numbers>, Vec<Numbers>) = values
        .into_iter()
        .partition(|(c, all)| missing(all) <= MOST_MISSING || (choices.wants(*c) && missing(all) < 1.0));
    let left: Vec<String> = texts.into_iter().chain(sparse.iter().map(|(c, _)| name(*c))).collect();
    if !left.is_empty() {
        notes.push(Note::NotNumbers(left));
    }
    notes.extend(table.multiplied.iter().map(|(c, cell)| Note::Multiplied(name(*c), cell.clone())));
    let unwanted: Vec<String> =
        used.iter().map(|own| own.0).filter(|c| choices.without.contains(c)).map(name).collect();
    if !unwanted.is_empty() && unwanted.len() < used.len() {
        used.retain(|(c, _)| !choices.without.contains(c));
        notes.push(Note::Unwanted(unwanted));
    }
    if used.is_empty() {
        return Err(Fault::NoNumbers(table.columns.first().map_or(String::new(), |own| own.name.clone())));
    }
    let is_constant = |all: &[f64]| {
        let mut here = rows.iter().map(|row| all[*row]).filter(|value| !value.is_nan());
        let first = here.next();
        here.all(|value| Some(value) == first)
    };
    let still: Vec<usize> = used.iter().filter(|(_, all)| is_constant(all)).map(|(c, _)| *c).collect();
    used.retain(|(c, _)| !still.contains(c));
    if !still.is_empty() {
        notes.push(Note::Constant(still.iter().map(|c| name(*c)).collect()));
    }
    if used.is_empty() {
        return Err(Fault::AllConstant);
    }
    leave_derived(table, &rows, choices, &mut used, &mut notes);
    if let Some(place) = choices.target.and_then(|target| used.iter().position(|(c, _)| *c == target)) {
        let target = used.remove(place);
        used.insert(0, target);
    }
    let count = used.len() + table.numbers.saturating_sub(numbers);
    if count > limits.most_columns {
        notes.push(Note::Wide { columns: count, used: limits.most_columns });
        // What a person wants goes first, and each part in the order of the table; what is forecast is wanted or the first.
        used.sort_by_key(|(c, _)| (choices.target != Some(*c), !choices.wants(*c)));
        used.truncate(limits.most_columns);
        used.sort_by_key(|(c, _)| (choices.target != Some(*c), *c));
    }
    if rows.len() > limits.most_rows {
        notes.push(Note::Last(Found::Rows(rows.len()), limits.most_rows));
        rows.drain(..rows.len() - limits.most_rows);
    }
    tell_strange(table, &rows, &used, &mut notes);
    // Where a column begins late or ends early, all do.
    let whole = |row: &&usize| used.iter().all(|(_, all)| !all[**row].is_nan());
    let from = rows.iter().position(|row| whole(&row)).ok_or(Fault::NeverWhole)?;
    let to = rows.iter().rposition(|row| whole(&row)).map_or(from, |last| last + 1);
    if rows.len() > to - from {
        notes.push(Note::Dropped(rows.len() - (to - from)));
    }
    let rows = &rows[from..to];
    if rows.len() < limits.least_rows {
        return Err(Fault::Short(rows.len()));
    }
    let (values, filled): (Vec<Vec<f64>>, Vec<Vec<usize>>) = used
        .iter()
        .map(|(_, all)| {
            let mut own: Vec<f64> = rows.iter().map(|row| all[*row]).collect();
            let missing = (0..own.len()).filter(|t| own[*t].is_nan()).collect();
            fill(&mut own);
            (own, missing)
        })
        .unzip();
    for ((c, _), missing) in used.iter().zip(&filled) {
        let Some(first) = missing.first() else { continue };
        let when = table.labels.texts[rows[*first]].clone();
        notes.push(Note::Filled { column: name(*c), cells: missing.len(), when });
    }
    Ok(Series {
        names: used.iter().map(|(c, _)| name(*c)).collect(),
        units: used.iter().map(|(c, _)| table.columns[*c].unit.clone()).collect(),
        places: used.iter().map(|(c, _)| *c).collect(),
        labels: rows.iter().map(|row| table.labels.texts[*row].clone()).collect(),
        values,
        filled,
        still,
        notes,
    })
}

/// Names of a row that is the sum or the mean of the others.
const SUMS: [&str; 26] = [
    "total",
    "totals",
    "sum",
    "summe",
    "gesamt",
    "insgesamt",
    "somme",
    "suma",
    "totale",
    "totaal",
    "mean",
    "average",
    "avg",
    "mittel",
    "mittelwert",
    "durchschnitt",
    "moyenne",
    "media",
    "média",
    "promedio",
    "gemiddelde",
    "grand",
    "overall",
    "σ",
    "all",
    "celkem",
];

/// What the last row is, if it is the sum of the others; or their sum or mean, and named so.
fn total(labels: &[String], values: &[Numbers]) -> Option<Why> {
    let rows = labels.len();
    let at = |row: usize| -> Vec<f64> { values.iter().map(|(_, all)| all[row]).collect() };
    let last = at(rows.checked_sub(1)?);
    let lower = labels[rows - 1].to_lowercase();
    let is_named = lower.split(|c: char| !c.is_alphabetic()).any(|word| SUMS.contains(&word));
    let is_zero = last.iter().all(|value| *value == 0.0 || value.is_nan());
    if is_zero || (rows <= 10 && !is_named) {
        return None;
    }
    let mut sums = Sums::default();
    (0..rows - 1).for_each(|row| sums.add(&at(row)));
    sums.against(&last).filter(|why| *why == Why::Total || is_named)
}

/// Puts rows in order of time, and tells what their times say.
fn order(table: &Table, rows: &mut [usize], choices: &Choices, notes: &mut Vec<Note>) {
    let labels = &table.labels;
    if !table.is_timed || labels.instants.len() != labels.texts.len() {
        let counts = table.times.first().is_some_and(|c| table.columns[*c].kind == crate::column::Kind::Date);
        let number = |row: &usize| labels.texts[*row].replace(',', ".").parse::<f64>().ok();
        let goes = |is: fn(f64, f64) -> bool| {
            rows.windows(2).all(|two| matches!((number(&two[0]), number(&two[1])), (Some(a), Some(b)) if is(a, b)))
        };
        match () {
            () if counts && goes(|a, b| a <= b) => {}
            // Years that are counted down.
            () if counts && choices.sorted != Some(false) && goes(|a, b| a >= b) => {
                rows.reverse();
                notes.push(Note::NewestFirst);
            }
            () => notes.push(Note::NoTimes(table.times.first().map(|c| table.columns[*c].name.clone()))),
        }
        return;
    }
    let instants = &labels.instants;
    let rises = instants.windows(2).all(|two| two[0] <= two[1]);
    let falls = instants.windows(2).all(|two| two[0] >= two[1]);
    match () {
        () if rises => {}
        () if choices.sorted == Some(false) => return notes.push(Note::AsWritten),
        () if falls => {
            rows.reverse();
            notes.push(Note::NewestFirst);
        }
        () => {
            rows.sort_by_key(|row| instants[*row]);
            notes.push(Note::Sorted);
        }
    }
    let again: Vec<usize> =
        rows.windows(2).filter(|two| instants[two[0]] == instants[two[1]]).map(|two| two[1]).collect();
    if let Some(first) = again.first() {
        notes.push(Note::Repeated { rows: again.len(), first: labels.texts[*first].clone() });
    }
    let ordered: Vec<i64> = rows.iter().map(|row| instants[*row]).collect();
    if let Some(found) = labels.fineness.and_then(|fineness| gaps(&ordered, fineness)) {
        let label = |place: usize| labels.texts[rows[place]].clone();
        notes.push(Note::Gaps {
            places: found.places,
            from: label(found.longest),
            to: label(found.longest + 1),
            step: found.step,
            fineness: found.fineness,
        });
    }
}

/// Leaves out columns that only say by how much another one changed, in per cent, unless a person wants them.
fn leave_derived(table: &Table, rows: &[usize], choices: &Choices, used: &mut Vec<Numbers>, notes: &mut Vec<Note>) {
    let of = |shares: &[f64]| -> Option<usize> {
        let source = used.iter().find(|(_, all)| {
            let mut said = 0;
            let mut all_rows = 0;
            for two in rows.windows(2) {
                let (before, after, share) = (all[two[0]], all[two[1]], shares[two[1]]);
                if before.is_nan() || after.is_nan() || share.is_nan() || before == 0.0 {
                    continue;
                }
                all_rows += 1;
                // Shares are written with two decimals, or fewer where all are.
                said += usize::from((100.0 * (after / before - 1.0) - share).abs() <= 0.0101);
            }
            all_rows > 10 && f64::from(said as u32) >= DERIVED * f64::from(all_rows)
        });
        source.map(|(c, _)| *c)
    };
    let derived: Vec<(usize, usize)> = used
        .iter()
        .filter(|(c, _)| table.columns[*c].unit == "%" && !choices.wants(*c))
        .filter_map(|(c, all)| of(all).filter(|source| source != c).map(|source| (*c, source)))
        .collect();
    for (c, source) in derived {
        used.retain(|own| own.0 != c);
        notes.push(Note::Derived(table.columns[c].name.clone(), table.columns[source].name.clone()));
    }
}

/// Tells of cells that are no numbers, among those that are used.
fn tell_strange(table: &Table, rows: &[usize], used: &[(usize, Vec<f64>)], notes: &mut Vec<Note>) {
    if table.strange.is_empty() {
        return;
    }
    let mut is_used = vec![false; table.labels.texts.len()];
    rows.iter().for_each(|row| is_used[*row] = true);
    for (c, _) in used {
        let Some((cells, row, first)) = table.strange.of(*c, &is_used) else { continue };
        let (column, when) = (table.columns[*c].name.clone(), table.labels.texts[row].clone());
        notes.push(Note::Strange { column, cells, first: first.to_owned(), when });
    }
}

/// Fills what is missing along straight lines; the ends are there.
fn fill(values: &mut [f64]) {
    let mut last = 0;
    for t in 0..values.len() {
        if values[t].is_nan() {
            continue;
        }
        let (before, value, span) = (values[last], values[t], (t - last) as f64);
        (last + 1..t).for_each(|k| values[k] = before + (value - before) * (k - last) as f64 / span);
        last = t;
    }
}
