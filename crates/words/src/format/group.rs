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
    /// So many significant digits, where numbers differ in their last ones.
    Significant(usize),
    /// As many as it takes to read the number back.
    Exact,
}

impl Digits {
    fn of(self, magnitude: f64) -> Decimal {
        match self {
            Self::Headline => Decimal::rounded(magnitude, 2),
            Self::Table => Decimal::rounded(magnitude, 3),
            Self::Significant(digits) => Decimal::rounded(magnitude, digits),
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
    /// One of the parts that make a whole together, which is 1: what matters is how much of the whole it is, so what is far
    /// below the whole is told as that.
    Part,
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

/// The most decimals that a part has, in per cent: by itself, and in a column.
const PART_DECIMALS: (usize, usize) = (3, 2);
/// A part below this is what rounding left: not even its sign means anything.
const PART_NOISE: f64 = 1e-12;

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
    /// - Shares are per cent; multiples when one is above 1, since a multiple tells how much it has grown; powers of ten, all of
    ///   them, when one is below 10⁻⁶, or beside a multiple below 10⁻⁴.
    /// - Parts are per cent, of at most three decimals, two in a column: what that does not show is `< 0.001 %`.
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
            Measure::Share if largest > WHOLE => Unit::Times,
            Measure::Share if smallest < 1e-6 => Unit::One,
            Measure::Share => Unit::Percent,
            Measure::Part if largest < FULL_BELOW => Unit::Percent,
            Measure::Part => Unit::One,
            Measure::Seconds => climb(&TIMES, smallest, largest),
            Measure::Bytes => climb(&SIZES, smallest, largest),
        };
        let in_full = unit.measured(smallest) >= FULL_FROM && unit.measured(largest) < FULL_BELOW;
        let powers = match measure {
            Measure::Count => false,
            Measure::Share | Measure::Part if unit == Unit::Percent => false,
            Measure::Share | Measure::Part if unit == Unit::One => true,
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
        if self.is_cut() && decimal.decimals() > PART_DECIMALS.0 && digits != Digits::Exact {
            return self.part(x, PART_DECIMALS.0, false);
        }
        let text = if self.powers { decimal.power(self.locale) } else { decimal.plain(self.locale) };
        signed(x, &text, self.locale)
    }

    /// Whether small numbers are cut to the decimals of a part.
    fn is_cut(&self) -> bool {
        self.measure == Measure::Part && !self.powers
    }

    /// A part with so many decimals, with zeros that fill them or without: `0.021`, `< 0.001`, and `0` for what rounding left.
    fn part(&self, x: f64, decimals: usize, fills: bool) -> String {
        let zero = || {
            let zero = Decimal::rounded(0.0, 1);
            if fills { zero.padded(decimals).plain(self.locale) } else { zero.plain(self.locale) }
        };
        if x.abs() < PART_NOISE {
            return zero();
        }
        // How many digits it has down to its last decimal.
        let significant = Decimal::shortest(x.abs()).shifted(2).whole() + decimals as i32;
        let Some(significant) = usize::try_from(significant).ok().filter(|digits| *digits > 0) else {
            let least = Decimal::rounded(1.0, 1).shifted(-(decimals as i32)).plain(self.locale);
            let sign = if x < 0.0 { '>' } else { '<' };
            return format!("{sign} {}", signed(x, &least, self.locale));
        };
        let decimal = Decimal::rounded(x.abs(), significant).shifted(2);
        let decimal = if fills { decimal.padded(decimals) } else { decimal };
        signed(x, &decimal.plain(self.locale), self.locale)
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
        if self.is_cut() {
            return self.part(x, PART_DECIMALS.1, true);
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
mod tests;
