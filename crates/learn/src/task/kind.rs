//! The definition of a task, and a [`Level`]: a task at a chosen difficulty, with its data.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::baseline::Baseline;
use super::draw::Draw;
use super::part::Part;
use super::sets::Sets;
use crate::net::layers_of;
use engine::trace::Parameters;
use engine::train::Batch;
use model::keys::Key;
use model::settings::Net;

/// A task: what its sequences look like, how they are drawn, and when it counts as solved.
#[derive(Clone, Copy)]
pub struct Task {
    /// Its name in the address.
    pub key: &'static str,
    /// The knob's smallest, largest and default value.
    pub knob: (usize, usize, usize),
    /// The window's smallest, largest and default length, in time steps; zeros if the task has no window.
    pub window: (usize, usize, usize),
    /// Time steps T of a sequence; of the encoder, if there is a decoder.
    pub steps: fn(&Level) -> usize,
    /// Inputs I at each time step.
    pub inputs: fn(&Level) -> usize,
    /// Inputs of the decoder at each time step; 0 if the task has no decoder.
    pub decoder: fn(&Level) -> usize,
    /// Outputs O: the number of classes, or 1 where answers are numbers.
    pub outputs: fn(&Level) -> usize,
    /// The trivial predictors, scored.
    pub baselines: fn(&Level) -> Vec<Baseline>,
    /// The threshold at which it counts as solved.
    pub mark: Mark,
    /// Draws a batch of this many sequences from a part of the data.
    pub draw: fn(&mut Draw, &Level, usize, Part) -> Batch,
    /// Default settings of training.
    pub defaults: Defaults,
    /// How Train shows an example.
    pub shown: Shown,
    /// The name of an input (from 0), if it stands for something, such as a word; else empty.
    pub input: fn(&Level, usize) -> String,
    /// The name of a class (from 0); empty where answers are numbers.
    pub output: fn(&Level, usize) -> String,
    /// The names in [`Sets`] of the data files that it learns from.
    pub files: &'static [&'static str],
    /// Whether it learns from a person's own data.
    pub is_own: bool,
    /// The key that the size of a person's own data limits, and the largest value it then has; `None` if nothing is
    /// limited.
    pub fits: fn(&Level) -> Option<(Key, usize)>,
    /// Sequences in the validation batch.
    pub watched: fn(&Level) -> usize,
    /// Sequences in the test batch.
    pub held: fn(&Level) -> usize,
}

/// Two tasks are equal if their keys are.
impl PartialEq for Task {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Task {}

impl fmt::Debug for Task {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        self.key.fmt(to)
    }
}

/// Defaults of a task's fields, for struct update syntax.
pub const PLAIN: Task = Task {
    key: "",
    knob: (0, 0, 0),
    window: (0, 0, 0),
    steps: |level| level.knob,
    inputs: |_| 1,
    decoder: |_| 0,
    outputs: |_| 1,
    baselines: |_| vec![],
    mark: Mark::Baseline,
    draw: |_, _, _, _| Batch::default(),
    defaults: Defaults { units: 32, rate: 0.005, steps: 4000 },
    shown: Shown::Choice,
    input: |_, _| String::new(),
    output: |_, _| String::new(),
    files: &[],
    is_own: false,
    fits: |_| None,
    watched: |_| 64,
    held: |_| 256,
};

/// A task at a chosen difficulty, with the data that it learns from.
#[derive(Clone, Debug)]
pub struct Level {
    /// The task.
    pub(crate) task: &'static Task,
    /// The task's difficulty, in the unit that the task defines.
    pub knob: usize,
    /// Time steps of its window; 0 if the task has none.
    pub window: usize,
    /// The name in [`Sets`] of a person's own data; empty if none is chosen or the task uses none.
    pub own: String,
    /// Whether the network reads a series without normalisation.
    pub raw: bool,
    /// The network of a person's own from whose weights training begins.
    pub net: Option<Net>,
    /// The data that was loaded when the level was made.
    pub(crate) sets: Sets,
}

/// Two levels are equal if their choices and the contents of the task's files are. Other loaded data makes no
/// difference.
impl PartialEq for Level {
    fn eq(&self, other: &Self) -> bool {
        fn chosen(level: &Level) -> (&Task, usize, usize, &str, bool, Option<Net>) {
            (level.task, level.knob, level.window, &level.own, level.raw, level.net)
        }
        let texts =
            |level: &Self| -> Vec<Option<Rc<str>>> { level.files().map(|file| level.sets.get(&file)).collect() };
        chosen(self) == chosen(other) && texts(self) == texts(other)
    }
}

impl Level {
    /// A task with the default knob and window, and the data loaded so far.
    #[must_use]
    pub fn of(task: &'static Task, sets: &Sets) -> Self {
        let sets = sets.clone();
        Self { task, knob: task.knob.2, window: task.window.2, own: String::new(), raw: false, net: None, sets }
    }

    /// The task.
    #[must_use]
    pub fn task(&self) -> &'static Task {
        self.task
    }

    /// The lowest loss among the baselines: nats where answers are classes, else the mean squared error.
    #[must_use]
    pub fn baseline(&self) -> f64 {
        (self.task.baselines)(self).iter().map(|guess| guess.loss).fold(f64::INFINITY, f64::min)
    }

    /// The highest accuracy among the baselines, from 0 to 1; 0 where answers are numbers.
    #[must_use]
    pub fn chance(&self) -> f64 {
        (self.task.baselines)(self).iter().map(|guess| guess.right).fold(0.0, f64::max)
    }

    /// Whether it learns from a person's own data.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.task.is_own
    }

    /// Whether its baselines depend on data that is not loaded.
    #[must_use]
    pub fn is_judged_by_missing(&self) -> bool {
        self.task.mark == Mark::Baseline && self.missing().is_some()
    }

    /// The name of the first data file that the task needs and that is not loaded; `None` if all are. For a person's
    /// own data the name may be empty: none is chosen.
    #[must_use]
    pub fn missing(&self) -> Option<Cow<'_, str>> {
        self.files().find(|file| self.sets.get(file).is_none())
    }

    /// The names of the data files that it learns from, and last of the network from whose weights. For a person's own data the name
    /// may be empty.
    fn files(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let data = self.is_own().then_some(self.own.as_str()).into_iter().chain(self.task.files.iter().copied());
        data.map(Cow::from).chain(self.net.map(|net| Cow::from(net.file())))
    }

    /// The layers of the network from whose weights training begins; `None` where there is none, or its file is not here.
    #[must_use]
    pub fn layers(&self) -> Option<Rc<Vec<Parameters>>> {
        let net = self.net?;
        let read = || self.sets.get(&net.file()).and_then(|text| layers_of(&net, &text)).map(Rc::new);
        self.sets.worked_out(net, read).as_ref().clone()
    }

    /// The content of its first data file, if that is loaded.
    pub(super) fn text(&self) -> Option<Rc<str>> {
        self.sets.get(&self.files().next()?)
    }
}

/// How Train shows an example and the network's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// A list of numbers, the marked ones, and their sum.
    Sum,
    /// Two rows for this many last time steps: the targets above the answers.
    Row(usize),
    /// The sequence, and the network's probability of each class.
    Choice,
    /// Each input with its target class and the answer.
    Tags,
    /// A text that the network generates.
    Text,
    /// The words of the source, and their translation.
    Translation,
    /// A time series with the forecasts.
    Forecast,
    /// The inputs as curves over time, and the network's probability of each class.
    Signal,
    /// Frames of [`SIDE`](super::SIDE) × [`SIDE`](super::SIDE) pixels, and the network's probability of each class.
    Frames,
}

/// The threshold at which a task counts as solved.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Mark {
    /// The mean training loss over the last 100 steps is below this.
    Loss(f64),
    /// The training accuracy over the last 100 steps is above this.
    Right(f64),
    /// The validation loss is at least 2 % below that of every baseline.
    Baseline,
}

/// Default settings of training for a task.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Defaults {
    /// Hidden units H.
    pub units: usize,
    /// The learning rate η, for Adam.
    pub rate: f64,
    /// Training steps.
    pub steps: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_told_apart_by_their_choices_and_by_what_their_own_files_hold() {
        let mut sets = Sets::default();
        let level = |sets: &Sets| Level::of(Task::named("characters"), sets);
        let before = level(&sets);
        sets.bring("sunspots-yearly.csv", "year,sunspots");
        assert_eq!(level(&sets), before, "it does not read that file");
        sets.bring("poems.txt", "a");
        let here = level(&sets);
        assert_eq!((before.missing().as_deref(), here.missing()), (Some("poems.txt"), None));
        assert_ne!(here, before);
        sets.bring("poems.txt", "b");
        assert_ne!(level(&sets), here);
        assert_ne!(Level { knob: 9, ..here.clone() }, here);
    }
}
