//! A table written in any form that people and programs use is read back to its numbers, or its doubt is told.

use intake::{Choices, Fault, Left, Limits, Note, Progress, Reading, Series, Why, decode, read, series};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

const LIMITS: Limits = Limits { least_rows: 3, most_rows: 20_000, most_columns: 8 };

/// How a table is written.
#[derive(Clone, Debug)]
struct Form {
    separator: char,
    comma: bool,
    /// Between thousands.
    apart: &'static str,
    /// Whether every cell is quoted, not only those that must be.
    quoted: bool,
    unit: Unit,
    minus: Minus,
    dates: Option<Dates>,
    newest_first: bool,
    head: bool,
    sep_line: bool,
    above: Above,
    /// A column before all others that counts the rows, without a name.
    index: bool,
    /// A row of units below the head.
    units: bool,
    footer: bool,
    total: bool,
    tail: usize,
    missing: &'static str,
    ends: &'static str,
    encoding: Written,
}

#[derive(Clone, Copy, Debug)]
enum Unit {
    None,
    Before(&'static str),
    Behind(&'static str),
}

#[derive(Clone, Copy, Debug)]
enum Minus {
    Before(&'static str),
    Behind,
    Parentheses,
}

#[derive(Clone, Copy, Debug)]
enum Dates {
    Iso,
    Points,
    DayFirst,
    MonthFirst,
    Short,
    Months,
    Minutes,
    Named,
    Zulu,
}

#[derive(Clone, Copy, Debug)]
enum Above {
    Nothing,
    Title,
    Comments,
}

#[derive(Clone, Copy, Debug)]
enum Written {
    Utf8,
    Marked,
    Utf16Le,
    Utf16Be,
    Bare16,
    Windows,
}

/// A table: hundredths, or nothing.
#[derive(Clone, Debug)]
struct Numbers {
    columns: Vec<Vec<Option<i64>>>,
    decimals: u32,
    /// The first day, counted from 2000-01-01, and the days between two rows.
    days: (u32, u32),
}

fn form() -> impl Strategy<Value = Form> {
    use Dates::{DayFirst, Iso, Minutes, MonthFirst, Months, Named, Points, Short, Zulu};
    let marks = (
        prop::sample::select(vec![',', ';', '\t', '|', ' ']),
        any::<bool>(),
        prop::sample::select(vec!["", "", "", "other", " ", "\u{a0}", "\u{202f}", "'", "’"]),
        prop::bool::weighted(0.3),
    );
    let signs = (
        prop_oneof![
            4 => Just(Unit::None),
            1 => prop::sample::select(vec!["$", "€", "EUR ", "R$ "]).prop_map(Unit::Before),
            1 => prop::sample::select(vec![" €", "%", " %", " kWh", " °C", " Kč"]).prop_map(Unit::Behind),
        ],
        prop_oneof![
            prop::sample::select(vec!["-", "-", "−", "–"]).prop_map(Minus::Before),
            Just(Minus::Behind),
            Just(Minus::Parentheses)
        ],
    );
    let times = (
        prop::option::weighted(
            0.8,
            prop::sample::select(vec![Iso, Points, DayFirst, MonthFirst, Short, Months, Minutes, Named, Zulu]),
        ),
        any::<bool>(),
        prop::bool::weighted(0.8),
    );
    let around = (
        prop::bool::weighted(0.1),
        prop_oneof![3 => Just(Above::Nothing), 1 => Just(Above::Title), 1 => Just(Above::Comments)],
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.2),
        prop_oneof![3 => Just(0), 1 => 1_usize..4],
        prop::sample::select(vec!["", "NA", "n/a", "-", "k.A.", "NULL", "...", "\u{a0}"]),
    );
    let bytes = (
        prop::bool::weighted(0.15),
        prop::bool::weighted(0.15),
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        prop::sample::select(vec![
            Written::Utf8,
            Written::Marked,
            Written::Utf16Le,
            Written::Utf16Be,
            Written::Bare16,
            Written::Windows,
        ]),
    );
    (marks, signs, times, around, bytes).prop_map(|(marks, signs, times, around, bytes)| Form {
        separator: marks.0,
        comma: marks.1,
        apart: match marks.2 {
            "other" if marks.1 => ".",
            "other" => ",",
            own => own,
        },
        quoted: marks.3,
        unit: signs.0,
        minus: signs.1,
        dates: times.0,
        newest_first: times.1,
        head: times.2,
        sep_line: around.0,
        above: around.1,
        footer: around.2,
        total: around.3,
        tail: around.4,
        missing: around.5,
        index: bytes.0 && marks.0 != ' ',
        units: bytes.1 && marks.0 != ' ',
        ends: bytes.2,
        encoding: bytes.3,
    })
}

fn numbers() -> impl Strategy<Value = Numbers> {
    let column = |rows: usize, most: i64, gaps: f64| {
        prop::collection::vec(prop::option::weighted(1.0 - gaps, -most..=most), rows..=rows)
    };
    let sizes = (3_usize..=60, 1_usize..=6, 0_u32..=4, 0_u32..9000, prop::sample::select(vec![1_u32, 1, 1, 7, 3]));
    let mosts = (
        prop::sample::select(vec![50_i64, 2_000, 99_999, 50_000_000, 3_000_000_000]),
        prop::bool::weighted(0.3),
        prop::bool::weighted(0.2),
    );
    (sizes, mosts).prop_flat_map(move |((rows, columns, decimals, from, step), (most, is_positive, has_gaps))| {
        let column = column(rows, most, if has_gaps { 0.1 } else { 1e-6 });
        prop::collection::vec(column, columns..=columns).prop_map(move |mut columns| {
            if is_positive {
                columns.iter_mut().flatten().flatten().for_each(|value| *value = value.abs());
            }
            Numbers { columns, decimals, days: (from, step) }
        })
    })
}

/// The day that is so many days after 2000-01-01.
fn civil(days: u32) -> (u32, u32, u32) {
    let is_leap = |year: u32| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let (mut year, mut rest) = (2000, days);
    loop {
        let long = if is_leap(year) { 366 } else { 365 };
        if rest < long {
            break;
        }
        (year, rest) = (year + 1, rest - long);
    }
    let months = [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while rest >= months[month] {
        rest -= months[month];
        month += 1;
    }
    (year, month as u32 + 1, rest + 1)
}

const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A row's time as it is written, and as it is to be read.
fn time(dates: Dates, row: u32, (from, step): (u32, u32)) -> (String, String) {
    let (y, m, d) = civil(from + row * step);
    let right = format!("{y:04}-{m:02}-{d:02}");
    match dates {
        Dates::Iso => (right.clone(), right),
        Dates::Points => (format!("{d:02}.{m:02}.{y}"), right),
        Dates::DayFirst => (format!("{d}/{m}/{y}"), right),
        Dates::MonthFirst => (format!("{m:02}/{d:02}/{y}"), right),
        Dates::Short => (format!("{d:02}.{m:02}.{:02}", y % 100), right),
        Dates::Named => (format!("{d} {} {y}", NAMES[m as usize - 1]), right),
        Dates::Months => {
            let months = from / 30 + row;
            let right = format!("{:04}-{:02}", 2000 + months / 12, months % 12 + 1);
            (right.clone(), right)
        }
        Dates::Minutes => {
            let (y, m, d) = civil(from + row / 24);
            let right = format!("{y:04}-{m:02}-{d:02} {:02}:30", row % 24);
            (format!("{d:02}/{m:02}/{y} {:02}:30", row % 24), right)
        }
        Dates::Zulu => {
            let (y, m, d) = civil(from + row / 24);
            let right = format!("{y:04}-{m:02}-{d:02} {:02}:00", row % 24);
            (format!("{y:04}-{m:02}-{d:02}T{:02}:00:00Z", row % 24), right)
        }
    }
}

/// A number as it is written.
fn number(value: i64, decimals: u32, form: &Form) -> String {
    let scale = 10_i64.pow(decimals);
    let (whole, rest) = (value.abs() / scale, value.abs() % scale);
    let digits = whole.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text += form.apart;
        }
        text.push(digit);
    }
    if decimals > 0 {
        text.push(if form.comma { ',' } else { '.' });
        text += &format!("{rest:0width$}", width = decimals as usize);
    }
    let with = |text: String| match form.unit {
        Unit::None => text,
        Unit::Before(unit) => format!("{unit}{text}"),
        Unit::Behind(unit) => format!("{text}{unit}"),
    };
    match form.minus {
        _ if value >= 0 => with(text),
        Minus::Before(sign) => format!("{sign}{}", with(text)),
        Minus::Behind => format!("{}-", with(text)),
        Minus::Parentheses => format!("({})", with(text)),
    }
}

/// The table as bytes, the labels and the values that are to be read.
fn write(own: &Numbers, form: &Form) -> (Vec<u8>, Vec<String>, Vec<Vec<f64>>) {
    let rows = own.columns[0].len();
    let quote = |cell: &str| {
        let must = cell.contains([form.separator, '"', '\n']) || (form.separator == ' ' && cell.trim().is_empty());
        if must || form.quoted { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
    };
    let between = form.separator.to_string();
    let line = |cells: &[String]| {
        let mut cells: Vec<String> = cells.iter().map(|cell| quote(cell)).collect();
        if form.separator != ' ' {
            cells.extend((0..form.tail).map(|_| String::new()));
        }
        cells.join(&between)
    };
    let mut lines = vec![];
    if form.sep_line {
        lines.push(format!("sep={}", form.separator));
    }
    match form.above {
        Above::Nothing => {}
        Above::Title => lines.extend(["Report of the office".to_owned(), String::new()]),
        Above::Comments => lines.extend(["# made by a program, in 2024".to_owned(), "#".to_owned()]),
    }
    if form.head {
        let mut names: Vec<String> = if form.index { vec![String::new()] } else { vec![] };
        names.extend(form.dates.iter().map(|_| "when".to_owned()));
        let before = names.len();
        names.extend((0..own.columns.len()).map(|c| format!("Höhe{}", (b'a' + c as u8) as char)));
        lines.push(line(&names));
        if form.units {
            let unit = |place| if place < before { String::new() } else { "°C".to_owned() };
            lines.push(line(&(0..names.len()).map(unit).collect::<Vec<_>>()));
        }
    }
    let scale = 10_f64.powi(own.decimals as i32);
    let mut order: Vec<usize> = (0..rows).collect();
    if form.newest_first {
        order.reverse();
    }
    for row in &order {
        let mut cells: Vec<String> = if form.index { vec![row.to_string()] } else { vec![] };
        cells.extend(form.dates.iter().map(|dates| time(*dates, *row as u32, own.days).0));
        let cell = |all: &Vec<Option<i64>>| match all[*row] {
            Some(value) => number(value, own.decimals, form),
            None => form.missing.to_owned(),
        };
        cells.extend(own.columns.iter().map(cell));
        lines.push(line(&cells));
    }
    if form.total && form.dates.is_some() {
        let mut cells = if form.index { vec![String::new()] } else { vec![] };
        cells.push("Total".to_owned());
        cells.extend(own.columns.iter().map(|all| number(all.iter().flatten().sum(), own.decimals, form)));
        lines.push(line(&cells));
    }
    if form.footer {
        lines.extend([String::new(), "Source: the office".to_owned()]);
    }
    let text = lines.join(form.ends) + form.ends;
    let is_latin = text.chars().all(|c| (c as u32) < 0x80 || "ö\u{a0}°".contains(c));
    let utf16 = |mark: &[u8], order: fn(u16) -> [u8; 2]| {
        [mark, &text.encode_utf16().flat_map(order).collect::<Vec<u8>>()].concat()
    };
    let bytes = match form.encoding {
        Written::Marked => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        Written::Utf16Le => utf16(b"\xff\xfe", u16::to_le_bytes),
        Written::Utf16Be => utf16(b"\xfe\xff", u16::to_be_bytes),
        Written::Bare16 => utf16(b"", u16::to_le_bytes),
        Written::Windows if is_latin => text.chars().map(|c| c as u8).collect(),
        _ => text.into_bytes(),
    };
    // Without times, and if they are not counted, the order is that of the rows.
    let read: Vec<usize> = if form.dates.is_some() || form.index { (0..rows).collect() } else { order };
    let labels =
        form.dates.map_or(vec![], |dates| read.iter().map(|row| time(dates, *row as u32, own.days).1).collect());
    let value = |row: &usize, all: &[Option<i64>]| all[*row].map_or(f64::NAN, |value| value as f64 / scale);
    let values = own.columns.iter().map(|all| read.iter().map(|row| value(row, all)).collect()).collect();
    (bytes, labels, values)
}

/// Whether a series holds a table's numbers: each of its columns is one of the table's, in their order, with its rows in
/// their order; what is missing may be filled, and rows at the ends dropped.
fn is_right(own: &Series, labels: &[String], values: &[Vec<f64>]) -> bool {
    let rows = own.labels.len();
    let near = |read: f64, right: f64| right.is_nan() || (read - right).abs() <= 1e-9 * right.abs().max(1.0);
    let at = |column: &[f64], from: usize, all: &[f64]| {
        from + rows <= all.len() && column.iter().zip(&all[from..]).all(|(read, right)| near(*read, *right))
    };
    let total = values.first().map_or(0, Vec::len);
    (0..=total.saturating_sub(rows)).any(|from| {
        let mut next = 0;
        let follow = own.values.iter().all(|column| {
            let found = (next..values.len()).find(|c| at(column, from, &values[*c]));
            next = found.map_or(next, |c| c + 1);
            found.is_some()
        });
        follow && (labels.is_empty() || own.labels[..] == labels[from..from + rows])
    })
}

/// Whether a note says that something may be otherwise.
fn doubts(note: &Note) -> bool {
    matches!(
        note,
        Note::Unproved { .. }
            | Note::OneOrTwo(_)
            | Note::Dates { proved: false, .. }
            | Note::Strange { .. }
            | Note::ShortYears(..)
            | Note::StandIn { .. }
            | Note::Replaced(_)
            | Note::Unix(..)
            | Note::Days(..)
            // Empty lines between lines of one number.
            | Note::Left(Left { why: Why::NoNumber, .. })
    )
}

fn of(text: &str) -> Result<Series, Fault> {
    let choices = Choices::default();
    series(&mut read(text, &choices)?, &choices, LIMITS)
}

/// How many tables are written.
fn tables() -> usize {
    std::env::var("UNROLLED_TABLES").ok().and_then(|own| own.parse().ok()).unwrap_or(6000)
}

#[test]
fn a_table_is_read_back_or_its_doubt_is_told() {
    let mut runner = TestRunner::deterministic();
    let (mut all, mut right, mut told, mut wrong) = (0, 0, 0, vec![]);
    let mut faults = std::collections::BTreeMap::<String, usize>::new();
    for _ in 0..tables() {
        let tree = (numbers(), form()).new_tree(&mut runner).unwrap_or_else(|reason| panic!("{reason}"));
        let (own, form) = tree.current();
        let (bytes, labels, values) = write(&own, &form);
        let text = decode(&bytes).unwrap_or_else(|binary| panic!("{binary:?}: {form:?}")).text;
        all += 1;
        match of(&text) {
            Ok(read) => {
                let is_told = read.notes.iter().any(doubts);
                told += usize::from(is_told);
                if is_right(&read, &labels, &values) {
                    right += 1;
                } else if !is_told {
                    let Series { names, labels, values: own, notes, .. } = read;
                    let text = text.lines().take(8).collect::<Vec<_>>().join("\n");
                    wrong.push(format!(
                        "{text}\nread {names:?} {own:?}\nat {labels:?}\ntold {notes:?}\nright {values:?}\n"
                    ));
                }
            }
            Err(fault) => *faults.entry(format!("{fault:?}").chars().take(9).collect()).or_default() += 1,
        }
    }
    println!("{all} tables: {right} right, {told} with a doubt told, faults {faults:?}");
    // The shortest say most.
    wrong.sort_by_key(String::len);
    assert!(wrong.is_empty(), "{} of {all} are wrong\n{}", wrong.len(), wrong[..wrong.len().min(5)].join("\n"));
    // If little were read this would prove nothing.
    assert!(right * 10 > all * 8, "{right} of {all}, faults {faults:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slices_of_any_size_give_the_same(own in numbers(), form in form()) {
        let (bytes, _, _) = write(&own, &form);
        let text = decode(&bytes).map_err(|binary| TestCaseError::fail(format!("{binary:?}")))?.text;
        let whole = read(&text, &Choices::default());
        for rows in [1, 7, 1000] {
            let mut reading = Reading::new(text.clone(), Choices::default());
            while reading.advance(rows) != Progress::Done {}
            // Compared as they are printed, as NaN is unlike itself.
            prop_assert_eq!(format!("{:?}", reading.table()), format!("{:?}", &whole));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[0-9a-c,;\t| .\"'\n#%\\-−€$():<>/]{0,200}") {
        drop(of(&text));
    }
}
