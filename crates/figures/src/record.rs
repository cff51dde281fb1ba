//! A record of what a figure draws: each mark with its place in CSS pixels. Tests take a mark back through its scale
//! and compare it with the number it stands for; on paper the marks become shapes.

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontTransform,
};
use std::convert::Infallible;

use crate::Rgb;
use crate::backend::{Drawing, FINE, Fault, Medium};
use crate::family::face;
use crate::style::{Letters, Paint, Stroke};
use crate::text::Face;

/// A place in CSS pixels.
pub type Place = (f64, f64);

/// What was drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line through points, with its width.
    Path(Vec<Place>, f64),
    /// A filled shape through points.
    Area(Vec<Place>),
    /// A filled rectangle: its upper left and its lower right corner.
    Rect(Place, Place),
    /// A filled circle: its middle and its radius.
    Dot(Place, f64),
    /// A text.
    Text(Text),
}

/// A text that was drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What it says.
    pub text: String,
    /// Where its left end stands on the base line; where it is turned upwards, its lower end.
    pub at: Place,
    /// Its face.
    pub face: Face,
    /// Its size.
    pub size: f64,
    /// Its width by the tables.
    pub width: f64,
    /// Written upwards.
    pub upright: bool,
}

impl Text {
    /// The upper left and the lower right corner of the room it takes.
    #[must_use]
    pub fn room(&self) -> (Place, Place) {
        let (up, down) = (0.75 * self.size, 0.22 * self.size);
        let (x, y) = self.at;
        if self.upright { ((x - up, y - self.width), (x + down, y)) } else { ((x, y - up), (x + self.width, y + down)) }
    }
}

/// A mark and its paint.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The mark.
    pub mark: Mark,
    /// Its colour.
    pub color: Rgb,
    /// How much of it: 0 to 1.
    pub alpha: f64,
}

impl Drawn {
    /// The same mark elsewhere: so far to the right and down.
    #[must_use]
    pub fn moved(mut self, (right, down): Place) -> Self {
        let on = |(x, y): Place| (x + right, y + down);
        match &mut self.mark {
            Mark::Path(points, _) | Mark::Area(points) => points.iter_mut().for_each(|at| *at = on(*at)),
            Mark::Rect(from, to) => (*from, *to) = (on(*from), on(*to)),
            Mark::Dot(at, _) => *at = on(*at),
            Mark::Text(text) => text.at = on(text.at),
        }
        self
    }
}

impl<B: DrawingBackend> Drawing<B> {
    /// Draws marks again, in their order.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn marks(&mut self, marks: &[Drawn]) -> Result<(), Fault<B>> {
        for Drawn { mark, color, alpha } in marks {
            let paint = Paint { color: *color, alpha: *alpha };
            match mark {
                Mark::Path(points, width) => self.path(points, Stroke::new(paint, *width))?,
                Mark::Area(points) => self.area(points, paint)?,
                Mark::Rect(from, to) => self.rect(*from, *to, paint)?,
                Mark::Dot(at, radius) => self.dot(*at, *radius, paint)?,
                Mark::Text(own) => {
                    let letters = Letters { upright: own.upright, ..Letters::new(own.face, own.size, *color) };
                    self.text(&own.text, own.at, &letters)?;
                }
            }
        }
        Ok(())
    }
}

/// Everything that a figure draws on a size in CSS pixels, in the order in which it is drawn.
///
/// # Errors
/// What the figure reports.
pub fn record(
    size: (f64, f64),
    draw: impl FnOnce(&mut Drawing<Record<'_>>) -> Result<(), DrawingErrorKind<Infallible>>,
) -> Result<Vec<Drawn>, DrawingErrorKind<Infallible>> {
    let mut drawn = Vec::new();
    draw(&mut Drawing::new(Record { drawn: &mut drawn, size }, Medium::Plain, size))?;
    Ok(drawn)
}

/// A backend that keeps what is drawn.
pub struct Record<'a> {
    drawn: &'a mut Vec<Drawn>,
    size: (f64, f64),
}

fn coarse((x, y): BackendCoord) -> Place {
    (f64::from(x) / FINE, f64::from(y) / FINE)
}

impl Record<'_> {
    fn keep(&mut self, mark: Mark, BackendColor { alpha, rgb: (r, g, b) }: BackendColor) {
        self.drawn.push(Drawn { mark, color: Rgb(r, g, b), alpha });
    }
}

type Kept = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Record<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        ((self.size.0 * FINE) as u32, (self.size.1 * FINE) as u32)
    }

    fn ensure_prepared(&mut self) -> Kept {
        Ok(())
    }

    fn present(&mut self) -> Kept {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Kept {
        self.keep(Mark::Rect(coarse(point), coarse((point.0 + 1, point.1 + 1))), color);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Kept {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, low: BackendCoord, high: BackendCoord, style: &S, fill: bool) -> Kept {
        if fill {
            self.keep(Mark::Rect(coarse(low), coarse(high)), style.color());
            return Ok(());
        }
        self.draw_path([low, (high.0, low.1), high, (low.0, high.1), low], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Kept {
        let points = path.into_iter().map(coarse).collect();
        self.keep(Mark::Path(points, f64::from(style.stroke_width()) / FINE), style.color());
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, middle: BackendCoord, radius: u32, style: &S, _: bool) -> Kept {
        self.keep(Mark::Dot(coarse(middle), f64::from(radius) / FINE), style.color());
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Kept {
        self.keep(Mark::Area(path.into_iter().map(coarse).collect()), style.color());
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Kept {
        let ((left, _), (right, _)) =
            style.layout_box(text).map_err(|error| DrawingErrorKind::FontError(Box::new(error)))?;
        let width = f64::from(right - left) / FINE;
        let before = match style.anchor().h_pos {
            HPos::Left => 0.0,
            HPos::Center => width / 2.0,
            HPos::Right => width,
        };
        let upright = matches!(style.transform(), FontTransform::Rotate270);
        let (x, y) = coarse(at);
        let at = if upright { (x, y + before) } else { (x - before, y) };
        let face = face(style.family().as_str(), style.style());
        let text = Text { text: text.to_owned(), at, face, size: style.size() / FINE, width, upright };
        self.keep(Mark::Text(text), style.color());
        Ok(())
    }
}
