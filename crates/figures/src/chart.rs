//! A chart as data: what it shows and what it says, with no place in it. `render.rs` draws it, `read.rs` reads it out.

use crate::{Axes, Axis, Palette, Rgb, Scale};
use engine::trace::CellKind;

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What is seen, as a sentence.
    pub headline: String,
    /// From left to right.
    pub x: Axis,
    /// From bottom to top.
    pub y: Axis,
    /// What is drawn, the first below the others.
    pub series: Vec<Series>,
    /// Numbers of y to compare with.
    pub references: Vec<Reference>,
    /// The number of x that is looked at.
    pub cursor: Option<f64>,
    /// Numbers of x that something is said of.
    pub flags: Vec<Flag>,
    /// What happened along x, as ticks at the foot.
    pub rug: Option<Rug>,
    /// At which end of a line its name stands.
    pub names: Side,
}

/// One row of numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its name in the read-out and in the table.
    pub name: String,
    /// What stands at its end; nothing if empty.
    pub label: String,
    /// Its colour.
    pub role: Role,
    /// How it is drawn.
    pub shape: Shape,
    /// Its numbers, by rising x.
    pub points: Vec<Point>,
}

/// A number of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Along x.
    pub x: f64,
    /// Along y.
    pub y: f64,
    /// The lowest and the highest of what `y` is the middle of.
    pub spread: Option<(f64, f64)>,
    /// Shown, but not yet known or not to be trusted.
    pub is_faint: bool,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line, with dots where there are few points, and a band where points have a spread.
    Line,
    /// A thin line without dots.
    Thin,
    /// A dashed line without dots, with a band where points have a spread.
    Dashed,
    /// A ring at each point, and no line.
    Rings,
    /// A dot at each point, a ring at either end of its spread, and no line.
    Dots,
    /// The same, with a line through the dots.
    JoinedDots,
    /// A bar from zero.
    Bar,
    /// A part of a bar: above what came before it, or below that if negative.
    Stack,
}

/// What a colour stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A cell.
    Cell(CellKind),
    /// What another is compared with.
    Ghost,
    /// Text and marks.
    Ink,
    /// What is there, and not looked at yet.
    Line,
    /// What goes back.
    Backward,
    /// One part of so many of what goes back, the first the strongest.
    Part(usize, usize),
}

/// A number of y to compare with, drawn as a line across.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Its name.
    pub name: String,
    /// Where.
    pub at: f64,
}

/// A place of x that something is said of.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// What.
    pub name: String,
    /// Its colour.
    pub role: Role,
    /// Where.
    pub at: f64,
}

/// What happened in some of the steps that a number of x stands for: a tick at the foot of the plot, as high as its share
/// of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Rug {
    /// What happened.
    pub name: String,
    /// Its colour.
    pub role: Role,
    /// Numbers of x, by rising x, each with the share of steps in which it happened, above 0.
    pub ticks: Vec<(f64, f64)>,
}

/// Where the names of lines stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before their first points.
    Left,
    /// After their last points.
    Right,
}

/// What both axes reach, so that charts side by side can have the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Extent {
    /// From left to right.
    pub x: Scale,
    /// From bottom to top.
    pub y: Scale,
}

impl Point {
    /// A point.
    #[must_use]
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y, spread: None, is_faint: false }
    }
}

impl Role {
    /// Its colour in a theme.
    #[must_use]
    pub fn color(self, palette: &Palette) -> Rgb {
        match self {
            Self::Cell(CellKind::Rnn) => palette.cells[0],
            Self::Cell(CellKind::Lstm) => palette.cells[1],
            Self::Cell(CellKind::Gru) => palette.cells[2],
            Self::Ghost => palette.ink_soft,
            Self::Ink => palette.ink,
            Self::Line => palette.line,
            Self::Backward => palette.backward,
            Self::Part(part, of) => {
                let share = part as f64 / of.saturating_sub(1).max(1) as f64;
                palette.backward.mix(palette.paper, 0.66 * share)
            }
        }
    }
}

impl Extent {
    /// What holds both.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        Self { x: self.x.join(&other.x), y: self.y.join(&other.y) }
    }
}

impl Axes {
    /// A chart of the axes alone, as the layout knows it.
    #[must_use]
    pub fn chart(self) -> Chart {
        Chart {
            headline: String::new(),
            x: self.x,
            y: self.y,
            series: vec![],
            references: vec![],
            cursor: None,
            flags: vec![],
            rug: None,
            names: Side::Right,
        }
    }
}

impl Chart {
    /// What its axes reach.
    #[must_use]
    pub fn extent(&self) -> Extent {
        Extent { x: self.x.scale.clone(), y: self.y.scale.clone() }
    }

    /// The same chart with axes that reach as far as given.
    #[must_use]
    pub fn with_extent(mut self, extent: &Extent) -> Self {
        self.x.scale = extent.x.clone();
        self.y.scale = extent.y.clone();
        self
    }

    /// The same chart with a y axis that reaches as far as those of others that stand beside it, along the same x.
    #[must_use]
    pub fn beside(self, others: &[Self]) -> Self {
        let is_alike = |other: &&Self| (&other.x, &other.y.title) == (&self.x, &self.y.title);
        let extent = others.iter().filter(is_alike).fold(self.extent(), |all, other| all.join(&other.extent()));
        self.with_extent(&extent)
    }

    /// All numbers of x that have a point, each once, rising.
    #[must_use]
    pub fn columns(&self) -> Vec<f64> {
        let mut all: Vec<f64> = self.series.iter().flat_map(|series| &series.points).map(|point| point.x).collect();
        all.sort_by(f64::total_cmp);
        all.dedup();
        all
    }
}

impl Rug {
    /// The share at a number of x; 0 where it did not happen.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        self.ticks.iter().find(|(at, _)| *at == x).map_or(0.0, |(_, share)| *share)
    }
}

impl Series {
    /// Its point at a number of x.
    #[must_use]
    pub fn at(&self, x: f64) -> Option<&Point> {
        self.points.iter().find(|point| point.x == x)
    }
}
