//! What was read of a table, left out, filled or decided; and why a text is no table.

use serde::{Deserialize, Serialize};

use crate::choices::{DateOrder, Decimal, Separator};
use crate::decode::{Binary, Encoding};
use crate::moment::Fineness;

/// Why rows were left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// They stand above the head.
    Above,
    /// They have another number of cells than most rows: than this.
    Ragged(usize),
    /// They hold no number.
    NoNumber,
    /// What stands in the place of their time is no time.
    NoTime,
    /// They are the sum of the rows before them.
    Total,
    /// They are the mean of the rows before them.
    Mean,
}

/// Rows that were left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Why.
    pub why: Why,
    /// How many.
    pub rows: usize,
    /// The line of the first of them, counted from 1.
    pub line: usize,
    /// How the first of them begins.
    pub begin: String,
}

/// Part of a file that is too large to be read whole.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Found {
    /// Rows.
    Rows(usize),
    /// Characters.
    Characters(usize),
    /// Bytes of a file.
    Bytes(f64),
}

/// Something that was found, decided or changed. Cells and names are shortened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Note {
    /// The file is encoded so, and not in UTF-8.
    Encoding(Encoding),
    /// So many characters could not be read.
    Replaced(usize),
    /// The first line says what separates cells.
    SepLine(Separator),
    /// Each line is read as two cells; it may as well hold one number with a decimal comma: the first line.
    OneOrTwo(String),
    /// Rows were left out.
    Left(Left),
    /// Columns have no name, as the table has no head: they are numbered.
    NoHead,
    /// Numbers have decimal commas: a cell that proves it.
    Commas(String),
    /// Numbers are negative by parentheses or by a sign behind them: a cell, and how it was read.
    Negative(String, f64),
    /// It cannot be proved how the numbers of a column are written.
    Unproved {
        /// The column.
        column: String,
        /// A cell.
        cell: String,
        /// What it is read as.
        read: f64,
        /// What it would be with the other decimal mark.
        other: f64,
        /// How it was read.
        decimal: Decimal,
    },
    /// Which part of a date is the day was concluded.
    Dates {
        /// The order.
        order: DateOrder,
        /// Whether a date proves it.
        proved: bool,
        /// A date as it stands there.
        cell: String,
        /// The same as it was read.
        label: String,
    },
    /// A person chose which part of a date is the day: a date as it stands there, and how it was read.
    DatesChosen(String, String),
    /// A person chose how decimals begin.
    DecimalChosen(Decimal),
    /// Years have two digits: a date, and how it was read.
    ShortYears(String, String),
    /// Times have different distances from UTC: they are shown in UTC.
    InUtc,
    /// Whole numbers are times, in seconds or thousandths of a second since 1970: one, and how it was read.
    Unix(String, String),
    /// Whole numbers are days as spreadsheets count them: one, and how it was read.
    Days(String, String),
    /// The newest row came first: the order was turned round.
    NewestFirst,
    /// The rows were put in order of time.
    Sorted,
    /// The rows are used as they stand, though they are not in order of time.
    AsWritten,
    /// No column holds times, so the order could not be checked. This column is shown in their place, if there is one.
    NoTimes(Option<String>),
    /// Rows have the time of another row, and all are used.
    Repeated {
        /// How many rows, beyond the first of each time.
        rows: usize,
        /// The first time that stands twice.
        first: String,
    },
    /// Times are missing, and the rows are read as if they followed each other evenly.
    Gaps {
        /// How many places.
        places: usize,
        /// Before the longest of them.
        from: String,
        /// After it.
        to: String,
        /// What is usual between two rows, in `fineness`.
        step: usize,
        /// The unit of `step`.
        fineness: Fineness,
    },
    /// A number stands for a missing value.
    StandIn {
        /// The column.
        column: String,
        /// The number.
        value: f64,
        /// In so many cells.
        cells: usize,
    },
    /// Cells were taken as missing that hold no usable number.
    Strange {
        /// The column.
        column: String,
        /// How many.
        cells: usize,
        /// The first of them.
        first: String,
        /// Its time, or its number.
        when: String,
    },
    /// Columns were left out that hold no numbers, or too few.
    NotNumbers(Vec<String>),
    /// A column was left out whose numbers are multiplied by a letter: a cell.
    Multiplied(String, String),
    /// A column was left out that only says by how much another one changed, in per cent.
    Derived(String, String),
    /// Columns were left out that never change.
    Constant(Vec<String>),
    /// Columns were left out that a person does not want.
    Unwanted(Vec<String>),
    /// Of more columns of numbers than fit the first are used.
    Wide {
        /// How many columns of numbers were found.
        columns: usize,
        /// How many are used.
        used: usize,
    },
    /// Of more than fits the last rows are used, so many.
    Last(Found, usize),
    /// Rows were left out at the ends, where values are missing.
    Dropped(usize),
    /// Missing values inside a column were filled along straight lines.
    Filled {
        /// The column.
        column: String,
        /// How many.
        cells: usize,
        /// When the first of them was.
        when: String,
    },
}

/// Why what a person brought is no table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// Nothing is there.
    Empty,
    /// It is no text.
    Binary(Binary),
    /// It is a page of the web, or data for a program: how it begins.
    NoTable(String),
    /// There are fewer rows of numbers than are needed: so many.
    Short(usize),
    /// There is no column of numbers; how the first line begins.
    NoNumbers(String),
    /// Every column holds the same number throughout.
    AllConstant,
    /// Rows have more cells than the head: decimal commas between commas. Cells of the head and of most rows, and a row.
    Commas(usize, usize, String),
    /// No row is left, as every column is missing something where others are there.
    NeverWhole,
}

/// What was found, shortened.
pub(crate) fn short(text: &str) -> String {
    const MOST: usize = 40;
    let mut letters = text.chars();
    let begin: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() { begin + "…" } else { begin }
}
