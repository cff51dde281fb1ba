//! Forecasting of time series: real ones, a simulated one, and a person's own. The network reads a window; the target
//! at its end is the change of the first channel from the window's last value to the value h steps later. The knob is
//! the horizon h.
//!
//! Inputs are standardised by a channel's mean and standard deviation on the training set. A channel with a trend is
//! read relative to the window's first value, since its later levels do not occur in training. A person can turn this
//! off, to see the effect. Targets are divided by the root mean square of the changes in the training set, so an output
//! of 0 forecasts the last value.
//!
//! The series is split in time order: 70 % training, 15 % validation, 15 % test. The baselines are the last value, the
//! value one season before, and linear autoregression, fitted by least squares on the training set; all are scored on
//! the validation set.

mod ahead;

use std::ops::Range;
use std::rc::Rc;

pub use intake::unit_in;
use nalgebra::{DMatrix, DVector};

use super::{Baseline, Batch, Defaults, Draw, Guess, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;
use model::keys::Key;
use model::sequence::{Row, fill_months, rows};

/// The key of the task on a person's own series.
pub const OWN: &str = "own_series";
/// The most channels of a series that are read.
pub const MOST_CHANNELS: usize = 8;
/// The fewest time steps of a series beyond its window and horizon.
pub const SPARE: usize = 10;
/// The most rows of a person's own series that are used: the last ones.
pub const MOST_ROWS: usize = 20_000;
/// The most lags of linear autoregression.
const MOST_LAGS: usize = 25;
/// A channel has a trend if the magnitude of its correlation with time is above this.
const TREND: f64 = 0.8;
/// Time steps of the simulated price.
const WALK: usize = 1000;

/// Which columns of a series' file are read, and in which unit.
struct Set {
    key: &'static str,
    /// The columns that are read, counted from 0 after the time column; the first one is forecast. Empty: all of them.
    columns: &'static [usize],
    /// Time steps in a season; 0 if there is none, or if [`season`] is to find it.
    season: usize,
    unit: &'static str,
}

const SETS: [Set; 8] = [
    Set { key: "co2", columns: &[0], season: 12, unit: "ppm" },
    Set { key: "sunspots", columns: &[0], season: 11, unit: "sunspots" },
    Set { key: "sst", columns: &[0], season: 12, unit: "°C" },
    Set { key: "weather", columns: &[1, 2, 0, 3], season: 365, unit: "°C" },
    Set { key: "hourly", columns: &[0], season: 24, unit: "°F" },
    Set { key: "employment", columns: &[0, 1, 2], season: 12, unit: "thousand" },
    Set { key: "market", columns: &[0], season: 0, unit: "" },
    Set { key: OWN, columns: &[], season: 0, unit: "" },
];

const SERIES: Task = Task {
    knob: (1, 24, 1),
    steps: |level| level.window,
    inputs: |level| prepared(level).channels.len(),
    baselines: |level| prepared(level).baselines.clone(),
    mark: Mark::Baseline,
    draw,
    watched: |level| prepared(level).targets(Part::Validation).len().min(256),
    held: |level| prepared(level).targets(Part::Test).len(),
    defaults: Defaults { units: 32, rate: 0.003, steps: 3000 },
    shown: Shown::Forecast,
    fits,
    ..PLAIN
};

/// The tasks, in the order of the list on the page.
pub const TASKS: [Task; 8] = [
    Task { key: "co2", window: (6, 120, 36), files: &["co2-mauna-loa-monthly.csv"], ..SERIES },
    Task { key: "sunspots", window: (6, 60, 33), files: &["sunspots-yearly.csv"], ..SERIES },
    Task { key: "sst", window: (6, 120, 36), files: &["sea-surface-temperature-monthly.csv"], ..SERIES },
    Task { key: "weather", window: (6, 120, 30), files: &["seattle-weather-daily.csv"], ..SERIES },
    Task { key: "hourly", window: (6, 120, 48), files: &["seattle-temperature-hourly-normals.csv"], ..SERIES },
    Task { key: "employment", window: (3, 36, 12), files: &["us-employment-monthly.csv"], ..SERIES },
    Task { key: "market", window: (3, 120, 30), ..SERIES },
    Task { key: OWN, window: (3, 120, 24), is_own: true, ..SERIES },
];

/// A series with its standardisation, its split and its baselines.
#[derive(Debug)]
pub struct Prepared {
    /// The label of each time step, such as its date.
    pub labels: Vec<String>,
    /// The values of each channel over time, in the series' own units. The first channel is forecast.
    pub channels: Vec<Vec<f64>>,
    /// What a person calls the first channel of their own series; empty of any other.
    pub name: String,
    /// The unit of the first channel; empty if it has none.
    pub unit: String,
    /// Time steps in a season; 0 if there is none.
    pub season: usize,
    /// The standardisation of each channel.
    readings: Vec<Reading>,
    /// The root mean square of the changes in the training set, in the first channel's unit. An output of 1 forecasts a
    /// change by this much.
    pub move_size: f64,
    /// The horizon, in time steps.
    ahead: usize,
    /// Time steps in the window.
    window: usize,
    /// Whether the network reads the values without standardisation.
    raw: bool,
    /// The baselines, scored on the validation set.
    pub baselines: Vec<Baseline>,
    /// The baselines, scored on the test set.
    pub at_the_end: Vec<Baseline>,
}

/// The standardisation of a channel. With a trend `deviation` is that of changes over half a window, else that of
/// values.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Reading {
    mean: f64,
    deviation: f64,
    trend: bool,
}

/// A trivial predictor: the change that it forecasts for a target time step, in the first channel's unit.
type Move<'a> = (Guess, Box<dyn Fn(usize) -> f64 + 'a>);

/// The series of a level; a straight line as a placeholder while its data is not loaded or too short.
#[must_use]
pub fn prepared(level: &Level) -> Rc<Prepared> {
    let Level { task, knob, window, own, raw, sets, .. } = level;
    sets.worked_out((task.key, *knob, *window, own.clone(), *raw), || Prepared::new(level))
}

/// Reads the rows of a file: a label and the values of `columns`, or of all columns if that is empty. Rows that lack
/// one of the columns are skipped.
fn read(text: &str, columns: &[usize]) -> Vec<Row> {
    let picked = |(when, values): Row| {
        let picked = columns.iter().map(|column| values.get(*column).copied()).collect::<Option<Vec<_>>>()?;
        Some((when, if columns.is_empty() { values } else { picked }))
    };
    rows(text).filter_map(picked).collect()
}

/// The name of the first column after that of time, in the head of a table that is kept.
fn first_name(text: &str) -> &str {
    text.lines().next().and_then(|head| head.split(',').nth(1)).unwrap_or_default().trim()
}

/// A simulated price: a geometric random walk. Each day's relative change is independent, with mean 0 and standard
/// deviation 1 %.
fn walk() -> Vec<(String, Vec<f64>)> {
    let mut draws = Draw::new(2008, Part::Train);
    let mut price = 100.0;
    let step = |day: usize| {
        price *= 1.0 + 0.01 * draws.normal();
        (format!("day {}", day + 1), vec![price])
    };
    (0..WALK).map(step).collect()
}

/// The correlation of the values with time, from −1 to 1.
fn trend(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let middle = (n - 1.0) / 2.0;
    let mean = values.iter().sum::<f64>() / n;
    let (mut both, mut time, mut own) = (0.0, 0.0, 0.0);
    for (t, value) in values.iter().enumerate() {
        let (a, b) = (t as f64 - middle, value - mean);
        both += a * b;
        time += a * a;
        own += b * b;
    }
    if own > 0.0 { both / (time * own).sqrt() } else { 0.0 }
}

/// The season of a series: the lag, at least 3, with the largest autocorrelation of the changes. 0 if none exceeds 0.3.
fn season(values: &[f64]) -> usize {
    let changes: Vec<f64> = values.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let power: f64 = changes.iter().map(|x| x * x).sum();
    let alike = |lag: usize| changes[lag..].iter().zip(&changes).map(|(a, b)| a * b).sum::<f64>() / power;
    let best = (3..(changes.len() / 3).min(400))
        .map(|lag| (lag, alike(lag)))
        .fold((0, 0.3), |best, next| if next.1 > best.1 { next } else { best });
    best.0
}

/// The longest window that a person's own series has room for; `None` if it is not loaded or the task is another.
fn fits(level: &Level) -> Option<(Key, usize)> {
    let own = level.text().filter(|_| level.is_own())?;
    let rows = own.lines().count().saturating_sub(1);
    Some((Key::Window, (rows * 6 / 10).saturating_sub(level.knob + SPARE).max(1)))
}

/// The most time steps whose errors say how large an error typically is: the last ones of the validation set.
pub const JUDGED: usize = 200;
/// An error of more than this many typical ones is an anomaly.
pub const FAR: f64 = 3.0;

/// The root mean square; 0 for no values.
#[must_use]
pub fn root_mean_square(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, n) = values.fold((0.0, 0), |(sum, n), value| (sum + value * value, n + 1));
    (sum / f64::from(n.max(1))).sqrt()
}

impl Prepared {
    fn new(level: &Level) -> Self {
        let set = SETS.iter().find(|set| set.key == level.task.key).unwrap_or(&SETS[0]);
        let mut rows = match level.text() {
            _ if set.key == "market" => walk(),
            Some(text) => read(&text, set.columns),
            None => vec![],
        };
        if rows.len() < level.window + level.knob + SPARE {
            // A placeholder with enough rows to have a shape.
            rows = (0..level.window + level.knob + SPARE).map(|t| (t.to_string(), vec![t as f64])).collect();
        }
        if set.key == "co2" {
            let filled = fill_months(rows.into_iter().map(|(when, values)| (when, values[0])).collect());
            rows = filled.into_iter().map(|(when, value)| (when, vec![value])).collect();
        }
        let (labels, rows): (Vec<String>, Vec<Vec<f64>>) = rows.into_iter().unzip();
        let width = rows.iter().map(Vec::len).min().unwrap_or(1).min(MOST_CHANNELS);
        let channels: Vec<Vec<f64>> = (0..width).map(|c| rows.iter().map(|row| row[c]).collect()).collect();
        let name = level.text().filter(|_| set.key == OWN).as_deref().map_or("", first_name).to_owned();
        let mut own = Self {
            labels,
            channels,
            unit: if set.key == OWN { unit_in(&name) } else { set.unit }.to_owned(),
            name,
            season: set.season,
            readings: vec![],
            move_size: 1.0,
            ahead: level.knob,
            window: level.window,
            raw: level.raw,
            baselines: vec![],
            at_the_end: vec![],
        };
        let learned = own.targets(Part::Train);
        own.readings = own.channels.iter().map(|channel| Reading::of(&channel[..learned.end], level.window)).collect();
        if set.key == OWN {
            own.season = season(&own.channels[0][..learned.end]);
        }
        let deviation = root_mean_square(learned.map(|t| own.moved(t)));
        own.move_size = if deviation > 0.0 { deviation } else { 1.0 };
        let guesses = own.guesses();
        let score = |part: Part| -> Vec<Baseline> {
            let all = own.targets(part);
            let loss = |guess: &dyn Fn(usize) -> f64| {
                root_mean_square(all.clone().map(|t| (guess(t) - own.moved(t)) / own.move_size)).powi(2)
            };
            guesses.iter().map(|(guess, of)| Baseline { guess: *guess, loss: loss(of), right: 0.0 }).collect()
        };
        let (watched, kept) = (score(Part::Validation), score(Part::Test));
        drop(guesses);
        own.baselines = watched;
        own.at_the_end = kept;
        own
    }

    /// The target time steps of a part (from 0): those that are forecast.
    #[must_use]
    pub fn targets(&self, part: Part) -> Range<usize> {
        let (first, all) = (self.window + self.ahead - 1, self.labels.len());
        let learned = (all * 70 / 100).clamp(first + 1, all - 2);
        let watched = (all * 85 / 100).clamp(learned + 1, all - 1);
        match part {
            Part::Train => first..learned,
            Part::Validation => learned..watched,
            Part::Test => watched..all,
        }
    }

    /// The change of the first channel from the window's last value to the target time step.
    fn moved(&self, target: usize) -> f64 {
        self.channels[0][target] - self.channels[0][target - self.ahead]
    }

    /// The value that the network forecasts for a target time step, in the first channel's unit, given its output.
    #[must_use]
    pub fn forecast(&self, target: usize, answer: f32) -> f64 {
        self.channels[0][target - self.ahead] + self.move_size * f64::from(answer)
    }

    /// The trivial predictors of this series.
    fn guesses(&self) -> Vec<Move<'_>> {
        let (x, ahead) = (&self.channels[0], self.ahead);
        let mut all: Vec<Move> = vec![(Guess::LastValue, Box::new(|_| 0.0))];
        if self.season > 0 {
            // The latest value in the same season that the window's end already knows.
            let back = self.season * ahead.div_ceil(self.season);
            let from = self.targets(Part::Validation).start;
            if back <= from {
                all.push((Guess::SeasonalNaive, Box::new(move |t| x[t - back] - x[t - ahead])));
            }
        }
        let lags = if (1..=24).contains(&self.season) { self.season + 1 } else { MOST_LAGS - 1 }.min(self.window);
        let features = move |t: usize| -> DVector<f64> {
            let last = t - ahead;
            let of = |k: usize| match k {
                0 => 1.0,
                1 => self.readings[0].level(x[last]),
                k => (x[last + 1 - k] - x[last]) / self.move_size,
            };
            // With a trend the level carries no information about the change.
            DVector::from_iterator(
                lags + 1,
                (0..=lags).map(|k| if k == 1 && self.readings[0].trend { 0.0 } else { of(k) }),
            )
        };
        let learned = self.targets(Part::Train);
        let mut products = DMatrix::<f64>::identity(lags + 1, lags + 1) * 1e-9;
        let mut sums = DVector::<f64>::zeros(lags + 1);
        for t in learned {
            let row = features(t);
            products.ger(1.0, &row, &row, 1.0);
            sums.axpy(self.moved(t), &row, 1.0);
        }
        if let Some(factor) = products.cholesky() {
            let line = factor.solve(&sums);
            all.push((Guess::Linear(lags), Box::new(move |t| features(t).dot(&line))));
        }
        all
    }

    /// The labels of the window that is read before a target time step.
    #[must_use]
    pub fn read_before(&self, target: usize) -> Vec<String> {
        let first = target + 1 - self.ahead - self.window;
        self.labels[first..first + self.window].to_vec()
    }

    /// Passes the window that begins with time step `first` to `set`: time step in the window, channel, input. `value` gives the
    /// value of a channel at a time step.
    fn window_of(&self, first: usize, value: impl Fn(usize, usize) -> f64, mut set: impl FnMut(usize, usize, f32)) {
        for (c, reading) in self.readings.iter().enumerate() {
            for t in 0..self.window {
                let x = value(c, first + t);
                let input = if self.raw {
                    x
                } else if reading.trend {
                    (x - value(c, first)) / reading.deviation
                } else {
                    reading.level(x)
                };
                set(t, c, input as f32);
            }
        }
    }

    /// A batch with a sequence for each target time step.
    #[must_use]
    pub fn batch(&self, targets: &[usize]) -> Batch {
        let mut input = Input::new(self.window, targets.len(), self.channels.len());
        for (sequence, target) in targets.iter().enumerate() {
            let first = target + 1 - self.ahead - self.window;
            self.window_of(first, |c, t| self.channels[c][t], |t, c, x| input.set(t, sequence, c, x));
        }
        let moves = targets.iter().map(|t| (self.moved(*t) / self.move_size) as f32).collect();
        input.asked_at_the_end(Target::Value(moves))
    }
}

impl Reading {
    /// The standardisation of a channel, given its values in the training set and the window's length.
    fn of(learned: &[f64], window: usize) -> Self {
        let n = learned.len().max(1) as f64;
        let mean = learned.iter().sum::<f64>() / n;
        let trend = trend(learned).abs() > TREND;
        let spread = |step: usize| root_mean_square(learned.windows(step + 1).map(|w| w[step] - w[0]));
        let deviation = if trend {
            spread((window / 2).clamp(1, learned.len().saturating_sub(1).max(1)))
        } else {
            root_mean_square(learned.iter().map(|x| x - mean))
        };
        Self { mean, deviation: if deviation > mean.abs() * 1e-12 { deviation } else { 1.0 }, trend }
    }

    fn level(&self, value: f64) -> f64 {
        (value - self.mean) / self.deviation
    }
}

/// A batch: random targets in the training set, or evenly spaced ones in the other parts.
fn draw(draws: &mut Draw, level: &Level, sequences: usize, part: Part) -> Batch {
    let series = prepared(level);
    let all = series.targets(part);
    let target =
        |k: usize| all.start + if part == Part::Train { draws.below(all.len()) } else { k * all.len() / sequences };
    let targets: Vec<usize> = (0..sequences).map(target).collect();
    series.batch(&targets)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::{Sets, shipped};

    fn own(values: impl Iterator<Item = f64>) -> Level {
        let rows: Vec<String> = values.enumerate().map(|(t, value)| format!("{t},{value:.9}")).collect();
        let mut sets = Sets::default();
        sets.bring("own-series-1", &format!("t,x\n{}", rows.join("\n")));
        Level { own: "own-series-1".to_owned(), ..Level::of(Task::named(OWN), &sets) }
    }

    #[test]
    fn a_unit_stands_in_brackets_at_the_end_of_a_name() {
        let units = [
            ("Wert (kWh)", "kWh"),
            ("T [°C]", "°C"),
            ("T[°C]", "°C"),
            ("wind (max) [m/s]", "m/s"),
            ("sales (in thousands)", "thousands"),
            ("share (%)", "%"),
        ];
        for (name, unit) in units {
            assert_eq!(unit_in(name), unit, "{name}");
        }
        for name in
            ["", "x", "CO(GT)", "sales (2019)", "(kWh) used", "sales ()", "sales (of all shops together)", "a) b"]
        {
            assert_eq!(unit_in(name), "", "{name}");
        }
    }

    #[test]
    fn a_persons_series_has_the_name_and_unit_of_its_head() {
        let with_head = |head: &str| {
            let rows: Vec<String> = (0..60).map(|t| format!("{t},{}", t % 7)).collect();
            let mut sets = Sets::default();
            sets.bring("own-series-1", &format!("{head}\n{}", rows.join("\n")));
            let level = Level { own: "own-series-1".to_owned(), ..Level::of(Task::named(OWN), &sets) };
            let series = prepared(&level);
            (series.name.clone(), series.unit.clone())
        };
        assert_eq!(with_head("time,Wert (kWh)"), ("Wert (kWh)".to_owned(), "kWh".to_owned()));
        assert_eq!(with_head("time,x"), ("x".to_owned(), String::new()));
        let co2 = prepared(&Level::of(Task::named("co2"), &shipped()));
        assert_eq!((co2.name.as_str(), co2.unit.as_str()), ("", "ppm"));
    }

    /// Lesson 9 says so of the alarm that it shows.
    #[test]
    fn co2_never_rose_farther_in_twelve_months_than_up_to_september_1998() {
        let series = prepared(&Level::of(Task::named("co2"), &shipped()));
        let values = &series.channels[0];
        let rise = |t: &usize| values[*t] - values[*t - 12];
        let most = (12..values.len()).max_by(|a, b| rise(a).total_cmp(&rise(b))).unwrap();
        assert_eq!(series.labels[most], "1998-09");
    }

    #[test]
    fn the_parts_follow_each_other_in_time_and_none_is_empty() {
        let sets = shipped();
        for task in &TASKS {
            for knob in [task.knob.0, task.knob.1] {
                for window in [task.window.0, task.window.1] {
                    let series = prepared(&Level { knob, window, ..Level::of(task, &sets) });
                    let parts = [Part::Train, Part::Validation, Part::Test].map(|part| series.targets(part));
                    assert!(parts.iter().all(|part| !part.is_empty()), "{} {knob} {window}: {parts:?}", task.key);
                    assert!(parts[0].start + 1 >= window + knob && parts[2].end == series.labels.len());
                    assert!(parts[0].end == parts[1].start && parts[1].end == parts[2].start);
                }
            }
        }
    }

    #[test]
    fn a_wave_is_foretold_by_a_line_and_by_its_season() {
        let wave = own((0..300).map(|t| (f64::from(t) * std::f64::consts::TAU / 12.0).sin()));
        let series = prepared(&wave);
        assert_eq!(series.season, 12);
        let loss = |guess: fn(&Guess) -> bool| {
            series.baselines.iter().find(|own| guess(&own.guess)).map_or(f64::NAN, |own| own.loss)
        };
        assert!((loss(|guess| *guess == Guess::LastValue) - 1.0).abs() < 0.1);
        assert!(loss(|guess| *guess == Guess::SeasonalNaive) < 1e-9);
        assert!(loss(|guess| matches!(guess, Guess::Linear(_))) < 1e-9);
    }

    #[test]
    fn nothing_beats_the_last_value_of_a_random_walk() {
        let series = prepared(&Level::of(Task::named("market"), &Sets::default()));
        let loss: Vec<f64> = series.baselines.iter().map(|own| own.loss).collect();
        assert!(loss.iter().all(|own| *own >= loss[0]), "{loss:?}");
    }

    #[test]
    fn an_answer_stands_for_a_move_in_units() {
        let series = prepared(&Level { knob: 3, ..Level::of(Task::named("sst"), &shipped()) });
        let target = series.targets(Part::Test).start;
        let batch = series.batch(&[target]);
        let Target::Value(moves) = &batch.target else { panic!("a number") };
        assert!((series.forecast(target, moves[0]) - series.channels[0][target]).abs() < 1e-5);
        assert!((series.forecast(target, 0.0) - series.channels[0][target - 3]).abs() < 1e-12);
        // The window ends three steps before what is forecast.
        let last = f64::from(batch.x[batch.steps - 1]);
        assert!((series.readings[0].level(series.channels[0][target - 3]) - last).abs() < 1e-5);
    }

    #[test]
    fn as_it_is_the_window_holds_the_series_and_the_answer_stays_a_move() {
        let level = Level::of(Task::named("co2"), &shipped());
        let target = prepared(&level).targets(Part::Test).start;
        let read = prepared(&level).batch(&[target]);
        let raw = prepared(&Level { raw: true, ..level });
        let batch = raw.batch(&[target]);
        let first = target + 1 - raw.ahead - raw.window;
        for t in 0..raw.window {
            assert_eq!(batch.x[t], raw.channels[0][first + t] as f32);
        }
        let moves = |batch: &Batch| match &batch.target {
            Target::Value(moves) => moves.clone(),
            _ => panic!("a number"),
        };
        assert_eq!(moves(&batch), moves(&read));
    }

    #[test]
    fn each_series_is_read_whole() {
        let sizes =
            [("co2", 526), ("sunspots", 309), ("sst", 732), ("weather", 1461), ("hourly", 8759), ("employment", 120)];
        let sets = shipped();
        for (key, rows) in sizes {
            let series = prepared(&Level::of(Task::named(key), &sets));
            assert_eq!(series.labels.len(), rows, "{key}");
            println!(
                "{key}: {:?} {:?} {} {:?}",
                series.baselines, series.at_the_end, series.move_size, series.readings
            );
        }
    }
}
