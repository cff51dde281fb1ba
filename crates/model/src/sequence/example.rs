//! An example of a task, as a network in training reads it. What it holds is drawn where tasks are known: a worker's library
//! holds it, and the page is sent it with the first run that reads it.

use serde::{Deserialize, Serialize};

use super::{Input, LONGEST, SHORTEST, Sequence};

/// The name of a step that is not known yet.
const AWAITED: &str = "…";

/// What a network reads of an example.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Inputs {
    /// One of so many symbols at each step, by its number.
    Symbols {
        /// How many symbols there are.
        kinds: usize,
        /// The symbol of each step.
        read: Vec<usize>,
    },
    /// Numbers, T × `channels`, row-major.
    Numbers {
        /// Numbers at each step.
        channels: usize,
        /// The numbers.
        values: Vec<f64>,
    },
}

/// An example of a task: what each step is called, and what is read there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// The name of each step: a word, a date, or its number.
    pub labels: Vec<String>,
    /// What is read.
    pub inputs: Inputs,
}

impl Example {
    /// The first `length` steps; steps past the end read nothing.
    #[must_use]
    pub fn sequence(&self, length: usize) -> Sequence {
        let length = length.clamp(SHORTEST, LONGEST);
        let mut labels = self.labels.clone();
        labels.resize(length, AWAITED.to_owned());
        let input = match &self.inputs {
            Inputs::Symbols { kinds, read } => {
                let mut read: Vec<Option<usize>> = read.iter().copied().map(Some).collect();
                read.resize(length, None);
                Input::Symbols { kinds: *kinds, read }
            }
            Inputs::Numbers { channels, values } => {
                let mut values = values.clone();
                values.resize(length * channels, 0.0);
                Input::Numbers { values, channels: *channels, next: vec![], unit: "", scale: (0.0, 1.0) }
            }
        };
        Sequence { labels, input }
    }
}

/// The place of an example that has not come yet: as many steps, without names.
#[must_use]
pub fn awaited(length: usize) -> Sequence {
    let nothing = Example { labels: vec![], inputs: Inputs::Symbols { kinds: 1, read: vec![] } };
    nothing.sequence(length)
}

/// A task with the sizes of its default run, which the page needs before a worker has told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tasked {
    /// The task's name in the address.
    pub task: &'static str,
    /// Time steps of an example.
    pub steps: usize,
    /// Hidden units of the networks.
    pub units: usize,
    /// Training steps of the whole run.
    pub end: usize,
    /// About how many seconds the three cells take to train side by side, on one processor each.
    pub seconds: usize,
}

impl Tasked {
    /// The task with a name; `None` if the page ships no weights for it.
    #[must_use]
    pub fn named(task: &str) -> Option<Self> {
        TASKED.into_iter().find(|own| own.task == task)
    }
}

/// Every task whose weights ship with the page.
pub const TASKED: [Tasked; 23] = [
    Tasked { task: "adding", steps: 100, units: 32, end: 4000, seconds: 13 },
    Tasked { task: "copy", steps: 40, units: 64, end: 12000, seconds: 60 },
    Tasked { task: "recall", steps: 30, units: 32, end: 4000, seconds: 3 },
    Tasked { task: "order", steps: 60, units: 32, end: 4000, seconds: 11 },
    Tasked { task: "parity", steps: 30, units: 32, end: 4000, seconds: 4 },
    Tasked { task: "brackets", steps: 48, units: 16, end: 3000, seconds: 5 },
    Tasked { task: "agreement", steps: 22, units: 32, end: 3000, seconds: 10 },
    Tasked { task: "characters", steps: 64, units: 96, end: 1500, seconds: 60 },
    Tasked { task: "next_word", steps: 17, units: 32, end: 4000, seconds: 9 },
    Tasked { task: "sentiment", steps: 22, units: 32, end: 4000, seconds: 4 },
    Tasked { task: "speech_parts", steps: 40, units: 32, end: 3000, seconds: 6 },
    Tasked { task: "entities", steps: 40, units: 32, end: 3000, seconds: 6 },
    Tasked { task: "translation", steps: 6, units: 64, end: 4000, seconds: 8 },
    Tasked { task: "speech", steps: 29, units: 64, end: 1000, seconds: 3 },
    Tasked { task: "frames", steps: 10, units: 64, end: 4000, seconds: 6 },
    Tasked { task: "clicks", steps: 40, units: 32, end: 3000, seconds: 5 },
    Tasked { task: "co2", steps: 36, units: 32, end: 3000, seconds: 3 },
    Tasked { task: "sunspots", steps: 33, units: 32, end: 3000, seconds: 3 },
    Tasked { task: "sst", steps: 36, units: 32, end: 3000, seconds: 3 },
    Tasked { task: "weather", steps: 30, units: 32, end: 3000, seconds: 3 },
    Tasked { task: "hourly", steps: 48, units: 32, end: 3000, seconds: 5 },
    Tasked { task: "employment", steps: 12, units: 32, end: 3000, seconds: 1 },
    Tasked { task: "market", steps: 30, units: 32, end: 3000, seconds: 3 },
];
