//! What can be decided about a table, by the reader or by a person.

use serde::{Deserialize, Serialize};

/// What stands between two cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
    /// `|`
    Bar,
    /// One or more spaces.
    Space,
}

impl Separator {
    /// All of them; the first wins where several fit alike.
    pub const ALL: [Self; 5] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar, Self::Space];

    /// Its character.
    #[must_use]
    pub fn mark(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
            Self::Bar => '|',
            Self::Space => ' ',
        }
    }

    /// The separator with this character.
    #[must_use]
    pub fn of(mark: char) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.mark() == mark)
    }
}

/// What stands before the decimals of a number. The other mark sets thousands apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decimal {
    /// `1.5`
    Point,
    /// `1,5`
    Comma,
}

impl Decimal {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }

    /// The mark before decimals and the mark between thousands.
    #[must_use]
    pub fn marks(self) -> (char, char) {
        match self {
            Self::Point => ('.', ','),
            Self::Comma => (',', '.'),
        }
    }
}

/// What comes first in a date of three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateOrder {
    /// `2024-01-31`
    YearFirst,
    /// `31.01.2024`
    DayFirst,
    /// `01/31/2024`
    MonthFirst,
}

impl DateOrder {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::YearFirst, Self::DayFirst, Self::MonthFirst];
}

/// What a person has decided; `None` leaves it to the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// What separates cells.
    pub separator: Option<Separator>,
    /// Whether the first line of the table names the columns.
    pub head: Option<bool>,
    /// How numbers are written, in every column.
    pub decimal: Option<Decimal>,
    /// How dates are written.
    pub dates: Option<DateOrder>,
    /// Whether numbers such as −999, far from all others, stand for missing values.
    pub stand_ins: Option<bool>,
    /// Whether a row that is the sum or the mean of the others is left out.
    pub totals: Option<bool>,
    /// Whether rows are put in order of time.
    pub sorted: Option<bool>,
    /// The column that is forecast, counted from 0.
    pub target: Option<usize>,
    /// Columns that are left out, counted from 0.
    pub without: Vec<usize>,
    /// Columns that are read though the reader would leave them out, counted from 0.
    pub with: Vec<usize>,
}

impl Choices {
    /// Whether a person wants this column, whatever the reader thinks of it.
    #[must_use]
    pub fn wants(&self, column: usize) -> bool {
        self.target == Some(column) || self.with.contains(&column)
    }
}
