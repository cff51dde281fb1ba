//! Where the parts of a chart stand: margins by what is written in them, the plot between them, and the names of lines.

use crate::axis::{Scale, Tick};
use crate::calendar::{Label, labelled};
use crate::chart::{Chart, Series, Shape, Side};
use crate::clip::inside;
use crate::names::{Wanted, apart};
use crate::style::{Align, Letters};
use crate::text::Face;
use crate::{Palette, Rgb};

/// Sizes of letters in CSS pixels.
pub mod size {
    /// Labels of ticks.
    pub const TICK: f64 = 12.0;
    /// Names and titles.
    pub const NAME: f64 = 13.0;
    /// The headline.
    pub const HEADLINE: f64 = 16.0;
}

/// The least room between a column's name and the next.
const BETWEEN_WORDS: f64 = 8.0;
/// The least room between a date and the next.
const BETWEEN_DATES: f64 = 16.0;
/// The longest that a name of a column may be where it is written upwards.
const LONGEST_UPRIGHT: f64 = 84.0;
/// The least height of a row that has a name.
const ROW: f64 = 14.0;
/// From the plot to a tick's label.
const TICK_GAP: f64 = 8.0;
/// From a line's end to its name.
const NAME_GAP: f64 = 8.0;
/// The height that a name takes among others.
const NAME_HEIGHT: f64 = 16.0;
/// The height of a line of the headline.
const HEADLINE_HEIGHT: f64 = 21.0;
/// The height of a line of the title of y.
const TITLE_HEIGHT: f64 = 18.0;
/// The side of the square before the name of a part, with the gap after it.
const SWATCH: f64 = 15.0;
/// Free room before and after a name.
const AROUND: f64 = 3.0;
/// From the line of a reference to the middle of a name within the plot.
const ABOVE: f64 = 10.0;
/// Below this width of a chart names stand on one side of its plot alone.
const NARROW: f64 = 480.0;
/// The widest bar.
const WIDEST_BAR: f64 = 56.0;

/// Widths round a plot in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// For the headline, the title of y and flags.
    pub top: f64,
    /// For names after lines.
    pub right: f64,
    /// For labels and title of x.
    pub bottom: f64,
    /// For labels of y, and names before lines.
    pub left: f64,
}

/// A line of text, and the height of its base line.
pub type Line = (String, f64);

/// How the names of columns are written.
#[derive(Clone, Debug, PartialEq)]
pub struct Labels {
    /// Each with its place.
    pub ticks: Vec<Tick>,
    /// Upwards, as there is no room for them across.
    pub upright: bool,
    /// Some columns' alone, which are dates or counted: each has a mark at the plot.
    pub marked: bool,
}

/// A name at a line's end.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// What it says.
    pub text: String,
    /// Its place: on the base line, at the end that is nearer to the line.
    pub at: (f64, f64),
    /// Which end that is.
    pub align: Align,
    /// The end of the line.
    pub end: (f64, f64),
    /// The series; none for a reference.
    pub series: Option<usize>,
    /// The room of the square before the name, 0 if there is none.
    pub swatch: f64,
}

/// The places of a chart's parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The whole, in CSS pixels.
    pub size: (f64, f64),
    /// Upper left corner of the plot.
    pub from: (f64, f64),
    /// Lower right corner of the plot.
    pub to: (f64, f64),
    /// The headline is drawn; in the page it stands above the figure as text.
    pub has_headline: bool,
    x: Scale,
    y: Scale,
}

impl Labels {
    fn across(ticks: Vec<Tick>) -> Self {
        Self { ticks, upright: false, marked: false }
    }
}

impl Margins {
    /// What a chart needs.
    #[must_use]
    pub fn of(chart: &Chart, size: (f64, f64), has_headline: bool) -> Self {
        let (headline, title) = heads(chart, size.0, has_headline);
        let mut top = 14.0 + headline.len() as f64 * HEADLINE_HEIGHT + title.len() as f64 * TITLE_HEIGHT;
        top += if headline.is_empty() { 0.0 } else { 4.0 };
        top += if chart.flags.is_empty() { 0.0 } else { 20.0 };
        let ticks = y_labels(chart, size.1);
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let tick = letters(size::TICK);
        let labels = widest(&mut ticks.iter().map(|tick_| tick.width(&tick_.text)));
        let name = bold(size::NAME);
        let named = widest(
            &mut chart
                .series
                .iter()
                .filter(|s| !s.label.is_empty())
                .map(|s| name.width(&s.label) + NAME_GAP + swatch(s)),
        );
        let other = letters(size::NAME);
        let beside = if are_beside(chart, size) { &chart.references[..] } else { &[] };
        let references = widest(&mut beside.iter().map(|r| other.width(&r.name) + NAME_GAP));
        let (before, after) = match chart.names {
            Side::Left => (named, 0.0),
            Side::Right => (0.0, named),
        };
        let left = labels + TICK_GAP + before + 2.0;
        let right = after.max(references).max(last_word(chart, size.0 - left)).max(12.0);
        let across = (size.0 - left - right).max(1.0);
        let under = labels_of(chart, across);
        let written = match under.upright {
            true => widest(&mut under.ticks.iter().map(|t| tick.width(&t.text))) + 10.0,
            false => 20.0,
        };
        let bottom = written + if chart.x.title.is_empty() { 2.0 } else { 20.0 };
        Self { top, right, bottom, left }
    }

    /// The same with at least as much room at both sides as others have, so that plots stand in line.
    #[must_use]
    pub fn below(self, other: Self) -> Self {
        Self { right: self.right.max(other.right), left: self.left.max(other.left), ..self }
    }

    /// What holds both, so that plots stand in line.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self {
            top: self.top.max(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
            left: self.left.max(other.left),
        }
    }
}

/// How far the name of the last column may stand out, in a width.
fn last_word(chart: &Chart, across: f64) -> f64 {
    let Scale::Columns(names) = &chart.x.scale else { return 0.0 };
    let half = names.last().map_or(0.0, |name| letters(size::TICK).width(name) / 2.0);
    // Of names that are too long for this, all are written upwards.
    let pitch = across / names.len() as f64;
    if half < pitch { (half - pitch / 2.0).max(0.0) } else { 0.0 }
}

/// Whether the names of references stand after the plot. In a narrow chart with names before its lines they stand within it:
/// both sides would leave too little between them. Bars leave them no room there.
fn are_beside(chart: &Chart, size: (f64, f64)) -> bool {
    let has_bars = chart.series.iter().any(|series| matches!(series.shape, Shape::Bar | Shape::Stack));
    size.0 >= NARROW || chart.names == Side::Right || has_bars
}

/// How many labels of y a height has room for.
fn room(height: f64) -> usize {
    ((height - 60.0) / 26.0).clamp(3.0, 9.0) as usize
}

/// The labels of y in a height. Rows that have names have one for each, where there is room.
fn y_labels(chart: &Chart, height: f64) -> Vec<Tick> {
    if !matches!(chart.y.scale, Scale::Columns(_)) {
        return chart.y.ticks(room(height));
    }
    let mut ticks = chart.y.ticks(((height - 60.0) / ROW) as usize);
    let letters = letters(size::TICK);
    ticks.iter_mut().for_each(|tick| tick.text = shortened(&tick.text, LONGEST_UPRIGHT, &letters));
    ticks
}

/// The room of the square before a name: only parts of bars have one, as their colours are too pale for letters.
fn swatch(series: &Series) -> f64 {
    if series.shape == Shape::Stack { SWATCH } else { 0.0 }
}

fn letters(size: f64) -> Letters {
    Letters::new(Face::Sans, size, Rgb::default())
}

fn bold(size: f64) -> Letters {
    Letters::new(Face::SansBold, size, Rgb::default())
}

/// The labels under the columns of a plot of a width: across, upwards, or only some of them.
fn labels_of(chart: &Chart, across: f64) -> Labels {
    let tick = letters(size::TICK);
    let Scale::Columns(names) = &chart.x.scale else {
        let most = (across / 84.0) as usize;
        return Labels::across(chart.x.ticks(most.clamp(3, 9)));
    };
    let pitch = across / names.len() as f64;
    let fits = |a: &Label, b: &Label| {
        (tick.width(&a.1) + tick.width(&b.1)) / 2.0 + BETWEEN_DATES <= (b.0 - a.0) as f64 * pitch
    };
    if let Some(labelled) = labelled(names, &fits) {
        let place = |(n, text): (usize, String)| Tick { level: chart.x.scale.level(n as f64), text };
        return Labels { marked: true, ..Labels::across(labelled.into_iter().map(place).collect()) };
    }
    let widths: Vec<f64> = names.iter().map(|name| tick.width(name)).collect();
    let widest = widths.iter().copied().fold(0.0, f64::max);
    let are_numbers = names.iter().all(|name| name.parse::<f64>().is_ok());
    if are_numbers {
        let most = (across / (widest + BETWEEN_WORDS).max(1.0)) as usize;
        return Labels::across(chart.x.ticks(most));
    }
    // A long word may stand between short ones.
    if widths.windows(2).all(|pair| (pair[0] + pair[1]) / 2.0 + BETWEEN_WORDS <= pitch) {
        return Labels::across(chart.x.ticks(names.len()));
    }
    let mut ticks = chart.x.ticks((across / (size::TICK + 3.0)) as usize);
    ticks.iter_mut().for_each(|t| t.text = shortened(&t.text, LONGEST_UPRIGHT, &tick));
    Labels { upright: true, ..Labels::across(ticks) }
}

/// The lines of a text in a width.
fn lines(text: &str, letters: &Letters, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if letters.width(&format!("{line} {word}")) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// What stands above the plot: the lines of the headline, if it is drawn, and those of the title of y.
fn heads(chart: &Chart, width: f64, has_headline: bool) -> (Vec<String>, Vec<String>) {
    let letters_of = Letters::new(Face::SerifBold, size::HEADLINE, Rgb::default());
    let headline = if has_headline { lines(&chart.headline, &letters_of, width) } else { vec![] };
    (headline, lines(&chart.y.title, &letters(size::NAME), width))
}

/// A text cut to a width, with an ellipsis where something is missing.
fn shortened(text: &str, most: f64, letters: &Letters) -> String {
    if letters.width(text) <= most {
        return text.to_owned();
    }
    let mut short = String::new();
    for c in text.chars() {
        if letters.width(&format!("{short}{c}…")) > most {
            break;
        }
        short.push(c);
    }
    short + "…"
}

impl Layout {
    /// The places in a size, with margins of the chart's own.
    #[must_use]
    pub fn new(chart: &Chart, size: (f64, f64), has_headline: bool) -> Self {
        Self::with_margins(chart, size, has_headline, Margins::of(chart, size, has_headline))
    }

    /// The places in a size, with given margins.
    #[must_use]
    pub fn with_margins(chart: &Chart, size: (f64, f64), has_headline: bool, margins: Margins) -> Self {
        let from = (margins.left, margins.top);
        let to = ((size.0 - margins.right).max(from.0 + 1.0), (size.1 - margins.bottom).max(from.1 + 1.0));
        Self { size, from, to, has_headline, x: chart.x.scale.clone(), y: chart.y.scale.clone() }
    }

    /// Where a number of x stands; NaN if nowhere.
    #[must_use]
    pub fn x(&self, x: f64) -> f64 {
        self.x_of(self.x.level(x))
    }

    /// Where a number of y stands; NaN if nowhere.
    #[must_use]
    pub fn y(&self, y: f64) -> f64 {
        self.y_of(self.y.level(y))
    }

    /// Where a share of the width stands.
    #[must_use]
    pub fn x_of(&self, level: f64) -> f64 {
        self.from.0 + level * (self.to.0 - self.from.0)
    }

    /// Where a share of the height stands, from below.
    #[must_use]
    pub fn y_of(&self, level: f64) -> f64 {
        self.to.1 - level * (self.to.1 - self.from.1)
    }

    /// The number of x at a place.
    #[must_use]
    pub fn x_at(&self, pixel: f64) -> f64 {
        self.x.number((pixel - self.from.0) / (self.to.0 - self.from.0))
    }

    /// The number of y at a place.
    #[must_use]
    pub fn y_at(&self, pixel: f64) -> f64 {
        self.y.number((self.to.1 - pixel) / (self.to.1 - self.from.1))
    }

    /// Half the width of a bar.
    #[must_use]
    pub fn half_bar(&self, chart: &Chart) -> f64 {
        let columns = chart.columns();
        let places = columns.windows(2).map(|pair| self.x(pair[1]) - self.x(pair[0]));
        let pitch = match &self.x {
            Scale::Columns(names) => (self.to.0 - self.from.0) / names.len() as f64,
            Scale::Linear(..) | Scale::Log(_) | Scale::Ln(_) => places.fold(self.to.0 - self.from.0, f64::min),
        };
        (pitch * 0.84).min(WIDEST_BAR) / 2.0
    }

    /// The lines of the headline and of the title of y, each with the height of its base line.
    #[must_use]
    pub fn heads(&self, chart: &Chart) -> (Vec<Line>, Vec<Line>) {
        let (headline, title) = heads(chart, self.size.0, self.has_headline);
        let under = if headline.is_empty() { 0.0 } else { HEADLINE_HEIGHT * headline.len() as f64 + 4.0 };
        let at = |first: f64, height: f64| move |(n, line): (usize, String)| (line, first + height * n as f64);
        let headline = headline.into_iter().enumerate().map(at(17.0, HEADLINE_HEIGHT)).collect();
        (headline, title.into_iter().enumerate().map(at(under + 14.0, TITLE_HEIGHT)).collect())
    }

    /// The labels of y.
    #[must_use]
    pub fn y_ticks(&self, chart: &Chart) -> Vec<Tick> {
        y_labels(chart, self.size.1)
    }

    /// The labels of x.
    #[must_use]
    pub fn x_labels(&self, chart: &Chart) -> Labels {
        labels_of(chart, self.to.0 - self.from.0)
    }

    /// The names of lines and references, none over another.
    #[must_use]
    pub fn names(&self, chart: &Chart) -> Vec<Name> {
        let mut names: Vec<Name> = Vec::new();
        for (place, series) in chart.series.iter().enumerate().filter(|(_, s)| !s.label.is_empty()) {
            if let Some(end) = self.end(chart, place) {
                let is_part = series.shape == Shape::Stack;
                // The last bar may not stand in the last column; its parts' names stand after the plot all the same.
                let from = if is_part { (self.to.0.max(end.0), end.1) } else { end };
                names.push(Name {
                    text: series.label.clone(),
                    at: self.beside(from, chart.names, bold(size::NAME).width(&series.label) + swatch(series)),
                    align: if chart.names == Side::Left { Align::Right } else { Align::Left },
                    end,
                    series: Some(place),
                    swatch: swatch(series),
                });
            }
        }
        for reference in chart.references.iter().filter(|r| (0.0..=1.0).contains(&self.y.level(r.at))) {
            let end = (self.to.0, self.y(reference.at));
            let has_room = self.to.0 + NAME_GAP + letters(size::NAME).width(&reference.name) <= self.size.0 + 0.5;
            let (at, align) = if has_room { ((self.to.0 + NAME_GAP, end.1), Align::Left) } else { (end, Align::Right) };
            names.push(Name { text: reference.name.clone(), at, align, end, series: None, swatch: 0.0 });
        }
        let mut wanted: Vec<Wanted> = Vec::new();
        for name in &mut names {
            let room = match name.series {
                None if name.align == Align::Right => {
                    let room = self.on_line(chart, name, &wanted);
                    name.at.0 = room.across.1 - AROUND;
                    name.end.0 = name.at.0;
                    room
                }
                _ => self.free(chart, name),
            };
            wanted.push(room);
        }
        // A name on the uppermost line stands over the plot.
        let bounds = (self.from.1 - ABOVE - NAME_HEIGHT / 2.0, self.to.1 + NAME_HEIGHT / 2.0);
        let heights = apart(&wanted, bounds);
        // From the middle of a name to its base line.
        names.iter_mut().zip(heights).for_each(|(name, middle)| name.at.1 = middle + 0.36 * size::NAME);
        names
    }

    /// The room that a name wants: beside its line's end, or as near to it as no other line goes through.
    fn free(&self, chart: &Chart, name: &Name) -> Wanted {
        let beside = self.wanted(name);
        let is_free = |room: &Wanted| {
            let ((_, low), (_, high)) = edges(room);
            low >= self.from.1 && high <= self.to.1 && !self.lies_over(chart, room, name.series)
        };
        let moved = [0.0, 16.0, -16.0, 26.0, -26.0].map(|by| Wanted { y: beside.y + by, ..beside });
        let is_inside = beside.across.1 < self.to.0;
        if is_inside { moved.into_iter().find(is_free).unwrap_or(beside) } else { beside }
    }

    /// The room of a reference's name within the plot: on its line or under it, where nothing is drawn, first at the right.
    fn on_line(&self, chart: &Chart, name: &Name, taken: &[Wanted]) -> Wanted {
        let right = self.wanted(name);
        let width = right.across.1 - right.across.0;
        let at = |left: f64, by: f64| Wanted { across: (left, left + width), y: name.end.1 + by, ..right };
        let title = letters(size::NAME);
        let titles: Vec<(f64, f64)> =
            self.heads(chart).1.iter().map(|(line, y)| (title.width(line), y + 0.3 * size::NAME)).collect();
        let is_free = |room: &Wanted| {
            let ((left, low), (right, high)) = edges(room);
            let meets = |other: &Wanted| {
                let (a, b) = edges(other);
                left < b.0 && a.0 < right && low < b.1 && a.1 < high
            };
            let under_title = titles.iter().all(|(width, foot)| left >= *width || low >= *foot);
            high <= self.to.1 && under_title && !taken.iter().any(meets) && !self.lies_over(chart, room, None)
        };
        // At the left beside names that stand before the plot.
        let lefts = [self.to.0 - width + AROUND, self.from.0 + NAME_GAP, (self.from.0 + self.to.0 - width) / 2.0];
        let rooms = lefts.into_iter().flat_map(|left| [at(left, -ABOVE), at(left, ABOVE)]);
        rooms.into_iter().find(is_free).unwrap_or_else(|| at(lefts[0], -ABOVE))
    }

    /// Whether a name would lie over what is drawn: a line, a bar, the line of a reference; but for its own series.
    fn lies_over(&self, chart: &Chart, room: &Wanted, own: Option<usize>) -> bool {
        let ((left, low), (right, high)) = edges(room);
        let half = self.half_bar(chart);
        let mut others = chart.series.iter().enumerate().filter(|(place, _)| Some(*place) != own);
        let is_over = |(place, series): (usize, &Series)| match series.shape {
            Shape::Bar | Shape::Stack => series.points.iter().any(|point| {
                let reach =
                    if series.shape == Shape::Stack { stacked(chart, place, point.x) } else { Some((0.0, point.y)) };
                let (x, ends) = (self.x(point.x), reach.map(|(from, to)| (self.y(from), self.y(to))));
                ends.is_some_and(|(a, b)| left < x + half && x - half < right && low < a.max(b) && a.min(b) < high)
            }),
            _ => self.crosses(series, ((left, low), (right, high))),
        };
        let mut lines = chart.references.iter().map(|reference| self.y(reference.at));
        others.any(is_over) || lines.any(|y| low < y && y < high)
    }

    /// Whether the line of a series goes through a rectangle.
    fn crosses(&self, series: &Series, edges: ((f64, f64), (f64, f64))) -> bool {
        let places: Vec<(f64, f64)> = series.points.iter().map(|point| (self.x(point.x), self.y(point.y))).collect();
        let known = |place: &(f64, f64)| place.0.is_finite() && place.1.is_finite();
        places.split(|place| !known(place)).any(|stretch| !inside(stretch, edges).is_empty())
    }

    fn wanted(&self, name: &Name) -> Wanted {
        let letters = if name.series.is_some() { bold(size::NAME) } else { letters(size::NAME) };
        let (x, width) = (name.at.0, letters.width(&name.text) + name.swatch);
        let across = if name.align == Align::Left { (x, x + width) } else { (x - width, x) };
        Wanted { across: (across.0 - AROUND, across.1 + AROUND), y: name.end.1, height: NAME_HEIGHT }
    }

    /// The place of a name beside a line's end, inside the drawing.
    fn beside(&self, (x, y): (f64, f64), side: Side, width: f64) -> (f64, f64) {
        match side {
            // All in a row, before the plot.
            Side::Left => ((self.from.0).min(x - NAME_GAP), y),
            Side::Right => ((x + NAME_GAP).min(self.size.0 - width), y),
        }
    }

    /// Where a series ends, on the side of the names: its last point that has a place.
    fn end(&self, chart: &Chart, place: usize) -> Option<(f64, f64)> {
        let series = &chart.series[place];
        let has_place = |x: f64, y: f64| self.x.level(x).is_finite() && self.y.level(y).is_finite();
        if series.shape == Shape::Stack {
            let last = series.points.iter().rfind(|point| has_place(point.x, point.y))?;
            let (low, high) = stacked(chart, place, last.x)?;
            let middle = self.inside((self.y(low) + self.y(high)) / 2.0);
            return Some((self.x(last.x) + self.half_bar(chart), middle));
        }
        let mut points = series.points.iter().filter(|point| has_place(point.x, point.y));
        let point = if chart.names == Side::Left { points.next() } else { points.next_back() }?;
        Some((self.x(point.x), self.inside(self.y(point.y))))
    }

    fn inside(&self, y: f64) -> f64 {
        y.clamp(self.from.1, self.to.1)
    }
}

/// The upper left and the lower right corner of a name's room.
fn edges(room: &Wanted) -> ((f64, f64), (f64, f64)) {
    ((room.across.0, room.y - room.height / 2.0), (room.across.1, room.y + room.height / 2.0))
}

/// From where to where the part of a bar that a series is reaches, at a number of x; none if it has none there.
#[must_use]
pub fn stacked(chart: &Chart, place: usize, x: f64) -> Option<(f64, f64)> {
    let own = chart.series[place].at(x).filter(|point| point.y.is_finite())?.y;
    let below = chart.series[..place].iter().filter(|series| series.shape == Shape::Stack);
    let before = below.filter_map(|series| series.at(x)).map(|point| point.y).filter(|y| y.is_finite());
    let from: f64 = before.filter(|y| (*y >= 0.0) == (own >= 0.0)).sum();
    Some((from, from + own))
}

/// The letters of a name: bold in the colour of its series, plain for a reference; over lines with an edge.
#[must_use]
pub fn name_letters(name: &Name, chart: &Chart, palette: &Palette) -> Letters {
    let (face, color) = match name.series {
        Some(_) if name.swatch > 0.0 => (Face::Sans, palette.ink),
        Some(place) => (Face::SansBold, chart.series[place].role.color(palette)),
        None => (Face::Sans, palette.ink_soft),
    };
    Letters::new(face, size::NAME, color).align(name.align).halo(palette.paper)
}
