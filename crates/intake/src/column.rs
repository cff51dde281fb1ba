//! What the cells of a column are, all of them looked at.

use crate::choices::{Choices, DateOrder, Decimal};
use crate::date::{Pieces, month, pieces, time_of_day};
use crate::number::{Core, MINUS, Proof, core, is_missing, proof, value};

/// The most different units of a column that are counted.
const UNITS: usize = 12;
/// A column in which fewer cells are numbers holds none.
const ENOUGH: f64 = 0.8;
/// Letters that end a number and multiply it.
const MULTIPLIED: [&str; 8] = ["K", "k", "M", "B", "G", "T", "bn", "mn"];

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Kind {
    /// Nothing at all.
    Empty,
    /// Numbers.
    Number,
    /// Dates or times.
    Date,
    /// Numbers that a letter multiplies, as in 1.2M.
    Multiplied,
    /// Anything else.
    #[default]
    Text,
}

/// A column of a table.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Cells that hold anything.
    pub filled: usize,
    /// Cells that are numbers, in one way or the other.
    pub numbers: usize,
    /// Cells that may be dates.
    pub dates: usize,
    /// Cells whose numbers end in a letter that multiplies them, and the first of them.
    pub multiplied: usize,
    /// The first cell with such a number.
    pub example: String,
    /// Cells that say in a word that a value is missing.
    pub missing: usize,
    /// Cells that are a number with a decimal point only, and the first of them.
    pub points: (usize, String),
    /// Cells that are a number with a decimal comma only, and the first of them.
    pub commas: (usize, String),
    /// A cell that is a number with either; whether its mark is a comma.
    pub either: Option<(String, bool)>,
    /// Units, each with how many cells have it.
    pub units: Vec<(String, usize)>,
    /// Dates of three numbers that each order makes a moment, in the order of [`DateOrder::ALL`].
    pub orders: [usize; 3],
    /// Dates whose order has to be decided.
    pub unordered: usize,
    /// Of cells that are a number with either, those that end in nought.
    pub round: usize,
    /// Cells that may be dates, by how finely they are written.
    pub fineness: [usize; 8],
    /// Cells that are the name of a month.
    pub months: usize,
    /// Cells that are a time of day.
    pub clocks: usize,
    /// A number that parentheses, or a sign behind it, make negative.
    pub negative: Option<String>,
    /// What its whole numbers come to.
    pub whole: Whole,
}

/// Whole numbers, one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Whole {
    /// How many.
    pub count: usize,
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
    last: Option<f64>,
    step: Option<f64>,
    /// Whether each is farther from the one before by the same step, which is not 0.
    pub even: bool,
    /// Whether each is higher than the one before.
    pub rises: bool,
    /// Whether each is lower than the one before.
    pub falls: bool,
}

impl Default for Whole {
    fn default() -> Self {
        Self {
            count: 0,
            low: f64::INFINITY,
            high: f64::NEG_INFINITY,
            last: None,
            step: None,
            even: true,
            rises: true,
            falls: true,
        }
    }
}

impl Whole {
    fn look(&mut self, value: f64) {
        if value.fract() != 0.0 {
            return;
        }
        self.count += 1;
        (self.low, self.high) = (self.low.min(value), self.high.max(value));
        if let Some(last) = self.last {
            let step = value - last;
            self.even &= step != 0.0 && self.step.is_none_or(|own| own == step);
            (self.rises, self.falls) = (self.rises && step > 0.0, self.falls && step < 0.0);
            self.step = Some(step);
        }
        self.last = Some(value);
    }
}

impl Column {
    /// Looks at a cell.
    pub(crate) fn look(&mut self, cell: &str) {
        if is_missing(cell) {
            self.missing += usize::from(!cell.is_empty());
            return;
        }
        self.filled += 1;
        if let Some(pieces) = pieces(cell) {
            self.look_at_date(&pieces);
        }
        let core = core(cell);
        let read = core.as_ref().map(|core| [Decimal::Point, Decimal::Comma].map(|decimal| value(core, decimal)));
        let any = read.and_then(|read| read[0].or(read[1]));
        self.clocks += usize::from(any.is_none() && time_of_day(cell).is_some());
        let Some(core) = core else {
            self.months += usize::from(month(cell).is_some());
            let bare = cell.trim_end_matches(char::is_alphabetic);
            if bare.len() < cell.len() && MULTIPLIED.contains(&&cell[bare.len()..]) && self::core(bare).is_some() {
                if self.multiplied == 0 {
                    cell.clone_into(&mut self.example);
                }
                self.multiplied += 1;
            }
            return;
        };
        let (Some(read), Some(any)) = (read, any) else { return };
        self.numbers += 1;
        if core.negative && self.negative.is_none() && (cell.contains('(') || cell.ends_with(MINUS)) {
            self.negative = Some(cell.to_owned());
        }
        if !core.body.contains(['.', ',', 'e']) {
            self.whole.look(any);
        }
        match self.units.iter().position(|(unit, _)| is_same(unit, core.unit)) {
            Some(place) => self.units[place].1 += 1,
            None if self.units.len() < UNITS => self.units.push((core.unit.to_owned(), 1)),
            None => {}
        }
        let count = |place: &mut (usize, String)| {
            if place.0 == 0 {
                cell.clone_into(&mut place.1);
            }
            place.0 += 1;
        };
        match proof(&core, read) {
            Proof::Neither => {}
            Proof::Only(Decimal::Point) => count(&mut self.points),
            Proof::Only(Decimal::Comma) => count(&mut self.commas),
            own => {
                self.round += usize::from(core.body.ends_with('0'));
                if self.either.is_none() {
                    self.either = Some((cell.to_owned(), own == Proof::Comma));
                }
            }
        }
    }

    fn look_at_date(&mut self, pieces: &Pieces) {
        let one = pieces.moment(DateOrder::YearFirst);
        let others = |order: DateOrder| if pieces.needs_order() { pieces.moment(order) } else { None };
        let moments = [one, others(DateOrder::DayFirst), others(DateOrder::MonthFirst)];
        if let Some(moment) = moments.iter().flatten().next() {
            self.dates += 1;
            self.fineness[moment.fineness as usize] += 1;
        }
        if pieces.needs_order() {
            self.unordered += 1;
            (0..3).for_each(|order| self.orders[order] += usize::from(moments[order].is_some()));
        }
    }

    /// What it holds.
    #[must_use]
    pub fn kind(&self) -> Kind {
        // Of few cells one may be another thing, as the name of a total is.
        let most = |n: usize| n as f64 >= ENOUGH * self.filled as f64 || (n >= 3 && n + 1 == self.filled);
        match self.filled {
            0 => Kind::Empty,
            // Beside months there may be a total after every three.
            _ if self.dates * 2 > self.filled && !most(self.numbers) => Kind::Date,
            _ if most(self.numbers) => Kind::Number,
            _ => Kind::Text,
        }
    }

    /// The unit that most numbers have; empty if most have none.
    #[must_use]
    pub fn unit(&self) -> &str {
        let most = self.units.iter().max_by_key(|(_, count)| *count);
        most.map_or("", |(unit, _)| unit)
    }

    /// Whether a number with this unit belongs to the column. Bare numbers belong to sums of money, but not to shares.
    pub(crate) fn takes(&self, unit: &str) -> bool {
        let own = self.unit();
        is_same(unit, own) || (unit.is_empty() && !matches!(own, "%" | "‰"))
    }

    /// Whether a mark that may be either sets thousands apart, beside numbers without any: `Some(true)` if these are all below a
    /// thousand, and one is a hundred or more or a cell ends in nought, `Some(false)` if one is a thousand or more.
    fn is_apart(&self) -> Option<bool> {
        let own = &self.whole;
        match own.count > 0 && self.either.is_some() {
            true if own.low <= -1000.0 || own.high >= 1000.0 => Some(false),
            true if self.round > 0 || own.low <= -100.0 || own.high >= 100.0 => Some(true),
            _ => None,
        }
    }

    /// The fineness that most dates have, if most have one.
    pub(crate) fn usual_fineness(&self) -> Option<crate::moment::Fineness> {
        let (place, count) = self.fineness.iter().copied().enumerate().max_by_key(|own| own.1)?;
        (count * 10 >= self.dates * 6).then(|| crate::moment::Fineness::ALL[place])
    }

    /// The number of a cell.
    pub(crate) fn value(&self, cell: &str, decimal: Decimal) -> Option<f64> {
        let core: Core = core(cell)?;
        value(&core, decimal).filter(|_| self.takes(core.unit))
    }
}

/// A sign and a name of the same unit. (A dollar or a yen is not always the same one.)
const ALIKE: [[&str; 2]; 3] = [["€", "EUR"], ["£", "GBP"], ["₹", "INR"]];

/// Whether units are the same. Most are empty, and to compare what is empty takes long.
fn is_same(a: &str, b: &str) -> bool {
    let are_alike = || ALIKE.iter().any(|own| own.contains(&a) && own.contains(&b));
    (a.is_empty() && b.is_empty()) || (!a.is_empty() && !b.is_empty() && (a == b || are_alike()))
}

/// How the numbers of a column are written, and whether that is proved.
pub(crate) struct Written {
    pub(crate) decimal: Decimal,
    pub(crate) proved: bool,
}

/// How the numbers of each column are written: by what its cells prove, else by what other columns prove, else by what is
/// usual where semicolons separate cells (`is_comma_likely`).
pub(crate) fn written(columns: &[Column], choices: &Choices, is_comma_likely: bool) -> Vec<Written> {
    // Where cells contradict each other, most of them are right: the others are no numbers, which is told.
    let of = |column: &Column| match (column.points.0, column.commas.0) {
        (0, 0) => None,
        (points, commas) => Some(if points >= commas { Decimal::Point } else { Decimal::Comma }),
    };
    let proved: Vec<Decimal> = columns.iter().filter(|column| column.kind() == Kind::Number).filter_map(of).collect();
    let all = |decimal: Decimal| !proved.is_empty() && proved.iter().all(|own| *own == decimal);
    let others = [Decimal::Comma, Decimal::Point].into_iter().find(|own| all(*own));
    let mark = |column: &Column| {
        column.either.as_ref().map(|(_, is_comma)| if *is_comma { Decimal::Comma } else { Decimal::Point })
    };
    // What speaks for one column speaks for those that are written alike.
    let is_apart = |column: &Column| {
        column.is_apart().or_else(|| {
            let alike = |own: &&Column| own.kind() == Kind::Number && of(own).is_none() && mark(own) == mark(column);
            columns.iter().filter(alike).find_map(Column::is_apart)
        })
    };
    let usual = |column: &Column| match (mark(column), is_apart(column)) {
        (None, _) => (others.unwrap_or(Decimal::Point), true),
        // Other columns prove it, and nothing speaks against it.
        (Some(mark), is_apart) if others.is_some() => {
            let decimal = others.unwrap_or(mark);
            (decimal, is_apart.is_none_or(|own| own == (decimal != mark)))
        }
        (Some(mark), Some(is_apart)) => (if is_apart { mark.other() } else { mark }, false),
        // 1.234 between semicolons, beside dates with points: thousands are as likely, but a point is a point.
        (Some(mark), None) => (if is_comma_likely { mark } else { Decimal::Point }, false),
    };
    let one = |column: &Column| match choices.decimal {
        Some(decimal) => Written { decimal, proved: true },
        None => match of(column) {
            Some(decimal) => {
                let is_contradicted = column.points.0 > 0 && column.commas.0 > 0;
                Written { decimal, proved: column.either.is_none() || !is_contradicted }
            }
            None => {
                let (decimal, proved) = usual(column);
                Written { decimal, proved }
            }
        },
    };
    columns.iter().map(one).collect()
}
