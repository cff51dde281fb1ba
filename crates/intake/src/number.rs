//! A cell as a number: signs, units, and the marks between digits.

use std::borrow::Cow;

use crate::choices::Decimal;

/// Minus signs that people and programs write.
pub(crate) const MINUS: [char; 6] = ['-', '−', '–', '﹣', '－', '‐'];
/// Signs of currencies.
const CURRENCY: &str = "$€£¥¢₹₽₩₺₴₫฿₦₱₪₡₲₵₸₭₮₼₾؋元円";
/// Names of currencies that stand before or after a number.
const CODES: [&str; 30] = [
    "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "INR", "RUB", "BRL", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN",
    "CZK", "HUF", "KRW", "TRY", "MXN", "ZAR", "SGD", "HKD", "R$", "kr", "Fr.", "zł", "Kč", "Ft",
];
/// Letters after a number that multiply it. Such a number is not read, as what they stand for differs.
const MULTIPLIERS: [&str; 24] = [
    "e", "E", "k", "K", "M", "B", "G", "T", "bn", "mn", "Bn", "Mn", "BN", "MN", "Mio", "Mio.", "Mrd", "Mrd.", "mil",
    "mln", "mrd", "million", "billion", "thousand",
];
/// The most characters of a unit.
const UNIT: usize = 10;
/// The largest number: the square of one that is larger would leave single precision.
pub(crate) const LARGEST: f64 = 1e15;
/// What stands where a value is missing, in lower case and without spaces.
const MISSING: [&str; 63] = [
    "", "na", "n/a", "n.a.", "n.a", "#n/a", "#n/d", "#nv", "#null!", "#div/0!", "#value!", "#wert!", "#ref!", "#num!",
    "nan", "-nan", "null", "(null)", "none", "nil", "nd", "n.d.", "n/d", "missing", "unknown", "\\n", "-", "--", "---",
    "−", "–", "—", "?", ".", "..", "...", "…", ":", "*", "k.a.", "k.a", "x", "na.", "nat", "s/o", "n.v.", "n.v",
    "s.d.", "s/d", "fehlt", "fehlend", "nodata", "sindatos", "sindato", "semdados", "manquant", "mancante", "n.s.",
    "brak", "#valeur!", "#valor!", "#arg!", "#name?",
];
/// More such words.
const MISSING_LONG: [&str; 6] =
    ["keinedaten", "keineangabe", "unbekannt", "undefined", "notavailable", "nondisponible"];

/// The most bytes of such a word.
const WORD: usize = 16;

/// The number in a cell, before it is known which mark is the decimal one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Core<'a> {
    /// Whether a sign or parentheses make it negative.
    pub negative: bool,
    /// Digits with points and commas, perhaps with an exponent.
    pub body: Cow<'a, str>,
    /// The unit before or after it; empty if it has none.
    pub unit: &'a str,
}

/// What the digits of a cell prove of how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proof {
    /// It reads alike both ways.
    Neither,
    /// Only so it is a number.
    Only(Decimal),
    /// `1,234`: either a decimal comma, or thousands.
    Comma,
    /// `1.234`: either a decimal point, or thousands.
    Point,
}

/// Whether a cell says that a value is missing.
pub(crate) fn is_missing(cell: &str) -> bool {
    // No such word begins with a digit, and few cells with anything else.
    let begins = cell.strip_prefix('-').unwrap_or(cell);
    if cell.len() > WORD || begins.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let cell = cell.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(cell);
    MISSING.contains(&cell) || {
        // Of few letters, with or without spaces.
        let lower: String = cell.chars().filter(|c| !matches!(c, ' ' | '_')).flat_map(char::to_lowercase).collect();
        MISSING.contains(&&*lower) || MISSING_LONG.contains(&&*lower)
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\u{2008}' | '\u{200a}' | '\u{3000}')
}

/// The digit that a character of another script is.
fn digit(c: char) -> Option<char> {
    let zeros = ['０', '٠', '۰', '०', '০'];
    let value = zeros.iter().find_map(|zero| {
        let value = (c as u32).wrapping_sub(*zero as u32);
        (value < 10).then_some(value)
    })?;
    char::from_digit(value, 10)
}

/// The commonest form: digits, perhaps with one point or comma between them, perhaps behind a hyphen.
fn plain(cell: &str) -> Option<Core<'_>> {
    let (negative, body) = cell.strip_prefix('-').map_or((false, cell), |rest| (true, rest));
    let bytes = body.as_bytes();
    let ends = bytes.first()?.is_ascii_digit() && bytes.last()?.is_ascii_digit();
    let others = bytes.iter().filter(|byte| !byte.is_ascii_digit());
    let (marks, all) = others.fold((0, true), |(n, all), byte| (n + 1, all && matches!(byte, b'.' | b',')));
    (ends && all && marks <= 1).then_some(Core { negative, body: Cow::Borrowed(body), unit: "" })
}

/// What a cell holds if it is a number, in whatever form; `None` if it is none.
#[must_use]
pub fn core(cell: &str) -> Option<Core<'_>> {
    if let Some(core) = plain(cell) {
        return Some(core);
    }
    // Dates and times of day.
    let is_between =
        |own: &[u8]| matches!(own[1], b'-' | b'/' | b':') && own[0].is_ascii_digit() && own[2].is_ascii_digit();
    if cell.as_bytes().windows(3).any(is_between) {
        return None;
    }
    let mut rest = cell.trim_matches(|c| is_space(c) || c == '\t');
    // What a spreadsheet writes to keep a text from being changed.
    if let Some(inner) = rest.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        rest = inner;
    }
    if let Some(inner) = rest.strip_prefix('\'').filter(|inner| inner.starts_with(|c: char| c.is_ascii_digit())) {
        rest = inner;
    }
    if !rest.chars().any(|c| c.is_ascii_digit() || digit(c).is_some()) {
        return nought(rest);
    }
    let (mut signs, mut negative, mut unit) = (0, false, "");
    if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        (rest, negative, signs) = (inner.trim_matches(is_space), true, 1);
    }
    // A sign and a unit may come in either order.
    for _ in 0..3 {
        let before = rest;
        if let Some(after) = rest.strip_prefix(MINUS) {
            (rest, negative, signs) = (after, true, signs + 1);
        } else if let Some(after) = rest.strip_prefix('+') {
            (rest, signs) = (after, signs + 1);
        } else if unit.is_empty()
            && let Some(long) = prefix(rest)
        {
            (unit, rest) = rest.split_at(long);
        } else if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            (rest, negative, signs) = (inner, true, signs + 1);
        }
        rest = rest.trim_matches(is_space);
        if rest == before {
            break;
        }
    }
    let end = rest.rfind(|c: char| c.is_ascii_digit() || digit(c).is_some())?;
    let end = end + rest[end..].chars().next().map_or(1, char::len_utf8);
    let (body, mut after) = rest.split_at(end);
    // A point at the end belongs to the number, as in `5.`
    let body = match after.strip_prefix('.') {
        Some(more) if more.trim_start_matches(is_space).is_empty() => {
            after = "";
            body
        }
        _ => body,
    };
    after = after.trim_matches(is_space);
    if let Some(without) = after.strip_suffix(MINUS) {
        (after, negative, signs) = (without.trim_matches(is_space), true, signs + 1);
    }
    if signs > 1 {
        return None;
    }
    if !after.is_empty() {
        if !unit.is_empty() || !is_unit(after) {
            return None;
        }
        unit = after;
    }
    Some(Core { negative, body: joined(body)?, unit })
}

/// A dash beside a currency, as spreadsheets write nought in books.
fn nought(text: &str) -> Option<Core<'_>> {
    let is_dash = |rest: &str| rest.trim_matches(is_space).strip_prefix(MINUS).is_some_and(str::is_empty);
    let long = prefix(text).filter(|long| text[..*long] != *"%");
    let unit = match long {
        Some(long) => is_dash(&text[long..]).then(|| &text[..long]),
        None => {
            let unit = text.strip_prefix(MINUS)?.trim_matches(is_space);
            (prefix(unit) == Some(unit.len()) && unit != "%").then_some(unit)
        }
    };
    Some(Core { negative: false, body: Cow::Borrowed("0"), unit: unit? })
}

/// How long the currency, or the sign for per cent, is that a text begins with.
fn prefix(text: &str) -> Option<usize> {
    let code = CODES.iter().find(|code| text.starts_with(**code)).map(|code| code.len());
    let sign = text.chars().next().filter(|c| CURRENCY.contains(*c) || *c == '%').map(char::len_utf8);
    code.or(sign)
}

/// Whether what follows a number is a unit.
fn is_unit(after: &str) -> bool {
    let is_known = matches!(after, "%" | "‰") || CODES.contains(&after) || prefix(after) == Some(after.len());
    let is_part = |c: char| c.is_alphabetic() || "°µμ/²³·%^*_ Ω'\"".contains(c);
    is_known
        || (after.chars().count() <= UNIT
            && !MULTIPLIERS.contains(&after)
            && after.starts_with(|c: char| c.is_alphabetic() || "°µμΩ".contains(c))
            && after.chars().all(is_part))
}

/// Digits with points and commas alone: spaces and apostrophes between thousands are gone. `None` if something else stands
/// between them.
fn joined(body: &str) -> Option<Cow<'_, str>> {
    if body.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) {
        return Some(Cow::Borrowed(body));
    }
    let mut all = String::with_capacity(body.len());
    let (mut apart, mut run, mut grouped) = (false, 0_usize, false);
    let mut letters = body.chars().peekable();
    while let Some(c) = letters.next() {
        if let Some(own) = digit(c).or_else(|| c.is_ascii_digit().then_some(c)) {
            all.push(own);
            run += 1;
            continue;
        }
        match c {
            // Thousands: one to three digits before the first mark, three between two.
            c if is_space(c) || matches!(c, '\'' | '’' | 'ʼ' | '\u{66c}') => {
                let fits = if apart { run == 3 } else { (1..=3).contains(&run) };
                if grouped || !fits {
                    return None;
                }
                (apart, run) = (true, 0);
            }
            '.' | ',' | '\u{66b}' => {
                if apart && run != 3 {
                    return None;
                }
                all.push(if c == '\u{66b}' { '.' } else { c });
                // After a point or a comma no space sets thousands apart.
                (grouped, apart, run) = (true, false, 0);
            }
            'e' | 'E' if run > 0 && !all.contains('e') => {
                if apart && run != 3 {
                    return None;
                }
                all.push('e');
                let sign = letters.next_if(|next| *next == '+' || MINUS.contains(next));
                if sign.is_some_and(|sign| sign != '+') {
                    all.push('-');
                }
                (grouped, apart, run) = (true, false, 0);
            }
            _ => return None,
        }
    }
    (!apart || run == 3).then_some(Cow::Owned(all))
}

/// Whether digits, set apart by a mark, are thousands: one to three, then always three (or two, as in India, and three at
/// the end).
fn is_grouped(whole: &str, between: char) -> bool {
    if !whole.contains(between) {
        return whole.bytes().all(|byte| byte.is_ascii_digit());
    }
    let groups: Vec<&str> = whole.split(between).collect();
    let Some((first, others)) = groups.split_first() else { return true };
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let (last, middle) = (others[others.len() - 1], &others[..others.len() - 1]);
    let begins = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let inner = middle.iter().all(|group| group.len() == 3) || middle.iter().all(|group| group.len() == 2);
    begins && inner && last.len() == 3 && groups.iter().all(digits)
}

/// The number of digits with points and commas, written in this way; `None` if so it is none, or is too large to be used.
#[must_use]
pub fn value(core: &Core, decimal: Decimal) -> Option<f64> {
    let (mark, between) = decimal.marks();
    let mantissa = core.body.split_once('e').map_or(&*core.body, |own| own.0);
    let (whole, decimals) = mantissa.split_once(mark).unwrap_or((mantissa, ""));
    let is_right = is_grouped(whole, between) && decimals.bytes().all(|byte| byte.is_ascii_digit());
    if !is_right || (whole.is_empty() && decimals.is_empty()) {
        return None;
    }
    // Most numbers are as Rust writes them.
    let number: f64 = if decimal == Decimal::Point && !mantissa.contains(between) {
        core.body.parse().ok()?
    } else {
        let swap = |c: char| if c == mark { '.' } else { c };
        core.body.chars().filter(|c| *c != between).map(swap).collect::<String>().parse().ok()?
    };
    (number.abs() <= LARGEST).then_some(if core.negative { -number } else { number })
}

/// What a number proves of how numbers are written, by what it is with a decimal point and with a comma.
pub(crate) fn proof(core: &Core, read: [Option<f64>; 2]) -> Proof {
    if !core.body.contains(['.', ',']) {
        return Proof::Neither;
    }
    match read.map(|own| own.is_some()) {
        [true, false] => Proof::Only(Decimal::Point),
        [false, true] => Proof::Only(Decimal::Comma),
        [true, true] if core.body.contains(',') => Proof::Comma,
        [true, true] => Proof::Point,
        [false, false] => Proof::Neither,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(cell: &str, decimal: Decimal) -> Option<f64> {
        value(&core(cell)?, decimal)
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let cases = [
            ("1.5", 1.5),
            ("−1.5", -1.5),
            ("–2", -2.0),
            ("+7", 7.0),
            ("5-", -5.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("1,234.50", 1234.5),
            ("1,234,567", 1_234_567.0),
            ("12,34,567.5", 1_234_567.5),
            ("1 234.5", 1234.5),
            ("1\u{202f}234\u{202f}567", 1_234_567.0),
            ("1'234.5", 1234.5),
            ("1’234", 1234.0),
            ("$200.00", 200.0),
            ("-$5", -5.0),
            ("$-5", -5.0),
            ("($974.71)", -974.71),
            ("$ (5)", -5.0),
            ("(33.52)", -33.52),
            ("8.0%", 8.0),
            ("8 %", 8.0),
            ("12 kg", 12.0),
            ("12.5 °C", 12.5),
            ("1e3", 1000.0),
            ("1.5E-2", 0.015),
            ("2.5e+03", 2500.0),
            ("EUR 5.25", 5.25),
            ("5.25 EUR", 5.25),
            ("=\"12\"", 12.0),
            ("１２", 12.0),
        ];
        for (cell, right) in cases {
            assert_eq!(number(cell, Decimal::Point), Some(right), "{cell}");
        }
        for (cell, right) in [("1.234,5", 1234.5), ("0,123", 0.123), ("1,5", 1.5), ("−1,5 €", -1.5), ("1.234", 1234.0)]
        {
            assert_eq!(number(cell, Decimal::Comma), Some(right), "{cell}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for cell in [
            "",
            "-",
            "abc",
            "<1",
            "1-2",
            "1/2",
            "30.00M",
            "3K",
            "1.2.3",
            "2020-01-01",
            "10:30",
            "1 2",
            "12 3456",
            "--5",
            "(-5)",
            "5 5",
            "1e",
            "0,1,2",
            "1e400",
            "NaN",
            "inf",
            "1.5.2024",
            "a1",
            "v2",
            "00.00.00",
            "#1",
        ] {
            let read = [Decimal::Point, Decimal::Comma].map(|decimal| number(cell, decimal));
            assert_eq!(read, [None, None], "{cell}");
        }
        for missing in ["", "NA", "n/a", "#N/A", "NaN", "-", "—", "...", "k.A.", "<NA>"] {
            assert!(is_missing(missing), "{missing}");
        }
    }

    #[test]
    fn a_number_proves_its_decimal_mark_or_does_not() {
        let both = |core: &Core| [Decimal::Point, Decimal::Comma].map(|decimal| value(core, decimal));
        let of = |cell: &str| core(cell).map(|core| proof(&core, both(&core)));
        for (cell, right) in [
            ("12", Proof::Neither),
            ("1.5", Proof::Only(Decimal::Point)),
            ("1,5", Proof::Only(Decimal::Comma)),
            ("1,234", Proof::Comma),
            ("1.234", Proof::Point),
            ("0,123", Proof::Only(Decimal::Comma)),
            ("1234,567", Proof::Only(Decimal::Comma)),
            ("1,234,567", Proof::Only(Decimal::Point)),
            ("1.234.567", Proof::Only(Decimal::Comma)),
            ("1,234.5", Proof::Only(Decimal::Point)),
            ("1.234,5", Proof::Only(Decimal::Comma)),
            ("1 200,50", Proof::Only(Decimal::Comma)),
            ("1 200,505", Proof::Only(Decimal::Comma)),
        ] {
            assert_eq!(of(cell), Some(right), "{cell}");
        }
    }
}
