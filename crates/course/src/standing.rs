//! How a sweep stands: what its runs came to, where that is from, and how far it is.

use learn::sweep::{Outcome, Row, rows};
use serde::{Deserialize, Serialize};
use words::results::{self, words};

/// Where numbers are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Source {
    /// Shipped with the page.
    Recorded,
    /// Measured in this browser before the sweep that is under way.
    Before,
    /// Measured in this browser.
    Here,
    /// Worked out from the equations, without training.
    Computed,
}

impl Source {
    /// Whether others are to take their place: they are shown in grey, with a word that says so.
    #[must_use]
    pub fn is_faint(self) -> bool {
        matches!(self, Self::Recorded | Self::Before)
    }

    /// In a word or two.
    #[must_use]
    pub fn said(self) -> &'static str {
        let words = words();
        match self {
            Self::Recorded => words.recorded_word,
            Self::Before => words.before_word,
            Self::Here => words.here_word,
            Self::Computed => words.computed_word,
        }
    }
}

/// How far a sweep is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Stage {
    /// None of its runs is there.
    #[default]
    Never,
    /// Its runs are shipped with the page.
    Recorded,
    /// It was measured in this browser on another visit.
    Kept,
    /// It has just been measured.
    Done {
        /// How long it took, in seconds.
        seconds: f64,
    },
    /// It is under way.
    Running {
        /// How much of it is done, from 0 to 1.
        share: f64,
        /// How many of its runs are.
        done: usize,
        /// How many it has.
        runs: usize,
        /// How long it will still take, in seconds, once that can be told.
        left: Option<f64>,
    },
    /// It could not be made, for this cause.
    Failed(String),
}

/// How a sweep stands, without its numbers. It is small: while the sweep runs it is sent several times a second.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// How far it is.
    pub stage: Stage,
    /// Another is under way, which has the machine for itself.
    pub waits: bool,
    /// How long it takes, in seconds; 0 if that is not known.
    pub expected: f64,
}

impl Standing {
    /// How much is done while it is under way, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        if let Stage::Running { share, .. } = self.stage { Some(share) } else { None }
    }

    /// How it stands, in words.
    #[must_use]
    pub fn said(&self) -> String {
        let words = words();
        match &self.stage {
            Stage::Running { done, runs, left: Some(left), .. } => results::under_way(*done, *runs, *left),
            Stage::Running { done, runs, left: None, .. } => results::under_way_first(*done, *runs),
            _ if self.waits => words.waits.to_owned(),
            Stage::Never => words.nothing.to_owned(),
            Stage::Recorded => words.recorded.to_owned(),
            Stage::Kept => words.kept.to_owned(),
            Stage::Done { seconds } => results::measured(*seconds),
            Stage::Failed(cause) => results::failed(cause),
        }
    }

    /// What the button says that begins it.
    #[must_use]
    pub fn offer(&self) -> String {
        if self.expected > 0.0 { results::run_time(self.expected) } else { words().run.to_owned() }
    }
}

/// The loss of a run over its steps of training: steps made, and the loss.
pub type Losses = Vec<(f64, f64)>;

/// A sweep: how it stands, and what its runs came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// How it stands.
    pub standing: Standing,
    /// Its runs, as they were made in this browser.
    pub outcomes: Vec<Option<Outcome>>,
    /// The losses of each of them, as far as it was made on this visit.
    pub losses: Vec<Losses>,
    /// What stands in the place of runs that have not been made, and where that is from.
    pub before: Option<(Source, Vec<Option<Outcome>>)>,
}

/// What a job came to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Made {
    /// Its medians.
    pub row: Row,
    /// Where they are from.
    pub source: Source,
}

impl Shown {
    /// What each of so many jobs came to; none where a run of it is missing.
    #[must_use]
    pub fn rows(&self, jobs: usize) -> Vec<Option<Made>> {
        let own = rows(&self.outcomes);
        let before = self.before.as_ref().map(|(source, outcomes)| (*source, rows(outcomes)));
        let made = |job: usize| {
            let own = own.get(job).copied().flatten().map(|row| Made { row, source: Source::Here });
            own.or_else(|| {
                let (source, rows) = before.as_ref()?;
                rows.get(job).copied().flatten().map(|row| Made { row, source: *source })
            })
        };
        (0..jobs).map(made).collect()
    }

    /// The runs of a job's seeds, where all are there, and where they are from.
    #[must_use]
    pub fn seeds(&self, job: usize, seeds: usize) -> Option<(Source, Vec<Outcome>)> {
        let whole = |outcomes: &[Option<Outcome>]| -> Option<Vec<Outcome>> {
            outcomes.get(job * seeds..(job + 1) * seeds)?.iter().copied().collect()
        };
        let before = || {
            let (source, outcomes) = self.before.as_ref()?;
            Some((*source, whole(outcomes)?))
        };
        whole(&self.outcomes).map(|own| (Source::Here, own)).or_else(before)
    }
}

/// The source of what is made of several: the one that is the least its own.
#[must_use]
pub fn together(sources: impl IntoIterator<Item = Source>) -> Source {
    let order = [Source::Recorded, Source::Before, Source::Here];
    let all: Vec<Source> = sources.into_iter().collect();
    order.into_iter().find(|source| all.contains(source)).unwrap_or(Source::Computed)
}

/// Sweeps that were measured before, as they were kept: a line each, with its name and its outcomes between tabs.
#[must_use]
pub fn kept_before(text: &str) -> Vec<(String, Vec<Option<Outcome>>)> {
    let sweep = |line: &str| {
        let (name, runs) = line.split_once('\t')?;
        let outcomes: Vec<Option<Outcome>> =
            runs.split('\t').map(|run| Outcome::read(run).map(Some)).collect::<Option<_>>()?;
        Some((name.to_owned(), outcomes))
    };
    text.lines().filter_map(sweep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use learn::sweep::SEEDS;

    fn outcome(steps: f64) -> Option<Outcome> {
        Some(Outcome { solved: steps, steps, ..Outcome::default() })
    }

    #[test]
    fn what_is_not_made_yet_stands_as_it_was_and_says_so() {
        let before = Some((Source::Recorded, vec![outcome(100.0); 2 * SEEDS]));
        let mut outcomes = vec![outcome(7.0); SEEDS];
        outcomes.extend([outcome(8.0), None, outcome(8.0)]);
        let shown = Shown { outcomes, before, ..Shown::default() };
        let told: Vec<_> =
            shown.rows(3).into_iter().map(|made| made.map(|made| (made.row.steps, made.source))).collect();
        assert_eq!(told, [Some((7.0, Source::Here)), Some((100.0, Source::Recorded)), None]);
        assert_eq!(shown.seeds(1, SEEDS).map(|(source, _)| source), Some(Source::Recorded));
        assert_eq!(shown.seeds(2, SEEDS), None);
        assert_eq!(together([Source::Here, Source::Recorded]), Source::Recorded);
        assert_eq!(together([]), Source::Computed);
    }

    #[test]
    fn how_it_stands_is_said() {
        let said = |stage: Stage, waits: bool| Standing { stage, waits, expected: 0.0 }.said();
        assert_eq!(
            said(Stage::Running { share: 0.2, done: 3, runs: 15, left: Some(40.0) }, false),
            "3 of 15\u{a0}runs done · about 40 s left"
        );
        assert_eq!(said(Stage::Running { share: 0.0, done: 0, runs: 1, left: None }, false), "0 of 1\u{a0}run done");
        assert_eq!(said(Stage::Done { seconds: 12.0 }, false), "Measured here, in 12 s.");
        assert_eq!(said(Stage::Done { seconds: 12.0 }, true), words().waits);
        assert!(said(Stage::Failed("poems.txt".to_owned()), false).contains("poems.txt"));
        assert_eq!(Standing { expected: 30.0, ..Standing::default() }.offer(), "Run it here (about 30 s)");
    }

    #[test]
    fn what_was_kept_is_read_and_what_cannot_be_is_left_out() {
        let text = "one\t1 2 3 4 5 6 7 8\ntwo\t1 2\nthree";
        let read = kept_before(text);
        assert_eq!(read.len(), 1);
        assert_eq!((read[0].0.as_str(), read[0].1.len()), ("one", 1));
    }
}
