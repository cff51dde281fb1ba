//! Number words to digits, by an encoder-decoder (Sutskever et al. 2014). The encoder reads "vier hundert sieben und
//! zwanzig", a word a time step; the decoder starts from the encoder's last state and answers 4, 2, 7, end. Training
//! uses teacher forcing: at each time step the decoder reads the previous target, not its own previous answer. The
//! languages are English, French, German and Spanish; the knob is the largest number of digits.
//!
//! A number belongs to the same part of the data in all four languages, so no test number was seen in another language.
//! The baseline knows the frequency of each digit at each place.

use super::grammar::Combination;
use super::number_words::{Language, WORDS, number_of, spelled};
use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;

/// The class “end”: the target after the last digit, and the decoder's first input.
pub const END: usize = 10;
/// The most words in a number with at most this many digits, by the number of digits.
const LONGEST: [usize; 5] = [0, 1, 4, 6, 8];

/// The task of translation.
pub const TASK: Task = Task {
    key: "translation",
    knob: (2, 4, 3),
    steps: |level| LONGEST[level.knob],
    inputs: |_| WORDS.len() + 1,
    decoder: |_| END + 1,
    outputs: |_| END + 1,
    baselines: |level| {
        let (loss, right) = count(level.knob);
        Baseline::only(loss, right)
    },
    mark: Mark::Right(0.98),
    draw,
    defaults: Defaults { units: 64, rate: 0.005, steps: 4000 },
    shown: Shown::Translation,
    input: |_, number| WORDS.get(number).copied().unwrap_or_default().into(),
    output: |_, class| if class == END { "end".into() } else { class.to_string() },
    ..PLAIN
};

/// The digits of a number, padded with [`END`] to `places` classes.
fn digits(number: usize, places: usize) -> Vec<usize> {
    let mut digits: Vec<usize> = number.to_string().bytes().map(|digit| usize::from(digit - b'0')).collect();
    digits.resize(places, END);
    digits
}

/// The baseline's loss in nats and its accuracy, for numbers with at most `most` digits: it knows the frequency of each
/// class at each place.
fn count(most: usize) -> (f64, f64) {
    let (all, places) = (10_usize.pow(most as u32), most + 1);
    let mut counts = vec![[0.0_f64; END + 1]; places];
    for number in 0..all {
        digits(number, places).into_iter().zip(&mut counts).for_each(|(digit, count)| count[digit] += 1.0);
    }
    let share = |count: f64| count / all as f64;
    let entropy =
        |count: &[f64; END + 1]| count.iter().filter(|n| **n > 0.0).map(|n| -share(*n) * share(*n).ln()).sum::<f64>();
    let loss = counts.iter().map(entropy).sum::<f64>() / places as f64;
    // Only digits count in the accuracy, so between equally frequent classes the baseline answers a digit.
    let best = |count: &[f64; END + 1]| count[..END].iter().copied().fold(0.0, f64::max);
    let said = counts.iter().filter(|count| best(count) >= count[END]).map(best).sum::<f64>();
    let asked: f64 = counts.iter().map(|count| count[..END].iter().sum::<f64>()).sum();
    (loss, said / asked)
}

/// The decoder's inputs under teacher forcing, one-hot, S × B × (END + 1), row-major: [`END`] first, then each class
/// but the last. `classes` is S × B, where B is `sequences`.
#[must_use]
pub fn decoder_x(classes: &[usize], sequences: usize) -> Vec<f32> {
    let before = std::iter::repeat_n(END, sequences).chain(classes.iter().copied());
    let steps = before.take(classes.len());
    steps.flat_map(|class| (0..=END).map(move |k| if k == class { 1.0 } else { 0.0 })).collect()
}

fn draw(draws: &mut Draw, level: &Level, sequences: usize, part: Part) -> Batch {
    let (steps, places) = (LONGEST[level.knob], level.knob + 1);
    let mut input = Input::new(steps, sequences, WORDS.len() + 1);
    let mut right = vec![END; places * sequences];
    let mut sequence = 0;
    while sequence < sequences {
        let number = draws.below(10_usize.pow(level.knob as u32));
        let language = Language::ALL[draws.below(Language::ALL.len())];
        let mut combination = Combination::default();
        combination.mark(number);
        if combination.part() != part {
            continue;
        }
        let words = spelled(language, number);
        // Shorter numbers are padded in front with the blank, the last input.
        let blank = steps - words.len();
        (0..blank).for_each(|t| input.set(t, sequence, WORDS.len(), 1.0));
        words.iter().enumerate().for_each(|(t, word)| input.set(blank + t, sequence, number_of(word), 1.0));
        let digits = digits(number, places).into_iter().enumerate();
        digits.for_each(|(place, digit)| right[place * sequences + sequence] = digit);
        sequence += 1;
    }
    Batch {
        decoder_x: decoder_x(&right, sequences),
        asked: (0..places).collect(),
        blank: Some(END as u32),
        ..input.asked_at_the_end(Target::Class(right.into_iter().map(|class| class as u32).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::Sets;

    #[test]
    fn the_decoder_reads_what_was_right_before() {
        let level = Level::of(&TASK, &Sets::default());
        let batch = draw(&mut Draw::new(1, Part::Train), &level, 6, Part::Train);
        let Target::Class(right) = &batch.target else { panic!("classes") };
        let read = |s: usize, b: usize| {
            let x = &batch.decoder_x[(s * 6 + b) * (END + 1)..][..END + 1];
            x.iter().position(|x| *x > 0.5)
        };
        for b in 0..6 {
            assert_eq!(read(0, b), Some(END));
            assert!((1..4).all(|s| read(s, b) == Some(right[(s - 1) * 6 + b] as usize)));
        }
    }

    #[test]
    fn no_number_is_in_two_parts() {
        let level = Level::of(&TASK, &Sets::default());
        let numbers = |part: Part| -> std::collections::HashSet<Vec<u32>> {
            let batch = draw(&mut Draw::new(1, part), &level, 900, part);
            let Target::Class(right) = &batch.target else { panic!("classes") };
            (0..900).map(|b| (0..4).map(|s| right[s * 900 + b]).collect()).collect()
        };
        let [train, validation, test] = [Part::Train, Part::Validation, Part::Test].map(numbers);
        assert!(train.len() > 400 && validation.len() > 60 && test.len() > 60);
        assert!(train.is_disjoint(&validation) && train.is_disjoint(&test) && validation.is_disjoint(&test));
    }

    #[test]
    fn no_number_has_more_words_than_there_is_room() {
        for (most, longest) in LONGEST.iter().enumerate().skip(1) {
            let all =
                (0..10_usize.pow(most as u32)).flat_map(|n| Language::ALL.map(|language| spelled(language, n).len()));
            assert_eq!(all.max(), Some(*longest));
        }
    }
}
