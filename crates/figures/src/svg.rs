//! Writes figures as SVG documents, to be taken along, printed and tested. No other text in the crates that ship holds markup.

use crate::backend::{Drawing, FINE, Medium};
use plotters_backend::{DrawingBackend, DrawingErrorKind};
use plotters_svg::SVGBackend;
use std::io;

/// An SVG document as [`svg`] makes it, that says what it shows and where it comes from.
pub(crate) fn titled(
    size: (f64, f64),
    (title, source): (&str, &str),
    draw: impl FnOnce(&mut Drawing<SVGBackend<'_>>) -> Result<(), DrawingErrorKind<io::Error>>,
) -> Result<String, DrawingErrorKind<io::Error>> {
    let document = svg(size, draw)?;
    let (head, body) = document.split_once('\n').unwrap_or_default();
    let [title, source] = [title, source].map(|text| {
        let text: String = text.chars().filter(|own| !own.is_control()).collect();
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    });
    Ok(format!("{head}\n<title>{title}</title>\n<desc>{source}</desc>\n{body}"))
}

/// An SVG document of a size in CSS pixels, with what is drawn in it.
///
/// # Errors
/// What the drawing reports; the backend itself, which writes into memory, has nothing to report.
pub fn svg(
    (width, height): (f64, f64),
    draw: impl FnOnce(&mut Drawing<SVGBackend<'_>>) -> Result<(), DrawingErrorKind<io::Error>>,
) -> Result<String, DrawingErrorKind<io::Error>> {
    let mut text = String::new();
    let fine = ((width * FINE).round() as u32, (height * FINE).round() as u32);
    let mut drawing = Drawing::new(SVGBackend::with_string(&mut text, fine), Medium::Svg, (width, height));
    draw(&mut drawing)?;
    drawing.present()?;
    drop(drawing);
    // The backend's own head has the fine grid's size, and nothing of directions and joins.
    let body = text.split_once('\n').map_or("", |(_, body)| body);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\" \
         direction=\"ltr\" stroke-linejoin=\"round\" stroke-linecap=\"butt\">\n{body}",
        fine.0, fine.1
    ))
}
