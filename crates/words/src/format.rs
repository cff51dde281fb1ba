//! Formats numbers for people, as the field does, with a minus sign in place of a hyphen.

/// A number with three significant places or so: `0.0531`, `−1.23`, `4.2·10⁻⁷`, `NaN`, `∞`.
#[must_use]
pub fn number(x: f64) -> String {
    let magnitude = x.abs();
    if !x.is_finite() {
        return not_finite(x).into();
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
        return signed(x, &format!("{magnitude:.places$}"));
    }
    signed(x, &power(magnitude, 2))
}

/// A number with two significant places or so, where there is little room.
#[must_use]
pub fn short(x: f64) -> String {
    let magnitude = x.abs();
    if !x.is_finite() || x == 0.0 {
        return number(x);
    }
    match magnitude {
        m if m < 1e-3 => signed(x, &power(m, 1)),
        m if m < 0.01 => signed(x, &format!("{m:.4}")),
        m if m < 0.1 => signed(x, &format!("{m:.3}")),
        m if m < 10.0 => signed(x, &format!("{m:.2}")),
        m if m < 1e4 => signed(x, &format!("{m:.0}")),
        m => signed(x, &power(m, 1)),
    }
}

/// A share of the gradient: a percentage, a power of ten when tiny, a multiple when it has grown.
#[must_use]
pub fn share(x: f64) -> String {
    if !x.is_finite() {
        return not_finite(x).into();
    }
    if x == 0.0 {
        return "0".into();
    }
    match x {
        x if x < 1e-3 => power(x, 1),
        x if x < 0.01 => format!("{:.2}\u{202f}%", 100.0 * x),
        x if x < 0.0995 => format!("{:.1}\u{202f}%", 100.0 * x),
        x if x < 1.005 => format!("{:.0}\u{202f}%", 100.0 * x),
        x if x < 9.95 => format!("{x:.1}\u{202f}×"),
        x if x < 999.5 => format!("{x:.0}\u{202f}×"),
        x => format!("{}\u{202f}×", power(x, 1)),
    }
}

/// A signed share in whole percents.
#[must_use]
pub fn percent(x: f64) -> String {
    if !x.is_finite() {
        return not_finite(x).into();
    }
    signed((100.0 * x).round(), &format!("{:.0}\u{202f}%", (100.0 * x).abs()))
}

/// Ten to the power: `10⁻³`, and `1` for the zeroth.
#[must_use]
pub fn decade(exponent: i32) -> String {
    if exponent == 0 { "1".into() } else { format!("10{}", superscript(exponent)) }
}

/// All digits that f64 has, for the exact reading.
#[must_use]
pub fn exact(x: f64) -> String {
    if !x.is_finite() {
        return not_finite(x).into();
    }
    let magnitude = x.abs();
    if x == 0.0 || (1e-5..1e7).contains(&magnitude) {
        return signed(x, &magnitude.to_string());
    }
    let scientific = format!("{magnitude:e}");
    match scientific.split_once('e') {
        Some((digits, exponent)) => signed(x, &format!("{digits}·10{}", superscript(exponent.parse().unwrap_or(0)))),
        None => scientific,
    }
}

/// A whole number with a thin space between the thousands.
#[must_use]
pub fn count(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

/// A bias or gain on its control: `+1`, `0`, `−0.5`.
#[must_use]
pub fn setting(x: f64, plus: bool) -> String {
    let rounded = (x * 100.0).round() / 100.0;
    let sign = if plus && rounded > 0.0 { "+" } else { "" };
    format!("{sign}{}", signed(rounded, &rounded.abs().to_string()))
}

fn power(magnitude: f64, places: usize) -> String {
    let scientific = format!("{magnitude:.places$e}");
    match scientific.split_once('e') {
        Some((digits, exponent)) => format!("{digits}·10{}", superscript(exponent.parse().unwrap_or(0))),
        None => scientific,
    }
}

fn superscript(exponent: i32) -> String {
    let digit = |c: char| match c {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32('⁴' as u32 + c as u32 - '4' as u32).unwrap_or(c),
        _ => '⁰',
    };
    exponent.to_string().chars().map(digit).collect()
}

fn signed(x: f64, magnitude: &str) -> String {
    if x < 0.0 { format!("−{magnitude}") } else { magnitude.into() }
}

fn not_finite(x: f64) -> &'static str {
    if x.is_nan() {
        "NaN"
    } else if x > 0.0 {
        "∞"
    } else {
        "−∞"
    }
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
