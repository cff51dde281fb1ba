//! What a network in training answers to an example, in the task's own terms, and what opens it in the Lab.

use serde::{Deserialize, Serialize};

use engine::trace::CellKind;
use learn::task::{Level, SIDE, Shown};
use learn::training::Session;
use model::keys::MOST_UNITS;

use super::answers::{most_likely, shares};
use super::forecast::Forecast;
use super::writing::{Writing, has_words};
use super::{Answered, Batch, More, Target};

/// An example of validation, and what the network answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// The training steps that the network had made.
    pub moment: usize,
    /// The example and the answer.
    pub shown: Showing,
    /// What opens it in the Lab; `None` where the networks are too large for the Lab.
    pub lab: Option<Lab>,
}

/// An example and the answer, in the task's own terms. Names are those of the task's inputs and classes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Showing {
    /// The sum of the marked numbers of a list.
    Sum {
        /// The list.
        numbers: Vec<f64>,
        /// The places of the marked ones.
        marked: Vec<usize>,
        /// Their sum.
        truth: f64,
        /// The network's answer.
        answer: f64,
    },
    /// The last answers of many.
    Row {
        /// What is right.
        truth: Vec<String>,
        /// What the network answers.
        answer: Vec<Given>,
    },
    /// One of a few classes.
    Choice {
        /// What is read.
        read: Read,
        /// The classes.
        names: Vec<String>,
        /// The network's probability of each.
        shares: Vec<f64>,
        /// The class that is right.
        right: usize,
        /// The class that the network takes to be most likely.
        given: usize,
    },
    /// A class for each input.
    Tags(Vec<Tag>),
    /// Generated texts.
    Writing {
        /// The temperature of sampling.
        temperature: f64,
        /// What was read before, the same for every text.
        read: String,
        /// The texts, as they go on after it.
        texts: Vec<String>,
    },
    /// Digits for number words.
    Translation {
        /// The words.
        read: Vec<String>,
        /// The digits that are right.
        truth: Vec<String>,
        /// The decoder's, with teacher forcing.
        forced: Vec<Given>,
        /// The decoder's, when it reads its own previous answer.
        by_itself: Vec<Given>,
    },
    /// The end of a series with its forecasts.
    Forecast(Box<Forecast>),
}

/// What is read before one answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Read {
    /// Symbols or words.
    Names(Vec<String>),
    /// A curve for each input, over the time steps.
    Signal(Vec<Vec<f64>>),
    /// Square frames of so many pixels a side, each row by row: whether a pixel is lit.
    Frames(usize, Vec<Vec<bool>>),
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The class.
    pub name: String,
    /// Whether it is right.
    pub is_right: bool,
}

/// An input with the class that is right, and the answer where that is another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// The input.
    pub input: String,
    /// The class that is right.
    pub right: String,
    /// The answer; `None` where it is right.
    pub wrong: Option<String>,
}

/// What is to be known of an example before it is opened in the Lab.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lab {
    /// Time steps.
    pub steps: usize,
    /// The time step, from 1, at which the answer is read.
    pub read: usize,
    /// Hidden units of the largest of the three networks.
    pub units: usize,
    /// Layers.
    pub layers: usize,
    /// A decoder follows: the Lab shows the encoder.
    pub decodes: bool,
    /// The cells have different numbers of units.
    pub padded: bool,
}

/// One sequence, and what the network answers.
struct Answer<'a> {
    level: &'a Level,
    batch: &'a Batch,
    answers: &'a [f32],
    inputs: usize,
    outputs: usize,
}

impl Example {
    pub(super) fn of(session: &Session, answered: &Answered) -> Self {
        let level = &session.setup.level;
        let task = level.task();
        let Answered { moment, batch, answers, more, .. } = answered;
        let (inputs, outputs) = ((task.inputs)(level), (task.outputs)(level));
        let own = Answer { level, batch, answers, inputs, outputs };
        let shown = match (task.shown, &batch.target, more) {
            (_, _, More::Forecast(forecast)) => Showing::Forecast(forecast.clone()),
            (_, _, More::Writing(writing)) => own.writing(writing),
            (_, Target::Class(right), More::Translation(said)) => own.translation(said, right),
            (Shown::Row(most), Target::Class(right), _) => own.row(right, most),
            (Shown::Tags, Target::Class(right), _) => own.tags(right),
            (shown, Target::Class(right), _) => own.choice(shown, right[0] as usize),
            (_, Target::Value(values), _) => own.sum(f64::from(values[0])),
        };
        Self { moment: *moment, shown, lab: own.lab(session) }
    }
}

impl Answer<'_> {
    /// The name of a class.
    fn name(&self, class: usize) -> String {
        (self.level.task().output)(self.level, class)
    }

    /// The input that is largest at a time step.
    fn largest(&self, t: usize) -> usize {
        most_likely(&self.batch.x[t * self.inputs..][..self.inputs])
    }

    /// What a time step reads, by name.
    fn word(&self, t: usize) -> String {
        (self.level.task().input)(self.level, self.largest(t))
    }

    /// The most likely class at an asked place.
    fn given(&self, place: usize) -> usize {
        most_likely(&self.answers[place * self.outputs..][..self.outputs])
    }

    /// An answer beside what is right.
    fn beside(&self, class: usize, right: u32) -> Given {
        Given { name: self.name(class), is_right: class == right as usize }
    }

    fn sum(&self, truth: f64) -> Showing {
        let pairs = self.batch.x.chunks_exact(2).take(self.batch.steps);
        Showing::Sum {
            numbers: pairs.clone().map(|pair| f64::from(pair[0])).collect(),
            marked: pairs.enumerate().filter(|(_, pair)| pair[1] > 0.5).map(|(t, _)| t).collect(),
            truth,
            answer: f64::from(self.answers[0]),
        }
    }

    fn row(&self, right: &[u32], most: usize) -> Showing {
        let asked = self.batch.asked.len();
        let last = asked.saturating_sub(most)..asked;
        Showing::Row {
            truth: last.clone().map(|n| self.name(right[n] as usize)).collect(),
            answer: last.map(|n| self.beside(self.given(n), right[n])).collect(),
        }
    }

    fn tags(&self, right: &[u32]) -> Showing {
        let tag = |(n, t): (usize, &usize)| {
            let (given, right) = (self.given(n), right[n] as usize);
            let wrong = (given != right).then(|| self.name(given));
            Tag { input: self.word(*t), right: self.name(right), wrong }
        };
        Showing::Tags(self.batch.asked.iter().enumerate().map(tag).collect())
    }

    fn translation(&self, said: &[usize], right: &[u32]) -> Showing {
        let beside = |(class, right): (usize, &u32)| self.beside(class, *right);
        Showing::Translation {
            read: (0..self.batch.steps).map(|t| self.word(t)).filter(|word| !word.is_empty()).collect(),
            truth: right.iter().map(|class| self.name(*class as usize)).collect(),
            forced: (0..self.batch.asked.len()).map(|place| self.given(place)).zip(right).map(beside).collect(),
            by_itself: said.iter().copied().zip(right).map(beside).collect(),
        }
    }

    fn choice(&self, shown: Shown, right: usize) -> Showing {
        let (x, steps) = (&self.batch.x, self.batch.steps);
        let read = match shown {
            Shown::Signal => {
                let curve = |k: usize| (0..steps).map(|t| f64::from(x[t * self.inputs + k])).collect();
                Read::Signal((0..self.inputs).map(curve).collect())
            }
            Shown::Frames => {
                let frames = x.chunks_exact(SIDE * SIDE).take(steps);
                Read::Frames(SIDE, frames.map(|frame| frame.iter().map(|x| *x > 0.5).collect()).collect())
            }
            _ => Read::Names((0..steps).map(|t| self.word(t)).collect()),
        };
        let shares = shares(self.answers);
        Showing::Choice {
            read,
            names: (0..shares.len()).map(|class| self.name(class)).collect(),
            shares,
            right,
            given: most_likely(self.answers),
        }
    }

    fn writing(&self, Writing { temperature, read, texts }: &Writing) -> Showing {
        let gap = if has_words(self.level.task()) { " " } else { "" };
        let named = |classes: &[usize]| classes.iter().map(|class| self.name(*class)).collect::<Vec<_>>().join(gap);
        Showing::Writing {
            temperature: *temperature,
            read: named(read),
            texts: texts.iter().map(|text| gap.to_owned() + &named(text)).collect(),
        }
    }

    fn lab(&self, session: &Session) -> Option<Lab> {
        let setup = &session.setup;
        let units = CellKind::ALL.map(|cell| setup.units_of(cell)).into_iter().max().unwrap_or_default();
        if units > MOST_UNITS {
            return None;
        }
        let batch = self.batch;
        let decodes = !batch.decoder_x.is_empty();
        let read = if decodes { batch.steps } else { batch.asked.last().map_or(0, |t| t + 1) };
        let padded = setup.equal;
        Some(Lab { steps: batch.steps, read, units, layers: setup.layers, decodes, padded })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::Look;
    use learn::task::Sets;
    use learn::training::Setup;
    use model::settings::State;

    fn example(fragment: &str) -> Example {
        let (state, problems) = State::from_fragment(&format!("view=train&t_batch=4&{fragment}"));
        assert!(problems.is_empty(), "{problems:?}");
        let mut session = Session::new(Setup::new(&state.settings, &Sets::default()).0, CellKind::Lstm);
        let answered = Answered::of(&mut session, &Look::default());
        Example::of(&session, &answered)
    }

    #[test]
    fn the_marked_numbers_make_the_sum() {
        let Showing::Sum { numbers, marked, truth, .. } = example("task=adding&t_knob=12").shown else { panic!() };
        assert_eq!((numbers.len(), marked.len()), (12, 2));
        let sum: f64 = marked.iter().map(|place| numbers[*place]).sum();
        assert!((sum - truth).abs() < 1e-6, "{sum} of {truth}");
    }

    #[test]
    fn each_kind_of_task_is_shown_in_its_own_terms() {
        let kind = |shown: &Showing| match shown {
            Showing::Sum { .. } => "sum",
            Showing::Row { .. } => "row",
            Showing::Choice { read: Read::Names(_), .. } => "names",
            Showing::Choice { read: Read::Signal(_), .. } => "signal",
            Showing::Choice { read: Read::Frames(..), .. } => "frames",
            Showing::Tags(_) => "tags",
            Showing::Writing { .. } => "writing",
            Showing::Translation { .. } => "translation",
            Showing::Forecast(_) => "forecast",
        };
        for (task, expected) in [
            ("adding", "sum"),
            ("copy", "row"),
            ("parity", "row"),
            ("recall", "names"),
            ("agreement", "names"),
            ("frames", "frames"),
            ("entities", "tags"),
            ("next_word", "writing"),
            ("translation", "translation"),
            ("market", "forecast"),
        ] {
            assert_eq!(kind(&example(&format!("task={task}")).shown), expected, "{task}");
        }
    }

    #[test]
    fn shares_are_of_all_classes_and_the_given_one_has_the_largest() {
        let Showing::Choice { names, shares, given, .. } = example("task=order").shown else { panic!() };
        assert_eq!((names.len(), shares.len()), (4, 4));
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(shares.iter().all(|share| *share <= shares[given]));
    }

    #[test]
    fn what_is_too_large_for_the_lab_has_no_way_there() {
        let lab = example("task=agreement").lab.unwrap();
        assert_eq!((lab.steps, lab.read, lab.units, lab.layers, lab.decodes), (22, 22, 32, 1, false));
        assert!(example("task=translation").lab.unwrap().decodes);
        assert_eq!(example("task=adding&t_units=200").lab, None);
    }
}
