//! The canvas on which the frames of a film are drawn, one after the other.

use js_sys::Object;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlCanvasElement;

use figures::Rect;
use figures::film::{Film, Image, SIZE};

use super::by_name::{call, get, set};
use crate::view::canvas;
use crate::view::figure::{over, painted};

/// A film on a canvas.
pub struct Screen {
    /// The film.
    pub film: Film,
    canvas: HtmlCanvasElement,
    /// All of it as it is before anything is shown, and after all is.
    ends: [HtmlCanvasElement; 2],
    /// Pixels for each CSS pixel.
    pixels: f64,
}

impl Screen {
    /// A film that is so many pixels high. `None` where the browser makes no canvas.
    pub fn new(film: Film, height: u32) -> Option<Self> {
        let pixels = f64::from(height) / SIZE.1;
        let empty = || {
            let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
            canvas.set_width((SIZE.0 * pixels).round() as u32);
            canvas.set_height(height);
            Some(canvas)
        };
        let end = |strength: f64| {
            let end = empty()?;
            painted(&end, SIZE, pixels, |drawing| drawing.marks(&film.always)).then_some(())?;
            let context = canvas::context(&end)?;
            context.set_global_alpha(strength);
            let whole = |image: &Image| put(&end, image, pixels);
            if strength > 0.0 {
                film.images.iter().try_for_each(whole)?;
                over(&end, SIZE, pixels, |drawing| drawing.marks(&film.shown)).then_some(())?;
            }
            Some(end)
        };
        // Before anything is shown, what will be is faint.
        let ends = [end(film.faint)?, end(1.0)?];
        let canvas = empty()?;
        // Every frame is read back; else a browser may keep it where that is slow.
        let options = Object::new();
        set(&options, "willReadFrequently", &JsValue::TRUE).ok()?;
        call(&canvas, "getContext", &["2d".into(), options.into()]).ok()?;
        Some(Self { canvas, ends, pixels, film })
    }

    /// Its size in pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.canvas.width(), self.canvas.height())
    }

    /// The canvas.
    pub fn canvas(&self) -> &HtmlCanvasElement {
        &self.canvas
    }

    /// Draws a frame. `None` where the browser does not.
    pub fn show(&self, frame: usize) -> Option<()> {
        let frame = self.film.frames.get(frame)?;
        let context = canvas::context(&self.canvas)?;
        context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).ok()?;
        let [before, after] = &self.ends;
        context.draw_image_with_html_canvas_element(before, 0.0, 0.0).ok()?;
        for part in &frame.shown {
            let [x, y, width, height] = on_pixels(part, self.pixels);
            if width > 0.0 && height > 0.0 {
                context
                    .draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
                        after, x, y, width, height, x, y, width, height,
                    )
                    .ok()?;
            }
        }
        over(&self.canvas, SIZE, self.pixels, |drawing| drawing.marks(&frame.over)).then_some(())
    }

    /// The pixels of what is drawn, four bytes each.
    pub fn pixels(&self) -> Option<JsValue> {
        let (width, height) = self.size();
        let context = canvas::context(&self.canvas)?;
        let all = [0, 0, width, height].map(JsValue::from);
        let image = call(&context, "getImageData", &all).ok()?;
        get(&image, "data").ok()
    }
}

/// A part in whole pixels: x, y, width, height.
fn on_pixels(part: &Rect, pixels: f64) -> [f64; 4] {
    let (x, y) = ((part.x * pixels).round(), (part.y * pixels).round());
    let (to, foot) = (((part.x + part.width) * pixels).round(), ((part.y + part.height) * pixels).round());
    [x, y, to - x, foot - y]
}

fn put(canvas: &HtmlCanvasElement, image: &Image, pixels: f64) -> Option<()> {
    let picture = canvas::picture(None, &image.rgba, image.width, image.height).ok()?;
    let context = canvas::context(canvas)?;
    context.set_transform(pixels, 0.0, 0.0, pixels, 0.0, 0.0).ok()?;
    context.set_image_smoothing_enabled(false);
    let Rect { x, y, width, height } = image.at;
    context.draw_image_with_html_canvas_element_and_dw_and_dh(&picture, x, y, width, height).ok()
}
