//! Tasks to learn: each draws its sequences from a seed, has one knob for how hard it is, and a trivial
//! baseline to be compared with. One more is one file and one line in [`TASKS`].

mod adding;
mod agreement;
mod clicks;
mod copy;
mod draw;
mod frames;
mod grammar;
pub mod letters;
mod number_words;
mod order;
mod parity;
mod recall;
mod sentiment;
pub mod series;
pub mod sets;
mod speech;
mod story;
mod tagging;
pub mod translation;

pub use draw::Draw;
pub use frames::SIDE;

use engine::train::{Batch, Target};
use model::keys::Key;

/// Every task, in the order of the list on the page.
pub const TASKS: [Task; 24] = [
    adding::TASK,
    copy::TASK,
    recall::TASK,
    order::TASK,
    parity::TASK,
    agreement::TASK,
    letters::TASKS[0],
    letters::TASKS[1],
    story::TASK,
    sentiment::TASK,
    tagging::SPEECH_TASK,
    tagging::ENTITY_TASK,
    translation::TASK,
    speech::TASK,
    frames::TASK,
    clicks::TASK,
    series::TASKS[0],
    series::TASKS[1],
    series::TASKS[2],
    series::TASKS[3],
    series::TASKS[4],
    series::TASKS[5],
    series::TASKS[6],
    series::TASKS[7],
];

/// A task.
#[derive(Clone, Copy, Debug)]
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
    /// The files of data that it learns from, in [`sets`].
    pub files: &'static [&'static str],
    /// The key and the largest value of what a person's own data limits.
    pub fits: fn(&Level) -> Option<(Key, usize)>,
    /// Sequences that are watched.
    pub watched: fn(&Level) -> usize,
    /// Sequences that are kept for the end.
    pub held: fn(&Level) -> usize,
}

/// What a task has unless it says otherwise.
const PLAIN: Task = Task {
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
    fits: |_| None,
    watched: |_| 64,
    held: |_| 256,
};

/// A task with what is chosen of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Level {
    /// The task's key.
    pub key: &'static str,
    /// How hard it is.
    pub knob: usize,
    /// Steps of its window; 0 where it has none.
    pub window: usize,
    /// The name of a person's own data in [`sets`]; empty where the task has its own.
    pub own: String,
    /// Whether a series is read as it is, not normalised.
    pub raw: bool,
}

impl Level {
    /// A task as it is offered first.
    #[must_use]
    pub fn of(task: &Task) -> Self {
        Self { key: task.key, knob: task.knob.2, window: task.window.2, own: String::new(), raw: false }
    }

    /// The task.
    #[must_use]
    pub fn task(&self) -> &'static Task {
        Task::named(self.key)
    }

    /// The loss of the best of the trivial guesses.
    #[must_use]
    pub fn baseline(&self) -> f64 {
        (self.task().baselines)(self).iter().map(|guess| guess.loss).fold(f64::INFINITY, f64::min)
    }

    /// The share of right answers of the best of the trivial guesses; 0 where answers are numbers.
    #[must_use]
    pub fn chance(&self) -> f64 {
        (self.task().baselines)(self).iter().map(|guess| guess.right).fold(0.0, f64::max)
    }

    /// Whether it learns from a person's own data.
    #[must_use]
    pub fn is_own(&self) -> bool {
        [series::OWN, letters::OWN].contains(&self.key)
    }

    /// Whether its baselines follow from data that has not been brought.
    #[must_use]
    pub fn is_judged_by_missing(&self) -> bool {
        self.task().mark == Mark::Baseline && self.missing().is_some()
    }

    /// The data that has not been brought, if there is some; of a person's own its name, which may be empty.
    #[must_use]
    pub fn missing(&self) -> Option<&str> {
        if self.is_own() {
            return Some(self.own.as_str()).filter(|own| sets::get(own).is_none());
        }
        self.task().files.iter().copied().find(|name| sets::get(name).is_none())
    }
}

/// A trivial guess, to be compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Baseline {
    /// What it goes by.
    pub guess: Guess,
    /// Its loss.
    pub loss: f64,
    /// Its share of right answers; 0 where answers are numbers.
    pub right: f64,
}

impl Baseline {
    /// The one baseline of a task.
    fn only(loss: f64, right: f64) -> Vec<Self> {
        vec![Self { guess: Guess::Trivial, loss, right }]
    }
}

/// What a trivial guess goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// What the task's own text says.
    Trivial,
    /// The last value, again.
    LastValue,
    /// The value one season before.
    SeasonalNaive,
    /// A line through the last values, so many of them.
    Linear(usize),
    /// How frequent each class is.
    Unigram,
    /// How often each class follows each.
    Bigram,
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
    /// Frames of [`SIDE`] × [`SIDE`] pixels, and how likely each class is taken to be.
    Frames,
}

/// Symbols by number.
fn letter(number: usize) -> &'static str {
    ["A", "B", "C", "D", "E", "F", "G", "H", "·", "go"].get(number).copied().unwrap_or_default()
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

/// A part of the data. What is learned from, what is watched, and what is kept for the end never overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Learned from.
    Train,
    /// Watched while learning.
    Validation,
    /// For the end.
    Test,
}

impl Task {
    /// The task of a key; the first if there is none.
    #[must_use]
    pub fn named(key: &str) -> &'static Self {
        TASKS.iter().find(|task| task.key == key).unwrap_or(&TASKS[0])
    }
}

/// x of a batch that is filled place by place, [T, B, I].
struct Input {
    x: Vec<f32>,
    sequences: usize,
    inputs: usize,
}

impl Input {
    fn new(steps: usize, sequences: usize, inputs: usize) -> Self {
        Self { x: vec![0.0; steps * sequences * inputs], sequences, inputs }
    }

    /// A batch of which one answer is asked for, at the end.
    fn asked_at_the_end(self, target: Target) -> Batch {
        let steps = self.steps();
        self.asked(vec![steps - 1], target)
    }

    /// A batch of which an answer is asked for at every step.
    fn asked_at_each(self, target: Target) -> Batch {
        let steps = self.steps();
        self.asked((0..steps).collect(), target)
    }

    fn asked(self, asked: Vec<usize>, target: Target) -> Batch {
        Batch { steps: self.steps(), sequences: self.sequences, x: self.x, asked, target, ..Batch::default() }
    }

    fn steps(&self) -> usize {
        self.x.len() / (self.sequences * self.inputs).max(1)
    }

    fn set(&mut self, t: usize, sequence: usize, input: usize, number: f32) {
        self.x[(t * self.sequences + sequence) * self.inputs + input] = number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{HashMap, HashSet};

    fn at(task: &Task, knob: usize) -> Level {
        Level { knob, ..Level::of(task) }
    }

    fn batch(task: &Task, knob: usize, sequences: usize, part: Part) -> Batch {
        (task.draw)(&mut Draw::new(7, part), &at(task, knob), sequences, part)
    }

    #[test]
    fn every_task_has_the_shapes_it_says() {
        for task in &TASKS {
            let (low, high, begin) = task.knob;
            assert!(low < high && (low..=high).contains(&begin), "{}", task.key);
            for knob in [low, begin, high] {
                let (level, batch) = (at(task, knob), batch(task, knob, 5, Part::Train));
                assert_eq!(batch.steps, (task.steps)(&level), "{} at {knob}", task.key);
                assert_eq!(batch.x.len(), batch.steps * 5 * (task.inputs)(&level), "{} at {knob}", task.key);
                assert_eq!(batch.target.len(), batch.asked.len() * 5, "{} at {knob}", task.key);
                assert!(batch.asked.iter().all(|t| *t < batch.steps));
                if let Target::Class(classes) = &batch.target {
                    assert!(classes.iter().all(|class| (*class as usize) < (task.outputs)(&level)), "{}", task.key);
                }
                assert!(level.baseline() > 0.0);
            }
        }
    }

    #[test]
    fn draws_follow_from_the_seed_and_parts_differ() {
        for task in TASKS.iter().filter(|task| ![series::OWN, letters::OWN].contains(&task.key)) {
            let knob = task.knob.2;
            assert_eq!(batch(task, knob, 4, Part::Train), batch(task, knob, 4, Part::Train));
            assert_ne!(batch(task, knob, 4, Part::Train).x, batch(task, knob, 4, Part::Test).x, "{}", task.key);
        }
    }

    /// Sequences as bits, to be compared.
    fn sequences(batch: &Batch, inputs: usize) -> HashSet<Vec<u32>> {
        let of = |s: usize| -> Vec<u32> {
            (0..batch.steps)
                .flat_map(|t| &batch.x[(t * batch.sequences + s) * inputs..][..inputs])
                .map(|x| x.to_bits())
                .collect()
        };
        (0..batch.sequences).map(of).collect()
    }

    /// What the baseline of a task goes by, at a step: nothing but in what is asked, the word that is read there, or a count.
    fn seen(task: &Task, batch: &Batch, t: usize, sequence: usize) -> i32 {
        let inputs = (task.inputs)(&Level::of(task));
        let word = |t: usize| {
            let x = &batch.x[(t * batch.sequences + sequence) * inputs..][..inputs];
            x.iter().position(|x| *x > 0.5).unwrap_or_default()
        };
        match task.key {
            "sentiment" => sentiment::count((0..batch.steps).map(word)),
            "speech_parts" | "entities" | "clicks" => word(t) as i32,
            _ => t as i32,
        }
    }

    #[test]
    fn counting_what_is_seen_scores_the_baseline() {
        for task in TASKS.iter().filter(|task| task.mark != Mark::Baseline) {
            for knob in [task.knob.2, task.knob.0.max(2)] {
                let (level, batch) = (at(task, knob), batch(task, knob, 3000, Part::Train));
                let Target::Class(classes) = &batch.target else { continue };
                let mut counts: HashMap<i32, Vec<f64>> = HashMap::new();
                let each = || batch.asked.iter().flat_map(|t| (0..batch.sequences).map(move |s| (*t, s)));
                for ((t, s), class) in each().zip(classes) {
                    let count =
                        counts.entry(seen(task, &batch, t, s)).or_insert_with(|| vec![0.0; (task.outputs)(&level)]);
                    count[*class as usize] += 1.0;
                }
                let (mut loss, mut right, mut all) = (0.0, 0.0, 0.0);
                for count in counts.values() {
                    let sum: f64 = count.iter().sum();
                    loss -= count.iter().filter(|n| **n > 0.0).map(|n| n * (n / sum).ln()).sum::<f64>();
                    all += sum;
                }
                for count in counts.values() {
                    right += count.iter().copied().fold(0.0, f64::max);
                }
                let (loss, right) = (loss / all, right / all);
                let said = level.baseline();
                println!(
                    "{} at {knob}: loss {loss:.4}, said {said:.4}; right {right:.3}, said {:.3}",
                    task.key,
                    level.chance()
                );
                assert!((loss / said - 1.0).abs() < 0.03, "{}: {loss}, said {said}", task.key);
                if batch.blank.is_none() && knob == task.knob.2 {
                    assert!((right - level.chance()).abs() < 0.03, "{}: {right} right", task.key);
                }
            }
        }
    }

    #[test]
    fn the_trivial_guess_scores_the_baseline() {
        // The loss of always giving the classes' shares, or the mean, by their numbers in a large sample.
        let smarter = ["sentiment", "speech_parts", "entities", "clicks"];
        for task in TASKS.iter().filter(|task| task.mark != Mark::Baseline && !smarter.contains(&task.key)) {
            let knob = task.knob.2;
            let batch = batch(task, knob, 4000, Part::Train);
            let loss = match &batch.target {
                Target::Value(values) => {
                    let mean = values.iter().map(|v| f64::from(*v)).sum::<f64>() / values.len() as f64;
                    values.iter().map(|v| (f64::from(*v) - mean).powi(2)).sum::<f64>() / values.len() as f64
                }
                Target::Class(classes) => {
                    // The best guess at each step by itself, without the sequence.
                    let each = classes.chunks_exact(batch.sequences).map(|classes| {
                        let share = |k: usize| {
                            let count = classes.iter().filter(|class| **class as usize == k).count();
                            count as f64 / classes.len() as f64
                        };
                        (0..(task.outputs)(&Level::of(task)))
                            .map(share)
                            .filter(|p| *p > 0.0)
                            .map(|p| -p * p.ln())
                            .sum::<f64>()
                    });
                    each.sum::<f64>() / batch.asked.len() as f64
                }
            };
            let baseline = Level::of(task).baseline();
            assert!((loss / baseline - 1.0).abs() < 0.05, "{}: {loss}, said {baseline}", task.key);
        }
    }

    #[test]
    fn what_is_tested_is_not_learned() {
        for task in TASKS.iter().filter(|task| ["agreement", "sentiment"].contains(&task.key)) {
            let knob = task.knob.2;
            let train = sequences(&batch(task, knob, 3000, Part::Train), (task.inputs)(&Level::of(task)));
            for part in [Part::Validation, Part::Test] {
                let held = sequences(&batch(task, knob, 500, part), (task.inputs)(&Level::of(task)));
                assert!(train.is_disjoint(&held), "{}", task.key);
            }
        }
    }
}
