//! A person's own series or text: read at the one door (the crate `intake`), brought into the one plain form that training
//! reads, and told as data: what was read, decided, left out or filled, or what is wrong.

use std::collections::HashSet;
use std::fmt::Write;

use intake::{Choices, DateOrder, Decimal, Limits, Named, Separator, Series, Table};
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use crate::task::letters::{LEAST, MOST};
use crate::task::series::{MOST_CHANNELS, MOST_ROWS};
use crate::training::{framed, unframed};
use engine::hash::fnv1a;
use model::sequence::composed;

pub use intake::Found;

/// The fewest rows of a series.
pub const LEAST_ROWS: usize = 30;
/// What a series may be.
pub const LIMITS: Limits = Limits { least_rows: LEAST_ROWS, most_rows: MOST_ROWS, most_columns: MOST_CHANNELS };
/// Rows at each end and characters of a preview.
const PREVIEW: (usize, usize) = (4, 120);
/// The most values of a preview's plot.
const PLOTTED: usize = 300;

/// How the name of the file ends that says how data was read.
const TOLD: &str = "-told";
/// The format of such a file.
const FORMAT: u64 = 2;

/// What can be used.
#[derive(Debug, PartialEq)]
pub struct Brought {
    /// Its name in [`Sets`](crate::task::Sets) and among the browser's files: it follows from what it holds.
    pub name: String,
    /// What is kept.
    pub text: String,
    /// What was read, left out or filled.
    pub notes: Vec<Note>,
    /// How it looks.
    pub preview: Preview,
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
    /// Of a table or of the bytes of a file: what was found, decided, left out or filled.
    Read(intake::Note),
    /// A text: its characters, and how many different ones.
    Text {
        /// How many characters.
        characters: usize,
        /// How many different ones.
        kinds: usize,
    },
    /// Of more than fits the first characters are used, so many.
    First(Found, usize),
}

/// Why what a person brought cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// It is no table, or no text.
    Read(intake::Fault),
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
    /// How it looks.
    pub preview: Preview,
}

/// How what a person brought looks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Preview {
    /// A table.
    Table(Box<Shown>),
    /// A text: its first characters.
    Text(String),
}

/// How a table looks, and what was decided about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// Its first rows and its last ones, as they are used: the time, then each column's number.
    pub rows: [Vec<Vec<String>>; 2],
    /// How many rows are used.
    pub count: usize,
    /// All columns of the table.
    pub columns: Vec<Named>,
    /// The places of those that are used, counted from 0; the first is forecast.
    pub used: Vec<usize>,
    /// The places of those that never change, and so can't be used.
    pub still: Vec<usize>,
    /// The column that is forecast, thinned where it is long.
    pub plot: Vec<f64>,
    /// When each of these was.
    pub when: Vec<String>,
    /// The places of those among them that were missing and are filled in.
    pub filled: Vec<usize>,
    /// Whether that is a time, and not the number of a row.
    pub is_timed: bool,
    /// What separates cells.
    pub separator: Separator,
    /// The line of the head, counted from 1.
    pub head: Option<usize>,
    /// How numbers are written.
    pub decimal: Decimal,
    /// How dates are written, where their order had to be decided.
    pub dates: Option<DateOrder>,
    /// What a person has decided.
    pub choices: Choices,
}

impl Told {
    /// The file in which it is kept beside the data of this name.
    #[must_use]
    pub fn file(name: &str) -> String {
        format!("{name}{TOLD}")
    }

    /// Whether a file is one of those.
    #[must_use]
    pub fn is_file(file: &str) -> bool {
        file.ends_with(TOLD)
    }

    /// As it is kept.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Postcard cannot fail here: it writes to memory, and every length is known.
        framed(FORMAT, &postcard::to_allocvec(self).unwrap_or_default())
    }

    /// What was kept; `None` if it is of another version of this page, or damaged.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let (format, bytes) = unframed(bytes)?;
        postcard::from_bytes(&bytes).ok().filter(|_| format == FORMAT)
    }
}

impl Brought {
    fn new(kind: &str, text: String, notes: Vec<Note>, preview: Preview) -> Self {
        Self { name: format!("own-{kind}-{:016x}", fnv1a(text.as_bytes())), text, notes, preview }
    }

    /// What is to be told of it.
    #[must_use]
    pub fn told(&self) -> Told {
        Told { name: self.name.clone(), notes: self.notes.clone(), preview: self.preview.clone() }
    }
}

/// A table at once. `cut` says of how many bytes only the head and the end were read.
///
/// # Errors
/// With what is wrong.
pub fn check_series(text: &str, choices: &Choices, cut: Option<f64>) -> Result<Brought, Fault> {
    bring_series(intake::read(text, choices), choices, cut)
}

/// A table that was read, as training reads it.
///
/// # Errors
/// With what is wrong.
pub fn bring_series(
    table: Result<Table, intake::Fault>,
    choices: &Choices,
    cut: Option<f64>,
) -> Result<Brought, Fault> {
    let mut table = table.map_err(Fault::Read)?;
    let mut series = intake::series(&mut table, choices, LIMITS).map_err(Fault::Read)?;
    if let Some(bytes) = cut {
        series.notes.retain(|note| !matches!(note, intake::Note::Last(..)));
        series.notes.push(intake::Note::Last(Found::Bytes(bytes), series.labels.len()));
    }
    let names: Vec<String> = (0..series.names.len()).map(|c| named(&series.names[c], &series.units[c])).collect();
    let plain = |text: &str| text.replace([',', '\n', '"'], " ");
    let mut clean = String::from("time");
    names.iter().for_each(|name| clean.extend([",", plain(name).as_str()]));
    for t in 0..series.labels.len() {
        clean.extend(["\n", plain(&series.labels[t]).as_str()]);
        for values in &series.values {
            // Writing to a String cannot fail.
            let _ = write!(clean, ",{}", values[t]);
        }
    }
    let mut notes = vec![Note::Table { rows: series.labels.len(), names }];
    let shown = shown(&table, &series, choices);
    notes.extend(series.notes.into_iter().map(Note::Read));
    Ok(Brought::new("series", clean, notes, Preview::Table(Box::new(shown))))
}

/// A column's name with its unit, where the name does not hold it.
fn named(name: &str, unit: &str) -> String {
    if unit.is_empty() || name.contains(unit) { name.to_owned() } else { format!("{name} ({unit})") }
}

fn shown(table: &Table, series: &Series, choices: &Choices) -> Shown {
    let count = series.labels.len();
    let row = |t: usize| -> Vec<String> {
        let values = series.values.iter().map(|values| values[t].to_string());
        std::iter::once(series.labels[t].clone()).chain(values).collect()
    };
    let step = count.div_ceil(PLOTTED).max(1);
    Shown {
        rows: [
            (0..count.min(PREVIEW.0)).map(row).collect(),
            (count.saturating_sub(PREVIEW.0)..count).map(row).collect(),
        ],
        count,
        columns: table.columns.clone(),
        used: series.places.clone(),
        still: series.still.clone(),
        plot: series.values[0].iter().copied().step_by(step).collect(),
        when: series.labels.iter().cloned().step_by(step).collect(),
        filled: series.filled[0].iter().filter(|t| *t % step == 0).map(|t| t / step).collect(),
        is_timed: table.is_timed || !table.times.is_empty(),
        separator: table.separator,
        head: table.head,
        decimal: table.decimal,
        dates: table.dates,
        choices: choices.clone(),
    }
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
    let preview = Preview::Text(text.graphemes(true).take(PREVIEW.1).collect());
    Ok(Brought::new("text", text, notes, preview))
}

#[cfg(test)]
mod tests {
    use super::*;
    use intake::{Fault as Unread, Note as Seen};

    fn rows(n: usize, row: impl Fn(usize) -> String) -> String {
        (0..n).map(row).collect::<Vec<_>>().join("\n")
    }

    fn good(text: &str) -> Brought {
        check_series(text, &Choices::default(), None).unwrap_or_else(|wrong| panic!("{wrong:?}"))
    }

    fn tells(table: &Brought, note: Seen) -> bool {
        table.notes.contains(&Note::Read(note))
    }

    fn wrong(text: &str) -> Fault {
        check_series(text, &Choices::default(), None).err().unwrap_or_else(|| panic!("it is good"))
    }

    #[test]
    fn what_cannot_be_a_series_is_said() {
        assert_eq!(wrong(""), Fault::Read(Unread::Empty));
        assert_eq!(wrong("2020-01,5"), Fault::Read(Unread::Short(1)));
        assert_eq!(wrong(&rows(40, |_| "a,b".into())), Fault::Read(Unread::NoNumbers("a,b".to_owned())));
        assert_eq!(wrong(&rows(40, |t| format!("{t},5"))), Fault::Read(Unread::AllConstant));
    }

    #[test]
    fn a_constant_column_is_left_out() {
        let table = good(&format!("day,same,own\n{}", rows(40, |t| format!("{t},7,{}", t * t))));
        assert!(table.text.starts_with("time,own\n0,0\n1,1\n2,4"), "{}", &table.text[..30]);
        assert!(tells(&table, Seen::Constant(vec!["same".to_owned()])), "{:?}", table.notes);
    }

    #[test]
    fn missing_values_are_filled_along_a_line_and_ends_are_dropped() {
        let value = |t: usize| if [0, 5, 6, 39].contains(&t) { "NA".to_owned() } else { (2 * t).to_string() };
        let table = good(&format!("x\n{}", rows(40, value)));
        let numbers: Vec<&str> = table.text.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
        assert_eq!(numbers.len(), 38);
        assert_eq!(numbers[..7], ["2", "4", "6", "8", "10", "12", "14"]);
        let filled = Seen::Filled { column: "x".to_owned(), cells: 2, when: "6".to_owned() };
        assert!([filled, Seen::Dropped(2)].into_iter().all(|note| tells(&table, note)), "{:?}", table.notes);
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
        let strange = Seen::Strange { column: "x".into(), cells: 3, first: "1e308".into(), when: "8".into() };
        assert!(tells(&table, strange), "{:?}", table.notes);
        assert_eq!(wrong("a\nb\nc"), Fault::Read(Unread::NoNumbers("a".to_owned())));
    }

    #[test]
    fn dates_out_of_order_are_put_in_order() {
        let month = |t: usize| if t < 20 { t + 20 } else { t - 20 };
        let row = |t: usize| format!("{:04}-{:02},{}", 2000 + month(t) / 12, month(t) % 12 + 1, month(t) * 3 % 7);
        let table = good(&format!("month,x\n{}", rows(40, row)));
        assert!(table.text.starts_with("time,x\n2000-01,0\n2000-02,3"), "{}", table.text);
        let german = |t: usize| format!("{:02}.01.2020;{},5", 31 - t, t);
        let table = good(&format!("Tag;Wert\n{}", rows(31, german)));
        assert!(table.text.starts_with("time,Wert\n2020-01-01,30.5"), "{}", table.text);
        assert!(
            [Seen::Commas("0,5".into()), Seen::NewestFirst].into_iter().all(|note| tells(&table, note)),
            "{:?}",
            table.notes
        );
    }

    #[test]
    fn times_that_stand_twice_are_told() {
        let day = |t: usize| t.saturating_sub(1).max(1);
        let table = good(&format!("day,x\n{}", rows(32, |t| format!("2024-01-{:02},{}", day(t), t * 3 % 7))));
        let told = Seen::Repeated { rows: 2, first: "2024-01-01".to_owned() };
        assert!(tells(&table, told), "{:?}", table.notes);
        assert_eq!(table.text.lines().count(), 33, "all rows are used");
    }

    #[test]
    fn a_million_rows_leave_the_last_twenty_thousand() {
        let table = good(&rows(1_000_000, |t| (t % 97).to_string()));
        assert_eq!(table.text.lines().count(), MOST_ROWS + 1);
        assert!(tells(&table, Seen::Last(Found::Rows(1_000_000), MOST_ROWS)), "{:?}", table.notes);
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
    fn a_preview_has_the_first_rows_and_the_last_and_what_was_decided() {
        let told = good(&format!("day;x (kg);y\n{}", rows(40, |t| format!("{t};{},5;a", t * t)))).told();
        let Preview::Table(shown) = told.preview else { panic!("{:?}", told.preview) };
        assert_eq!(shown.rows[0][..2].concat(), ["0", "0.5", "1", "1.5"]);
        assert_eq!(
            (shown.rows[1][3].concat(), shown.count, &shown.plot[..2]),
            ("391521.5".into(), 40, &[0.5, 1.5][..])
        );
        let columns: Vec<(&str, &str)> = shown.columns.iter().map(|own| (&*own.name, &*own.unit)).collect();
        assert_eq!((columns, &shown.used[..]), (vec![("day", ""), ("x (kg)", "kg"), ("y", "")], &[1][..]));
        assert_eq!((shown.separator, shown.decimal, shown.head), (Separator::Semicolon, Decimal::Comma, Some(1)));
        let told = Told { preview: Preview::Table(shown), ..told };
        assert_eq!(Told::of_bytes(&told.to_bytes()), Some(told));
        assert_eq!(Told::of_bytes(b"something else, of another version"), None);
        let text = check_text(&"abc ".repeat(200), None).map(|good| good.told().preview);
        assert_eq!(text, Ok(Preview::Text("abc ".repeat(30))));
    }
}
