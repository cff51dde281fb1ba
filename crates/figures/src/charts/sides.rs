//! Two runs, one beside the other: how much of the gradient is left with each, and how large the hidden states are.

use crate::{Axis, Chart, Format, Point, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::figures::words;
use words::fill;
use words::format::{Digits, Measure};

/// One of two runs that are compared.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// What it is called.
    pub name: &'a str,
    /// ‖λ_t‖ / ‖λ_read‖ at every step.
    pub reach: &'a [f64],
    /// ‖h_t‖ / √H at every step.
    pub lengths: &'a [f64],
}

/// Where two runs are compared.
#[derive(Clone, Copy, Debug)]
pub struct Over<'a> {
    /// The cell of the second run. The first is drawn in grey.
    pub cell: CellKind,
    /// The words of the sequence, one a step.
    pub words: &'a [String],
    /// The step, from 0, at which the loss is read.
    pub read: usize,
    /// The step that is looked at.
    pub at: usize,
}

/// How much of the gradient is left with each of two runs.
#[must_use]
pub fn sides_left(sides: &[Beside; 2], over: &Over) -> Chart {
    let words = words();
    let shown = sides.each_ref().map(|side| &side.reach[..side.reach.len().min(over.read + 1)]);
    let scale = Scale::log(shown.into_iter().flatten().copied(), (-3, 0));
    let format = Format::Of(Measure::Share);
    let headlines = [words.sides_left_headline, words.sides_grown_headline];
    chart(sides, over, shown, words.left_axis, scale, format, headlines)
}

/// How large the hidden state is at every step with each of two runs.
#[must_use]
pub fn sides_length(sides: &[Beside; 2], over: &Over) -> Chart {
    let words = words();
    let shown = sides.each_ref().map(|side| side.lengths);
    let scale = Scale::from_zero(shown.into_iter().flatten().copied(), (0.0, 0.5), 0.5);
    let format = Format::Of(Measure::Number);
    chart(sides, over, shown, words.length_axis, scale, format, [words.sides_length_headline; 2])
}

fn chart(
    sides: &[Beside; 2],
    over: &Over,
    shown: [&[f64]; 2],
    title: &str,
    scale: Scale,
    format: Format,
    headlines: [&str; 2],
) -> Chart {
    let roles = [(Role::Ghost, Shape::Dashed), (Role::Cell(over.cell), Shape::Line)];
    let series = sides.iter().zip(shown).zip(roles).map(|((side, numbers), (role, shape))| Series {
        name: side.name.to_owned(),
        label: side.name.to_owned(),
        role,
        shape,
        points: numbers.iter().enumerate().map(|(t, y)| Point::new(t as f64, *y)).collect(),
    });
    Chart {
        headline: said(sides, over, shown, format, headlines),
        x: Axis::of_steps(over.words),
        y: Axis { title: title.to_owned(), scale, format },
        series: series.collect(),
        references: vec![],
        cursor: Some(over.at as f64),
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

/// Both numbers at the step that is looked at, in one unit: by the second headline where they are multiples.
fn said(sides: &[Beside; 2], over: &Over, shown: [&[f64]; 2], format: Format, headlines: [&str; 2]) -> String {
    let [Some(first), Some(second)] = shown.map(|numbers| numbers.get(over.at).copied()) else {
        return String::new();
    };
    let group = format.group([first, second]);
    let (first, second) = (group.write(first, Digits::Headline), group.write(second, Digits::Headline));
    let word = over.words.get(over.at).map_or("", String::as_str);
    let pairs = [("word", word), ("a", sides[0].name), ("b", sides[1].name), ("first", &*first), ("second", &*second)];
    fill(headlines[usize::from(group.is_multiple())], &pairs)
}
