//! What is said of what a person brings: what was read, decided, left out or filled, and what is wrong.

use crate::format::{self, Digits, Group, Measure};

prose!("brought");

messages! {
    share_read(share: f64 => percent);
    encoding(name: &str);
    guessed(name: &str);
    replaced(n: usize => counted);
    one_or_two(line: &str);
    commas(cell: &str);
    unproved_comma(column: &str, cell: &str, read: f64 => format::exact, other: f64 => format::exact);
    unproved_thousands(column: &str, cell: &str, read: f64 => format::exact, other: f64 => format::exact);
    unproved_point(column: &str, cell: &str, read: f64 => format::exact, other: f64 => format::exact);
    dates_proved(cell: &str, label: &str);
    dates_guessed(cell: &str, label: &str);
    dates_chosen(cell: &str, label: &str);
    short_years(cell: &str, label: &str);
    unix(cell: &str, label: &str);
    days(cell: &str, label: &str);
    no_times_but(column: &str);
    gaps_one(from: &str, to: &str, step: &str);
    gaps_more(places: usize => counted, from: &str, to: &str, step: &str);
    stand_in_one(column: &str, value: f64 => format::exact);
    stand_in(column: &str, value: f64 => format::exact, n: usize => counted);
    strange_one(column: &str, first: &str, when: &str);
    strange(column: &str, n: usize => counted, first: &str, when: &str);
    not_numbers(names: &str);
    read_instead(cell: &str, other: f64 => format::exact);
    multiplied(column: &str, cell: &str);
    derived(column: &str, of: &str);
    constant(names: &str);
    unwanted(names: &str);
    wide(n: usize => counted, most: usize);
    dropped(n: usize => counted);
    filled_one(column: &str, when: &str);
    filled(column: &str, n: usize => counted, when: &str);
    read_anyway(column: &str);
    columns_full(most: usize);
    left_above(line: usize, begin: &str, n: usize => counted);
    left_ragged(width: usize => counted, line: usize, begin: &str, n: usize => counted);
    left_no_number(line: usize, begin: &str, n: usize => counted);
    left_no_time(line: usize, begin: &str, n: usize => counted);
    left_total(begin: &str, n: usize => counted);
    left_mean(begin: &str, n: usize => counted);
    short(n: usize => counted, least: usize);
    no_numbers(found: &str);
    no_table(found: &str);
    comma_rows(head: usize => counted, row: usize => counted, begin: &str);
    negative(cell: &str, read: f64 => format::exact);
    years(n: usize => counted);
    months(n: usize => counted);
    days_of(n: usize => counted);
    hours(n: usize => counted);
    minutes(n: usize => counted);
    seconds(n: usize => counted);
}

fn percent(share: f64) -> String {
    Group::new(Measure::Share, [share]).write(share, Digits::Headline)
}

/// How far two rows usually are from each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Years.
    Years,
    /// Months.
    Months,
    /// Days.
    Days,
    /// Minutes.
    Minutes,
    /// Seconds.
    Seconds,
}

/// So many of them, in words.
#[must_use]
pub fn step(n: usize, unit: Step) -> String {
    match unit {
        Step::Years => years(n),
        Step::Months => months(n),
        Step::Days => days_of(n),
        Step::Minutes if n.is_multiple_of(60) => hours(n / 60),
        Step::Minutes => minutes(n),
        Step::Seconds => seconds(n),
    }
}

/// Rows that have the time of another row, and the first such time.
#[must_use]
pub fn repeated(n: usize, first: &str) -> String {
    crate::training::own_repeated(n, first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_counted() {
        assert_eq!(short(1, 30), "Found 1\u{a0}row; expected at least 30 rows of numbers. Use a longer series.");
        assert_eq!(short(2, 30), "Found 2\u{a0}rows; expected at least 30 rows of numbers. Use a longer series.");
        assert_eq!(wide(9, 8), "9\u{a0}columns of numbers; 8 are used, the first ones unless you choose others.");
    }

    #[test]
    fn steps_are_said_in_the_largest_whole_unit() {
        let cases =
            [(1, Step::Months, "one month"), (60, Step::Minutes, "one hour"), (10, Step::Minutes, "10\u{a0}minutes")];
        for (n, unit, right) in cases {
            assert_eq!(step(n, unit), right);
        }
    }
}
