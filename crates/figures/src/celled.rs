//! The drawing of one cell at one step as marks, to be taken along.

use std::f64::consts::TAU;

use plotters_backend::DrawingBackend;

use engine::trace::CellKind;

use crate::Palette;
use crate::backend::{Drawing, Fault};
use crate::diagram::{BOX, CURVE, CURVE_SCALE, Diagram, HALF};
use crate::strip::color;
use crate::style::{Align, Letters, Paint, Stroke};
use crate::text::Face;

/// The sizes of letters: of numbers and names, of symbols, of a time below a symbol.
const NUMBER: f64 = 13.0;
const SYMBOL: f64 = 17.0;
const TIME: f64 = 10.0;
/// The base lines of a box's name, and how far below a port's name its number stands.
const NAMES: [f64; 2] = [243.0, 259.0];
const BELOW: f64 = 16.0;
/// How strong the lines of a closed road and of the cell's frame are, and how much of its colour a box is filled with.
const FAINT: f64 = 0.3;
const TINT: f64 = 0.3;
/// Where the RNN's weights stand, and their index.
const WEIGHTS: [((f64, f64), &str); 2] = [((44.0, 246.0), "hh"), ((126.0, 259.0), "ih")];
/// So many corners make a round sign.
const CORNERS: usize = 32;

/// What stands in a box.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// How far it is filled: 0 to 1, or from the middle −1 to 1.
    pub part: f64,
    /// Its number, as it is written.
    pub number: String,
    /// What it makes, in words.
    pub name: &'static str,
}

/// What stands at a port.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// What stands before its symbol.
    pub before: &'static str,
    /// Which step it is of.
    pub time: &'static str,
    /// What stands after its symbol, and what below its name.
    pub after: String,
    /// Below the name.
    pub below: String,
}

/// Where a unit is on the RNN's curve.
#[derive(Clone, Debug, PartialEq)]
pub struct OnCurve {
    /// What goes in and what comes out.
    pub at: (f64, f64),
    /// The slope there.
    pub slope: f64,
    /// Whether it is relu.
    pub relu: bool,
    /// What is told of the slope: its number, and what it is.
    pub told: [String; 2],
}

/// A cell at a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Celled {
    /// Which cell.
    pub cell: CellKind,
    /// Its drawing.
    pub diagram: Diagram,
    /// Whether it is seen going back.
    pub backward: bool,
    /// How thick each wire is, and whether its road is closed.
    pub wires: Vec<(f64, bool)>,
    /// What stands in each box.
    pub boxes: Vec<Filled>,
    /// What stands at each port.
    pub ports: Vec<Named>,
    /// The RNN's function.
    pub curve: Option<OnCurve>,
}

impl Celled {
    /// Draws it, on [`SIZE`](crate::diagram::SIZE).
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(&self, drawing: &mut Drawing<B>, palette: &Palette) -> Result<(), Fault<B>> {
        let own = color(palette, self.cell);
        let line = if self.backward { palette.backward } else { own };
        let [left, top, right, bottom] = self.diagram.frame;
        drawing.frame((left, top), (right, bottom), Stroke::new(Paint { color: own, alpha: FAINT }, 1.0))?;
        for (wire, (thickness, is_closed)) in self.diagram.wires.iter().zip(&self.wires) {
            let alpha = if *is_closed && wire.is_state() { FAINT } else { 1.0 };
            let paint = Paint { color: line, alpha };
            drawing.path(&wire.line(self.backward), Stroke::new(paint, *thickness))?;
            drawing.area(&wire.arrow(self.backward), paint)?;
            if *is_closed {
                drawing.path(&wire.bar(), Stroke::new(palette.ink, 3.0))?;
            }
        }
        if let Some(curve) = &self.curve {
            curve.draw(drawing, palette, own)?;
        }
        self.boxes(drawing, palette)?;
        for sign in &self.diagram.signs {
            let point = |n: usize| {
                let angle = TAU * n as f64 / CORNERS as f64;
                (sign.at.0 + sign.radius.0 * angle.cos(), sign.at.1 + sign.radius.1 * angle.sin())
            };
            let round: Vec<_> = (0..=CORNERS).map(point).collect();
            drawing.area(&round, palette.paper)?;
            drawing.path(&round, Stroke::new(palette.ink, 1.5))?;
            let letters = Letters::new(Face::SansBold, NUMBER, palette.ink).align(Align::Middle);
            drawing.text(sign.text, (sign.at.0, sign.at.1 + 5.0), &letters)?;
        }
        self.ports(drawing, palette)
    }

    fn boxes<B: DrawingBackend>(&self, drawing: &mut Drawing<B>, palette: &Palette) -> Result<(), Fault<B>> {
        let (own, (top, foot)) = (color(palette, self.cell), BOX);
        let text = |face, size| Letters::new(face, size, palette.ink).align(Align::Middle);
        for (place, filled) in self.diagram.boxes.iter().zip(&self.boxes) {
            let (left, right) = (place.x - HALF, place.x + HALF);
            let part = if filled.part.is_finite() { filled.part.clamp(-1.0, 1.0) } else { 0.0 };
            let from = if place.signed { f64::midpoint(top, foot) } else { foot };
            let high = if place.signed { (foot - top) / 2.0 } else { foot - top };
            drawing.rect((left, top), (right, foot), palette.paper)?;
            let (a, b) = (from - part * high, from);
            drawing.rect((left, a.min(b)), (right, a.max(b)), palette.paper.mix(own, TINT))?;
            drawing.frame((left, top), (right, foot), Stroke::new(own, 1.5))?;
            drawing.text(place.function, (place.x, top + 16.0), &text(Face::Sans, NUMBER))?;
            drawing.text(&filled.number, (place.x, top + 33.0), &text(Face::SansBold, NUMBER))?;
            let symbol = text(Face::MathItalic, SYMBOL);
            drawing.text(place.quantity.symbol().0, (place.x - 15.0, top - 6.0), &symbol)?;
            let name = Letters { color: palette.ink_soft, ..text(Face::Sans, NUMBER) };
            for (line, y) in filled.name.split(' ').zip(NAMES) {
                drawing.text(line, (place.x, y), &name)?;
            }
        }
        Ok(())
    }

    fn ports<B: DrawingBackend>(&self, drawing: &mut Drawing<B>, palette: &Palette) -> Result<(), Fault<B>> {
        let letters = |face, size| Letters::new(face, size, palette.ink);
        let (plain, symbol, time) =
            (letters(Face::Sans, NUMBER), letters(Face::MathItalic, SYMBOL), letters(Face::Sans, TIME));
        for (port, named) in self.diagram.ports.iter().zip(&self.ports) {
            let pieces = [
                (named.before, &plain, 0.0),
                (port.quantity.symbol().0, &symbol, 0.0),
                (named.time, &time, 3.0),
                (&*named.after, &plain, 0.0),
            ];
            let whole: f64 = pieces.iter().map(|(text, letters, _)| letters.width(text)).sum();
            let mut x = if port.ends { port.at.0 - whole } else { port.at.0 };
            for (text, letters, down) in pieces {
                drawing.text(text, (x, port.at.1 + down), letters)?;
                x += letters.width(text);
            }
            let below = plain.align(if port.ends { Align::Right } else { Align::Left });
            if !named.below.is_empty() {
                drawing.text(&named.below, (port.at.0, port.at.1 + BELOW), &below)?;
            }
        }
        Ok(())
    }
}

impl OnCurve {
    fn draw<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        palette: &Palette,
        own: crate::Rgb,
    ) -> Result<(), Fault<B>> {
        let [left, top, right, bottom] = CURVE;
        let (middle, (across, up)) = ((f64::midpoint(left, right), f64::midpoint(top, bottom)), CURVE_SCALE);
        let place = |x: f64, y: f64| (middle.0 + x * across, middle.1 - y.min(1.2) * up);
        drawing.rect((left, top), (right, bottom), palette.paper)?;
        let edge = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        drawing.path(&edge, Stroke::new(own, 1.5))?;
        drawing.path(&[(left, middle.1), (right, middle.1)], Stroke::new(palette.line, 1.0))?;
        drawing.path(&[(middle.0, top), (middle.0, bottom)], Stroke::new(palette.line, 1.0))?;
        let value = |x: f64| if self.relu { x.clamp(0.0, 1.2) } else { x.tanh() };
        let curve: Vec<_> = (-30..=30).map(|n| f64::from(n) / 10.0).map(|x| place(x, value(x))).collect();
        drawing.path(&curve, Stroke::new(own, 2.0))?;
        let (x, y) = place(if self.at.0.is_finite() { self.at.0.clamp(-3.2, 3.2) } else { 0.0 }, self.at.1);
        let slope = self.slope * up / across;
        let reach = 34.0 / (1.0 + slope * slope).sqrt();
        let tangent = [(x - reach, y + slope * reach), (x + reach, y - slope * reach)];
        drawing.path(&tangent, Stroke::new(palette.backward, 2.0))?;
        drawing.dot((x, y), 5.0, own)?;
        let text = |face, color| Letters::new(face, NUMBER, color);
        let name = if self.relu { "relu" } else { "tanh" };
        drawing.text(name, (left + 8.0, top + 18.0), &text(Face::Sans, palette.ink))?;
        let middle_of = |face, color| text(face, color).align(Align::Middle);
        // By which weights what comes by a line is multiplied.
        for ((x, y), index) in WEIGHTS {
            let soft = text(Face::Sans, palette.ink_soft);
            drawing.text("× W", (x, y), &soft)?;
            let small = Letters { size: TIME, ..soft };
            drawing.text(index, (x + soft.width("× W"), y + 3.0), &small)?;
        }
        drawing.text(&self.told[0], (middle.0, 44.0), &middle_of(Face::SansBold, palette.ink))?;
        drawing.text(&self.told[1], (middle.0, 60.0), &middle_of(Face::Sans, palette.ink_soft))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::{SIZE, diagram};
    use crate::{Mark, Rgb, record};
    use engine::trace::Form;

    fn celled(cell: CellKind) -> Celled {
        let diagram = diagram(cell, Form::default());
        let filled = |own: &crate::diagram::Layered| Filled {
            part: if own.signed { -0.5 } else { 0.25 },
            number: "0.25".to_owned(),
            name: "forget gate",
        };
        let named = Named { before: "", time: "t", after: " = 1".to_owned(), below: String::new() };
        Celled {
            cell,
            backward: false,
            wires: diagram.wires.iter().map(|_| (2.0, false)).collect(),
            boxes: diagram.boxes.iter().map(filled).collect(),
            ports: diagram.ports.iter().map(|_| named.clone()).collect(),
            curve: (cell == CellKind::Rnn).then(|| OnCurve {
                at: (1.0, 0.76),
                slope: 0.42,
                relu: false,
                told: ["tanh′ = 0.42".to_owned(), "its slope".to_owned()],
            }),
            diagram,
        }
    }

    #[test]
    fn each_gate_is_filled_as_far_as_it_is_open_and_all_lies_on_the_drawing() {
        let palette = Palette { cells: [Rgb(90, 0, 0), Rgb(0, 90, 0), Rgb(0, 0, 90)], ..Palette::default() };
        for cell in CellKind::ALL {
            let own = celled(cell);
            let marks = record(SIZE, |drawing| own.draw(drawing, &palette)).unwrap();
            let tint = palette.paper.mix(color(&palette, cell), TINT);
            let fills: Vec<f64> = marks
                .iter()
                .filter(|own| own.color == tint)
                .filter_map(|own| if let Mark::Rect(from, to) = own.mark { Some(to.1 - from.1) } else { None })
                .collect();
            // A quarter of a gate's box; of a candidate's a quarter, too: half of its lower half.
            assert_eq!(fills.len(), own.boxes.len(), "{cell:?}");
            assert!(fills.iter().all(|high| (high - 10.0).abs() < 0.2), "{cell:?}: {fills:?}");
            for own in &marks {
                if let Mark::Text(text) = &own.mark {
                    let ((left, top), (right, foot)) = text.room();
                    assert!(left >= -1.0 && top >= 0.0 && right <= SIZE.0 + 1.0 && foot <= SIZE.1 + 1.0, "{text:?}");
                }
            }
            let heads = marks.iter().filter(|own| matches!(&own.mark, Mark::Area(all) if all.len() == 3)).count();
            assert_eq!(heads, own.wires.len(), "each wire has a head");
        }
    }

    #[test]
    fn going_back_the_lines_have_the_colour_of_the_gradient_and_a_closed_road_a_bar() {
        let palette = Palette { backward: Rgb(200, 0, 200), ink: Rgb(7, 7, 7), ..Palette::default() };
        let mut own = celled(CellKind::Lstm);
        own.backward = true;
        own.wires[0].1 = true;
        let marks = record(SIZE, |drawing| own.draw(drawing, &palette)).unwrap();
        let purple = marks.iter().filter(|own| own.color == palette.backward).count();
        assert_eq!(purple, 2 * own.wires.len());
        let bars = |own: &&crate::Drawn| {
            own.color == palette.ink && matches!(&own.mark, Mark::Path(all, 3.0) if all.len() == 2)
        };
        assert_eq!(marks.iter().filter(bars).count(), 1);
    }
}
