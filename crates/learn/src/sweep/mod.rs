//! Sweeps: their runs, the outcome of one run, and the medians over seeds.

pub mod ablations;

use std::fmt::Write;

use nalgebra::DMatrix;
use serde::{Deserialize, Serialize};

use crate::task::{Draw, Part, Sets};
use crate::training::{Session, Setup};
use engine::attention::Attention;
use engine::spectrum::norm2;
use engine::trace::{CellKind, Parameters, Quantity, Series, norm};
use engine::train::Target;
use engine::{Readout, Start, parameters, readout_weights, run, step_by_step};
use model::settings::{Settings, State};

/// Seeds of each job.
pub const SEEDS: usize = 3;

/// Training that is done once for each seed.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// What it is called in its table.
    pub label: String,
    /// The cell.
    pub cell: CellKind,
    /// The settings, as in the address.
    pub fragment: String,
    /// What is measured besides.
    pub extra: Extra,
}

/// What a run measures besides its loss.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extra {
    /// Nothing.
    None,
    /// Nothing; but all steps are made, even where the task is solved before.
    ToTheEnd,
    /// How long a step takes, in milliseconds, by the clock of whoever makes the run; all steps are made.
    Time,
    /// Not training: how long a token takes that a head of attention reads, as wide as the network has hidden units, with so
    /// many tokens of context.
    Attention(usize),
    /// Not training: how long a token takes that the untrained network reads.
    Token,
    /// Without training: what is left of the gradient 49 steps back in a tanh RNN whose W_hh has this largest singular value.
    Bound(f64),
    /// After training: the norm of the right answer's gradient with respect to the second word, over the mean of all words'.
    Connectivity,
}

/// What a run came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// After how many steps it was solved; 0 if it was not.
    pub solved: f64,
    /// Steps made.
    pub steps: f64,
    /// The mean loss of the last hundred.
    pub loss: f64,
    /// The share of right answers in them.
    pub right: f64,
    /// The loss on what is kept for the end.
    pub tested: f64,
    /// The share of steps whose gradient was clipped.
    pub clipped: f64,
    /// 1 if it diverged.
    pub diverged: f64,
    /// What was measured besides.
    pub extra: f64,
}

impl Outcome {
    /// As a line of numbers.
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

    /// From such a line; none if it has another form.
    #[must_use]
    pub fn read(line: &str) -> Option<Self> {
        let numbers: Vec<f64> = line.split(' ').map(|word| word.parse().ok()).collect::<Option<_>>()?;
        let [solved, steps, loss, right, tested, clipped, diverged, extra] = numbers[..] else { return None };
        Some(Self { solved, steps, loss, right, tested, clipped, diverged, extra })
    }
}

/// What the seeds of a job came to together: medians.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Row {
    /// Runs.
    pub runs: usize,
    /// How many of them solved the task.
    pub solved: usize,
    /// After how many steps, of those that did; 0 if none did.
    pub steps: f64,
    /// The medians of the rest.
    pub all: Outcome,
}

/// The rows of a sweep from the outcomes of its runs, seed by seed; none where a run is missing.
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

/// The settings of a job's run with a seed (from 0).
#[must_use]
pub fn of_settings(job: &Job, seed: usize) -> Settings {
    State::from_fragment(&format!("{}&t_seed={}", job.fragment, seed + 1)).0.settings
}

/// A run of a sweep under way.
pub struct Runner {
    job: Job,
    session: Session,
    clipped: usize,
    /// What reads tokens, and how many it has read.
    reader: Option<Reader>,
    tokens: usize,
}

/// What reads a token at a time.
enum Reader {
    Attention(Attention),
    Network(Vec<Parameters>),
}

/// Tokens that are read to time them, and of these at a time: enough for a browser's clock, which tells tenths of a
/// millisecond.
const TOKENS: (usize, usize) = (4000, 200);

impl Runner {
    /// The run of a job with a seed (from 0), with the data that has been brought.
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
            _ => None,
        };
        Self { job, session, clipped: 0, reader, tokens: 0 }
    }

    /// The data that has not been brought, if there is some.
    #[must_use]
    pub fn missing(&self) -> Option<String> {
        self.session.setup.level.missing().map(str::to_owned)
    }

    /// One step; false if it has come to its end, which is where the task is solved, too.
    pub fn advance(&mut self) -> bool {
        if matches!(self.job.extra, Extra::Bound(_)) {
            return false;
        }
        if let Some(reader) = &mut self.reader {
            let x = vec![0.1; self.session.setup.units];
            match reader {
                Reader::Attention(head) => (0..TOKENS.1).for_each(|_| {
                    head.step(&x);
                    head.forget_last();
                }),
                Reader::Network(layers) => step_by_step(layers, &x, TOKENS.1, |_| Some(x.clone())),
            }
            self.tokens += TOKENS.1;
            return self.tokens < TOKENS.0;
        }
        let on = self.session.advance();
        self.clipped += usize::from(self.session.record.last.clipped < self.session.record.last.norm);
        on && (self.session.record.solved.is_none() || matches!(self.job.extra, Extra::ToTheEnd | Extra::Time))
    }

    /// How many tokens it reads at a time, if it reads some to time them. The quickest time counts: whatever else the
    /// machine does makes the others longer.
    #[must_use]
    pub fn tokens_at_a_time(&self) -> Option<usize> {
        self.reader.is_some().then_some(TOKENS.1)
    }

    /// Whether its time is wanted.
    #[must_use]
    pub fn is_timed(&self) -> bool {
        matches!(self.job.extra, Extra::Time | Extra::Attention(_) | Extra::Token)
    }

    /// How much of it is done, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.reader.is_some() {
            return self.tokens as f64 / TOKENS.0 as f64;
        }
        self.session.record.step as f64 / self.session.setup.steps as f64
    }

    /// What it has come to.
    pub fn outcome(&mut self) -> Outcome {
        if self.reader.is_some() {
            return Outcome { steps: self.tokens as f64, ..Outcome::default() };
        }
        let record = &self.session.record;
        let (steps, solved) = (record.step as f64, record.solved.unwrap_or_default() as f64);
        let diverged = f64::from(u8::from(matches!(record.status, crate::training::Status::Diverged(_))));
        let (loss, right) = self.session.recent();
        let extra = match self.job.extra {
            Extra::Bound(largest) => left_under(largest, self.session.setup.seed),
            Extra::Connectivity => connectivity(&mut self.session),
            _ => 0.0,
        };
        let tested = if matches!(self.job.extra, Extra::Bound(_)) { 0.0 } else { self.session.test().0 };
        let clipped = self.clipped as f64 / steps.max(1.0);
        Outcome { solved, steps, loss, right, tested, clipped, diverged, extra }
    }
}

/// ‖λ_1‖ / ‖λ_50‖ of a tanh RNN whose W_hh has this largest singular value, on random inputs.
fn left_under(largest: f64, seed: u64) -> f64 {
    let (hidden, inputs, steps) = (32, 4, 50);
    let mut weights = parameters(CellKind::Rnn, inputs, Start { seed, hidden, gain: 1.0, bias: 0.0 });
    weights.weight_hh *= largest / norm2(&weights.weight_hh);
    let mut draws = Draw::new(seed, Part::Test);
    let x = (0..steps * inputs).map(|_| 0.2 * (draws.unit() - 0.5)).collect();
    let readout = Readout { weights: readout_weights(seed, hidden), read: steps - 1, targets: None };
    run(weights, Series::new(inputs, x), readout).reach()[0]
}

/// Of twenty examples of validation: ‖∂(right answer)/∂x_2‖ over the mean of all steps', the median.
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

/// The runs that are shipped with the page: what each came to.
#[derive(Clone, Debug, Default)]
pub struct Recorded(Vec<(String, usize, f64, Outcome)>);

impl Recorded {
    /// From the file that `cargo xtask bench --results` writes: a line a run, with its sweep's key, its number, the
    /// seconds that it took, and its outcome.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let run = |line: &str| {
            let mut words = line.splitn(4, ' ');
            let (key, number, seconds) = (words.next()?, words.next()?.parse().ok()?, words.next()?.parse().ok()?);
            Some((key.to_owned(), number, seconds, Outcome::read(words.next()?)?))
        };
        Self(text.lines().filter_map(run).collect())
    }

    /// The outcomes of a sweep of so many runs.
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

    /// How long all its runs took one after the other, in seconds; 0 if none is recorded.
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
    fn medians_are_of_the_seeds_and_steps_of_those_that_solved() {
        let run = |solved: f64, loss: f64| Some(Outcome { solved, loss, ..Outcome::default() });
        let all = rows(&[run(0.0, 3.0), run(50.0, 1.0), run(70.0, 2.0), run(1.0, 1.0), None, None]);
        let row = all[0].unwrap_or_default();
        assert_eq!((row.solved, row.steps, row.all.loss), (2, 70.0, 2.0));
        assert_eq!(all[1], None);
    }
}
