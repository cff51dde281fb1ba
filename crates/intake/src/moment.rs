//! A moment of a table: an instant, and how finely it was written.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

/// How finely a moment was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fineness {
    /// `2024`
    Year,
    /// `2024-Q1`
    Quarter,
    /// `2024-01`
    Month,
    /// `2024-W05`
    Week,
    /// `2024-01-31`
    Day,
    /// `2024-01-31 05:00`
    Minute,
    /// `2024-01-31 05:00:30`
    Second,
    /// `2024-01-31 05:00:30.250`
    Fraction,
}

impl Fineness {
    /// All, from the coarsest.
    pub(crate) const ALL: [Self; 8] =
        [Self::Year, Self::Quarter, Self::Month, Self::Week, Self::Day, Self::Minute, Self::Second, Self::Fraction];
}

/// A moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// As it was written.
    pub civil: DateTime,
    /// How far the clock that it was read from is ahead of UTC, in seconds; `None` if that was not written.
    pub offset: Option<i32>,
    /// How finely it was written.
    pub fineness: Fineness,
}

impl Moment {
    /// Microseconds since the beginning of 1970, in UTC; of a moment without an offset as if its clock showed UTC. By these
    /// moments are put in order. `None` beyond the years −9999 and 9999.
    #[must_use]
    pub fn instant(&self) -> Option<i64> {
        let offset = Offset::from_seconds(self.offset.unwrap_or(0)).ok()?;
        offset.to_timestamp(self.civil).ok().map(Timestamp::as_microsecond)
    }

    /// The moment that so many microseconds since 1970 are, in UTC.
    #[must_use]
    pub fn of_instant(micros: i64, fineness: Fineness) -> Option<Self> {
        let civil = Offset::UTC.to_datetime(Timestamp::from_microsecond(micros).ok()?);
        Some(Self { civil, offset: None, fineness })
    }

    /// The same moment on a clock that shows UTC.
    #[must_use]
    pub fn in_utc(&self) -> Self {
        self.instant().and_then(|own| Self::of_instant(own, self.fineness)).unwrap_or(*self)
    }

    /// It, written so that it can be sorted as a text.
    #[must_use]
    pub fn label(&self) -> String {
        let civil = &self.civil;
        let (year, month, day) = (civil.year(), civil.month(), civil.day());
        let clock = || format!("{year:04}-{month:02}-{day:02} {:02}:{:02}", civil.hour(), civil.minute());
        match self.fineness {
            Fineness::Year => format!("{year:04}"),
            Fineness::Quarter => format!("{year:04}-Q{}", (month + 2) / 3),
            Fineness::Month => format!("{year:04}-{month:02}"),
            Fineness::Week => {
                let week = civil.date().iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Fineness::Day => format!("{year:04}-{month:02}-{day:02}"),
            Fineness::Minute => clock(),
            Fineness::Second => format!("{}:{:02}", clock(), civil.second()),
            Fineness::Fraction => format!("{}:{:02}.{:03}", clock(), civil.second(), civil.millisecond()),
        }
    }
}
