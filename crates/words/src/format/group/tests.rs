//! Tests of groups: numbers with the unit that they share, in every language. `cargo test` alone reads them.

use super::super::locale::{DE, EN, ES, FR};
use super::*;
use Digits::{Exact, Headline, Table};

/// Thin spaces, as `_`.
fn thin(text: &str) -> String {
    text.replace('_', "\u{202f}")
}

fn written(measure: Measure, digits: Digits, numbers: &[f64]) -> String {
    let group = Group::new(measure, numbers.iter().copied());
    numbers.iter().map(|x| group.write(*x, digits)).collect::<Vec<_>>().join(", ")
}

/// Worked by hand from the rule that numbers which are compared have one unit, chosen by the smallest. The first three are what
/// is left of the gradient in the RNN, LSTM and GRU when the page opens.
#[test]
fn shares_of_a_group_have_one_unit() {
    let cases: [(&[f64], Digits, &str); 18] = [
        (&[1.7e-4, 0.018, 0.072], Headline, "0.017_%, 1.8_%, 7.2_%"),
        (&[1.7e-4, 0.018, 0.072], Table, "0.0170_%, 1.80_%, 7.20_%"),
        (&[6.0e-4, 0.0015], Headline, "0.060_%, 0.15_%"),
        (&[0.0057, 1.1e-4, 9.2e-8], Headline, "5.7·10⁻³, 1.1·10⁻⁴, 9.2·10⁻⁸"),
        (&[1.4e-151, 0.5, 1.0], Table, "1.40·10⁻¹⁵¹, 5.00·10⁻¹, 1.00·10⁰"),
        (&[1e-6, 0.5], Headline, "0.00010_%, 50_%"),
        (&[0.997, 0.9949, 1.0], Headline, "100_%, 99_%, 100_%"),
        (&[0.997, 0.9949, 1.0], Table, "99.7_%, 99.5_%, 100_%"),
        (&[0.07, 0.29, 0.57], Exact, "7_%, 29_%, 57_%"),
        (&[1.0, 6.34, 24.2], Headline, "1.0_×, 6.3_×, 24_×"),
        (&[1.7e-4, 6.34], Headline, "0.00017_×, 6.3_×"),
        (&[0.066, 0.56, 7.5], Headline, "0.066_×, 0.56_×, 7.5_×"),
        (&[0.5, 24.2], Headline, "0.50_×, 24_×"),
        (&[1.7e-5, 24.2], Headline, "1.7·10⁻⁵_×, 2.4·10¹_×"),
        (&[0.2, 1.3e9], Headline, "2.0·10⁻¹_×, 1.3·10⁹_×"),
        (&[0.0, -0.018, 0.5], Headline, "0_%, −1.8_%, 50_%"),
        (&[f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.5], Headline, "NaN, ∞, −∞, 50_%"),
        (&[0.0, f64::NAN], Headline, "0_%, NaN"),
    ];
    for (numbers, digits, expected) in cases {
        assert_eq!(written(Measure::Share, digits, numbers), thin(expected));
    }
}

/// Worked by hand from the rule that a part is told as far as it matters beside the whole: 0.001 %, in a column 0.01 %.
#[test]
fn parts_of_a_whole_are_per_cent_and_rounding_sets_no_digits() {
    let cases: [(&[f64], Digits, &str); 7] = [
        (&[0.638, 8.0e-10, 0.362], Headline, "64_%, < 0.001_%, 36_%"),
        (&[0.638, 8.0e-10, 0.362], Table, "63.8_%, < 0.001_%, 36.2_%"),
        (&[0.9462, 0.00201, 0.0496, 3.0e-4], Table, "94.6_%, 0.201_%, 4.96_%, 0.030_%"),
        // What rounding leaves of a share that is 0 by its definition.
        (&[1.0, 1e-17, -2.2e-16], Headline, "100_%, 0_%, 0_%"),
        (&[1.5, -0.5, -4.0e-7, 4.0e-6], Table, "150_%, −50.0_%, > −0.001_%, < 0.001_%"),
        (&[0.0, f64::NAN, 1.0], Table, "0_%, NaN, 100_%"),
        (&[3.0e8, -3.0e8], Headline, "3.0·10⁸, −3.0·10⁸"),
    ];
    for (numbers, digits, expected) in cases {
        assert_eq!(written(Measure::Part, digits, numbers), thin(expected));
    }
    let numbers = [0.638, 8.0e-10, 0.362, 1e-17, -0.0007, 3.0];
    let group = Group::new(Measure::Part, numbers);
    assert_eq!(numbers.map(|x| group.column(x, Table)), ["63.80", "< 0.01", "36.20", "0.00", "−0.07", "300.00"]);
    assert_eq!([0.0, 0.25, 1.0].map(|x| group.write(x, Exact)), ["0_%", "25_%", "100_%"].map(thin));
    assert_eq!(group.in_locale(&DE).write(1e-9, Table), "< 0,001\u{a0}%");
}

#[test]
fn a_share_has_a_second_form() {
    let group = Group::new(Measure::Share, [1.7e-4, 0.018, 0.072]);
    let second = |x| group.one_in(x, Headline);
    assert_eq!([1.7e-4, 0.018, 0.072].map(second), ["1 in 5_900", "1 in 56", "1 in 14"].map(|text| Some(thin(text))));
    assert_eq!([1.0, 0.5, 0.62].map(second), ["1 in 1", "1 in 2", "1 in 1.6"].map(|text| Some(thin(text))));
    assert_eq!([0.0, -0.1, 6.3, f64::NAN, f64::INFINITY].map(second), [const { None }; 5]);
    assert_eq!(Group::new(Measure::Share, [1e-7, 0.5]).one_in(0.5, Headline), None);
    assert_eq!(Group::new(Measure::Share, [2.0, 4.0]).one_in(0.5, Headline), None);
}

#[test]
fn other_numbers_of_a_group_have_one_unit_as_well() {
    let cases: [(Measure, &[f64], Digits, &str); 16] = [
        (Measure::Number, &[0.167, 0.0123, 0.5], Table, "0.167, 0.0123, 0.500"),
        (Measure::Number, &[-1.2345, 316.1, 5923.0], Headline, "−1.2, 320, 5_900"),
        (Measure::Number, &[4.2e-7, 0.5], Headline, "4.2·10⁻⁷, 5.0·10⁻¹"),
        (Measure::Number, &[2.0, -1.5e12], Table, "2.00·10⁰, −1.50·10¹²"),
        (Measure::Number, &[0.1, -1.5e-9], Exact, "1·10⁻¹, −1.5·10⁻⁹"),
        (Measure::Seconds, &[0.0004, 0.0125], Headline, "0.40_ms, 13_ms"),
        (Measure::Seconds, &[2e-6, 3e-5], Headline, "2.0_µs, 30_µs"),
        (Measure::Seconds, &[0.5, 41.0], Headline, "0.50_s, 41_s"),
        (Measure::Seconds, &[90.0, 2700.0], Headline, "1.5_min, 45_min"),
        (Measure::Seconds, &[7200.0, 90_000.0], Headline, "2.0_h, 25_h"),
        (Measure::Seconds, &[0.002, 400.0], Headline, "0.0020_s, 400_s"),
        (Measure::Seconds, &[1e-6, 3600.0], Headline, "1.0·10⁻³_ms, 3.6·10⁶_ms"),
        (Measure::Bytes, &[920_000.0, 4_700.0], Headline, "920_KB, 4.7_KB"),
        (Measure::Bytes, &[50_000_000.0, 1_250_000.0], Table, "50.0_MB, 1.25_MB"),
        (Measure::Bytes, &[12.0, 99.0], Headline, "12_B, 99_B"),
        (Measure::Count, &[264.0, 1056.0, 1_234_567.0], Headline, "264, 1_056, 1_234_567"),
    ];
    for (measure, numbers, digits, expected) in cases {
        assert_eq!(written(measure, digits, numbers), thin(expected));
    }
}

#[test]
fn a_column_lines_up() {
    let group = Group::new(Measure::Share, [1.7e-4, 0.018, 0.072]);
    let column = [1.7e-4, 0.018, -0.072, 0.999_999_99, 0.0].map(|x| group.column(x, Headline));
    assert_eq!(column, ["0.017", "1.800", "−7.200", "100.000", "0.000"]);
    assert_eq!(group.unit().symbol(&EN), "%");
    // Beside the group, too small for its decimals.
    assert_eq!(group.column(4e-8, Headline), "0.0000040");
    let group = Group::new(Measure::Number, [5923.0, 12_345.6]);
    assert_eq!([5923.0, 12_345.6].map(|x| group.column(x, Headline)), ["5_923", "12_346"].map(thin));
    let group = Group::new(Measure::Number, [1e-9, 5.0]);
    assert_eq!([1e-9, 5.0].map(|x| group.column(x, Table)), ["1.00·10⁻⁹", "5.00·10⁰"]);
}

#[test]
fn other_languages_have_their_signs() {
    let group = Group::new(Measure::Share, [1.7e-4, -0.018]);
    let written = [&DE, &FR, &ES].map(|locale| group.in_locale(locale).write(-0.018, Headline));
    assert_eq!(written, ["−1,8\u{a0}%", "−1,8\u{202f}%", "−1,8\u{a0}%"]);
    let second = [&DE, &FR, &ES].map(|locale| group.in_locale(locale).one_in(1.7e-4, Headline));
    assert_eq!(second, ["1 von 5_900", "1 sur 5_900", "1 de cada 5900"].map(|text| Some(thin(text))));
    let group = Group::new(Measure::Number, [1.7e-9]).in_locale(&DE);
    assert_eq!(group.write(1.7e-9, Headline), "1,7·10⁻⁹");
    let group = Group::new(Measure::Bytes, [4700.0]).in_locale(&FR);
    assert_eq!(group.write(4700.0, Headline), thin("4,7_ko"));
}

#[test]
fn numbers_are_read_out() {
    let group = Group::new(Measure::Share, [1.7e-4, 9.2e-8]);
    assert_eq!(group.spoken(-1.7e-4, Headline), "minus 1.7 times ten to the minus 4");
    let group = Group::new(Measure::Seconds, [0.001, 5.9]);
    assert_eq!(group.spoken(5.9, Headline), "5900 milliseconds");
    assert_eq!(group.spoken(0.001, Exact), "1 millisecond");
}

// What holds of every group.

/// A source of numbers (Steele, Lea and Flood 2014, SplitMix64).
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Numbers of up to so many decades around some power of ten, some of them negative, zero, or close to their neighbour.
    fn numbers(&mut self) -> Vec<f64> {
        let middle = self.unit() * 24.0 - 14.0;
        let decades = [0.1, 2.0, 6.0, 30.0][(self.next() % 4) as usize];
        let mut numbers = Vec::new();
        for _ in 0..2 + self.next() % 6 {
            let magnitude = 10f64.powf(middle + decades * (self.unit() - 0.5));
            let x = match self.next() % 8 {
                0 => -magnitude,
                1 => 0.0,
                2 => numbers.last().map_or(magnitude, |x: &f64| x * (1.0 + 0.02 * (self.unit() - 0.5))),
                3 => magnitude.ceil(),
                _ => magnitude,
            };
            numbers.push(x);
        }
        numbers
    }
}

/// Half a step of the last digit of a text without its unit, and its number.
fn read(text: &str) -> (f64, f64) {
    let text = text.replace(THIN, "").replace('−', "-");
    let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let (mantissa, exponent) = match text.split_once("·10") {
        Some((mantissa, exponent)) => {
            let plain = |c: char| match digits.iter().position(|d| *d == c) {
                Some(digit) => (b'0' + digit as u8) as char,
                None => '-',
            };
            (mantissa.to_owned(), exponent.chars().map(plain).collect::<String>().parse::<i32>().unwrap())
        }
        None => (text, 0),
    };
    let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len() as i32);
    let value = format!("{mantissa}e{exponent}").parse().unwrap();
    (value, 0.5 * 10f64.powi(exponent - decimals))
}

const MEASURES: [Measure; 4] = [Measure::Number, Measure::Share, Measure::Seconds, Measure::Bytes];

#[test]
fn what_is_written_never_contradicts_the_order() {
    let mut draw = Draw(1);
    for round in 0..4000 {
        let measure = MEASURES[round % 4];
        let mut numbers = draw.numbers();
        numbers.sort_by(f64::total_cmp);
        let group = Group::new(measure, numbers.iter().copied());
        for digits in [Headline, Table, Exact] {
            for write in [Group::bare, Group::column] {
                let values: Vec<f64> = numbers.iter().map(|x| read(&write(&group, *x, digits)).0).collect();
                assert!(values.is_sorted(), "{measure:?} {numbers:?} {values:?}");
            }
            let one_in: Vec<f64> = numbers
                .iter()
                .filter_map(|x| group.one_in(*x, digits))
                .map(|text| read(text.trim_start_matches("1 in ")).0)
                .collect();
            assert!(one_in.is_sorted_by(|a, b| a >= b), "{numbers:?} {one_in:?}");
        }
    }
}

#[test]
fn what_is_written_reads_back_within_its_digits() {
    let mut draw = Draw(2);
    for round in 0..4000 {
        let measure = MEASURES[round % 4];
        let numbers = draw.numbers();
        let group = Group::new(measure, numbers.iter().copied());
        for x in numbers {
            let truth = group.unit().measured(x);
            for (digits, significant) in [(Headline, 2.0), (Table, 3.0), (Exact, 17.0)] {
                let (value, half) = read(&group.bare(x, digits));
                // Whole digits beyond the significant ones are zeros.
                let half = half.max(0.5 * 10f64.powf(truth.abs().log10().floor() + 1.0 - significant));
                let slack = 1e-12 * truth.abs();
                assert!((value - truth).abs() <= half + slack, "{measure:?} {x} {}", group.bare(x, digits));
                assert_eq!(value == 0.0, x == 0.0);
                let (value, half) = read(&group.column(x, digits));
                assert!((value - truth).abs() <= half + slack, "{measure:?} {x} {}", group.column(x, digits));
                assert_eq!(value == 0.0, x == 0.0);
            }
            let (value, _) = read(&group.bare(x, Exact));
            assert!((value - truth).abs() <= 1e-15 * truth.abs() * 4.0, "{x}");
        }
    }
}

#[test]
fn a_column_has_the_same_decimals_for_all() {
    let mut draw = Draw(3);
    for round in 0..2000 {
        let numbers = draw.numbers();
        let group = Group::new(MEASURES[round % 4], numbers.iter().copied());
        let decimals = |x: &f64| group.column(*x, Table).split_once('.').map_or(0, |(_, rest)| rest.chars().count());
        // Exponents may differ in length; decimals of the mantissa are two.
        if !group.powers {
            let all: Vec<usize> = numbers.iter().map(decimals).collect();
            assert!(all.iter().all(|n| *n == all[0]), "{numbers:?} {all:?}");
        }
    }
}
