//! A unit that reads only itself: its next state against its state, with the way that it goes.

use crate::chart::{Role, Shape};
use crate::paths::{Guide, Path, Paths, Pin};
use crate::{Axis, Format, Scale};
use engine::trace::CellKind;
use words::figures::{self, words};
use words::format::{Digits, Group, Measure};

/// A state, and its derivative with respect to the first.
pub type Latched = (f64, f64);

/// The curve of tanh(w h), the line on which a state stays, and the way of a state; with the fixed points 0 and, for w > 1, ±
/// the attractor.
#[must_use]
pub fn latch(w: f64, states: &[Latched], attractor: Option<f64>) -> Paths {
    let words = words();
    let axis = |title: &str| Axis {
        title: title.to_owned(),
        scale: Scale::Linear(-1.0, 1.0),
        format: Format::Of(Measure::Number),
    };
    let curve = (-50..=50).map(|i| f64::from(i) / 50.0).map(|h| (h, (w * h).tanh())).collect();
    // Up to the curve, across to the diagonal.
    let web = states.windows(2).flat_map(|pair| [(pair[0].0, pair[0].0), (pair[0].0, pair[1].0)]);
    let stops: Vec<(f64, f64)> = states.iter().map(|(h, _)| (*h, *h)).collect();
    let unit = Role::Cell(CellKind::Rnn);
    let fixed = [Some(0.0), attractor, attractor.map(|h| -h)].into_iter().flatten();
    let spot = |h: f64| Pin { at: (h, h), role: unit, is_ring: h == 0.0 && w > 1.0 };
    let marks: Vec<Pin> = fixed.map(spot).collect();
    let notes = attractor
        .map_or("0".to_owned(), |h| figures::latch_fixed(&Group::new(Measure::Number, [h]).write(h, Digits::Table)));
    Paths {
        headline: headline(states),
        x: axis(words.latch_x_axis),
        y: axis(words.latch_y_axis),
        ground: None,
        guides: vec![
            Guide { role: Role::Ghost, shape: Shape::Dashed, points: vec![(-1.0, -1.0), (1.0, 1.0)], label: None },
            Guide { role: unit, shape: Shape::Line, points: curve, label: None },
        ],
        paths: vec![Path {
            name: words.latch_state.to_owned(),
            role: Role::Ink,
            shape: Shape::Thin,
            points: web.chain(stops.last().copied()).collect(),
            numbers: states.iter().map(|(h, slope)| vec![*h, *slope]).collect(),
            stops,
        }],
        marks,
        stop: words.latch_step.to_owned(),
        first: 0,
        here: None,
        quantities: [words.latch_state, words.latch_slope].map(str::to_owned).to_vec(),
        notes: vec![(words.latch_fixed_points.to_owned(), notes)],
    }
}

/// The first and the last state.
fn headline(states: &[Latched]) -> String {
    let (Some((first, _)), Some((last, _))) = (states.first(), states.last()) else { return String::new() };
    let group = Group::new(Measure::Number, [*first, *last]);
    let write = |h: f64| group.write(h, Digits::Headline);
    figures::latch_headline(states.len() - 1, &write(*first), &write(*last))
}
