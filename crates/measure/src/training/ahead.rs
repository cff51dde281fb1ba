//! Forecasts several steps ahead: a network goes on from its own forecasts, from many origins at the end of a series.

use serde::{Deserialize, Serialize};

use engine::trace::CellKind;
use learn::task::series::{Prepared, root_mean_square};
use learn::training::{Session, Setup};

use super::Batch;

/// The most multiplications that are made for them, counted for an LSTM, so that all cells have the same origins.
const MOST_WORK: usize = 300_000_000;

/// What is known of forecasts several steps ahead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ahead {
    /// Nobody looks at them.
    Unseen,
    /// The network forecasts a later step than the next, so it cannot read what it forecasts.
    Apart,
    /// From each origin a path.
    Paths(Paths),
}

/// Forecasts from the network's own forecasts. All numbers are in the unit of the series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paths {
    /// The steps of each path.
    pub steps: usize,
    /// The place of the last value that is read before each path, among the labels of the forecast; rising.
    pub origins: Vec<usize>,
    /// The values of the paths, one after the other, in the order of the origins.
    pub values: Vec<f64>,
    /// The forecasts one step ahead of the same network, of all labels of the forecast.
    pub one_step: Vec<f64>,
    /// The training steps that the network had made: that which is looked back at, or else that with the best validation, which
    /// the test takes as well.
    pub moment: usize,
    /// The root mean square of the errors at each distance from the origin, from 1.
    pub errors: Vec<f64>,
    /// The same of the last value, held.
    pub held: Vec<f64>,
    /// Other channels are read, which keep their last values.
    pub keeps_others: bool,
}

impl Ahead {
    /// Goes on from places among the last targets of the test set, which are `shown`.
    pub(super) fn of(session: &mut Session, series: &Prepared, shown: &[usize], at: Option<usize>) -> Self {
        if !series.goes_on() || shown.len() < 2 {
            return Self::Apart;
        }
        let steps = series.steps_on(shown.len());
        let all = shown.len() - steps;
        let origins = spread(all, affordable(&session.setup, series, steps));
        let times: Vec<usize> = origins.iter().map(|place| shown[*place]).collect();
        let mut answers = |batch: &Batch| match at {
            Some(_) => session.answers(batch, at),
            None => best_answers(session, batch),
        };
        let values = series.iterated(&times, steps, &mut answers);
        let next = answers(&series.batch(shown));
        let truth = |time: usize| series.channels[0][time];
        let error = |k: usize, forecast: &dyn Fn(usize) -> f64| {
            root_mean_square((0..times.len()).map(|n| forecast(n) - truth(times[n] + k + 1)))
        };
        Self::Paths(Paths {
            errors: (0..steps).map(|k| error(k, &|n| values[n][k])).collect(),
            held: (0..steps).map(|k| error(k, &|n| truth(times[n]))).collect(),
            one_step: shown.iter().zip(next).map(|(target, answer)| series.forecast(*target, answer)).collect(),
            moment: if at.is_some() { session.moment(at) } else { session.best_step() },
            keeps_others: series.channels.len() > 1,
            steps,
            origins,
            values: values.concat(),
        })
    }
}

/// The outputs of the network with the best validation.
fn best_answers(session: &mut Session, batch: &Batch) -> Vec<f32> {
    let mut answers = vec![];
    session.at_best(|trainer| trainer.evaluate(batch, Some(&mut answers)));
    answers
}

impl Paths {
    /// The path from the n-th origin.
    #[must_use]
    pub fn path(&self, n: usize) -> Option<&[f64]> {
        self.values.chunks_exact(self.steps.max(1)).nth(n)
    }
}

/// How many paths of so many steps can be had.
fn affordable(setup: &Setup, series: &Prepared, steps: usize) -> usize {
    let units = setup.units_of(CellKind::Lstm);
    let inputs = series.channels.len() + (setup.layers - 1) * units;
    let step = 4 * units * (setup.layers * units + inputs);
    (MOST_WORK / (step * steps * setup.level.window).max(1)).max(1)
}

/// At most so many of the places below `all`, evenly spread, the last among them.
fn spread(all: usize, most: usize) -> Vec<usize> {
    let count = most.clamp(1, all);
    (1..=count).map(|n| n * all / count - 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::{Forecast, Look};
    use learn::task::Sets;
    use model::settings::State;

    fn session(fragment: &str, cell: CellKind) -> Session {
        let (state, problems) = State::from_fragment(&format!("view=train&{fragment}"));
        assert!(problems.is_empty(), "{problems:?}");
        let sets = Sets::of_folder(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/sets")).unwrap();
        Session::new(Setup::new(&state.settings, &sets).0, cell)
    }

    const AHEAD: Look = Look { at: None, temperature: 1.0, ahead: true };

    fn paths(found: &Forecast) -> &Paths {
        if let Ahead::Paths(paths) = &found.ahead { paths } else { panic!("{:?}", found.ahead) }
    }

    #[test]
    fn the_first_step_of_each_path_is_the_forecast_itself() {
        let mut session = session("task=sunspots&t_units=4&t_batch=4", CellKind::Gru);
        assert!((0..3).all(|_| session.advance()));
        let found = Forecast::of(&mut session, &AHEAD);
        let own = paths(&found);
        assert_eq!((own.steps, own.keeps_others), (12, false));
        assert_eq!(own.origins, (0..found.labels.len() - 12).collect::<Vec<_>>());
        for (origin, path) in own.origins.iter().zip(own.values.chunks_exact(12)) {
            assert_eq!((path.len(), path[0]), (12, own.one_step[origin + 1]));
        }
        let truth = |origin: usize, k: usize| found.truths[origin + k];
        let held = root_mean_square(own.origins.iter().map(|o| truth(*o, 0) - truth(*o, 12)));
        let off = root_mean_square(
            own.origins.iter().zip(own.values.chunks_exact(12)).map(|(o, path)| path[11] - truth(*o, 12)),
        );
        assert!((own.held[11] - held).abs() < 1e-9 && (own.errors[11] - off).abs() < 1e-9);
    }

    #[test]
    fn they_are_made_when_looked_at_and_for_the_next_step_alone() {
        let mut next = session("task=sunspots&t_units=4", CellKind::Rnn);
        assert_eq!(Forecast::of(&mut next, &Look { ahead: false, ..AHEAD }).ahead, Ahead::Unseen);
        let mut later = session("task=sunspots&t_units=4&t_knob=2", CellKind::Rnn);
        assert_eq!(Forecast::of(&mut later, &AHEAD).ahead, Ahead::Apart);
        let mut several = session("task=employment&t_units=4", CellKind::Rnn);
        assert!(paths(&Forecast::of(&mut several, &AHEAD)).keeps_others);
    }

    #[test]
    fn all_cells_have_the_same_origins_however_large_they_are() {
        let origins = |cell| {
            let mut session = session("task=hourly&t_units=64&t_layers=2&t_equal=yes", cell);
            let found = Forecast::of(&mut session, &AHEAD);
            paths(&found).origins.clone()
        };
        let [rnn, lstm, gru] = CellKind::ALL.map(origins);
        assert!(rnn == lstm && lstm == gru && rnn.len() < 96 && rnn.last() == Some(&95), "{rnn:?}");
        assert_eq!((spread(10, 3), spread(4, 9)), (vec![2, 5, 9], vec![0, 1, 2, 3]));
    }

    /// The best forecast of a random walk is its last value. A network that goes on by itself hardly leaves a straight line: it
    /// invents no swings, and what slope it has learned from chance is small beside the moves of the walk.
    #[test]
    fn a_random_walk_is_gone_on_with_without_swings() {
        const STEPS: usize = 20;
        for cell in CellKind::ALL {
            let mut session = session("task=market&t_steps=300", cell);
            while session.advance() {}
            let found = Forecast::of(&mut session, &AHEAD);
            let own = paths(&found);
            let last = |n: usize| found.truths[own.origins[n]];
            let path = |n: usize, k: usize| if k == 0 { last(n) } else { own.path(n).unwrap()[k - 1] };
            let truth = |n: usize, k: usize| found.truths[own.origins[n] + k];
            let all = || (0..own.origins.len()).flat_map(|n| (0..STEPS).map(move |k| (n, k)));
            let swings = |at: &dyn Fn(usize, usize) -> f64| {
                let line = |n: usize, k: usize| at(n, 0) + (at(n, STEPS) - at(n, 0)) * k as f64 / STEPS as f64;
                root_mean_square(all().map(|(n, k)| at(n, k) - line(n, k)))
            };
            let moves =
                |at: &dyn Fn(usize, usize) -> f64| root_mean_square(all().map(|(n, k)| at(n, k + 1) - at(n, k)));
            assert!(swings(&path) < 0.15 * swings(&truth), "{cell:?}: {} of {}", swings(&path), swings(&truth));
            assert!(moves(&path) < 0.3 * moves(&truth), "{cell:?}: {} of {}", moves(&path), moves(&truth));
        }
    }
}
