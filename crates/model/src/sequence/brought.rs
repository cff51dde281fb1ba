//! A person's table of numbers as a sequence: the reader is that of all tables (the crate `intake`), and here every cell has to
//! be a number; else it says what is wrong as data.

use intake::{Cells, Decimal, number};
use serde::{Deserialize, Serialize};

use super::{LONGEST, MOST_COLUMNS, SHORTEST, decimal};

/// The most bytes of a text or a file that are read.
pub const LIMIT: usize = 65536;
/// The most characters of what was found that a fault holds.
const FOUND: usize = 40;

/// A table that can become a sequence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brought {
    /// A name for each column: from the head row, else its number (from 1).
    pub names: Vec<String>,
    /// The numbers, as [`Numbers`](super::Numbers) reads them: [`SHORTEST`] to [`LONGEST`] rows, each as long as `names`.
    pub rows: Vec<Vec<String>>,
    /// What was left out or rounded.
    pub notes: Vec<Note>,
}

/// What of a table was not taken as it is, or had to be concluded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Note {
    /// The text is longer than [`LIMIT`]: its last line, which may be cut, is left out.
    Cut,
    /// There are this many rows, of which the first [`LONGEST`] are taken.
    Long(usize),
    /// This many numbers have more than 15 digits and were rounded.
    Rounded(usize),
    /// Numbers have decimal commas: one of them.
    Commas(String),
    /// It cannot be proved how the numbers of a column are written: a cell, what it is read as, and what it would be with
    /// the other decimal mark.
    Unproved(String, f64, f64),
    /// Each line is read as two cells, or as one number with a decimal comma, which cannot be proved: a line.
    OneOrTwo(String),
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
fn check_cell(cell: &str, decimal: Decimal) -> Result<String, Wrong> {
    let is_plain = |text: &str| text.replace('−', "-").parse::<f64>().ok();
    match (number(cell, decimal), is_plain(cell)) {
        _ if cell.is_empty() => Err(Wrong::Blank),
        // As it stands, where that is the one form.
        (Some(_), Some(x)) if decimal == Decimal::Point => written(cell, x).ok_or(Wrong::Large),
        (Some(x), _) => written(&x.to_string(), x).ok_or(Wrong::Large),
        (None, Some(x)) if !x.is_finite() => Err(Wrong::Infinite),
        (None, Some(_)) => Err(Wrong::Large),
        (None, None) if number(cell, decimal.other()).is_some() => Err(Wrong::Comma),
        (None, None) => Err(Wrong::Text),
    }
}

/// Whether a cell is a number, however it is written.
fn is_number(cell: &str) -> bool {
    [Decimal::Point, Decimal::Comma].iter().any(|decimal| number(cell, *decimal).is_some())
        || cell.parse::<f64>().is_ok()
}

/// Reads a table: a line a row, with or without a head row.
///
/// # Errors
/// The first fault, with its place.
pub fn check(text: &str) -> Result<Brought, Fault> {
    let mut notes = vec![];
    let mut whole = text.to_owned();
    if let (true, Some((kept, _))) = (text.len() >= LIMIT, whole.rsplit_once(['\n', '\r'])) {
        whole = kept.to_owned();
        notes.push(Note::Cut);
    }
    if whole.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(Fault::Empty);
    }
    let cells = intake::cells(whole);
    let Cells { grid, .. } = &cells;
    if grid.is_empty() {
        return Err(Fault::Empty);
    }
    let width = grid.width(0);
    if grid.len() == 1 && width == 1 {
        return Err(Fault::OneCell(found(grid.cell(0, 0))));
    }
    if width > MOST_COLUMNS {
        return Err(Fault::Wide { line: grid.line(0), columns: width });
    }
    let has_head = grid.row(0).all(|cell| !is_number(cell)) && grid.row(0).any(|cell| !cell.is_empty());
    let name = |column: usize| has_head.then(|| found(grid.cell(0, column)));
    let names = (0..width).map(|column| name(column).unwrap_or_else(|| (column + 1).to_string())).collect();
    let first = usize::from(has_head);
    let writing = cells.writing(first, width);
    let (mut rows, mut rounded) = (vec![], 0);
    for row in (first..grid.len()).take(LONGEST) {
        if grid.width(row) != width {
            return Err(Fault::Ragged { line: grid.line(row), columns: grid.width(row), expected: width });
        }
        let mut taken = vec![];
        for (column, own) in writing.iter().enumerate() {
            let cell = grid.cell(row, column);
            let text = check_cell(cell, own.decimal).map_err(|why| Fault::Cell {
                line: grid.line(row),
                column: column + 1,
                name: name(column),
                found: found(cell),
                why,
            })?;
            rounded += usize::from(decimal(&text) != number(cell, own.decimal));
            taken.push(text);
        }
        rows.push(taken);
    }
    if rows.len() < SHORTEST {
        return Err(Fault::Short(rows.len()));
    }
    if cells.is_doubtful {
        notes.push(Note::OneOrTwo(found(&grid.row(first).collect::<Vec<_>>().join(","))));
    }
    let comma = (first..grid.len())
        .flat_map(|row| grid.row(row).zip(&writing))
        .find(|(cell, own)| own.decimal == Decimal::Comma && own.doubt.is_none() && cell.contains(','));
    notes.extend(comma.map(|(cell, _)| Note::Commas(found(cell))));
    notes.extend(
        writing
            .iter()
            .filter_map(|own| own.doubt.clone())
            .map(|(cell, read, other)| Note::Unproved(found(&cell), read, other)),
    );
    if grid.len() - first > LONGEST {
        notes.push(Note::Long(grid.len() - first));
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
    fn decimal_commas_are_read_where_they_are_proved_and_told_where_they_are_not() {
        let text = "day;x\n1;1,5\n2;2,5\n3;3,5\n4;4,5\n5;1.005,5";
        assert_eq!(rows(text), ["1 1.5", "2 2.5", "3 3.5", "4 4.5", "5 1005.5"]);
        assert_eq!(good(text).notes, [Note::Commas("1,5".to_owned())]);
        let text = "1;1,500\n2;2,500\n3;3,500\n4;4,500\n5;5,500";
        assert_eq!(good(text).notes, [Note::Unproved("1,500".to_owned(), 1.5, 1500.0)]);
        let text = "1,5\n2,5\n3,5\n4,5\n5,5";
        assert_eq!((rows(text)[0].as_str(), &good(text).notes[..]), ("1 5", &[Note::OneOrTwo("1,5".to_owned())][..]));
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
            ("1;2.5\n3;4,5\n5;6.5\n7;8\n9;0", (2, 2), None, "4,5", Wrong::Comma),
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
