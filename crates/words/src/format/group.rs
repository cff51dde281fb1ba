//! Numbers that are compared, written in one unit. The smallest of them chooses it, so that it can be read; each keeps its own
//! significant digits.

use super::decimal::{Decimal, not_finite, signed};
use super::locale::{Locale, THIN, locale};
use super::speech::spoken_in;

/// How many digits a number shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// Two significant digits: 0.017 %.
    Headline,
    /// Three significant digits: 0.0170 %.
    Table,
    /// As many as it takes to read the number back.
    Exact,
}

impl Digits {
    fn of(self, magnitude: f64) -> Decimal {
        match self {
            Self::Headline => Decimal::rounded(magnitude, 2),
            Self::Table => Decimal::rounded(magnitude, 3),
            Self::Exact => Decimal::shortest(magnitude),
        }
    }
}

/// What numbers measure, and so which units they can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A number without a unit: a loss, a norm.
    Number,
    /// A part of a whole, which is 1, or a multiple of it.
    Share,
    /// A time, in seconds.
    Seconds,
    /// A size, in bytes.
    Bytes,
    /// Whole things: steps, parameters. All their digits are written, since none is uncertain.
    Count,
}

/// The one unit of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// None.
    One,
    /// Hundredths of the whole.
    Percent,
    /// Multiples of the whole.
    Times,
    /// 10⁻⁶ s.
    Microseconds,
    /// 10⁻³ s.
    Milliseconds,
    /// s.
    Seconds,
    /// 60 s.
    Minutes,
    /// 3 600 s.
    Hours,
    /// Bytes.
    Bytes,
    /// 1 000 bytes.
    Kilobytes,
    /// 10⁶ bytes.
    Megabytes,
    /// 10⁹ bytes.
    Gigabytes,
}

impl Unit {
    /// The space and the symbol that follow a number; nothing where there is no unit.
    #[must_use]
    pub fn suffix(self, locale: &Locale) -> String {
        match self.symbol(locale) {
            "" => String::new(),
            "%" => format!("{}%", locale.percent_space),
            symbol => format!("{THIN}{symbol}"),
        }
    }

    /// The symbol alone, as for the head of a column.
    #[must_use]
    pub fn symbol(self, locale: &Locale) -> &'static str {
        match self {
            Self::One => "",
            Self::Percent => "%",
            Self::Times => "×",
            Self::Microseconds => "µs",
            Self::Milliseconds => "ms",
            Self::Seconds => "s",
            Self::Minutes => "min",
            Self::Hours => "h",
            Self::Bytes => locale.bytes[0],
            Self::Kilobytes => locale.bytes[1],
            Self::Megabytes => locale.bytes[2],
            Self::Gigabytes => locale.bytes[3],
        }
    }

    /// A magnitude in this unit is the magnitude over the first, times ten to the second.
    fn scale(self) -> (f64, i32) {
        match self {
            Self::One | Self::Times | Self::Seconds | Self::Bytes => (1.0, 0),
            Self::Percent => (1.0, 2),
            Self::Microseconds => (1.0, 6),
            Self::Milliseconds => (1.0, 3),
            Self::Minutes => (60.0, 0),
            Self::Hours => (3600.0, 0),
            Self::Kilobytes => (1.0, -3),
            Self::Megabytes => (1.0, -6),
            Self::Gigabytes => (1.0, -9),
        }
    }

    fn measured(self, magnitude: f64) -> f64 {
        let (divisor, shift) = self.scale();
        magnitude / divisor * 10f64.powi(shift)
    }
}

/// In its unit, a number is written in full from here on, and up to [`FULL_BELOW`]; beyond, the whole group is in powers of ten.
/// For a share this is 10⁻⁶, or 0.0001 %.
const FULL_FROM: f64 = 1e-4;
const FULL_BELOW: f64 = 1e6;

/// What rounds to 100 % with three digits is no growth yet.
const WHOLE: f64 = 1.005;

/// A unit, and the smallest number of a group that is written in it.
type Rung = (Unit, f64);

const TIMES: [Rung; 5] = [
    (Unit::Microseconds, 0.0),
    (Unit::Milliseconds, 1e-4),
    (Unit::Seconds, 0.1),
    (Unit::Minutes, 60.0),
    (Unit::Hours, 3600.0),
];

const SIZES: [Rung; 4] = [(Unit::Bytes, 0.0), (Unit::Kilobytes, 100.0), (Unit::Megabytes, 1e5), (Unit::Gigabytes, 1e8)];

/// Numbers that are compared, and the unit that they share.
///
/// The unit follows from the smallest magnitude in the group; zeros, NaN and ∞ have no say in it. A number that is written need not
/// be one of the group: it gets the same unit.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    measure: Measure,
    unit: Unit,
    powers: bool,
    smallest: f64,
    locale: &'static Locale,
}

impl Group {
    /// The group of these numbers, in the language of the page.
    ///
    /// - Shares are per cent; multiples when all are above 1, or when one is 10 or more; powers of ten, all of them, when one is
    ///   below 10⁻⁶.
    /// - Times are µs, ms, s, min or h, sizes B, KB, MB or GB (of 1 000).
    /// - In any unit, the group is in powers of ten when one of it would be below 0.0001, or a million and more.
    #[must_use]
    pub fn new(measure: Measure, numbers: impl IntoIterator<Item = f64>) -> Self {
        let magnitudes = numbers.into_iter().map(f64::abs).filter(|x| x.is_finite() && *x > 0.0);
        let (smallest, largest) =
            magnitudes.fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), x| (low.min(x), high.max(x)));
        // A group of nothing but zeros and what is not finite is written as if it held a 1.
        let (smallest, largest) = if largest > 0.0 { (smallest, largest) } else { (1.0, 1.0) };
        let unit = match measure {
            Measure::Number | Measure::Count => Unit::One,
            Measure::Share => share(smallest, largest),
            Measure::Seconds => climb(&TIMES, smallest, largest),
            Measure::Bytes => climb(&SIZES, smallest, largest),
        };
        let in_full = unit.measured(smallest) >= FULL_FROM && unit.measured(largest) < FULL_BELOW;
        let powers = match measure {
            Measure::Count => false,
            Measure::Share => unit == Unit::One,
            _ => !in_full,
        };
        Self { measure, unit, powers, smallest, locale: locale() }
    }

    /// The same group in another language.
    #[must_use]
    pub fn in_locale(self, locale: &'static Locale) -> Self {
        Self { locale, ..self }
    }

    /// The unit of all numbers of this group.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// A number with the group's unit: `0.017 %`, `6.3 ×`, `−40 ms`; `NaN` and `∞` alone.
    #[must_use]
    pub fn write(&self, x: f64, digits: Digits) -> String {
        let unit = if x.is_finite() { self.unit.suffix(self.locale) } else { String::new() };
        self.bare(x, digits) + &unit
    }

    /// A number without its unit, where the unit is said once for all.
    #[must_use]
    pub fn bare(&self, x: f64, digits: Digits) -> String {
        if let Some(text) = not_finite(x, self.locale) {
            return text;
        }
        if x == 0.0 {
            return "0".to_owned();
        }
        let decimal = self.decimal(x.abs(), digits);
        let text = if self.powers { decimal.power(self.locale) } else { decimal.plain(self.locale) };
        signed(x, &text, self.locale)
    }

    /// A number without its unit for a column, where all have the same decimals: as many as the smallest needs for its digits.
    ///
    /// Powers of ten line up by themselves, and [`Digits::Exact`] does not line up. A number outside the group that would round to 0
    /// keeps its digits instead.
    #[must_use]
    pub fn column(&self, x: f64, digits: Digits) -> String {
        if self.powers || digits == Digits::Exact || !x.is_finite() {
            return self.bare(x, digits);
        }
        let decimals = self.decimal(self.smallest, digits).decimals();
        if x == 0.0 {
            return Decimal::rounded(0.0, 1).padded(decimals).plain(self.locale);
        }
        let (divisor, shift) = self.unit.scale();
        let whole = Decimal::shortest(x.abs() / divisor).shifted(shift).whole();
        match usize::try_from(whole + decimals as i32) {
            Ok(significant @ 1..) => {
                let decimal = Decimal::rounded(x.abs() / divisor, significant).shifted(shift).padded(decimals);
                signed(x, &decimal.plain(self.locale), self.locale)
            }
            _ => self.bare(x, digits),
        }
    }

    /// A share in its second form, `1 in 5 900`. None for what is not a part of the whole, and in a group of multiples or powers of
    /// ten.
    #[must_use]
    pub fn one_in(&self, x: f64, digits: Digits) -> Option<String> {
        if self.unit != Unit::Percent || !(x > 0.0 && x <= WHOLE) {
            return None;
        }
        let number = digits.of(1.0 / x).without_zeros().plain(self.locale);
        Some(format!("1 {} {number}", self.locale.one_in))
    }

    /// What a screen reader says for [`Group::write`]: `minus 1.7 times ten to the minus 4`.
    #[must_use]
    pub fn spoken(&self, x: f64, digits: Digits) -> String {
        spoken_in(self.locale, &self.write(x, digits))
    }

    fn decimal(&self, magnitude: f64, digits: Digits) -> Decimal {
        let digits = if self.measure == Measure::Count { Digits::Exact } else { digits };
        let (divisor, shift) = self.unit.scale();
        digits.of(magnitude / divisor).shifted(shift)
    }
}

/// The unit of shares between two magnitudes; [`Unit::One`] when they are powers of ten.
fn share(smallest: f64, largest: f64) -> Unit {
    if smallest < 1e-6 || largest >= FULL_BELOW {
        Unit::One
    } else if largest <= WHOLE || (smallest < 1.0 && largest < 10.0) {
        Unit::Percent
    } else if smallest >= FULL_FROM {
        Unit::Times
    } else {
        Unit::One
    }
}

/// The unit of the smallest; a larger one when the largest would have five digits in it and the smallest can still be written in full.
fn climb(rungs: &[Rung], smallest: f64, largest: f64) -> Unit {
    let mut rungs = rungs.iter().skip(rungs.iter().rposition(|(_, least)| *least <= smallest).unwrap_or(0));
    let mut unit = rungs.next().map_or(Unit::One, |(unit, _)| *unit);
    for (next, _) in rungs {
        if unit.measured(largest) < 1e4 || next.measured(smallest) < FULL_FROM {
            break;
        }
        unit = *next;
    }
    unit
}

#[cfg(test)]
mod tests {
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
        let cases: [(&[f64], Digits, &str); 17] = [
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
            (&[1.7e-4, 6.34], Headline, "0.017_%, 630_%"),
            (&[0.5, 24.2], Headline, "0.50_×, 24_×"),
            (&[1.7e-5, 24.2], Headline, "1.7·10⁻⁵, 2.4·10¹"),
            (&[0.2, 1.3e9], Headline, "2.0·10⁻¹, 1.3·10⁹"),
            (&[0.0, -0.018, 0.5], Headline, "0_%, −1.8_%, 50_%"),
            (&[f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.5], Headline, "NaN, ∞, −∞, 50_%"),
            (&[0.0, f64::NAN], Headline, "0_%, NaN"),
        ];
        for (numbers, digits, expected) in cases {
            assert_eq!(written(Measure::Share, digits, numbers), thin(expected));
        }
    }

    #[test]
    fn a_share_has_a_second_form() {
        let group = Group::new(Measure::Share, [1.7e-4, 0.018, 0.072]);
        let second = |x| group.one_in(x, Headline);
        assert_eq!(
            [1.7e-4, 0.018, 0.072].map(second),
            ["1 in 5_900", "1 in 56", "1 in 14"].map(|text| Some(thin(text)))
        );
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
            let decimals =
                |x: &f64| group.column(*x, Table).split_once('.').map_or(0, |(_, rest)| rest.chars().count());
            // Exponents may differ in length; decimals of the mantissa are two.
            if !group.powers {
                let all: Vec<usize> = numbers.iter().map(decimals).collect();
                assert!(all.iter().all(|n| *n == all[0]), "{numbers:?} {all:?}");
            }
        }
    }
}
