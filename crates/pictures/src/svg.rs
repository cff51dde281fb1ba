//! Charts as SVG. Colours and fonts come from the style sheet, by class.

use std::fmt::Write;

use model::decades::level;
use words::format::decade;

/// The drawing's width; the page scales it to the room it has.
pub const WIDTH: f64 = 440.0;
/// Where the axis begins: its labels stand left of it.
pub const LEFT: f64 = 44.0;

/// A rectangle: its upper left corner, its width and height.
pub type Bar = ((f64, f64), (f64, f64));

/// A drawing that grows.
pub struct Svg {
    height: f64,
    inside: String,
}

/// A logarithmic axis from `low` to `high`, powers of ten, over the height of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decades {
    low: i32,
    high: i32,
    top: f64,
    bottom: f64,
}

impl Decades {
    /// An axis that holds all the numbers, given as decadic logarithms; at least from `low` to `high`. It
    /// widens in whole steps, so that it stands still while a slider moves a little.
    #[must_use]
    pub fn around(logs: impl Iterator<Item = f64>, (low, high): (i32, i32), (top, bottom): (f64, f64)) -> Self {
        let (least, most) = logs
            .filter(|x| x.is_finite())
            .fold((f64::from(low), f64::from(high)), |(least, most), x| (least.min(x), most.max(x)));
        let step = if most - least > 60.0 {
            20.0
        } else if most - least > 12.0 {
            5.0
        } else {
            1.0
        };
        let (low, high) = ((least / step).floor() * step, (most / step).ceil() * step);
        Self { low: low as i32, high: high as i32, top, bottom }
    }

    /// Its lowest and highest power of ten.
    #[must_use]
    pub fn ends(&self) -> (i32, i32) {
        (self.low, self.high)
    }

    /// The height of a decadic logarithm, cut to the axis.
    #[must_use]
    pub fn y(&self, log: f64) -> f64 {
        self.bottom - level(log, self.ends()) * (self.bottom - self.top)
    }

    /// The exponents that are labelled.
    fn lines(&self) -> impl Iterator<Item = i32> + use<> {
        let (low, high) = (self.low, self.high);
        let room = ((self.bottom - self.top) / 17.0).max(2.0);
        let span = high - low;
        let by = [1, 2, 5, 10, 20, 50, 100, 200].into_iter().find(|by| f64::from(span / by) <= room).unwrap_or(500);
        (low..=high).filter(move |e| e % by == 0)
    }
}

impl Svg {
    /// An empty drawing of a height.
    #[must_use]
    pub fn new(height: f64) -> Self {
        Self { height, inside: String::new() }
    }

    /// The x of a step's middle on an axis of so many steps.
    #[must_use]
    pub fn x(t: usize, steps: usize) -> f64 {
        LEFT + (t as f64 + 0.5) / steps as f64 * (WIDTH - LEFT)
    }

    /// The width of a step.
    #[must_use]
    pub fn column(steps: usize) -> f64 {
        (WIDTH - LEFT) / steps as f64
    }

    /// Grid lines and labels of a logarithmic axis.
    pub fn decades(&mut self, axis: &Decades) {
        for exponent in axis.lines() {
            let y = axis.y(f64::from(exponent));
            let class = if exponent == 0 { "one" } else { "grid" };
            self.line(class, (LEFT, y), (WIDTH, y));
            self.text("tick end", (LEFT - 5.0, y + 4.0), &decade(exponent));
        }
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.push(format_args!("<path class=\"{class}\" d=\"M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}\"/>"));
    }

    /// A line through points; it breaks where one is missing.
    pub fn curve(&mut self, class: &str, points: impl Iterator<Item = Option<(f64, f64)>>) {
        let (mut d, mut down) = (String::new(), false);
        for point in points {
            if let Some((x, y)) = point {
                // Writing to a String cannot fail.
                let _ = write!(d, "{}{x:.1} {y:.1}", if down { 'L' } else { 'M' });
            }
            down = point.is_some();
        }
        self.push(format_args!("<path class=\"{class}\" d=\"{d}\"/>"));
    }

    /// Rectangles, by corner and size, as one shape: a browser makes it faster than many. What is thinner
    /// than a twentieth of a pixel is left out.
    pub fn bars(&mut self, class: &str, bars: &[Bar]) {
        let mut d = String::new();
        for ((x, y), (width, height)) in bars.iter().filter(|(_, (_, height))| *height >= 0.05) {
            // Writing to a String cannot fail.
            let _ = write!(d, "M{x:.1} {y:.1}h{width:.1}v{height:.1}h{:.1}z", -width);
        }
        self.push(format_args!("<path class=\"{class}\" d=\"{d}\"/>"));
    }

    /// A shape through points.
    pub fn area(&mut self, class: &str, points: impl Iterator<Item = (f64, f64)>) {
        let mut d = String::new();
        for (n, (x, y)) in points.enumerate() {
            // Writing to a String cannot fail.
            let _ = write!(d, "{}{x:.1} {y:.1}", if n > 0 { 'L' } else { 'M' });
        }
        if !d.is_empty() {
            d.push('z');
        }
        self.push(format_args!("<path class=\"{class}\" d=\"{d}\"/>"));
    }

    /// A dot.
    pub fn dot(&mut self, class: &str, (x, y): (f64, f64), r: f64) {
        self.push(format_args!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r}\"/>"));
    }

    /// A text of our own.
    pub fn text(&mut self, class: &str, (x, y): (f64, f64), text: &str) {
        self.push(format_args!("<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{text}</text>"));
    }

    /// A place to click on for a step.
    pub fn steps(&mut self, steps: usize, (top, bottom): (f64, f64)) {
        self.push(format_args!(
            "<rect class=\"steps\" data-steps=\"{steps}\" x=\"{LEFT}\" y=\"{top}\" width=\"{}\" height=\"{}\"/>",
            WIDTH - LEFT,
            bottom - top
        ));
    }

    /// The drawing, with its name for those who do not see it.
    #[must_use]
    pub fn finish(self, label: &str) -> String {
        let Self { height, inside } = self;
        format!("<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{label}\">{inside}</svg>")
    }

    fn push(&mut self, written: std::fmt::Arguments) {
        let _ = self.inside.write_fmt(written);
    }
}

/// A natural logarithm as a decadic one.
#[must_use]
pub fn decadic(log: f64) -> f64 {
    log / std::f64::consts::LN_10
}
