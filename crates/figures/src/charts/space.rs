//! State space: two units' plane with where each place leads, and a network's states on their two principal axes.

use engine::pair::Pair;
use engine::trace::CellKind;
use words::figures::{self, words};
use words::format::{self, Digits, Group, Measure};

use crate::chart::{Role, Shape};
use crate::paths::{Arrow, Dot, Ground, Guide, Holds, Label, Path, Paths, Pin};
use crate::{Axis, Format, Legend, Map, Scale, Tones};

/// Arrows in each direction.
const ARROWS: usize = 13;
/// How far from its state a name stands.
const BESIDE: f64 = 0.1;
/// A network that tells no more by all its units has not learned its task: of classes, of numbers.
const LEARNED: [f64; 2] = [0.75, 0.5];

/// A state at rest in the plane of two units.
#[derive(Clone, Copy, Debug)]
pub struct RestOf {
    /// The state.
    pub h: [f64; 2],
    /// The eigenvalues of a step there: real and imaginary part.
    pub eigenvalues: [(f64, f64); 2],
    /// Whether a state comes back after a small push.
    pub is_stable: bool,
}

/// Two units, h ← tanh(W h + b).
#[derive(Clone, Copy, Debug)]
pub struct UnitsOf<'a> {
    /// The units.
    pub pair: Pair,
    /// All states at rest, the stable ones first.
    pub rests: &'a [RestOf],
    /// The stable state that each of `side` × `side` fields ends at, row by row from the largest h₂ down.
    pub ends: &'a [Option<u8>],
    /// Fields in a row.
    pub side: usize,
    /// The way of a state, step by step.
    pub path: &'a [[f64; 2]],
    /// The stable state that it ends at; `None` if it never rests.
    pub end: Option<usize>,
    /// Steps in which a state that never rests comes round.
    pub round: f64,
}

/// A network's states on their two principal axes.
#[derive(Clone, Copy, Debug)]
pub struct SpreadOf<'a> {
    /// The cell.
    pub cell: CellKind,
    /// Hidden units.
    pub units: usize,
    /// What states should hold.
    pub holds: HoldsOf<'a>,
    /// The share of the variance along each axis.
    pub shares: [f64; 2],
    /// How well the axes tell what states should hold: of classes the share on the right side of the cut, of numbers R².
    pub by_axes: f64,
    /// The same of the last step's states.
    pub at_end: f64,
    /// The same by all units.
    pub by_all: f64,
    /// States: places on both axes, and what each should hold.
    pub dots: &'a [[f64; 3]],
    /// How many states there are in all.
    pub count: usize,
    /// The sequence that is read.
    pub path: &'a [[f64; 2]],
    /// The step that is looked at, from 0.
    pub at: usize,
    /// What both axes reach, in both directions.
    pub reach: f64,
}

/// What states should hold.
#[derive(Clone, Copy, Debug)]
pub enum HoldsOf<'a> {
    /// One of two classes, with their names and the straight cut: two weights and an offset.
    Class([&'a str; 2], [f64; 3]),
    /// A number, up to a largest one.
    Number(f64),
}

/// The name of a stable state.
#[must_use]
pub fn rest_name(place: usize) -> String {
    char::from(b'A' + place.min(25) as u8).to_string()
}

fn axis(title: String, reach: f64) -> Axis {
    Axis { title, scale: Scale::Linear(-reach, reach), format: Format::Of(Measure::Number) }
}

/// A pair of numbers, alike written.
fn pair(h: [f64; 2], digits: Digits) -> String {
    let group = Group::new(Measure::Number, h);
    figures::space_pair(&group.write(h[0], digits), &group.write(h[1], digits))
}

impl UnitsOf<'_> {
    /// Places of the grid, each with the step from there.
    fn steps(&self) -> Vec<([f64; 2], [f64; 2])> {
        let at = |n: usize| 2.0 * (n as f64 + 0.5) / ARROWS as f64 - 1.0;
        let places = (0..ARROWS * ARROWS).map(|n| [at(n % ARROWS), at(n / ARROWS)]);
        places.map(|h| (h, self.pair.next(h))).map(|(h, next)| (h, [next[0] - h[0], next[1] - h[1]])).collect()
    }

    /// What a step is divided by, so that no arrow is much longer than the way to the next.
    #[must_use]
    pub fn shortened(&self) -> usize {
        let longest = self.steps().iter().map(|(_, [x, y])| x.hypot(*y)).fold(0.0, f64::max);
        ((longest * ARROWS as f64 / 2.0 / 1.1).ceil() as usize).max(1)
    }

    fn arrows(&self) -> Vec<Arrow> {
        let by = self.shortened() as f64;
        let steps = self.steps().into_iter();
        steps.map(|([x, y], [dx, dy])| [(x, y), (x + dx / by, y + dy / by)]).collect()
    }

    fn stable(&self) -> usize {
        self.rests.iter().filter(|rest| rest.is_stable).count()
    }

    /// The share of the plane that ends at a stable state; of none, that never rests.
    fn share(&self, end: Option<usize>) -> f64 {
        let own = self.ends.iter().filter(|own| own.map(usize::from) == end).count();
        own as f64 / self.ends.len().max(1) as f64
    }

    fn headline(&self) -> String {
        let (Some(first), Some(last)) = (self.path.first(), self.path.last()) else { return String::new() };
        let from = pair(*first, Digits::Headline);
        match (self.stable(), self.end) {
            (0, _) => figures::space_turns(&from, &format::short(self.round)),
            (n, None) => figures::space_goes_on(n, &from, &format::short(self.round)),
            (n, Some(end)) => {
                let rest = self.rests.get(end).map_or(*last, |rest| rest.h);
                figures::space_ends(n, &from, &rest_name(end), &pair(rest, Digits::Headline))
            }
        }
    }

    /// Each state at rest with its eigenvalues, and how much of the plane ends there.
    fn notes(&self) -> Vec<(String, String)> {
        let rest = |(place, rest): (usize, &RestOf)| {
            let at = pair(rest.h, Digits::Table);
            let group = Group::new(Measure::Number, rest.eigenvalues.iter().flat_map(|(a, b)| [*a, *b]));
            let write = |x: f64| group.write(x, Digits::Table);
            let [(a, turned), (b, _)] = rest.eigenvalues;
            let eigenvalues = if turned == 0.0 {
                figures::space_eigenvalues(&write(a), &write(b))
            } else {
                figures::space_turned(&write(a), &write(turned.abs()))
            };
            let (name, told) = if rest.is_stable {
                let share = format::percent(self.share(Some(place)));
                (figures::space_stable(&rest_name(place)), figures::space_ends_here(&at, &eigenvalues, &share))
            } else {
                (words().space_unstable.to_owned(), figures::space_is(&at, &eigenvalues))
            };
            (name, told)
        };
        let mut all: Vec<(String, String)> = self.rests.iter().enumerate().map(rest).collect();
        if self.ends.iter().any(Option::is_none) {
            all.push((words().space_never.to_owned(), figures::space_of_plane(&format::percent(self.share(None)))));
        }
        all
    }
}

/// The plane of two units: where each place ends, where a step leads, the states at rest, and the way of a state.
#[must_use]
pub fn units(of: &UnitsOf) -> Paths {
    let words = words();
    let role = Role::Cell(CellKind::Rnn);
    let legend = Legend { title: String::new(), ends: [const { String::new() }; 3], tones: Tones::Tints };
    let place = |[x, y]: [f64; 2]| (x, y);
    let name = |(number, rest): (usize, &RestOf)| {
        // Beside it, since paths come from the middle.
        let [x, y] = rest.h;
        let beside = if x > 0.0 { x - BESIDE } else { x + BESIDE };
        Guide {
            role,
            shape: Shape::Thin,
            points: vec![],
            label: Some(Label { text: rest_name(number), at: (beside, y) }),
        }
    };
    Paths {
        headline: of.headline(),
        x: axis(words.space_h1.to_owned(), 1.0),
        y: axis(words.space_h2.to_owned(), 1.0),
        ground: Some(Ground::Field(Map::of_tints(of.side, of.ends, legend), of.arrows())),
        guides: of.rests.iter().filter(|rest| rest.is_stable).enumerate().map(name).collect(),
        paths: vec![Path {
            name: words.latch_state.to_owned(),
            role: Role::Ink,
            shape: Shape::Line,
            points: of.path.iter().copied().map(place).collect(),
            stops: of.path.iter().copied().map(place).collect(),
            numbers: of.path.iter().map(|h| h.to_vec()).collect(),
        }],
        marks: of.rests.iter().map(|rest| Pin { at: place(rest.h), role, is_ring: !rest.is_stable }).collect(),
        stop: words.latch_step.to_owned(),
        first: 0,
        here: None,
        quantities: [words.space_h1, words.space_h2].map(str::to_owned).to_vec(),
        notes: of.notes(),
    }
}

impl SpreadOf<'_> {
    fn headline(&self) -> String {
        let name = self.cell.name();
        let all = figures::space_all(self.units);
        let group = Group::new(Measure::Share, [self.by_axes, self.at_end, self.by_all].map(|share| share.max(0.0)));
        let write = |share: f64| group.write(share.max(0.0), Digits::Headline);
        let (axes, end, by_all) = (write(self.by_axes), write(self.at_end), write(self.by_all));
        match self.holds {
            HoldsOf::Class(..) if self.by_all < LEARNED[0] => figures::space_unlearned(name, &axes, &all, &by_all),
            HoldsOf::Class(..) if self.by_axes < 0.9 * self.by_all => figures::space_hidden(name, &axes, &all, &by_all),
            HoldsOf::Class(..) => figures::space_cut(name, &axes, &end),
            HoldsOf::Number(_) if self.by_all < LEARNED[1] => figures::space_none(name, &axes, &all, &by_all),
            HoldsOf::Number(_) => figures::space_line(name, &axes, &end),
        }
    }

    fn dot(&self, [x, y, held]: &[f64; 3]) -> Dot {
        let holds = match self.holds {
            HoldsOf::Class(..) if *held < 0.0 => Holds::Low,
            HoldsOf::Class(..) => Holds::High,
            HoldsOf::Number(most) => Holds::Share(held / most),
        };
        Dot { at: (*x, *y), holds }
    }

    /// The straight cut, beyond the plane on both sides.
    fn cut(&self) -> Option<Guide> {
        let HoldsOf::Class(_, [a, b, offset]) = self.holds else { return None };
        let square = a * a + b * b;
        let (x, y, far) = (-offset * a / square, -offset * b / square, 3.0 * self.reach / square.sqrt());
        let end = |side: f64| (x - side * far * b, y + side * far * a);
        let points = vec![end(-1.0), end(1.0)];
        (square > 0.0).then_some(Guide { role: Role::Ghost, shape: Shape::Dashed, points, label: None })
    }
}

/// A network's states on their two principal axes, with the way of the sequence that is read up to the step that is looked at.
#[must_use]
pub fn spread(of: &SpreadOf) -> Paths {
    let words = words();
    let place = |[x, y]: &[f64; 2]| (*x, *y);
    let whole: Vec<(f64, f64)> = of.path.iter().map(place).collect();
    let at = of.at.min(whole.len().saturating_sub(1));
    let title = |number: usize| figures::space_axis(number + 1, of.shares[number]);
    let guide = |role, shape, points: &[(f64, f64)]| Guide { role, shape, points: points.to_vec(), label: None };
    // The whole way, the way so far, and the last step.
    let so_far = &whole[..(at + 1).min(whole.len())];
    let ways = [
        guide(Role::Line, Shape::Thin, &whole),
        // In ink, as the colours are those of what is to be remembered.
        guide(Role::Ink, Shape::Thin, so_far),
        guide(Role::Ink, Shape::Line, &so_far[so_far.len().saturating_sub(2)..]),
    ];
    let here = so_far.last().map(|place| Pin { at: *place, role: Role::Ink, is_ring: false });
    Paths {
        headline: of.headline(),
        x: axis(title(0), of.reach),
        y: axis(title(1), of.reach),
        ground: Some(Ground::Cloud(of.dots.iter().map(|dot| of.dot(dot)).collect())),
        guides: of.cut().into_iter().chain(ways).collect(),
        paths: vec![Path {
            name: of.cell.name().to_owned(),
            role: Role::Ink,
            shape: Shape::Thin,
            points: vec![],
            stops: whole,
            numbers: of.path.iter().map(|place| place.to_vec()).collect(),
        }],
        marks: here.into_iter().collect(),
        stop: words.latch_step.to_owned(),
        first: 1,
        here: Some(at),
        quantities: vec![words.space_axis_1.to_owned(), words.space_axis_2.to_owned()],
        notes: vec![
            (words.space_of_axes.to_owned(), format::percent(of.by_axes)),
            (words.space_at_end.to_owned(), format::percent(of.at_end)),
            (figures::space_by_all(of.units), format::percent(of.by_all)),
            (words.space_shown.to_owned(), figures::space_shown_of(of.dots.len(), of.count)),
        ],
    }
}
