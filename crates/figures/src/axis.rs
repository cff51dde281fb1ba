//! The axes of a chart: what a number's place is, which places are labelled, and how a number is written.

use crate::LogScale;
use words::figures::words;
use words::format::{self, Digits, Measure, Unit, locale};

/// How an axis writes its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// By what they measure.
    Of(Measure),
    /// Numbers given by their natural logarithms, however small.
    Ln,
}

/// Numbers that are compared and so written in one unit.
#[derive(Clone, Debug)]
pub struct Group {
    group: format::Group,
    is_ln: bool,
}

/// How numbers get a place on an axis.
#[derive(Clone, Debug, PartialEq)]
pub enum Scale {
    /// Evenly from one number to another.
    Linear(f64, f64),
    /// By decadic logarithms.
    Log(LogScale),
    /// By decadic logarithms of numbers that are given by their natural ones, since f64 doesn't hold them.
    Ln(LogScale),
    /// Columns of the same width, each with its name. The n-th has number n, from 0, at its middle.
    Columns(Vec<String>),
}

/// An axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What it shows, with the unit.
    pub title: String,
    /// Where a number stands.
    pub scale: Scale,
    /// How a number is written.
    pub format: Format,
}

/// What a plane's places are.
#[derive(Clone, Debug, PartialEq)]
pub struct Axes {
    /// From left to right.
    pub x: Axis,
    /// From bottom to top.
    pub y: Axis,
}

/// A place on an axis that is labelled.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where: 0 at the axis' beginning, 1 at its end.
    pub level: f64,
    /// What stands there.
    pub text: String,
}

impl Format {
    /// The group of these numbers.
    #[must_use]
    pub fn group(self, numbers: impl IntoIterator<Item = f64>) -> Group {
        match self {
            Self::Of(measure) => Group { group: format::Group::new(measure, numbers), is_ln: false },
            Self::Ln => {
                // What f64 doesn't hold is a power of ten by itself.
                let held = numbers.into_iter().map(f64::exp).filter(|x| *x > 0.0 && x.is_finite());
                Group { group: format::Group::new(Measure::Number, held), is_ln: true }
            }
        }
    }

    /// A number that is compared with no other.
    #[must_use]
    pub fn write(self, x: f64) -> String {
        self.group([x]).write(x, Digits::Headline)
    }
}

impl Group {
    /// A number with the group's unit.
    #[must_use]
    pub fn write(&self, x: f64, digits: Digits) -> String {
        self.beyond(x).unwrap_or_else(|| self.group.write(self.number(x), digits))
    }

    /// A number for a column of a table, which has the group's unit in its head.
    #[must_use]
    pub fn column(&self, x: f64) -> String {
        self.beyond(x).unwrap_or_else(|| self.group.column(self.number(x), Digits::Table))
    }

    /// The symbol of the group's unit; empty where there is none.
    #[must_use]
    pub fn symbol(&self) -> &'static str {
        self.group.unit().symbol(locale())
    }

    /// Whether its numbers are multiples of a whole, and no parts of it.
    #[must_use]
    pub fn is_multiple(&self) -> bool {
        self.group.unit() == Unit::Times
    }

    fn number(&self, x: f64) -> f64 {
        if self.is_ln { x.exp() } else { x }
    }

    /// A number beyond f64, by its logarithm.
    fn beyond(&self, ln: f64) -> Option<String> {
        let number = ln.exp();
        let is_beyond = self.is_ln && ln.is_finite() && (number == 0.0 || number.is_infinite());
        is_beyond.then(|| format::decade((ln / std::f64::consts::LN_10).round() as i32))
    }
}

impl Scale {
    /// A logarithmic scale that holds all numbers, at least the decades given. It widens in whole steps, so that it
    /// stands still under small changes.
    #[must_use]
    pub fn log(numbers: impl IntoIterator<Item = f64>, at_least: (i32, i32)) -> Self {
        Self::Log(decades(numbers.into_iter().filter(|x| *x > 0.0).map(f64::log10), at_least))
    }

    /// The same of numbers that are given by their natural logarithms.
    #[must_use]
    pub fn ln(logs: impl IntoIterator<Item = f64>, at_least: (i32, i32)) -> Self {
        Self::Ln(decades(logs.into_iter().map(|ln| ln / std::f64::consts::LN_10), at_least))
    }

    /// An even scale that holds zero and all numbers, widened to whole multiples of a step.
    #[must_use]
    pub fn from_zero(numbers: impl IntoIterator<Item = f64>, at_least: (f64, f64), step: f64) -> Self {
        let (low, high) = numbers
            .into_iter()
            .filter(|x| x.is_finite())
            .fold(at_least, |(low, high), x| (low.min((x / step).floor() * step), high.max((x / step).ceil() * step)));
        Self::Linear(low.min(0.0), high.max(0.0))
    }

    /// Rows of a map, counted from 1 at the top.
    #[must_use]
    pub fn counted_down(rows: usize) -> Self {
        Self::Linear(rows as f64 + 0.5, 0.5)
    }

    /// Rows of a map, named from the top.
    #[must_use]
    pub fn named_down(names: impl DoubleEndedIterator<Item = String>) -> Self {
        Self::Columns(names.rev().collect())
    }

    /// Columns that are named 1, 2, 3 and so on.
    #[must_use]
    pub fn counted(columns: usize) -> Self {
        Self::Columns((1..=columns).map(|n| n.to_string()).collect())
    }

    /// Where a number stands: 0 at the beginning, 1 at the end, beyond that outside. NaN for what has no place.
    #[must_use]
    pub fn level(&self, x: f64) -> f64 {
        let level = match self {
            Self::Linear(low, high) => (x - low) / (high - low),
            Self::Log(scale) => share(*scale, x.log10()),
            Self::Ln(scale) => share(*scale, x / std::f64::consts::LN_10),
            Self::Columns(names) => (x + 0.5) / names.len() as f64,
        };
        if level.is_finite() { level } else { f64::NAN }
    }

    /// The number that stands at a level.
    #[must_use]
    pub fn number(&self, level: f64) -> f64 {
        let exponent = |scale: &LogScale| f64::from(scale.low) + level * f64::from(scale.high - scale.low);
        match self {
            Self::Linear(low, high) => low + level * (high - low),
            Self::Log(scale) => 10_f64.powf(exponent(scale)),
            Self::Ln(scale) => exponent(scale) * std::f64::consts::LN_10,
            Self::Columns(names) => level * names.len() as f64 - 0.5,
        }
    }

    /// What no place shows: a zero or infinite number on a logarithmic scale, and what is not a number; with whether
    /// it belongs above everything.
    #[must_use]
    pub fn oddity(&self, x: f64) -> Option<(&'static str, bool)> {
        let is_zero = match self {
            Self::Log(_) => x == 0.0,
            Self::Ln(_) => x == f64::NEG_INFINITY,
            Self::Linear(..) | Self::Columns(_) => false,
        };
        match x {
            x if x.is_nan() => Some(("NaN", true)),
            _ if is_zero => Some(("0", false)),
            f64::INFINITY => Some(("∞", true)),
            f64::NEG_INFINITY => Some(("−∞", false)),
            _ => None,
        }
    }

    /// A scale that holds both. Of different kinds, or of columns, the first.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        let both = |a: &LogScale, b: &LogScale| LogScale { low: a.low.min(b.low), high: a.high.max(b.high) };
        match (self, other) {
            (Self::Linear(a, b), Self::Linear(c, d)) => Self::Linear(a.min(*c), b.max(*d)),
            (Self::Log(a), Self::Log(b)) => Self::Log(both(a, b)),
            (Self::Ln(a), Self::Ln(b)) => Self::Ln(both(a, b)),
            _ => self.clone(),
        }
    }
}

/// The share of a scale at which a decadic logarithm stands.
fn share(scale: LogScale, log: f64) -> f64 {
    (log - f64::from(scale.low)) / f64::from((scale.high - scale.low).max(1))
}

/// Whole decades around decadic logarithms.
fn decades(logs: impl Iterator<Item = f64>, (low, high): (i32, i32)) -> LogScale {
    let (least, most) = logs
        .filter(|x| x.is_finite())
        .fold((f64::from(low), f64::from(high)), |(least, most), x| (least.min(x), most.max(x)));
    let step = match most - least {
        span if span > 60.0 => 20.0,
        span if span > 12.0 => 5.0,
        _ => 1.0,
    };
    // The logarithm of a power of ten may be off by the last place.
    let whole = |x: f64| if (x - x.round()).abs() < 1e-9 { x.round() } else { x };
    LogScale { low: (whole(least / step).floor() * step) as i32, high: (whole(most / step).ceil() * step) as i32 }
}

impl Axis {
    /// The steps of a sequence, each with its word.
    #[must_use]
    pub fn of_steps(names: &[String]) -> Self {
        Self {
            title: words().step_axis.to_owned(),
            scale: Scale::Columns(names.to_vec()),
            format: Format::Of(Measure::Count),
        }
    }

    /// Points in time, each with its date or whatever it is called.
    #[must_use]
    pub fn of_times(names: &[String]) -> Self {
        Self { title: words().time_axis.to_owned(), ..Self::of_steps(names) }
    }

    /// The labelled places on an axis with room for so many.
    #[must_use]
    pub fn ticks(&self, most: usize) -> Vec<Tick> {
        let most = most.max(2);
        match &self.scale {
            Scale::Log(scale) | Scale::Ln(scale) => self.powers(*scale, most),
            Scale::Linear(low, high) => self.even(*low, *high, most),
            Scale::Columns(names) => {
                let by = [1, 2, 5, 10, 20, 50, 100, 200, 500].into_iter().find(|by| names.len().div_ceil(*by) <= most);
                let by = by.unwrap_or(1000);
                // Every fifth is the fifth, the tenth and so on, and the first of all is named where it has room.
                let is_named = |n: usize| by == 1 || (n == 0 && by > 2) || (n + 1).is_multiple_of(by);
                let named = names.iter().enumerate().filter(|(n, _)| is_named(*n));
                named.map(|(n, name)| Tick { level: self.scale.level(n as f64), text: name.clone() }).collect()
            }
        }
    }

    fn powers(&self, scale: LogScale, most: usize) -> Vec<Tick> {
        let exponents = scale.lines(most);
        // 10⁻³ as 1 over 1 000 is the nearest number there is, as a power of 0.1 is not.
        let number = |e: i32| if e < 0 { 1.0 / 10_f64.powi(-e) } else { 10_f64.powi(e) };
        let Format::Of(measure) = self.format else { return bare_powers(scale, &exponents) };
        // The end is of the group, labelled or not: beside a multiple all are multiples.
        let group = format::Group::new(measure, exponents.iter().chain([&scale.high]).map(|e| number(*e)));
        let texts: Vec<String> = exponents.iter().map(|e| group.write(number(*e), Digits::Exact)).collect();
        if texts.iter().any(|text| text.contains('·')) {
            return bare_powers(scale, &exponents);
        }
        let level = |exponent: &i32| share(scale, f64::from(*exponent));
        exponents.iter().zip(texts).map(|(e, text)| Tick { level: level(e), text }).collect()
    }

    fn even(&self, low: f64, high: f64, most: usize) -> Vec<Tick> {
        let numbers = even(low.min(high), low.max(high), most);
        let group = self.format.group(numbers.iter().copied());
        let tick = |x: &f64| Tick { level: self.scale.level(*x), text: group.write(*x, Digits::Exact) };
        numbers.iter().map(tick).collect()
    }
}

/// Powers of ten without the factor 1.
fn bare_powers(scale: LogScale, exponents: &[i32]) -> Vec<Tick> {
    let tick = |e: &i32| Tick { level: share(scale, f64::from(*e)), text: format::decade(*e) };
    exponents.iter().map(tick).collect()
}

/// Round numbers between two others, at most so many: multiples of 1, 2 or 5 times a power of ten.
fn even(low: f64, high: f64, most: usize) -> Vec<f64> {
    if !(high > low && (high - low).is_finite()) {
        return vec![];
    }
    let rough = (high - low) / most as f64;
    let power = rough.log10().floor() as i32;
    let steps = [(1.0, power), (2.0, power), (5.0, power), (1.0, power + 1)];
    // Whole numbers over or times a whole power of ten have no noise in their last places.
    let at = |n: f64, exponent: i32| {
        if exponent < 0 { n / 10_f64.powi(-exponent) } else { n * 10_f64.powi(exponent) }
    };
    let fits = |(digit, exponent): &(f64, i32)| ((high - low) / at(*digit, *exponent)).floor() < most as f64;
    let (digit, exponent) = steps.into_iter().find(fits).unwrap_or((2.0, power + 1));
    let step = at(digit, exponent);
    let (first, last) = ((low / step - 1e-9).ceil() as i64, (high / step + 1e-9).floor() as i64);
    (first..=last).map(|n| at(n as f64 * digit, exponent)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(scale: Scale, format: Format, most: usize) -> Vec<String> {
        let axis = Axis { title: String::new(), scale, format };
        axis.ticks(most).into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn ticks_are_round_numbers_in_one_unit() {
        assert_eq!(texts(Scale::Linear(0.0, 1.5), Format::Of(Measure::Number), 5), ["0", "0.5", "1", "1.5"]);
        assert_eq!(
            texts(Scale::Linear(-0.2, 0.3), Format::Of(Measure::Number), 7),
            ["−0.2", "−0.1", "0", "0.1", "0.2", "0.3"]
        );
        assert_eq!(
            texts(Scale::Linear(0.0, 2000.0), Format::Of(Measure::Count), 5),
            ["0", "500", "1\u{202f}000", "1\u{202f}500", "2\u{202f}000"]
        );
        assert_eq!(
            texts(Scale::Log(LogScale { low: -3, high: 0 }), Format::Of(Measure::Share), 9),
            ["0.1\u{202f}%", "1\u{202f}%", "10\u{202f}%", "100\u{202f}%"]
        );
        assert_eq!(
            texts(Scale::Log(LogScale { low: -8, high: 0 }), Format::Of(Measure::Share), 5),
            ["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "1"]
        );
        let grown = texts(Scale::Log(LogScale { low: -2, high: 1 }), Format::Of(Measure::Share), 2);
        assert!(grown.iter().all(|text| text.ends_with('×')), "{grown:?}");
        assert_eq!(texts(Scale::counted(20), Format::Of(Measure::Count), 5), ["1", "5", "10", "15", "20"]);
    }

    #[test]
    fn a_number_comes_back_from_its_place() {
        let log = LogScale { low: -6, high: 2 };
        for scale in [Scale::Linear(-2.0, 3.0), Scale::Log(log), Scale::Ln(log), Scale::counted(7)] {
            for level in [0.0, 0.25, 0.9, 1.2] {
                assert!((scale.level(scale.number(level)) - level).abs() < 1e-12, "{scale:?} at {level}");
            }
        }
        // A thousandth of 10⁻⁶ … 10² is three eighths up.
        assert_eq!(Scale::Log(log).level(1e-3), 0.375);
        // A number far below what f64 holds has its place by its logarithm.
        let deep = Scale::Ln(LogScale { low: -800, high: 0 });
        assert!((deep.level(-400.0 * std::f64::consts::LN_10) - 0.5).abs() < 1e-12);
        assert_eq!(Format::Ln.write(-400.0 * std::f64::consts::LN_10), "10⁻⁴⁰⁰");
        assert_eq!(Format::Ln.write(f64::NEG_INFINITY), "0");
    }

    #[test]
    fn a_scale_holds_its_numbers_in_whole_steps() {
        assert_eq!(Scale::log([0.1, 0.003], (-1, 0)), Scale::Log(LogScale { low: -3, high: 0 }));
        assert_eq!(Scale::log([1e-3, 0.0, f64::NAN], (-1, 0)), Scale::Log(LogScale { low: -3, high: 0 }));
        assert_eq!(Scale::log([1e-13], (-1, 0)), Scale::Log(LogScale { low: -15, high: 0 }));
        assert_eq!(Scale::from_zero([1.2, -0.3], (0.0, 1.0), 0.5), Scale::Linear(-0.5, 1.5));
        let joined = Scale::log([0.1], (-2, 0)).join(&Scale::log([30.0], (-1, 0)));
        assert_eq!(joined, Scale::Log(LogScale { low: -2, high: 2 }));
    }
}
