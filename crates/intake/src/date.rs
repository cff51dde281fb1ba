//! A cell as a date, perhaps with a time of day: what its parts are, and what they come to in each order.

use jiff::civil::{Date, ISOWeekDate, Time, Weekday};

use crate::choices::DateOrder;
use crate::moment::{Fineness, Moment};

/// The months in English, German, French, Spanish, Italian, Portuguese and Dutch, and what shortens them but by their beginning.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janvier", "enero", "gennaio", "janeiro", "januari", "jänner"],
    &["february", "februar", "février", "fevrier", "febrero", "febbraio", "fevereiro", "februari"],
    &["march", "märz", "maerz", "mars", "marzo", "março", "marco", "maart", "mrz", "mrt"],
    &["april", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "maio", "mei"],
    &["june", "juni", "juin", "junio", "giugno", "junho"],
    &["july", "juli", "juillet", "julio", "luglio", "julho"],
    &["august", "août", "aout", "agosto", "augustus"],
    &["september", "septembre", "septiembre", "settembre", "setembro"],
    &["october", "oktober", "octobre", "octubre", "ottobre", "outubro"],
    &["november", "novembre", "noviembre", "novembro"],
    &["december", "dezember", "décembre", "decembre", "diciembre", "dicembre", "dezembro"],
];
/// The days of a week in the same languages.
const WEEKDAYS: [&str; 39] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "lunedì",
    "giovedì",
    "segunda",
    "terça",
    "quarta",
    "quinta",
    "sexta",
    "maandag",
    "woensdag",
    "vrijdag",
];
/// A year of two digits below this is one of this century.
const CENTURY: i16 = 70;

/// A part of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// A number, and its digits.
    Number(u16, usize),
    /// A month, by its name.
    Month(u16),
    /// Nothing.
    #[default]
    None,
    /// A quarter.
    Quarter(u16),
    /// A week.
    Week(u16),
}

/// One to three parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Parts {
    all: [Part; 3],
    count: usize,
}

impl Parts {
    fn of(parts: &[Part]) -> Option<Self> {
        let mut own = Self::default();
        parts.iter().try_for_each(|part| own.push(*part)).map(|()| own)
    }

    /// Adds one, if there is room.
    fn push(&mut self, part: Part) -> Option<()> {
        *self.all.get_mut(self.count)? = part;
        self.count += 1;
        Some(())
    }

    fn as_slice(&self) -> &[Part] {
        &self.all[..self.count]
    }
}

/// The parts of a cell that may be a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pieces {
    parts: Parts,
    /// What stands between the first two.
    mark: char,
    /// A time of day, how finely it is written, and whether it is the midnight at a day's end.
    time: Option<(Time, Fineness, bool)>,
    /// Seconds ahead of UTC.
    offset: Option<i32>,
}

/// The parts of a cell, if it may be a date.
#[must_use]
pub fn pieces(cell: &str) -> Option<Pieces> {
    // 2024-01-31T05:00+01:00[Europe/Berlin]: the distance from UTC says it.
    let cell = cell.strip_suffix(']').and_then(|rest| rest.split_once('[')).map_or(cell, |own| own.0);
    if !(4..=40).contains(&cell.len()) || !may_be(cell) {
        return None;
    }
    if let Some(pieces) = iso(cell) {
        return Some(pieces);
    }
    if cell.len() > 9 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits(cell);
    }
    // 20240131T053000
    if let Some((day, time)) = cell.split_once('T').filter(|(day, time)| day.len() == 8 && matches!(time.len(), 4 | 6))
    {
        return digits(&[day, time].concat());
    }
    if let Some(first) = first_of_two(cell) {
        return pieces(first);
    }
    let (rest, zone) = zone(cell.trim());
    let (day, time) = split(rest);
    let (time, offset) = match time {
        None if zone.is_some() => return None,
        None => (None, None),
        Some(time) => {
            let (time, offset) = offset(time)?;
            (Some(clock(time)?), zone.or(offset))
        }
    };
    let (parts, mark) = parts(day)?;
    Some(Pieces { parts, mark, time, offset })
}

/// Whether a cell may be a date at all. Most numbers are none, and most cells are numbers.
fn may_be(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    let mark = bytes.iter().position(|byte| !byte.is_ascii_digit());
    let Some(mark) = mark else { return matches!(bytes.len(), 4 | 6 | 8 | 10 | 12 | 14) };
    let after = &bytes[mark + 1..];
    match bytes[mark] {
        // A number below nought, and one with decimals.
        b'-' if mark == 0 => false,
        b'.' | b',' if after.iter().all(u8::is_ascii_digit) => matches!((mark, after.len()), (1 | 2, 4) | (4, 1 | 2)),
        _ => mark > 0 || bytes.iter().any(u8::is_ascii_digit),
    }
}

/// The commonest forms: `2024-01-31`, `2024-01-31 05:00`, `2024-01-31T05:00:30`.
fn iso(cell: &str) -> Option<Pieces> {
    let bytes = cell.as_bytes();
    let is = |place: usize, byte: u8| bytes.get(place) == Some(&byte);
    let number = |from: usize, to: usize| {
        let digits = bytes.get(from..to)?;
        digits.iter().try_fold(0_u16, |all, byte| byte.is_ascii_digit().then(|| all * 10 + u16::from(byte - b'0')))
    };
    let two = |from: usize| i8::try_from(number(from, from + 2)?).ok();
    if !(is(4, b'-') && is(7, b'-')) {
        return None;
    }
    let parts = Parts {
        all: [Part::Number(number(0, 4)?, 4), Part::Number(number(5, 7)?, 2), Part::Number(number(8, 10)?, 2)],
        count: 3,
    };
    let time = match bytes.len() {
        10 => None,
        _ if !((is(10, b' ') || is(10, b'T')) && is(13, b':')) => return None,
        16 => Some((Time::new(two(11)?, two(14)?, 0, 0).ok()?, Fineness::Minute, false)),
        19 if is(16, b':') => Some((Time::new(two(11)?, two(14)?, two(17)?, 0).ok()?, Fineness::Second, false)),
        _ => return None,
    };
    Some(Pieces { parts, mark: '-', time, offset: None })
}

/// A day and a time of day in digits alone: `2024013105`, `202401310530`, `20240131053000`.
fn digits(cell: &str) -> Option<Pieces> {
    let number = |from: usize, to: usize| {
        let part = cell.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        part.and_then(|part| part.parse::<u16>().ok())
    };
    let two = |from: usize| {
        if from < cell.len() { i8::try_from(number(from, from + 2)?).ok() } else { Some(0) }
    };
    let year = number(0, 4).filter(|year| (1900..2100).contains(year))?;
    let parts = [Part::Number(year, 4), Part::Number(number(4, 6)?, 2), Part::Number(number(6, 8)?, 2)];
    let hour = two(8)?;
    let is_end = hour == 24 && two(10)? == 0 && two(12)? == 0;
    let time = Time::new(if is_end { 0 } else { hour }, two(10)?, two(12)?, 0).ok()?;
    let fineness = if cell.len() == 14 { Fineness::Second } else { Fineness::Minute };
    let own = Pieces { parts: Parts::of(&parts)?, mark: '-', time: Some((time, fineness, is_end)), offset: None };
    own.moment(DateOrder::YearFirst).map(|_| own)
}

/// Of two moments between which something was, the first.
fn first_of_two(cell: &str) -> Option<&str> {
    let halves = [" - ", " – ", "/", "--"].iter().find_map(|mark| {
        let (first, second) = cell.split_once(mark)?;
        // What stands between two dates of ten characters and more is no mark within one.
        (first.len() >= 10 && first.len() == second.len()).then_some((first, second))
    });
    let (first, second) = halves?;
    (is_date(first) && is_date(second)).then_some(first)
}

/// Whether a cell is a date in some order.
pub(crate) fn is_date(cell: &str) -> bool {
    pieces(cell).is_some_and(|own| DateOrder::ALL.iter().any(|order| own.moment(*order).is_some()))
}

/// A time of day alone, such as `05:00` or `05.00.00`.
#[must_use]
pub(crate) fn time_of_day(cell: &str) -> Option<(Time, Fineness, bool)> {
    // The longest is 12:30:00.123456789 a.m.
    let begins = cell.starts_with(|c: char| c.is_ascii_digit());
    if begins && (3..=24).contains(&cell.len()) { clock(cell.trim()) } else { None }
}

/// An hour alone, from 0 to 24.
#[must_use]
pub(crate) fn hour(cell: &str) -> Option<(Time, Fineness, bool)> {
    let hour: i8 = cell.parse().ok().filter(|hour| (0..=24).contains(hour))?;
    Some((Time::new(hour % 24, 0, 0, 0).ok()?, Fineness::Minute, hour == 24))
}

/// The month that a cell names, alone: `January`, `Jan.`, `M01`.
#[must_use]
pub(crate) fn month(cell: &str) -> Option<u16> {
    let word = cell.trim_end_matches('.');
    if !(3..=12).contains(&word.len()) || !word.starts_with(char::is_alphabetic) {
        return None;
    }
    match *named(&word.to_lowercase())?.as_slice() {
        [Part::Month(month)] => Some(month),
        _ => None,
    }
}

/// Takes off what says that a clock shows UTC.
fn zone(cell: &str) -> (&str, Option<i32>) {
    let ends = ["Z", "z", "UTC", "GMT", "(UTC)"];
    let is_after_time = |rest: &str| rest.ends_with(|c: char| c.is_ascii_digit()) && rest.contains(':');
    let found =
        ends.iter().find_map(|end| cell.strip_suffix(end).map(str::trim_end).filter(|rest| is_after_time(rest)));
    found.map_or((cell, None), |rest| (rest, Some(0)))
}

/// Takes a date and a time of day apart.
fn split(cell: &str) -> (&str, Option<&str>) {
    let is_hour = |rest: &str| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits) && matches!(rest.as_bytes().get(digits), Some(b':' | b'.' | b'h'))
    };
    let mut places =
        cell.char_indices().filter(|(_, c)| matches!(c, ' ' | 'T' | 't' | ',' | '_' | ':' | '\u{a0}' | '\u{202f}'));
    // `2024-01-31 05:00`, `31 Jan 2024, 05:00`, `31/Jan/2024:05:00:00`: the first such place that a time of day follows.
    places
        .find_map(|(place, c)| {
            let after = cell[place + c.len_utf8()..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
            let day = cell[..place].trim_end_matches([',', ' ']);
            let colons = after.contains(':') || after.matches('.').count() == 2 || after.contains('h');
            (is_hour(after) && colons && day.len() >= 4).then_some((day, Some(after)))
        })
        .unwrap_or((cell, None))
}

/// Takes a time of day and its distance from UTC apart.
fn offset(time: &str) -> Option<(&str, Option<i32>)> {
    let Some(place) = time.rfind(['+', '-', '−']) else { return Some((time, None)) };
    let sign = if time[place..].starts_with('+') { 1 } else { -1 };
    let digits: String = time[place..].chars().skip(1).filter(|c| *c != ':').collect();
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<i32>().ok());
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.parse().ok()?, 0),
        4 => (number(0, 2)?, number(2, 4)?),
        _ => return None,
    };
    ((0..=18).contains(&hours) && (0..60).contains(&minutes))
        .then(|| (time[..place].trim_end(), Some(sign * (hours * 3600 + minutes * 60))))
}

/// A time of day.
fn clock(text: &str) -> Option<(Time, Fineness, bool)> {
    let lower = text.to_lowercase();
    let bare = lower.trim_end_matches("uhr").trim();
    let (bare, half) = ["a.m.", "am", "p.m.", "pm"]
        .iter()
        .find_map(|end| bare.strip_suffix(end).map(|rest| (rest.trim_end(), Some(end.starts_with('p')))))
        .unwrap_or((bare, None));
    let (whole, fraction) = match bare.split_once(',') {
        Some((whole, fraction)) => (whole, fraction),
        // A third point, or one after colons, begins the fraction of a second.
        None if bare.contains(':') => bare.split_once('.').unwrap_or((bare, "")),
        None => (bare, ""),
    };
    let numbers: Option<Vec<i8>> = whole
        .trim_end_matches('h')
        .split([':', '.', 'h'])
        .map(|part| if (1..=2).contains(&part.len()) { part.parse().ok().filter(|n| *n >= 0) } else { None })
        .collect();
    let numbers = numbers?;
    if !(2..=3).contains(&numbers.len()) || !fraction.bytes().all(|byte| byte.is_ascii_digit()) || fraction.len() > 9 {
        return None;
    }
    let (mut hour, minute, second) = (numbers[0], numbers[1], numbers.get(2).copied().unwrap_or(0));
    if let Some(is_after_noon) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if is_after_noon { 12 } else { 0 };
    }
    let is_end = hour == 24 && minute == 0 && second == 0;
    let nanos = format!("{fraction:0<9}").parse().ok()?;
    let fineness = match numbers.len() {
        2 => Fineness::Minute,
        _ if fraction.is_empty() => Fineness::Second,
        _ => Fineness::Fraction,
    };
    // A leap second is the last one of its minute.
    let time = Time::new(if is_end { 0 } else { hour }, minute, second.min(59), nanos).ok()?;
    (second <= 60).then_some((time, fineness, is_end))
}

/// The parts of a date, and the mark between the first two.
fn parts(day: &str) -> Option<(Parts, char)> {
    let is_mark =
        |c: char| matches!(c, '-' | '/' | '.' | ' ' | ',' | '\u{2010}' | '\u{2013}' | '\u{a0}' | '年' | '月' | '日');
    let mark = day.chars().find(|c| is_mark(*c)).unwrap_or(' ');
    let mut all = Parts::default();
    for word in day.split(is_mark).filter(|word| !word.is_empty()) {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (number, letters) = word.split_at(digits);
        let part = |n: u32, digits: usize| Part::Number(n as u16, digits);
        match (number.parse::<u32>().ok(), letters) {
            (Some(n), "") if digits <= 4 => all.push(part(n, digits))?,
            // 20240131 and 202401
            (Some(n), "") if digits == 8 => {
                [part(n / 10000, 4), part(n / 100 % 100, 2), part(n % 100, 2)]
                    .iter()
                    .try_for_each(|own| all.push(*own))?;
            }
            (Some(n), "") if digits == 6 && all.count == 0 => {
                [part(n / 100, 4), part(n % 100, 2)].iter().try_for_each(|own| all.push(*own))?;
            }
            (n, letters) => word_part(n, digits, &letters.to_lowercase(), &mut all)?,
        }
    }
    (all.count > 0).then_some((all, mark))
}

/// Takes a word of a date that is not only digits: a number, if there is one, and the letters after it.
fn word_part(number: Option<u32>, digits: usize, letters: &str, all: &mut Parts) -> Option<()> {
    match (number, letters) {
        (Some(n), "st" | "nd" | "rd" | "th" | "º" | "er" | "ª") if digits <= 2 => {
            all.push(Part::Number(n as u16, digits))
        }
        // 1Q2024
        (Some(n @ 1..=4), "q") => all.push(Part::Quarter(n as u16)),
        // 2024Q1, 2024M01, 2024W05; 31Jan2024
        (Some(n), _) if (1..=4).contains(&digits) => {
            all.push(Part::Number(n as u16, digits))?;
            named(letters)?.as_slice().iter().try_for_each(|own| all.push(*own))
        }
        (None, "de" | "of" | "del") => Some(()),
        // KW 5/2024, 1. Quartal 2024: the number stands apart.
        (None, "kw" | "w" | "week" | "woche") => all.push(Part::Week(0)),
        (None, "quartal" | "quarter" | "q" | "trimestre") => all.push(Part::Quarter(0)),
        (None, _) => match named(letters) {
            Some(found) => found.as_slice().iter().try_for_each(|own| all.push(*own)),
            None => (all.count == 0 && is_weekday(letters)).then_some(()),
        },
        _ => None,
    }
}

/// A word with its number: `q1`, `w05`, `m01`, `jan`, `jan2024`.
fn named(word: &str) -> Option<Parts> {
    let letters: String = word.chars().take_while(|c| c.is_alphabetic()).collect();
    let rest = &word[letters.len()..];
    let number: Option<u16> = rest.parse().ok().filter(|_| rest.len() <= 4);
    match (&*letters, number) {
        ("q", Some(n @ 1..=4)) => return Parts::of(&[Part::Quarter(n)]),
        ("w" | "kw", Some(n @ 1..=53)) => return Parts::of(&[Part::Week(n)]),
        ("m", Some(n @ 1..=12)) => return Parts::of(&[Part::Month(n)]),
        _ => {}
    }
    if letters.chars().count() < 3 {
        return None;
    }
    let month = MONTHS.iter().position(|names| names.iter().any(|name| name.starts_with(&*letters)))?;
    let month = Part::Month(month as u16 + 1);
    match (rest, number) {
        ("", _) => Parts::of(&[month]),
        (_, Some(n)) => Parts::of(&[month, Part::Number(n, rest.len())]),
        _ => None,
    }
}

fn is_weekday(word: &str) -> bool {
    word.chars().count() >= 2 && WEEKDAYS.iter().any(|day| day.starts_with(word))
}

/// A year of four digits, or of two.
fn year(n: u16, digits: usize) -> Option<i16> {
    let n = i16::try_from(n).ok()?;
    match digits {
        4 if (1000..3000).contains(&n) => Some(n),
        2 => Some(if n < CENTURY { 2000 + n } else { 1900 + n }),
        _ => None,
    }
}

fn day(year: i16, month: u16, day: u16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

impl Pieces {
    /// Whether they are three numbers, of which none has the digits of a year but perhaps the last: which of the first two is
    /// the day has to be decided.
    #[must_use]
    pub fn needs_order(&self) -> bool {
        matches!(*self.parts.as_slice(), [Part::Number(_, 1 | 2), Part::Number(_, 1 | 2), Part::Number(_, 2 | 4)])
    }

    /// Whether the year has two digits.
    #[must_use]
    pub fn is_short_year(&self) -> bool {
        self.parts.as_slice().iter().all(|part| !matches!(part, Part::Number(_, 4)))
    }

    /// The mark between the first two parts.
    #[must_use]
    pub fn mark(&self) -> char {
        self.mark
    }

    /// Whether a time of day is written.
    #[must_use]
    pub fn has_time(&self) -> bool {
        self.time.is_some()
    }

    /// The moment, with its parts in this order; `None` if so they are none.
    #[must_use]
    pub fn moment(&self, order: DateOrder) -> Option<Moment> {
        let (date, fineness) = self.date(order)?;
        let (civil, fineness) = match self.time {
            None => (date.to_datetime(Time::midnight()), fineness),
            Some(_) if fineness != Fineness::Day => return None,
            Some((time, fineness, is_end)) => {
                let date = if is_end { date.tomorrow().ok()? } else { date };
                (date.to_datetime(time), fineness)
            }
        };
        Some(Moment { civil, offset: self.offset, fineness })
    }

    /// The moment at a time of day that stands in another cell.
    pub(crate) fn at(&self, order: DateOrder, (time, fineness, is_end): (Time, Fineness, bool)) -> Option<Moment> {
        Self { time: Some((time, fineness, is_end)), ..*self }.moment(order)
    }

    fn date(&self, order: DateOrder) -> Option<(Date, Fineness)> {
        use Part::{Month, Number, Quarter, Week};
        let of_day = |y: Option<i16>, m: u16, d: u16| Some((day(y?, m, d)?, Fineness::Day));
        match *self.parts.as_slice() {
            [Number(y, 4)] => Some((day(year(y, 4)?, 1, 1)?, Fineness::Year)),
            // A number with a decimal point is no month of a year: 2024.05.
            [Number(y, 4), Number(m, 1 | 2)] if self.mark != '.' => Some((day(year(y, 4)?, m, 1)?, Fineness::Month)),
            [Number(m, 1 | 2), Number(y, 4)] => Some((day(year(y, 4)?, m, 1)?, Fineness::Month)),
            [Month(m), Number(y, digits @ (2 | 4))] | [Number(y, digits @ 4), Month(m)] => {
                Some((day(year(y, digits)?, m, 1)?, Fineness::Month))
            }
            [Quarter(q), Number(y, digits @ (2 | 4))] | [Number(y, digits @ 4), Quarter(q)] => {
                Some((day(year(y, digits)?, (q * 3).checked_sub(2)?, 1)?, Fineness::Quarter))
            }
            [Number(q @ 1..=4, 1), Quarter(0), Number(y, 4)]
            | [Quarter(0), Number(q @ 1..=4, 1), Number(y, 4)]
            | [Number(y, 4), Quarter(0), Number(q @ 1..=4, 1)] => {
                Some((day(year(y, 4)?, q * 3 - 2, 1)?, Fineness::Quarter))
            }
            [Number(y, 4), Week(w)]
            | [Week(w), Number(y, 4)]
            | [Week(0), Number(w, 1 | 2), Number(y, 4)]
            | [Number(y, 4), Week(0), Number(w, 1 | 2)] => {
                let week = ISOWeekDate::new(year(y, 4)?, i8::try_from(w).ok()?, Weekday::Monday).ok()?;
                Some((week.date(), Fineness::Week))
            }
            [Number(y, 4), Number(m, 1 | 2), Number(d, 1 | 2)] => of_day(year(y, 4), m, d),
            // The day of a year: 2024-031.
            [Number(y, 4), Number(n, 3)] if self.mark == '-' => {
                let first = day(year(y, 4)?, 1, 1)?;
                let days = i16::try_from(n).ok().filter(|n| (1..=first.days_in_year()).contains(n))?;
                let date = first.checked_add(jiff::Span::new().days(days - 1)).ok()?;
                Some((date, Fineness::Day))
            }
            [Number(d, 1 | 2), Month(m), Number(y, digits @ (2 | 4))]
            | [Month(m), Number(d, 1 | 2), Number(y, digits @ (2 | 4))]
            | [Number(y, digits @ 4), Month(m), Number(d, 1 | 2)] => of_day(year(y, digits), m, d),
            [Number(a, 1 | 2), Number(b, 1 | 2), Number(y, digits @ (2 | 4))] => match order {
                DateOrder::DayFirst => of_day(year(y, digits), b, a),
                DateOrder::MonthFirst => of_day(year(y, digits), a, b),
                DateOrder::YearFirst if digits == 2 => of_day(year(a, 2), b, y),
                DateOrder::YearFirst => None,
            },
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(cell: &str, order: DateOrder) -> Option<String> {
        pieces(cell)?.moment(order).map(|own| own.label())
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let cases = [
            ("2024-01-31", "2024-01-31"),
            ("2024/1/5", "2024-01-05"),
            ("20240131", "2024-01-31"),
            ("31.01.2024", "2024-01-31"),
            ("5.1.2024", "2024-01-05"),
            ("5/1/24", "2024-01-05"),
            ("5. Januar 2024", "2024-01-05"),
            ("31 Jan 2024", "2024-01-31"),
            ("31-Jan-24", "2024-01-31"),
            ("Jan 31, 2024", "2024-01-31"),
            ("January 5th, 2024", "2024-01-05"),
            ("Fri, 5 Jan 2024", "2024-01-05"),
            ("2024年1月5日", "2024-01-05"),
            ("2024-031", "2024-01-31"),
            ("2024-01", "2024-01"),
            ("2024M01", "2024-01"),
            ("01/2024", "2024-01"),
            ("Jan 2024", "2024-01"),
            ("Jan-24", "2024-01"),
            ("2024 Jan", "2024-01"),
            ("mars 2024", "2024-03"),
            ("2024-Q2", "2024-Q2"),
            ("Q2 2024", "2024-Q2"),
            ("2024Q2", "2024-Q2"),
            ("2024-W05", "2024-W05"),
            ("2024", "2024"),
            ("2024-01-31T05:00", "2024-01-31 05:00"),
            ("2024-01-31 05:00:30", "2024-01-31 05:00:30"),
            ("2024-01-31T05:00:30.25Z", "2024-01-31 05:00:30.250"),
            ("2024-01-31T05:00:00+01:00", "2024-01-31 05:00:00"),
            ("31.01.2024 5:00", "2024-01-31 05:00"),
            ("31/01/2024 05.00.00", "2024-01-31 05:00:00"),
            ("31/01/2024, 11:30 PM", "2024-01-31 23:30"),
            ("31/01/2024 24:00", "2024-02-01 00:00"),
        ];
        for (cell, right) in cases {
            assert_eq!(label(cell, DateOrder::DayFirst).as_deref(), Some(right), "{cell}");
        }
        assert_eq!(label("01/31/2024 12:05 am", DateOrder::MonthFirst).as_deref(), Some("2024-01-31 00:05"));
        assert_eq!(label("24-01-31", DateOrder::YearFirst).as_deref(), Some("2024-01-31"));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for cell in [
            "",
            "Total",
            "12",
            "1234.5",
            "2024.05",
            "32.01.2024",
            "29.02.2023",
            "1,250",
            "24 Jan",
            "marigold 2024",
            "12:30",
            "2024-13",
            "1-2-3",
            "-200",
            "192.168.0.1",
            "555-1234",
            "2024-01-31 25:00",
            "May",
        ] {
            assert_eq!(label(cell, DateOrder::DayFirst), None, "{cell}");
        }
    }

    #[test]
    fn instants_follow_the_offset() {
        let instant = |cell: &str| pieces(cell)?.moment(DateOrder::YearFirst)?.instant();
        assert_eq!(instant("2024-01-31T05:00:00+01:00"), instant("2024-01-31T04:00:00Z"));
        assert_eq!(instant("2024-01-31T05:00-0530"), instant("2024-01-31 10:30Z"));
        assert_eq!(instant("1970-01-02"), Some(86_400_000_000));
    }
}
