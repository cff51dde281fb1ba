//! The picture of Start, to be taken along: the words, three chains of cells, and below each what of the error comes back.

use plotters_backend::DrawingBackend;

use engine::trace::CellKind;

use crate::Palette;
use crate::backend::{Drawing, Fault};
use crate::returning::{bend, returning, samples};
use crate::strip::{Heads, color};
use crate::style::{Align, Letters, Paint, Stroke};
use crate::text::Face;

/// How wide it is, in CSS pixels, and the room at its left and at its right.
const WIDTH: f64 = 960.0;
const WHO: f64 = 152.0;
const WHOLE: f64 = 52.0;
/// Between the numbers and the chains.
const BESIDE: f64 = 14.0;
/// How high the link between two words is, and what a lane has: the wires from the words, cells, a gap, the ribbon, and a gap.
const LINK: f64 = 28.0;
const LANE: [f64; 5] = [14.0, 34.0, 8.0, 28.0, 18.0];
/// The line of the samples.
const SAMPLES: f64 = 30.0;
/// The most of its column that a cell takes, and the least column that has one.
const CELL: f64 = 0.7;
const LEAST: f64 = 20.0;
/// The sizes of letters.
const NAME: f64 = 20.0;
const NUMBER: f64 = 18.0;
const SMALL: f64 = 12.0;
/// The widths of lines: of wires and of frames; of a curve or a road in a cell of 32.
const LINE: f64 = 1.5;
const INSIDE: f64 = 2.0;
const ROAD: f64 = 5.0;
/// How strong gates are.
const GATES: f64 = 0.75;
/// So many pieces make a curve.
const PIECES: usize = 16;

/// What is drawn in a cell of 32 by 32, as [`inside`](crate::inside) has it on the page.
struct Glyph {
    /// A curve through four points.
    curve: Option<[(f64, f64); 4]>,
    /// The ends of the state's road, and its height.
    road: Option<(f64, f64, f64)>,
    /// Gates, each by two corners.
    gates: &'static [[(f64, f64); 2]],
}

const CURVE: [(f64, f64); 4] = [(8.0, 22.0), (15.0, 22.0), (17.0, 10.0), (24.0, 10.0)];
const THREE: [[(f64, f64); 2]; 3] =
    [[(7.0, 17.0), (11.0, 25.0)], [(14.0, 17.0), (18.0, 25.0)], [(21.0, 17.0), (25.0, 25.0)]];
const TWO: [[(f64, f64); 2]; 2] = [[(9.0, 16.0), (14.0, 25.0)], [(18.0, 16.0), (23.0, 25.0)]];

fn glyph(cell: CellKind) -> Glyph {
    match cell {
        CellKind::Rnn => Glyph { curve: Some(CURVE), road: None, gates: &[] },
        CellKind::Lstm => Glyph { curve: None, road: Some((3.0, 29.0, 10.0)), gates: &THREE },
        CellKind::Gru => Glyph { curve: None, road: Some((3.0, 29.0, 9.0)), gates: &TWO },
    }
}

/// Points on the curve through four.
fn points([a, b, c, d]: [(f64, f64); 4]) -> Vec<(f64, f64)> {
    let at = |n: usize| {
        let t = n as f64 / PIECES as f64;
        let of = |a: f64, b: f64, c: f64, d: f64| {
            let s = 1.0 - t;
            s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d
        };
        (of(a.0, b.0, c.0, d.0), of(a.1, b.1, c.1, d.1))
    };
    (0..=PIECES).map(at).collect()
}

/// One network's answer.
pub struct Answer<'a> {
    /// Which network.
    pub cell: CellKind,
    /// What of the error is left at each cell up to the loss.
    pub shares: &'a [f64],
    /// What is left at the mark, as it is written; and how rare that is.
    pub written: [String; 2],
}

/// The picture.
pub struct Answered<'a> {
    /// The words.
    pub words: &'a [String],
    /// The step at which the shares are told, and that of the loss.
    pub ends: (usize, usize),
    /// The networks.
    pub answers: Vec<Answer<'a>>,
    /// What the shares are.
    pub arrives: &'a str,
    /// What stands before the samples of the ribbon.
    pub back: &'a str,
    /// At each sample.
    pub samples: [String; 5],
    /// At the loss.
    pub whole: &'a str,
}

impl Answered<'_> {
    fn across() -> f64 {
        WIDTH - WHO - WHOLE
    }

    fn column(&self) -> f64 {
        Self::across() / self.words.len().max(1) as f64
    }

    fn middle(&self, step: usize) -> f64 {
        WHO + (step as f64 + 0.5) * self.column()
    }

    /// Its size in CSS pixels.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        let lanes = LANE.iter().sum::<f64>() * self.answers.len() as f64;
        (WIDTH, LINK + Heads(self.words).height(Self::across()) + lanes + SAMPLES)
    }

    /// Draws it.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(&self, drawing: &mut Drawing<B>, palette: &Palette) -> Result<(), Fault<B>> {
        let (mark, read) = self.ends;
        let steps = self.words.len();
        let link = bend(mark, read, steps).map(|(x, y)| (WHO + x / 100.0 * Self::across(), y / 20.0 * (LINK - 4.0)));
        let dotted = Stroke { dash: Some((2.0, 4.0)), ..Stroke::new(palette.backward, INSIDE) };
        drawing.path(&points(link), dotted)?;
        let heads = Heads(self.words);
        let mut top = LINK + heads.height(Self::across());
        heads.draw(drawing, (WHO, top), Self::across(), palette)?;
        for answer in &self.answers {
            self.lane(drawing, answer, top, palette)?;
            top += LANE.iter().sum::<f64>();
        }
        self.key(drawing, top, palette)
    }

    fn lane<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        answer: &Answer,
        top: f64,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let own = color(palette, answer.cell);
        let right = |size, color, face| Letters::new(face, size, color).align(Align::Right);
        let [wire, cells, gap, ribbon, _] = LANE;
        let middle = top + wire + cells / 2.0;
        let (mark, read) = self.ends;
        let end = WHO - BESIDE;
        drawing.text(answer.cell.name(), (0.0, middle + 0.35 * NAME), &Letters::new(Face::SerifBold, NAME, own))?;
        let [share, one_in] = &answer.written;
        drawing.text(share, (end, middle + 0.35 * NUMBER), &right(NUMBER, own, Face::SansBold))?;
        let foot = top + wire + cells + gap + ribbon / 2.0;
        drawing.text(one_in, (end, foot + 0.35 * SMALL), &right(SMALL, palette.ink_soft, Face::Sans))?;
        self.chain(drawing, answer.cell, top, palette)?;
        for (place, of) in returning(answer.shares).into_iter().enumerate().skip(mark) {
            let (from, to) = (self.middle(place), self.middle(place + 1));
            let [a, b] = [of.earlier, of.later].map(|share| 0.5 * ribbon * share);
            let paint = Paint { color: palette.backward, alpha: of.strength };
            drawing.area(&[(from, foot - a), (to, foot - b), (to, foot + b), (from, foot + a)], paint)?;
        }
        let whole = Letters::new(Face::SansBold, SMALL, palette.backward);
        drawing.text(self.whole, (self.middle(read) + 6.0, foot + 0.35 * SMALL), &whole)
    }

    /// The cells and their wires.
    fn chain<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        cell: CellKind,
        top: f64,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let own = color(palette, cell);
        let [wire, cells, ..] = LANE;
        let middle = top + wire + cells / 2.0;
        let (first, last) = (self.middle(0), self.middle(self.words.len().saturating_sub(1)));
        drawing.path(&[(first, middle), (last, middle)], Stroke::new(own, 2.0 * LINE))?;
        if self.column() < LEAST {
            return Ok(());
        }
        let half = 0.5 * (CELL * self.column()).min(cells);
        let scale = half / 16.0;
        let Glyph { curve, road, gates } = glyph(cell);
        for step in 0..self.words.len() {
            let x = self.middle(step);
            let at = |(a, b): (f64, f64)| (x + (a - 16.0) * scale, middle + (b - 16.0) * scale);
            drawing.path(&[(x, top), (x, middle - half)], Stroke::new(palette.ink_soft, LINE))?;
            drawing.rect((x - half, middle - half), (x + half, middle + half), palette.paper)?;
            if let Some((from, to, y)) = road {
                drawing.path(&[at((from, y)), at((to, y))], Stroke::new(own, ROAD * scale))?;
            }
            for [from, to] in gates {
                drawing.rect(at(*from), at(*to), Paint { color: own, alpha: GATES })?;
            }
            if let Some(curve) = curve {
                drawing.path(&points(curve.map(at)), Stroke::new(own, INSIDE * scale))?;
            }
            drawing.frame((x - half, middle - half), (x + half, middle + half), Stroke::new(own, LINE))?;
        }
        Ok(())
    }

    /// What the ribbon looks like where so much is left.
    fn key<B: DrawingBackend>(&self, drawing: &mut Drawing<B>, top: f64, palette: &Palette) -> Result<(), Fault<B>> {
        let letters = Letters::new(Face::Sans, SMALL, palette.ink_soft);
        let high = LANE[3];
        let (middle, base) = (top + SAMPLES / 2.0, top + SAMPLES / 2.0 + 0.35 * SMALL);
        let (block, gap) = (24.0, 8.0);
        let texts: f64 = self.samples.iter().map(|text| block + letters.width(text) + 3.0 * gap).sum();
        let mut x = WHO + (Self::across() - texts - letters.width(self.back)) / 2.0;
        drawing.text(self.arrives, (WHO - BESIDE, base), &letters.align(Align::Right))?;
        drawing.text(self.back, (x, base), &letters)?;
        x += letters.width(self.back) + 2.0 * gap;
        for ((_, of), text) in samples().into_iter().zip(&self.samples) {
            let half = 0.5 * high * of.later;
            let paint = Paint { color: palette.backward, alpha: of.strength };
            drawing.rect((x, middle - half), (x + block, middle + half), paint)?;
            drawing.text(text, (x + block + gap, base), &letters)?;
            x += block + letters.width(text) + 3.0 * gap;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Drawn, Inside, Mark, Rgb, inside, record};

    fn drawn(steps: usize) -> (Vec<Drawn>, (f64, f64)) {
        let words: Vec<String> = (0..steps).map(|n| format!("w{n}")).collect();
        let shares: Vec<f64> = (0..steps).map(|step| 10_f64.powi(step as i32 + 1 - steps as i32)).collect();
        let answer = |cell| Answer { cell, shares: &shares, written: ["1 %".to_owned(), "1 in 100".to_owned()] };
        let answered = Answered {
            words: &words,
            ends: (1, steps - 1),
            answers: CellKind::ALL.map(answer).into(),
            arrives: "arrives",
            back: "back",
            samples: ["a", "b", "c", "d", "e"].map(str::to_owned),
            whole: "100 %",
        };
        let palette = Palette { backward: Rgb(200, 0, 0), paper: Rgb(255, 255, 255), ..Palette::default() };
        (record(answered.size(), |drawing| answered.draw(drawing, &palette)).unwrap(), answered.size())
    }

    #[test]
    fn the_error_has_all_its_width_at_the_loss_and_ends_at_the_mark() {
        let (marks, size) = drawn(4);
        let areas: Vec<_> = marks
            .iter()
            .filter_map(|own| if let Mark::Area(all) = &own.mark { Some((all, own.alpha)) } else { None })
            .collect();
        assert_eq!(areas.len(), 6, "two stretches of three networks");
        let high = |at: usize, corners: [usize; 2]| areas[at].0[corners[1]].1 - areas[at].0[corners[0]].1;
        // All of it, a tenth and a hundredth, on six decades.
        let found = [high(1, [1, 2]), high(1, [0, 3]), high(0, [0, 3])].map(|own| own / LANE[3] * 6.0);
        for (found, right) in found.into_iter().zip([6.0, 5.0, 4.0]) {
            assert!((found - right).abs() < 0.05, "{found} {right}");
        }
        assert!(areas[1].1 > areas[0].1, "weak looks weak");
        let is_in = |(x, y): &(f64, f64)| (-0.1..=size.0 + 0.1).contains(x) && (-0.1..=size.1 + 0.1).contains(y);
        for own in &marks {
            match &own.mark {
                Mark::Text(text) => assert!(is_in(&text.at), "{text:?}"),
                Mark::Path(points, _) | Mark::Area(points) => assert!(points.iter().all(is_in), "{points:?}"),
                _ => {}
            }
        }
    }

    #[test]
    fn of_many_words_the_chain_is_a_line() {
        let rects = |steps| drawn(steps).0.iter().filter(|own| matches!(own.mark, Mark::Rect(..))).count();
        // Paper and gates of each cell, and five samples.
        assert_eq!(rects(10), 10 * (3 + 3 + 2) + 5);
        assert_eq!(rects(200), 5);
    }

    #[test]
    fn cells_are_drawn_as_on_the_page() {
        let corners = |[(left, top), (right, foot)]: &[(f64, f64); 2]| format!("M{left} {top}H{right}V{foot}H{left}Z");
        for cell in CellKind::ALL {
            let Glyph { curve, road, gates } = glyph(cell);
            match inside(cell) {
                Inside::Curve(drawn) => {
                    let [a, b, c, d] = curve.unwrap().map(|(x, y)| format!("{x} {y}"));
                    assert_eq!(drawn, format!("M{a}C{b} {c} {d}"));
                }
                Inside::Gated { road: drawn, gates: all } => {
                    let (from, to, y) = road.unwrap();
                    assert_eq!(drawn, format!("M{from} {y}H{to}"));
                    assert_eq!(all, gates.iter().map(corners).collect::<String>());
                }
            }
        }
    }
}
