//! What each word becomes before it is read: its embedding, a column of numbers, each with its colour.

use plotters_backend::DrawingBackend;

use engine::trace::Series;

use crate::backend::{Drawing, Fault};
use crate::strip::Heads;
use crate::unrolled::Rect;
use crate::{Palette, Rgb};

/// The number that has the strongest colour: of a standard normal, one in 370 is larger.
const STRONGEST: f64 = 3.0;
/// Between two columns, and between two numbers, in CSS pixels.
const GAPS: (f64, f64) = (2.0, 1.0);
/// A number of a picture that is taken along is so high, in CSS pixels.
const ROW: f64 = 14.0;

/// The numbers in a size: a column a step, the first number at the top.
pub fn columns(inputs: &Series, (width, height): (f64, f64), palette: &Palette) -> impl Iterator<Item = (Rect, Rgb)> {
    let (column, row) = (width / inputs.steps() as f64, height / inputs.width() as f64);
    // Without gaps where they would be all that is seen.
    let gap = |from: f64, gap: f64| if from >= 4.0 * gap { gap } else { 0.0 };
    let gaps = (gap(column, GAPS.0), gap(row, GAPS.1));
    (0..inputs.steps()).flat_map(move |t| {
        inputs.at(t).iter().enumerate().map(move |(n, number)| {
            let (x, y) = (t as f64 * column, n as f64 * row);
            let color = palette.signed.at(f64::midpoint(1.0, (number / STRONGEST).clamp(-1.0, 1.0)));
            (Rect { x, y, width: column - gaps.0, height: row - gaps.1 }, color)
        })
    })
}

/// The embeddings below their words, to be taken along.
pub struct Embeddings<'a> {
    /// The words.
    pub words: &'a [String],
    /// Their embeddings.
    pub inputs: &'a Series,
    /// How wide all of it is, in CSS pixels.
    pub width: f64,
}

impl Embeddings<'_> {
    /// Its size in CSS pixels.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        (self.width, Heads(self.words).height(self.width) + ROW * self.inputs.width() as f64)
    }

    /// Draws it.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(&self, drawing: &mut Drawing<B>, palette: &Palette) -> Result<(), Fault<B>> {
        let (top, foot) = (Heads(self.words).height(self.width), self.size().1);
        Heads(self.words).draw(drawing, (0.0, top), self.width, palette)?;
        columns(self.inputs, (self.width, foot - top), palette).try_for_each(|(Rect { x, y, width, height }, color)| {
            drawing.rect((x, top + y), (x + width, top + y + height), color)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Mark, Ramp, record};

    #[test]
    fn each_number_has_its_colour_below_its_word() {
        let palette = Palette { signed: Ramp(vec![Rgb(0, 0, 200), Rgb(200, 0, 0)]), ..Palette::default() };
        let inputs = Series::new(2, vec![-3.0, 3.0, 0.0, 9.0]);
        let words = ["The", "book"].map(str::to_owned);
        let own = Embeddings { words: &words, inputs: &inputs, width: 200.0 };
        let drawn = record(own.size(), |drawing| own.draw(drawing, &palette)).unwrap();
        let rects: Vec<_> = drawn
            .iter()
            .filter_map(|own| if let Mark::Rect(from, _) = own.mark { Some((from, own.color)) } else { None })
            .collect();
        assert_eq!(rects.iter().map(|own| own.1.0).collect::<Vec<_>>(), [0, 200, 100, 200]);
        assert!(rects[1].0.1 > rects[0].0.1 && (rects[2].0.0 - 100.0).abs() < 0.1, "{rects:?}");
        let texts = drawn.iter().filter(|own| matches!(own.mark, Mark::Text(_))).count();
        assert_eq!(texts, 2);
    }
}
