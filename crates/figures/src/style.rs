//! How the marks of a figure look: paint, lines and letters, in CSS pixels. Whatever is drawn on a [`Drawing`](crate::Drawing) is
//! given in them.

use plotters_backend::BackendColor;

use crate::Rgb;
use crate::text::{Face, width};

/// A colour, from clear (0) to full (1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// The colour.
    pub color: Rgb,
    /// How much of it.
    pub alpha: f64,
}

/// A line: its paint, its width in CSS pixels, and its dashes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// The paint.
    pub paint: Paint,
    /// CSS pixels.
    pub width: f64,
    /// Lengths of a dash and of the gap after it in CSS pixels; none for an unbroken line.
    pub dash: Option<(f64, f64)>,
}

/// The side of a text that stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Its left end.
    Left,
    /// Its middle.
    Middle,
    /// Its right end.
    Right,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letters {
    /// The face.
    pub face: Face,
    /// CSS pixels.
    pub size: f64,
    /// The colour.
    pub color: Rgb,
    /// Which side stands at the place.
    pub align: Align,
    /// Written upwards, turned by a quarter.
    pub upright: bool,
    /// The colour round it, which keeps it legible over lines; none for no such edge.
    pub halo: Option<Rgb>,
}

impl From<Rgb> for Paint {
    fn from(color: Rgb) -> Self {
        Self { color, alpha: 1.0 }
    }
}

impl From<Paint> for BackendColor {
    fn from(Paint { color: Rgb(r, g, b), alpha }: Paint) -> Self {
        Self { alpha, rgb: (r, g, b) }
    }
}

impl Stroke {
    /// An unbroken line.
    #[must_use]
    pub fn new(paint: impl Into<Paint>, width: f64) -> Self {
        Self { paint: paint.into(), width, dash: None }
    }

    /// With dashes and gaps of these lengths in CSS pixels.
    #[must_use]
    pub fn dashed(self, dash: f64, gap: f64) -> Self {
        Self { dash: Some((dash, gap)), ..self }
    }
}

impl Letters {
    /// Plain letters that begin at their place.
    #[must_use]
    pub fn new(face: Face, size: f64, color: Rgb) -> Self {
        Self { face, size, color, align: Align::Left, upright: false, halo: None }
    }

    /// With another side at the place.
    #[must_use]
    pub fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }

    /// With an edge of a colour.
    #[must_use]
    pub fn halo(self, color: Rgb) -> Self {
        Self { halo: Some(color), ..self }
    }

    /// How wide a text is in CSS pixels.
    #[must_use]
    pub fn width(&self, text: &str) -> f64 {
        width(self.face, self.size, text)
    }
}
