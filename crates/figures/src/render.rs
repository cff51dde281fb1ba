//! Draws a chart on any backend.

use plotters_backend::DrawingBackend;

use crate::backend::{Drawing, Fault};
use crate::chart::{Chart, Point, Series, Shape};
use crate::clip::inside;
use crate::layout::{Layout, name_letters, size, stacked};
use crate::style::{Align, Letters, Paint, Stroke};
use crate::text::Face;
use crate::{Axis, Palette, Rgb, Scale};

/// Dots are drawn for up to this many points of a line; beyond, they would hide it.
const MOST_DOTS: usize = 40;
/// The least room between two dots.
const LEAST_PITCH: f64 = 12.0;
/// What is faint keeps this much of its colour.
const FAINT: f64 = 0.35;
/// A band keeps this much of its line's colour.
const BAND: f64 = 0.18;

/// How high a tick at the foot is at most.
const RUG: f64 = 8.0;

/// A place in CSS pixels.
type Place = (f64, f64);

/// Draws a chart with its parts at their places.
///
/// # Errors
/// What the backend reports.
pub fn draw<B: DrawingBackend>(
    drawing: &mut Drawing<B>,
    chart: &Chart,
    layout: &Layout,
    palette: &Palette,
) -> Result<(), Fault<B>> {
    let mut pen = Pen { drawing, chart, layout, palette };
    pen.grid()?;
    pen.columns()?;
    pen.titles()?;
    for (place, series) in chart.series.iter().enumerate() {
        match series.shape {
            Shape::Line | Shape::Dashed => pen.band(series)?,
            Shape::Bar | Shape::Stack => pen.bars(place, series)?,
            Shape::Thin | Shape::Rings | Shape::Dots | Shape::JoinedDots => {}
        }
    }
    // Over bars, which would hide them; under lines, which may follow them for long.
    pen.zero()?;
    pen.rug()?;
    pen.references()?;
    pen.cursor()?;
    for series in &chart.series {
        pen.line(series)?;
        pen.dots(series)?;
    }
    pen.oddities()?;
    pen.flags()?;
    pen.names()
}

/// What draws, and all that it looks at.
struct Pen<'a, B> {
    drawing: &'a mut Drawing<B>,
    chart: &'a Chart,
    layout: &'a Layout,
    palette: &'a Palette,
}

impl<B: DrawingBackend> Pen<'_, B> {
    /// A line over the whole width of the plot.
    fn across(&mut self, y: f64, stroke: Stroke) -> Result<(), Fault<B>> {
        self.drawing.path(&[(self.layout.from.0, y), (self.layout.to.0, y)], stroke)
    }

    fn tick(&self) -> Letters {
        Letters::new(Face::Sans, size::TICK, self.palette.ink_soft)
    }

    fn grid(&mut self) -> Result<(), Fault<B>> {
        // Names before the lines stand between the labels and the plot.
        let label = self.tick().align(Align::Right);
        let ticks = self.layout.y_ticks(self.chart);
        let widest = ticks.iter().map(|tick| label.width(&tick.text)).fold(0.0, f64::max);
        for tick in ticks {
            let y = self.layout.y_of(tick.level);
            self.across(y, Stroke::new(self.palette.line, 1.0))?;
            let x = self.label_end(widest);
            self.drawing.text(&tick.text, (x, y + 0.36 * size::TICK), &label)?;
        }
        Ok(())
    }

    /// Where labels of y end: before the names of the lines, if those stand at the left.
    fn label_end(&self, widest: f64) -> f64 {
        let lefts = self.layout.names(self.chart).into_iter().filter(|name| name.align == Align::Right);
        let first = lefts.map(|name| name.at.0 - name_letters(&name, self.chart, self.palette).width(&name.text));
        let free = first.fold(self.layout.from.0, f64::min);
        (free - 8.0).max(widest)
    }

    fn columns(&mut self) -> Result<(), Fault<B>> {
        let labels = self.layout.x_labels(self.chart);
        let under = self.layout.to.1;
        for tick in labels.ticks {
            let x = self.layout.x_of(tick.level);
            let is_column = matches!(self.chart.x.scale, Scale::Columns(_));
            if labels.upright {
                let letters = Letters { upright: true, ..self.tick().align(Align::Right) };
                self.drawing.text(&tick.text, (x + 0.36 * size::TICK, under + 8.0), &letters)?;
                continue;
            }
            if !is_column || labels.marked {
                self.drawing.path(&[(x, under), (x, under + 4.0)], Stroke::new(self.palette.line, 1.0))?;
            }
            let wide = self.tick().width(&tick.text) / 2.0;
            let x = x.clamp(wide, (self.layout.size.0 - wide).max(wide));
            self.drawing.text(&tick.text, (x, under + 17.0), &self.tick().align(Align::Middle))?;
        }
        Ok(())
    }

    fn titles(&mut self) -> Result<(), Fault<B>> {
        let (headline, title) = self.layout.heads(self.chart);
        let letters = Letters::new(Face::SerifBold, size::HEADLINE, self.palette.ink);
        for (line, y) in headline {
            self.drawing.text(&line, (0.0, y), &letters)?;
        }
        let letters = Letters::new(Face::Sans, size::NAME, self.palette.ink_soft);
        for (line, y) in title {
            self.drawing.text(&line, (0.0, y), &letters)?;
        }
        let middle = (self.layout.from.0 + self.layout.to.0) / 2.0;
        let low = self.layout.size.1 - 5.0;
        self.drawing.text(&self.chart.x.title, (middle, low), &letters.align(Align::Middle))
    }

    /// The line of zero, where bars stand on it.
    fn zero(&mut self) -> Result<(), Fault<B>> {
        let has_bars = self.chart.series.iter().any(|s| matches!(s.shape, Shape::Bar | Shape::Stack));
        if has_bars && (0.0..=1.0).contains(&self.chart.y.scale.level(0.0)) {
            self.across(self.layout.y(0.0), Stroke::new(self.palette.ink_soft, 1.0))?;
        }
        Ok(())
    }

    fn references(&mut self) -> Result<(), Fault<B>> {
        for reference in &self.chart.references {
            if (0.0..=1.0).contains(&self.chart.y.scale.level(reference.at)) {
                let stroke = Stroke::new(self.palette.ink_soft, 1.2).dashed(5.0, 4.0);
                self.across(self.layout.y(reference.at), stroke)?;
            }
        }
        Ok(())
    }

    /// Ticks at the foot: the highest of those that share a pixel.
    fn rug(&mut self) -> Result<(), Fault<B>> {
        let Some(rug) = &self.chart.rug else { return Ok(()) };
        let color = rug.role.color(self.palette);
        let foot = self.layout.to.1;
        let mut ticks: Vec<Place> = Vec::new();
        for (x, share) in rug.ticks.iter().map(|(x, share)| (self.layout.x(*x).round(), *share)) {
            match ticks.last_mut() {
                Some(last) if last.0 == x => last.1 = last.1.max(share),
                _ => ticks.push((x, share)),
            }
        }
        for (x, share) in ticks.into_iter().filter(|(x, _)| (self.layout.from.0..=self.layout.to.0 + 0.5).contains(x)) {
            self.drawing.path(&[(x, foot), (x, foot - RUG * share.max(0.25))], Stroke::new(color, 1.0))?;
        }
        Ok(())
    }

    fn cursor(&mut self) -> Result<(), Fault<B>> {
        let Some(x) = self.chart.cursor.map(|at| self.layout.x(at)) else { return Ok(()) };
        let (from, to) = (self.layout.from.1, self.layout.to.1);
        // An edge in the paper's colour, for bars may be as dark as ink.
        let edge = Paint { color: self.palette.paper, alpha: 0.7 };
        self.drawing.path(&[(x, from), (x, to)], Stroke::new(edge, 3.2))?;
        self.drawing.path(&[(x, from), (x, to)], Stroke::new(self.palette.ink, 1.2).dashed(2.0, 3.0))
    }

    fn place(&self, x: f64, y: f64) -> Option<Place> {
        let (x, y) = (self.layout.x(x), self.layout.y(y));
        (x.is_finite() && y.is_finite()).then_some((x, y))
    }

    /// The band between the lowest and the highest, in stretches where both are known.
    fn band(&mut self, series: &Series) -> Result<(), Fault<B>> {
        let ends = |point: &Point| {
            let (low, high) = point.spread?;
            Some((self.place(point.x, low)?, self.place(point.x, high)?))
        };
        let ends: Vec<Option<(Place, Place)>> = series.points.iter().map(ends).collect();
        let paint = Paint { color: series.role.color(self.palette), alpha: BAND };
        let bounds = (self.layout.from, self.layout.to);
        for stretch in ends.split(Option::is_none) {
            let highs = stretch.iter().flatten().map(|(_, high)| *high);
            let lows = stretch.iter().flatten().rev().map(|(low, _)| *low);
            let shape: Vec<Place> = highs.chain(lows).map(|(x, y)| (x, y.clamp(bounds.0.1, bounds.1.1))).collect();
            self.drawing.area(&shape, paint)?;
        }
        Ok(())
    }

    fn bars(&mut self, place: usize, series: &Series) -> Result<(), Fault<B>> {
        let half = self.layout.half_bar(self.chart);
        let color = series.role.color(self.palette);
        let inside = |y: f64| y.clamp(self.layout.from.1, self.layout.to.1);
        for point in &series.points {
            let reach = match series.shape {
                Shape::Stack => stacked(self.chart, place, point.x),
                _ => point.y.is_finite().then_some((0.0, point.y)),
            };
            let Some((low, high)) = reach else { continue };
            let Some(x) = self.place(point.x, low).map(|(x, _)| x) else { continue };
            let (a, b) = (inside(self.layout.y(low)), inside(self.layout.y(high)));
            let is_here = self.chart.cursor == Some(point.x);
            let pale = series.shape == Shape::Bar && self.chart.cursor.is_some() && !is_here;
            let alpha = if point.is_faint {
                FAINT
            } else if pale {
                0.55
            } else {
                1.0
            };
            self.drawing.rect((x - half, a), (x + half, b), Paint { color, alpha })?;
            if series.shape == Shape::Stack && (a - b).abs() > 3.0 {
                self.drawing.path(&[(x - half, b), (x + half, b)], Stroke::new(self.palette.paper, 1.0))?;
            }
            self.beyond((x, self.layout.y(high)), color)?;
        }
        Ok(())
    }

    /// An arrow head at the edge behind which a place is; none if it is inside.
    fn beyond(&mut self, (x, y): Place, color: Rgb) -> Result<(), Fault<B>> {
        let (top, bottom) = (self.layout.from.1, self.layout.to.1);
        let (tip, foot) = match y {
            y if y < top - 0.5 => (top - 7.0, top - 1.0),
            y if y > bottom + 0.5 => (bottom + 7.0, bottom + 1.0),
            _ => return Ok(()),
        };
        self.drawing.area(&[(x, tip), (x - 4.5, foot), (x + 4.5, foot)], color)
    }

    /// The line of a series: what is faint below what is known.
    fn line(&mut self, series: &Series) -> Result<(), Fault<B>> {
        let width = match series.shape {
            Shape::Line | Shape::JoinedDots => 2.2,
            Shape::Thin => 1.2,
            Shape::Dashed => 1.6,
            Shape::Bar | Shape::Stack | Shape::Rings | Shape::Dots => return Ok(()),
        };
        let color = series.role.color(self.palette);
        let places: Vec<Option<Place>> = series.points.iter().map(|p| self.place(p.x, p.y)).collect();
        for faint in [true, false] {
            let alpha = if faint { FAINT } else { 1.0 };
            let mut stroke = Stroke::new(Paint { color, alpha }, width);
            if series.shape == Shape::Dashed {
                stroke = stroke.dashed(5.0, 3.5);
            }
            for stretch in stretches(&series.points, &places, faint) {
                for piece in inside(&stretch, (self.layout.from, self.layout.to)) {
                    self.drawing.path(&piece, stroke)?;
                }
            }
        }
        Ok(())
    }

    fn dots(&mut self, series: &Series) -> Result<(), Fault<B>> {
        if matches!(series.shape, Shape::Bar | Shape::Stack) {
            return Ok(());
        }
        let color = series.role.color(self.palette);
        let pitch = (self.layout.to.0 - self.layout.from.0) / series.points.len().max(1) as f64;
        let all = series.shape == Shape::Line && series.points.len() <= MOST_DOTS && pitch >= LEAST_PITCH;
        let alone = series.points.len() == 1;
        let mut was_beyond = false;
        for point in &series.points {
            let Some((x, y)) = self.place(point.x, point.y) else { continue };
            let is_beyond = y < self.layout.from.1 - 0.5 || y > self.layout.to.1 + 0.5;
            if is_beyond {
                // One head where a line leaves.
                if !was_beyond {
                    self.beyond((x, y), color)?;
                }
                was_beyond = true;
                continue;
            }
            was_beyond = false;
            let is_here = self.chart.cursor == Some(point.x) && series.shape != Shape::Dashed;
            if series.shape == Shape::Rings {
                self.drawing.dot((x, y), 5.5, color)?;
                self.drawing.dot((x, y), 3.5, self.palette.paper)?;
            } else if matches!(series.shape, Shape::Dots | Shape::JoinedDots) {
                self.seeds(point, color)?;
                self.drawing.dot((x, y), if is_here { 6.0 } else { 4.5 }, color)?;
            } else if is_here {
                self.drawing.dot((x, y), 6.0, self.palette.paper)?;
                self.drawing.dot((x, y), 4.5, color)?;
            } else if (all && !point.is_faint) || alone {
                self.drawing.dot((x, y), 2.8, color)?;
            }
        }
        Ok(())
    }

    /// A ring at either end of a point's spread.
    fn seeds(&mut self, point: &Point, color: Rgb) -> Result<(), Fault<B>> {
        for end in point.spread.iter().flat_map(|(low, high)| [*low, *high]) {
            let Some((x, y)) = self.place(point.x, end) else { continue };
            self.drawing.dot((x, y), 4.5, color)?;
            self.drawing.dot((x, y), 3.0, self.palette.paper)?;
        }
        Ok(())
    }

    /// Signs for what has no place: where a stretch of them begins.
    fn oddities(&mut self) -> Result<(), Fault<B>> {
        for (row, series) in self.chart.series.iter().filter(|s| !matches!(s.shape, Shape::Stack)).enumerate() {
            let color = series.role.color(self.palette);
            let letters = Letters::new(Face::SansBold, size::TICK, color).align(Align::Middle).halo(self.palette.paper);
            let signs: Vec<_> = series.points.iter().map(|point| self.chart.y.scale.oddity(point.y)).collect();
            for (n, sign) in signs.iter().enumerate() {
                let Some((sign, above)) = sign else { continue };
                let goes_on = n > 0 && signs[n - 1] == signs[n];
                let x = self.layout.x(series.points[n].x);
                if goes_on || !x.is_finite() {
                    continue;
                }
                let row = 14.0 * row as f64;
                let y = if *above { self.layout.from.1 + 12.0 + row } else { self.layout.to.1 - 4.0 - row };
                self.drawing.text(sign, (x, y), &letters)?;
            }
        }
        Ok(())
    }

    fn flags(&mut self) -> Result<(), Fault<B>> {
        let top = self.layout.from.1;
        for flag in &self.chart.flags {
            let color = flag.role.color(self.palette);
            let letters = Letters::new(Face::Sans, size::TICK, color).halo(self.palette.paper);
            let x = self.layout.x(flag.at);
            if !x.is_finite() {
                continue;
            }
            let paint = Paint { color, alpha: 0.55 };
            self.drawing.path(&[(x, top - 8.0), (x, self.layout.to.1)], Stroke::new(paint, 1.0))?;
            self.drawing.area(&[(x - 4.0, top - 8.0), (x + 4.0, top - 8.0), (x, top - 2.0)], color)?;
            let half = letters.width(&flag.name) / 2.0;
            let at = x.clamp(half, (self.layout.size.0 - half).max(half));
            self.drawing.text(&flag.name, (at, top - 13.0), &letters.align(Align::Middle))?;
        }
        Ok(())
    }

    fn names(&mut self) -> Result<(), Fault<B>> {
        for name in self.layout.names(self.chart) {
            let mut letters = name_letters(&name, self.chart, self.palette);
            let (x, y) = name.at;
            // Beside the plot there is nothing that a name could lie over: an edge is five texts for one.
            let is_beside = match letters.align {
                Align::Left => x >= self.layout.to.0,
                Align::Right => x <= self.layout.from.0,
                Align::Middle => false,
            };
            if is_beside {
                letters.halo = None;
            }
            let middle = y - 0.36 * size::NAME;
            let (gap, away) = ((x - name.end.0).abs(), (middle - name.end.1).abs());
            if gap > 14.0 || away > 14.0 {
                // A thin line leads from a name that was pushed aside to where it belongs.
                let toward = if name.align == Align::Left { 1.0 } else { -1.0 };
                let from = (name.end.0 + 4.0 * toward, name.end.1);
                let to = (x - 3.0 * toward, middle);
                let paint = Paint { color: letters.color, alpha: 0.5 };
                self.drawing.path(&[from, to], Stroke::new(paint, 1.0))?;
            }
            if let Some(series) = name.series.filter(|_| name.swatch > 0.0) {
                let color = self.chart.series[series].role.color(self.palette);
                self.drawing.rect((x, y - 10.0), (x + 10.0, y), color)?;
            }
            self.drawing.text(&name.text, (x + name.swatch, y), &letters)?;
        }
        Ok(())
    }
}

/// Stretches of points that are all there and equally known. A piece of line is faint if it begins or ends in a faint
/// point.
fn stretches(points: &[Point], places: &[Option<Place>], faint: bool) -> Vec<Vec<Place>> {
    let mut stretches: Vec<Vec<Place>> = Vec::new();
    let mut goes_on = false;
    for n in 1..points.len() {
        let is_faint = points[n - 1].is_faint || points[n].is_faint;
        let (Some(from), Some(to), true) = (places[n - 1], places[n], is_faint == faint) else {
            goes_on = false;
            continue;
        };
        match stretches.last_mut() {
            Some(stretch) if goes_on => stretch.push(to),
            _ => stretches.push(vec![from, to]),
        }
        goes_on = true;
    }
    stretches
}

/// The title of an axis with what is seen at its beginning, for those who don't see the chart.
#[must_use]
pub fn spoken(chart: &Chart) -> String {
    let titled = |axis: &Axis| axis.title.clone();
    let parts = [chart.headline.clone(), titled(&chart.y), titled(&chart.x)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
