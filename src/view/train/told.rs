//! What is said of what a person brought to learn from: sentences for what was found, and for what is wrong.

use intake::{Binary, DateOrder, Decimal, Fault as Unread, Fineness, Found, Note as Seen, Why};
use measure::training::own::{Fault, Note};
use words::brought::{self, Step};
use words::training::{self, words};

/// How much was found of something that is cut.
fn found(found: Found) -> String {
    match found {
        Found::Rows(n) => training::counted_rows(n),
        Found::Characters(n) => training::counted_characters(n),
        Found::Bytes(bytes) => training::own_file_of(bytes),
    }
}

/// What was read, left out or filled.
pub fn note(of: &Note) -> String {
    match of {
        Note::Table { rows, names } if names.len() == 1 => training::own_read_alone(*rows, &names[0]),
        Note::Table { rows, names } => {
            training::own_read(*rows, names.first().map_or("", String::as_str), &names.join(", "))
        }
        Note::Text { characters, kinds } => training::own_text_read(*characters, *kinds),
        Note::First(of, used) => training::own_first(&found(*of), *used),
        Note::Read(seen) => self::seen(seen),
    }
}

/// What was found in a table.
fn seen(of: &Seen) -> String {
    let words = brought::words();
    match of {
        Seen::Encoding(own @ intake::Encoding::Windows1252) => brought::guessed(own.name()),
        Seen::Encoding(own) => brought::encoding(own.name()),
        Seen::Replaced(n) => brought::replaced(*n),
        Seen::SepLine(_) => words.sep_line.to_owned(),
        Seen::OneOrTwo(line) => brought::one_or_two(line),
        Seen::Left(left) => match left.why {
            Why::Above => brought::left_above(left.line, &left.begin, left.rows),
            Why::Ragged(width) => brought::left_ragged(width, left.line, &left.begin, left.rows),
            Why::NoNumber => brought::left_no_number(left.line, &left.begin, left.rows),
            Why::NoTime => brought::left_no_time(left.line, &left.begin, left.rows),
            Why::Total => brought::left_total(&left.begin, left.rows),
            Why::Mean => brought::left_mean(&left.begin, left.rows),
        },
        Seen::NoHead => words.no_head.to_owned(),
        Seen::Commas(cell) => brought::commas(cell),
        Seen::Negative(cell, read) => brought::negative(cell, *read),
        Seen::Unproved { column, cell, read, other, decimal } => match (decimal, cell.contains(',')) {
            (Decimal::Comma, true) => brought::unproved_comma(column, cell, *read, *other),
            (Decimal::Point, false) => brought::unproved_point(column, cell, *read, *other),
            _ => brought::unproved_thousands(column, cell, *read, *other),
        },
        Seen::Dates { proved: true, cell, label, .. } => brought::dates_proved(cell, label),
        Seen::Dates { cell, label, .. } => brought::dates_guessed(cell, label),
        Seen::DatesChosen(cell, label) => brought::dates_chosen(cell, label),
        Seen::DecimalChosen(Decimal::Point) => words.point_chosen.to_owned(),
        Seen::DecimalChosen(Decimal::Comma) => words.comma_chosen.to_owned(),
        Seen::ShortYears(cell, label) => brought::short_years(cell, label),
        Seen::InUtc => words.in_utc.to_owned(),
        Seen::Unix(cell, label) => brought::unix(cell, label),
        Seen::Days(cell, label) => brought::days(cell, label),
        Seen::NewestFirst => words.newest_first.to_owned(),
        Seen::Sorted => words.sorted_told.to_owned(),
        Seen::AsWritten => words.as_written.to_owned(),
        Seen::NoTimes(None) => words.no_times.to_owned(),
        Seen::NoTimes(Some(column)) => brought::no_times_but(column),
        Seen::Repeated { rows, first } => brought::repeated(*rows, first),
        Seen::Gaps { places, from, to, step, fineness } => {
            let step = brought::step(*step, unit(*fineness));
            match places {
                1 => brought::gaps_one(from, to, &step),
                _ => brought::gaps_more(*places, from, to, &step),
            }
        }
        Seen::StandIn { column, value, cells: 1 } => brought::stand_in_one(column, *value),
        Seen::StandIn { column, value, cells } => brought::stand_in(column, *value, *cells),
        Seen::Strange { column, cells: 1, first, when } => brought::strange_one(column, first, when),
        Seen::Strange { column, cells, first, when } => brought::strange(column, *cells, first, when),
        Seen::NotNumbers(names) => brought::not_numbers(&names.join(", ")),
        Seen::Multiplied(column, cell) => brought::multiplied(column, cell),
        Seen::Derived(column, of) => brought::derived(column, of),
        Seen::Constant(names) => brought::constant(&names.join(", ")),
        Seen::Unwanted(names) => brought::unwanted(&names.join(", ")),
        Seen::Wide { columns, used } => brought::wide(*columns, *used),
        Seen::Last(of, used) => training::own_last(&found(*of), *used),
        Seen::Dropped(rows) => brought::dropped(*rows),
        Seen::Filled { column, cells: 1, when } => brought::filled_one(column, when),
        Seen::Filled { column, cells, when } => brought::filled(column, *cells, when),
    }
}

/// The unit of a usual step.
fn unit(fineness: Fineness) -> Step {
    match fineness {
        Fineness::Year => Step::Years,
        Fineness::Quarter | Fineness::Month => Step::Months,
        Fineness::Week | Fineness::Day => Step::Days,
        Fineness::Minute => Step::Minutes,
        Fineness::Second | Fineness::Fraction => Step::Seconds,
    }
}

/// The fewest rows of a table and characters of a text.
const LEAST: (usize, usize) = (measure::training::own::LEAST_ROWS, 100);

/// What is wrong, and what is expected.
pub fn fault(of: &Fault) -> String {
    let words = words();
    match of {
        Fault::Read(unread) => self::unread(unread),
        Fault::TextShort(n) => training::own_text_short(*n, LEAST.1),
        Fault::TextConstant => words.own_text_constant.to_owned(),
        Fault::Unreadable(why) => training::own_unread(why),
    }
}

/// Why a file or a text is no table.
fn unread(of: &Unread) -> String {
    let words = brought::words();
    match of {
        Unread::Empty => words.empty.to_owned(),
        Unread::Binary(binary) => self::binary(*binary).to_owned(),
        Unread::NoTable(begin) => brought::no_table(begin),
        Unread::Short(rows) => brought::short(*rows, LEAST.0),
        Unread::NoNumbers(found) => brought::no_numbers(found),
        Unread::AllConstant => words.all_constant.to_owned(),
        Unread::Commas(head, row, begin) => brought::comma_rows(*head, *row, begin),
        Unread::NeverWhole => words.never_whole.to_owned(),
    }
}

/// What a file is that is no text, and what to do.
fn binary(of: Binary) -> &'static str {
    let words = brought::words();
    match of {
        Binary::Office => words.binary_office,
        Binary::Archive => words.binary_archive,
        Binary::Pdf => words.binary_pdf,
        Binary::Picture => words.binary_picture,
        Binary::Media => words.binary_media,
        Binary::Data => words.binary_data,
        Binary::Program => words.binary_program,
        Binary::Other => words.binary_other,
    }
}

/// How dates may be written, with their names.
pub fn date_orders() -> Vec<(Option<DateOrder>, String)> {
    let words = brought::words();
    let name = |order: DateOrder| match order {
        DateOrder::YearFirst => words.dates_year,
        DateOrder::DayFirst => words.dates_day,
        DateOrder::MonthFirst => words.dates_month,
    };
    DateOrder::ALL.into_iter().map(|order| (Some(order), name(order).to_owned())).collect()
}
