//! Sweeps over all three cells: accuracy against length, cost against hidden units.

use crate::{Axis, Chart, Format, Point, Reference, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::figures::words;
use words::fill;
use words::format::{Digits, Measure};

/// The lowest, the middle and the highest of a few seeds, of RNN, LSTM and GRU; none where a run is missing.
pub type Ends = [Option<[f64; 3]>; 3];

/// The cells in the order of [`Ends`].
const CELLS: [CellKind; 3] = [CellKind::Rnn, CellKind::Lstm, CellKind::Gru];

/// The series of the cells: the middle as a line, from lowest to highest a band.
fn series(ends: &[Ends]) -> Vec<Series> {
    let of = |(place, cell): (usize, CellKind)| Series {
        name: cell.name().to_owned(),
        label: cell.name().to_owned(),
        role: Role::Cell(cell),
        shape: Shape::Line,
        points: (ends.iter().enumerate())
            .filter_map(|(n, ends)| {
                let [low, middle, high] = ends[place]?;
                // One number is no spread.
                let spread = (low < high).then_some((low, high));
                Some(Point { spread, ..Point::new(n as f64, middle) })
            })
            .collect(),
    };
    CELLS.into_iter().enumerate().map(of).collect()
}

fn columns(places: &[usize]) -> Scale {
    Scale::Columns(places.iter().map(usize::to_string).collect())
}

/// The last place where all cells have a number, and the middle ones there, written.
fn last(places: &[usize], ends: &[Ends], format: Format) -> Option<(usize, [String; 3])> {
    places.iter().zip(ends).rev().find_map(|(place, ends)| {
        let [Some(rnn), Some(lstm), Some(gru)] = ends else { return None };
        let middles = [rnn[1], lstm[1], gru[1]];
        let group = format.group(middles);
        Some((*place, middles.map(|x| group.write(x, Digits::Headline))))
    })
}

/// The share of right answers against the words in between.
#[must_use]
pub fn accuracy(lengths: &[usize], ends: &[Ends], guessing: f64) -> Chart {
    let words = words();
    let headline = match last(lengths, ends, Format::Of(Measure::Share)) {
        None => words.accuracy_headline_none.to_owned(),
        Some((n, [rnn, lstm, gru])) => {
            let pairs = [("n", &*n.to_string()), ("rnn", &rnn), ("lstm", &lstm), ("gru", &gru)];
            fill(words.accuracy_headline, &pairs)
        }
    };
    // From a little below guessing, so that what guesses is not pressed onto the axis.
    let least = ends.iter().flatten().flatten().flatten().copied().fold(guessing - 0.1, f64::min);
    let low = (least * 10.0).floor() / 10.0;
    Chart {
        headline,
        x: Axis { title: words.between_axis.to_owned(), scale: columns(lengths), format: Format::Of(Measure::Count) },
        y: Axis {
            title: words.accuracy_axis.to_owned(),
            scale: Scale::Linear(low.max(0.0), 1.0),
            format: Format::Of(Measure::Share),
        },
        series: series(ends),
        references: vec![Reference { name: words.guessing.to_owned(), at: guessing }],
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

/// A cost, with its unit, against hidden units: of all three, or with `equal` numbers of parameters of the LSTM.
#[must_use]
pub fn cost(unit: &str, sizes: &[usize], ends: &[Ends], equal: bool) -> Chart {
    let words = words();
    let headline = match last(sizes, ends, Format::Of(Measure::Number)) {
        None => words.cost_headline_none.to_owned(),
        Some((n, [rnn, lstm, gru])) => {
            let pairs = [("n", &*n.to_string()), ("rnn", &rnn), ("lstm", &lstm), ("gru", &gru), ("unit", unit)];
            fill(if equal { words.cost_headline_equal } else { words.cost_headline }, &pairs)
        }
    };
    let all = ends.iter().flatten().flatten().flatten().copied();
    Chart {
        headline,
        x: Axis { title: words.units_axis.to_owned(), scale: columns(sizes), format: Format::Of(Measure::Count) },
        y: Axis { title: unit.to_owned(), scale: Scale::log(all, (0, 1)), format: Format::Of(Measure::Number) },
        series: series(ends),
        references: vec![],
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}
