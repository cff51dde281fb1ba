//! Sweeps: many training runs, the outcome of each, and the medians over seeds.

pub mod ablations;
pub mod scans;

use std::fmt::Write;
use std::hint::black_box;

use nalgebra::DMatrix;
use serde::{Deserialize, Serialize};

use crate::counter::{self, right_on};
use crate::follow::{correlations, followers};
use crate::states::Reading;
use crate::task::series::{FAR, JUDGED, prepared, root_mean_square};
use crate::task::{Draw, Part, Sets, Task};
use crate::trained::head;
use crate::training::{Session, Setup};
use engine::attention::Attention;
use engine::chance::Chance;
use engine::linear;
use engine::spectrum::norm2;
use engine::trace::{CellKind, Parameters, Quantity, Series, norm};
use engine::train::Target;
use engine::{Readout, Start, parameters, readout_weights, run, step_by_step};
use model::keys::Key;
use model::settings::{Settings, State};

/// Runs of each job, with seeds from 1.
pub const SEEDS: usize = 3;

/// One row of a sweep: a network that is trained once for each of [`SEEDS`] seeds.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Its label in the sweep's table.
    pub label: String,
    /// The cell.
    pub cell: CellKind,
    /// The settings as they stand in the address, without the seed.
    pub fragment: String,
    /// What is measured beside the loss, or instead of training.
    pub extra: Extra,
}

/// What a run measures beside the loss, or instead of training.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extra {
    /// Nothing; the run ends when the task is solved.
    None,
    /// The share of right answers on the test set; the run ends when the task is solved.
    Unseen,
    /// The same; the run makes all its steps, even if the task is solved before.
    ToTheEnd,
    /// The same, but the weights of the last step are tested, not those of the lowest validation loss.
    Last,
    /// The forecasts of the test set that are more than [`FAR`] typical errors off, by the weights of the last step. The run
    /// makes all its steps.
    Alarms,
    /// The units whose last state follows the right class, by the weights of the last step. The run makes all its steps.
    Followers,
    /// How well the two principal axes of the states tell what they should hold, by the weights of the last step: see
    /// [`states::Told`](crate::states::Told). The run makes all its steps.
    Axes,
    /// Of brackets the share of right answers in texts twice as deep as those that are learned from, by the weights of the last step.
    /// The run makes all its steps.
    Deeper,
    /// The duration of a training step in ms, by the clock of the program that makes the run. The run makes all its
    /// steps.
    Time,
    /// Instead of training: the time in which a head of attention, as wide as the network's hidden state, reads one
    /// token with this many tokens of context.
    Attention(usize),
    /// Instead of training: the time in which the untrained network reads one token.
    Token,
    /// Instead of training: the time that one step takes of a linear recurrence with this many steps, step by step.
    InTurn(usize),
    /// The same by a parallel scan, on one thread.
    Scan(usize),
    /// Instead of training: ‖λ_1‖ / ‖λ_50‖, the gradient that is left 49 steps back in a tanh RNN whose W_hh has this
    /// largest singular value.
    Bound(f64),
    /// After training: ‖∂y/∂x_2‖ over the mean of ‖∂y/∂x_t‖ over all time steps, where y is the output of the right
    /// class at the end; the median over 20 validation sequences.
    Connectivity,
}

/// The outcome of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Training steps made when the task was solved; 0 if it was not.
    pub solved: f64,
    /// Training steps made, or tokens read.
    pub steps: f64,
    /// The mean training loss over the last 100 steps; nats where answers are classes, else the mean squared error.
    pub loss: f64,
    /// The training accuracy over the last 100 steps, from 0 to 1.
    pub right: f64,
    /// The loss on the test set; 0 without training.
    pub tested: f64,
    /// The share of steps whose gradients were clipped, from 0 to 1.
    pub clipped: f64,
    /// 1 if the run diverged, else 0.
    pub diverged: f64,
    /// The measurement that the job's [`Extra`] names, in its unit; 0 if it names none.
    pub extra: f64,
}

impl Outcome {
    /// The outcome as a line: the fields in order, with six significant digits, separated by spaces.
    #[must_use]
    pub fn written(&self) -> String {
        let Self { solved, steps, loss, right, tested, clipped, diverged, extra } = self;
        let mut line = String::new();
        for number in [solved, steps, loss, right, tested, clipped, diverged, extra] {
            // Writing to a String cannot fail.
            let _ = write!(line, "{number:.5e} ");
        }
        line.trim_end().to_owned()
    }

    /// Reads a line that [`written`](Self::written) made; `None` if it is not eight numbers.
    #[must_use]
    pub fn read(line: &str) -> Option<Self> {
        let numbers: Vec<f64> = line.split(' ').map(|word| word.parse().ok()).collect::<Option<_>>()?;
        let [solved, steps, loss, right, tested, clipped, diverged, extra] = numbers[..] else { return None };
        Some(Self { solved, steps, loss, right, tested, clipped, diverged, extra })
    }
}

/// The outcome of a job: medians over its seeds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Row {
    /// Runs, one for each seed.
    pub runs: usize,
    /// Runs that solved the task.
    pub solved: usize,
    /// The median of the steps it took the runs that solved the task; 0 if none did.
    pub steps: f64,
    /// The medians of all other fields over all runs, except `diverged`, which counts the runs that diverged.
    pub all: Outcome,
}

/// The rows of a sweep. `outcomes` holds [`SEEDS`] consecutive runs for each job; a row is `None` while one of its runs
/// is missing.
#[must_use]
pub fn rows(outcomes: &[Option<Outcome>]) -> Vec<Option<Row>> {
    let row = |runs: &[Option<Outcome>]| -> Option<Row> {
        let runs: Vec<Outcome> = runs.iter().copied().collect::<Option<_>>()?;
        let median = |of: &dyn Fn(&Outcome) -> f64, some: &[Outcome]| {
            let mut all: Vec<f64> = some.iter().map(of).collect();
            all.sort_by(f64::total_cmp);
            all.get(all.len() / 2).copied().unwrap_or_default()
        };
        let solved: Vec<Outcome> = runs.iter().copied().filter(|run| run.solved > 0.0).collect();
        let all = Outcome {
            solved: 0.0,
            steps: median(&|run| run.steps, &runs),
            loss: median(&|run| run.loss, &runs),
            right: median(&|run| run.right, &runs),
            tested: median(&|run| run.tested, &runs),
            clipped: median(&|run| run.clipped, &runs),
            diverged: runs.iter().map(|run| run.diverged).sum(),
            extra: median(&|run| run.extra, &runs),
        };
        Some(Row { runs: runs.len(), solved: solved.len(), steps: median(&|run| run.solved, &solved), all })
    };
    outcomes.chunks(SEEDS).map(row).collect()
}

/// The settings of a job's run. `seed` counts from 0: it follows the seed that the job names, or else 1.
#[must_use]
pub fn of_settings(job: &Job, seed: usize) -> Settings {
    let mut settings = State::from_fragment(&job.fragment).0.settings;
    let first = settings.real(Key::TrainSeed).unwrap_or(1.0) as usize;
    settings.choose(Key::TrainSeed, &(first + seed).to_string());
    settings
}

/// A run of a sweep in progress.
pub struct Runner {
    job: Job,
    session: Session,
    clipped: usize,
    /// The network that reads tokens to be timed, if the job asks for that, and the tokens read so far.
    reader: Option<Reader>,
    tokens: usize,
}

/// A network that reads a token at a time.
enum Reader {
    Attention(Attention),
    Network(Vec<Parameters>),
    /// A linear recurrence that is computed as a whole: a_t and b_t, and whether by the scan.
    Linear {
        a: Series,
        b: Series,
        by_scan: bool,
    },
}

/// The most losses that are told of a run.
const MOST_LOSSES: usize = 80;

/// Tokens that a timed run reads in all, and in each step. A step is long enough for a browser's clock, whose
/// resolution is 0.1 ms.
const TOKENS: (usize, usize) = (4000, 200);

/// The same of a linear recurrence, whose steps take far less. It reads its whole sequence as often as this needs.
const LINEAR: (usize, usize) = (10 * 65_536, 65_536);

impl Reader {
    /// Tokens that it reads in all, and in each step.
    fn tokens(&self) -> (usize, usize) {
        if matches!(self, Self::Linear { .. }) { LINEAR } else { TOKENS }
    }
}

/// A linear recurrence whose gates keep from 60 % to 90 %.
fn linear_reader(steps: usize, units: usize, seed: u64, by_scan: bool) -> Reader {
    let mut chance = Chance::new(seed);
    let mut series = |low: f64, high: f64| {
        Series::new(units, (0..steps * units).map(|_| low + (high - low) * chance.unit()).collect())
    };
    Reader::Linear { a: series(0.6, 0.9), b: series(-1.0, 1.0), by_scan }
}

impl Runner {
    /// Prepares a job's run. `seed` counts from 0; `sets` holds the data loaded so far.
    #[must_use]
    pub fn new(job: Job, seed: usize, sets: &Sets) -> Self {
        let (setup, _) = Setup::new(&of_settings(&job, seed), sets);
        let session = Session::new(setup, job.cell);
        let units = session.setup.units;
        let reader = match job.extra {
            Extra::Attention(context) => Some(Reader::Attention(Attention::with_context(units, context))),
            Extra::Token => {
                let start = Start { seed: session.setup.seed, hidden: units, gain: 1.0, bias: 0.0 };
                Some(Reader::Network(vec![parameters(job.cell, units, start)]))
            }
            Extra::InTurn(steps) => Some(linear_reader(steps, units, session.setup.seed, false)),
            Extra::Scan(steps) => Some(linear_reader(steps, units, session.setup.seed, true)),
            _ => None,
        };
        Self { job, session, clipped: 0, reader, tokens: 0 }
    }

    /// The name of a data file that the run needs and that is not loaded yet, if any.
    #[must_use]
    pub fn missing(&self) -> Option<String> {
        self.session.setup.level.missing().map(String::from)
    }

    /// Makes one step. Returns false if the run has ended: all its steps are made, or the task is solved and its
    /// [`Extra`] does not ask for all steps.
    pub fn advance(&mut self) -> bool {
        if matches!(self.job.extra, Extra::Bound(_)) {
            return false;
        }
        if let Some(reader) = &mut self.reader {
            let (all, each) = reader.tokens();
            let x = vec![0.1; self.session.setup.units];
            match reader {
                Reader::Attention(head) => (0..TOKENS.1).for_each(|_| {
                    head.step(&x);
                    head.forget_last();
                }),
                Reader::Network(layers) => step_by_step(layers, &x, TOKENS.1, |_| Some(x.clone())),
                Reader::Linear { a, b, by_scan } => {
                    let compute = if *by_scan { linear::scan } else { linear::step_by_step };
                    for _ in 0..each / a.steps() {
                        // Every time anew, though it is the same: that is what is timed.
                        black_box(compute(black_box(a), black_box(b)));
                    }
                }
            }
            self.tokens += each;
            return self.tokens < all;
        }
        let on = self.session.advance();
        self.clipped += usize::from(self.session.record.last.clipped < self.session.record.last.norm);
        let goes_on = matches!(
            self.job.extra,
            Extra::ToTheEnd
                | Extra::Last
                | Extra::Alarms
                | Extra::Followers
                | Extra::Axes
                | Extra::Deeper
                | Extra::Time
        );
        on && (self.session.record.solved.is_none() || goes_on)
    }

    /// Tokens read in one step, if this run times tokens. The caller keeps the shortest time: other work of the machine
    /// only lengthens it.
    #[must_use]
    pub fn tokens_at_a_time(&self) -> Option<usize> {
        self.reader.as_ref().map(|reader| reader.tokens().1)
    }

    /// Whether the caller is to time the steps.
    #[must_use]
    pub fn is_timed(&self) -> bool {
        matches!(self.job.extra, Extra::Time | Extra::Attention(_) | Extra::Token | Extra::InTurn(_) | Extra::Scan(_))
    }

    /// Progress, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        if let Some(reader) = &self.reader {
            return self.tokens as f64 / reader.tokens().0 as f64;
        }
        self.session.record.step as f64 / self.session.setup.steps as f64
    }

    /// The loss over the steps of training so far: steps made, loss. Empty where the run does not train.
    #[must_use]
    pub fn losses(&self) -> Vec<(f64, f64)> {
        if self.reader.is_some() {
            return vec![];
        }
        let all: Vec<(f64, f64)> = self.session.record.loss.points().map(|(step, point)| (step, point.mean)).collect();
        // Neighbours together, so that a curve of them is no longer than it is wide.
        let mean = |some: &[(f64, f64)]| {
            let n = some.len() as f64;
            (some.iter().map(|own| own.0).sum::<f64>() / n, some.iter().map(|own| own.1).sum::<f64>() / n)
        };
        all.chunks(all.len().div_ceil(MOST_LOSSES).max(1)).map(mean).collect()
    }

    /// The outcome so far. Evaluates the test set, unless the run does not train.
    pub fn outcome(&mut self) -> Outcome {
        if self.reader.is_some() {
            return Outcome { steps: self.tokens as f64, ..Outcome::default() };
        }
        let record = &self.session.record;
        let (steps, solved) = (record.step as f64, record.solved.unwrap_or_default() as f64);
        let diverged = f64::from(u8::from(matches!(record.status, crate::training::Status::Diverged(_))));
        let (loss, right) = self.session.recent();
        let (tested, unseen) = match self.job.extra {
            Extra::Bound(_) => (0.0, 0.0),
            Extra::Last | Extra::Alarms | Extra::Followers | Extra::Axes | Extra::Deeper => self.session.test_last(),
            _ => self.session.test(),
        };
        let extra = match self.job.extra {
            Extra::Bound(largest) => left_under(largest, self.session.setup.seed),
            Extra::Connectivity => connectivity(&mut self.session),
            Extra::Alarms => alarms(&mut self.session),
            Extra::Followers => followers_of(&self.session),
            Extra::Axes => told_by_axes(&self.session),
            Extra::Deeper => deeper(&self.session),
            Extra::Unseen | Extra::ToTheEnd | Extra::Last => unseen,
            _ => 0.0,
        };
        let clipped = self.clipped as f64 / steps.max(1.0);
        Outcome { solved, steps, loss, right, tested, clipped, diverged, extra }
    }
}

/// ‖λ_1‖ / ‖λ_50‖ of a tanh RNN with H = 32 on random inputs; W_hh is scaled so that `largest` is its largest singular
/// value.
fn left_under(largest: f64, seed: u64) -> f64 {
    let (hidden, inputs, steps) = (32, 4, 50);
    let mut weights = parameters(CellKind::Rnn, inputs, Start { seed, hidden, gain: 1.0, bias: 0.0 });
    weights.weight_hh *= largest / norm2(&weights.weight_hh);
    let mut draws = Draw::new(seed, Part::Test);
    let x = (0..steps * inputs).map(|_| 0.2 * (draws.unit() - 0.5)).collect();
    let readout = Readout { weights: readout_weights(seed, hidden), read: steps - 1, targets: None };
    run(weights, Series::new(inputs, x), readout).reach()[0]
}

/// How many units of the lowest layer follow the right class, with the weights of the last step.
fn followers_of(session: &Session) -> f64 {
    let setup = &session.setup;
    let found = session.weights().layers.first().map(|layer| correlations(layer, &setup.level, setup.seed));
    followers(&found.unwrap_or_default()) as f64
}

/// How well the two principal axes of the lowest layer's states tell what they should hold, with the weights of the last step; 0 where
/// it is not known what they should.
fn told_by_axes(session: &Session) -> f64 {
    let setup = &session.setup;
    let layer = session.weights().layers.into_iter().next();
    let Some(mut reading) = layer.and_then(|layer| Reading::new(&layer, &setup.level, setup.seed)) else { return 0.0 };
    while reading.advance() {}
    reading.spread().map_or(0.0, |spread| spread.told.by_axes)
}

/// The share of right answers in texts of brackets twice as deep as those of the setup, with the weights of the last step; 0 of another
/// task.
fn deeper(session: &Session) -> f64 {
    let (setup, weights) = (&session.setup, session.weights());
    let Some(layer) = weights.layers.first().filter(|_| setup.task() == Task::named("brackets")) else { return 0.0 };
    let (right, all) = right_on(layer, &head(&weights), &counter::tests(setup.seed, 2 * setup.level.knob));
    right as f64 / all as f64
}

/// How many forecasts of the test set are more than [`FAR`] typical errors off; typical is the root mean square of the
/// last [`JUDGED`] errors of the validation set.
fn alarms(session: &mut Session) -> f64 {
    let series = prepared(&session.setup.level);
    let mut errors = |part: Part, most: usize| -> Vec<f64> {
        let targets: Vec<usize> = series.targets(part).collect();
        let targets = &targets[targets.len().saturating_sub(most)..];
        let answers = session.answers(&series.batch(targets), None);
        let error = |(target, answer): (&usize, f32)| series.channels[0][*target] - series.forecast(*target, answer);
        targets.iter().zip(answers).map(error).collect()
    };
    let typical = root_mean_square(errors(Part::Validation, JUDGED).into_iter());
    errors(Part::Test, usize::MAX).iter().filter(|error| error.abs() > FAR * typical).count() as f64
}

/// The median over 20 validation sequences of ‖∂y/∂x_2‖ over the mean of ‖∂y/∂x_t‖ over all time steps; y is the output
/// of the right class.
fn connectivity(session: &mut Session) -> f64 {
    let (level, weights) = (session.setup.level.clone(), session.weights());
    let task = level.task();
    let batch = (task.draw)(&mut Draw::new(session.setup.seed, Part::Validation), &level, 20, Part::Validation);
    let Target::Class(right) = &batch.target else { return 0.0 };
    let inputs = (task.inputs)(&level);
    let ratio = |sequence: usize| {
        let x: Vec<f64> = (0..batch.steps)
            .flat_map(|t| &batch.x[(t * batch.sequences + sequence) * inputs..][..inputs])
            .map(|x| f64::from(*x))
            .collect();
        let head: &DMatrix<f64> = &weights.head;
        let row: Vec<f64> = head.row(right[sequence] as usize).iter().copied().collect();
        let readout = Readout { weights: row, read: batch.steps - 1, targets: None };
        let trace = run(weights.layers[0].clone(), Series::new(inputs, x), readout);
        let norms: Vec<f64> = (0..batch.steps).map(|t| norm(trace.top().gradient(Quantity::X, t))).collect();
        norms[1] / (norms.iter().sum::<f64>() / norms.len() as f64)
    };
    let mut ratios: Vec<f64> = (0..batch.sequences).map(ratio).collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

/// The outcomes that ship with the page.
#[derive(Clone, Debug, Default)]
pub struct Recorded(Vec<(String, usize, f64, Outcome)>);

impl Recorded {
    /// Reads what `cargo xtask bench --results` writes: a line for each run, with the sweep's key, the run's number
    /// (from 0), its duration in seconds, and its outcome. Other lines are skipped.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let run = |line: &str| {
            let mut words = line.splitn(4, ' ');
            let (key, number, seconds) = (words.next()?, words.next()?.parse().ok()?, words.next()?.parse().ok()?);
            Some((key.to_owned(), number, seconds, Outcome::read(words.next()?)?))
        };
        Self(text.lines().filter_map(run).collect())
    }

    /// The outcomes of a sweep with `runs` runs, in their order; `None` where none is recorded.
    #[must_use]
    pub fn outcomes(&self, key: &str, runs: usize) -> Vec<Option<Outcome>> {
        let mut all = vec![None; runs];
        for (_, number, _, outcome) in self.0.iter().filter(|(own, ..)| own == key) {
            if let Some(place) = all.get_mut(*number) {
                *place = Some(*outcome);
            }
        }
        all
    }

    /// The total duration of a sweep's runs, in seconds; 0 if none is recorded.
    #[must_use]
    pub fn seconds(&self, key: &str) -> f64 {
        self.0.iter().filter(|(own, ..)| own == key).map(|(_, _, seconds, _)| seconds).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_is_read_as_it_was_written() {
        let outcome = Outcome { solved: 784.0, steps: 784.0, loss: 0.0098, right: 0.25, ..Outcome::default() };
        assert_eq!(Outcome::read(&outcome.written()), Some(outcome));
        assert_eq!(Outcome::read("1 2 3"), None);
    }

    #[test]
    fn the_bound_holds() {
        for largest in [0.5, 0.9, 0.99] {
            for seed in 1..4 {
                assert!(left_under(largest, seed) <= largest.powi(49) * (1.0 + 1e-9));
            }
        }
    }

    #[test]
    fn what_is_right_on_the_test_set_is_told_where_it_is_asked_for() {
        let outcome = |extra: Extra| {
            let fragment = "task=parity&t_knob=4&t_units=4&t_steps=30".to_owned();
            let job = Job { label: String::new(), cell: CellKind::Rnn, fragment, extra };
            let mut runner = Runner::new(job, 0, &Sets::default());
            while runner.advance() {}
            runner.outcome()
        };
        let [none, unseen, last] = [Extra::None, Extra::Unseen, Extra::Last].map(outcome);
        assert_eq!((none.extra, none.tested), (0.0, unseen.tested));
        assert!(unseen.extra > 0.3 && unseen.extra < 1.0, "{unseen:?}");
        // Where sequences are generated without end, the last weights are those that are tested.
        assert_eq!(unseen, last);
    }

    #[test]
    fn seeds_follow_the_one_that_is_named() {
        let seed = |fragment: &str, number: usize| {
            let job =
                Job { label: String::new(), cell: CellKind::Rnn, fragment: fragment.to_owned(), extra: Extra::None };
            Setup::new(&of_settings(&job, number), &Sets::default()).0.seed
        };
        assert_eq!([0, 2].map(|number| seed("task=adding", number)), [1, 3]);
        assert_eq!([0, 2].map(|number| seed("task=adding&t_seed=4", number)), [4, 6]);
    }

    #[test]
    fn medians_are_of_the_seeds_and_steps_of_those_that_solved() {
        let run = |solved: f64, loss: f64| Some(Outcome { solved, loss, ..Outcome::default() });
        let all = rows(&[run(0.0, 3.0), run(50.0, 1.0), run(70.0, 2.0), run(1.0, 1.0), None, None]);
        let row = all[0].unwrap_or_default();
        assert_eq!((row.solved, row.steps, row.all.loss), (2, 70.0, 2.0));
        assert_eq!(all[1], None);
    }
}
