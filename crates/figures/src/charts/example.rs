//! Examples that a network in training answers: a list with marked numbers, inputs as curves, and the probability of each
//! class.

use crate::{Axis, Chart, Format, Point, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::format::Measure;
use words::training::words;

fn steps(count: usize) -> Axis {
    let title = words().place_axis.to_owned();
    Axis { title, scale: Scale::counted(count), format: Format::Of(Measure::Count) }
}

fn chart(headline: String, x: Axis, y: Axis, series: Vec<Series>) -> Chart {
    Chart { headline, x, y, series, references: vec![], cursor: None, flags: vec![], rug: None, names: Side::Right }
}

/// A list of numbers from 0 to 1, of which some are marked.
#[must_use]
pub fn list(headline: String, numbers: &[f64], marked: &[usize]) -> Chart {
    let words = words();
    let point = |(t, number): (usize, &f64)| Point::new(t as f64, *number);
    let all = numbers.iter().enumerate();
    let series =
        |name: &str, role, shape, points| Series { name: name.to_owned(), label: String::new(), role, shape, points };
    // A small number is marked, too.
    let ringed = all.clone().filter(|(t, _)| marked.contains(t)).map(point).collect();
    let faint = |point| Point { is_faint: true, ..point };
    let format = Format::Of(Measure::Number);
    let y = Axis { title: words.value_axis.to_owned(), scale: Scale::Linear(0.0, 1.0), format };
    let bars = series(words.list_name, Role::Ghost, Shape::Bar, all.map(point).map(faint).collect());
    chart(headline, steps(numbers.len()), y, vec![bars, series(words.marked_name, Role::Ink, Shape::Rings, ringed)])
}

/// The inputs of a sequence, a thin line each.
#[must_use]
pub fn signal(headline: String, curves: &[Vec<f64>]) -> Chart {
    let line = |(n, curve): (usize, &Vec<f64>)| Series {
        name: format!("x{}", n + 1),
        label: String::new(),
        role: Role::Ghost,
        shape: Shape::Thin,
        points: curve.iter().enumerate().map(|(t, x)| Point::new(t as f64, *x)).collect(),
    };
    let most = curves.iter().flatten().fold(0.1_f64, |most, x| most.max(x.abs()));
    let format = Format::Of(Measure::Number);
    let y = Axis { title: words().value_axis.to_owned(), scale: Scale::Linear(-most, most), format };
    let long = curves.first().map_or(1, Vec::len);
    chart(headline, steps(long), y, curves.iter().enumerate().map(line).collect())
}

/// The probability that a cell's network gives each class; the right one has the cell's colour.
#[must_use]
pub fn probabilities(headline: String, cell: CellKind, names: &[String], shares: &[f64], right: usize) -> Chart {
    let words = words();
    let bars = |name: &str, role, wanted: bool| Series {
        name: name.to_owned(),
        label: String::new(),
        role,
        shape: Shape::Bar,
        points: (shares.iter().enumerate())
            .filter(|(class, _)| (*class == right) == wanted)
            .map(|(class, share)| Point::new(class as f64, *share))
            .collect(),
    };
    let x = Axis { title: String::new(), scale: Scale::Columns(names.to_vec()), format: Format::Of(Measure::Count) };
    let format = Format::Of(Measure::Part);
    let y = Axis { title: words.share_axis.to_owned(), scale: Scale::Linear(0.0, 1.0), format };
    let series = vec![bars(words.truth, Role::Cell(cell), true), bars(words.others, Role::Ghost, false)];
    chart(headline, x, y, series)
}
