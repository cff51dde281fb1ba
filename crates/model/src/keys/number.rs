//! The one way in which a key's number is written: a sign, digits, a point, an exponent.

/// Reads `316.10`, `-0.5`, `−3`, `.5`, `7`, `+1` or `2.5e-4`, with blanks around it; none for anything else, or beyond
/// what an f64 holds.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace('−', "-");
    // What the standard library reads besides are the words for infinity and for no number.
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    let number: f64 = text.parse().ok().filter(|number: &f64| plain && number.is_finite())?;
    // What is too small for an f64 is not taken for 0.
    let digits = text.split(['e', 'E']).next().unwrap_or_default();
    let is_zero = !digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    (number != 0.0 || is_zero).then_some(number)
}

/// Reads a whole number from 0: 2⁵³ at most, below which an f64 holds each of them.
#[must_use]
pub fn whole(text: &str) -> Option<u64> {
    const MOST: f64 = 9_007_199_254_740_992.0;
    number(text).filter(|number| number.fract() == 0.0 && (0.0..=MOST).contains(number)).map(|number| number as u64)
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
        fn reads_all_that_a_table_of_numbers_may_hold(text in "-?[0-9]{0,8}\\.?[0-9]{0,7}") {
            if let Some(expected) = decimal(&text) {
                prop_assert_eq!(number(&text), Some(expected));
            }
        }
    }
}
