//! What came after: how much of the gradient is left where gates read x alone, the weights of a head of attention, and what a
//! parallel scan costs.

use crate::{Axis, Chart, Flag, Format, Point, Reference, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::figures::{self, words};
use words::format::{self, Digits, Measure};

/// How much of the gradient is left, in cells and in a head of attention.
#[derive(Clone, Copy, Debug)]
pub struct AfterOf<'a> {
    /// RNN, LSTM and GRU, each with ‖λ_t‖ / ‖λ_read‖ at every step. They are drawn thin.
    pub cells: &'a [(CellKind, &'a [f64])],
    /// minGRU and minLSTM.
    pub minimal: [&'a [f64]; 2],
    /// What reaches each token's key and value.
    pub attention: &'a [f64],
    /// The weights of the head.
    pub shares: &'a [f64],
    /// The words of the sequence, one a step.
    pub words: &'a [String],
    /// The step, from 0, at which the loss is read. Lines end there.
    pub read: usize,
    /// The step that is looked at.
    pub at: usize,
}

/// What the states of a number of steps cost, step by step and by a scan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostOf {
    /// The number of steps.
    pub steps: usize,
    /// Rounds.
    pub rounds: [usize; 2],
    /// Operations.
    pub operations: [usize; 2],
    /// Seconds; `None` before they are measured.
    pub time: Option<[f64; 2]>,
}

/// The scan's number as a multiple of that step by step.
fn ratio([in_turn, scan]: [usize; 2]) -> f64 {
    scan as f64 / in_turn as f64
}

/// The points of a line up to the loss.
fn points(numbers: &[f64], read: usize) -> Vec<Point> {
    numbers.iter().take(read + 1).enumerate().map(|(t, y)| Point::new(t as f64, *y)).collect()
}

fn series(name: &str, role: Role, shape: Shape, points: Vec<Point>) -> Series {
    Series { name: name.to_owned(), label: name.to_owned(), role, shape, points }
}

/// The chart of what is left. Lines are of chains; attention, which is none, has rings.
#[must_use]
pub fn after(of: &AfterOf) -> Chart {
    let words = words();
    let cells = of.cells.iter().map(|(cell, left)| {
        let role = Role::Cell(*cell);
        series(cell.name(), role, Shape::Thin, points(left, of.read))
    });
    let others = [
        (words.after_attention, of.attention, Shape::Rings),
        (words.after_minlstm, of.minimal[1], Shape::Dashed),
        (words.after_mingru, of.minimal[0], Shape::Line),
    ];
    let others = others.map(|(name, left, shape)| series(name, Role::Ink, shape, points(left, of.read)));
    let series: Vec<Series> = cells.chain(others).collect();
    let all = series.iter().flat_map(|series| &series.points).map(|point| point.y);
    Chart {
        headline: after_headline(of),
        x: Axis::of_steps(of.words),
        y: Axis {
            title: words.left_axis.to_owned(),
            scale: Scale::log(all, (-2, 0)),
            format: Format::Of(Measure::Share),
        },
        series,
        references: vec![],
        cursor: Some(of.at as f64),
        flags: vec![Flag { name: words.loss_here.to_owned(), role: Role::Backward, at: of.read as f64 }],
        rug: None,
        names: Side::Left,
    }
}

fn after_headline(of: &AfterOf) -> String {
    let all = [of.minimal[0], of.minimal[1], of.attention].map(|left| left.get(of.at).copied().unwrap_or(f64::NAN));
    let group = format::Group::new(Measure::Share, all);
    let [mingru, minlstm, attention] = all.map(|share| group.write(share, Digits::Headline));
    let word = of.words.get(of.at).map_or("", String::as_str);
    figures::after_headline(word, &mingru, &minlstm, &attention)
}

/// How much of the old state each step keeps.
#[derive(Clone, Copy, Debug)]
pub struct KeepOf<'a> {
    /// The LSTM's forget gate and the GRU's update gate, the mean over the units.
    pub cells: [(CellKind, &'a [f64]); 2],
    /// The same of minGRU and minLSTM.
    pub minimal: [&'a [f64]; 2],
    /// The words of the sequence, one a step.
    pub words: &'a [String],
    /// The step that is looked at.
    pub at: usize,
}

/// The gates that keep the old state, the cells' thin.
#[must_use]
pub fn keep(of: &KeepOf) -> Chart {
    let words = words();
    let line = |name: &str, role, shape, own: &[f64]| series(name, role, shape, points(own, own.len()));
    let cells = of.cells.map(|(cell, own)| line(cell.name(), Role::Cell(cell), Shape::Thin, own));
    let minimal = [
        line(words.after_minlstm, Role::Ink, Shape::Dashed, of.minimal[1]),
        line(words.after_mingru, Role::Ink, Shape::Line, of.minimal[0]),
    ];
    let [mingru, minlstm] = of.minimal.map(|own| own.get(of.at).copied().unwrap_or(f64::NAN));
    let group = format::Group::new(Measure::Share, [mingru, minlstm]);
    let [mingru, minlstm] = [mingru, minlstm].map(|share| group.write(share, Digits::Headline));
    let word = of.words.get(of.at).map_or("", String::as_str);
    Chart {
        headline: figures::keep_headline(word, &mingru, &minlstm),
        x: Axis::of_steps(of.words),
        y: Axis {
            title: words.keep_axis.to_owned(),
            scale: Scale::Linear(0.0, 1.0),
            format: Format::Of(Measure::Share),
        },
        series: cells.into_iter().chain(minimal).collect(),
        references: vec![],
        cursor: Some(of.at as f64),
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

/// The head's weights as bars, with what reaches each token by key and value together.
#[must_use]
pub fn attended(of: &AfterOf) -> Chart {
    let words = words();
    let even = 1.0 / (of.read + 1) as f64;
    let bars = Series {
        label: String::new(),
        ..series(words.after_weight, Role::Ink, Shape::Bar, points(of.shares, of.read))
    };
    let rings = points(of.attention, of.read);
    let rings = Series { label: String::new(), ..series(words.after_arrives, Role::Backward, Shape::Rings, rings) };
    let all = of.shares.iter().chain(of.attention).copied().chain([even]);
    Chart {
        headline: attended_headline(of),
        x: Axis::of_steps(of.words),
        y: Axis {
            title: words.after_weight_axis.to_owned(),
            scale: Scale::from_zero(all, (0.0, 0.1), 0.05),
            format: Format::Of(Measure::Part),
        },
        series: vec![bars, rings],
        references: vec![Reference { name: words.after_even.to_owned(), at: even }],
        cursor: Some(of.at as f64),
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

fn attended_headline(of: &AfterOf) -> String {
    let all = [of.shares, of.attention].map(|own| own.get(of.at).copied().unwrap_or(f64::NAN));
    let group = format::Group::new(Measure::Part, all);
    let [share, arrives] = all.map(|own| group.write(own, Digits::Table));
    figures::attended_headline(of.words.get(of.at).map_or("", String::as_str), &share, &arrives)
}

/// What a scan costs: rounds, operations and time, each as a multiple of what step by step costs.
#[must_use]
pub fn scan_cost(of: &[CostOf]) -> Chart {
    let words = words();
    let line = |name: &str, role, shape, number: &dyn Fn(&CostOf) -> Option<f64>| {
        let points = of.iter().enumerate().filter_map(|(n, own)| Some(Point::new(n as f64, number(own)?)));
        series(name, role, shape, points.collect())
    };
    let all = [
        line(words.scan_rounds, Role::Ghost, Shape::Dashed, &|own| Some(ratio(own.rounds))),
        line(words.scan_operations, Role::Ghost, Shape::Thin, &|own| Some(ratio(own.operations))),
        line(words.scan_time, Role::Ink, Shape::Line, &|own| own.time.map(|[in_turn, scan]| scan / in_turn)),
    ];
    let series: Vec<Series> = all.into_iter().filter(|series| !series.points.is_empty()).collect();
    let numbers = series.iter().flat_map(|series| &series.points).map(|point| point.y);
    Chart {
        headline: cost_headline(of),
        x: Axis {
            title: words.scan_steps_axis.to_owned(),
            scale: Scale::Columns(of.iter().map(|own| format::count(own.steps)).collect()),
            format: Format::Of(Measure::Count),
        },
        y: Axis {
            title: words.scan_cost_axis.to_owned(),
            scale: Scale::log(numbers, (-3, 1)),
            format: Format::Of(Measure::Number),
        },
        series,
        references: vec![Reference { name: words.scan_as_much.to_owned(), at: 1.0 }],
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

/// Of the longest sequence.
fn cost_headline(of: &[CostOf]) -> String {
    let Some(last) = of.last() else { return String::new() };
    let written = |x: f64| format::Group::new(Measure::Number, [x]).write(x, Digits::Headline);
    let ([in_turn, scan], more) = (last.rounds, written(ratio(last.operations)));
    match last.time {
        Some([slow, fast]) => figures::scan_headline_timed(last.steps, scan, in_turn, &more, &written(fast / slow)),
        None => figures::scan_headline(last.steps, scan, in_turn, &more),
    }
}
