//! Tools of the tasks with generated sentences: numbered words, and the split of the sentences into parts of the data.

use super::{Batch, Draw, Input, Part};
use engine::hash;
use engine::train::Target;

/// The words of a grammar, in lists. Words are numbered from 0 through all lists.
pub type Lexicon = &'static [&'static [&'static str]];

/// The number of words in a grammar.
#[must_use]
pub const fn size(lexicon: Lexicon) -> usize {
    first(lexicon, lexicon.len())
}

/// The number of the first word of list `list` (from 0).
#[must_use]
pub const fn first(lexicon: Lexicon, list: usize) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < list {
        sum += lexicon[at].len();
        at += 1;
    }
    sum
}

/// The word with a number; empty if there is none.
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

/// A hash of the choices that define a sentence. It alone decides which part of the data the sentence belongs to, so no
/// combination of choices occurs in two parts.
#[derive(Clone, Copy, Debug)]
pub struct Combination(u64);

impl Default for Combination {
    fn default() -> Self {
        Self(hash::EMPTY)
    }
}

impl Combination {
    /// Adds a choice to the hash.
    pub fn mark(&mut self, choice: usize) {
        self.0 = hash::step(self.0, choice as u64);
    }

    /// The part of the data that the combination belongs to: 80 % training, 10 % validation, 10 % test.
    #[must_use]
    pub fn part(self) -> Part {
        // One more mixing step (SplitMix64, Steele et al. 2014); without it the part would depend mostly on the last
        // choice.
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        match (mixed >> 32) % 10 {
            0 => Part::Test,
            1 => Part::Validation,
            _ => Part::Train,
        }
    }
}

/// A batch of sentences from one part of the data, one-hot, a word a time step, with a class as the target at the end.
/// `sentence` draws a sentence of `steps` words: its words, its part, and its class.
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
