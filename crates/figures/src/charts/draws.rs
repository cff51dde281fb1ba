//! What is left of the gradient in one draw of the weights, over a band that holds nine in ten of many draws.

use crate::{Axis, Chart, Format, Point, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::figures::{self, words};
use words::fill;
use words::format::{Digits, Measure};

/// One draw of a cell among many.
#[derive(Clone, Copy, Debug)]
pub struct DrawsOf<'a> {
    /// The cell.
    pub cell: CellKind,
    /// ‖λ_t‖ / ‖λ_read‖ of this draw at every step.
    pub own: &'a [f64],
    /// Of the others at every step: the lower end of the band, the middle, the upper end. Empty before there are any.
    pub bands: &'a [[f64; 3]],
    /// How many of the others keep less at every step.
    pub below: &'a [usize],
}

/// The chart of one draw among `drawn` others.
#[must_use]
pub fn draws(cells: &[DrawsOf], drawn: usize, focus: CellKind, words: &[String], at: usize) -> Chart {
    let text = self::words();
    let of_cell = |name: &str, cell: CellKind| fill(name, &[("cell", cell.name())]);
    let middles = cells.iter().filter(|of| !of.bands.is_empty()).map(|of| Series {
        name: of_cell(text.draws_middle, of.cell),
        label: String::new(),
        role: Role::Cell(of.cell),
        shape: Shape::Dashed,
        points: (of.bands.iter().enumerate())
            .map(|(t, [low, middle, high])| Point { spread: Some((*low, *high)), ..Point::new(t as f64, *middle) })
            .collect(),
    });
    let own = cells.iter().map(|of| Series {
        name: of_cell(text.draws_own, of.cell),
        label: of.cell.name().to_owned(),
        role: Role::Cell(of.cell),
        shape: Shape::Line,
        points: of.own.iter().enumerate().map(|(t, x)| Point::new(t as f64, *x)).collect(),
    });
    let all = cells.iter().flat_map(|of| of.own.iter().chain(of.bands.iter().flatten())).copied();
    Chart {
        headline: headline(cells, drawn, focus, words, at),
        x: Axis::of_steps(words),
        y: Axis { title: text.left_axis.to_owned(), scale: Scale::log(all, (-2, 0)), format: FORMAT },
        series: middles.chain(own).collect(),
        references: vec![],
        cursor: Some(at as f64),
        flags: vec![],
        rug: None,
        names: Side::Left,
    }
}

const FORMAT: Format = Format::Of(Measure::Share);

/// Where this draw of the cell in focus stands at the step that is looked at.
fn headline(cells: &[DrawsOf], drawn: usize, focus: CellKind, words: &[String], at: usize) -> String {
    let Some(of) = cells.iter().find(|of| of.cell == focus) else { return String::new() };
    let Some(own) = of.own.get(at) else { return String::new() };
    let (word, cell) = (words.get(at).map_or("", String::as_str), focus.name());
    let (Some([low, middle, high]), Some(below)) = (of.bands.get(at), of.below.get(at)) else {
        return figures::draws_none(word, cell, &FORMAT.write(*own));
    };
    let group = FORMAT.group([*own, *low, *middle, *high]);
    let [own, low, middle, high] = [own, low, middle, high].map(|x| group.write(*x, Digits::Headline));
    let range = figures::draws_range(&middle, &low, &high);
    figures::draws_headline(word, cell, &own, &figures::draws_place(*below, drawn), &range)
}
