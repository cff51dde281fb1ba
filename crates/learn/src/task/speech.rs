//! Speaker identification from Japanese vowels (Kudo, Toyama and Shimbo 1999): nine men say /ae/. An utterance is 7 to
//! 29 frames of 12 LPC cepstrum coefficients; the target at the end is the speaker. The recordings are real. As the
//! authors split them, 270 utterances are for training, and 370 for the test; here every fifth of the 270 is for
//! validation. The knob is the number of frames read: longer utterances are cut off, shorter ones padded with zeros in
//! front.
//!
//! Baseline: a guess scores ln 9.

use std::rc::Rc;

use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Sets, Shown, Task};
use engine::train::Target;
use model::sequence::rows;

const FILES: [&str; 2] = ["japanese-vowels-train.csv", "japanese-vowels-test.csv"];
/// Coefficients in a frame: inputs I.
const WIDTH: usize = 12;
const SPEAKERS: usize = 9;

pub const TASK: Task = Task {
    key: "speech",
    knob: (2, 29, 29),
    steps: |level| level.knob,
    inputs: |_| WIDTH,
    outputs: |_| SPEAKERS,
    baselines: |_| Baseline::only((SPEAKERS as f64).ln(), 1.0 / SPEAKERS as f64),
    mark: Mark::Right(0.99),
    draw,
    defaults: Defaults { units: 64, rate: 0.005, steps: 1000 },
    shown: Shown::Signal,
    output: |_, class| ["1", "2", "3", "4", "5", "6", "7", "8", "9"][class].into(),
    files: &FILES,
    held: |_| 370,
    ..PLAIN
};

/// The speaker (from 0), and the frames.
type Utterance = (u32, Vec<[f32; WIDTH]>);

/// The utterances of each part of the data, in the order of [`Part`].
#[derive(Default)]
struct Recordings([Vec<Utterance>; 3]);

/// Reads the utterances of a file. A row is a frame; rows with the same first column form an utterance; malformed rows
/// are skipped.
fn read(text: &str) -> Vec<Utterance> {
    let mut all: Vec<Utterance> = vec![];
    let mut last = String::new();
    // The columns are: utterance, speaker, number of the frame, coefficients.
    for (utterance, numbers) in rows(text) {
        let [speaker, _, frame @ ..] = &*numbers else { continue };
        let Ok(frame) = <[f64; WIDTH]>::try_from(frame) else { continue };
        if utterance != last || all.is_empty() {
            all.push((*speaker as u32 - 1, vec![]));
        }
        last = utterance;
        if let Some((_, frames)) = all.last_mut() {
            frames.push(frame.map(|number| number as f32));
        }
    }
    all
}

/// All utterances; empty if the files are not loaded.
fn recordings(sets: &Sets) -> Rc<Recordings> {
    sets.worked_out((), || {
        let (Some(learned), Some(tested)) = (sets.get(FILES[0]), sets.get(FILES[1])) else {
            return Recordings::default();
        };
        let numbered = read(&learned).into_iter().enumerate();
        let (watched, learned): (Vec<_>, Vec<_>) = numbered.partition(|(number, _)| number % 5 == 4);
        let plain = |some: Vec<(usize, Utterance)>| some.into_iter().map(|(_, own)| own).collect();
        Recordings([plain(learned), plain(watched), read(&tested)])
    })
}

/// A batch of utterances: the whole part in order if it has exactly `sequences` utterances, else drawn with
/// replacement.
fn draw(draws: &mut Draw, level: &Level, sequences: usize, part: Part) -> Batch {
    let heard = level.knob;
    let recordings = recordings(&level.sets);
    let all = &recordings.0[part as usize];
    let mut input = Input::new(heard, sequences, WIDTH);
    let mut classes = vec![];
    for sequence in 0..sequences {
        let number = if sequences == all.len() { sequence } else { draws.below(all.len().max(1)) };
        let Some((speaker, frames)) = all.get(number) else {
            classes.push(0);
            continue;
        };
        let frames = &frames[..frames.len().min(heard)];
        for (t, frame) in frames.iter().enumerate() {
            for (k, x) in frame.iter().enumerate() {
                input.set(heard - frames.len() + t, sequence, k, *x);
            }
        }
        classes.push(*speaker);
    }
    input.asked_at_the_end(Target::Class(classes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::shipped;

    #[test]
    fn the_recordings_are_as_their_authors_say() {
        let recordings = recordings(&shipped());
        let [learned, watched, tested] = &recordings.0;
        assert_eq!((learned.len() + watched.len(), tested.len()), (270, 370));
        assert_eq!((learned.len(), watched.len()), (216, 54));
        for all in [learned, watched, tested] {
            assert!(all.iter().all(|(speaker, frames)| *speaker < 9 && (7..=29).contains(&frames.len())));
        }
        assert!((0..9).all(|speaker| learned.iter().filter(|(s, _)| *s == speaker).count() == 24));
        let frames: usize = [learned, watched].iter().flat_map(|all| all.iter()).map(|(_, f)| f.len()).sum();
        assert_eq!(frames, 4274);
        // The first number of each file.
        assert_eq!(learned[0].1[0][0], 1.8609);
    }
}
