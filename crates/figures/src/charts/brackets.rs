//! The bracket counter: what a unit holds along a text beside what it follows, and the share of right answers over the depth.

use crate::{Axis, Chart, Flag, Format, Point, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::figures::{self, words};
use words::format::{Digits, Group, Measure};

/// A unit that reads a text.
#[derive(Clone, Copy, Debug)]
pub struct CounterOf<'a> {
    /// The cell.
    pub cell: CellKind,
    /// The unit, from 0.
    pub unit: usize,
    /// The characters of the text.
    pub text: &'a [String],
    /// What the unit holds after each.
    pub states: &'a [f64],
    /// What a straight line through many texts gives in its place.
    pub fitted: &'a [f64],
    /// What it is compared with, such as “depth”.
    pub followed: &'a str,
    /// Its correlation with that.
    pub r: f64,
    /// Over how many texts.
    pub texts: usize,
    /// How many answers are right.
    pub right: usize,
}

/// How deep three networks count.
#[derive(Clone, Copy, Debug)]
pub struct DepthsOf<'a> {
    /// The share of right answers at each depth, from 1 on, as far as it is known, by cell.
    pub shares: &'a [Vec<f64>; 3],
    /// What a guess from the last character alone gets right.
    pub guessed: &'a [f64],
    /// The depth that they were trained on.
    pub trained: usize,
    /// The greatest depth.
    pub most: usize,
}

fn line(name: String, label: String, role: Role, shape: Shape, points: Vec<Point>) -> Series {
    Series { name, label, role, shape, points }
}

/// How a correlation is written.
#[must_use]
pub fn correlation(r: f64) -> String {
    Group::new(Measure::Number, [r]).write(r, Digits::Table)
}

/// What a unit holds along a text, and dashed what it would hold if it followed exactly.
#[must_use]
pub fn counter(of: &CounterOf) -> Chart {
    let points = |numbers: &[f64]| numbers.iter().enumerate().map(|(t, y)| Point::new(t as f64, *y)).collect();
    let states = of.states.iter().chain(of.fitted).copied();
    let (low, high) = states.fold((-1.0_f64, 1.0_f64), |(low, high), x| (low.min(x), high.max(x)));
    let cell = of.cell.name();
    let is_kept = of.cell == CellKind::Lstm;
    let title = if is_kept { words().counter_cell_axis } else { words().counter_hidden_axis };
    Chart {
        headline: figures::counter_headline(
            of.unit + 1,
            cell,
            of.followed,
            &correlation(of.r),
            of.texts,
            of.right,
            of.text.len(),
        ),
        x: Axis::of_steps(of.text),
        y: Axis {
            title: title.to_owned(),
            scale: Scale::Linear(low.floor(), high.ceil()),
            format: Format::Of(Measure::Number),
        },
        series: vec![
            line(
                figures::counter_fitted(of.followed),
                of.followed.to_owned(),
                Role::Ghost,
                Shape::Dashed,
                points(of.fitted),
            ),
            line(
                figures::counter_unit(of.unit + 1, cell),
                figures::counter_label(of.unit + 1),
                Role::Cell(of.cell),
                Shape::Line,
                points(of.states),
            ),
        ],
        references: vec![],
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

/// The share of right answers over the depth of the texts.
#[must_use]
pub fn depths(of: &DepthsOf) -> Chart {
    let points = |shares: &[f64]| {
        let known = shares.iter().enumerate().filter(|(_, share)| !share.is_nan());
        known.map(|(n, share)| Point::new((n + 1) as f64, *share)).collect()
    };
    let guess = words().counter_guess.to_owned();
    let cells = CellKind::ALL.into_iter().zip(of.shares).map(|(cell, shares)| {
        line(cell.name().to_owned(), cell.name().to_owned(), Role::Cell(cell), Shape::JoinedDots, points(shares))
    });
    let guessed = line(guess.clone(), guess, Role::Ghost, Shape::Dashed, points(of.guessed));
    let all = of.shares.iter().flatten().chain(of.guessed).copied().filter(|share| !share.is_nan());
    let low = all.fold(0.65_f64, f64::min);
    Chart {
        headline: headline(of),
        x: Axis {
            title: words().counter_depth_axis.to_owned(),
            scale: Scale::counted(of.most),
            format: Format::Of(Measure::Count),
        },
        y: Axis {
            title: words().counter_right_axis.to_owned(),
            scale: Scale::Linear((low * 10.0).floor() / 10.0, 1.0),
            format: SHARE,
        },
        series: std::iter::once(guessed).chain(cells).collect(),
        references: vec![],
        cursor: None,
        flags: vec![Flag { name: figures::counter_trained(of.trained), role: Role::Ink, at: of.trained as f64 }],
        rug: None,
        names: Side::Right,
    }
}

const SHARE: Format = Format::Of(Measure::Share);

/// The shares twice as deep as what was trained on.
fn headline(of: &DepthsOf) -> String {
    let deep = 2 * of.trained;
    let at = |shares: &[f64]| shares.get(deep - 1).copied().filter(|share| !share.is_nan());
    let [rnn, lstm, gru] = of.shares.each_ref().map(|shares| at(shares));
    let all = [rnn, lstm, gru, at(of.guessed)];
    let group = SHARE.group(all.into_iter().flatten());
    // What is not known yet has its place, so that nothing moves when it comes.
    let [rnn, lstm, gru, guess] =
        all.map(|share| share.map_or_else(|| words().counter_awaited.to_owned(), |x| group.write(x, Digits::Headline)));
    figures::counter_depths(of.trained, deep, &lstm, &gru, &rnn, &guess)
}
