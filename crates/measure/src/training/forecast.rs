//! The end of a time series with the network's forecasts: values, errors, a band from the validation errors, and
//! anomalies.

use serde::{Deserialize, Serialize};

use learn::task::series::{FAR, JUDGED, prepared, root_mean_square};
use learn::task::{Guess, Part};
use learn::training::Session;

use super::ahead::Ahead;
use super::look::Look;

/// The most time steps shown: the last ones of the test set.
const SHOWN: usize = 120;
/// Standard deviations to either side that contain 95 % of a normal distribution.
const BAND: f64 = 1.96;

/// The end of a time series with its forecasts. All numbers are in the unit of the series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// The label of each time step. The next three lists have the same length.
    pub labels: Vec<String>,
    /// The true values.
    pub truths: Vec<f64>,
    /// The network's forecasts.
    pub forecasts: Vec<f64>,
    /// True value minus forecast.
    pub errors: Vec<f64>,
    /// The half-width of the band: 1.96 times the root mean square of the validation errors. It would contain 95 % of
    /// the errors if they were normal with mean 0 and as large as in validation.
    pub band: f64,
    /// A forecast with a larger error is an anomaly: 3 times the root mean square of the validation errors.
    pub far: f64,
    /// The share of errors within the band, from 0 to 1.
    pub within: f64,
    /// The root mean square of the errors.
    pub error: f64,
    /// The root mean square error of each baseline on the whole test set.
    pub guesses: Vec<(Guess, f64)>,
    /// Forecasts several steps ahead, from the network's own forecasts.
    pub ahead: Ahead,
    /// What a person calls what is forecast of their own series; empty of any other.
    pub name: String,
    /// The unit of the series; empty if it has none.
    pub unit: String,
}

impl Forecast {
    /// Forecasts the end of the series with the network that is looked at.
    pub fn of(session: &mut Session, look: &Look) -> Self {
        let at = look.at;
        let series = prepared(&session.setup.level);
        let last = |part: Part, most: usize| -> Vec<usize> {
            let all = series.targets(part);
            all.clone().skip(all.len().saturating_sub(most)).collect()
        };
        let mut said = |targets: &[usize]| -> Vec<f64> {
            let answers = session.answers(&series.batch(targets), at);
            targets.iter().zip(answers).map(|(target, answer)| series.forecast(*target, answer)).collect()
        };
        let (watched, shown) = (last(Part::Validation, JUDGED), last(Part::Test, SHOWN));
        let truth = |target: &usize| series.channels[0][*target];
        let missed = |targets: &[usize], forecasts: &[f64]| -> Vec<f64> {
            targets.iter().zip(forecasts).map(|(target, forecast)| truth(target) - forecast).collect()
        };
        let spread = root_mean_square(missed(&watched, &said(&watched)).into_iter());
        let forecasts = said(&shown);
        let errors = missed(&shown, &forecasts);
        let band = BAND * spread;
        let ahead = if look.ahead { Ahead::of(session, &series, &shown, at) } else { Ahead::Unseen };
        let guesses = series.at_the_end.iter().map(|own| (own.guess, own.loss.sqrt() * series.move_size));
        Self {
            labels: shown.iter().map(|target| series.labels[*target].clone()).collect(),
            truths: shown.iter().map(truth).collect(),
            band,
            far: FAR * spread,
            within: errors.iter().filter(|error| error.abs() <= band).count() as f64 / errors.len().max(1) as f64,
            error: root_mean_square(errors.iter().copied()),
            guesses: guesses.collect(),
            ahead,
            name: series.name.clone(),
            unit: series.unit.clone(),
            forecasts,
            errors,
        }
    }

    /// The indices of the anomalies in [`errors`](Self::errors).
    pub fn odd(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.errors.len()).filter(|place| self.errors[*place].abs() > self.far)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::trace::CellKind;
    use learn::sweep::{Extra, Job, Runner};
    use learn::task::Sets;
    use learn::training::Setup;
    use model::settings::State;

    /// A forecast is the truth less its error; and by their definition no anomaly lies within the band.
    #[test]
    fn a_forecast_and_its_error_make_the_truth() {
        let (state, problems) = State::from_fragment("view=train&task=sunspots&t_units=4&t_batch=4");
        assert!(problems.is_empty(), "{problems:?}");
        let mut session = Session::new(Setup::new(&state.settings, &Sets::default()).0, CellKind::Gru);
        assert!((0..3).all(|_| session.advance()));
        let found = Forecast::of(&mut session, &Look::default());
        let count = found.labels.len();
        assert!((1..=SHOWN).contains(&count));
        assert_eq!([found.truths.len(), found.forecasts.len(), found.errors.len()], [count; 3]);
        for (n, truth) in found.truths.iter().enumerate() {
            assert!((found.forecasts[n] + found.errors[n] - truth).abs() < 1e-9, "step {n}");
        }
        let within = found.errors.iter().filter(|error| error.abs() <= found.band).count();
        assert_eq!(found.within, within as f64 / count as f64);
        assert!(found.odd().all(|n| found.errors[n].abs() > found.band) && found.odd().count() + within <= count);
    }

    #[test]
    fn a_runs_alarms_are_the_rings_that_are_drawn() {
        let sets = Sets::of_folder(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/sets")).unwrap();
        let fragment = "task=co2&t_knob=12&t_window=12&t_units=8&t_steps=150".to_owned();
        let mut session = Session::new(Setup::new(&State::from_fragment(&fragment).0.settings, &sets).0, CellKind::Gru);
        while session.advance() {}
        let rings = Forecast::of(&mut session, &Look::default()).odd().count();
        let job = Job { label: String::new(), cell: CellKind::Gru, fragment, extra: Extra::Alarms };
        let mut runner = Runner::new(job, 0, &sets);
        while runner.advance() {}
        assert_eq!(runner.outcome().extra, rings as f64);
        assert!(rings > 0);
    }
}
