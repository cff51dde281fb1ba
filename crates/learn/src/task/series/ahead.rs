//! Forecasts several steps ahead: a network that forecasts one step reads its own forecasts as if they were values.

use super::Prepared;
use crate::task::{Batch, Input};
use engine::train::Target;

/// The most steps that a network goes on by itself.
const MOST_AHEAD: usize = 60;
/// The fewest steps that are worth it where a season is shorter.
const LEAST_AHEAD: usize = 12;

impl Prepared {
    /// Whether a network that learned this series can go on from its own forecasts: it forecasts the next step.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.ahead == 1
    }

    /// How many steps a network goes on by itself: a season, or the window's length where there is none, and no more than half
    /// of the steps that follow.
    #[must_use]
    pub fn steps_on(&self, following: usize) -> usize {
        let wanted = if self.season > 0 { self.season.max(LEAST_AHEAD) } else { self.window };
        wanted.min(MOST_AHEAD).min(following / 2).max(1)
    }

    /// The values that a network forecasts for the `steps` steps after each origin, which is the last step whose values it
    /// reads. The first channel goes on with its forecasts; the others, which nothing forecasts, keep their last values.
    /// `answers` gives the network's outputs for a batch with a window for each origin; it is called once a step.
    pub fn iterated(
        &self,
        origins: &[usize],
        steps: usize,
        mut answers: impl FnMut(&Batch) -> Vec<f32>,
    ) -> Vec<Vec<f64>> {
        let mut paths = vec![Vec::with_capacity(steps); origins.len()];
        for _ in 0..steps {
            let given = answers(&self.on_paths(origins, &paths));
            for ((path, origin), answer) in paths.iter_mut().zip(origins).zip(given) {
                let last = path.last().copied().unwrap_or(self.channels[0][*origin]);
                path.push(last + self.move_size * f64::from(answer));
            }
        }
        paths
    }

    /// The windows that end with the last steps of paths.
    fn on_paths(&self, origins: &[usize], paths: &[Vec<f64>]) -> Batch {
        let mut input = Input::new(self.window, origins.len(), self.channels.len());
        for (sequence, (origin, path)) in origins.iter().zip(paths).enumerate() {
            let value = |c: usize, t: usize| match t.checked_sub(origin + 1) {
                None => self.channels[c][t],
                Some(n) if c == 0 => path[n],
                Some(_) => self.channels[c][*origin],
            };
            let first = origin + path.len() + 1 - self.window;
            self.window_of(first, value, |t, c, x| input.set(t, sequence, c, x));
        }
        // Nothing is scored here.
        input.asked_at_the_end(Target::Value(vec![0.0; origins.len()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::series::prepared;
    use crate::task::{Level, Part, Sets, Task, shipped};
    use std::rc::Rc;

    fn of(task: &str, change: impl Fn(Level) -> Level) -> Rc<Prepared> {
        prepared(&change(Level::of(Task::named(task), &shipped())))
    }

    /// What stands for a network: a move that follows from what its window holds.
    fn stub(inputs: usize) -> impl Fn(&Batch) -> Vec<f32> {
        move |batch| {
            let row = |sequence: usize| {
                let at = |t: usize, c: usize| batch.x[(t * batch.sequences + sequence) * inputs + c];
                let last = batch.steps - 1;
                (0..inputs).map(|c| 0.3 * at(last, c) - 0.2 * at(0, c) + 0.1 * at(last / 2, c)).sum::<f32>()
            };
            (0..batch.sequences).map(row).collect()
        }
    }

    fn origins(series: &Prepared, steps: usize) -> Vec<usize> {
        let all = series.targets(Part::Test);
        (all.start - 1..all.end - steps).collect()
    }

    #[test]
    fn the_first_step_is_the_ordinary_forecast_exactly() {
        for task in ["co2", "sunspots", "weather", "employment", "market"] {
            for raw in [false, true] {
                let series = of(task, |level| Level { raw, ..level });
                let origins = origins(&series, 1);
                let targets: Vec<usize> = origins.iter().map(|origin| origin + 1).collect();
                let network = stub(series.channels.len());
                let ordinary = network(&series.batch(&targets));
                let ordinary = targets.iter().zip(ordinary).map(|(target, y)| series.forecast(*target, y));
                let first = series.iterated(&origins, 1, &network).into_iter().map(|path| path[0]);
                assert!(first.eq(ordinary), "{task}");
            }
        }
    }

    /// A network that is always right reads the true values in its own forecasts.
    #[test]
    fn with_true_values_for_forecasts_the_windows_are_the_ordinary_ones() {
        for task in ["co2", "sunspots", "sst", "market"] {
            let (series, steps) = (of(task, |level| level), 12);
            let origins = origins(&series, steps);
            let mut step = 0;
            let paths = series.iterated(&origins, steps, |batch| {
                step += 1;
                let targets: Vec<usize> = origins.iter().map(|origin| origin + step).collect();
                let ordinary = series.batch(&targets);
                let away = batch.x.iter().zip(&ordinary.x).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
                assert!(away < 1e-4, "{task}, step {step}: {away}");
                let Target::Value(moves) = ordinary.target else { panic!("a number") };
                moves
            });
            assert_eq!(step, steps);
            for (origin, path) in origins.iter().zip(paths) {
                for (k, value) in path.iter().enumerate() {
                    assert!((value - series.channels[0][origin + 1 + k]).abs() < 1e-3, "{task}");
                }
            }
        }
    }

    /// A sine follows from its last two values: x₊₁ = 2 cos ω · x − x₋₁.
    #[test]
    fn a_wave_goes_on_from_its_own_forecasts() {
        let turn = std::f64::consts::TAU / 12.0;
        let rows: Vec<String> = (0..300).map(|t| format!("{t},{:.12}", (turn * f64::from(t)).sin())).collect();
        let mut sets = Sets::default();
        sets.bring("own-series-1", &format!("t,x\n{}", rows.join("\n")));
        let level = Level::of(Task::named(super::super::OWN), &sets);
        let series = prepared(&Level { own: "own-series-1".to_owned(), raw: true, ..level });
        let steps = 24;
        let origins = origins(&series, steps);
        let paths = series.iterated(&origins, steps, |batch| {
            let at = |t: usize, n: usize| f64::from(batch.x[t * batch.sequences + n]);
            let last = batch.steps - 1;
            let change = |n: usize| (2.0 * turn.cos() - 1.0) * at(last, n) - at(last - 1, n);
            (0..batch.sequences).map(|n| (change(n) / series.move_size) as f32).collect()
        });
        for (origin, path) in origins.iter().zip(paths) {
            for (k, value) in path.iter().enumerate() {
                let truth = series.channels[0][origin + 1 + k];
                assert!((value - truth).abs() < 1e-4, "{k} after {origin}: {value} for {truth}");
            }
        }
    }

    #[test]
    fn what_nothing_forecasts_keeps_its_last_value() {
        let series = of("weather", |level| level);
        let origin = series.targets(Part::Test).start;
        let inputs = series.channels.len();
        let mut held = vec![];
        series.iterated(&[origin], 5, |batch| {
            held.push(batch.x[(batch.steps - 1) * inputs + 1..][..inputs - 1].to_vec());
            vec![0.5]
        });
        assert!(inputs > 1 && held.iter().all(|row| *row == held[0]), "{held:?}");
        // A forecast of no change keeps the first as well.
        let still = series.iterated(&[origin], 5, |_| vec![0.0]);
        assert_eq!(still, [vec![series.channels[0][origin]; 5]]);
    }

    #[test]
    fn a_network_goes_on_for_a_season_or_for_its_window() {
        let steps = |task: &str| of(task, |level| level).steps_on(100);
        assert_eq!(["co2", "sunspots", "hourly", "weather", "market"].map(steps), [12, 12, 24, 50, 30]);
        assert_eq!(of("employment", |level| level).steps_on(17), 8);
        assert!(of("co2", |level| level).goes_on() && !of("co2", |level| Level { knob: 2, ..level }).goes_on());
    }
}
