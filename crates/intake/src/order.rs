//! The column of times: which one it is, how it is written, and what its order says.

use crate::choices::{Choices, DateOrder, Decimal};
use crate::column::{Column, Kind};
use crate::date::{hour, month, pieces, time_of_day};
use crate::grid::Selected;
use crate::moment::{Fineness, Moment};
use crate::number::{core, value};

/// Rows that are looked at where a whole table need not be.
const SAMPLE: usize = 2000;
/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;
/// Names of a column of years, months, days, hours.
const NAMES: [&[&str]; 4] = [
    &["year", "yr", "yyyy", "jahr", "année", "annee", "an", "año", "ano", "anno", "jaar"],
    &["month", "mo", "mon", "mm", "monat", "mois", "mes", "mês", "mese", "maand"],
    &["day", "dd", "dy", "tag", "jour", "día", "dia", "giorno", "dag"],
    &["hour", "hr", "hh", "stunde", "heure", "hora", "ora", "uur"],
];
/// Names of a column of quarters.
const QUARTERS: [&str; 6] = ["quarter", "qtr", "q", "quartal", "trimestre", "kwartaal"];
/// Names of a column of times.
const TIMES: [&str; 18] = [
    "time",
    "date",
    "datetime",
    "timestamp",
    "ts",
    "unix",
    "epoch",
    "zeit",
    "datum",
    "temps",
    "fecha",
    "data",
    "tempo",
    "hora",
    "when",
    "t",
    "utc",
    "tijd",
];

/// Names of a column of dates, which a spreadsheet may have saved as numbers.
const DATES: [&str; 9] = ["date", "datetime", "timestamp", "datum", "fecha", "data", "dato", "päivä", "pvm"];
/// Such days, from 1954 on: no others are taken for one.
const DAYS: std::ops::Range<f64> = 20_000.0..80_000.0;
/// The day of a spreadsheet on which 1970 begins.
const DAY_OF_1970: i64 = 25_569;

/// Names of a column that counts rows.
const INDEX: [&str; 10] = ["", "index", "id", "no", "no.", "nr", "nr.", "row", "instant", "unnamed: 0"];

/// Where times stand and how they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Times {
    /// There are none. A column of texts, or of numbers that count on, is shown in their place.
    None(Option<usize>),
    /// A column of dates; and one of times of day.
    Dates { column: usize, clock: Option<usize>, order: DateOrder, proved: bool },
    /// Columns of years, months, and perhaps days and hours.
    Parts(Vec<usize>),
    /// A column of years and one of quarters.
    Quarters(usize, usize),
    /// A column of so many microseconds' multiples since 1970.
    Unix { column: usize, unit: i64 },
    /// A column of days as spreadsheets count them: 1 is the first day of 1900.
    Days(usize),
}

fn is_named(name: &str, names: &[&str]) -> bool {
    let lower = name.to_lowercase();
    names.contains(&lower.trim())
}

/// Whether the first word of a column's name is one of these.
fn is_first(name: &str, words: &[&str]) -> bool {
    let lower = name.to_lowercase();
    let first = lower.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    words.contains(&first)
}

/// Whether the last word of a column's name is that of times.
fn ends_in_time(name: &str) -> bool {
    const LAST: [&str; 9] = ["date", "time", "datetime", "timestamp", "datum", "zeit", "fecha", "tijd", "utc"];
    let lower = name.to_lowercase();
    lower.rsplit(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).is_some_and(|word| LAST.contains(&word))
}

/// Whether the name of a column is that of times.
fn is_time(name: &str) -> bool {
    is_first(name, &TIMES) || ends_in_time(name) || NAMES.iter().any(|names| is_first(name, names))
}

impl Times {
    /// Finds them.
    pub(crate) fn find(grid: &Selected, rows: &[u32], names: &[String], columns: &[Column], choices: &Choices) -> Self {
        if let Some(parts) = Self::parts(grid, rows, names, columns) {
            return parts;
        }
        let is_date = |c: &usize| {
            let own = &columns[*c];
            // Digits alone are a date where they stand first, and all of them are one.
            let looks_so =
                own.dates == own.filled && own.numbers > 0 && (*c == 0 || is_time(&names[*c])) && columns.len() > 1;
            own.kind() == Kind::Date
                || (looks_so && (own.whole.even || own.whole.count == 0 || own.whole.low >= 1e5 || is_time(&names[*c])))
        };
        // A column of which but half are dates is taken where there is no better one.
        let most = |c: &usize| columns[*c].dates * 5 >= columns[*c].filled * 4;
        let all = || (0..columns.len()).filter(is_date);
        let of_dates = all().find(most).or_else(|| all().next());
        if let Some(column) = of_dates {
            let (order, proved) = order(grid, rows, column, &columns[column], choices);
            let clock = (0..columns.len()).find(|c| {
                let own = &columns[*c];
                *c != column && own.filled > 0 && own.clocks == own.filled && own.dates == 0 && own.numbers == 0
            });
            let has_clock = |row: u32| pieces(grid.cell(row as usize, column)).is_some_and(|own| own.has_time());
            let hour = (0..columns.len()).find(|c| {
                let own = &columns[*c].whole;
                *c != column
                    && own.count > 0
                    && own.count == columns[*c].filled
                    && own.low >= 0.0
                    && own.high <= 25.0
                    && is_first(&names[*c], NAMES[3])
            });
            let clock = clock.or(hour).filter(|_| !rows.first().is_some_and(|row| has_clock(*row)));
            return Self::Dates { column, clock, order, proved };
        }
        if columns.len() < 2 {
            return Self::None(None);
        }
        let counts = |c: &usize| {
            let own = &columns[*c];
            let is_all =
                own.whole.count == own.filled && own.numbers == own.filled && own.filled > 2 && own.missing == 0;
            is_all && own.unit().is_empty()
        };
        for (unit, from, to) in [(1_000_000, 1e8, 1e10), (1000, 1e11, 1e13)] {
            let fits = |c: &usize| {
                let own = &columns[*c].whole;
                counts(c)
                    && own.low >= from
                    && own.high < to
                    && (is_time(&names[*c]) || (*c == 0 && own.count > 4 && (own.rises || own.falls)))
            };
            if let Some(column) = (0..columns.len()).find(fits) {
                return Self::Unix { column, unit };
            }
        }
        let are_days = |c: &usize| {
            let own = &columns[*c].whole;
            let is_date = is_first(&names[*c], &DATES) || ends_in_time(&names[*c]);
            counts(c) && is_date && DAYS.contains(&own.low) && DAYS.contains(&own.high)
        };
        if let Some(column) = (0..columns.len()).find(are_days) {
            return Self::Days(column);
        }
        // Years or days counted on, in the first column, before others; else the first column of texts.
        let counted = Some(0).filter(|c| {
            counts(c)
                && (columns[0].whole.even || (is_time(&names[0]) && (columns[0].whole.rises || columns[0].whole.falls)))
        });
        // Years with decimals.
        let rises = || is_time(&names[0]) && columns[0].kind() == Kind::Number && columns[0].points.0 > 0;
        let texts = (0..columns.len()).find(|c| columns[*c].kind() == Kind::Text);
        Self::None(counted.or_else(|| Some(0).filter(|_| rises())).or(texts))
    }

    /// A year, a month, and perhaps a day and an hour, each in a column of its own.
    fn parts(grid: &Selected, rows: &[u32], names: &[String], columns: &[Column]) -> Option<Self> {
        // A row at the end may hold something else.
        let within = |c: usize, low: f64, high: f64| {
            columns.get(c).is_some_and(|own| {
                let is_whole = own.whole.count > 0 && own.whole.count * 10 >= own.filled * 9;
                is_whole && own.whole.low >= low && own.whole.high <= high
            })
        };
        let named = |c: usize, part: usize| names.get(c).is_some_and(|name| is_named(name, NAMES[part]));
        let is_year = |c: usize| within(c, 1500.0, 2200.0);
        let year = (0..columns.len()).find(|c| is_year(*c) && (named(*c, 0) || *c == 0))?;
        let spread = |c: usize| columns[c].whole.high - columns[c].whole.low;
        let are_days = |c: usize| within(c, 1.0, 31.0) && spread(c) >= 20.0;
        let quarter = (0..columns.len()).find(|c| within(*c, 1.0, 4.0) && is_first(&names[*c], &QUARTERS));
        let is_month = (0..columns.len()).any(|c| named(c, 1));
        if let Some(quarter) = quarter.filter(|_| !is_month) {
            return Some(Self::Quarters(year, quarter));
        }
        let month = (0..columns.len()).find(|c| {
            let is_month = within(*c, 1.0, 12.0)
                && (named(*c, 1) || (*c == year + 1 && (spread(*c) >= 6.0 || are_days(*c + 1)) && !named(*c, 2)));
            let own = &columns[*c];
            let is_word = own.months > 0 && own.months * 10 >= own.filled * 9 && (named(*c, 1) || *c == year + 1);
            *c != year && (is_month || is_word)
        })?;
        let mut all = vec![year, month];
        let day = (0..columns.len()).find(|c| {
            !all.contains(c)
                && within(*c, 1.0, 31.0)
                && (named(*c, 2) || (*c == month + 1 && spread(*c) >= 20.0 && names[*c].is_empty()))
        });
        all.extend(day);
        if day.is_some() {
            all.extend((0..columns.len()).find(|c| !all.contains(c) && within(*c, 0.0, 24.0) && named(*c, 3)));
        }
        let times = Self::Parts(all);
        let looked = &rows[..rows.len().min(SAMPLE)];
        let instants: Vec<i64> = looked.iter().filter_map(|row| times.moment(grid, *row as usize)?.instant()).collect();
        let goes = |wrong: fn(&[i64]) -> bool| !instants.windows(2).any(wrong);
        (instants.len() * 10 >= looked.len() * 9).then_some(())?;
        (goes(|two| two[0] >= two[1]) || goes(|two| two[0] <= two[1])).then_some(times)
    }

    /// The columns that are no values.
    pub(crate) fn columns(&self) -> Vec<usize> {
        match self {
            Self::None(column) => column.iter().copied().collect(),
            Self::Dates { column, clock, .. } => std::iter::once(*column).chain(*clock).collect(),
            Self::Parts(all) => all.clone(),
            Self::Quarters(year, quarter) => vec![*year, *quarter],
            Self::Unix { column, .. } | Self::Days(column) => vec![*column],
        }
    }

    /// Columns that only count the rows, or tell their times once more, as years with decimals.
    pub(crate) fn beside(&self, grid: &Selected, rows: &[u32], names: &[String], columns: &[Column]) -> Vec<usize> {
        let own = self.columns();
        if !self.is_known() {
            return vec![];
        }
        let looked = &rows[..rows.len().min(SAMPLE)];
        let is_index = |c: usize| {
            let whole = &columns[c].whole;
            let is_all = whole.count > 1 && whole.count == columns[c].filled && whole.even;
            c == 0 && is_all && (whole.high - whole.low) as usize + 1 == whole.count && is_named(&names[c], &INDEX)
        };
        let is_year = |row: &u32, c: usize| {
            let (moment, core) = (self.moment(grid, *row as usize)?, core(grid.cell(*row as usize, c))?);
            let (year, value) =
                (f64::from(moment.civil.year()), value(&core, Decimal::Point).or(value(&core, Decimal::Comma))?);
            Some((year..=year + 1.0).contains(&value))
        };
        let are_years = |c: usize| {
            columns[c].kind() == Kind::Number
                && columns[c].whole.count < columns[c].numbers
                && looked.iter().all(|row| is_year(row, c) != Some(false))
                && looked.iter().any(|row| is_year(row, c) == Some(true))
        };
        (0..columns.len()).filter(|c| !own.contains(c) && (is_index(*c) || are_years(*c))).collect()
    }

    /// Whether rows have moments.
    pub(crate) fn is_known(&self) -> bool {
        !matches!(self, Self::None(_))
    }

    /// What stands in the place of a row's time.
    pub(crate) fn raw<'a>(&self, grid: &Selected<'a>, row: usize) -> &'a str {
        match self {
            Self::None(column) => column.map_or("", |c| grid.cell(row, c)),
            Self::Dates { column, .. } | Self::Unix { column, .. } | Self::Days(column) => grid.cell(row, *column),
            Self::Parts(all) => grid.cell(row, all[0]),
            Self::Quarters(year, _) => grid.cell(row, *year),
        }
    }

    /// The moment of a row.
    pub(crate) fn moment(&self, grid: &Selected, row: usize) -> Option<Moment> {
        match self {
            Self::None(_) => None,
            Self::Dates { column, clock: None, order, .. } => pieces(grid.cell(row, *column))?.moment(*order),
            Self::Dates { column, clock: Some(clock), order, .. } => {
                let clock = grid.cell(row, *clock);
                pieces(grid.cell(row, *column))?.at(*order, time_of_day(clock).or_else(|| hour(clock))?)
            }
            Self::Parts(all) => {
                let part = |place: usize| all.get(place).map(|c| grid.cell(row, *c).parse::<i16>());
                let year = part(0)?.ok()?;
                let name = || month(grid.cell(row, *all.get(1)?)).and_then(|own| i16::try_from(own).ok());
                let month = part(1)?.ok().or_else(name)?;
                let day = part(2).transpose().ok()?;
                let hour = part(3).transpose().ok()?;
                let text = format!("{year:04}-{month:02}-{:02} {:02}:00", day.unwrap_or(1), hour.unwrap_or(0));
                let moment = pieces(&text)?.moment(DateOrder::YearFirst)?;
                let fineness = match (day, hour) {
                    (None, _) => Fineness::Month,
                    (_, None) => Fineness::Day,
                    _ => Fineness::Minute,
                };
                Some(Moment { fineness, ..moment })
            }
            Self::Quarters(year, quarter) => {
                let text = format!("{}-Q{}", grid.cell(row, *year), grid.cell(row, *quarter));
                pieces(&text)?.moment(DateOrder::YearFirst)
            }
            Self::Days(column) => {
                let days: i64 = core(grid.cell(row, *column))?.body.parse().ok()?;
                Moment::of_instant((days - DAY_OF_1970).checked_mul(DAY)?, Fineness::Day)
            }
            Self::Unix { column, unit } => {
                let core = core(grid.cell(row, *column))?;
                let count: i64 = core.body.parse().ok()?;
                Moment::of_instant(
                    count.checked_mul(*unit)?,
                    if *unit == 1000 { Fineness::Fraction } else { Fineness::Second },
                )
            }
        }
    }
}

/// The order of the parts of dates, and whether a date proves it.
fn order(grid: &Selected, rows: &[u32], column: usize, own: &Column, choices: &Choices) -> (DateOrder, bool) {
    if let Some(order) = choices.dates {
        return (order, true);
    }
    if own.unordered == 0 {
        return (DateOrder::YearFirst, true);
    }
    let fits: Vec<DateOrder> = DateOrder::ALL
        .into_iter()
        .enumerate()
        .filter(|(place, _)| own.orders[*place] == own.unordered)
        .map(|own| own.1)
        .collect();
    match fits[..] {
        [one] => return (one, true),
        [] => {
            // Some dates fit no order: the one with the most.
            let best = (0..3).rev().max_by_key(|place| own.orders[*place]).unwrap_or(1);
            return (DateOrder::ALL[best], false);
        }
        _ => {}
    }
    let mark = rows.iter().find_map(|row| pieces(grid.cell(*row as usize, column))).map(|own| own.mark());
    if mark == Some('.') && fits.contains(&DateOrder::DayFirst) {
        return (DateOrder::DayFirst, false);
    }
    // The order in which the steps are most alike.
    let uneven = |order: DateOrder| -> f64 {
        let moment = |row: &u32| pieces(grid.cell(*row as usize, column))?.moment(order)?.instant();
        let mut instants: Vec<i64> = rows.iter().take(SAMPLE).filter_map(moment).collect();
        instants.sort_unstable();
        let mut steps: Vec<i64> = instants.windows(2).map(|two| two[1] - two[0]).filter(|step| *step > 0).collect();
        steps.sort_unstable();
        let middle = steps.get(steps.len() / 2).copied().unwrap_or(1);
        steps.last().copied().unwrap_or(1) as f64 / middle as f64
    };
    let best = fits.iter().copied().min_by(|a, b| uneven(*a).total_cmp(&uneven(*b)));
    (best.unwrap_or(DateOrder::DayFirst), false)
}

/// Times that are missing between others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gaps {
    /// How many places.
    pub(crate) places: usize,
    /// The index before the longest.
    pub(crate) longest: usize,
    /// What is usual between two rows.
    pub(crate) step: usize,
    /// The unit of `step`.
    pub(crate) fineness: Fineness,
}

/// The gaps between instants, which rise.
pub(crate) fn gaps(instants: &[i64], fineness: Fineness) -> Option<Gaps> {
    let steps = || instants.windows(2).map(|two| two[1] - two[0]);
    let mut sorted: Vec<i64> = steps().filter(|step| *step > 0).collect();
    sorted.sort_unstable();
    let middle = *sorted.get(sorted.len() / 2)?;
    let civil = |instant: i64| Moment::of_instant(instant, fineness).map(|own| own.civil);
    let is_monthly = fineness <= Fineness::Month || (28 * DAY..=31 * DAY).contains(&middle);
    let (numbers, usual, unit): (Vec<i64>, i64, Fineness) = if is_monthly {
        let month = |instant: &i64| civil(*instant).map(|own| i64::from(own.year()) * 12 + i64::from(own.month()));
        let months: Vec<i64> = instants.iter().filter_map(month).collect();
        let mut steps: Vec<i64> = months.windows(2).map(|two| two[1] - two[0]).filter(|step| *step > 0).collect();
        steps.sort_unstable();
        (months, *steps.get(steps.len() / 2)?, Fineness::Month)
    } else if middle == DAY && !instants.iter().filter_map(|own| civil(*own)).any(|own| is_weekend(own.weekday())) {
        // Days of business: from a Friday to a Monday it is one step.
        let day = |instant: &i64| {
            let days = instant.div_euclid(DAY) + 3;
            days.div_euclid(7) * 5 + days.rem_euclid(7).min(5)
        };
        (instants.iter().map(day).collect(), 1, Fineness::Day)
    } else {
        (instants.to_vec(), middle, Fineness::Second)
    };
    if numbers.len() != instants.len() {
        return None;
    }
    let far: Vec<(usize, i64)> = numbers
        .windows(2)
        .map(|two| two[1] - two[0])
        .enumerate()
        .filter(|(_, step)| if unit == Fineness::Second { *step * 2 > usual * 3 } else { *step > usual })
        .collect();
    let longest = far.iter().max_by_key(|(_, step)| *step)?.0;
    // If many steps are wide the rows are no even series at all: that is told alike.
    let (step, fineness) = match unit {
        Fineness::Month if usual % 12 == 0 => (usual / 12, Fineness::Year),
        Fineness::Second if usual % DAY == 0 => (usual / DAY, Fineness::Day),
        Fineness::Second if usual % 60_000_000 == 0 => (usual / 60_000_000, Fineness::Minute),
        Fineness::Second => (usual / 1_000_000, Fineness::Second),
        own => (usual, own),
    };
    Some(Gaps { places: far.len(), longest, step: step as usize, fineness })
}

fn is_weekend(day: jiff::civil::Weekday) -> bool {
    matches!(day, jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instants(labels: &[&str]) -> Vec<i64> {
        labels.iter().filter_map(|cell| pieces(cell)?.moment(DateOrder::YearFirst)?.instant()).collect()
    }

    #[test]
    fn gaps_are_told_in_the_unit_of_the_steps() {
        let of = |labels: &[&str], fineness| gaps(&instants(labels), fineness);
        let months = ["2024-01", "2024-02", "2024-03", "2024-06", "2024-07"];
        let right = Gaps { places: 1, longest: 2, step: 1, fineness: Fineness::Month };
        assert_eq!(of(&months, Fineness::Month), Some(right));
        let week = ["2024-01-04", "2024-01-05", "2024-01-08", "2024-01-09", "2024-01-10"];
        assert_eq!(of(&week, Fineness::Day), None, "a weekend is no gap");
        let days = ["2024-01-06", "2024-01-07", "2024-01-08", "2024-01-11", "2024-01-12"];
        assert_eq!(of(&days, Fineness::Day), Some(Gaps { places: 1, longest: 2, step: 1, fineness: Fineness::Day }));
        let hours = ["2024-01-01 00:00", "2024-01-01 01:00", "2024-01-01 02:00", "2024-01-01 04:00"];
        assert_eq!(
            of(&hours, Fineness::Minute),
            Some(Gaps { places: 1, longest: 2, step: 60, fineness: Fineness::Minute })
        );
        let years = ["2000", "2001", "2002", "2004"];
        assert_eq!(of(&years, Fineness::Year), Some(Gaps { places: 1, longest: 2, step: 1, fineness: Fineness::Year }));
    }
}
