//! Lanes as shapes, for the paper: the states of each unit, the gates' means, and the ribbon of what is left of the gradient; and
//! several of them below their words, as a worksheet has them.

use plotters_backend::DrawingBackend;

use engine::trace::{CellKind, Layer, Quantity};
use model::settings::Part;

use crate::backend::{Drawing, Fault};
use crate::lane::{Band, LaneLayout, Rows};
use crate::style::{Align, Letters, Stroke};
use crate::text::Face;
use crate::{LogScale, Palette, Rgb};

/// The most shapes that states are drawn with: more is a picture of pixels.
const MOST: usize = 4000;
/// The least height of a lane below its name.
const LEAST: f64 = 60.0;
/// The room of the names, and of the rows' letters.
const NAMES: f64 = 64.0;
const ROWS: f64 = 28.0;
/// The sizes of the letters.
const WORD: f64 = 12.0;
const NAME: f64 = 15.0;
const ROW: f64 = 14.0;
/// Between lanes.
const BETWEEN: f64 = 10.0;
/// The longest that a word is where it is written upwards.
const LONGEST: f64 = 70.0;

/// One lane: the layer, and what is left of the gradient at each step that the loss hears.
#[derive(Clone, Copy)]
pub struct Strip<'a> {
    /// The layer.
    pub layer: &'a Layer,
    /// What is left of the gradient, up to the step at which the loss is read. What is not finite is not drawn.
    pub reach: &'a [f64],
}

impl Strip<'_> {
    /// Whether it is few enough shapes.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.layer.steps() * self.layer.hidden() <= MOST
    }

    /// Draws the lane from an upper left corner on.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        layout: &LaneLayout,
        (left, top): (f64, f64),
        width: f64,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let room = Room { left, top, column: width / self.layer.steps() as f64 };
        for band in &layout.bands {
            match band.part {
                Part::State(quantity) => self.states(drawing, band, quantity, room, palette)?,
                Part::Gate(quantity) => self.gate(drawing, band, quantity, room, palette)?,
                Part::Gradient => self.ribbon(drawing, band, room, palette)?,
                Part::Token => {}
            }
        }
        Ok(())
    }

    fn states<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        band: &Band,
        quantity: Quantity,
        room: Room,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let height = band.height / self.layer.hidden() as f64;
        let gap = if height >= 5.0 { 0.35 } else { 0.0 };
        for t in 0..self.layer.steps() {
            for (unit, x) in self.layer.value(quantity, t).iter().enumerate() {
                let color =
                    if x.is_finite() { palette.signed.at(((x + 1.0) / 2.0).clamp(0.0, 1.0)) } else { palette.alarm };
                let y = room.top + band.top + unit as f64 * height;
                drawing.rect(
                    (room.x(t) + room.gap(), y + gap),
                    (room.x(t + 1) - room.gap(), y + height - gap),
                    color,
                )?;
            }
        }
        Ok(())
    }

    fn gate<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        band: &Band,
        quantity: Quantity,
        room: Room,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let (top, foot) = (room.top + band.top, room.top + band.top + band.height);
        for t in 0..self.layer.steps() {
            let (from, to) = (room.x(t) + room.gap(), room.x(t + 1) - room.gap());
            let gate = self.layer.value(quantity, t);
            let mean = gate.iter().sum::<f64>() / gate.len() as f64;
            drawing.rect((from, top), (to, foot), palette.line)?;
            if mean.is_finite() {
                drawing.rect((from, foot - mean * band.height), (to, foot), color(palette, self.layer.cell()))?;
            }
        }
        Ok(())
    }

    fn ribbon<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        band: &Band,
        room: Room,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let middle = room.top + band.top + band.height / 2.0;
        let level =
            |t: usize| self.reach.get(t).filter(|share| share.is_finite()).map(|share| LogScale::RIBBON.level(*share));
        let half = |level: f64| (level * band.height / 2.0).max(0.4);
        for (t, here) in (0..self.reach.len()).filter_map(|t| Some((t, level(t)?))) {
            let beside = |other: Option<f64>| half(other.map_or(here, |other| (here + other) / 2.0));
            let (before, after) = (beside(t.checked_sub(1).and_then(level)), beside(level(t + 1)));
            let (from, at, to) = (room.x(t), room.x(t) + room.column / 2.0, room.x(t + 1));
            let outline = [
                (from, middle - before),
                (at, middle - half(here)),
                (to, middle - after),
                (to, middle + after),
                (at, middle + half(here)),
                (from, middle + before),
            ];
            drawing.area(&outline, palette.gradient.at(here))?;
        }
        Ok(())
    }
}

/// Where columns stand.
#[derive(Clone, Copy)]
struct Room {
    left: f64,
    top: f64,
    column: f64,
}

impl Room {
    fn x(self, t: usize) -> f64 {
        self.left + t as f64 * self.column
    }

    fn gap(self) -> f64 {
        if self.column >= 9.0 { 0.75 } else { 0.0 }
    }
}

/// The colour of a cell.
pub fn color(palette: &Palette, cell: CellKind) -> Rgb {
    let place = CellKind::ALL.iter().position(|own| *own == cell).unwrap_or_default();
    palette.cells[place]
}

/// Where a lane of several stands: its upper left corner, its width, and its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// The width.
    pub width: f64,
    /// The rows.
    pub layout: LaneLayout,
}

impl Stand {
    /// Two corners of the column of a step, of so many steps.
    #[must_use]
    pub fn column(&self, step: usize, steps: usize) -> [(f64, f64); 2] {
        let column = self.width / steps.max(1) as f64;
        let (from, to) = (self.left + step as f64 * column, self.left + (step + 1) as f64 * column);
        [(from, self.top), (to, self.top + self.layout.height)]
    }
}

/// Lanes below their words.
pub struct Strips<'a> {
    /// The words.
    pub words: &'a [String],
    /// The lanes.
    pub lanes: Vec<Strip<'a>>,
    /// Which rows they have.
    pub rows: Rows,
    /// A step that is marked.
    pub at: Option<usize>,
    /// What the ribbon is called.
    pub ribbon: &'a str,
}

impl Strips<'_> {
    /// Draws all of it as high and as wide as the drawing is.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(&self, drawing: &mut Drawing<B>, palette: &Palette) -> Result<(), Fault<B>> {
        let stands = self.draw_names(drawing, palette)?;
        for (lane, stand) in self.lanes.iter().zip(&stands) {
            lane.draw(drawing, &stand.layout, (stand.left, stand.top), stand.width, palette)?;
            if let Some(at) = self.at {
                let [from, to] = stand.column(at, self.words.len());
                drawing.frame(from, to, Stroke::new(palette.ink, 1.0))?;
            }
        }
        Ok(())
    }

    /// Draws what stands round the lanes: words, names and what the rows show. Returns where the lanes stand.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw_names<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        palette: &Palette,
    ) -> Result<Vec<Stand>, Fault<B>> {
        let (width, height) = drawing.size();
        let left = NAMES + ROWS;
        let across = width - left;
        let heads = Heads(self.words);
        let top = heads.height(across);
        heads.draw(drawing, (left, top), across, palette)?;
        let heights: f64 = self.lanes.iter().map(|lane| self.layout(lane, 1.0).height).sum();
        let free = height - top - BETWEEN * self.lanes.len() as f64;
        let scale = (free / heights.max(1.0)).max(LEAST / 106.0);
        let mut y = top;
        let mut stands = vec![];
        for lane in &self.lanes {
            let layout = self.layout(lane, scale);
            let own = color(palette, lane.layer.cell());
            drawing.text(lane.layer.cell().name(), (0.0, y + NAME), &Letters::new(Face::SerifBold, NAME, own))?;
            let letters = Letters::new(Face::MathItalic, ROW, palette.ink_soft).align(Align::Right);
            for band in &layout.bands {
                let symbol = match band.part {
                    Part::State(quantity) | Part::Gate(quantity) => quantity.symbol().0,
                    Part::Gradient => self.ribbon,
                    Part::Token => "",
                };
                drawing.text(symbol, (left - 6.0, y + band.top + band.height / 2.0 + 0.32 * ROW), &letters)?;
            }
            let height = layout.height;
            stands.push(Stand { left, top: y, width: across, layout });
            y += height + BETWEEN;
        }
        Ok(stands)
    }

    fn layout(&self, lane: &Strip, scale: f64) -> LaneLayout {
        LaneLayout::new(lane.layer.cell(), self.rows, scale)
    }
}

/// Words above columns: level where they fit, else upwards.
#[derive(Clone, Copy)]
pub struct Heads<'a>(pub &'a [String]);

impl Heads<'_> {
    /// Their height over columns of a width together.
    #[must_use]
    pub fn height(self, across: f64) -> f64 {
        let letters = Letters::new(Face::Sans, WORD, Rgb::default());
        let longest = self.0.iter().map(|word| letters.width(word)).fold(0.0, f64::max);
        let column = across / self.0.len().max(1) as f64;
        if longest + 4.0 <= column { WORD + 8.0 } else { longest.min(LONGEST) + 8.0 }
    }

    /// Draws them from a left edge on, above a foot.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(
        self,
        drawing: &mut Drawing<B>,
        (left, foot): (f64, f64),
        across: f64,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let letters = Letters::new(Face::Sans, WORD, palette.ink_soft);
        let column = across / self.0.len().max(1) as f64;
        let is_level = self.height(across) <= WORD + 8.0;
        // Every so many have room.
        let apart = ((WORD + 3.0) / column).ceil().max(1.0) as usize;
        for (step, word) in self.0.iter().enumerate().step_by(if is_level { 1 } else { apart }) {
            let middle = left + (step as f64 + 0.5) * column;
            if is_level {
                drawing.text(word, (middle, foot - 6.0), &letters.align(Align::Middle))?;
                continue;
            }
            let mut shown = word.clone();
            while letters.width(&shown) > LONGEST && shown.pop().is_some() {}
            drawing.text(&shown, (middle + 0.36 * WORD, foot - 4.0), &Letters { upright: true, ..letters })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Mark, Ramp, record};
    use engine::trace::{Parameters, Series};

    #[test]
    fn each_number_is_a_shape_and_the_ribbon_ends_at_the_loss() {
        let palette = Palette {
            signed: Ramp(vec![Rgb(0, 0, 255), Rgb(255, 0, 0)]),
            gradient: Ramp(vec![Rgb(9, 9, 9)]),
            ..Palette::default()
        };
        let mut layer = Layer::new(Parameters::zeros(CellKind::Gru, 1, 2), Series::zeros(3, 1));
        let [h] = layer.channels.many_mut([Quantity::Hidden]);
        h.value.at_mut(1).copy_from_slice(&[1.0, -1.0]);
        let lane = Strip { layer: &layer, reach: &[f64::NAN, 0.5] };
        let words = ["a", "b", "c"].map(str::to_owned);
        let strips = Strips {
            words: &words,
            lanes: vec![lane],
            rows: Rows { gates: false, ribbon: true },
            at: None,
            ribbon: "g",
        };
        let drawn = record((392.0, 300.0), |drawing| strips.draw(drawing, &palette)).unwrap();
        let rects: Vec<_> = drawn.iter().filter(|own| matches!(own.mark, Mark::Rect(..))).collect();
        assert_eq!(rects.len(), 6, "three steps of two units");
        assert_eq!([rects[2].color, rects[3].color], [Rgb(255, 0, 0), Rgb(0, 0, 255)]);
        let Mark::Rect(from, to) = rects[2].mark else { unreachable!() };
        assert!(from.0 >= 192.0 && to.0 <= 292.0, "the second of three columns of 100: {from:?} {to:?}");
        let ribbons: Vec<_> = drawn.iter().filter(|own| matches!(own.mark, Mark::Area(_))).collect();
        assert_eq!(ribbons.len(), 1, "what is veiled is not drawn");
        let texts: Vec<_> = drawn
            .iter()
            .filter_map(|own| if let Mark::Text(text) = &own.mark { Some(&*text.text) } else { None })
            .collect();
        assert_eq!(texts, ["a", "b", "c", "GRU", "h", "g"]);
    }
}
