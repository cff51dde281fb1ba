//! Decimal numbers as they stand in a sequence of one's own: a sign, digits, a point. There is no exponent, and at most 15
//! digits, which every f64 gives back as they were written.

/// Reads `316.10`, `-0.5` or `7`; `None` for anything else.
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_| is_plain && count <= 15)
}

#[cfg(test)]
mod tests {
    use super::decimal;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_write() {
        let read = ["316.10", "-0.5", "7", "0.001", "00.10", ".5", "5.", "999999999999999"].map(decimal);
        assert_eq!(read, [316.1, -0.5, 7.0, 0.001, 0.1, 0.5, 5.0, 999_999_999_999_999.0].map(Some));
        for text in ["", "-", ".", "1e3", "NaN", "inf", "--1", "1.2.3", "1,5", "+1", "１", "1234567890123456"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    proptest! {
        /// Of up to 15 digits, one division gives the nearest number (Clinger 1990).
        #[test]
        fn is_the_nearest_number(digits in 0_u64..1_000_000_000_000_000, places in 0_usize..8) {
            let all = format!("{digits:0>width$}", width = places + 1);
            let (whole, fraction) = all.split_at(all.len() - places);
            let expected = digits as f64 / 10_f64.powi(places as i32);
            prop_assert_eq!(decimal(&format!("-{whole}.{fraction}")), Some(-expected));
        }
    }
}
