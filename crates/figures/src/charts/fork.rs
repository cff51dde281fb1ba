//! Where one unit comes to rest, over its weight or its bias: its states with the way of one that was dragged, and the slope at each.

use crate::chart::{Reference, Role, Series, Shape, Side};
use crate::paths::{Guide, Label, Path, Paths, Pin};
use crate::{Axes, Axis, Chart, Format, Margins, Point, Scale};
use engine::trace::CellKind;
use model::keys::Key;
use words::figures::{self, words};
use words::format::{self, Digits, Group, Measure};

/// A state at rest: its place along the axis, h, and the slope there.
pub type Rested = [f64; 3];

/// What unstable states have for their place among the branches.
const MIDDLE: usize = 1;
/// The colour of all that is the unit's.
const UNIT: Role = Role::Cell(CellKind::Rnn);
/// The largest slope that is shown, as the largest weight: no slope is above the weight.
const MOST: f64 = 2.5;

/// A unit at rest.
#[derive(Clone, Debug)]
pub struct ForkOf<'a> {
    /// The key of what the axis is: the weight or the bias.
    pub along: Key,
    /// The chosen weight.
    pub w: f64,
    /// The chosen bias.
    pub b: f64,
    /// The upper stable states, the unstable ones, and the lower stable ones.
    pub curves: [&'a [Rested]; 3],
    /// The stable states at the chosen weight and bias.
    pub stable: &'a [f64],
    /// The way of the dragged state to where it is now.
    pub trail: &'a [Rested],
    /// Where it began, turned, jumped and is now: places in the way.
    pub stops: &'a [usize],
    /// Its last jump: where, from which state, to which.
    pub jump: Option<Rested>,
}

impl ForkOf<'_> {
    /// The letter of the axis.
    fn letter(&self) -> &'static str {
        if self.is_weight() { "w" } else { "b" }
    }

    fn is_weight(&self) -> bool {
        self.along == Key::ForkW
    }

    fn axis(&self) -> Axis {
        let (low, high) = self.along.range();
        let words = words();
        Axis {
            title: if self.is_weight() { words.cliff_w_axis } else { words.cliff_b_axis }.to_owned(),
            scale: Scale::Linear(low, high),
            format: Format::Of(Measure::Number),
        }
    }

    /// Where the axis stands now.
    fn now(&self) -> f64 {
        if self.is_weight() { self.w } else { self.b }
    }

    /// The places where branches meet: there the slope is 1.
    fn meets(&self) -> Vec<f64> {
        let stable = self.curves[0].iter().chain(self.curves[2]);
        let mut all: Vec<f64> = stable.filter(|[.., slope]| *slope == 1.0).map(|[at, ..]| *at).collect();
        all.sort_by(f64::total_cmp);
        all.dedup();
        all
    }
}

/// A branch, named beside it.
fn guide(of: &ForkOf, branch: usize) -> Guide {
    let words = words();
    let curve = of.curves[branch];
    let points: Vec<(f64, f64)> = curve.iter().map(|[at, h, _]| (*at, *h)).collect();
    // Beside the curve, where it is alone.
    let (wanted, by) = match (of.is_weight(), branch) {
        (true, 0) => (2.2, (0.0, -0.15)),
        (true, MIDDLE) => (2.2, (0.0, 0.13)),
        (true, _) => (2.2, (0.0, 0.15)),
        (false, 0) => (0.75, (0.0, -0.15)),
        (false, MIDDLE) => (0.0, (0.24, 0.04)),
        (false, _) => (-0.75, (0.0, 0.15)),
    };
    let near = points.iter().min_by(|a, b| (a.0 - wanted).abs().total_cmp(&(b.0 - wanted).abs()));
    let text = if branch == MIDDLE { words.fork_unstable } else { words.fork_stable };
    let label = near.map(|(x, y)| Label { text: text.to_owned(), at: (x + by.0, y + by.1) });
    Guide { role: UNIT, shape: if branch == MIDDLE { Shape::Dashed } else { Shape::Line }, points, label }
}

/// The states along the axis, and the way of the one that was dragged.
#[must_use]
pub fn rests(of: &ForkOf) -> Paths {
    let words = words();
    let place = |[at, h, _]: &Rested| (*at, *h);
    let stops: Vec<&Rested> = of.stops.iter().filter_map(|stop| of.trail.get(*stop)).collect();
    let meets = of.meets();
    let group = Group::new(Measure::Number, meets.iter().copied());
    let met: Vec<String> = meets.iter().map(|at| group.write(*at, Digits::Table)).collect();
    Paths {
        headline: headline(of),
        x: of.axis(),
        y: Axis {
            title: words.fork_h_axis.to_owned(),
            scale: Scale::Linear(-1.1, 1.1),
            format: Format::Of(Measure::Number),
        },
        ground: None,
        guides: [MIDDLE, 0, 2].map(|branch| guide(of, branch)).to_vec(),
        paths: vec![Path {
            name: words.latch_state.to_owned(),
            role: Role::Ink,
            shape: Shape::Thin,
            points: of.trail.iter().map(place).collect(),
            stops: stops.iter().map(|rest| place(rest)).collect(),
            numbers: stops.iter().map(|rest| rest.to_vec()).collect(),
        }],
        marks: of
            .trail
            .last()
            .map(|rest| Pin { at: place(rest), role: Role::Ink, is_ring: false })
            .into_iter()
            .collect(),
        stop: words.fork_stop.to_owned(),
        first: 0,
        here: None,
        quantities: [of.letter(), words.latch_state, words.fork_slope].map(str::to_owned).to_vec(),
        notes: if met.is_empty() { vec![] } else { vec![(figures::fork_meet(of.letter()), met.join(", "))] },
    }
}

/// Where h rests, and the last jump that led there.
fn headline(of: &ForkOf) -> String {
    let Some([_, h, _]) = of.trail.last() else { return String::new() };
    let states = Group::new(Measure::Number, of.stable.iter().chain([h]).copied());
    let write = |h: f64| states.write(h, Digits::Headline);
    let (w, b) = (format::setting(of.w, false), format::setting(of.b, false));
    match (of.jump, of.stable) {
        (Some([at, from, to]), _) => {
            let jump = Group::new(Measure::Number, [from, to, *h]);
            let write = |h: f64| jump.write(h, Digits::Headline);
            let at = Group::new(Measure::Number, [at]).write(at, Digits::Headline);
            figures::fork_jumped(of.letter(), &at, &write(from), &write(to), &write(*h))
        }
        (None, [high, low]) => figures::fork_two(&w, &b, &write(*low), &write(*high), &write(*h)),
        _ => figures::fork_one(&w, &b, &write(*h)),
    }
}

/// The slope at each state along the axis, with the line that keeps a gradient as it is.
#[must_use]
pub fn slopes(of: &ForkOf) -> Chart {
    let words = words();
    // Both have the same slopes without a bias; and where nothing is unstable there is one state.
    let alike = of.b == 0.0 && of.is_weight() || of.curves[MIDDLE].is_empty();
    let series = |branch: usize| {
        let (name, label) = match branch {
            0 => (words.fork_upper, if alike { words.fork_both } else { words.fork_upper }),
            MIDDLE => (words.fork_unstable, words.fork_unstable),
            _ => (words.fork_lower, if alike { "" } else { words.fork_lower }),
        };
        Series {
            name: name.to_owned(),
            label: label.to_owned(),
            role: UNIT,
            shape: if branch == MIDDLE { Shape::Dashed } else { Shape::Line },
            points: of.curves[branch].iter().map(|[at, _, slope]| Point::new(*at, *slope)).collect(),
        }
    };
    Chart {
        headline: slope_headline(of),
        x: of.axis(),
        y: Axis {
            title: words.fork_slope_axis.to_owned(),
            scale: Scale::Linear(0.0, MOST),
            format: Format::Of(Measure::Number),
        },
        series: [MIDDLE, 0, 2].map(series).into_iter().filter(|series| !series.points.is_empty()).collect(),
        references: vec![Reference { name: words.fork_lasts.to_owned(), at: 1.0 }],
        cursor: Some(of.now()),
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

/// The room round the slopes that puts their axis right below that of the states, in a size.
#[must_use]
pub fn below(states: &Paths, slopes: &Chart, size: (f64, f64)) -> Margins {
    let above = Margins::of(&Axes { x: states.x.clone(), y: states.y.clone() }.chart(), size, false);
    Margins { left: above.left, right: above.right, ..Margins::of(slopes, size, false) }
}

/// How near to 1 the slope of a stable state comes, and where it is 1.
fn slope_headline(of: &ForkOf) -> String {
    let meets = of.meets();
    let stable = || of.curves[0].iter().chain(of.curves[2]).filter(|[at, ..]| !meets.contains(at));
    let Some([at, _, most]) = stable().max_by(|a, b| a[2].total_cmp(&b[2])) else { return String::new() };
    let group = Group::new(Measure::Number, meets.iter().chain([at]).copied());
    let write = |at: f64| group.write(at, Digits::Headline);
    match &*meets {
        [] => figures::fork_below(&format::short(*most), of.letter(), &write(*at)),
        [at] => figures::fork_meets(of.letter(), &write(*at)),
        [low, .., high] => figures::fork_meets_twice(of.letter(), &write(*low), &write(*high)),
    }
}
