//! The gates at work: what a unit of a trained network holds, what its gates do, and how many units follow.

use crate::{Axis, Chart, Format, Point, Reference, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::figures::{self, words};
use words::format::{Digits, Group, Measure};
use words::quantities;

/// A network's best unit.
#[derive(Clone, Copy, Debug)]
pub struct UnitOf<'a> {
    /// The unit, from 0.
    pub unit: usize,
    /// What it holds at every step, −1 to 1.
    pub held: &'a [f64],
    /// The same, of the sentence with the noun in the other number.
    pub swapped: &'a [f64],
    /// Each of its gates at every step, in the order of `CellKind::gates`.
    pub gates: &'a [Vec<f64>],
    /// The correlation of each unit of its network with the number.
    pub correlations: &'a [f64],
}

/// A cell's network before training and after it, on a sentence.
#[derive(Clone, Copy, Debug)]
pub struct GatesOf<'a> {
    /// The cell.
    pub cell: CellKind,
    /// The words of the sentence.
    pub words: &'a [String],
    /// The place of the noun, a step from 0.
    pub noun: usize,
    /// That noun in the other number.
    pub other: &'a str,
    /// Before training.
    pub before: UnitOf<'a>,
    /// After it.
    pub after: UnitOf<'a>,
    /// The step that is looked at, from 0.
    pub at: usize,
}

impl GatesOf<'_> {
    fn word(&self) -> &str {
        self.words.get(self.noun).map_or("", String::as_str)
    }

    fn over_steps(&self, headline: String, y: Axis, series: Vec<Series>, names: Side) -> Chart {
        Chart {
            headline,
            x: Axis::of_steps(self.words),
            y,
            series,
            references: vec![],
            cursor: Some(self.at as f64),
            flags: vec![],
            rug: None,
            names,
        }
    }
}

fn points(numbers: &[f64]) -> Vec<Point> {
    numbers.iter().enumerate().map(|(t, y)| Point::new(t as f64, *y)).collect()
}

fn line(name: String, label: String, role: Role, shape: Shape, numbers: &[f64]) -> Series {
    Series { name, label, role, shape, points: points(numbers) }
}

/// What the best unit holds, on the sentence and on its twin, before training and after it.
#[must_use]
pub fn held(of: &GatesOf) -> Chart {
    let (word, role) = (of.word(), Role::Cell(of.cell));
    let number = |unit: usize, word: &str| figures::gates_unit(unit + 1, word);
    let untrained = |unit: usize, word: &str| figures::gates_unit_before(unit + 1, word);
    let (before, after) = (of.before, of.after);
    let grey = String::new;
    let series = vec![
        line(untrained(before.unit, of.other), grey(), Role::Ghost, Shape::Dashed, before.swapped),
        line(untrained(before.unit, word), words().gates_untrained.to_owned(), Role::Ghost, Shape::Thin, before.held),
        line(number(after.unit, of.other), of.other.to_owned(), role, Shape::Dashed, after.swapped),
        line(number(after.unit, word), word.to_owned(), role, Shape::Line, after.held),
    ];
    let ends =
        [after.held, after.swapped, before.held, before.swapped].map(|own| own.last().copied().unwrap_or_default());
    let group = Group::new(Measure::Number, ends);
    let [end, swapped, early, early_swapped] = ends.map(|end| group.column(end, Digits::Headline));
    let headline = figures::gates_held_headline(word, &end, of.other, &swapped, &early, &early_swapped);
    let y = Axis {
        title: words().gates_held_axis.to_owned(),
        scale: Scale::Linear(-1.0, 1.0),
        format: Format::Of(Measure::Number),
    };
    of.over_steps(headline, y, series, Side::Right)
}

/// The gates of the best unit on the sentence, before training and after it.
#[must_use]
pub fn gates(of: &GatesOf) -> Chart {
    let kinds = of.cell.gates();
    let mut series = vec![];
    for (kind, own) in kinds.iter().zip(of.before.gates) {
        let name = figures::gates_gate_before(quantities::name(*kind));
        series.push(line(name, String::new(), Role::Ghost, Shape::Thin, own));
    }
    for (place, (kind, own)) in kinds.iter().zip(of.after.gates).enumerate() {
        let name = quantities::name(*kind);
        // The first keeps the state.
        let shape = if place == 0 { Shape::Line } else { Shape::Dashed };
        series.push(line(figures::gates_gate(name), name.to_owned(), Role::Cell(of.cell), shape, own));
    }
    let mean = |own: &[f64]| {
        let own = &own[(of.noun + 1).min(own.len())..];
        own.iter().sum::<f64>() / own.len().max(1) as f64
    };
    let (before, after) = (of.before.gates.iter(), of.after.gates.iter());
    let each = kinds
        .iter()
        .zip(before.zip(after))
        .map(|(kind, (before, after))| figures::gates_mean(quantities::name(*kind), mean(after), mean(before)));
    let each: Vec<String> = each.collect();
    let headline =
        if each.is_empty() { words().gates_no.to_owned() } else { figures::gates_headline(&each.join(", ")) };
    let y = Axis {
        title: words().gates_axis.to_owned(),
        scale: Scale::Linear(0.0, 1.0),
        format: Format::Of(Measure::Number),
    };
    of.over_steps(headline, y, series, Side::Right)
}

/// The correlation of every unit with the number, without its sign, the best first; beyond `follows` a unit follows it.
#[must_use]
pub fn followers(of: &GatesOf, follows: f64) -> Chart {
    let ranked = |unit: &UnitOf| {
        let mut all: Vec<f64> = unit.correlations.iter().map(|r| r.abs()).collect();
        all.sort_by(|a, b| b.total_cmp(a));
        all
    };
    let (before, after) = (ranked(&of.before), ranked(&of.after));
    let count = |all: &[f64]| all.iter().filter(|r| **r > follows).count();
    let untrained = words().gates_untrained.to_owned();
    Chart {
        headline: figures::gates_follow_headline(count(&after), after.len(), count(&before)),
        x: Axis {
            title: words().gates_rank_axis.to_owned(),
            scale: Scale::counted(after.len()),
            format: Format::Of(Measure::Count),
        },
        y: Axis {
            title: words().gates_follow_axis.to_owned(),
            scale: Scale::Linear(0.0, 1.0),
            format: Format::Of(Measure::Number),
        },
        series: vec![
            line(untrained.clone(), untrained, Role::Ghost, Shape::Rings, &before),
            line(of.cell.name().to_owned(), of.cell.name().to_owned(), Role::Cell(of.cell), Shape::Dots, &after),
        ],
        references: vec![Reference { name: words().gates_follow.to_owned(), at: follows }],
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}
