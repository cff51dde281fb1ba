//! What a task is: what it draws and asks for, and a task with what is chosen of it.

use std::fmt;
use std::rc::Rc;

use super::baseline::Baseline;
use super::draw::Draw;
use super::part::Part;
use super::sets::Sets;
use engine::train::Batch;
use model::keys::Key;

/// A task.
#[derive(Clone, Copy)]
pub struct Task {
    /// Its key in the address.
    pub key: &'static str,
    /// The knob's smallest and largest value, and the one to begin with.
    pub knob: (usize, usize, usize),
    /// The same of its window, in steps; zeros where it has none.
    pub window: (usize, usize, usize),
    /// Steps T.
    pub steps: fn(&Level) -> usize,
    /// Inputs I.
    pub inputs: fn(&Level) -> usize,
    /// Inputs of the decoder; 0 where there is none.
    pub decoder: fn(&Level) -> usize,
    /// Classes, or 1 for a number.
    pub outputs: fn(&Level) -> usize,
    /// Trivial guesses, and how they score.
    pub baselines: fn(&Level) -> Vec<Baseline>,
    /// When it counts as solved.
    pub mark: Mark,
    /// So many sequences of one part of the data.
    pub draw: fn(&mut Draw, &Level, usize, Part) -> Batch,
    /// What it starts with.
    pub defaults: Defaults,
    /// How an example is shown.
    pub shown: Shown,
    /// The name of an input, where it stands for something; else empty.
    pub input: fn(&Level, usize) -> String,
    /// The name of a class, where answers are classes.
    pub output: fn(&Level, usize) -> String,
    /// The files of data that it learns from, in its [`Sets`].
    pub files: &'static [&'static str],
    /// Whether it learns from a person's own data.
    pub is_own: bool,
    /// The key and the largest value of what a person's own data limits.
    pub fits: fn(&Level) -> Option<(Key, usize)>,
    /// Sequences that are watched.
    pub watched: fn(&Level) -> usize,
    /// Sequences that are kept for the end.
    pub held: fn(&Level) -> usize,
}

/// Tasks are told apart by their keys.
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

/// What a task has unless it says otherwise.
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

/// A task with what is chosen of it, and the data that it learns from.
#[derive(Clone, Debug)]
pub struct Level {
    /// The task.
    pub(crate) task: &'static Task,
    /// How hard it is.
    pub knob: usize,
    /// Steps of its window; 0 where it has none.
    pub window: usize,
    /// The name of a person's own data among the sets; empty where the task has its own.
    pub own: String,
    /// Whether a series is read as it is, not normalised.
    pub raw: bool,
    /// The data that had been brought when it was made.
    pub(crate) sets: Sets,
}

/// Levels are equal where the same was chosen, and the files that it reads hold the same; what else has been brought
/// makes no difference.
impl PartialEq for Level {
    fn eq(&self, other: &Self) -> bool {
        fn chosen(level: &Level) -> (&Task, usize, usize, &str, bool) {
            (level.task, level.knob, level.window, &level.own, level.raw)
        }
        let texts = |level: &Self| -> Vec<Option<Rc<str>>> { level.files().map(|file| level.sets.get(file)).collect() };
        chosen(self) == chosen(other) && texts(self) == texts(other)
    }
}

impl Level {
    /// A task as it is offered first, with the data that has been brought.
    #[must_use]
    pub fn of(task: &'static Task, sets: &Sets) -> Self {
        let sets = sets.clone();
        Self { task, knob: task.knob.2, window: task.window.2, own: String::new(), raw: false, sets }
    }

    /// The task.
    #[must_use]
    pub fn task(&self) -> &'static Task {
        self.task
    }

    /// The loss of the best of the trivial guesses.
    #[must_use]
    pub fn baseline(&self) -> f64 {
        (self.task.baselines)(self).iter().map(|guess| guess.loss).fold(f64::INFINITY, f64::min)
    }

    /// The share of right answers of the best of the trivial guesses; 0 where answers are numbers.
    #[must_use]
    pub fn chance(&self) -> f64 {
        (self.task.baselines)(self).iter().map(|guess| guess.right).fold(0.0, f64::max)
    }

    /// Whether it learns from a person's own data.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.task.is_own
    }

    /// Whether its baselines follow from data that has not been brought.
    #[must_use]
    pub fn is_judged_by_missing(&self) -> bool {
        self.task.mark == Mark::Baseline && self.missing().is_some()
    }

    /// The data that has not been brought, if there is some; of a person's own its name, which may be empty.
    #[must_use]
    pub fn missing(&self) -> Option<&str> {
        self.files().find(|file| self.sets.get(file).is_none())
    }

    /// The files that it learns from; of a person's own data its name, which may be empty.
    fn files(&self) -> impl Iterator<Item = &str> {
        self.is_own().then_some(self.own.as_str()).into_iter().chain(self.task.files.iter().copied())
    }

    /// What the first of its files holds, if that has been brought.
    pub(super) fn text(&self) -> Option<Rc<str>> {
        self.sets.get(self.files().next()?)
    }
}

/// How an example is shown, in a task's own terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A list of numbers, those that are marked, and the sum.
    Sum,
    /// What is right and what is answered at the last so many steps, one under the other.
    Row(usize),
    /// The sequence, and how likely each class is taken to be.
    Choice,
    /// Each input with its class, right and answered.
    Tags,
    /// What the network writes by itself.
    Text,
    /// Words, and what they are translated to.
    Translation,
    /// A series with its forecasts.
    Forecast,
    /// The inputs as curves, and how likely each class is taken to be.
    Signal,
    /// Frames of [`SIDE`](super::SIDE) × [`SIDE`](super::SIDE) pixels, and how likely each class is taken to be.
    Frames,
}

/// When a task counts as solved: the mean of the last hundred steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// The loss has come below this.
    Loss(f64),
    /// This share of answers is right.
    Right(f64),
    /// Validation is better than every baseline.
    Baseline,
}

/// Settings that suit a task.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Defaults {
    /// Hidden units.
    pub units: usize,
    /// The learning rate of Adam.
    pub rate: f64,
    /// Steps of training.
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
        assert_eq!((before.missing(), here.missing()), (Some("poems.txt"), None));
        assert_ne!(here, before);
        sets.bring("poems.txt", "b");
        assert_ne!(level(&sets), here);
        assert_ne!(Level { knob: 9, ..here.clone() }, here);
    }
}
