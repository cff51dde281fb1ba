//! The list of tasks, and the look-up by key.

use super::kind::Task;
use super::{
    adding, agreement, brackets, clicks, copy, frames, letters, order, parity, recall, sentiment, series, speech,
    story, tagging, translation,
};

/// Every task, in the order of the list on the page.
pub const TASKS: [Task; 25] = [
    adding::TASK,
    copy::TASK,
    recall::TASK,
    order::TASK,
    parity::TASK,
    brackets::TASK,
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

impl Task {
    /// The task with a key; the first task if none has it.
    #[must_use]
    pub fn named(key: &str) -> &'static Self {
        TASKS.iter().find(|task| task.key == key).unwrap_or(&TASKS[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::shipped;
    use crate::task::{Draw, Level, Mark, Part, Sets};
    use engine::train::{Batch, Target};
    use std::collections::{HashMap, HashSet};

    fn at(task: &'static Task, knob: usize, sets: &Sets) -> Level {
        Level { knob, ..Level::of(task, sets) }
    }

    /// A task without a line in `words::training::task` has Adding's.
    #[test]
    fn every_task_has_a_name_and_a_question_of_its_own() {
        let told = TASKS.map(|task| words::training::task(task.key));
        let (names, asks): (HashSet<_>, HashSet<_>) = told.iter().map(|own| (own.name, own.asks)).unzip();
        assert_eq!((names.len(), asks.len()), (TASKS.len(), TASKS.len()));
        assert!(told.iter().all(|own| !own.knob.is_empty() && own.scores.contains("{baseline}")));
    }

    fn batch(level: &Level, sequences: usize, part: Part) -> Batch {
        (level.task().draw)(&mut Draw::new(7, part), level, sequences, part)
    }

    #[test]
    fn every_task_has_the_shapes_it_says() {
        let sets = shipped();
        for task in &TASKS {
            let (low, high, begin) = task.knob;
            assert!(low < high && (low..=high).contains(&begin), "{}", task.key);
            for knob in [low, begin, high] {
                let level = at(task, knob, &sets);
                let batch = batch(&level, 5, Part::Train);
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
        let sets = shipped();
        for task in TASKS.iter().filter(|task| ![series::OWN, letters::OWN].contains(&task.key)) {
            let level = Level::of(task, &sets);
            assert_eq!(batch(&level, 4, Part::Train), batch(&level, 4, Part::Train));
            assert_ne!(batch(&level, 4, Part::Train).x, batch(&level, 4, Part::Test).x, "{}", task.key);
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

    /// What the baseline of a task goes by, at a step: nothing but in what is asked, the word that is read there, or a
    /// count.
    fn seen(level: &Level, batch: &Batch, t: usize, sequence: usize) -> i32 {
        let inputs = (level.task().inputs)(level);
        let word = |t: usize| {
            let x = &batch.x[(t * batch.sequences + sequence) * inputs..][..inputs];
            x.iter().position(|x| *x > 0.5).unwrap_or_default()
        };
        match level.task().key {
            "sentiment" => sentiment::count((0..batch.steps).map(word)),
            "speech_parts" | "entities" | "clicks" | "brackets" => word(t) as i32,
            _ => t as i32,
        }
    }

    #[test]
    fn counting_what_is_seen_scores_the_baseline() {
        let sets = shipped();
        for task in TASKS.iter().filter(|task| task.mark != Mark::Baseline) {
            for knob in [task.knob.2, task.knob.0.max(2)] {
                let level = at(task, knob, &sets);
                let batch = batch(&level, 3000, Part::Train);
                let Target::Class(classes) = &batch.target else { continue };
                let mut counts: HashMap<i32, Vec<f64>> = HashMap::new();
                let each = || batch.asked.iter().flat_map(|t| (0..batch.sequences).map(move |s| (*t, s)));
                for ((t, s), class) in each().zip(classes) {
                    let count =
                        counts.entry(seen(&level, &batch, t, s)).or_insert_with(|| vec![0.0; (task.outputs)(&level)]);
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
        let smarter = ["sentiment", "speech_parts", "entities", "clicks", "brackets"];
        let sets = shipped();
        for task in TASKS.iter().filter(|task| task.mark != Mark::Baseline && !smarter.contains(&task.key)) {
            let level = Level::of(task, &sets);
            let batch = batch(&level, 4000, Part::Train);
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
                        (0..(task.outputs)(&level)).map(share).filter(|p| *p > 0.0).map(|p| -p * p.ln()).sum::<f64>()
                    });
                    each.sum::<f64>() / batch.asked.len() as f64
                }
            };
            let baseline = level.baseline();
            assert!((loss / baseline - 1.0).abs() < 0.05, "{}: {loss}, said {baseline}", task.key);
        }
    }

    #[test]
    fn what_is_tested_is_not_learned() {
        for task in TASKS.iter().filter(|task| ["agreement", "sentiment"].contains(&task.key)) {
            let level = Level::of(task, &Sets::default());
            let train = sequences(&batch(&level, 3000, Part::Train), (task.inputs)(&level));
            for part in [Part::Validation, Part::Test] {
                let held = sequences(&batch(&level, 500, part), (task.inputs)(&level));
                assert!(train.is_disjoint(&held), "{}", task.key);
            }
        }
    }
}
