//! What a network that knows what comes next writes by itself: each answer is drawn by its share, and read as the next
//! input.

use super::example::{most_likely, shares};
use super::session::Session;
use super::words::words;
use crate::engine::step_by_step;
use crate::laboratory::html::escape;
use crate::task::train::{Draw, Part};
use crate::words::fill;

/// Steps that are written, and those before that are read; what is read comes from validation.
const WRITTEN: usize = 160;
const READ: usize = 16;

/// The names of classes one after the other; words with spaces between.
fn joined(names: &[String]) -> String {
    let spaced = names.iter().any(|name| name.chars().count() > 1);
    escape(&names.join(if spaced { " " } else { "" }))
}

/// What was read, and what was written after it at a temperature.
pub fn writing(session: &mut Session, at: Option<usize>, temperature: f64) -> String {
    let level = session.setup.level.clone();
    let (task, inputs) = (level.task(), (level.task().inputs)(&level));
    let (batch, _) = session.example(at);
    let one = |number: usize| {
        let mut x = vec![0.0; inputs];
        x[number] = 1.0;
        x
    };
    let read: Vec<usize> = batch.x.chunks_exact(inputs).take(READ.min(batch.steps)).map(most_likely).collect();
    let weights = session.weights_at(session.moment(at));
    let mut draws = Draw::new(session.setup.seed, Part::Test);
    let mut written: Vec<usize> = vec![];
    let mut t = 0;
    step_by_step(&weights.layers, &one(read[0]), read.len() + WRITTEN - 1, |h| {
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
        written.push(chosen);
        Some(one(chosen))
    });
    let named = |numbers: &[usize]| -> Vec<String> { numbers.iter().map(|n| (task.output)(&level, *n)).collect() };
    let (read, written) = (named(&read), named(&written));
    let space = if written.iter().any(|name| name.chars().count() > 1) { " " } else { "" };
    let said = fill(words().written_at, &[("temperature", &crate::format::short(temperature))]);
    format!(
        "<p class=\"written\" tabindex=\"0\"><i>{}</i>{space}{}</p><p><small>{said}</small></p>",
        joined(&read),
        joined(&written)
    )
}
