//! A person's own series or text: checked once, brought into the one plain form that training reads, and told as data: what
//! was read, left out or filled, or what is wrong.

use std::collections::HashSet;
use std::fmt::Write;

use csv::{ReaderBuilder, StringRecord, Trim};
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use crate::task::letters::{LEAST, MOST};
use crate::task::series::{MOST_CHANNELS, MOST_ROWS};
use engine::hash::fnv1a;
use model::sequence::composed;

/// The fewest rows of a series.
pub const LEAST_ROWS: usize = 30;
/// The largest share of a column that may be missing.
const MOST_MISSING: f64 = 0.2;
/// The largest number: the square of one that is larger would leave single precision.
const LARGEST: f64 = 1e15;
/// What stands where a value is missing.
const MISSING: [&str; 8] = ["", "na", "n/a", "nan", "null", "none", "-", "?"];
/// Rows and characters of a preview.
const PREVIEW: (usize, usize) = (3, 120);

/// What can be used.
#[derive(Debug, PartialEq)]
pub struct Brought {
    /// Its name in [`Sets`](crate::task::Sets) and among the browser's files: it follows from what it holds.
    pub name: String,
    /// What is kept.
    pub text: String,
    /// What was read, left out or filled.
    pub notes: Vec<Note>,
}

/// What was read of what a person brought, left out or filled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Note {
    /// A table: its rows, and the names of its columns, of which the first is forecast.
    Table {
        /// How many rows.
        rows: usize,
        /// The columns.
        names: Vec<String>,
    },
    /// A text: its characters, and how many different ones.
    Text {
        /// How many characters.
        characters: usize,
        /// How many different ones.
        kinds: usize,
    },
    /// Numbers have decimal commas.
    Commas,
    /// Rows were left out that have other than so many cells.
    Ragged {
        /// How many rows.
        rows: usize,
        /// The cells of the first row.
        width: usize,
    },
    /// The rows were put in order of time.
    Sorted,
    /// Rows have the time of another row, and all are used.
    Repeated {
        /// How many rows, beyond the first of each time.
        rows: usize,
        /// The first time that stands twice.
        first: String,
    },
    /// Of more than fits the last rows are used, so many.
    Last(Found, usize),
    /// Of more than fits the first characters are used, so many.
    First(Found, usize),
    /// Cells were taken as missing that hold no usable number.
    Strange {
        /// How many.
        cells: usize,
        /// The first of them, its first characters.
        first: String,
    },
    /// Columns were left out that never change.
    Constant(Vec<String>),
    /// Of more columns than fit the first are used.
    Wide {
        /// How many columns of numbers were found.
        columns: usize,
        /// How many are used.
        used: usize,
    },
    /// Rows were left out at the ends, where values are missing.
    Dropped(usize),
    /// Missing values inside were filled along straight lines.
    Filled(usize),
}

/// How much was found of something that is cut.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Found {
    /// Rows.
    Rows(usize),
    /// Characters.
    Characters(usize),
    /// Bytes of a file.
    Bytes(f64),
}

/// Why what a person brought cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// Nothing is there.
    Empty,
    /// A table has fewer rows of numbers than [`LEAST_ROWS`]: so many.
    Short(usize),
    /// A table has no column of numbers; how its first line begins.
    NoNumbers(String),
    /// Every column of a table holds the same number throughout.
    AllConstant,
    /// A text has fewer characters than [`LEAST`]: so many.
    TextShort(usize),
    /// A text is one character, again and again.
    TextConstant,
    /// The browser could not read the file, for this cause.
    Unreadable(String),
}

/// What is to be told of what a person brought, and can be used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// Its name, which the address holds once it is taken.
    pub name: String,
    /// What was read, left out or filled.
    pub notes: Vec<Note>,
    /// How it begins.
    pub preview: Preview,
}

/// How what a person brought begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Preview {
    /// A table: its head, its first rows and its last.
    Table(Vec<String>, Vec<Vec<String>>),
    /// A text: its first characters.
    Text(String),
}

impl Brought {
    fn new(kind: &str, text: String, notes: Vec<Note>) -> Self {
        Self { name: format!("own-{kind}-{:016x}", fnv1a(text.as_bytes())), text, notes }
    }

    /// What is to be told of it.
    #[must_use]
    pub fn told(&self) -> Told {
        let preview = if self.name.starts_with("own-text") {
            Preview::Text(self.text.graphemes(true).take(PREVIEW.1).collect())
        } else {
            let mut rows = self.text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<String>>());
            let head = rows.next().unwrap_or_default();
            let rows: Vec<_> = rows.collect();
            let last = rows.iter().skip(PREVIEW.0).last();
            Preview::Table(head, rows.iter().take(PREVIEW.0).chain(last).cloned().collect())
        };
        Told { name: self.name.clone(), notes: self.notes.clone(), preview }
    }
}

/// A cell's number: none if nothing stands there, an error if something else does. Thousands may be set apart by the mark
/// that is not the decimal one.
fn number(cell: &str, comma: bool) -> Result<Option<f64>, ()> {
    if MISSING.contains(&cell.to_lowercase().as_str()) {
        return Ok(None);
    }
    let (decimal, between) = if comma { (',', '.') } else { ('.', ',') };
    let plain = cell.replace('−', "-");
    let (whole, rest) = plain.split_once(decimal).unwrap_or((&plain, ""));
    let groups: Vec<&str> = whole.trim_start_matches(['-', '+']).split(between).collect();
    let is_grouped =
        matches!(groups[0].len(), 1..=3) && groups[0] != "0" && groups[1..].iter().all(|group| group.len() == 3);
    if groups.len() > 1 && !is_grouped {
        return Err(());
    }
    let plain = format!("{}.{rest}", whole.replace(between, ""));
    let number: f64 = plain.trim_end_matches('.').parse().map_err(|_| ())?;
    if number.is_finite() && number.abs() <= LARGEST { Ok(Some(number)) } else { Err(()) }
}

/// A date as a text that can be sorted; none if it is none. Known are 2020-01-31, 2020/01/31 and 31.01.2020, with
/// whatever follows.
fn date(cell: &str) -> Option<String> {
    let (day, rest) = cell.split_once([' ', 'T']).unwrap_or((cell, ""));
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(2..=3).contains(&parts.len()) || !parts.iter().all(|part| digits(part)) {
        return None;
    }
    let ordered: Vec<&str> = if parts[0].len() == 4 {
        parts
    } else if parts[parts.len() - 1].len() == 4 && day.contains('.') {
        parts.into_iter().rev().collect()
    } else {
        return None;
    };
    let padded: Vec<String> = ordered.iter().map(|part| format!("{part:0>4}")).collect();
    Some(format!("{} {rest}", padded.join("-")))
}

/// Fills what is missing along a straight line; the ends have been cut.
fn fill_gaps(column: &mut [Option<f64>]) {
    let mut last: Option<(usize, f64)> = None;
    for t in 0..column.len() {
        let Some(value) = column[t] else { continue };
        if let Some((from, before)) = last {
            let span = (t - from) as f64;
            (from + 1..t).for_each(|k| column[k] = Some(before + (value - before) * (k - from) as f64 / span));
        }
        last = Some((t, value));
    }
}

/// Checks a table. `cut` says of how many bytes only the head and the end were read.
///
/// # Errors
/// With what is wrong.
pub fn check_series(text: &str, cut: Option<f64>) -> Result<Brought, Fault> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let first = text.trim_start().lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t'].into_iter().find(|mark| first.bytes().any(|byte| byte == *mark)).unwrap_or(b',');
    let mut reader = ReaderBuilder::new();
    let reader = reader.delimiter(delimiter).has_headers(false).flexible(true).trim(Trim::All);
    // It is text, and read from memory: no record is an error.
    let records: Vec<StringRecord> = reader.from_reader(text.as_bytes()).records().filter_map(Result::ok).collect();
    let mut records: Vec<&StringRecord> =
        records.iter().filter(|record| record.iter().any(|c| !c.is_empty())).collect();
    let Some(width) = records.first().map(|record| record.len()) else { return Err(Fault::Empty) };
    let mut notes = vec![];
    let comma = delimiter != b','
        && records
            .iter()
            .flat_map(|record| record.iter())
            .any(|cell| number(cell, false).is_err() && matches!(number(cell, true), Ok(Some(_))));
    if comma {
        notes.push(Note::Commas);
    }
    // A head has no number in it; else columns have their place for a name.
    let is_number = |cell: &str| matches!(number(cell, comma), Ok(Some(_)));
    let has_head = !records[0].iter().any(is_number);
    let names: Vec<String> = (0..width)
        .map(|c| if has_head { records[0].get(c).unwrap_or_default().to_owned() } else { (c + 1).to_string() })
        .collect();
    records.drain(..usize::from(has_head));
    let all = records.len();
    records.retain(|record| record.len() == width);
    if records.len() < all {
        notes.push(Note::Ragged { rows: all - records.len(), width });
    }
    let share =
        |c: usize| records.iter().filter(|record| is_number(&record[c])).count() as f64 / records.len().max(1) as f64;
    let mut numeric: Vec<usize> = (0..width).filter(|c| share(*c) >= 1.0 - MOST_MISSING).collect();
    // Years or days counted on, in the first column, before others, are the time.
    let counts_on = |records: &[&StringRecord]| {
        let steps = records.windows(2).map(|pair| [pair[0], pair[1]].map(|r| number(&r[0], comma).ok().flatten()));
        steps.into_iter().all(|pair| matches!(pair, [Some(a), Some(b)] if b == a + 1.0))
    };
    let mut time = (0..width).find(|c| !numeric.contains(c));
    if time.is_none() && numeric.len() > 1 && records.len() > 1 && counts_on(&records) {
        time = Some(0);
        numeric.retain(|c| *c != 0);
    }
    if records.len() < LEAST_ROWS {
        return Err(Fault::Short(records.len()));
    }
    if numeric.is_empty() {
        return Err(Fault::NoNumbers(first.chars().take(60).collect()));
    }
    // In order of time.
    if let Some(c) = time {
        let dates: Option<Vec<String>> = records.iter().map(|record| date(&record[c])).collect();
        if let Some(dates) = dates {
            let mut both: Vec<(String, &StringRecord)> = dates.into_iter().zip(records.iter().copied()).collect();
            if both.windows(2).any(|pair| pair[0].0 > pair[1].0) {
                both.sort_by(|a, b| a.0.cmp(&b.0));
                notes.push(Note::Sorted);
            }
            let again: Vec<&str> = both.windows(2).filter(|two| two[0].0 == two[1].0).map(|two| &two[1].1[c]).collect();
            if let Some(first) = again.first() {
                notes.push(Note::Repeated { rows: again.len(), first: first.chars().take(40).collect() });
            }
            records = both.into_iter().map(|(_, record)| record).collect();
        }
    }
    if records.len() > MOST_ROWS || cut.is_some() {
        let found = cut.map_or(Found::Rows(records.len()), Found::Bytes);
        records.drain(..records.len().saturating_sub(MOST_ROWS));
        notes.push(Note::Last(found, records.len()));
    }
    let cells = numeric.iter().flat_map(|c| records.iter().map(|record| &record[*c]));
    let strange: Vec<&str> = cells.filter(|cell| number(cell, comma).is_err()).collect();
    if let Some(first) = strange.first() {
        notes.push(Note::Strange { cells: strange.len(), first: first.chars().take(40).collect() });
    }
    let column = |c: &usize| -> Vec<Option<f64>> {
        records.iter().map(|record| number(&record[*c], comma).ok().flatten()).collect()
    };
    let mut columns: Vec<(String, Vec<Option<f64>>)> = numeric.iter().map(|c| (names[*c].clone(), column(c))).collect();
    let is_constant = |values: &[Option<f64>]| {
        let mut here = values.iter().flatten();
        let first = here.next();
        here.all(|value| Some(value) == first)
    };
    let constant: Vec<String> =
        columns.iter().filter(|(_, values)| is_constant(values)).map(|(name, _)| name.clone()).collect();
    columns.retain(|(_, values)| !is_constant(values));
    if !constant.is_empty() {
        notes.push(Note::Constant(constant));
    }
    if columns.is_empty() {
        return Err(Fault::AllConstant);
    }
    if columns.len() > MOST_CHANNELS {
        notes.push(Note::Wide { columns: columns.len(), used: MOST_CHANNELS });
        columns.truncate(MOST_CHANNELS);
    }
    // Where a column begins late or ends early, all do.
    let whole = |t: &usize| columns.iter().all(|(_, values)| values[*t].is_some());
    let (from, to) =
        ((0..records.len()).find(whole).unwrap_or(0), (0..records.len()).rev().find(whole).map_or(0, |last| last + 1));
    let dropped = records.len() - (to - from.min(to));
    let gaps: usize = columns.iter().map(|(_, v)| v[from..to].iter().filter(|value| value.is_none()).count()).sum();
    if dropped > 0 {
        notes.push(Note::Dropped(dropped));
    }
    if gaps > 0 {
        notes.push(Note::Filled(gaps));
    }
    if to - from < LEAST_ROWS {
        return Err(Fault::Short(to.saturating_sub(from)));
    }
    columns.iter_mut().for_each(|(_, values)| fill_gaps(&mut values[from..to]));
    let plain = |text: &str| text.replace([',', '\n', '"'], " ");
    let mut clean = String::from("time");
    columns.iter().for_each(|(name, _)| clean.extend([",", plain(name).as_str()]));
    for t in from..to {
        let when = time.map_or_else(|| (t + 1).to_string(), |c| plain(&records[t][c]));
        clean.extend(["\n", when.as_str()]);
        for (_, values) in &columns {
            // Writing to a String cannot fail.
            let _ = write!(clean, ",{}", values[t].unwrap_or_default());
        }
    }
    let names = columns.iter().map(|(name, _)| name.clone()).collect();
    notes.insert(0, Note::Table { rows: to - from, names });
    Ok(Brought::new("series", clean, notes))
}

/// Checks a text. Its characters are those that a reader counts (grapheme clusters). `cut` says of how many bytes only the first
/// were read.
///
/// # Errors
/// With what is wrong.
pub fn check_text(text: &str, cut: Option<f64>) -> Result<Brought, Fault> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    // What looks the same is the same: letters and their marks are put together.
    let text = composed(text.trim());
    let count = text.graphemes(true).count();
    let text: String = text.graphemes(true).take(MOST).collect();
    let kinds = text.graphemes(true).collect::<HashSet<_>>().len();
    if count < LEAST {
        return Err(Fault::TextShort(count));
    }
    if kinds < 2 {
        return Err(Fault::TextConstant);
    }
    let mut notes = vec![Note::Text { characters: count.min(MOST), kinds }];
    if count > MOST || cut.is_some() {
        notes.push(Note::First(cut.map_or(Found::Characters(count), Found::Bytes), count.min(MOST)));
    }
    Ok(Brought::new("text", text, notes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(n: usize, row: impl Fn(usize) -> String) -> String {
        (0..n).map(row).collect::<Vec<_>>().join("\n")
    }

    fn good(text: &str) -> Brought {
        check_series(text, None).unwrap_or_else(|wrong| panic!("{wrong:?}"))
    }

    fn wrong(text: &str) -> Fault {
        check_series(text, None).err().unwrap_or_else(|| panic!("it is good"))
    }

    #[test]
    fn what_cannot_be_a_series_is_said() {
        assert_eq!(wrong(""), Fault::Empty);
        assert_eq!(wrong("2020-01,5"), Fault::Short(1));
        assert_eq!(wrong(&rows(40, |_| "a,b".into())), Fault::NoNumbers("a,b".to_owned()));
        assert_eq!(wrong(&rows(40, |t| format!("{t},5"))), Fault::AllConstant);
    }

    #[test]
    fn a_constant_column_is_left_out() {
        let table = good(&format!("day,same,own\n{}", rows(40, |t| format!("{t},7,{}", t * t))));
        assert!(table.text.starts_with("time,own\n0,0\n1,1\n2,4"), "{}", &table.text[..30]);
        assert!(table.notes.contains(&Note::Constant(vec!["same".to_owned()])), "{:?}", table.notes);
    }

    #[test]
    fn missing_values_are_filled_along_a_line_and_ends_are_dropped() {
        let value = |t: usize| if [0, 5, 6, 39].contains(&t) { "NA".to_owned() } else { (2 * t).to_string() };
        let table = good(&format!("x\n{}", rows(40, value)));
        let numbers: Vec<&str> = table.text.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
        assert_eq!(numbers.len(), 38);
        assert_eq!(numbers[..7], ["2", "4", "6", "8", "10", "12", "14"]);
        assert!([Note::Filled(2), Note::Dropped(2)].iter().all(|note| table.notes.contains(note)), "{:?}", table.notes);
    }

    #[test]
    fn thousands_are_set_apart_and_what_is_too_large_is_missing() {
        let table = good(&format!("x\n{}", rows(40, |t| format!("\"{},{:03}.5\"", t + 1, t))));
        assert!(table.text.starts_with("time,x\n1,1000.5\n2,2001.5"), "{}", table.text);
        let table = good(&format!("t;x\n{}", rows(40, |t| format!("{t};{}.{t:03},5", t + 1))));
        assert!(table.text.starts_with("time,x\n0,1000.5\n1,2001.5"), "{}", table.text);
        let value =
            |t: usize| ["1e308", "-1e308", "word"].get(t.wrapping_sub(7)).map_or((2 * t).to_string(), |s| (*s).into());
        let table = good(&format!("x\n{}", rows(40, value)));
        assert!(table.text.contains("\n8,14\n9,16\n10,18\n"), "{}", table.text);
        let strange = Note::Strange { cells: 3, first: "1e308".to_owned() };
        assert!(table.notes.contains(&strange), "{:?}", table.notes);
        assert_eq!(
            [number("0,123", true), number("1,2345", false), number("1,23", false)],
            [Ok(Some(0.123)), Err(()), Err(())]
        );
        assert_eq!(wrong("a\nb\nc"), Fault::Short(2));
    }

    #[test]
    fn dates_out_of_order_are_put_in_order() {
        let month = |t: usize| if t < 20 { t + 20 } else { t - 20 };
        let row = |t: usize| format!("{:04}-{:02},{}", 2000 + month(t) / 12, month(t) % 12 + 1, month(t) * 3 % 7);
        let table = good(&format!("month,x\n{}", rows(40, row)));
        assert!(table.text.starts_with("time,x\n2000-01,0\n2000-02,3"), "{}", table.text);
        let german = |t: usize| format!("{:02}.01.2020;{},5", 31 - t, t);
        let table = good(&format!("Tag;Wert\n{}", rows(31, german)));
        assert!(table.text.starts_with("time,Wert\n01.01.2020,30.5"), "{}", table.text);
        assert!([Note::Commas, Note::Sorted].iter().all(|note| table.notes.contains(note)), "{:?}", table.notes);
    }

    #[test]
    fn times_that_stand_twice_are_told() {
        let day = |t: usize| t.saturating_sub(1).max(1);
        let table = good(&format!("day,x\n{}", rows(32, |t| format!("2024-01-{:02},{}", day(t), t * 3 % 7))));
        let told = Note::Repeated { rows: 2, first: "2024-01-01".to_owned() };
        assert!(table.notes.contains(&told), "{:?}", table.notes);
        assert_eq!(table.text.lines().count(), 33, "all rows are used");
    }

    #[test]
    fn a_million_rows_leave_the_last_twenty_thousand() {
        let table = good(&rows(1_000_000, |t| (t % 97).to_string()));
        assert_eq!(table.text.lines().count(), MOST_ROWS + 1);
        assert!(table.notes.contains(&Note::Last(Found::Rows(1_000_000), MOST_ROWS)), "{:?}", table.notes);
        assert!(table.text.ends_with(&format!(",{}", 999_999 % 97)));
    }

    #[test]
    fn years_counted_on_are_the_time() {
        let table = good(&format!("year,spots\n{}", rows(50, |t| format!("{},{}", 1700 + t, t * 7 % 13))));
        assert!(table.text.starts_with("time,spots\n1700,0\n1701,7"));
    }

    #[test]
    fn a_text_is_long_enough_or_cut() {
        assert_eq!(check_text("abc", None), Err(Fault::TextShort(3)));
        assert_eq!(check_text(&"a".repeat(500), None), Err(Fault::TextConstant));
        let long = check_text(&"Lorem ipsum ".repeat(50_000), Some(50e6)).unwrap_or_else(|wrong| panic!("{wrong:?}"));
        assert_eq!(long.text.graphemes(true).count(), MOST);
        assert!(long.notes.contains(&Note::First(Found::Bytes(50e6), MOST)), "{:?}", long.notes);
    }

    fn good_text(text: &str) -> Brought {
        check_text(text, None).unwrap_or_else(|wrong| panic!("{wrong:?}"))
    }

    #[test]
    fn a_text_is_the_same_with_any_line_ends() {
        let [lf, crlf, cr] = [
            include_str!("../../../tests/fixtures/cases/c14-lf.txt"),
            include_str!("../../../tests/fixtures/cases/c14-crlf.txt"),
            include_str!("../../../tests/fixtures/cases/c14-cr.txt"),
        ]
        .map(good_text);
        assert_eq!(lf.notes, [Note::Text { characters: 287, kinds: 13 }]);
        assert_eq!((&lf, &lf.name), (&crlf, &cr.name));
        assert_eq!(lf, cr);
    }

    #[test]
    fn characters_are_those_that_a_reader_counts() {
        let emoji = good_text(include_str!("../../../tests/fixtures/cases/c15-zwj.txt"));
        assert_eq!(emoji.notes, [Note::Text { characters: 120, kinds: 4 }]);
        let [composed, apart] = ["\u{e9}", "e\u{301}"].map(|e| good_text(&format!("caf{e} ").repeat(30)));
        assert_eq!((&composed, &composed.notes), (&apart, &vec![Note::Text { characters: 149, kinds: 5 }]));
        assert_eq!(check_text(&"e\u{301}".repeat(99), None), Err(Fault::TextShort(99)));
        assert_eq!(check_text(&"👩‍👩‍👧".repeat(200), None), Err(Fault::TextConstant));
    }

    #[test]
    fn a_preview_has_the_head_the_first_rows_and_the_last() {
        let told = good(&format!("day,x\n{}", rows(40, |t| format!("{t},{}", t * t)))).told();
        let Preview::Table(head, shown) = told.preview else { panic!("{:?}", told.preview) };
        assert_eq!(head, ["time", "x"]);
        assert_eq!(shown.concat(), ["0", "0", "1", "1", "2", "4", "39", "1521"]);
        let text = check_text(&"abc ".repeat(200), None).map(|good| good.told().preview);
        assert_eq!(text, Ok(Preview::Text("abc ".repeat(30))));
    }
}
