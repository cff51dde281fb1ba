//! An example of a task with its answer missing: what Train asks.

use serde::{Deserialize, Serialize};

use engine::train::{Batch, Target};
use learn::task::{Draw, Level, Part, SIDE, Shown, series};
use learn::training::Setup;

use super::answers::most_likely;
use super::writing::has_words;

/// The most answers that are offered by name; of more the reader has none to choose from.
const MOST_CHOICES: usize = 9;

/// An example, and what it may be answered with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// The example.
    pub of: Asking,
    /// The answers there are; none where they are numbers, or too many to choose from.
    pub choices: Vec<String>,
}

/// An example in the task's own terms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Asking {
    /// The sum of the marked numbers of a list is missing.
    Sum {
        /// The list.
        numbers: Vec<f64>,
        /// The places of the marked ones.
        marked: Vec<usize>,
    },
    /// After symbols or words so many are missing.
    Names {
        /// What is read; a step that says nothing has an empty name.
        names: Vec<String>,
        /// How many answers are missing.
        gaps: usize,
    },
    /// The next character of a running text is missing.
    Text(String),
    /// The class of each word is missing.
    Each(Vec<String>),
    /// What the curves belong to is missing: a curve for each input, over the time steps.
    Signal(Vec<Vec<f64>>),
    /// What the frames show is missing: so many pixels a side, each frame row by row, whether a pixel is lit.
    Frames(usize, Vec<Vec<bool>>),
    /// The next value of a series is missing.
    Series {
        /// The labels of the values.
        labels: Vec<String>,
        /// The values, in the series' own unit.
        values: Vec<f64>,
        /// The label of the value that is missing.
        next: String,
        /// The unit; empty if it has none.
        unit: String,
    },
}

impl Asked {
    /// The validation sequence that the lanes answer; of a series the first that validation forecasts. `None` until the
    /// task's data is here, and where it is a person's own.
    #[must_use]
    pub fn of(setup: &Setup) -> Option<Self> {
        let Setup { level, seed, .. } = setup;
        let task = level.task();
        if task.is_own || level.missing().is_some() {
            return None;
        }
        if task.shown == Shown::Forecast {
            return Some(Self { of: next(level), choices: vec![] });
        }
        let batch = (task.draw)(&mut Draw::new(*seed, Part::Validation), level, 1, Part::Validation);
        let outputs = (task.outputs)(level);
        let has_choices =
            matches!(task.shown, Shown::Choice | Shown::Signal | Shown::Frames | Shown::Tags) || task.key == "parity";
        let choices = (0..outputs).filter(|_| has_choices && outputs <= MOST_CHOICES);
        // That a word belongs to no class has a sign for a name.
        let is_class = |name: &String| task.shown != Shown::Tags || name.chars().any(char::is_alphanumeric);
        let choices = choices.map(|class| (task.output)(level, class)).filter(is_class).collect();
        Some(Self { of: Read { level, batch: &batch }.asking(), choices })
    }
}

/// The window before the first value that validation forecasts.
fn next(level: &Level) -> Asking {
    let series = series::prepared(level);
    let target = series.targets(Part::Validation).start;
    let labels = series.read_before(target);
    let end = target + 1 - level.knob;
    Asking::Series {
        values: series.channels[0][end - labels.len()..end].to_vec(),
        labels,
        next: series.labels[target].clone(),
        unit: series.unit.clone(),
    }
}

/// A sequence that is read.
struct Read<'a> {
    level: &'a Level,
    batch: &'a Batch,
}

impl Read<'_> {
    fn inputs(&self) -> usize {
        (self.level.task().inputs)(self.level)
    }

    /// What the time steps read, by name; a single input that is on or off by a digit.
    fn names(&self, steps: usize) -> Vec<String> {
        let name = |row: &[f32]| match row {
            [bit] => if *bit > 0.0 { "1" } else { "0" }.to_owned(),
            row => (self.level.task().input)(self.level, most_likely(row)),
        };
        self.batch.x.chunks_exact(self.inputs()).take(steps).map(name).collect()
    }

    fn asking(&self) -> Asking {
        let steps = self.batch.steps;
        match self.level.task().shown {
            Shown::Sum => self.sum(),
            Shown::Signal => {
                let curve = |k: usize| (0..steps).map(|t| f64::from(self.batch.x[t * self.inputs() + k])).collect();
                Asking::Signal((0..self.inputs()).map(curve).collect())
            }
            Shown::Frames => {
                let frames = self.batch.x.chunks_exact(SIDE * SIDE).take(steps);
                Asking::Frames(SIDE, frames.map(|frame| frame.iter().map(|x| *x > 0.5).collect()).collect())
            }
            // What is tagged with the word that follows asks for that.
            Shown::Tags if self.level.task().key != "clicks" => Asking::Each(self.names(steps)),
            Shown::Text => {
                let names = self.names(self.last_word());
                let has_words = has_words(self.level.task());
                if has_words { Asking::Names { names, gaps: 1 } } else { Asking::Text(names.concat()) }
            }
            // What is to be said again is said at the end, where nothing is read.
            Shown::Row(count) if self.batch.blank.is_some() => {
                Asking::Names { names: self.names(steps - count), gaps: count }
            }
            Shown::Translation => {
                let names = self.names(steps).into_iter().filter(|name| !name.is_empty()).collect();
                Asking::Names { names, gaps: 1 }
            }
            _ => Asking::Names { names: self.names(steps), gaps: 1 },
        }
    }

    fn sum(&self) -> Asking {
        let pairs = || self.batch.x.chunks_exact(2).take(self.batch.steps);
        Asking::Sum {
            numbers: pairs().map(|pair| f64::from(pair[0])).collect(),
            marked: pairs().enumerate().filter(|(_, pair)| pair[1] > 0.5).map(|(t, _)| t).collect(),
        }
    }

    /// The steps that are read before the last word or letter that is asked for: no stop and no space.
    fn last_word(&self) -> usize {
        let Target::Class(right) = &self.batch.target else { return self.batch.steps };
        let is_word = |class: u32| {
            let name = (self.level.task().output)(self.level, class as usize);
            name.chars().all(char::is_alphabetic) && !name.is_empty()
        };
        let last = self.batch.asked.iter().zip(right).rev().find(|(_, class)| is_word(**class));
        last.map_or(self.batch.steps, |(t, _)| t + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use learn::task::{Sets, TASKS};
    use model::settings::State;

    fn asked(task: &str) -> Option<Asked> {
        let settings = State::from_fragment(&format!("view=train&task={task}")).0.settings;
        let sets = Sets::of_folder(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/sets")).unwrap();
        Asked::of(&Setup::new(&settings, &sets).0)
    }

    #[test]
    fn every_task_whose_data_is_here_asks_something() {
        for task in &TASKS {
            assert_eq!(asked(task.key).is_some(), !task.is_own, "{}", task.key);
        }
    }

    #[test]
    fn a_sentence_ends_where_the_verb_is_missing_and_both_are_offered() {
        let Some(Asked { of: Asking::Names { names, gaps: 1 }, choices }) = asked("agreement") else { panic!() };
        assert_eq!((names.len(), choices), (22, vec!["was".to_owned(), "were".to_owned()]));
        assert!(!names.iter().any(|name| name == "was" || name == "were"), "{names:?}");
    }

    #[test]
    fn what_is_missing_is_not_told() {
        let Some(Asked { of: Asking::Series { labels, values, next, unit }, .. }) = asked("co2") else { panic!() };
        assert_eq!((labels.len(), values.len(), unit.as_str()), (36, 36, "ppm"));
        assert!(!labels.contains(&next) && labels.last() < Some(&next), "{next}");
        let Some(Asked { of: Asking::Names { names, gaps }, choices }) = asked("copy") else { panic!() };
        assert_eq!((names.len(), gaps, choices.len()), (30, 10, 0));
        let Some(Asked { of: Asking::Names { names, .. }, .. }) = asked("next_word") else { panic!() };
        assert!(names.len() > 10 && names.iter().all(|name| !name.is_empty()), "{names:?}");
        let Some(Asked { of: Asking::Names { names, .. }, .. }) = asked("parity") else { panic!() };
        assert!(names.iter().all(|bit| bit == "0" || bit == "1"));
        let Some(Asked { of: Asking::Sum { numbers, marked }, .. }) = asked("adding") else { panic!() };
        assert_eq!((numbers.len(), marked.len()), (100, 2));
    }

    #[test]
    fn classes_of_words_are_offered_where_they_are_few() {
        let Some(Asked { of: Asking::Each(words), choices }) = asked("entities") else { panic!() };
        assert!(words.len() > 3);
        assert_eq!(choices, ["person", "place", "firm"]);
        assert!(matches!(asked("characters").map(|own| own.of), Some(Asking::Text(text)) if text.len() > 50));
        assert!(matches!(asked("clicks").map(|own| own.of), Some(Asking::Names { gaps: 1, .. })));
    }
}
