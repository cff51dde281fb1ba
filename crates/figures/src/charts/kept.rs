//! What is kept of each step, beside what is left of the gradient there: how far the last state moves when the step reads something
//! else, and how much a probe finds in it.

use crate::{Axis, Chart, Format, Point, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::figures::{self, words};
use words::fill;
use words::format::{Digits, Measure};

/// What is kept in a cell.
#[derive(Clone, Copy, Debug)]
pub struct KeptOf<'a> {
    /// The cell.
    pub cell: CellKind,
    /// A share for every step: how far the state moves, or what is found. NaN where there is none; empty before there are any.
    pub kept: &'a [f64],
    /// ‖λ_t‖ / ‖λ_read‖ at every step.
    pub left: &'a [f64],
}

/// What the step in focus reads instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead<'a> {
    /// Another word.
    Word(&'a str),
    /// The same numbers with the opposite sign.
    Opposite,
    /// Ones.
    Ones,
}

/// How far the last state moves when a step reads something else. `instead` is what the step in focus reads in the cell in focus.
#[must_use]
pub fn moved(cells: &[KeptOf], focus: CellKind, instead: Option<Instead>, words: &[String], at: usize) -> Chart {
    let text = self::words();
    let all = cells.iter().flat_map(|of| of.kept.iter().chain(of.left)).copied();
    let scale = Scale::log(all.filter(|x| !x.is_nan()), (-3, 0));
    let names = [text.moved_line, text.left_line];
    let said = |word: &str, kept: &str, left: &str, cell: &str| match instead {
        Some(Instead::Word(other)) => figures::moved_word(other, word, cell, kept, left),
        Some(Instead::Opposite) => figures::moved_opposite(word, cell, kept, left),
        Some(Instead::Ones) => figures::moved_ones(word, cell, kept, left),
        None => String::new(),
    };
    chart(cells, focus, words, at, Axis { title: text.moved_axis.to_owned(), scale, format: FORMAT }, names, said)
}

/// How much of what each step read a probe finds in the last state. Less than nothing, which is worse than the mean, counts as nothing.
#[must_use]
pub fn found(cells: &[KeptOf], focus: CellKind, words: &[String], at: usize) -> Chart {
    let text = self::words();
    let kept: Vec<Vec<f64>> = cells.iter().map(|of| of.kept.iter().map(|x| x.max(0.0)).collect()).collect();
    let cells: Vec<KeptOf> = cells.iter().zip(&kept).map(|(of, kept)| KeptOf { kept, ..*of }).collect();
    // A gradient that grows would press all else to the ground.
    let all = cells.iter().flat_map(|of| of.left).map(|x| x.min(1.0));
    let scale = Scale::from_zero(all, (0.0, 1.0), 0.25);
    let names = [text.found_line, text.left_line];
    let said = |word: &str, kept: &str, left: &str, cell: &str| figures::found_headline(cell, word, kept, left);
    chart(&cells, focus, words, at, Axis { title: text.found_axis.to_owned(), scale, format: FORMAT }, names, said)
}

const FORMAT: Format = Format::Of(Measure::Share);

/// Two lines a cell: what is kept, and, dashed, what is left of the gradient. The sentence is told the word, both shares and the cell.
fn chart(
    cells: &[KeptOf],
    focus: CellKind,
    words: &[String],
    at: usize,
    y: Axis,
    names: [&str; 2],
    said: impl Fn(&str, &str, &str, &str) -> String,
) -> Chart {
    let series = cells.iter().flat_map(|of| {
        let cell = of.cell.name();
        let line = |shares: &[f64], name: &str, label: &str, shape| {
            let known = shares.iter().enumerate().filter(|(_, x)| !x.is_nan());
            let points = known.map(|(t, x)| Point::new(t as f64, *x)).collect();
            Series {
                name: fill(name, &[("cell", cell)]),
                label: label.to_owned(),
                role: Role::Cell(of.cell),
                shape,
                points,
            }
        };
        [line(of.left, names[1], "", Shape::Dashed), line(of.kept, names[0], cell, Shape::Line)]
    });
    let series: Vec<Series> = series.filter(|series| !series.points.is_empty()).collect();
    let here = cells.iter().find(|of| of.cell == focus).and_then(|of| Some((*of.kept.get(at)?, *of.left.get(at)?)));
    let headline = here.filter(|(kept, _)| !kept.is_nan()).map(|(kept, left)| {
        let group = FORMAT.group([kept, left]);
        let write = |x| group.write(x, Digits::Headline);
        said(words.get(at).map_or("", String::as_str), &write(kept), &write(left), focus.name())
    });
    Chart {
        headline: headline.unwrap_or_default(),
        x: Axis::of_steps(words),
        y,
        series,
        references: vec![],
        cursor: Some(at as f64),
        flags: vec![],
        rug: None,
        names: Side::Left,
    }
}
