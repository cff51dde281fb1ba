//! The error of a network of one unit over its two numbers, with two descents on it: as the gradients are, and clipped.

use crate::chart::{Role, Shape};
use crate::paths::{Ground, Path, Paths};
use crate::{Axis, Format, Legend, Map, Scale, Tones};
use engine::trace::CellKind;
use model::keys::{CLIFF_B, CLIFF_W};
use words::figures::{self, words};
use words::format::{self, Digits, Group, Measure};

/// The largest error: the target is 0.7, and the unit's state lies between 0 and 1.
const LARGEST: f64 = 0.49;

/// A point of a descent: w, b and the error there.
pub type Descended = [f64; 3];

/// The error over w and b in `side` × `side` fields, row-major with the largest b first, and both descents.
#[must_use]
pub fn cliff(errors: &[f64], side: usize, plain: &[Descended], clipped: &[Descended]) -> Paths {
    let words = words();
    let axis = |title: &str, (low, high): (f64, f64)| Axis {
        title: title.to_owned(),
        scale: Scale::Linear(low, high),
        format: Format::Of(Measure::Number),
    };
    // The cube root brings the flat parts out.
    let levels = errors.iter().map(|error| Some((error / LARGEST).cbrt()));
    let ends = ["0".to_owned(), format::short(LARGEST / 8.0), format::short(LARGEST)];
    let legend = Legend { title: words.cliff_shade.to_owned(), ends, tones: Tones::Ink };
    let path = |name: &str, role, shape, points: &[Descended]| {
        let places: Vec<(f64, f64)> = points.iter().map(|[w, b, _]| (*w, *b)).collect();
        let numbers = points.iter().map(|point| point.to_vec()).collect();
        Path { name: name.to_owned(), role, shape, points: places.clone(), stops: places, numbers }
    };
    Paths {
        headline: headline(plain, clipped),
        x: axis(words.cliff_w_axis, CLIFF_W),
        y: axis(words.cliff_b_axis, CLIFF_B),
        ground: Some(Ground::Map(Map::new(side, levels, legend))),
        guides: vec![],
        paths: vec![
            path(words.cliff_plain, Role::Ink, Shape::Dashed, plain),
            path(words.cliff_clipped, Role::Cell(CellKind::Rnn), Shape::Line, clipped),
        ],
        marks: vec![],
        stop: words.cliff_step.to_owned(),
        first: 0,
        here: None,
        quantities: ["w", "b", "E"].map(str::to_owned).to_vec(),
        notes: vec![],
    }
}

/// The last error of both.
fn headline(plain: &[Descended], clipped: &[Descended]) -> String {
    let (Some([.., plain]), Some([.., clipped])) = (plain.last(), clipped.last()) else { return String::new() };
    let group = Group::new(Measure::Number, [*plain, *clipped]);
    figures::cliff_headline(&group.write(*plain, Digits::Headline), &group.write(*clipped, Digits::Headline))
}
