//! Points of the complex plane, with the circle of radius 1.

use plotters_backend::DrawingBackend;

use crate::backend::{Drawing, Fault};
use crate::chart::Role;
use crate::read::Table;
use crate::style::{Align, Letters, Stroke};
use crate::text::Face;
use crate::{Paint, Palette};
use words::figures::{self, words};
use words::format::{Digits, Group, Measure};

/// The sides that a circle is drawn with.
const SIDES: usize = 96;
/// Room for the titles of the axes, in CSS pixels.
const EDGE: f64 = 22.0;

/// Points of the complex plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    /// What is seen, as a sentence.
    pub headline: String,
    /// Real and imaginary parts from minus this to this are shown.
    pub reach: f64,
    /// What is drawn, the first below the others.
    pub sets: Vec<Set>,
}

/// Points that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Set {
    /// What they are.
    pub name: String,
    /// Their colour.
    pub role: Role,
    /// Whether they are drawn as rings; else as dots.
    pub rings: bool,
    /// Real and imaginary part of each.
    pub points: Vec<(f64, f64)>,
}

/// A point with what is read out of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Its place in CSS pixels.
    pub place: (f64, f64),
    /// What it is, with its number and its distance from 0.
    pub text: String,
}

impl Plane {
    /// Half the side of what is shown that holds all points, in halves, so that the plane stands still under small changes.
    #[must_use]
    pub fn reach_of<'a>(points: impl IntoIterator<Item = &'a (f64, f64)>) -> f64 {
        let most = points.into_iter().map(|(re, im)| re.hypot(*im)).filter(|r| r.is_finite()).fold(0.0, f64::max);
        ((most * 2.0 * 1.02).ceil() / 2.0).max(1.5)
    }

    /// Pixels of a unit in a size.
    fn unit(&self, (width, height): (f64, f64)) -> f64 {
        (width.min(height) / 2.0 - EDGE) / self.reach
    }

    /// The place of a number in a size, in CSS pixels.
    #[must_use]
    pub fn place(&self, size: (f64, f64), (re, im): (f64, f64)) -> (f64, f64) {
        let unit = self.unit(size);
        (size.0 / 2.0 + re * unit, size.1 / 2.0 - im * unit)
    }

    /// All points, those of a set from the largest modulus on.
    #[must_use]
    pub fn spots(&self, size: (f64, f64)) -> Vec<Spot> {
        let all = self.sets.iter().flat_map(|set| {
            let mut points: Vec<(f64, f64)> = set.points.clone();
            points.sort_by(|a, b| b.0.hypot(b.1).total_cmp(&a.0.hypot(a.1)));
            points.into_iter().map(move |point| (set, point))
        });
        all.map(|(set, (re, im))| {
            let group = Group::new(Measure::Number, [re, im, re.hypot(im)]);
            let write = |x: f64| group.write(x, Digits::Table);
            let text = figures::plane_spot(&set.name, &write(re), &write(im), &write(re.hypot(im)));
            Spot { place: self.place(size, (re, im)), text }
        })
        .collect()
    }

    /// All points as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let words = words();
        let points = || self.sets.iter().flat_map(|set| set.points.iter().map(move |point| (set, *point)));
        let group = Group::new(Measure::Number, points().flat_map(|(_, (re, im))| [re, im, re.hypot(im)]));
        let row = |(set, (re, im)): (&Set, (f64, f64))| {
            let numbers = [re, im, re.hypot(im)].map(|x| group.column(x, Digits::Table));
            std::iter::once(set.name.clone()).chain(numbers).collect()
        };
        let head = [words.plane_of, words.plane_real, words.plane_imaginary, words.plane_modulus];
        Table { head: head.map(str::to_owned).to_vec(), rows: points().map(row).collect(), notes: vec![] }
    }

    /// Draws the plane. The spot that is looked at has a ring of ink.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        looked: Option<(f64, f64)>,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let size = drawing.size();
        let (middle, unit) = ((size.0 / 2.0, size.1 / 2.0), self.unit(size));
        let half = self.reach * unit;
        let line = Stroke::new(palette.line, 1.0);
        drawing.path(&[(middle.0 - half, middle.1), (middle.0 + half, middle.1)], line)?;
        drawing.path(&[(middle.0, middle.1 - half), (middle.0, middle.1 + half)], line)?;
        drawing.path(&circle(middle, unit), Stroke::new(palette.ink_soft, 1.2))?;
        let tick = Letters::new(Face::Sans, 12.0, palette.ink_soft).halo(palette.paper);
        drawing.text("1", (middle.0 + unit + 4.0, middle.1 + 14.0), &tick)?;
        // Beyond the end of its axis, where no point is; above it in a narrow figure.
        let (end, top) = (middle.0 + half, (middle.0 + 6.0, middle.1 - half + 8.0));
        if end + 4.0 + tick.width(words().plane_real) <= size.0 {
            drawing.text(words().plane_real, (end + 4.0, middle.1 + 0.36 * 12.0), &tick)?;
        } else {
            drawing.text(words().plane_real, (end, middle.1 - 6.0), &tick.align(Align::Right))?;
        }
        drawing.text(words().plane_imaginary, top, &tick)?;
        for set in &self.sets {
            let color = set.role.color(palette);
            for point in set.points.iter().filter(|(re, im)| re.is_finite() && im.is_finite()) {
                let place = self.place(size, *point);
                if set.rings {
                    drawing.path(&circle(place, 4.0), Stroke::new(color, 1.2))?;
                } else {
                    drawing.dot(place, 3.0, Paint::from(color))?;
                }
            }
        }
        match looked {
            Some(place) => drawing.path(&circle(place, 7.0), Stroke::new(palette.ink, 1.6)),
            None => Ok(()),
        }
    }
}

/// A circle as a path.
fn circle((x, y): (f64, f64), radius: f64) -> Vec<(f64, f64)> {
    let at = |side: usize| {
        let (sin, cos) = (side as f64 / SIDES as f64 * std::f64::consts::TAU).sin_cos();
        (x + radius * cos, y + radius * sin)
    };
    (0..=SIDES).map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plane() -> Plane {
        let points = vec![(0.5, 0.0), (-0.25, 0.75)];
        let set = |rings| Set { name: "J".to_owned(), role: Role::Ink, rings, points: points.clone() };
        Plane { headline: String::new(), reach: Plane::reach_of(&points), sets: vec![set(false), set(true)] }
    }

    #[test]
    fn a_number_stands_where_its_parts_say() {
        let plane = plane();
        assert_eq!(plane.reach, 1.5);
        let size = (300.0, 240.0);
        let unit = (120.0 - EDGE) / 1.5;
        assert_eq!(plane.place(size, (0.0, 0.0)), (150.0, 120.0));
        assert_eq!(plane.place(size, (1.0, -1.0)), (150.0 + unit, 120.0 + unit));
        let spots = plane.spots(size);
        assert_eq!(spots.len(), 4);
        assert!(spots[0].text.contains("0.79"), "the largest modulus first: {}", spots[0].text);
    }

    #[test]
    fn every_point_is_in_the_table() {
        let table = plane().table();
        assert_eq!((table.head.len(), table.rows.len()), (4, 4));
    }
}
