//! A chain of cells as marks, to be taken along: the words, the cells with their roads and gates, and the error that goes back.

use plotters_backend::DrawingBackend;

use engine::trace::{CellKind, Form};

use crate::backend::{Drawing, Fault};
use crate::strip::{Heads, color};
use crate::style::{Align, Letters, Paint, Stroke};
use crate::text::Face;
use crate::unrolled::{Arrival, Places, Rect, Way};
use crate::{Palette, Rgb};

/// The sizes of letters: of what stands in a cell, and of the box of its weights.
const NUMBER: f64 = 12.0;
const LETTER: f64 = 13.0;
/// The widths of lines: round a cell, and of all else.
const FRAME: f64 = 1.5;
const LINE: f64 = 1.0;
/// The head of a wire: its length, and half its height.
const HEAD: (f64, f64) = (6.0, 3.5);
/// How strong the walls of a pipe are, and how much of its colour the box of the weights has.
const FAINT: f64 = 0.45;
const TINT: f64 = 0.12;

/// One network's chain.
pub struct Chained<'a> {
    /// Where its parts lie, below the words.
    pub places: Places,
    /// The words.
    pub words: &'a [String],
    /// What of the error arrives at each cell before the loss.
    pub arrivals: &'a [Arrival],
    /// How far each cell's valve is open.
    pub openings: &'a [f64],
    /// What is written below the roads of each cell; empty for none.
    pub written: &'a [String],
    /// The cell's form.
    pub form: Form,
    /// The step at which the loss is read.
    pub read: usize,
}

impl Chained<'_> {
    /// Its size in CSS pixels.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        (self.places.width, self.heads().height(self.places.width) + self.places.height())
    }

    fn heads(&self) -> Heads<'_> {
        Heads(self.words)
    }

    /// Draws it.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(&self, drawing: &mut Drawing<B>, palette: &Palette) -> Result<(), Fault<B>> {
        let top = self.heads().height(self.places.width);
        self.heads().draw(drawing, (0.0, top), self.places.width, palette)?;
        let own = color(palette, self.places.cell);
        let steps = 0..self.places.steps;
        if self.places.has_cells() {
            for step in steps.clone() {
                let (middle, [from, to]) = (self.places.middle(step), corners(self.places.frame(step), top));
                drawing.path(&[(middle, top), (middle, from.1)], Stroke::new(palette.ink_soft, LINE))?;
                drawing.frame(from, to, Stroke::new(own, FRAME))?;
            }
        } else {
            self.walls(drawing, top, own)?;
        }
        self.ribbons(drawing, top, palette)?;
        for way in Way::of(self.places.cell).iter().filter(|_| self.places.has_cells()) {
            for step in steps.clone().skip(1) {
                self.wire(drawing, self.places.wire(step), top + self.places.road(*way), own)?;
            }
        }
        for (step, opening) in self.openings.iter().enumerate().filter(|_| self.places.has_cells()) {
            for jaw in self.places.jaws(step, *opening) {
                let [from, to] = corners(jaw, top);
                drawing.rect(from, to, own)?;
            }
        }
        if !self.places.has_cells() {
            let means = self.openings.iter().enumerate().filter(|(_, mean)| mean.is_finite());
            let line: Vec<_> = means.map(|(step, mean)| moved(self.places.mean(step, *mean), top)).collect();
            drawing.path(&line, Stroke::new(own, LINE))?;
        }
        for step in steps {
            self.weights(drawing, step, top, palette)?;
        }
        self.barriers(drawing, top, palette)
    }

    /// The walls of a pipe, and the middle of the other road, where the chain is a line.
    fn walls<B: DrawingBackend>(&self, drawing: &mut Drawing<B>, top: f64, own: Rgb) -> Result<(), Fault<B>> {
        let ends = (self.places.middle(0), self.places.middle(self.places.steps.saturating_sub(1)));
        for way in Way::of(self.places.cell) {
            let (y, half) = (top + self.places.road(*way), self.places.half());
            let lines = if *way == Way::Straight { vec![y - half, y + half] } else { vec![y] };
            for y in lines {
                let faint = Paint { color: own, alpha: FAINT };
                drawing.path(&[(ends.0, y), (ends.1, y)], Stroke::new(faint, LINE))?;
            }
        }
        Ok(())
    }

    fn ribbons<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        top: f64,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        for piece in self.places.pieces(self.arrivals) {
            let y = top + self.places.road(piece.way);
            let shape = [
                (piece.from, y - piece.earlier),
                (piece.to, y - piece.later),
                (piece.to, y + piece.later),
                (piece.from, y + piece.earlier),
            ];
            if piece.is_against {
                drawing.path(&[&shape[..], &shape[..1]].concat(), Stroke::new(palette.backward, LINE))?;
            } else {
                drawing.area(&shape, Paint { color: palette.backward, alpha: piece.strength })?;
            }
        }
        Ok(())
    }

    fn wire<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        (from, to): (f64, f64),
        y: f64,
        own: Rgb,
    ) -> Result<(), Fault<B>> {
        let head = (to - from).min(HEAD.0);
        drawing.path(&[(from, y), (to - head, y)], Stroke::new(own, LINE))?;
        drawing.area(&[(to - head, y - HEAD.1), (to, y), (to - head, y + HEAD.1)], own)
    }

    /// The box of the weights and what is written below the roads, where there is room.
    fn weights<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        step: usize,
        top: f64,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let (own, middle) = (color(palette, self.places.cell), self.places.middle(step));
        if self.places.frame(step).width > self.places.weights(step).width {
            let [from, to] = corners(self.places.weights(step), top);
            drawing.rect(from, to, palette.paper.mix(own, TINT))?;
            drawing.frame(from, to, Stroke::new(own, LINE))?;
            let letters = Letters::new(Face::MathItalic, LETTER, own).align(Align::Middle);
            drawing.text("W", (middle, top + self.places.road(Way::Through) + 4.5), &letters)?;
        }
        if let Some(written) = self.written.get(step).filter(|_| self.places.is_written()) {
            let letters = Letters::new(Face::Sans, NUMBER, palette.ink_soft).align(Align::Middle);
            drawing.text(written, (middle, top + self.places.foot()), &letters)?;
        }
        Ok(())
    }

    /// A closed road ends at a bar before the loss.
    fn barriers<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        top: f64,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let cell: CellKind = self.places.cell;
        for way in Way::of(cell).iter().filter(|way| way.is_closed(cell, self.form) && self.read > 0) {
            let (x, y) = (self.places.barrier(self.read), top + self.places.road(*way));
            let reach = self.places.half() + 2.0;
            drawing.path(&[(x, y - reach), (x, y + reach)], Stroke::new(palette.ink, 2.0 * FRAME))?;
        }
        Ok(())
    }
}

fn moved((x, y): (f64, f64), top: f64) -> (f64, f64) {
    (x, y + top)
}

/// The corners of a rectangle that lies so far down.
fn corners(Rect { x, y, width, height }: Rect, top: f64) -> [(f64, f64); 2] {
    [(x, top + y), (x + width, top + y + height)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Drawn, Mark, arrivals, openings, record};
    use model::lab::Run;
    use model::sequence::{Library, impulse};
    use model::settings::Settings;

    /// The default sentence read by a cell, as marks with its size.
    fn drawn(cell: CellKind, settings: &Settings) -> (Vec<Drawn>, (f64, f64), Vec<Arrival>) {
        let sequence = settings.sequence(Library::shipped());
        let run = Run::new(settings, &sequence);
        let trace = &run.lane(cell).trace;
        let (arrivals, openings) = (arrivals(trace), openings(trace.top()));
        let chained = Chained {
            places: Places { cell, steps: trace.steps(), width: 960.0, scale: 1.0 },
            words: &sequence.labels,
            arrivals: &arrivals,
            openings: &openings,
            written: &vec!["0.50".to_owned(); trace.steps()],
            form: trace.top().parameters.form,
            read: trace.read,
        };
        let size = chained.size();
        let palette = Palette { backward: Rgb(200, 0, 0), ink: Rgb(1, 1, 1), ..Palette::default() };
        (record(size, |drawing| chained.draw(drawing, &palette)).unwrap(), size, arrivals)
    }

    #[test]
    fn each_cell_has_its_word_and_the_error_the_width_of_what_arrives() {
        let settings = Settings::default();
        for cell in CellKind::ALL {
            let (marks, size, arrivals) = drawn(cell, &settings);
            let texts = marks.iter().filter(|own| matches!(own.mark, Mark::Text(_))).count();
            let steps = settings.sequence(Library::shipped()).labels.len();
            assert!(texts >= 3 * steps, "{cell:?}: words, W and numbers: {texts}");
            let red = marks.iter().filter(|own| own.color == Rgb(200, 0, 0));
            let areas: Vec<&Vec<(f64, f64)>> =
                red.filter_map(|own| if let Mark::Area(all) = &own.mark { Some(all) } else { None }).collect();
            assert!(areas.len() >= arrivals.len(), "{cell:?}");
            // The widest is where the loss is read.
            let width = |area: &&Vec<(f64, f64)>| area[3].1 - area[0].1;
            let widest = areas.iter().map(width).fold(0.0, f64::max);
            let last = areas.iter().max_by(|a, b| a[1].0.total_cmp(&b[1].0)).unwrap();
            assert!((width(last) - widest).abs() < 0.2, "{cell:?}: {} {widest}", width(last));
            let is_in = |(x, y): &(f64, f64)| (-0.1..=size.0 + 0.1).contains(x) && (-0.1..=size.1 + 0.1).contains(y);
            assert!(areas.iter().all(|area| area.iter().all(is_in)));
        }
    }

    #[test]
    fn of_many_steps_the_chain_is_a_line_without_cells() {
        let sequence = impulse(500, 8);
        let run = Run::new(&Settings::default(), &sequence);
        let trace = &run.lane(CellKind::Lstm).trace;
        let (arrivals, openings) = (arrivals(trace), openings(trace.top()));
        let chained = Chained {
            places: Places { cell: CellKind::Lstm, steps: 500, width: 960.0, scale: 1.0 },
            words: &sequence.labels,
            arrivals: &arrivals,
            openings: &openings,
            written: &[],
            form: trace.top().parameters.form,
            read: trace.read,
        };
        let marks = record(chained.size(), |drawing| chained.draw(drawing, &Palette::default())).unwrap();
        assert!(marks.iter().all(|own| !matches!(own.mark, Mark::Rect(..))), "no valve and no box");
        assert!(
            marks.iter().any(|own| matches!(&own.mark, Mark::Path(points, _) if points.len() == 500)),
            "the gate's mean"
        );
    }
}
