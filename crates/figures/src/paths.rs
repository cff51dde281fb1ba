//! Paths in a plane of two numbers, step by step: over a dense map, or along lines to compare with.

use plotters_backend::DrawingBackend;

use crate::backend::{Drawing, Fault};
use crate::chart::{Chart, Role, Shape};
use crate::clip::inside;
use crate::layout::{Layout, size};
use crate::names::{Wanted, apart};
use crate::read::{Reading, Table, Value};
use crate::style::{Align, Letters, Paint, Stroke};
use crate::text::Face;
use crate::{Axes, Axis, Map, Palette, Scale};
use words::format::{Digits, Group, Measure};

/// A place in CSS pixels.
type Place = (f64, f64);

/// The sides that a ring is drawn with.
const SIDES: usize = 48;
/// The height that a name takes among others.
const NAME_HEIGHT: f64 = 16.0;
/// The length of an arrow's head, and the shortest arrow that has one, in CSS pixels.
const ARROW_HEAD: f64 = 5.0;
const ARROW_LEAST: f64 = 2.5;
/// From a path's end to its name.
const NAME_GAP: f64 = 9.0;

/// Paths in a plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Paths {
    /// What is seen, as a sentence.
    pub headline: String,
    /// From left to right.
    pub x: Axis,
    /// From bottom to top. Columns are rows here, each with a path of its own.
    pub y: Axis,
    /// What fills the plane.
    pub ground: Option<Ground>,
    /// Lines to compare with.
    pub guides: Vec<Guide>,
    /// The paths, the first below the others.
    pub paths: Vec<Path>,
    /// Places of their own.
    pub marks: Vec<Pin>,
    /// What a stop is called.
    pub stop: String,
    /// The number of the first stop.
    pub first: usize,
    /// The stop that is told of while nobody looks at another, from 0; of `None` the last.
    pub here: Option<usize>,
    /// What the numbers of a stop are called.
    pub quantities: Vec<String>,
    /// What else belongs into the table, each with its number.
    pub notes: Vec<(String, String)>,
}

/// What fills a plane.
#[derive(Clone, Debug, PartialEq)]
pub enum Ground {
    /// A map, its first row at the top.
    Map(Map),
    /// A map of where each place ends, and arrows over it.
    Field(Map, Vec<Arrow>),
    /// Many dots.
    Cloud(Vec<Dot>),
}

/// An arrow from a place to another.
pub type Arrow = [(f64, f64); 2];

/// A dot of a cloud.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Where.
    pub at: (f64, f64),
    /// What it holds.
    pub holds: Holds,
}

/// What a dot holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Holds {
    /// One of two classes: a ring in the colour of −1.
    Low,
    /// The other one: a dot in the colour of 1.
    High,
    /// A number, as a share of the largest: the larger, the larger and darker the dot.
    Share(f64),
}

/// A line to compare with.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// Its colour.
    pub role: Role,
    /// How it is drawn: one of the shapes of lines.
    pub shape: Shape,
    /// Its points.
    pub points: Vec<(f64, f64)>,
    /// Its name in the plane; `None` if the text around the figure names it.
    pub label: Option<Label>,
}

/// A name in the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The name.
    pub text: String,
    /// The place of its middle.
    pub at: (f64, f64),
}

/// A path.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Its name, in the read-out, in the table and at its end.
    pub name: String,
    /// Its colour.
    pub role: Role,
    /// How it is drawn: one of the shapes of lines.
    pub shape: Shape,
    /// The points that it leads through.
    pub points: Vec<(f64, f64)>,
    /// Where it stops: its place at every step from 0.
    pub stops: Vec<(f64, f64)>,
    /// At every stop a number for each quantity.
    pub numbers: Vec<Vec<f64>>,
}

/// A place of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// Where.
    pub at: (f64, f64),
    /// Its colour.
    pub role: Role,
    /// Whether it is drawn as a ring; else as a dot.
    pub is_ring: bool,
}

impl Paths {
    /// Axes and titles as a chart without series, which the layout knows.
    fn frame(&self) -> Chart {
        Axes { x: self.x.clone(), y: self.y.clone() }.chart()
    }

    /// Whether each path is a row, named beside it: then no path has a beginning or an end.
    fn has_rows(&self) -> bool {
        matches!(self.y.scale, Scale::Columns(_))
    }

    /// Where the plane stands in a size.
    #[must_use]
    pub fn layout(&self, size: (f64, f64)) -> Layout {
        Layout::new(&self.frame(), size, false)
    }

    /// How many stops the longest path has.
    #[must_use]
    pub fn stops(&self) -> usize {
        self.paths.iter().map(|path| path.stops.len()).max().unwrap_or_default()
    }

    /// The stop whose place is nearest to a place, and how far that is, in CSS pixels; `None` without stops.
    #[must_use]
    pub fn nearest(&self, layout: &Layout, (x, y): (f64, f64)) -> Option<(usize, f64)> {
        let stops = self.paths.iter().flat_map(|path| path.stops.iter().enumerate());
        let distances = stops.map(|(stop, at)| (stop, (layout.x(at.0) - x).hypot(layout.y(at.1) - y)));
        distances.filter(|(_, distance)| distance.is_finite()).min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// The numbers of a quantity of all paths have one unit.
    fn group(&self, quantity: usize) -> Group {
        let numbers = self.paths.iter().flat_map(|path| &path.numbers);
        Group::new(Measure::Number, numbers.filter_map(|numbers| numbers.get(quantity).copied()))
    }

    /// The map that fills it, if one does.
    #[must_use]
    pub fn map(&self) -> Option<&Map> {
        match &self.ground {
            Some(Ground::Map(map) | Ground::Field(map, _)) => Some(map),
            Some(Ground::Cloud(_)) | None => None,
        }
    }

    /// The map that has a legend, if one does.
    #[must_use]
    pub fn shaded(&self) -> Option<&Map> {
        if let Some(Ground::Map(map)) = &self.ground { Some(map) } else { None }
    }

    /// Draws the dots of a cloud, as large as the whole figure.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw_cloud<B: DrawingBackend>(&self, drawing: &mut Drawing<B>, palette: &Palette) -> Result<(), Fault<B>> {
        let layout = self.layout(drawing.size());
        Pen { drawing, paths: self, layout: &layout, palette }.ground()
    }

    /// What stands at a stop.
    #[must_use]
    pub fn reading(&self, stop: usize) -> Reading {
        let groups: Vec<Group> = (0..self.quantities.len()).map(|quantity| self.group(quantity)).collect();
        let values = self.paths.iter().flat_map(|path| {
            let numbers = path.numbers.get(stop).map(Vec::as_slice).unwrap_or_default();
            numbers.iter().zip(&self.quantities).zip(&groups).map(|((number, quantity), group)| Value {
                name: self.named(path, quantity),
                role: path.role,
                shape: path.shape,
                number: *number,
                text: group.write(*number, Digits::Table),
            })
        });
        Reading { x: stop as f64, place: format!("{} {}", self.stop, stop + self.first), values: values.collect() }
    }

    /// A quantity of a path; of one path alone the quantity.
    fn named(&self, path: &Path, quantity: &str) -> String {
        if self.paths.len() > 1 { format!("{}: {quantity}", path.name) } else { quantity.to_owned() }
    }

    /// All numbers, a row a stop.
    #[must_use]
    pub fn table(&self) -> Table {
        let groups: Vec<Group> = (0..self.quantities.len()).map(|quantity| self.group(quantity)).collect();
        let heads = self.paths.iter().flat_map(|path| self.quantities.iter().map(|name| self.named(path, name)));
        let row = |stop: usize| {
            let numbers = self.paths.iter().flat_map(|path| {
                let own = path.numbers.get(stop);
                let write = move |(quantity, group): (usize, &Group)| {
                    own.and_then(|own| own.get(quantity)).map_or_else(String::new, |x| group.column(*x, Digits::Table))
                };
                groups.iter().enumerate().map(write).collect::<Vec<_>>()
            });
            std::iter::once((stop + self.first).to_string()).chain(numbers).collect()
        };
        Table {
            head: std::iter::once(self.stop.clone()).chain(heads).collect(),
            rows: (0..self.stops()).map(row).collect(),
            notes: self.notes.clone(),
        }
    }

    /// Draws the plane. What fills it is drawn where nobody else has painted it below. The stop that is looked at has a ring.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        with_ground: bool,
        looked: Option<usize>,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let (chart, layout) = (self.frame(), self.layout(drawing.size()));
        let mut pen = Pen { drawing, paths: self, layout: &layout, palette };
        if with_ground {
            pen.ground()?;
        }
        pen.arrows()?;
        pen.axes(&chart)?;
        for guide in &self.guides {
            pen.line(&guide.points, guide.role, guide.shape)?;
        }
        for label in self.guides.iter().filter_map(|guide| guide.label.as_ref()) {
            pen.label(label)?;
        }
        for path in &self.paths {
            pen.path(path)?;
        }
        for mark in &self.marks {
            pen.mark(mark)?;
        }
        for path in &self.paths {
            if !self.has_rows() {
                pen.start(path)?;
            }
            pen.looked(path, looked)?;
        }
        if self.has_rows() { Ok(()) } else { pen.names() }
    }
}

/// What draws, and all that it looks at.
struct Pen<'a, B> {
    drawing: &'a mut Drawing<B>,
    paths: &'a Paths,
    layout: &'a Layout,
    palette: &'a Palette,
}

impl<B: DrawingBackend> Pen<'_, B> {
    fn place(&self, (x, y): (f64, f64)) -> Option<Place> {
        let (x, y) = (self.layout.x(x), self.layout.y(y));
        (x.is_finite() && y.is_finite()).then_some((x, y))
    }

    /// A place, if it lies in the plane.
    fn within(&self, at: (f64, f64)) -> Option<Place> {
        let (from, to) = (self.layout.from, self.layout.to);
        let is_inside =
            |(x, y): &Place| (from.0 - 0.5..=to.0 + 0.5).contains(x) && (from.1 - 0.5..=to.1 + 0.5).contains(y);
        self.place(at).filter(is_inside)
    }

    /// What fills the plane, but for arrows.
    fn ground(&mut self) -> Result<(), Fault<B>> {
        let corners = (self.layout.from, self.layout.to);
        match &self.paths.ground {
            Some(Ground::Map(map) | Ground::Field(map, _)) => map.draw(self.drawing, corners, self.palette),
            Some(Ground::Cloud(dots)) => dots.iter().try_for_each(|dot| self.dot(dot)),
            None => Ok(()),
        }
    }

    /// A dot of a cloud.
    fn dot(&mut self, dot: &Dot) -> Result<(), Fault<B>> {
        let Some(at) = self.within(dot.at) else { return Ok(()) };
        match dot.holds {
            Holds::Low => self.ring_of(at, 2.0, Stroke::new(self.palette.signed.at(0.12), 1.0), 10),
            Holds::High => self.drawing.dot(at, 2.0, self.palette.signed.at(0.88)),
            Holds::Share(share) => {
                let color = self.palette.paper.mix(self.palette.ink, 0.4 + 0.6 * share.clamp(0.0, 1.0));
                self.drawing.dot(at, 1.0 + 2.0 * share.clamp(0.0, 1.0), color)
            }
        }
    }

    fn arrows(&mut self) -> Result<(), Fault<B>> {
        let Some(Ground::Field(_, arrows)) = &self.paths.ground else { return Ok(()) };
        for [from, to] in arrows {
            if let (Some(from), Some(to)) = (self.place(*from), self.place(*to)) {
                self.arrow(from, to)?;
            }
        }
        Ok(())
    }

    /// An arrow; one that is too short for a head is a dot.
    fn arrow(&mut self, from: Place, to: Place) -> Result<(), Fault<B>> {
        let color = self.palette.ink_soft;
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        if length < ARROW_LEAST {
            return self.drawing.dot(from, 0.9, color);
        }
        let (dx, dy) = (dx / length, dy / length);
        let head = ARROW_HEAD.min(length);
        let point = |along: f64, across: f64| (to.0 - along * dx - across * dy, to.1 - along * dy + across * dx);
        self.drawing.path(&[from, point(head / 2.0, 0.0)], Stroke::new(color, 1.0))?;
        self.drawing.area(&[to, point(head, 0.42 * head), point(head, -0.42 * head)], color)
    }

    fn axes(&mut self, chart: &Chart) -> Result<(), Fault<B>> {
        let (from, to) = (self.layout.from, self.layout.to);
        let line = Stroke::new(self.palette.line, 1.0);
        let tick = Letters::new(Face::Sans, size::TICK, self.palette.ink_soft);
        let has_grid = self.paths.ground.is_none();
        for label in self.layout.y_ticks(chart) {
            let y = self.layout.y_of(label.level);
            let start = if has_grid { to.0 } else { from.0 - 4.0 };
            self.drawing.path(&[(from.0, y), (start, y)], line)?;
            self.drawing.text(&label.text, (from.0 - 8.0, y + 0.36 * size::TICK), &tick.align(Align::Right))?;
        }
        for label in self.layout.x_labels(chart).ticks {
            let x = self.layout.x_of(label.level);
            let end = if has_grid { from.1 } else { to.1 + 4.0 };
            self.drawing.path(&[(x, to.1), (x, end)], line)?;
            self.drawing.text(&label.text, (x, to.1 + 17.0), &tick.align(Align::Middle))?;
        }
        let corners = [from, (to.0, from.1), to, (from.0, to.1), from];
        self.drawing.path(&corners, line)?;
        let title = Letters::new(Face::Sans, size::NAME, self.palette.ink_soft);
        for (text, y) in self.layout.heads(chart).1 {
            self.drawing.text(&text, (0.0, y), &title)?;
        }
        let middle = f64::midpoint(from.0, to.0);
        self.drawing.text(&chart.x.title, (middle, self.layout.size.1 - 5.0), &title.align(Align::Middle))
    }

    /// A line, cut to the plane, with an edge in the paper's colour where something lies below.
    fn line(&mut self, points: &[(f64, f64)], role: Role, shape: Shape) -> Result<(), Fault<B>> {
        let width = match shape {
            Shape::Thin | Shape::Rings | Shape::Dots => 1.2,
            Shape::Dashed => 1.8,
            Shape::Line | Shape::JoinedDots | Shape::Bar | Shape::Stack => 2.2,
        };
        let color = role.color(self.palette);
        let stroke = Stroke::new(color, width);
        let stroke = if shape == Shape::Dashed { stroke.dashed(5.0, 3.5) } else { stroke };
        let places: Vec<Option<Place>> = points.iter().map(|at| self.place(*at)).collect();
        for stretch in places.split(Option::is_none) {
            let stretch: Vec<Place> = stretch.iter().flatten().copied().collect();
            for piece in inside(&stretch, (self.layout.from, self.layout.to)) {
                // Dots are not covered.
                if self.paths.map().is_some() {
                    let edge = Paint { color: self.palette.paper, alpha: 0.7 };
                    self.drawing.path(&piece, Stroke::new(edge, width + 2.0))?;
                }
                self.drawing.path(&piece, stroke)?;
            }
        }
        Ok(())
    }

    /// A name at its place, moved into the plane.
    fn label(&mut self, label: &Label) -> Result<(), Fault<B>> {
        let Some((x, y)) = self.place(label.at) else { return Ok(()) };
        let (from, to) = (self.layout.from, self.layout.to);
        let letters = Letters::new(Face::Sans, size::NAME, self.palette.ink_soft).halo(self.palette.paper);
        let half = letters.width(&label.text) / 2.0 + 4.0;
        let across = x.clamp(from.0 + half, (to.0 - half).max(from.0 + half));
        let high = y.clamp(from.1 + NAME_HEIGHT / 2.0, to.1 - NAME_HEIGHT / 2.0);
        self.drawing.text(&label.text, (across, high + 0.36 * size::NAME), &letters.align(Align::Middle))
    }

    /// A path with a dot at every stop, and a head at the edge where it leaves the plane.
    fn path(&mut self, path: &Path) -> Result<(), Fault<B>> {
        self.line(&path.points, path.role, path.shape)?;
        let color = path.role.color(self.palette);
        let mut was_beyond = false;
        for stop in &path.stops {
            match self.within(*stop) {
                Some(at) => {
                    self.drawing.dot(at, 2.4, color)?;
                    was_beyond = false;
                }
                None if was_beyond => {}
                None => {
                    was_beyond = true;
                    if let Some(at) = self.place(*stop) {
                        self.beyond(at, path.role)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// An arrow head at the edge behind which a place lies.
    fn beyond(&mut self, (x, y): Place, role: Role) -> Result<(), Fault<B>> {
        let (from, to) = (self.layout.from, self.layout.to);
        let at = (x.clamp(from.0, to.0), y.clamp(from.1, to.1));
        let (dx, dy) = (x - at.0, y - at.1);
        let length = dx.hypot(dy).max(f64::MIN_POSITIVE);
        let (dx, dy) = (dx / length, dy / length);
        let point = |along: f64, across: f64| (at.0 + along * dx - across * dy, at.1 + along * dy + across * dx);
        self.drawing.area(&[point(0.0, 0.0), point(-9.0, 5.0), point(-9.0, -5.0)], role.color(self.palette))
    }

    fn ring(&mut self, at: Place, radius: f64, stroke: Stroke) -> Result<(), Fault<B>> {
        self.ring_of(at, radius, stroke, SIDES)
    }

    /// A ring with so many sides.
    fn ring_of(&mut self, at: Place, radius: f64, stroke: Stroke, sides: usize) -> Result<(), Fault<B>> {
        let around = |side: usize| {
            let (sin, cos) = (side as f64 / sides as f64 * std::f64::consts::TAU).sin_cos();
            (at.0 + radius * cos, at.1 + radius * sin)
        };
        self.drawing.path(&(0..=sides).map(around).collect::<Vec<_>>(), stroke)
    }

    fn mark(&mut self, mark: &Pin) -> Result<(), Fault<B>> {
        let Some(at) = self.within(mark.at) else { return Ok(()) };
        let color = mark.role.color(self.palette);
        if mark.is_ring {
            self.drawing.dot(at, 4.5, self.palette.paper)?;
            return self.ring(at, 4.5, Stroke::new(color, 1.6));
        }
        self.drawing.dot(at, 4.5, color)
    }

    /// A ring where a path begins.
    fn start(&mut self, path: &Path) -> Result<(), Fault<B>> {
        match path.stops.first().and_then(|at| self.within(*at)) {
            Some(at) => self.ring(at, 5.5, Stroke::new(self.palette.ink, 1.6)),
            None => Ok(()),
        }
    }

    fn looked(&mut self, path: &Path, looked: Option<usize>) -> Result<(), Fault<B>> {
        match looked.and_then(|stop| path.stops.get(stop)).and_then(|at| self.within(*at)) {
            Some(at) => {
                self.drawing.dot(at, 6.5, self.palette.paper)?;
                self.drawing.dot(at, 4.5, path.role.color(self.palette))?;
                self.ring(at, 7.0, Stroke::new(self.palette.ink, 1.6))
            }
            None => Ok(()),
        }
    }

    /// The names of the paths, each beside the last stop that is seen; of one path alone none.
    fn names(&mut self) -> Result<(), Fault<B>> {
        if self.paths.paths.len() < 2 {
            return Ok(());
        }
        let (from, to) = (self.layout.from, self.layout.to);
        let bold = Letters::new(Face::SansBold, size::NAME, self.palette.ink).halo(self.palette.paper);
        let mut wanted = vec![];
        for path in &self.paths.paths {
            let end = path.stops.iter().rev().find_map(|at| self.within(*at)).unwrap_or(from);
            let width = bold.width(&path.name);
            let is_left = end.0 + NAME_GAP + width > to.0;
            let left = if is_left { end.0 - NAME_GAP - width } else { end.0 + NAME_GAP };
            wanted.push(Wanted { across: (left, left + width), y: end.1, height: NAME_HEIGHT });
        }
        let heights = apart(&wanted, (from.1, to.1));
        for ((path, room), middle) in self.paths.paths.iter().zip(&wanted).zip(heights) {
            let letters = Letters { color: path.role.color(self.palette), ..bold };
            self.drawing.text(&path.name, (room.across.0, middle + 0.36 * size::NAME), &letters)?;
        }
        Ok(())
    }
}
