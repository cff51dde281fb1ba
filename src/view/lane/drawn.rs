//! How a lane is drawn: the states as pixels, the gates as bars, the gradient as a ribbon.

use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use engine::trace::{CellKind, Pass, Quantity};
use figures::{Band, LaneLayout, LogScale, Palette, Rgb, Strip, Stroke, lane_pixels, record, state_pixels};
use model::lab::{Lane as LaneRun, Run};
use model::lit::Mark;
use model::playback::Playhead;
use model::settings::{Focus, Part};
use words::format;

use crate::view::canvas;
use crate::view::figure::on_paper_along;
use crate::view::store::Shared;

/// Where a cell's colour stands in the palette.
fn color(palette: &Palette, cell: CellKind) -> Rgb {
    match cell {
        CellKind::Rnn => palette.cells[0],
        CellKind::Lstm => palette.cells[1],
        CellKind::Gru => palette.cells[2],
    }
}

/// Off-screen pictures, made again when the numbers, the colours or the layout change: the state
/// maps, or where steps lie side by side the whole lane.
#[derive(Default)]
pub struct Pictures {
    of: Option<(Shared<Run>, Palette, LaneLayout, bool)>,
    maps: Vec<(Quantity, HtmlCanvasElement)>,
    whole: Option<HtmlCanvasElement>,
}

impl Pictures {
    /// Makes the pictures anew if what they show has changed.
    pub fn refresh(&mut self, run: &Shared<Run>, picture: &Picture, zoom: f64) {
        let dense = picture.gap() == 0.0;
        let (palette, layout) = (picture.palette, picture.layout);
        if self.of.as_ref().is_some_and(|(r, p, l, d)| r == run && p == palette && l == layout && *d == dense) {
            return;
        }
        let layer = picture.lane.trace.top();
        if dense {
            let reach = &picture.lane.reach[..=picture.lane.trace.read];
            let pixels = lane_pixels(layer, reach, picture.scale, layout, palette, zoom);
            self.whole = canvas::picture(self.whole.take(), &pixels.rgba, pixels.steps, pixels.height).ok();
        } else {
            let mut old = std::mem::take(&mut self.maps).into_iter().map(|(_, picture)| picture);
            let map = |&quantity: &Quantity| {
                let pixels = state_pixels(layer, quantity, palette);
                Some((quantity, canvas::picture(old.next(), &pixels, layer.steps(), layer.hidden()).ok()?))
            };
            self.maps = model::settings::states(layer.cell()).iter().filter_map(map).collect();
            self.whole = None;
        }
        self.of = Some((run.clone(), palette.clone(), layout.clone(), dense));
    }
}

/// All that one drawing of a lane needs.
pub struct Picture<'a> {
    /// Where it is drawn.
    pub context: &'a CanvasRenderingContext2d,
    /// How wide it is, in CSS pixels.
    pub width: f64,
    /// What it shows.
    pub lane: &'a LaneRun,
    /// Where its rows stand.
    pub layout: &'a LaneLayout,
    /// The colours.
    pub palette: &'a Palette,
    /// How far it is shown.
    pub playhead: Playhead,
    /// How much larger than designed what is written is.
    pub zoom: f64,
    /// How much of the playhead's step is shown, 0 to 1.
    pub phase: f64,
    /// The scale of the ribbon.
    pub scale: LogScale,
    /// The first step at which it is told how much of the gradient is left, where a question veils those before.
    pub told_from: Option<usize>,
}

/// How strong what is not yet known is drawn.
const FAINT: f64 = 0.16;
/// From this many CSS pixels a step on, steps stand apart.
const APART: f64 = 9.0;
/// From this many CSS pixels a step on, the ribbon's edge is drawn between the steps too.
const SMOOTH: f64 = 9.0;

impl Picture<'_> {
    /// How many steps it has.
    pub fn steps(&self) -> usize {
        self.lane.trace.steps()
    }

    fn column(&self) -> f64 {
        self.width / self.steps() as f64
    }

    fn gap(&self) -> f64 {
        if self.column() >= APART { 1.0 } else { 0.0 }
    }

    /// The right edge of what the forward pass has reached.
    fn states_until(&self) -> f64 {
        match self.playhead.pass {
            Pass::Forward => (self.playhead.step as f64 + self.phase) * self.column(),
            Pass::Backward => self.width,
        }
    }

    /// The left edge of what the backward pass has reached.
    fn gradient_from(&self) -> f64 {
        match self.playhead.pass {
            Pass::Forward => self.width,
            Pass::Backward => (self.playhead.step as f64 + 1.0 - self.phase) * self.column(),
        }
    }

    /// Draws it as far as the playhead has come.
    pub fn draw(&self, zoom: f64, pictures: &Pictures) {
        // The transform is a valid one, and drawing an own canvas cannot fail.
        let _ = self.context.set_transform(zoom, 0.0, 0.0, zoom, 0.0, 0.0);
        self.context.clear_rect(0.0, 0.0, self.width, self.layout.height);
        self.context.set_image_smoothing_enabled(false);
        for band in &self.layout.bands {
            let veiled_to = self.told_from.map_or(0.0, |step| step as f64 * self.column());
            let known = if band.part == Part::Gradient {
                (self.gradient_from().max(veiled_to), self.width)
            } else {
                (0.0, self.states_until())
            };
            // What is known lies between the two; what is not, on at most one side of it. What is veiled is not drawn at all.
            let from = if band.part == Part::Gradient { veiled_to } else { 0.0 };
            let unknown = if known.0 > 0.0 { (from, known.0) } else { (known.1, self.width) };
            if let Some(whole) = &pictures.whole {
                self.slice(whole, band, unknown, FAINT);
                self.slice(whole, band, known, 1.0);
                continue;
            }
            self.clipped(band, unknown, FAINT, pictures);
            self.clipped(band, known, 1.0, pictures);
        }
    }

    /// The same as shapes, where they are not too many.
    pub fn put_on_paper(&self, node: &HtmlCanvasElement, shown: Focus) {
        let veiled =
            |(step, share): (usize, &f64)| if step < self.told_from.unwrap_or_default() { f64::NAN } else { *share };
        let reach: Vec<f64> = self.lane.reach[..=self.lane.trace.read].iter().enumerate().map(veiled).collect();
        let strip = Strip { layer: self.lane.trace.top(), reach: &reach };
        if !strip.is_drawn() {
            return;
        }
        let (size, column) = ((self.width, self.layout.height), self.column());
        let x = shown.step as f64 * column;
        let frame = [(x, 0.0), (x + column, 0.0), (x + column, size.1), (x, size.1), (x, 0.0)];
        let marks = record(size, |drawing| {
            strip.draw(drawing, self.layout, (0.0, 0.0), self.width, self.palette)?;
            drawing.path(&frame, Stroke::new(self.palette.ink, 1.5))
        });
        on_paper_along(node, size, &marks);
    }

    /// Draws one band between two x, more or less strongly.
    fn clipped(&self, band: &Band, (from, to): (f64, f64), alpha: f64, pictures: &Pictures) {
        if to <= from {
            return;
        }
        self.context.save();
        self.context.begin_path();
        self.context.rect(from, band.top, to - from, band.height);
        self.context.clip();
        self.context.set_global_alpha(alpha);
        match band.part {
            Part::State(quantity) => self.draw_state(band, quantity, pictures),
            Part::Gate(quantity) => self.draw_gate(band, quantity),
            Part::Gradient => self.draw_ribbon(band),
            Part::Token => {}
        }
        self.context.restore();
    }

    /// Draws one band between two x out of the whole lane's picture.
    fn slice(&self, whole: &HtmlCanvasElement, band: &Band, (from, to): (f64, f64), alpha: f64) {
        if to <= from {
            return;
        }
        let across = f64::from(whole.width()) / self.width;
        let down = f64::from(whole.height()) / self.layout.height;
        self.context.set_global_alpha(alpha);
        let (x, y, w, h) =
            (from * across, (band.top * down).round(), (to - from) * across, (band.height * down).round());
        // An own canvas of this size cannot fail to be drawn.
        let _ = self.context.draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            whole,
            x,
            y,
            w,
            h,
            from,
            band.top,
            to - from,
            band.height,
        );
        self.context.set_global_alpha(1.0);
    }

    fn draw_state(&self, band: &Band, quantity: Quantity, pictures: &Pictures) {
        let Some((_, picture)) = pictures.maps.iter().find(|(q, _)| *q == quantity) else { return };
        let _ = self.context.draw_image_with_html_canvas_element_and_dw_and_dh(
            picture,
            0.0,
            band.top,
            self.width,
            band.height,
        );
        canvas::fill(self.context, self.palette.paper);
        self.context.set_global_alpha(1.0);
        let units = self.lane.trace.top().hidden();
        let row = band.height / units as f64;
        if row >= 5.0 {
            for unit in 1..units {
                self.context.fill_rect(0.0, band.top + unit as f64 * row - 0.35, self.width, 0.7);
            }
        }
        if self.gap() > 0.0 {
            for t in 1..self.steps() {
                self.context.fill_rect(t as f64 * self.column() - self.gap(), band.top, 2.0 * self.gap(), band.height);
            }
        }
    }

    /// A gate's mean over the units as a bar in each step: full height is 1.
    fn draw_gate(&self, band: &Band, quantity: Quantity) {
        let layer = self.lane.trace.top();
        let color = color(self.palette, layer.cell());
        let width = self.column() - 2.0 * self.gap();
        let left = |t: usize| t as f64 * self.column() + self.gap();
        // Rectangles one by one: a browser without a GPU fills one long path far more slowly.
        canvas::fill(self.context, self.palette.line);
        if self.gap() > 0.0 {
            (0..self.steps()).for_each(|t| self.context.fill_rect(left(t), band.top, width, band.height));
        } else {
            self.context.fill_rect(0.0, band.top, self.width, band.height);
        }
        canvas::fill(self.context, color);
        for t in 0..self.steps() {
            let gate = layer.value(quantity, t);
            let mean = gate.iter().sum::<f64>() / gate.len() as f64;
            if mean.is_finite() {
                let height = mean * band.height;
                self.context.fill_rect(left(t), band.top + band.height - height, width, height);
            }
        }
    }

    /// The gradient ribbon: width and colour of each step on the common log scale.
    fn draw_ribbon(&self, band: &Band) {
        let reach = &self.lane.reach[..=self.lane.trace.read];
        let level = |t: usize| self.scale.level(reach[t]);
        let middle = band.top + band.height / 2.0;
        let half = |level: f64| (level * band.height / 2.0).max(0.4);
        let mut last = None;
        for t in 0..reach.len() {
            let (x, here) = (t as f64 * self.column(), level(t));
            if !reach[t].is_finite() {
                self.draw_alarm(band, t);
                last = None;
                continue;
            }
            let color = self.palette.gradient.at(here);
            if last != Some(color) {
                canvas::fill(self.context, color);
                last = Some(color);
            }
            if self.column() < SMOOTH {
                self.context.fill_rect(x, middle - half(here), self.column() + 0.3, 2.0 * half(here));
                continue;
            }
            let beside = |other: Option<usize>| {
                let other = other.filter(|&o| o < reach.len()).map(level).filter(|l| l.is_finite());
                half(other.map_or(here, |other| (here + other) / 2.0))
            };
            let (left, right) = (beside(t.checked_sub(1)), beside(Some(t + 1)));
            self.context.begin_path();
            self.context.move_to(x, middle - left);
            self.context.line_to(x + self.column() / 2.0, middle - half(here));
            // A hair wider, so that no seam shows between steps.
            self.context.line_to(x + self.column() + 0.3, middle - right);
            self.context.line_to(x + self.column() + 0.3, middle + right);
            self.context.line_to(x + self.column() / 2.0, middle + half(here));
            self.context.line_to(x, middle + left);
            self.context.fill();
        }
    }

    /// What is not finite is drawn in a colour of its own, with its name, never as zero.
    fn draw_alarm(&self, band: &Band, t: usize) {
        let x = t as f64 * self.column();
        canvas::fill(self.context, self.palette.alarm);
        self.context.fill_rect(x, band.top, self.column() + 0.3, band.height);
        if self.column() >= 26.0 * self.zoom {
            canvas::fill(self.context, self.palette.paper);
            self.context.set_font(&format!("{}px sans-serif", 12.0 * self.zoom));
            // Text on a canvas of one's own cannot fail.
            let _ =
                self.context.fill_text(&format::share(self.lane.reach[t]), x + 4.0, band.top + band.height / 2.0 + 4.0);
        }
    }

    /// The column in focus, what is in focus in it, and what that is made of.
    pub fn draw_focus(&self, shown: Focus, cell: CellKind, marks: &[Mark]) {
        let context = self.context;
        let x = shown.step as f64 * self.column();
        canvas::stroke(context, self.palette.ink, 1.5);
        context.stroke_rect(x + 0.75, 0.75, (self.column() - 1.5).max(1.0), self.layout.height - 1.5);
        for mark in marks {
            self.outline(*mark, 1.2, 2.5);
        }
        if shown.cell == cell {
            self.outline(Mark { part: shown.part, step: shown.step, unit: Some(shown.unit) }, 2.2, 0.0);
        }
    }

    /// A frame around one place: paper inside, ink outside, so that it shows on any colour.
    fn outline(&self, mark: Mark, weight: f64, dash: f64) {
        let Some(band) = self.layout.band(mark.part) else { return };
        let units = self.lane.trace.top().hidden() as f64;
        let (top, height) = match (mark.part, mark.unit) {
            (Part::State(_), Some(unit)) => (band.top + unit as f64 * band.height / units, band.height / units),
            _ => (band.top, band.height),
        };
        let (x, width) = (mark.step as f64 * self.column(), self.column());
        let mut dashes = js_sys::Array::new();
        if dash > 0.0 {
            dashes.extend([dash, dash * 0.8].map(wasm_bindgen::JsValue::from));
        }
        for (color, grow, weight) in [(self.palette.paper, 0.0, weight + 2.0), (self.palette.ink, 0.0, weight)] {
            canvas::stroke(self.context, color, weight);
            if color == self.palette.ink {
                let _ = self.context.set_line_dash(&dashes);
            }
            self.context.stroke_rect(x + 1.0 - grow, top + grow, (width - 2.0).max(1.0), height.max(2.0));
        }
        let _ = self.context.set_line_dash(&js_sys::Array::new());
    }
}
