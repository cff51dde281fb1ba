//! Formats numbers for people, as the field does, with a minus sign in place of a hyphen.
//!
//! Numbers that are compared have one unit: make a [`Group`] of all of them and let it write each. The functions of this file know
//! one number alone, so what stands side by side may differ in unit; each says what replaces it. [`Locale`] holds what a language
//! does otherwise, [`Forms`] a word in singular and plural, [`spoken`] what a screen reader is given.

mod counted;
pub mod date;
mod decimal;
mod group;
mod locale;
mod plural;
mod speech;

use decimal::{Decimal, fixed, grouped, not_finite, signed, superscript};

pub use group::{Digits, Group, Measure, Unit};
pub use locale::{DE, EN, ES, FR, Locale, MINUS, NO_BREAK, Speech, THIN, locale};
pub use plural::{Category, Forms, Rule};
pub use speech::{spoken, spoken_in};

/// A number with three significant places or so: `0.0531`, `−1.23`, `4.2·10⁻⁷`, `NaN`, `∞`.
///
/// Beside others: [`Measure::Number`] with [`Digits::Table`].
#[must_use]
pub fn number(x: f64) -> String {
    let magnitude = x.abs();
    if let Some(text) = not_finite(x, locale()) {
        return text;
    }
    if x == 0.0 {
        return "0".into();
    }
    if (1e-3..1e4).contains(&magnitude) {
        let places = if magnitude >= 1000.0 {
            0
        } else if magnitude >= 100.0 {
            1
        } else if magnitude >= 10.0 {
            2
        } else {
            3
        };
        // Small numbers keep three significant places.
        let places = if magnitude < 0.01 {
            5
        } else if magnitude < 0.1 {
            4
        } else {
            places
        };
        return signed(x, &fixed(magnitude, places, locale()), locale());
    }
    signed(x, &power(magnitude, 3), locale())
}

/// A number with two significant places or so, where there is little room.
///
/// Beside others: [`Measure::Number`] with [`Digits::Headline`].
#[must_use]
pub fn short(x: f64) -> String {
    let magnitude = x.abs();
    if !x.is_finite() || x == 0.0 {
        return number(x);
    }
    let text = match magnitude {
        m if m < 1e-3 => power(m, 2),
        m if m < 0.01 => fixed(m, 4, locale()),
        m if m < 0.1 => fixed(m, 3, locale()),
        m if m < 10.0 => fixed(m, 2, locale()),
        m if m < 1e4 => fixed(m, 0, locale()),
        m => power(m, 2),
    };
    signed(x, &text, locale())
}

/// The same with one place of a power of ten, for a number inside a box of a drawing.
#[must_use]
pub fn brief(x: f64) -> String {
    let magnitude = x.abs();
    if x.is_finite() && x != 0.0 && !(1e-3..1e4).contains(&magnitude) {
        return signed(x, &power(magnitude, 1), locale());
    }
    short(x)
}

/// A share of the gradient: a percentage, a power of ten when tiny, a multiple when it has grown.
///
/// Beside others: [`Measure::Share`] with [`Digits::Headline`].
#[must_use]
pub fn share(x: f64) -> String {
    if let Some(text) = not_finite(x, locale()) {
        return text;
    }
    if x == 0.0 {
        return "0".into();
    }
    if x < 0.0 {
        return signed(x, &share(-x), locale());
    }
    let unit = |text: String, unit: Unit| format!("{text}{}", unit.suffix(locale()));
    match x {
        x if x < 1e-3 => power(x, 2),
        x if x < 0.01 => unit(fixed(100.0 * x, 2, locale()), Unit::Percent),
        x if x < 0.0995 => unit(fixed(100.0 * x, 1, locale()), Unit::Percent),
        x if x < 1.005 => unit(fixed(100.0 * x, 0, locale()), Unit::Percent),
        x if x < 9.95 => unit(fixed(x, 1, locale()), Unit::Times),
        x if x < 999.5 => unit(fixed(x, 0, locale()), Unit::Times),
        x => unit(power(x, 2), Unit::Times),
    }
}

/// A signed share in whole percents.
///
/// Beside others: [`Measure::Share`] with [`Digits::Headline`], which keeps two digits of each.
#[must_use]
pub fn percent(x: f64) -> String {
    if let Some(text) = not_finite(x, locale()) {
        return text;
    }
    let text = format!("{}{}", fixed((100.0 * x).abs(), 0, locale()), Unit::Percent.suffix(locale()));
    signed((100.0 * x).round(), &text, locale())
}

/// Ten to the power: `10⁻³`, and `1` for the zeroth. For the ticks of an axis.
#[must_use]
pub fn decade(exponent: i32) -> String {
    if exponent == 0 { "1".into() } else { format!("10{}", superscript(exponent)) }
}

/// All digits that f64 has, for the exact reading.
///
/// Beside others: any [`Measure`] with [`Digits::Exact`].
#[must_use]
pub fn exact(x: f64) -> String {
    if let Some(text) = not_finite(x, locale()) {
        return text;
    }
    let magnitude = x.abs();
    if x == 0.0 || (1e-5..1e7).contains(&magnitude) {
        return signed(x, &shortest(magnitude), locale());
    }
    signed(x, &Decimal::shortest(magnitude).power(locale()), locale())
}

/// A whole number with a thin space between the thousands. With a word behind it: [`Forms::counted`].
#[must_use]
pub fn count(n: usize) -> String {
    grouped(&n.to_string(), locale())
}

/// A bias or gain on its control: `+1`, `0`, `−0.5`.
#[must_use]
pub fn setting(x: f64, plus: bool) -> String {
    let rounded = (x * 100.0).round() / 100.0;
    let sign = if plus && rounded > 0.0 { "+" } else { "" };
    format!("{sign}{}", signed(rounded, &shortest(rounded.abs()), locale()))
}

/// The fewest digits that read back as this magnitude, in full and ungrouped.
fn shortest(magnitude: f64) -> String {
    magnitude.to_string().replace('.', locale().decimal.encode_utf8(&mut [0; 4]))
}

/// A magnitude as a power of ten, with so many significant digits.
fn power(magnitude: f64, significant: usize) -> String {
    Decimal::rounded(magnitude, significant).power(locale())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_three_places() {
        let cases = [
            (0.0, "0"),
            (0.76543, "0.765"),
            (-0.05314, "−0.0531"),
            (0.0012345, "0.00123"),
            (12.345, "12.35"),
            (123.45, "123.5"),
            (4321.0, "4321"),
            (4.2e-7, "4.20·10⁻⁷"),
            (-1.5e12, "−1.50·10¹²"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "−∞"),
        ];
        for (x, written) in cases {
            assert_eq!(number(x), written);
        }
    }

    #[test]
    fn short_numbers_are_short() {
        let cases = [(-0.000392, "−3.9·10⁻⁴"), (0.0126, "0.013"), (-0.783, "−0.78"), (316.1, "316"), (0.0, "0")];
        for (x, written) in cases {
            assert_eq!(short(x), written);
        }
    }

    #[test]
    fn a_share_is_a_percentage_or_a_power_of_ten() {
        let cases = [
            (0.059, "5.9\u{202f}%"),
            (0.412, "41\u{202f}%"),
            (0.0042, "0.42\u{202f}%"),
            (6.34e-5, "6.3·10⁻⁵"),
            (1.0, "100\u{202f}%"),
            (24.2, "24\u{202f}×"),
            (1.3e9, "1.3·10⁹\u{202f}×"),
            (-0.059, "−5.9\u{202f}%"),
            (f64::INFINITY, "∞"),
            (0.0, "0"),
        ];
        for (x, written) in cases {
            assert_eq!(share(x), written);
        }
    }

    #[test]
    fn exact_numbers_can_be_read_back() {
        assert_eq!(exact(0.1), "0.1");
        assert_eq!(exact(-1.5e-9), "−1.5·10⁻⁹");
        assert_eq!(decade(-12), "10⁻¹²");
        assert_eq!(count(1056), "1\u{202f}056");
        assert_eq!(setting(-0.5, true), "−0.5");
        assert_eq!(setting(1.0, true), "+1");
    }
}
