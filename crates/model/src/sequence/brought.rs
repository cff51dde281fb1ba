//! The one door for a person's table of numbers: reads rows of a text, and says what is wrong with it as data.

use csv::{ReaderBuilder, StringRecord, Trim};
use serde::{Deserialize, Serialize};

use super::{LONGEST, MOST_COLUMNS, SHORTEST, decimal};

/// The most bytes of a text or a file that are read.
pub const LIMIT: usize = 65536;
/// The most characters of what was found that a fault holds.
const FOUND: usize = 40;

/// A table that can become a sequence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// A name for each column: from the head row, else its number (from 1).
    pub names: Vec<String>,
    /// The numbers, as [`Numbers`](super::Numbers) reads them: [`SHORTEST`] to [`LONGEST`] rows, each as long as `names`.
    pub rows: Vec<Vec<String>>,
    /// What was left out or rounded.
    pub notes: Vec<Note>,
}

/// What of a table was not taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// The text is longer than [`LIMIT`]: its last line, which may be cut, is left out.
    Cut,
    /// There are this many rows, of which the first [`LONGEST`] are taken.
    Long(usize),
    /// This many numbers have more than 15 digits and were rounded.
    Rounded(usize),
}

/// Why a text is no table of numbers. Lines and columns are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// There is no text.
    Empty,
    /// There is one cell, which holds this.
    OneCell(String),
    /// There are more columns than [`MOST_COLUMNS`].
    Wide {
        /// The first line.
        line: usize,
        /// Its columns.
        columns: usize,
    },
    /// A line has another number of columns than the first.
    Ragged {
        /// The line.
        line: usize,
        /// Its columns.
        columns: usize,
        /// Those of the first line.
        expected: usize,
    },
    /// A cell holds no number that can be used.
    Cell {
        /// Its line.
        line: usize,
        /// Its column.
        column: usize,
        /// The column's name, if there is a head row.
        name: Option<String>,
        /// What the cell holds.
        found: String,
        /// What is wrong with it.
        why: Wrong,
    },
    /// There are fewer rows than [`SHORTEST`].
    Short(usize),
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wrong {
    /// It is empty.
    Blank,
    /// It is NaN, infinite, or beyond the range of f64.
    Infinite,
    /// It has more than 15 digits before the point.
    Large,
    /// It has a decimal comma.
    Comma,
    /// It is no number.
    Text,
}

impl Brought {
    /// The numbers in the form of [`Numbers`](super::Numbers), as they stand in the address.
    #[must_use]
    pub fn numbers(&self) -> String {
        self.rows.iter().map(|row| row.join(",")).collect::<Vec<_>>().join(";")
    }

    /// The part of an address that makes these numbers the sequence.
    #[must_use]
    pub fn fragment(&self) -> String {
        format!("sequence=csv&numbers={}", self.numbers())
    }
}

/// What stands between the cells, by the first line: a semicolon or a tab, if there is one, else a comma.
fn delimiter(text: &str) -> u8 {
    let first = text.trim_start().lines().next().unwrap_or_default();
    [b';', b'\t'].into_iter().find(|mark| first.bytes().any(|byte| byte == *mark)).unwrap_or(b',')
}

/// The number of a cell, with a hyphen or a minus sign.
fn number(cell: &str) -> Option<f64> {
    cell.replace('−', "-").parse().ok()
}

/// A finite number without exponent and of at most 15 digits, as [`decimal`] reads it; `None` if it is too large.
fn written(cell: &str, number: f64) -> Option<String> {
    let cell = cell.replace('−', "-");
    if decimal(&cell).is_some() {
        return Some(cell);
    }
    let whole = format!("{:.0}", number.abs().trunc()).len();
    let text = format!("{number:.*}", 15_usize.checked_sub(whole)?);
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    decimal(text).map(|_| text.to_owned())
}

/// What was found, shortened.
fn found(cell: &str) -> String {
    let short: String = cell.chars().take(FOUND).collect();
    let is_cut = short.len() < cell.len();
    short + if is_cut { "…" } else { "" }
}

/// One cell, or what is wrong with it.
fn check_cell(cell: &str) -> Result<String, Wrong> {
    match number(cell) {
        _ if cell.is_empty() => Err(Wrong::Blank),
        Some(x) if !x.is_finite() => Err(Wrong::Infinite),
        Some(x) => written(cell, x).ok_or(Wrong::Large),
        None if number(&cell.replace(',', ".")).is_some() => Err(Wrong::Comma),
        None => Err(Wrong::Text),
    }
}

/// Reads a table: commas, semicolons or tabs between cells, a line a row, with or without a head row.
///
/// # Errors
/// The first fault, with its place.
pub fn check(text: &str) -> Result<Brought, Fault> {
    let mut notes = vec![];
    let mut whole = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    if let (true, Some((kept, _))) = (text.len() >= LIMIT, whole.rsplit_once('\n')) {
        whole = kept.to_owned();
        notes.push(Note::Cut);
    }
    if whole.trim().is_empty() {
        return Err(Fault::Empty);
    }
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(&whole))
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(whole.as_bytes());
    // It is text, and read from memory: no record is an error.
    let records: Vec<StringRecord> = reader.records().filter_map(Result::ok).collect();
    let records: Vec<&StringRecord> = records.iter().filter(|record| **record != [""][..]).collect();
    let line = |record: &StringRecord| {
        let start = record.position().map_or(0, |position| position.byte() as usize);
        // Empty lines before it are passed over.
        let blank = whole[start..].bytes().take_while(|byte| *byte == b'\n').count();
        1 + blank + whole[..start].matches('\n').count()
    };
    let Some(first) = records.first() else { return Err(Fault::Empty) };
    let width = first.len();
    if records.len() == 1 && width == 1 {
        return Err(Fault::OneCell(found(&first[0])));
    }
    if width > MOST_COLUMNS {
        return Err(Fault::Wide { line: line(first), columns: width });
    }
    let has_head = first.iter().all(|cell| number(cell).is_none()) && first.iter().any(|cell| !cell.is_empty());
    let name = |column: usize| has_head.then(|| found(&first[column]));
    let names = (0..width).map(|column| name(column).unwrap_or_else(|| (column + 1).to_string())).collect();
    let mut rows = vec![];
    let mut rounded = 0;
    let records = &records[usize::from(has_head)..];
    for record in records.iter().take(LONGEST) {
        if record.len() != width {
            return Err(Fault::Ragged { line: line(record), columns: record.len(), expected: width });
        }
        let mut row = vec![];
        for (column, cell) in record.iter().enumerate() {
            let text = check_cell(cell).map_err(|why| Fault::Cell {
                line: line(record),
                column: column + 1,
                name: name(column),
                found: found(cell),
                why,
            })?;
            rounded += usize::from(decimal(&text) != number(cell));
            row.push(text);
        }
        rows.push(row);
    }
    if rows.len() < SHORTEST {
        return Err(Fault::Short(rows.len()));
    }
    if records.len() > LONGEST {
        notes.push(Note::Long(records.len()));
    }
    if rounded > 0 {
        notes.push(Note::Rounded(rounded));
    }
    Ok(Brought { names, rows, notes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Key;
    use crate::sequence::{Input, Numbers};
    use crate::settings::State;
    use proptest::prelude::*;

    fn wrong(text: &str) -> Fault {
        check(text).expect_err(text)
    }

    fn good(text: &str) -> Brought {
        check(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
    }

    fn rows(text: &str) -> Vec<String> {
        good(text).rows.iter().map(|row| row.join(" ")).collect()
    }

    #[test]
    fn every_delimiter_and_line_break_is_read() {
        for (mark, end) in [(",", "\n"), (";", "\r\n"), ("\t", "\n"), (", ", "\r"), (";", "\n\n")] {
            let lines: Vec<String> = (1..=5).map(|n| format!("{n}{mark}-{n}.50")).collect();
            for head in [String::new(), format!("\"a\"{mark}b{end}"), "\u{feff}".to_owned()] {
                let text = head.clone() + &lines.join(end) + end;
                assert_eq!(rows(&text), ["1 -1.50", "2 -2.50", "3 -3.50", "4 -4.50", "5 -5.50"], "{text:?}");
                assert_eq!(good(&text).names, if head.contains('a') { ["a", "b"] } else { ["1", "2"] });
            }
        }
    }

    #[test]
    fn numbers_are_brought_to_their_one_form() {
        let text = "1e3\n−2.5\n+7\n1.5E-2\n3.14159265358979323";
        assert_eq!(rows(text), ["1000", "-2.5", "7", "0.015", "3.14159265358979"]);
        assert_eq!(good(text).notes, [Note::Rounded(1)]);
        assert_eq!(rows("\"1\"\n2\n3\n4\n5")[0], "1");
    }

    #[test]
    fn what_is_empty_or_one_cell_is_told() {
        for empty in ["", " \n\t ", "\u{feff}", "\n\n"] {
            assert_eq!(wrong(empty), Fault::Empty, "{empty:?}");
        }
        for (text, cell) in [("42", "42"), ("hello\n", "hello"), ("<b>", "<b>")] {
            assert_eq!(wrong(text), Fault::OneCell(cell.to_owned()));
        }
    }

    #[test]
    fn a_line_of_another_width_is_told_by_its_number() {
        let cases = [
            ("1,2\n3,4\n5\n6,7\n8,9", 3, 1),
            ("1,2\n3,4\n5,6,7\n6,7\n8,9", 3, 3),
            ("1,2\n\n3,4\n\n\n5,6,7\n6,7\n8,9", 6, 3),
        ];
        for (text, line, columns) in cases {
            assert_eq!(wrong(text), Fault::Ragged { line, columns, expected: 2 }, "{text:?}");
        }
    }

    /// Each fault names the line, the column, the column's name where there is one, and what was found.
    #[test]
    fn a_cell_that_is_wrong_is_told_with_its_place() {
        let cases = [
            ("a,b\n1,2\n3,x\n5,6\n7,8\n9,0", (3, 2), Some("b"), "x", Wrong::Text),
            ("1,2\n3,<img>\n5,6\n7,8\n9,0", (2, 2), None, "<img>", Wrong::Text),
            ("1,x\n3,4\n5,6\n7,8\n9,0", (1, 2), None, "x", Wrong::Text),
            ("1,2\n3,NaN\n5,6\n7,8\n9,0", (2, 2), None, "NaN", Wrong::Infinite),
            ("1,2\n-inf,3\n5,6\n7,8\n9,0", (2, 1), None, "-inf", Wrong::Infinite),
            ("NaN\n1\n2\n3\n4\n5", (1, 1), None, "NaN", Wrong::Infinite),
            ("1\n1e999\n2\n3\n4\n5", (2, 1), None, "1e999", Wrong::Infinite),
            ("1\n1e15\n2\n3\n4\n5", (2, 1), None, "1e15", Wrong::Large),
            ("1\t2\n\n\t\n5\t6\n7\t8\n9\t0", (3, 1), None, "", Wrong::Blank),
            ("1,2\n3,\n5,6\n7,8\n9,0", (2, 2), None, "", Wrong::Blank),
            ("1;2\n3;4,5\n5;6\n7;8\n9;0", (2, 2), None, "4,5", Wrong::Comma),
            ("day;x\n1;1,5\n2;2,5\n3;3,5\n4;4,5\n5;5,5", (2, 2), Some("x"), "1,5", Wrong::Comma),
            ("2020-01-01,3\n2020-01-02,4\n1,2\n1,2\n1,2", (1, 1), None, "2020-01-01", Wrong::Text),
        ];
        for (text, (line, column), name, found, why) in cases {
            let (name, found) = (name.map(str::to_owned), found.to_owned());
            assert_eq!(wrong(text), Fault::Cell { line, column, name, found, why }, "{text:?}");
        }
        let long = format!("1\n{}\n2\n3\n4\n5", "x".repeat(10_000));
        let Fault::Cell { found, .. } = wrong(&long) else { panic!("a cell") };
        assert_eq!(found, "x".repeat(40) + "…");
    }

    #[test]
    fn too_few_too_many_and_too_wide_are_told() {
        for (text, rows) in [("1\n2\n3\n4", 4), ("a,b", 0), ("x\n1\n2\n3\n4", 4)] {
            assert_eq!(wrong(text), Fault::Short(rows), "{text:?}");
        }
        let wide = vec![vec!["1"; 161].join(","); 5].join("\n");
        assert_eq!(wrong(&wide), Fault::Wide { line: 1, columns: 161 });
        let most = good(&vec![vec!["1"; 64].join(";"); 5].join("\n"));
        assert!(most.rows[4].len() == 64 && most.notes.is_empty());
        let long: Vec<String> = (1..=612).map(|n| n.to_string()).collect();
        let long = good(&long.join("\n"));
        assert_eq!((long.rows.len(), long.rows[499][0].as_str()), (500, "500"));
        assert_eq!(long.notes, [Note::Long(612)]);
        let cut = good(&"123456789\n".repeat(LIMIT / 10 + 1)[..LIMIT]);
        assert_eq!(cut.notes[0], Note::Cut);
        assert!(cut.rows.iter().all(|row| row == &["123456789"]));
    }

    #[test]
    fn what_is_taken_becomes_the_sequence_and_the_text_stays() {
        let text = "x;y\n1;0\n2;1\n4;-1\n8;0.5\n16;2e1";
        let fragment = good(text).fragment();
        assert_eq!(fragment, "sequence=csv&numbers=1,0;2,1;4,-1;8,0.5;16,20");
        let mut state = State::from_fragment("read=3&gain=2").0;
        assert_eq!(state.set(Key::Csv.name(), text), Ok(()));
        for (key, value) in fragment.split('&').filter_map(|pair| pair.split_once('=')) {
            assert_eq!(state.set(key, value), Ok(()));
        }
        let state = state.clamped();
        assert_eq!((state.settings.steps(), state.settings.gain, state.settings.text(Key::Csv)), (4, 2.0, text));
        let address = state.to_fragment();
        assert_eq!(State::from_fragment(&address), (state, vec![]), "{address}");
    }

    proptest! {
        #[test]
        fn what_is_good_here_is_good_at_the_door(
            table in (1_usize..6).prop_flat_map(|width| {
                prop::collection::vec(prop::collection::vec(-1e14_f64..1e14, width), 5..20)
            })
        ) {
            let lines: Vec<String> =
                table.iter().map(|row| row.iter().map(|x| format!("{x:e}")).collect::<Vec<_>>().join(",")).collect();
            let good = check(&lines.join("\n")).map_err(|fault| TestCaseError::fail(format!("{fault:?}")))?;
            let numbers = Numbers::new(&good.numbers()).ok_or_else(|| TestCaseError::fail(good.numbers()))?;
            let Input::Numbers { values, .. } = numbers.sequence(LONGEST, false).input else { panic!("numbers") };
            for (ours, theirs) in values.iter().zip(table.iter().flatten()) {
                prop_assert!((ours - theirs).abs() <= theirs.abs() * 1e-12 + 1e-13, "{ours} is not {theirs}");
            }
        }

        #[test]
        fn no_text_panics(text in "[0-9a-z,;.\\-\t\n\r\"’ ]{0,60}") {
            if let Ok(good) = check(&text) {
                prop_assert!(Numbers::new(&good.numbers()).is_some(), "{}", good.numbers());
            }
        }

        #[test]
        fn no_hostile_text_panics(text in "\\PC*") {
            let _ = check(&text);
        }
    }
}
