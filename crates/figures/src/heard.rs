//! The words in three rows, coloured the more, the more each moves an output.

use plotters_backend::DrawingBackend;

use engine::trace::CellKind;

use crate::backend::{Drawing, Fault};
use crate::strip::color;
use crate::style::{Align, Letters, Stroke};
use crate::text::Face;
use crate::unrolled::Rect;
use crate::{Palette, Rgb};

/// Strengths that are told apart.
pub const SHADES: u8 = 15;
/// How much of its colour a word has that moves the output the least, and how much more the most.
const COLORED: (f64, f64) = (0.06, 0.81);
/// How much of a cell's colour the strongest has, on a light ground and on a dark one, so that words stay legible.
const DEEP: (f64, f64) = (0.8, 0.57);
/// The sizes of names and words, in CSS pixels.
const NAME: f64 = 15.0;
const WORD: f64 = 14.0;
/// The room of the names, of a line, of each side of a word, between two words, and between two rows.
const NAMES: f64 = 64.0;
const LINE: f64 = 26.0;
const SIDE: f64 = 5.0;
const GAP: f64 = 4.0;
const BETWEEN: f64 = 12.0;

/// How strongly a word is coloured, on a logarithmic scale between two ends, from 0 to [`SHADES`].
#[must_use]
pub fn shade(norm: f64, (low, high): (f64, f64)) -> u8 {
    let span = (high / low).ln();
    match norm {
        x if x > 0.0 && span > 0.0 => ((x / low).ln() / span * f64::from(SHADES)).round() as u8,
        x if x > 0.0 => SHADES,
        _ => 0,
    }
}

/// The rows, to be taken along.
pub struct Heard<'a> {
    /// The words.
    pub words: &'a [String],
    /// How strongly each word up to the output is coloured, for each cell.
    pub shades: &'a [Vec<u8>; 3],
    /// The step of the output.
    pub at: usize,
    /// How wide all of it is, in CSS pixels.
    pub width: f64,
}

impl Heard<'_> {
    /// Where words stand in a row, and how high the row is.
    fn places(&self) -> (Vec<Rect>, f64) {
        let letters = Letters::new(Face::Sans, WORD, Rgb::default());
        let (mut x, mut y) = (NAMES, 0.0);
        let place = |word: &String| {
            let wide = (letters.width(word) + 2.0 * SIDE).max(LINE);
            if x > NAMES && x + wide > self.width {
                (x, y) = (NAMES, y + LINE + GAP);
            }
            let own = Rect { x, y, width: wide, height: LINE };
            x += wide + GAP;
            own
        };
        let places = self.words.iter().map(place).collect();
        (places, y + LINE)
    }

    /// Its size in CSS pixels.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        let rows = CellKind::ALL.len() as f64;
        (self.width, rows * self.places().1 + (rows - 1.0) * BETWEEN)
    }

    /// Draws it.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(&self, drawing: &mut Drawing<B>, palette: &Palette) -> Result<(), Fault<B>> {
        let (places, high) = self.places();
        for (row, (cell, shades)) in CellKind::ALL.into_iter().zip(self.shades).enumerate() {
            let (own, top) = (color(palette, cell), row as f64 * (high + BETWEEN));
            let base = 0.5 * LINE + 0.36 * WORD;
            drawing.text(cell.name(), (0.0, top + base), &Letters::new(Face::SerifBold, NAME, own))?;
            let deep = palette.paper.mix(own, if palette.is_dark() { DEEP.1 } else { DEEP.0 });
            for (step, (word, Rect { x, y, width, height })) in self.words.iter().zip(&places).enumerate() {
                let (from, to) = ((*x, top + y), (x + width, top + y + height));
                let shade = shades.get(step).map(|shade| f64::from(*shade) / f64::from(SHADES));
                if let Some(shade) = shade {
                    drawing.rect(from, to, palette.paper.mix(deep, COLORED.0 + COLORED.1 * shade))?;
                }
                if step == self.at {
                    drawing.frame(from, to, Stroke::new(palette.ink, 2.0))?;
                }
                let ink = if shade.is_some() { palette.ink } else { palette.ink_soft };
                let letters = Letters::new(Face::Sans, WORD, ink).align(Align::Middle);
                drawing.text(word, (x + width / 2.0, top + y + base), &letters)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Mark, record};

    #[test]
    fn the_scale_of_shades_is_logarithmic() {
        let ends = (1e-6, 1.0);
        assert_eq!([0.0, 1e-6, 1e-4, 1e-2, 1.0].map(|norm| shade(norm, ends)), [0, 0, 5, 10, 15]);
        assert_eq!([0.0, 0.5].map(|norm| shade(norm, (0.5, 0.5))), [0, SHADES], "where all are the same");
    }

    #[test]
    fn words_go_on_in_the_next_line_and_what_comes_later_has_no_colour() {
        let words: Vec<String> = (0..12).map(|n| format!("word{n}")).collect();
        let shades = [vec![0, 5, 15], vec![0, 0, 0], vec![15, 15, 15]];
        let heard = Heard { words: &words, shades: &shades, at: 2, width: 320.0 };
        let palette =
            Palette { paper: Rgb(255, 255, 255), cells: [Rgb(0, 0, 0); 3], ink: Rgb(1, 1, 1), ..Palette::default() };
        let size = heard.size();
        let drawn = record(size, |drawing| heard.draw(drawing, &palette)).unwrap();
        let mut rects = vec![];
        for own in &drawn {
            match &own.mark {
                Mark::Rect(from, to) => rects.push((*from, *to, own.color)),
                Mark::Text(own) => assert!(own.at.0 + own.width <= size.0 && own.at.1 <= size.1, "{own:?}"),
                _ => {}
            }
        }
        assert_eq!(rects.len(), 9, "three words of three cells");
        // Of 80 % of black on white, 6 % to 87 %.
        assert_eq!(rects[..3].iter().map(|own| own.2.0).collect::<Vec<_>>(), [243, 188, 78]);
        assert!(rects[2].1.0 <= 320.0 && size.1 > 6.0 * LINE);
    }
}
