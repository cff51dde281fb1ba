//! Shares of roads, stacked: by which of its terms a cell hands the gradient back.

use crate::{Axis, Chart, Format, Point, Reference, Role, Scale, Series, Shape, Side};
use words::figures::words;
use words::fill;
use words::format::Measure;

/// The highest and lowest share that is drawn; beyond, an arrow head says so.
const LIMIT: f64 = 3.0;

/// What the chart is made of.
#[derive(Clone, Copy, Debug)]
pub struct Shares<'a> {
    /// The names of the roads, as a sentence and a table call them.
    pub names: &'a [&'a str],
    /// At each step from the first on, the share of each road; together they make 1.
    pub shares: &'a [Vec<f64>],
    /// The step of the first shares.
    pub first: usize,
    /// The words of the sequence.
    pub words: &'a [String],
    /// The step that is looked at.
    pub at: usize,
}

/// How a share is written: as far as it matters beside all of the gradient.
const FORMAT: Format = Format::Of(Measure::Part);

/// The shares of each step by itself: what is positive upwards, what works against the rest downwards.
#[must_use]
pub fn shares(of: &Shares) -> Chart {
    chart(of, headline(of))
}

/// The shares of the whole way back from the loss. The last of them is of what came by different roads at different steps.
#[must_use]
pub fn ways(of: &Shares) -> Chart {
    chart(of, ways_headline(of))
}

fn chart(of: &Shares, headline: String) -> Chart {
    let words = words();
    let series = of.names.iter().enumerate().map(|(road, name)| Series {
        name: (*name).to_owned(),
        label: (*name).to_owned(),
        role: Role::Part(road, of.names.len()),
        shape: Shape::Stack,
        points: (of.shares.iter().enumerate())
            .filter_map(|(place, shares)| Some(Point::new((of.first + place) as f64, *shares.get(road)?)))
            .collect(),
    });
    let sums = of.shares.iter().flat_map(|shares| {
        let sum = |keep: fn(&&f64) -> bool| shares.iter().filter(|x| x.is_finite()).filter(keep).sum::<f64>();
        [sum(|x| **x > 0.0), sum(|x| **x < 0.0)]
    });
    // In quarters, so that the axis stands still while a slider moves a little.
    let scale = Scale::from_zero(sums.map(|x| x.clamp(-LIMIT, LIMIT)), (0.0, 1.0), 0.25);
    Chart {
        headline,
        x: Axis::of_steps(of.words),
        y: Axis { title: words.roads_axis.to_owned(), scale, format: FORMAT },
        series: series.collect(),
        references: vec![Reference { name: words.roads_whole.to_owned(), at: 1.0 }],
        cursor: Some(of.at as f64),
        flags: vec![],
        rug: None,
        names: Side::Right,
    }
}

/// At the step that is looked at, its word, and the road with the largest share: its place, and the share as it is written.
fn largest<'a>(of: &Shares<'a>) -> Option<(&'a str, usize, String)> {
    let here = of.shares.get(of.at.checked_sub(of.first)?)?;
    let known = here.iter().enumerate().take(of.names.len()).filter(|(_, share)| share.is_finite());
    let (road, share) = known.max_by(|a, b| a.1.total_cmp(b.1))?;
    Some((of.words.get(of.at).map_or("", String::as_str), road, FORMAT.write(*share)))
}

/// The road that hands back the most at the step that is looked at.
fn headline(of: &Shares) -> String {
    let Some((word, road, share)) = largest(of) else { return String::new() };
    fill(words().roads_headline, &[("word", word), ("share", &share), ("road", of.names[road])])
}

/// The way by which the most came to the step that is looked at.
fn ways_headline(of: &Shares) -> String {
    let Some((word, road, share)) = largest(of) else { return String::new() };
    let is_mixed = road + 1 == of.names.len();
    let said = if is_mixed { words().ways_headline_mixed } else { words().ways_headline };
    fill(said, &[("word", word), ("share", &share), ("road", of.names[road])])
}
