//! The runs of a paper that is redone: what each seed came to, and the median, along the axes of the paper's claim.

use crate::{Axis, Chart, Format, Point, Reference, Role, Scale, Series, Shape, Side};
use engine::trace::CellKind;
use words::format::{Digits, Group, Measure};
use words::plots::{Along, Mark, Shows, of_formula, of_guessing, of_paper, of_task, words};

/// How many steps of time lie behind what is left of a gradient.
const STEPS_BACK: i32 = 49;
/// Losses that differ by more than this factor stand on a logarithmic scale.
const FAR_APART: f64 = 5.0;

/// The runs of a network.
#[derive(Clone, Copy, Debug)]
pub struct NetworkOf<'a> {
    /// What tells it from the others.
    pub name: &'a str,
    /// The cell.
    pub cell: CellKind,
    /// What each seed came to, by rising numbers; infinite where it diverged. Empty before all have been made.
    pub seeds: &'a [f64],
}

/// What the chart is made of.
#[derive(Clone, Copy, Debug)]
pub struct RedoneOf<'a> {
    /// What stands along x.
    pub along: Along,
    /// What stands along y.
    pub shows: Shows,
    /// The task, where the same stands twice.
    pub of: Option<&'a str>,
    /// The runs, from left to right.
    pub columns: &'a [NetworkOf<'a>],
    /// What they are compared with.
    pub mark: Option<Mark>,
}

impl NetworkOf<'_> {
    fn median(&self) -> Option<f64> {
        self.seeds.get(self.seeds.len() / 2).copied()
    }
}

/// The chart of a paper's runs.
#[must_use]
pub fn redone(of: &RedoneOf) -> Chart {
    let names = of.columns.iter().map(|column| column.name.to_owned()).collect();
    let medians: Vec<(&str, f64)> =
        of.columns.iter().filter_map(|column| Some((column.name, column.median()?))).collect();
    let said = of.shows.said(&medians);
    Chart {
        headline: of.of.map_or_else(|| said.clone(), |task| of_task(task, &said)),
        x: Axis {
            title: of.along.title().to_owned(),
            scale: Scale::Columns(names),
            format: Format::Of(Measure::Count),
        },
        y: Axis { title: of.shows.title().to_owned(), scale: scale(of), format: Format::Of(of.shows.measure()) },
        series: bound(of).into_iter().chain(CellKind::ALL.into_iter().filter_map(|cell| series(of, cell))).collect(),
        references: references(of),
        cursor: None,
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

/// The runs of a cell; none where no column is of it.
fn series(of: &RedoneOf, cell: CellKind) -> Option<Series> {
    let point = |(place, column): (usize, &NetworkOf)| {
        let (low, high) = (*column.seeds.first()?, *column.seeds.last()?);
        Some(Point { spread: (low < high).then_some((low, high)), ..Point::new(place as f64, column.median()?) })
    };
    let own = of.columns.iter().enumerate().filter(|(_, column)| column.cell == cell);
    let points: Vec<Point> = own.filter_map(point).collect();
    let shape = if of.along == Along::Networks { Shape::Dots } else { Shape::JoinedDots };
    (!points.is_empty()).then(|| Series {
        name: cell.name().to_owned(),
        label: String::new(),
        role: Role::Cell(cell),
        shape,
        points,
    })
}

/// What can be left at most, by the number of each column.
fn bounds(of: &RedoneOf) -> Vec<(usize, f64)> {
    let has_bound = of.mark == Some(Mark::Bound);
    let numbers = of.columns.iter().enumerate().filter_map(|(place, own)| Some((place, own.name.parse::<f64>().ok()?)));
    numbers.filter(|own| has_bound && own.1 < 1.0).map(|(place, largest)| (place, largest.powi(STEPS_BACK))).collect()
}

fn bound(of: &RedoneOf) -> Option<Series> {
    let points: Vec<Point> = bounds(of).into_iter().map(|(place, at)| Point::new(place as f64, at)).collect();
    (!points.is_empty()).then(|| Series {
        name: words().bound.to_owned(),
        label: words().bound.to_owned(),
        role: Role::Ghost,
        shape: Shape::Dashed,
        points,
    })
}

fn references(of: &RedoneOf) -> Vec<Reference> {
    let written = |x: f64| Group::new(of.shows.measure(), [x]).write(x, Digits::Table);
    let mark = of.mark.and_then(|mark| match mark {
        Mark::Paper(at) => Some(Reference { name: of_paper(&written(at)), at }),
        Mark::Formula(at) => Some(Reference { name: of_formula(&written(at)), at }),
        Mark::Guessing(at) => Some(Reference { name: of_guessing(&written(at)), at }),
        Mark::Mean => Some(Reference { name: words().mean.to_owned(), at: 1.0 }),
        Mark::Bound => None,
    });
    let most = of.shows.most().filter(|most| numbers(of).any(|x| x >= *most));
    mark.into_iter().chain(most.map(|at| Reference { name: words().not_solved.to_owned(), at })).collect()
}

/// What all seeds came to.
fn numbers<'a>(of: &'a RedoneOf) -> impl Iterator<Item = f64> + use<'a> {
    of.columns.iter().flat_map(|column| column.seeds.iter().copied())
}

fn scale(of: &RedoneOf) -> Scale {
    let finite = || numbers(of).filter(|x| x.is_finite());
    match of.shows {
        Shows::Right => Scale::Linear(0.0, 1.0),
        Shows::Left => Scale::log(finite().chain(bounds(of).into_iter().map(|own| own.1)), (-2, 0)),
        Shows::Steps(most) | Shows::Sequences(most) => Scale::Linear(0.0, most as f64),
        Shows::Ratio => Scale::log(finite(), (-1, 1)),
        Shows::Loss => {
            let (least, most) = finite().fold((f64::INFINITY, 0.0), |(a, b): (f64, f64), x| (a.min(x), b.max(x)));
            match most > FAR_APART * least {
                true => Scale::log(finite(), (-1, 0)),
                false => Scale::from_zero(finite(), (0.0, 0.0), 0.05),
            }
        }
    }
}
