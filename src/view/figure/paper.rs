//! Figures on paper: as shapes beside their canvas, so that they are as sharp as the printer.

use std::fmt::Write;

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Element;

use figures::text::Face;
use figures::{Drawn, Mark, families};

/// The class of what stands there for the paper alone.
const CLASS: &str = "figure-paper";

/// A figure is at most so wide on paper, in CSS pixels: A4 and Letter hold it as it is drawn, with texts that can be read.
const WIDEST: f64 = 680.0;

/// The size on paper of a figure that is laid out anew for it.
#[must_use]
pub fn sized((width, height): (f64, f64)) -> (f64, f64) {
    (width.min(WIDEST), height)
}

/// Puts the marks of a figure beside its canvas, or beside the place that is kept for it, for the paper; what was there before
/// goes.
pub fn on_paper<E>(beside: &Element, size: (f64, f64), marks: &Result<Vec<Drawn>, E>) {
    let Ok(marks) = marks else { return };
    if let Some(before) = beside.next_element_sibling().filter(|next| next.class_list().contains(CLASS)) {
        before.remove();
    }
    // What cannot be made leaves the canvas on the paper.
    if let Ok(drawing) = drawing(size, marks) {
        let _ = beside.after_with_node_1(&drawing);
    }
}

/// Puts figures one below the other after a place that is kept for them; what was there before goes. A page of paper may end
/// between them.
pub fn on_paper_in_rows(beside: &Element, rows: &[((f64, f64), Vec<Drawn>)]) {
    let before = || beside.next_element_sibling().filter(|next| next.class_list().contains(CLASS));
    while let Some(before) = before() {
        before.remove();
    }
    for drawing in rows.iter().rev().filter_map(|(size, marks)| drawing(*size, marks).ok()) {
        // What cannot be put there is missing on the paper alone.
        let _ = beside.after_with_node_1(&drawing);
    }
}

/// The same where columns stand below those of others: as wide as its room, and as high as on the screen.
pub fn on_paper_along<E>(beside: &Element, size: (f64, f64), marks: &Result<Vec<Drawn>, E>) {
    on_paper(beside, size, marks);
    if let Some(drawing) = beside.next_element_sibling().filter(|next| next.class_list().contains(CLASS)) {
        // Attributes with valid names can always be set.
        let _ = drawing.set_attribute("preserveAspectRatio", "none");
        let _ = drawing.set_attribute("width", "100%");
        let _ = drawing.set_attribute("height", &size.1.to_string());
    }
}

/// Takes away what stood there for the paper.
pub fn take_away() {
    let all = document().get_elements_by_class_name(CLASS);
    (0..all.length()).rev().filter_map(|place| all.item(place)).for_each(|drawing| drawing.remove());
}

fn element(name: &str, attributes: &[(&str, &str)]) -> Result<Element, JsValue> {
    let element = document().create_element_ns(Some("http://www.w3.org/2000/svg"), name)?;
    attributes.iter().try_for_each(|(name, value)| element.set_attribute(name, value))?;
    Ok(element)
}

fn drawing((width, height): (f64, f64), marks: &[Drawn]) -> Result<Element, JsValue> {
    let root = element(
        "svg",
        &[
            ("class", CLASS),
            // As large as on the screen, or as wide as the paper.
            ("width", &width.to_string()),
            ("viewBox", &format!("0 0 {width} {height}")),
            ("direction", "ltr"),
            ("stroke-linejoin", "round"),
            // The canvas has the name, and the table the numbers.
            ("aria-hidden", "true"),
        ],
    )?;
    for mark in marks {
        let shape = shape(mark)?;
        root.append_child(&shape)?;
    }
    Ok(root)
}

/// A path through points.
fn path(points: &[(f64, f64)]) -> String {
    points.iter().enumerate().fold(String::new(), |mut out, (place, (x, y))| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{}{x:.2} {y:.2}", if place == 0 { 'M' } else { 'L' });
        out
    })
}

fn shape(Drawn { mark, color, alpha }: &Drawn) -> Result<Element, JsValue> {
    let (color, alpha) = (color.css(), alpha.to_string());
    match mark {
        Mark::Path(points, width) => element(
            "path",
            &[
                ("d", &path(points)),
                ("fill", "none"),
                ("stroke", &color),
                ("stroke-opacity", &alpha),
                ("stroke-width", &width.to_string()),
            ],
        ),
        Mark::Area(points) => {
            element("path", &[("d", &(path(points) + "z")), ("fill", &color), ("fill-opacity", &alpha)])
        }
        Mark::Rect(a, b) => element(
            "rect",
            &[
                ("x", &a.0.min(b.0).to_string()),
                ("y", &a.1.min(b.1).to_string()),
                ("width", &(a.0 - b.0).abs().to_string()),
                ("height", &(a.1 - b.1).abs().to_string()),
                ("fill", &color),
                ("fill-opacity", &alpha),
            ],
        ),
        Mark::Dot((x, y), radius) => element(
            "circle",
            &[
                ("cx", &x.to_string()),
                ("cy", &y.to_string()),
                ("r", &radius.to_string()),
                ("fill", &color),
                ("fill-opacity", &alpha),
            ],
        ),
        Mark::Text(text) => {
            let (x, y) = text.at;
            let turned = format!("rotate(-90 {x} {y})");
            let own = element(
                "text",
                &[
                    ("x", &x.to_string()),
                    ("y", &y.to_string()),
                    ("font-family", families(text.face)),
                    ("font-size", &text.size.to_string()),
                    ("font-weight", if matches!(text.face, Face::SansBold | Face::SerifBold) { "700" } else { "400" }),
                    ("fill", &color),
                    ("fill-opacity", &alpha),
                ],
            )?;
            if text.upright {
                own.set_attribute("transform", &turned)?;
            }
            own.set_text_content(Some(&text.text));
            Ok(own)
        }
    }
}
