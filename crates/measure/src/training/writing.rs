//! Generated text: a network that predicts the next class samples from its own prediction, and reads the sample as its
//! next input.

use engine::step_by_step;
use engine::train::Batch;
use learn::task::{Draw, Part, Task};
use learn::training::Session;

use super::answers::{most_likely, shares};

/// Time steps that are generated, and time steps of a validation sequence that are read before.
const WRITTEN: usize = 160;
const READ: usize = 16;
/// Texts generated for a task whose sequences end by themselves, each from the first word on.
const STORIES: usize = 4;

/// Whether the classes of a task that writes are words, with spaces between them; else they are characters.
pub(super) fn has_words(task: &Task) -> bool {
    task.key == "next_word"
}

/// Generated texts, as classes of the task.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// The temperature: outputs are divided by it before softmax.
    pub temperature: f64,
    /// The classes read first, the same for every text.
    pub read: Vec<usize>,
    /// The classes generated after them, for each text.
    pub texts: Vec<Vec<usize>>,
}

impl Writing {
    /// Generates texts after the start of a sequence (B = 1), with the present network or that of a training step.
    pub fn of(session: &mut Session, batch: &Batch, at: Option<usize>, temperature: f64) -> Self {
        let level = session.setup.level.clone();
        let (task, inputs) = (level.task(), (level.task().inputs)(&level));
        let one = |number: usize| {
            let mut x = vec![0.0; inputs];
            x[number] = 1.0;
            x
        };
        // A story ends, and no network learns what follows it.
        let (texts, read, written) =
            if has_words(task) { (STORIES, 1, batch.steps) } else { (1, READ.min(batch.steps), WRITTEN) };
        let read: Vec<usize> = batch.x.chunks_exact(inputs).take(read).map(most_likely).collect();
        let weights = session.weights_at(session.moment(at));
        let mut draws = Draw::new(session.setup.seed, Part::Test);
        let mut write = || {
            let mut text: Vec<usize> = vec![];
            let mut t = 0;
            step_by_step(&weights.layers, &one(read[0]), read.len() + written - 1, |h| {
                t += 1;
                if let Some(number) = read.get(t) {
                    return Some(one(*number));
                }
                let answer: Vec<f32> = weights
                    .head
                    .row_iter()
                    .zip(&weights.head_bias)
                    .map(|(row, bias)| {
                        let y = row.iter().zip(h).map(|(w, h)| w * h).sum::<f64>() + bias;
                        (y / temperature) as f32
                    })
                    .collect();
                let mut left = draws.unit();
                let chosen = shares(&answer).iter().position(|share| {
                    left -= share;
                    left < 0.0
                });
                let chosen = chosen.unwrap_or_else(|| most_likely(&answer));
                text.push(chosen);
                Some(one(chosen))
            });
            text
        };
        let texts = (0..texts).map(|_| write()).collect();
        Self { temperature, read, texts }
    }
}
