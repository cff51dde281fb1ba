//! Decimal numbers: a sign, digits, a point. There is no exponent, and at most 15 digits, so that one division gives
//! the nearest f64 (Clinger 1990). Longer numbers would need tables that add ten kilobytes to the page.

/// Reads `316.10`, `-0.5` or `7`; `None` for anything else.
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = [whole, fraction].concat();
    let written = !all.is_empty() && all.len() <= 15 && all.bytes().all(|b| b.is_ascii_digit());
    let number = all.parse::<u64>().ok().filter(|_| written)?;
    Some(sign * number as f64 / 10_f64.powi(fraction.len() as i32))
}

#[cfg(test)]
mod tests {
    use super::decimal;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_write() {
        for text in ["316.10", "-0.5", "7", "0.001", "00.10", ".5", "5.", "999999999999999"] {
            assert_eq!(decimal(text), text.parse().ok(), "{text}");
        }
        for text in ["", "-", ".", "1e3", "NaN", "inf", "--1", "1.2.3", "1,5", "+1", "１", "1234567890123456"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn is_the_nearest_number(text in "-?[0-9]{1,8}\\.[0-9]{0,7}") {
            prop_assert_eq!(decimal(&text), text.parse().ok());
        }
    }
}
