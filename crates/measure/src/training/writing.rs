//! What a network that knows what comes next writes by itself: each answer is drawn by its share, and read as the next
//! input.

use engine::step_by_step;
use engine::train::Batch;
use learn::task::{Draw, Part};
use learn::training::Session;

use super::answers::{most_likely, shares};

/// Steps that are written, and those before that are read; what is read comes from validation.
const WRITTEN: usize = 160;
const READ: usize = 16;
/// Of sequences that end by themselves so many are written, each from its first word.
const STORIES: usize = 4;

/// What a network has written, as classes of its task.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// The temperature: answers are divided by it before softmax.
    pub temperature: f64,
    /// What it read first, the same for every text.
    pub read: Vec<usize>,
    /// What it wrote after that, text by text.
    pub texts: Vec<Vec<usize>>,
}

impl Writing {
    /// Has the network write after the start of a sequence, now or at a step.
    pub fn of(session: &mut Session, batch: &Batch, at: Option<usize>, temperature: f64) -> Self {
        let level = session.setup.level.clone();
        let (task, inputs) = (level.task(), (level.task().inputs)(&level));
        let one = |number: usize| {
            let mut x = vec![0.0; inputs];
            x[number] = 1.0;
            x
        };
        // A story ends, and no network has learned what comes after.
        let (texts, read, written) =
            if task.key == "next_word" { (STORIES, 1, batch.steps) } else { (1, READ.min(batch.steps), WRITTEN) };
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
