//! The history of a training run in bounded memory: a curve keeps fewer than 512 points, each the mean over a growing
//! number of steps, and the map of the gradient's reach keeps fewer than 128 columns.

use serde::{Deserialize, Serialize};

/// A curve that has this many points merges them in pairs, which leaves half.
const POINTS: usize = 512;
/// A map that has this many columns drops every other one.
const COLUMNS: usize = 128;

/// A number over the steps of training, at a resolution that halves each time the curve is full.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// Finished points, each of `per` steps.
    points: Vec<Point>,
    /// Steps in each.
    per: usize,
    open: Point,
}

/// The summary of consecutive training steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The mean over the steps and the seeds.
    pub mean: f64,
    /// The mean over the steps of the smallest value among the seeds.
    pub low: f64,
    /// The mean over the steps of the largest value among the seeds.
    pub high: f64,
    steps: usize,
}

impl Point {
    fn add(&mut self, other: Self) {
        let whole = (self.steps + other.steps) as f64;
        let mix = |a: f64, b: f64| (a * self.steps as f64 + b * other.steps as f64) / whole;
        let (mean, low, high) = (mix(self.mean, other.mean), mix(self.low, other.low), mix(self.high, other.high));
        *self = Self { mean, low, high, steps: self.steps + other.steps };
    }
}

impl Default for Curve {
    fn default() -> Self {
        Self { points: vec![], per: 1, open: Point::default() }
    }
}

impl Curve {
    /// Adds one training step, with a value for each seed.
    pub fn push(&mut self, each: &[f64]) {
        let mean = each.iter().sum::<f64>() / each.len().max(1) as f64;
        let low = each.iter().copied().fold(f64::INFINITY, f64::min);
        let high = each.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        self.open.add(Point { mean, low, high, steps: 1 });
        if self.open.steps < self.per {
            return;
        }
        self.points.push(std::mem::take(&mut self.open));
        if self.points.len() == POINTS {
            let merged = self.points.chunks(2).map(|pair| {
                let mut whole = pair[0];
                pair[1..].iter().for_each(|point| whole.add(*point));
                whole
            });
            self.points = merged.collect();
            self.per *= 2;
        }
    }

    /// The points in order, each with the training step (from 0) in its middle, which may lie halfway between two
    /// steps. The last point may be of fewer steps than the others.
    pub fn points(&self) -> impl Iterator<Item = (f64, Point)> {
        let open = (self.open.steps > 0).then_some(self.open);
        let middle =
            move |(place, point): (usize, Point)| ((place * self.per) as f64 + (point.steps as f64 - 1.0) / 2.0, point);
        self.points.iter().copied().chain(open).enumerate().map(middle)
    }

    /// At most so many stretches of equal length, the last of which may be shorter: the steps of each, and their means.
    #[must_use]
    pub fn in_stretches(&self, most: usize) -> (usize, Vec<f64>) {
        let points: Vec<Point> = self.points().map(|(_, point)| point).collect();
        let together = points.len().div_ceil(most.max(1)).max(1);
        let mean = |all: &[Point]| {
            let mut whole = Point::default();
            all.iter().for_each(|point| whole.add(*point));
            whole.mean
        };
        (together * self.per, points.chunks(together).map(mean).collect())
    }

    /// The number of training steps added so far.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.points.len() * self.per + self.open.steps
    }
}

/// Columns recorded at equal distances in training; a full map drops every other column and doubles the distance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Map<T> {
    /// The columns, oldest first; column k was recorded at step k · [`every`](Self::every), from 0.
    pub columns: Vec<T>,
    /// Steps between two columns.
    pub every: usize,
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self { columns: vec![], every: 1 }
    }
}

impl<T> Map<T> {
    /// Whether step `n` (from 0) is the next one to record.
    #[must_use]
    pub fn wants(&self, n: usize) -> bool {
        n == self.columns.len() * self.every
    }

    /// Appends a column. Once there are `most` columns, every other one is dropped.
    pub fn push(&mut self, column: T, most: usize) {
        self.columns.push(column);
        if self.columns.len() >= most {
            let mut place = 0;
            self.columns.retain(|_| {
                place += 1;
                place % 2 == 1
            });
            self.every *= 2;
        }
    }
}

/// The map of the gradient's reach: a column for a training step. A column holds log₁₀ (‖g_t‖ / ‖g_T‖), where g_t is
/// the gradient of the loss with respect to the top layer's state at time step t; it runs from the last time step T to
/// the first.
pub type Reach = Map<Vec<f32>>;

impl Reach {
    /// Appends a column, given ‖g_t‖² from the last time step to the first. The reference is the last time step whose
    /// gradient is not 0.
    pub fn record(&mut self, squares: &[f64]) {
        let largest = squares.iter().copied().find(|square| *square > 0.0).unwrap_or(1.0);
        self.push(squares.iter().map(|square| (0.5 * (square / largest).log10()) as f32).collect(), COLUMNS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_of_a_hundred_thousand_steps_stays_small_and_keeps_its_mean() {
        let mut curve = Curve::default();
        for n in 0..100_000 {
            let x = f64::from(n % 7);
            curve.push(&[x, x + 2.0]);
        }
        assert_eq!(curve.steps(), 100_000);
        let points: Vec<_> = curve.points().collect();
        assert!(points.len() <= POINTS, "{}", points.len());
        let mean = points.iter().map(|(_, p)| p.mean * p.steps as f64).sum::<f64>() / 100_000.0;
        assert!((mean - 4.0).abs() < 1e-3, "{mean}");
        assert!(points.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(points.iter().all(|(_, p)| (p.high - p.low - 2.0).abs() < 1e-9));
    }

    #[test]
    fn stretches_are_of_equal_length_and_have_the_mean_of_their_steps() {
        let mut curve = Curve::default();
        (0..1003).for_each(|n| curve.push(&[f64::from(n)]));
        let (stretch, means) = curve.in_stretches(100);
        assert_eq!((stretch, means.len()), (12, 84));
        assert_eq!((means[0], means[83]), (5.5, 999.0));
        assert_eq!(Curve::default().in_stretches(100), (1, vec![]));
    }

    #[test]
    fn a_map_keeps_columns_at_equal_distances() {
        let mut map = Map::default();
        for n in 0..1000 {
            if map.wants(n) {
                map.push(n, 16);
            }
        }
        assert!(map.columns.len() < 16);
        assert!(map.columns.iter().enumerate().all(|(place, n)| *n == place * map.every), "{:?}", map.columns);
    }
}
