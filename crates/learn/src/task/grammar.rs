//! What the tasks on generated sentences share: words by their number, and which part of the data a sentence belongs to.

use super::{Batch, Draw, Input, Part};
use engine::hash;
use engine::train::Target;

/// The words of a grammar, list after list.
pub type Lexicon = &'static [&'static [&'static str]];

/// How many words a grammar has.
#[must_use]
pub const fn size(lexicon: Lexicon) -> usize {
    first(lexicon, lexicon.len())
}

/// The number of the first word of a list.
#[must_use]
pub const fn first(lexicon: Lexicon, list: usize) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < list {
        sum += lexicon[at].len();
        at += 1;
    }
    sum
}

/// The word of a number; empty if there is none.
#[must_use]
pub fn word(lexicon: Lexicon, number: usize) -> &'static str {
    lexicon.iter().flat_map(|list| list.iter()).nth(number).copied().unwrap_or_default()
}

/// The number of a word.
///
/// # Panics
/// If the grammar has no such word.
#[must_use]
pub fn number_of(lexicon: Lexicon, word: &str) -> usize {
    let place = lexicon.iter().flat_map(|list| list.iter()).position(|known| *known == word);
    place.unwrap_or_else(|| panic!("the grammar has no word {word}"))
}

/// What makes a sentence this one, choice by choice. A sentence belongs to training, validation or test by it alone: so
/// no part shares a combination with another.
#[derive(Clone, Copy, Debug)]
pub struct Combination(u64);

impl Default for Combination {
    fn default() -> Self {
        Self(hash::EMPTY)
    }
}

impl Combination {
    /// Takes in one more choice.
    pub fn mark(&mut self, choice: usize) {
        self.0 = hash::step(self.0, choice as u64);
    }

    /// The part that it belongs to: eight in ten to training.
    #[must_use]
    pub fn part(self) -> Part {
        // Mixed once more (Steele et al. 2014): else the last choice would tell much of the part.
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        match (mixed >> 32) % 10 {
            0 => Part::Test,
            1 => Part::Validation,
            _ => Part::Train,
        }
    }
}

/// Sentences of one part of the data, a word a step, with a class asked for at the end: `sentence` gives the words, the
/// part it belongs to, and the class.
pub fn batch(
    (draws, steps, sequences, part): (&mut Draw, usize, usize, Part),
    words: usize,
    sentence: fn(&mut Draw, usize) -> (Vec<usize>, Part, bool),
) -> Batch {
    let mut input = Input::new(steps, sequences, words);
    let mut classes = vec![];
    while classes.len() < sequences {
        let (words, of, class) = sentence(draws, steps);
        if of != part {
            continue;
        }
        for (t, word) in words.into_iter().enumerate() {
            input.set(t, classes.len(), word, 1.0);
        }
        classes.push(u32::from(class));
    }
    input.asked_at_the_end(Target::Class(classes))
}
