//! What every chart is drawn through: a plotters backend around another one, the canvas of the page, an SVG or a record.
//!
//! Plotters by itself measures a text in the browser by writing a style attribute, which the page's policy forbids, and
//! rounds every place to a whole pixel. [`Drawing`] measures with tables, works on a grid [`FINE`] times finer than the
//! page's pixels, and makes size, base line and direction of a text the same in every [`Medium`].

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform,
};
use std::convert::Infallible;

use crate::family::{face, families};
use crate::style::{Align, Letters, Paint, Stroke};
use crate::text::{Face, width};

/// Steps of the grid in a CSS pixel.
pub const FINE: f64 = 16.0;

/// Half the height of a capital letter or a digit, in sizes of the font: what stands in the middle of a line of text.
const HALF_CAPITAL: f64 = 0.36;

/// Plotters' SVG backend divides every size by this.
const SVG_SIZE: f64 = 1.24;
/// How far below a place plotters' SVG backend puts the base line of a text whose top is there, in sizes of the font.
const SVG_TOP: f64 = 0.76;

/// What a backend fails with.
pub type Fault<B> = DrawingErrorKind<<B as DrawingBackend>::ErrorType>;

/// What a backend draws on, since plotters' backends write one text differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// `plotters_canvas::CanvasBackend`. Whoever makes the canvas scales its context by the screen's pixels in a CSS
    /// pixel over [`FINE`], sets `lineJoin` to `round`, and `direction` to `ltr`: texts begin and end by it.
    Canvas,
    /// `plotters_svg::SVGBackend`, in a document that [`svg`](crate::svg()) opens.
    Svg,
    /// One that takes sizes as they are, and a text's bottom as its base line.
    Plain,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.paint.into()
    }

    fn stroke_width(&self) -> u32 {
        (self.width * FINE).round().max(1.0) as u32
    }
}

/// A text as a backend is given it. Its size is in steps of the fine grid.
struct Written {
    face: Face,
    size: f64,
    color: BackendColor,
    anchor: Pos,
    transform: FontTransform,
}

impl BackendTextStyle for Written {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn transform(&self) -> FontTransform {
        self.transform.clone()
    }

    fn style(&self) -> FontStyle {
        match self.face {
            Face::SansBold | Face::SerifBold => FontStyle::Bold,
            Face::SerifItalic | Face::MathItalic => FontStyle::Italic,
            Face::Sans | Face::Serif | Face::Math => FontStyle::Normal,
        }
    }

    fn anchor(&self) -> Pos {
        self.anchor
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(families(self.face))
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let (up, down) = (self.face.ascent(self.size), self.face.descent(self.size));
        let across = width(self.face, self.size, text);
        Ok(((0, -up.round() as i32), (across.round() as i32, down.round() as i32)))
    }

    // Backends that write a text themselves never ask for its pixels.
    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}

/// A drawing on a backend. Its own functions take CSS pixels. As a [`DrawingBackend`] it is a grid of pixels [`FINE`]
/// times as fine, for whatever plotters draws.
pub struct Drawing<B> {
    backend: B,
    medium: Medium,
    size: (f64, f64),
}

impl<B: DrawingBackend> Drawing<B> {
    /// A drawing of a size in CSS pixels.
    #[must_use]
    pub fn new(backend: B, medium: Medium, size: (f64, f64)) -> Self {
        Self { backend, medium, size }
    }

    /// Its size in CSS pixels.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        self.size
    }

    /// Draws a line through points.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn path(&mut self, points: &[(f64, f64)], stroke: Stroke) -> Result<(), Fault<B>> {
        match stroke.dash {
            None if points.len() > 1 => self.backend.draw_path(points.iter().map(|p| fine(*p)), &stroke),
            None => Ok(()),
            Some(dash) => dashes(points, dash)
                .iter()
                .try_for_each(|piece| self.backend.draw_path(piece.iter().map(|p| fine(*p)), &stroke)),
        }
    }

    /// Fills the shape through points.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn area(&mut self, points: &[(f64, f64)], paint: impl Into<Paint>) -> Result<(), Fault<B>> {
        if points.len() < 3 {
            return Ok(());
        }
        self.backend.fill_polygon(points.iter().map(|p| fine(*p)), &BackendColor::from(paint.into()))
    }

    /// Fills the rectangle between two corners, given in any order.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn rect(&mut self, a: (f64, f64), b: (f64, f64), paint: impl Into<Paint>) -> Result<(), Fault<B>> {
        let (low, high) = ((a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1)));
        self.backend.draw_rect(fine(low), fine(high), &BackendColor::from(paint.into()), true)
    }

    /// Draws a line round the rectangle between two corners.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn frame(&mut self, a: (f64, f64), b: (f64, f64), stroke: Stroke) -> Result<(), Fault<B>> {
        self.path(&[a, (b.0, a.1), b, (a.0, b.1), a], stroke)
    }

    /// Fills a circle.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn dot(&mut self, middle: (f64, f64), radius: f64, paint: impl Into<Paint>) -> Result<(), Fault<B>> {
        let radius = (radius * FINE).round() as u32;
        self.backend.draw_circle(fine(middle), radius, &BackendColor::from(paint.into()), true)
    }

    /// Writes a text on the base line through a place.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn text(&mut self, text: &str, (x, y): (f64, f64), letters: &Letters) -> Result<(), Fault<B>> {
        let mut written = Written {
            face: letters.face,
            size: letters.size * FINE,
            color: Paint::from(letters.color).into(),
            anchor: Pos::new(
                match letters.align {
                    Align::Left => HPos::Left,
                    Align::Middle => HPos::Center,
                    Align::Right => HPos::Right,
                },
                VPos::Bottom,
            ),
            transform: if letters.upright { FontTransform::Rotate270 } else { FontTransform::None },
        };
        if let Some(halo) = letters.halo {
            let color = std::mem::replace(&mut written.color, Paint::from(halo).into());
            for (dx, dy) in HALO {
                self.write(text, &written, (x + dx, y + dy))?;
            }
            written.color = color;
        }
        self.write(text, &written, (x, y))
    }

    /// Hands a text to the backend so that its base line goes through a place in CSS pixels.
    fn write(&mut self, text: &str, written: &Written, (x, y): (f64, f64)) -> Result<(), Fault<B>> {
        let (face, size) = (written.face, written.size);
        let mut given = Written { transform: written.transform.clone(), ..*written };
        // From the place on the base line to the place that the backend asks for, across the text.
        let mut across = 0.0;
        match self.medium {
            Medium::Plain => given.anchor.v_pos = VPos::Bottom,
            Medium::Svg => {
                given.anchor.v_pos = VPos::Top;
                given.size = size * SVG_SIZE;
                across = -SVG_TOP * size;
            }
            Medium::Canvas => {
                // "middle" is the middle of the square of the font's size, which ascent and descent share.
                let (up, down) = (face.ascent(size), face.descent(size));
                across = -(up - down) / (up + down) / 2.0 * size;
                given.anchor.v_pos = VPos::Center;
            }
        }
        let (dx, dy) = turned(&given.transform, (0.0, across));
        let place = ((x * FINE + dx).round() as i32, (y * FINE + dy).round() as i32);
        match self.medium {
            // Isolated, so that a number reads from left to right on a page that doesn't.
            Medium::Canvas => self.backend.draw_text(&format!("\u{2066}{text}\u{2069}"), &given, place),
            Medium::Svg | Medium::Plain => self.backend.draw_text(text, &given, place),
        }
    }
}

/// Where a text is written in the paper's colour to give it an edge of two pixels.
const HALO: [(f64, f64); 4] = [(1.4, 1.4), (-1.4, 1.4), (-1.4, -1.4), (1.4, -1.4)];

/// The place on the grid nearest to one in CSS pixels.
fn fine((x, y): (f64, f64)) -> BackendCoord {
    ((x * FINE).round() as i32, (y * FINE).round() as i32)
}

fn turned(transform: &FontTransform, (x, y): (f64, f64)) -> (f64, f64) {
    match transform {
        FontTransform::None => (x, y),
        FontTransform::Rotate90 => (-y, x),
        FontTransform::Rotate180 => (-x, -y),
        FontTransform::Rotate270 => (y, -x),
    }
}

/// The dashes of a line through points. No backend of plotters has dashes of its own.
fn dashes(points: &[(f64, f64)], (dash, gap): (f64, f64)) -> Vec<Vec<(f64, f64)>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<(f64, f64)> = points.first().map(|first| vec![*first]).unwrap_or_default();
    let (mut drawn, mut left) = (true, dash);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut length = (to.0 - from.0).hypot(to.1 - from.1);
        while length > left {
            let share = left / length;
            from = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            length -= left;
            if drawn {
                piece.push(from);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![from];
            }
            drawn = !drawn;
            left = if drawn { dash } else { gap };
        }
        left -= length;
        if drawn {
            piece.push(to);
        }
    }
    if drawn && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

impl<B: DrawingBackend> DrawingBackend for Drawing<B> {
    type ErrorType = B::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        ((self.size.0 * FINE).round() as u32, (self.size.1 * FINE).round() as u32)
    }

    fn ensure_prepared(&mut self) -> Result<(), Fault<B>> {
        self.backend.ensure_prepared()
    }

    fn present(&mut self) -> Result<(), Fault<B>> {
        self.backend.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), Fault<B>> {
        self.backend.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Result<(), Fault<B>> {
        self.backend.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        lower_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Fault<B>> {
        self.backend.draw_rect(upper_left, lower_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Fault<B>> {
        self.backend.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Fault<B>> {
        self.backend.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Fault<B>> {
        self.backend.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Result<(), Fault<B>> {
        let (face, size) = (face(style.family().as_str(), style.style()), style.size());
        let down = match style.anchor().v_pos {
            VPos::Top => face.ascent(size),
            VPos::Center => HALF_CAPITAL * size,
            VPos::Bottom => -face.descent(size),
        };
        let (dx, dy) = turned(&style.transform(), (0.0, down));
        let written =
            Written { face, size, color: style.color(), anchor: style.anchor(), transform: style.transform() };
        self.write(text, &written, ((f64::from(at.0) + dx) / FINE, (f64::from(at.1) + dy) / FINE))
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<(u32, u32), Fault<B>> {
        let (face, size) = (face(style.family().as_str(), style.style()), style.size());
        let height = face.ascent(size) + face.descent(size);
        Ok((width(face, size, text).ceil() as u32, height.ceil() as u32))
    }

    fn blit_bitmap(&mut self, at: BackendCoord, size: (u32, u32), src: &[u8]) -> Result<(), Fault<B>> {
        self.backend.blit_bitmap(at, size, src)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rgb;

    /// What a backend is asked to write: the text, its size, its place, and whether that is its middle.
    type Asked = (String, f64, BackendCoord, bool);

    /// A backend that keeps what it is asked to write.
    struct Listener<'a>(&'a mut Vec<Asked>);

    impl DrawingBackend for Listener<'_> {
        type ErrorType = Infallible;

        fn get_size(&self) -> (u32, u32) {
            (1, 1)
        }

        fn ensure_prepared(&mut self) -> Result<(), Fault<Self>> {
            Ok(())
        }

        fn present(&mut self) -> Result<(), Fault<Self>> {
            Ok(())
        }

        fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Result<(), Fault<Self>> {
            Ok(())
        }

        fn draw_text<S: BackendTextStyle>(
            &mut self,
            text: &str,
            style: &S,
            at: BackendCoord,
        ) -> Result<(), Fault<Self>> {
            let is_middle = matches!(style.anchor().h_pos, HPos::Center);
            self.0.push((text.to_owned(), style.size(), at, is_middle));
            Ok(())
        }
    }

    fn asked(medium: Medium, letters: &Letters) -> Vec<Asked> {
        let mut all = Vec::new();
        let mut drawing = Drawing::new(Listener(&mut all), medium, (300.0, 100.0));
        drawing.text("−1", (100.0, 50.0), letters).unwrap();
        all
    }

    #[test]
    fn a_text_has_one_size_and_one_place_in_every_medium() {
        let letters = Letters::new(Face::Sans, 12.5, Rgb(1, 2, 3)).align(Align::Right);
        // 12.5 px are 200 steps of the grid.
        assert_eq!(asked(Medium::Plain, &letters), [("−1".to_owned(), 200.0, (1600, 800), false)]);
        // The SVG backend divides the size by 1.24, and writes the base line 0.76 of a size below the place.
        assert_eq!(asked(Medium::Svg, &letters), [("−1".to_owned(), 248.0, (1600, 648), false)]);
        // On a canvas a text ends where it should, however wide the browser writes it.
        let canvas = asked(Medium::Canvas, &letters);
        let [(text, size, (x, y), is_middle)] = &canvas[..] else { panic!("one text is written") };
        assert_eq!((text.as_str(), *size, *is_middle), ("\u{2066}−1\u{2069}", 200.0, false));
        assert_eq!(*x, 1600);
        // Above the base line, by less than half a size.
        assert!(*y < 800 && *y > 700, "{y}");
    }

    #[test]
    fn an_edge_is_written_first_and_all_round() {
        let all = asked(Medium::Plain, &Letters::new(Face::Sans, 12.0, Rgb(1, 2, 3)).halo(Rgb(9, 9, 9)));
        assert_eq!(all.len(), 5);
        assert_eq!(all[4].2, (1600, 800));
        let sum = all[..4].iter().fold((0, 0), |sum, (_, _, (x, y), _)| (sum.0 + x - 1600, sum.1 + y - 800));
        assert_eq!(sum, (0, 0));
        assert!(all[..4].iter().all(|(_, _, at, _)| *at != (1600, 800)));
    }

    #[test]
    fn dashes_follow_a_line_round_its_corners() {
        let pieces = dashes(&[(0.0, 0.0), (6.0, 0.0), (6.0, 6.0)], (4.0, 1.0));
        assert_eq!(
            pieces,
            [vec![(0.0, 0.0), (4.0, 0.0)], vec![(5.0, 0.0), (6.0, 0.0), (6.0, 3.0)], vec![(6.0, 4.0), (6.0, 6.0)],]
        );
    }

    #[test]
    fn what_plotters_draws_is_measured_by_the_tables() {
        use plotters::prelude::{IntoDrawingArea, IntoFont, TextStyle};
        let mut all = Vec::new();
        let area = Drawing::new(Listener(&mut all), Medium::Plain, (300.0, 100.0)).into_drawing_area();
        assert_eq!(area.dim_in_pixel(), (4800, 1600));
        let style = TextStyle::from((families(Face::Sans), 192).into_font());
        let (across, _) = area.estimate_text_size("10⁻³", &style).unwrap();
        assert_eq!(f64::from(across), width(Face::Sans, 192.0, "10⁻³").ceil());
    }
}
