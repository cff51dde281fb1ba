//! What is said of what a person brings: what was read, decided, left out or filled, and what is wrong.

use crate::format::{self, Digits, Group, Measure};
use crate::nouns::{CELL, COLUMN, ROW};

prose!("brought");

messages! {
    share_read(share: f64 => percent): "{share}";
    encoding(name: &str): "The file is encoded in {name}.";
    guessed(name: &str): "The file is not in UTF-8; it was read as {name}. If letters look wrong, save it as UTF-8 and choose it again.";
    replaced(n: usize => format::count): "Characters that could not be read: {n}. Each is shown as �. Save the file as UTF-8 if they matter.";
    one_or_two(line: &str): "A line such as “{line}” may hold two numbers or one: the mark in the middle may separate two cells or belong to a single number. If we read it the wrong way, choose below what separates the cells.";
    commas(cell: &str): "The numbers have decimal commas, as in “{cell}”.";
    unproved_comma(column: &str, cell: &str, read: f64 => format::exact, other: f64 => format::exact): "“{cell}” in “{column}” is read as {read}: we took its comma as the decimal mark. The file does not settle this: if the comma separates thousands, the number is {other}. In that case, choose the point below.";
    unproved_thousands(column: &str, cell: &str, read: f64 => format::exact, other: f64 => format::exact): "“{cell}” in “{column}” is read as {read}: we took its mark as separating thousands. The file does not settle this: if it is a decimal mark, the number is {other}. In that case, change below how decimals begin.";
    unproved_point(column: &str, cell: &str, read: f64 => format::exact, other: f64 => format::exact): "“{cell}” in “{column}” is read as {read}: we took its point as the decimal mark. The file does not settle this: if the point separates thousands, the number is {other}. In that case, choose the comma below.";
    dates_proved(cell: &str, label: &str): "“{cell}” is {label}: only in this order are all the dates valid.";
    dates_guessed(cell: &str, label: &str): "“{cell}” is read as {label}. The file does not show which part is the day and which the month; if we guessed wrong, change the order below.";
    dates_chosen(cell: &str, label: &str): "“{cell}” is read as {label}, as you chose.";
    short_years(cell: &str, label: &str): "Years have two digits: “{cell}” is read as {label}.";
    unix(cell: &str, label: &str): "The times count seconds or milliseconds since 1970: “{cell}” is {label} in UTC.";
    days(cell: &str, label: &str): "The dates are numbers of days, as spreadsheets count them: “{cell}” is {label}.";
    no_times_but(column: &str): "“{column}” holds no times that we can read, so we could not check the order: the first row is taken as the oldest.";
    gaps_one(from: &str, to: &str, step: &str): "Times are missing between {from} and {to}; elsewhere the step is {step}. The rows are read as if they were evenly spaced.";
    gaps_more(places: usize => format::count, from: &str, to: &str, step: &str): "Times are missing in {places} places, most between {from} and {to}; elsewhere the step is {step}. The rows are read as if they were evenly spaced.";
    stand_in_one(column: &str, value: f64 => format::exact): "{value} in “{column}” is far from all other values: it counts as missing (1 cell).";
    stand_in(column: &str, value: f64 => format::exact, n: usize => cells): "{value} in “{column}” is far from all other values: it counts as missing ({n}).";
    strange_one(column: &str, first: &str, when: &str): "1 cell of “{column}” holds no usable number (“{first}” at {when}): it counts as missing.";
    strange(column: &str, n: usize => cells, first: &str, when: &str): "{n} of “{column}” hold no usable number (the first is “{first}” at {when}): they count as missing.";
    not_numbers(names: &str): "Left out, since too few cells are numbers: {names}.";
    read_instead(cell: &str, other: f64 => format::exact): "Read “{cell}” as {other}";
    multiplied(column: &str, cell: &str): "“{column}” is left out: in “{cell}” a letter stands for a factor, such as a thousand. Write the numbers in full to use it.";
    derived(column: &str, of: &str): "“{column}” is left out: it only says by how many per cent “{of}” changed.";
    constant(names: &str): "Left out, since they never change: {names}.";
    unwanted(names: &str): "Left out, as you chose: {names}.";
    wide(n: usize => columns, most: usize): "{n} of numbers; {most} are used, the first ones unless you choose others.";
    dropped(n: usize => format::count): "Rows left out at the beginning or end of the table, where values are missing: {n}.";
    filled_one(column: &str, when: &str): "1 missing value of “{column}”, at {when}, is filled in along a straight line between its neighbours.";
    filled(column: &str, n: usize => format::count, when: &str): "{n} missing values of “{column}” are filled in along straight lines, the first at {when}.";
    read_anyway(column: &str): "Read “{column}” all the same";
    columns_full(most: usize): "At most {most} columns can be read. Leave out another one first.";
    left_above(line: usize, begin: &str, n: usize => rows): "Left out above the table: {n} (line {line}: “{begin}”).";
    left_ragged(width: usize => cells, line: usize, begin: &str, n: usize => rows): "Left out, since they do not have {width}: {n} (line {line}: “{begin}”).";
    left_no_number(line: usize, begin: &str, n: usize => rows): "Left out, since there is no number in them: {n} (line {line}: “{begin}”).";
    left_no_time(line: usize, begin: &str, n: usize => rows): "Left out, since they have no valid time: {n} (line {line}: “{begin}”).";
    left_total(begin: &str, n: usize => rows): "Left out, since it is the sum of the rows before: {n} (“{begin}”).";
    left_mean(begin: &str, n: usize => rows): "Left out, since it is the mean of the rows before: {n} (“{begin}”).";
    short(n: usize => row, least: usize): "Found {n}; expected at least {least} rows of numbers. Use a longer series.";
    no_numbers(found: &str): "Found no column of numbers (the first line is “{found}”); expected at least one. In a column of numbers, at least four in every five cells must be numbers.";
    no_table(found: &str): "This is a web page or data for a program (it begins with “{found}”), not a table. Save the table as CSV.";
    comma_rows(head: usize => cells, row: usize => cells, begin: &str): "The header has {head}, but the rows have {row} (“{begin}”). The mark that separates cells must not appear inside numbers as well: save the file with semicolons or tabs between the cells.";
    negative(cell: &str, read: f64 => format::exact): "“{cell}” is read as {read}: parentheses around a number, or a minus sign after it, make it negative.";
}

fn percent(share: f64) -> String {
    Group::new(Measure::Share, [share]).write(share, Digits::Headline)
}

fn cells(n: usize) -> String {
    CELL.counted(n)
}

fn rows(n: usize) -> String {
    ROW.counted(n)
}

fn row(n: usize) -> String {
    format!("{n} {}", ROW.for_count(n))
}

fn columns(n: usize) -> String {
    COLUMN.counted(n)
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
    let (one, many) = match unit {
        Step::Years => ("year", "years"),
        Step::Months => ("month", "months"),
        Step::Days => ("day", "days"),
        Step::Minutes if n.is_multiple_of(60) => return step_of(n / 60, "hour", "hours"),
        Step::Minutes => ("minute", "minutes"),
        Step::Seconds => ("second", "seconds"),
    };
    step_of(n, one, many)
}

fn step_of(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("one {one}") } else { format!("{} {many}", format::count(n)) }
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
        assert_eq!(short(1, 30), "Found 1 row; expected at least 30 rows of numbers. Use a longer series.");
        assert_eq!(short(2, 30), "Found 2 rows; expected at least 30 rows of numbers. Use a longer series.");
        assert_eq!(wide(9, 8), "9\u{a0}columns of numbers; 8 are used, the first ones unless you choose others.");
    }

    #[test]
    fn steps_are_said_in_the_largest_whole_unit() {
        let cases =
            [(1, Step::Months, "one month"), (60, Step::Minutes, "one hour"), (10, Step::Minutes, "10 minutes")];
        for (n, unit, right) in cases {
            assert_eq!(step(n, unit), right);
        }
    }
}
