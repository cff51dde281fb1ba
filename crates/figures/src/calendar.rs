//! Columns that are named by dates or counted on: which of them are labelled, and how. A label stands where a year, a month or
//! a day begins, and there are as many as have room.

use words::format::date::{day, minute, month, year};

/// A column that is labelled, and its text.
pub type Label = (usize, String);

/// A point in time, as a label names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Date {
    year: i64,
    /// From 0.
    month: i64,
    /// From 1.
    day: i64,
    /// Of the day.
    minute: i64,
}

/// How finely labels tell time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Detail {
    Year,
    Month,
    Day,
    Minute,
}

/// From one label to the next.
#[derive(Clone, Copy, Debug)]
enum Every {
    Minutes(i64),
    /// Of a month, beginning with the first.
    Days(i64),
    Months(i64),
    Years(i64),
}

use Every::{Days, Minutes, Months, Years};

/// The finest first.
const EVERY: [Every; 24] = [
    Minutes(1),
    Minutes(5),
    Minutes(15),
    Minutes(30),
    Minutes(60),
    Minutes(180),
    Minutes(360),
    Minutes(720),
    Days(1),
    Days(5),
    Days(10),
    Days(15),
    Months(1),
    Months(3),
    Months(6),
    Years(1),
    Years(2),
    Years(5),
    Years(10),
    Years(20),
    Years(50),
    Years(100),
    Years(200),
    Years(500),
];

/// From one count that is labelled to the next; more columns no chart has.
const STEPS: [i64; 16] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];

impl Date {
    /// Reads `2024`, `2024-Q1`, `2024-01`, `2024-01-31` or `2024-01-31 05:00`, with whatever seconds follow.
    fn read(label: &str) -> Option<(Self, Detail)> {
        let (day, time) = label.trim().split_once([' ', 'T']).map_or((label.trim(), None), |(d, t)| (d, Some(t)));
        // A quarter is named by its first month.
        let quarter = day.split_once("-Q").and_then(|(year, n)| Some(format!("{year}-{:02}", 3 * number(n, 1)? - 2)));
        let day = quarter.as_deref().unwrap_or(day);
        let mut parts = day.split('-');
        let mut part = |long: usize| parts.next().map(|text| number(text, long));
        let year = part(4)??;
        let (month, date) = (part(2), part(2));
        if parts.next().is_some() {
            return None;
        }
        let detail = match (month, date, time) {
            (None, ..) => Detail::Year,
            (_, None, _) => Detail::Month,
            (.., None) => Detail::Day,
            _ => Detail::Minute,
        };
        if time.is_some() && detail != Detail::Minute {
            return None;
        }
        let or_first = |part: Option<Option<i64>>| part.unwrap_or(Some(1));
        let (month, day) = (or_first(month)?, or_first(date)?);
        let minute = time.map_or(Some(0), minute_of)?;
        let is_one = (1..=12).contains(&month) && (1..=31).contains(&day) && year >= 1000;
        is_one.then_some((Self { year, month: month - 1, day, minute }, detail))
    }

    fn months(self) -> i64 {
        12 * self.year + self.month
    }

    /// Days since one in the far past, by the Gregorian calendar.
    fn days(self) -> i64 {
        // A year that begins in March has its odd day at the end.
        let (year, month) = if self.month < 2 { (self.year - 1, self.month + 10) } else { (self.year, self.month - 2) };
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + self.day
    }
}

/// A number of so many digits, and nothing else.
fn number(text: &str, digits: usize) -> Option<i64> {
    let is_one = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    is_one.then(|| text.parse().ok())?
}

/// The minute of the day of `05:00` or `05:00:30`.
fn minute_of(time: &str) -> Option<i64> {
    let mut parts = time.split(':');
    let mut part = || number(parts.next()?, 2);
    let (hour, minute) = (part()?, part()?);
    (hour < 24 && minute < 60).then_some(60 * hour + minute)
}

impl Every {
    fn detail(self) -> Detail {
        match self {
            Minutes(_) => Detail::Minute,
            Days(_) => Detail::Day,
            Months(_) => Detail::Month,
            Years(_) => Detail::Year,
        }
    }

    /// Which stretch of time a date is in.
    fn stretch(self, date: Date) -> i64 {
        match self {
            Minutes(n) => (1440 * date.days() + date.minute).div_euclid(n),
            Days(1) => date.days(),
            // The last stretch of a month takes its odd day.
            Days(n) => 31 * date.months() + ((date.day - 1) / n).min(30 / n - 1),
            Months(n) => date.months().div_euclid(n),
            Years(n) => date.year.div_euclid(n),
        }
    }

    /// Whether a stretch begins with a date.
    fn begins_with(self, date: Date) -> bool {
        let is_first = |n: i64| date.minute == 0 && (date.day - 1) % n == 0;
        match self {
            Minutes(n) => date.minute % n == 0,
            Days(n) => is_first(n) && date.day <= 30,
            Months(n) => is_first(31) && date.month % n == 0,
            Years(n) => is_first(31) && date.month == 0 && date.year % n == 0,
        }
    }

    fn write(self, date: Date) -> String {
        match self {
            Minutes(_) if date.minute == 0 => Days(1).write(date),
            Minutes(_) => minute(date.minute as usize),
            Days(_) => day(date.day as usize, date.month as usize, date.year),
            Months(_) => month(date.month as usize, date.year),
            Years(_) => year(date.year),
        }
    }
}

/// A label that is a date, as it is told of alone; `None` of any other.
#[must_use]
pub fn told(label: &str) -> Option<String> {
    let (date, detail) = Date::read(label)?;
    let day = || Days(1).write(date);
    Some(match detail {
        Detail::Year => Years(1).write(date),
        Detail::Month => Months(1).write(date),
        Detail::Day => day(),
        Detail::Minute => format!("{} {}", day(), minute(date.minute as usize)),
    })
}

/// The columns that are labelled, each with its text: as many as have room by `fits`, which is asked of neighbours. `None` if
/// their names are neither dates in their order nor counted on.
#[must_use]
pub fn labelled(names: &[String], fits: &dyn Fn(&Label, &Label) -> bool) -> Option<Vec<Label>> {
    let fit = |labels: &Vec<Label>| labels.windows(2).all(|pair| fits(&pair[0], &pair[1]));
    let first = || vec![(0, told(&names[0]).unwrap_or_else(|| names[0].clone()))];
    let all = match dates(names) {
        Some((dates, detail)) => {
            let every = EVERY.into_iter().filter(|every| every.detail() <= detail);
            every.map(|every| of_dates(&dates, every)).find(fit)
        }
        None => {
            let counts = counts(names)?;
            STEPS.iter().map(|step| of_counts(names, &counts, *step)).find(fit)
        }
    };
    Some(all.filter(|labels| !labels.is_empty()).unwrap_or_else(first))
}

/// The dates that columns are named by, if each is one and none lies before the last.
fn dates(names: &[String]) -> Option<(Vec<Date>, Detail)> {
    let (dates, details): (Vec<Date>, Vec<Detail>) =
        names.iter().map(|name| Date::read(name)).collect::<Option<Vec<_>>>()?.into_iter().unzip();
    let detail = *details.first()?;
    let is_one = details.iter().all(|own| *own == detail) && dates.windows(2).all(|pair| pair[0] <= pair[1]);
    (is_one && dates.len() > 1).then_some((dates, detail))
}

/// Labels where a stretch of time begins.
fn of_dates(dates: &[Date], every: Every) -> Vec<Label> {
    let begins = |n: usize| match n.checked_sub(1) {
        Some(before) => every.stretch(dates[before]) != every.stretch(dates[n]),
        None => every.begins_with(dates[n]),
    };
    (0..dates.len()).filter(|n| begins(*n)).map(|n| (n, every.write(dates[n]))).collect()
}

/// The numbers at the ends of names that count on, as `day 881` and `day 882` do, and begin with no 1, as steps do.
fn counts(names: &[String]) -> Option<Vec<i64>> {
    let split = |name: &str| {
        let from = name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        Some((from, name[from..].parse::<i64>().ok()?))
    };
    let before = &names.first()?[..split(names.first()?)?.0];
    let of = |name: &String| split(name).filter(|(from, _)| name[..*from] == *before).map(|(_, n)| n);
    let counts = names.iter().map(of).collect::<Option<Vec<i64>>>()?;
    let goes_on = counts.windows(2).all(|pair| pair[1] - pair[0] == 1);
    (goes_on && counts.len() > 1 && (counts[0] != 1 || !before.is_empty())).then_some(counts)
}

/// Labels at the multiples of a step.
fn of_counts(names: &[String], counts: &[i64], step: i64) -> Vec<Label> {
    let all = names.iter().enumerate().zip(counts);
    all.filter(|(_, count)| *count % step == 0).map(|((n, name), _)| (n, name.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Labels with room for so many columns each.
    fn texts(names: &[String], apart: usize) -> Vec<String> {
        let all = labelled(names, &|a, b| b.0 - a.0 >= apart).unwrap_or_default();
        all.into_iter().map(|(_, text)| text).collect()
    }

    fn months(first: (i64, i64), count: i64) -> Vec<String> {
        let month = |n: i64| format!("{}-{:02}", first.0 + (first.1 - 1 + n) / 12, (first.1 - 1 + n) % 12 + 1);
        (0..count).map(month).collect()
    }

    fn days(month: &str, count: i64) -> Vec<String> {
        (1..=count).map(|day| format!("{month}-{day:02}")).collect()
    }

    #[test]
    fn labels_stand_where_years_and_months_begin() {
        let names = months((1958, 3), 60);
        assert_eq!(texts(&names, 12), ["1959", "1960", "1961", "1962", "1963"]);
        assert_eq!(texts(&names, 24), ["1960", "1962"]);
        assert_eq!(texts(&names[..12], 3), ["Apr 1958", "Jul 1958", "Oct 1958", "Jan 1959"]);
        assert_eq!(texts(&names[..3], 1), ["Mar 1958", "Apr 1958", "May 1958"]);
        let january = labelled(&names, &|a, b| b.0 - a.0 >= 12).unwrap();
        assert_eq!(names[january[0].0], "1959-01");
    }

    #[test]
    fn years_are_labelled_at_round_numbers() {
        let names: Vec<String> = (1962..2009).map(|year| year.to_string()).collect();
        assert_eq!(texts(&names, 8), ["1970", "1980", "1990", "2000"]);
        assert_eq!(texts(&names, 11), ["1980", "2000"]);
    }

    #[test]
    fn days_and_hours_are_labelled_with_what_tells_them_apart() {
        let names = days("2024-02", 29);
        assert_eq!(
            texts(&names, 5),
            ["1 Feb 2024", "6 Feb 2024", "11 Feb 2024", "16 Feb 2024", "21 Feb 2024", "26 Feb 2024"]
        );
        assert_eq!(texts(&names, 12), ["1 Feb 2024", "16 Feb 2024"]);
        let hour = |n: i64| format!("2010-01-{:02} {:02}:00", 1 + n / 24, n % 24);
        let names: Vec<String> = (0..48).map(hour).collect();
        assert_eq!(texts(&names, 10), ["1 Jan 2010", "12:00", "2 Jan 2010", "12:00"]);
        assert_eq!(texts(&names, 20), ["1 Jan 2010", "2 Jan 2010"]);
    }

    /// A week may begin on any day: the label tells the month that its first day is in.
    #[test]
    fn what_begins_between_two_columns_is_told_at_the_next() {
        let weeks = ["12-17", "12-24", "12-31", "01-07", "01-14", "01-21", "01-28", "02-04", "02-11"];
        let weeks = weeks.map(|day| format!("{}-{day}", if day.starts_with('1') { 2023 } else { 2024 }));
        let labels = labelled(&weeks, &|a, b| b.0 - a.0 >= 4);
        assert_eq!(labels, Some(vec![(3, "Jan 2024".to_owned()), (7, "Feb 2024".to_owned())]));
    }

    #[test]
    fn what_counts_on_is_labelled_at_round_numbers_and_steps_are_not() {
        let names: Vec<String> = (881..=1000).map(|day| format!("day {day}")).collect();
        assert_eq!(texts(&names, 40), ["day 900", "day 950", "day 1000"]);
        let steps: Vec<String> = (1..=20).map(|n| n.to_string()).collect();
        assert_eq!(labelled(&steps, &|_, _| true), None);
    }

    #[test]
    fn what_is_no_date_or_out_of_order_is_left_alone() {
        let left = [
            vec!["1958-03", "1958-13"],
            vec!["1958-03", "1958-02"],
            vec!["1958-03", "1958-04-01"],
            vec!["01/31/2020", "02/01/2020"],
            vec!["the", "book"],
            vec!["2020"],
            vec!["0.5", "1.5"],
            vec!["2020-01 05:00", "2020-01 06:00"],
        ];
        for names in left {
            let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
            assert_eq!(labelled(&names, &|_, _| true), None, "{names:?}");
        }
    }

    #[test]
    fn a_date_alone_is_told_whole() {
        assert_eq!(told("2024").as_deref(), Some("2024"));
        assert_eq!(told("1998-09").as_deref(), Some("Sep 1998"));
        assert_eq!(told("2024-01-31").as_deref(), Some("31 Jan 2024"));
        assert_eq!(told("2024-01-31 05:00").as_deref(), Some("31 Jan 2024 05:00"));
        assert_eq!(told("day 7"), None);
    }
}
