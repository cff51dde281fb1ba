//! A dense map: a byte for every number, and what the bytes mean. It becomes pixels in the colours of a theme.

use plotters_backend::DrawingBackend;

use crate::backend::{Drawing, Fault};
use crate::layout::size;
use crate::style::{Align, Letters};
use crate::text::Face;
use crate::{Palette, Rgb};

/// The number of levels that bytes tell apart: 0 to 253.
const LEVELS: f64 = 253.0;
/// A drawn legend's colours: how wide and how high they are, in how many rectangles, and how far they stand from its title.
const RAMP: (f64, f64) = (150.0, 10.0);
pub(crate) const TONES: usize = 30;
const BESIDE: f64 = 16.0;

/// How much soft ink each tint has. The last is a line between two.
const TINTS: [f64; 6] = [0.0, 0.16, 0.32, 0.48, 0.08, 0.8];

/// Fields from a stripe to the next.
const STRIPE: usize = 8;

/// Numbers as bytes, row after row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    /// Numbers in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// A byte a number: 0 for the lowest level, 253 for the highest, [`Map::NOTHING`] or [`Map::NOT_FINITE`].
    pub bytes: Vec<u8>,
    /// What they mean.
    pub legend: Legend,
}

/// What the colours of a map mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legend {
    /// What is shown.
    pub title: String,
    /// What the lowest, the middle and the highest level stand for.
    pub ends: [String; 3],
    /// The colours.
    pub tones: Tones,
}

/// The colours of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tones {
    /// Those of −1 to 1, with the paper's tone for 0.
    Signed,
    /// Those of the gradient, from the least to all of it.
    Gradient,
    /// Paper to soft ink, for what is neither.
    Ink,
    /// Tints of the paper that are told apart, by their number: see [`Map::of_tints`].
    Tints,
}

impl Tones {
    /// The colour of a level from 0 to 1.
    #[must_use]
    pub fn color(self, level: f64, palette: &Palette) -> Rgb {
        match self {
            Self::Signed => palette.signed.at(level),
            Self::Gradient => palette.gradient.at(level),
            Self::Ink => palette.paper.mix(palette.ink_soft, level.clamp(0.0, 1.0)),
            Self::Tints => {
                let tint = (level * LEVELS).round() as usize;
                palette.paper.mix(palette.ink_soft, TINTS[tint.min(TINTS.len() - 1)])
            }
        }
    }
}

impl Map {
    /// The byte where no number is: the paper shows.
    pub const NOTHING: u8 = 254;
    /// The byte of what is not finite: a colour of its own.
    pub const NOT_FINITE: u8 = 255;

    /// A map of levels from 0 to 1, cut to that; none where nothing is. A last row that is not full is filled with
    /// nothing.
    ///
    /// # Panics
    /// If the width is 0.
    #[must_use]
    pub fn new(width: usize, levels: impl IntoIterator<Item = Option<f64>>, legend: Legend) -> Self {
        assert!(width > 0, "a map has columns");
        let byte = |level: Option<f64>| match level {
            None => Self::NOTHING,
            Some(level) if !level.is_finite() => Self::NOT_FINITE,
            Some(level) => (level.clamp(0.0, 1.0) * LEVELS).round() as u8,
        };
        let mut bytes: Vec<u8> = levels.into_iter().map(byte).collect();
        let height = bytes.len().div_ceil(width);
        bytes.resize(width * height, Self::NOTHING);
        Self { width, height, bytes, legend }
    }

    /// A map of which tint each field has, from 0 to 3; none is striped. Between two stands a line.
    ///
    /// # Panics
    /// If the width is 0.
    #[must_use]
    pub fn of_tints(width: usize, tints: &[Option<u8>], legend: Legend) -> Self {
        assert!(width > 0, "a map has columns");
        let differs = |n: usize, other: usize| tints.get(other).is_some_and(|other| *other != tints[n]);
        let byte = |n: usize| {
            let (column, row) = (n % width, n / width);
            match tints[n] {
                _ if column + 1 < width && differs(n, n + 1) || differs(n, n + width) => 5,
                Some(tint) => tint.min(3),
                None if (column + row) % STRIPE < STRIPE / 2 => 4,
                None => 0,
            }
        };
        let bytes: Vec<u8> = (0..tints.len()).map(byte).collect();
        Self { width, height: bytes.len() / width, bytes, legend }
    }

    /// The level at a column and a row; none where nothing is or nothing finite.
    #[must_use]
    pub fn level(&self, column: usize, row: usize) -> Option<f64> {
        let byte = *self.bytes.get(row * self.width + column).filter(|_| column < self.width)?;
        (byte < Self::NOTHING).then(|| f64::from(byte) / LEVELS)
    }

    /// Four bytes a pixel, row after row.
    #[must_use]
    pub fn rgba(&self, palette: &Palette) -> Vec<u8> {
        let colors: Vec<[u8; 4]> = (0..=u8::MAX)
            .map(|byte| match byte {
                Self::NOTHING => [0; 4],
                Self::NOT_FINITE => opaque(palette.alarm),
                level => opaque(self.legend.tones.color(f64::from(level) / LEVELS, palette)),
            })
            .collect();
        self.bytes.iter().flat_map(|byte| colors[usize::from(*byte)]).collect()
    }
}

impl Map {
    /// Draws the map between two corners, in rectangles of one colour as long as can be.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        (from, to): ((f64, f64), (f64, f64)),
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let x = |column: usize| from.0 + (to.0 - from.0) * column as f64 / self.width as f64;
        let y = |row: usize| from.1 + (to.1 - from.1) * row as f64 / self.height as f64;
        for row in 0..self.height {
            let mut column = 0;
            while column < self.width {
                let level = self.level(column, row);
                let end = (column..self.width).find(|next| self.level(*next, row) != level).unwrap_or(self.width);
                if let Some(level) = level {
                    let color = self.legend.tones.color(level, palette);
                    drawing.rect((x(column), y(row)), (x(end), y(row + 1)), color)?;
                }
                column = end;
            }
        }
        Ok(())
    }
}

impl Legend {
    /// Draws what the colours mean: their title on a line that begins at a place, and their ends below.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        (left, foot): (f64, f64),
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let letters = Letters::new(Face::Sans, size::TICK, palette.ink_soft);
        drawing.text(&self.title, (left, foot), &letters)?;
        let from = left + letters.width(&self.title) + BESIDE;
        let wide = RAMP.0 / TONES as f64;
        for tone in 0..TONES {
            let x = from + tone as f64 * wide;
            let color = self.tones.color((tone as f64 + 0.5) / TONES as f64, palette);
            drawing.rect((x, foot - RAMP.1), (x + wide, foot), color)?;
        }
        for (place, end) in self.ends.iter().enumerate() {
            let x = from + place as f64 / 2.0 * RAMP.0;
            drawing.text(end, (x, foot + size::TICK + 2.0), &letters.align(Align::Middle))?;
        }
        Ok(())
    }
}

fn opaque(Rgb(r, g, b): Rgb) -> [u8; 4] {
    [r, g, b, 255]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ramp;

    fn legend(tones: Tones) -> Legend {
        Legend { title: "state".into(), ends: ["−1", "0", "1"].map(str::to_owned), tones }
    }

    #[test]
    fn a_level_is_a_byte_and_comes_back_within_half_a_step() {
        let levels = [0.0, 0.25, 0.5, 1.0, 7.0, -3.0];
        let map = Map::new(3, levels.map(Some), legend(Tones::Signed));
        assert_eq!((map.width, map.height), (3, 2));
        for (n, level) in [0.0, 0.25, 0.5, 1.0, 1.0, 0.0].into_iter().enumerate() {
            let back = map.level(n % 3, n / 3).unwrap();
            assert!((back - level).abs() <= 0.5 / 253.0, "{back} for {level}");
        }
        assert_eq!(map.level(3, 0), None);
    }

    #[test]
    fn bytes_become_the_colours_of_the_theme() {
        let palette = Palette {
            signed: Ramp(vec![Rgb(0, 0, 255), Rgb(255, 255, 255), Rgb(255, 0, 0)]),
            gradient: Ramp(vec![Rgb(0, 0, 0), Rgb(200, 100, 0)]),
            alarm: Rgb(1, 2, 3),
            ..Palette::default()
        };
        let levels = [Some(0.0), Some(1.0), Some(f64::NAN), None, Some(f64::INFINITY)];
        let signed = Map::new(2, levels, legend(Tones::Signed));
        let pixels = signed.rgba(&palette);
        assert_eq!(pixels.len(), 2 * 3 * 4);
        let expected: [[u8; 4]; 6] =
            [[0, 0, 255, 255], [255, 0, 0, 255], [1, 2, 3, 255], [0; 4], [1, 2, 3, 255], [0; 4]];
        assert_eq!(pixels, expected.as_flattened());
        let gradient = Map::new(1, [Some(1.0)], legend(Tones::Gradient));
        assert_eq!(gradient.rgba(&palette), [200, 100, 0, 255]);
    }
}
