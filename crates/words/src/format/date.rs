//! Dates as axes label them, and as they are told.

/// The names of the months, short.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A year.
#[must_use]
pub fn year(year: i64) -> String {
    year.to_string()
}

/// A month, from 0, of a year.
#[must_use]
pub fn month(month: usize, year: i64) -> String {
    format!("{} {year}", MONTHS[month % MONTHS.len()])
}

/// A day of a month, from 0, of a year.
#[must_use]
pub fn day(day: usize, month: usize, year: i64) -> String {
    format!("{day} {}", self::month(month, year))
}

/// A minute of the day, as a clock shows it.
#[must_use]
pub fn minute(minute: usize) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_with_the_month_by_its_name() {
        assert_eq!([year(1998), month(8, 1998), day(31, 0, 2024)], ["1998", "Sep 1998", "31 Jan 2024"]);
        assert_eq!([minute(0), minute(65)], ["00:00", "01:05"]);
    }
}
