//! What a network that knows what comes next writes by itself: each answer is drawn by its share, and read as the next
//! input.

use super::answers::{most_likely, shares};
use crate::html::escape;
use engine::step_by_step;
use learn::task::{Draw, Part};
use learn::training::Session;
use words::fill;
use words::training::words;

/// Steps that are written, and those before that are read; what is read comes from validation.
const WRITTEN: usize = 160;
const READ: usize = 16;
/// Of sequences that end by themselves so many are written, each from its first word.
const STORIES: usize = 4;

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
    let named = |numbers: &[usize]| -> Vec<String> { numbers.iter().map(|n| (task.output)(&level, *n)).collect() };
    let begun = named(&read);
    let space = if begun.iter().any(|name| name.chars().count() > 1) { " " } else { "" };
    let texts = (0..texts).map(|_| format!("<i>{}</i>{space}{}", joined(&begun), joined(&named(&write()))));
    let texts: Vec<String> = texts.collect();
    let said = fill(words().written_at, &[("temperature", &words::format::short(temperature))]);
    format!("<p class=\"written\" tabindex=\"0\">{}</p><p><small>{said}</small></p>", texts.join("\n"))
}
