//! The format of numbers in the address: a sign, digits, a point, an exponent. A field for one number accepts a decimal
//! comma, too; in the address commas separate the numbers of a list.

use words::fill;
use words::keys::words;

/// Reads `316.10`, `-0.5`, `−3`, `.5`, `7`, `+1` or `2.5e-4`, with blanks around it; `None` for anything else, and for
/// numbers beyond the range of f64.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace('−', "-");
    // The standard library would also read the words for infinity and NaN.
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    let number: f64 = text.parse().ok().filter(|number: &f64| plain && number.is_finite())?;
    // A number too small for f64 is invalid; it does not become 0.
    let digits = text.split(['e', 'E']).next().unwrap_or_default();
    let is_zero = !digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    (number != 0.0 || is_zero).then_some(number)
}

/// Reads a whole number from 0 to 2⁵³, up to which f64 represents every whole number; `None` for any other text.
#[must_use]
pub fn whole(text: &str) -> Option<u64> {
    const MOST: f64 = 9_007_199_254_740_992.0;
    number(text).filter(|number| number.fract() == 0.0 && (0.0..=MOST).contains(number)).map(|number| number as u64)
}

/// Why a text in a field for one number is invalid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is no number.
    NoNumber,
    /// Its commas or points may separate thousands. The possible meanings, in the address's format.
    Thousands(Vec<String>),
}

/// Reads what a person types into a field for one number: what [`number`] reads, and a comma as decimal sign. `0,5`,
/// `−3`, `,5`, `2,5e-4` and `0,005` are numbers.
///
/// # Errors
/// `1,500` may be 1.5 or 1500. `1.500,5` and `1,500,000` part thousands, which no field takes. All else is no number.
pub fn typed(text: &str) -> Result<f64, Unread> {
    const MARKS: [char; 2] = [',', '.'];
    let text = text.trim();
    if let Some(number) = number(text) {
        return Ok(number);
    }
    let is_grouped = |whole: &str| {
        let mut groups = whole.trim_start_matches(['+', '-', '−']).split(MARKS);
        let first = groups.next().is_some_and(|first| matches!(first.len(), 1..=3) && !first.starts_with('0'));
        first && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let without_marks = text.replace(MARKS, "");
    let Some((whole, rest)) = text.rsplit_once(MARKS).filter(|_| number(&without_marks).is_some()) else {
        return Err(Unread::NoNumber);
    };
    let with_point = format!("{}.{rest}", whole.replace(MARKS, ""));
    let kinds = MARKS.map(|mark| text.matches(mark).count());
    match kinds {
        [1, 0] if is_grouped(text) => {
            let short = with_point.trim_end_matches('0').trim_end_matches('.').to_owned();
            Err(Unread::Thousands(vec![short, without_marks]))
        }
        [1, 0] => number(&with_point).ok_or(Unread::NoNumber),
        [0, _] | [_, 0] if is_grouped(text) => Err(Unread::Thousands(vec![without_marks])),
        // Of two kinds the last mark is the decimal sign, and parts no thousands.
        [commas, points]
            if commas.min(points) > 0 && is_grouped(whole) && MARKS.iter().any(|mark| !whole.contains(*mark)) =>
        {
            Err(Unread::Thousands(vec![with_point]))
        }
        _ => Err(Unread::NoNumber),
    }
}

/// The message beside a field whose text has more than one possible meaning; `None` for any other text.
#[must_use]
pub fn thousands(text: &str) -> Option<String> {
    let Err(Unread::Thousands(readings)) = typed(text) else { return None };
    Some(fill(words().thousands, &[("found", text.trim()), ("readings", &readings.join(words().or))]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sequence::decimal;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_write() {
        let written = [
            ("316.10", 316.1),
            ("-0.5", -0.5),
            ("−3", -3.0),
            ("7", 7.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("00.10", 0.1),
            ("+1", 1.0),
            (" 12 ", 12.0),
            ("1e-3", 0.001),
            ("2.5E4", 25_000.0),
            ("1e+2", 100.0),
            ("0e9", 0.0),
        ];
        for (text, expected) in written {
            assert_eq!(number(text), Some(expected), "{text}");
        }
        let bad = [
            "",
            " ",
            "-",
            ".",
            "e3",
            "1e",
            "NaN",
            "inf",
            "-infinity",
            "1e999",
            "1e-400",
            "--1",
            "1.2.3",
            "1,5",
            "1 2",
            "１",
            "0x1",
        ];
        for text in bad {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_field_reads_a_decimal_comma_and_all_that_an_address_reads() {
        let written = [
            // As in an address.
            ("316.10", 316.1),
            ("-0.5", -0.5),
            ("−3", -3.0),
            ("+1", 1.0),
            (" 12 ", 12.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("1.500", 1.5),
            ("2.5e-4", 0.000_25),
            ("1500", 1500.0),
            // A decimal comma.
            ("0,5", 0.5),
            ("-0,5", -0.5),
            ("−0,5", -0.5),
            ("+1,5", 1.5),
            (" 1,5 ", 1.5),
            (",5", 0.5),
            ("5,", 5.0),
            ("1,50", 1.5),
            ("1,5000", 1.5),
            ("2,5e-4", 0.000_25),
            ("2,5E3", 2500.0),
            // Three places that are no thousands: no number's thousands begin with a 0, or with four digits.
            ("0,005", 0.005),
            ("−0,125", -0.125),
            (",500", 0.5),
            ("1234,567", 1234.567),
            ("1,500e3", 1500.0),
        ];
        for (text, expected) in written {
            assert_eq!(typed(text), Ok(expected), "{text}");
        }
        for text in [
            "",
            " ",
            "-",
            ",",
            "1,2,3",
            "1.2.3",
            "1,,5",
            "1,-5",
            "1e2,5",
            "NaN",
            "1 500",
            "1'500",
            "1,5e999",
            "x,5",
            "1,5.3",
            "1,500,00",
            "1.500,000.000",
        ] {
            assert_eq!(typed(text), Err(Unread::NoNumber), "{text}");
            assert_eq!(thousands(text), None, "{text}");
        }
    }

    #[test]
    fn what_may_part_thousands_is_not_read_and_what_it_may_mean_is_said() {
        let written: [(&str, &[&str]); 11] = [
            ("1,500", &["1.5", "1500"]),
            ("−1,500", &["−1.5", "−1500"]),
            ("12,345", &["12.345", "12345"]),
            ("123,000", &["123", "123000"]),
            ("1.500,5", &["1500.5"]),
            ("1,500.5", &["1500.5"]),
            ("1.500.000,25", &["1500000.25"]),
            ("1.500,5e-3", &["1500.5e-3"]),
            ("1,500,000", &["1500000"]),
            ("1.500.000", &["1500000"]),
            ("10,000,000", &["10000000"]),
        ];
        for (text, readings) in written {
            assert_eq!(
                typed(text),
                Err(Unread::Thousands(readings.iter().map(|x| (*x).to_owned()).collect())),
                "{text}"
            );
            assert!(readings.iter().all(|reading| number(reading).is_some()), "{text}: what is proposed can be read");
        }
        let said = thousands(" 1,500 ").unwrap();
        assert!(said.contains("1,500") && said.contains("write 1.5 or 1500"), "{said}");
    }

    #[test]
    fn a_whole_number_has_no_fraction_and_no_sign_but_plus() {
        let written = [("7", 7), ("007", 7), ("+5", 5), ("1e3", 1000), ("5.0", 5), ("-0", 0)];
        for (text, expected) in written {
            assert_eq!(whole(text), Some(expected), "{text}");
        }
        for text in ["", "-1", "12.5", "1e-3", "1e17", "x"] {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_comma_stands_for_a_point_unless_it_may_part_thousands(text in "[+−-]?[0-9]{0,5}\\.[0-9]{0,6}(e-?[0-9]{1,2})?") {
            let with_comma = text.replace('.', ",");
            match typed(&with_comma) {
                Err(Unread::Thousands(_)) => prop_assert_eq!(text.len() - text.find('.').unwrap_or(0), 4),
                read => prop_assert_eq!(read.ok(), number(&text)),
            }
        }

        #[test]
        fn reads_all_that_a_table_of_numbers_may_hold(text in "-?[0-9]{0,8}\\.?[0-9]{0,7}") {
            if let Some(expected) = decimal(&text) {
                prop_assert_eq!(number(&text), Some(expected));
            }
        }
    }
}
