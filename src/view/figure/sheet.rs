//! A canvas that figures are drawn on.

use js_sys::Reflect;
use plotters_canvas::CanvasBackend;
use web_sys::HtmlCanvasElement;

use figures::{Drawing, FINE, Fault, Medium};

use crate::view::canvas;

/// Draws on a canvas of a size in CSS pixels, `zoom` times as large, as sharp as the screen. One that cannot be drawn on stays empty: the table behind a
/// figure has the numbers.
pub fn on_sheet(
    canvas: &HtmlCanvasElement,
    size: (f64, f64),
    zoom: f64,
    draw: impl FnOnce(&mut Drawing<CanvasBackend>) -> Result<(), Fault<CanvasBackend>>,
) {
    let pixels = zoom * canvas::fit(canvas, size.0 * zoom, size.1 * zoom, 1.0);
    // See above.
    let _ = painted(canvas, size, pixels, draw);
}

/// Draws on a canvas of a size in CSS pixels that has so many pixels for each of them. `false` where it cannot be drawn on.
pub fn painted(
    canvas: &HtmlCanvasElement,
    size: (f64, f64),
    pixels: f64,
    draw: impl FnOnce(&mut Drawing<CanvasBackend>) -> Result<(), Fault<CanvasBackend>>,
) -> bool {
    let Some(context) = canvas::context(canvas) else { return false };
    if context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).is_err() {
        return false;
    }
    context.clear_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
    over(canvas, size, pixels, draw)
}

/// The same over what is there.
pub fn over(
    canvas: &HtmlCanvasElement,
    size: (f64, f64),
    pixels: f64,
    draw: impl FnOnce(&mut Drawing<CanvasBackend>) -> Result<(), Fault<CanvasBackend>>,
) -> bool {
    let Some(context) = canvas::context(canvas) else { return false };
    let scaled = context.set_transform(pixels / FINE, 0.0, 0.0, pixels / FINE, 0.0, 0.0).is_ok();
    context.set_line_join("round");
    // Time runs from left to right in every language. A canvas that cannot be told so has the page's direction.
    let _ = Reflect::set(&context, &"direction".into(), &"ltr".into());
    let backend = CanvasBackend::with_canvas_object(canvas.clone()).filter(|_| scaled);
    backend.is_some_and(|backend| draw(&mut Drawing::new(backend, Medium::Canvas, size)).is_ok())
}
