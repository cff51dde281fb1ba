//! A figure to be taken along: what it draws, on paper of its own, with its title above it and its source below.

use std::io;

use plotters_backend::{DrawingBackend, DrawingErrorKind};

use crate::Palette;
use crate::backend::{Drawing, Fault};
use crate::record::{Drawn, Mark, Text};
use crate::svg::titled;
use crate::text::{Face, width};

/// Round the figure, in CSS pixels.
const ROOM: f64 = 20.0;
/// The size of the title's letters and of the source's, each with the height of a line, in CSS pixels.
const TITLE: (f64, f64) = (16.0, 22.0);
const SOURCE: (f64, f64) = (11.0, 16.0);
/// Between title, figure and source, in CSS pixels.
const GAP: f64 = 8.0;

/// A figure to be taken along.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Its size in CSS pixels.
    pub size: (f64, f64),
    /// What is drawn, the paper first.
    pub marks: Vec<Drawn>,
    /// What it shows.
    pub title: String,
    /// Where it comes from.
    pub source: String,
}

impl Taken {
    /// Of a figure's marks on a size in CSS pixels.
    #[must_use]
    pub fn new(size: (f64, f64), marks: Vec<Drawn>, title: &str, source: &str, palette: &Palette) -> Self {
        let across = size.0 + 2.0 * ROOM;
        let above = lines(Face::SerifBold, TITLE.0, title, size.0);
        let below = lines(Face::Sans, SOURCE.0, source, size.0);
        let top = ROOM + TITLE.1 * above.len() as f64 + GAP;
        let bottom = top + size.1 + GAP;
        let height = bottom + SOURCE.1 * below.len() as f64 + ROOM;
        let full = |mark, color| Drawn { mark, color, alpha: 1.0 };
        let mut all = vec![full(Mark::Rect((0.0, 0.0), (across, height)), palette.paper)];
        let mut write = |lines: Vec<String>, from: f64, face, (size, high): (f64, f64), color| {
            for (place, text) in lines.into_iter().enumerate() {
                let at = (ROOM, from + high * place as f64 + size);
                let width = width(face, size, &text);
                all.push(full(Mark::Text(Text { text, at, face, size, width, upright: false }), color));
            }
        };
        write(above, ROOM, Face::SerifBold, TITLE, palette.ink);
        write(below, bottom, Face::Sans, SOURCE, palette.ink_soft);
        all.extend(marks.into_iter().map(|own| own.moved((ROOM, top))));
        Self { size: (across, height), marks: all, title: title.to_owned(), source: source.to_owned() }
    }

    /// Draws it.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(&self, drawing: &mut Drawing<B>) -> Result<(), Fault<B>> {
        drawing.marks(&self.marks)
    }

    /// As an SVG document, which names what it shows and where it comes from.
    ///
    /// # Errors
    /// What the drawing reports.
    pub fn svg(&self) -> Result<String, DrawingErrorKind<io::Error>> {
        titled(self.size, (&self.title, &self.source), |drawing| self.draw(drawing))
    }
}

/// A text in lines that are at most so wide, broken between words; a word that is wider, such as an address, wherever it has to be.
fn lines(face: Face, size: f64, text: &str, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(face, size, &format!("{line} {word}")) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(String::new()),
        }
        let is_new = lines.last().is_some_and(String::is_empty);
        for letter in word.chars().filter(|_| is_new) {
            match lines.last_mut() {
                Some(line) if line.is_empty() || width(face, size, &format!("{line}{letter}")) <= most => {
                    line.push(letter);
                }
                _ => lines.push(letter.to_string()),
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Letters, Rgb, Stroke, record};

    fn palette() -> Palette {
        Palette { paper: Rgb(250, 250, 250), ink: Rgb(1, 2, 3), ..Palette::default() }
    }

    /// Where everything is drawn but the ends of words.
    fn places(taken: &Taken) -> Vec<(f64, f64)> {
        let of = |own: &Drawn| match &own.mark {
            Mark::Path(points, _) | Mark::Area(points) => points.clone(),
            Mark::Rect(from, to) => vec![*from, *to],
            Mark::Dot(at, _) => vec![*at],
            Mark::Text(own) => vec![own.at],
        };
        taken.marks.iter().flat_map(of).collect()
    }

    fn taken() -> Taken {
        let marks = record((300.0, 200.0), |drawing| {
            drawing.path(&[(10.0, 20.0), (290.0, 180.0)], Stroke::new(Rgb(9, 9, 9), 2.0))?;
            drawing.text("book", (50.0, 60.0), &Letters::new(Face::Sans, 13.0, Rgb(4, 5, 6)))
        });
        let title = "At “book” the GRU keeps 7.2 % of the gradient & the RNN < 0.1 %";
        Taken::new((300.0, 200.0), marks.unwrap_or_default(), title, "unrolled, https://example.org/#at=2", &palette())
    }

    #[test]
    fn title_and_source_stand_round_the_figure_and_all_lies_on_the_paper() {
        let taken = taken();
        assert_eq!(taken.marks[0].color, Rgb(250, 250, 250));
        assert!(
            places(&taken).iter().all(|(x, y)| (0.0..=taken.size.0).contains(x) && (0.0..=taken.size.1).contains(y))
        );
        let texts: Vec<&Text> = taken
            .marks
            .iter()
            .filter_map(|own| if let Mark::Text(text) = &own.mark { Some(text) } else { None })
            .collect();
        let title: Vec<&str> = texts.iter().filter(|own| own.face == Face::SerifBold).map(|own| &*own.text).collect();
        assert!(title.len() > 1, "it is broken into lines: {title:?}");
        assert_eq!(title.join(" "), taken.title);
        let book = texts.iter().find(|own| own.text == "book").map(|own| own.at);
        let source = texts.iter().find(|own| own.text.starts_with("unrolled")).map(|own| own.at);
        assert!(book.zip(source).is_some_and(|(book, source)| book.1 < source.1));
        assert!(texts.iter().all(|own| own.at.0 + own.width <= taken.size.0));
    }

    #[test]
    fn a_long_address_goes_on_in_the_next_line() {
        let address = "https://example.org/#".repeat(20);
        let all = lines(Face::Sans, 11.0, &format!("Unrolled, {address} at last"), 300.0);
        assert!(all.len() > 3 && all.iter().all(|line| width(Face::Sans, 11.0, line) <= 300.0), "{all:?}");
        assert_eq!(all[0], "Unrolled,");
        assert_eq!(all[1..].concat(), format!("{address} at last"));
    }

    /// Drawn anew on a record, it gives the same marks.
    #[test]
    fn what_is_drawn_again_is_the_same() {
        let taken = taken();
        let again = record(taken.size, |drawing| taken.draw(drawing)).unwrap_or_default();
        assert_eq!(again.len(), taken.marks.len());
        for (again, own) in again.iter().zip(&taken.marks) {
            assert_eq!((again.color, again.alpha), (own.color, own.alpha));
            if let (Mark::Text(again), Mark::Text(own)) = (&again.mark, &own.mark) {
                assert_eq!((&again.text, again.face, again.upright), (&own.text, own.face, own.upright));
                assert!((again.at.0 - own.at.0).hypot(again.at.1 - own.at.1) < 0.1, "{again:?} {own:?}");
            }
        }
    }

    #[test]
    fn an_svg_says_what_it_shows_in_words_that_no_sign_can_break() {
        let svg = taken().svg().unwrap_or_default();
        assert!(
            svg.contains("<title>At “book” the GRU keeps 7.2 % of the gradient &amp; the RNN &lt; 0.1 %</title>"),
            "{svg}"
        );
        assert!(svg.contains("<desc>unrolled, https://example.org/#at=2</desc>"), "{svg}");
        assert!(svg.trim_end().ends_with("</svg>"));
    }
}
