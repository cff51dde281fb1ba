//! A canvas that is as sharp as the screen, and the few strokes the lanes are drawn with.

use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use leptos::prelude::{document, window};

use figures::Rgb;

/// Gives the canvas the pixels that its size in CSS pixels needs, at least `least` a CSS pixel, and
/// returns how many. Setting the size empties the canvas.
pub fn fit(canvas: &HtmlCanvasElement, width: f64, height: f64, least: f64) -> f64 {
    let zoom = window().device_pixel_ratio().max(least);
    let (w, h) = ((width * zoom).round() as u32, (height * zoom).round() as u32);
    if (canvas.width(), canvas.height()) != (w, h) {
        canvas.set_width(w);
        canvas.set_height(h);
    }
    zoom
}

/// The canvas's drawing context.
#[must_use]
pub fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// Puts RGBA pixels on an off-screen canvas, which is made when there is none yet.
///
/// # Errors
/// What the browser reports, for instance when it is out of memory.
pub fn picture(
    old: Option<HtmlCanvasElement>,
    pixels: &[u8],
    width: usize,
    height: usize,
) -> Result<HtmlCanvasElement, JsValue> {
    let canvas = match old {
        Some(canvas) => canvas,
        None => document().create_element("canvas")?.unchecked_into(),
    };
    let (width, height) = (width as u32, height as u32);
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(pixels), width, height)?;
    if let Some(context) = context(&canvas) {
        context.put_image_data(&image, 0.0, 0.0)?;
    }
    Ok(canvas)
}

/// Sets the fill colour.
pub fn fill(context: &CanvasRenderingContext2d, color: Rgb) {
    context.set_fill_style_str(&color.css());
}

/// Sets the colour and width of lines.
pub fn stroke(context: &CanvasRenderingContext2d, color: Rgb, width: f64) {
    context.set_stroke_style_str(&color.css());
    context.set_line_width(width);
}
