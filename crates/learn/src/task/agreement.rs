//! Subject–verb agreement (Linzen et al. 2016): "The book that I bought last month from the old stores ___ excellent":
//! was or were? The verb agrees with the first noun; nouns in between mislead. The grammar below generates the
//! sentences, a word a time step; the knob is the number of words between noun and verb.
//!
//! Each noun in between is singular or plural independently, so that both the nearest noun and the more frequent number
//! predict the verb no better than chance. Baseline: a guess scores ln 2. The template and the words of a sentence, but
//! not their grammatical number, decide which part of the data it belongs to.

use super::grammar::{self, Combination};
use super::{Baseline, Batch, Defaults, Draw, Level, Mark, PLAIN, Part, Shown, Task};

/// The nouns, singular and plural: subjects and distractors.
const NOUNS: [(&str, &str); 12] = [
    ("book", "books"),
    ("store", "stores"),
    ("letter", "letters"),
    ("garden", "gardens"),
    ("teacher", "teachers"),
    ("doctor", "doctors"),
    ("picture", "pictures"),
    ("village", "villages"),
    ("student", "students"),
    ("song", "songs"),
    ("bridge", "bridges"),
    ("friend", "friends"),
];

/// Phrases between subject and verb. N stands for a noun.
const PIECES: [&[&str]; 10] = [
    &["near", "the", "N"],
    &["from", "the", "old", "N"],
    &["that", "I", "bought", "from", "the", "N"],
    &["that", "we", "saw", "last", "month"],
    &["beside", "the", "N"],
    &["which", "nobody", "in", "the", "N", "knew"],
    &["of", "the", "N"],
    &["behind", "the", "new", "N"],
    &["that", "the", "N", "liked"],
    &["with", "the", "N"],
];

/// Single words that fill the distance where no phrase fits.
const FILLERS: [&str; 4] = ["there", "today", "indeed", "again"];

/// The words other than nouns, by their numbers.
const WORDS: [&str; 26] = [
    "the", "near", "from", "old", "that", "I", "bought", "we", "saw", "last", "month", "beside", "which", "nobody",
    "in", "knew", "of", "behind", "new", "liked", "with", "there", "today", "indeed", "again", "",
];

/// The size of the vocabulary.
const INPUTS: usize = WORDS.len() + 2 * NOUNS.len();

pub const TASK: Task = Task {
    key: "agreement",
    knob: (3, 60, 20),
    steps: |level| level.knob + 2,
    inputs: |_| INPUTS,
    outputs: |_| 2,
    baselines: |_| Baseline::only(2.0_f64.ln(), 0.5),
    mark: Mark::Right(0.95),
    draw,
    defaults: Defaults { units: 32, rate: 0.005, steps: 3000 },
    shown: Shown::Choice,
    input: |_, number| word(number).into(),
    output: |_, class| ["was", "were"][class].into(),
    ..PLAIN
};

/// The word with a number: first [`WORDS`], then each noun's singular and plural.
#[must_use]
fn word(number: usize) -> &'static str {
    match number.checked_sub(WORDS.len()) {
        None => WORDS[number],
        Some(noun) => {
            let (one, many) = NOUNS[noun / 2 % NOUNS.len()];
            if noun % 2 == 0 { one } else { many }
        }
    }
}

/// The same noun in the other number, of agreement's words; `None` if the word is no noun.
#[must_use]
pub fn other_number(word: usize) -> Option<usize> {
    let noun = word.checked_sub(WORDS.len()).filter(|noun| *noun < 2 * NOUNS.len())?;
    Some(WORDS.len() + (noun ^ 1))
}

fn number_of(word: &str) -> usize {
    WORDS.iter().position(|known| *known == word).unwrap_or(WORDS.len() - 1)
}

/// A sentence: its words up to the verb, the part of the data it belongs to, and whether its first noun is plural.
fn sentence(draws: &mut Draw, steps: usize) -> (Vec<usize>, Part, bool) {
    // Singular or plural is not part of the combination.
    let mut combination = Combination::default();
    let mut noun = |draws: &mut Draw| {
        let which = draws.below(NOUNS.len());
        combination.mark(which);
        (which, draws.below(2))
    };
    let (first, plural) = noun(draws);
    let mut words = vec![number_of("the"), WORDS.len() + 2 * first + plural];
    let mut left = steps - 2;
    while left > 0 {
        let piece = draws.below(PIECES.len());
        if PIECES[piece].len() > left {
            if PIECES.iter().all(|piece| piece.len() > left) {
                words.push(number_of(FILLERS[draws.below(FILLERS.len())]));
                left -= 1;
            }
            continue;
        }
        for word in PIECES[piece] {
            words.push(match *word {
                "N" => {
                    let (which, plural) = noun(draws);
                    WORDS.len() + 2 * which + plural
                }
                word => number_of(word),
            });
        }
        left -= PIECES[piece].len();
    }
    words.iter().filter(|word| **word < WORDS.len()).for_each(|word| combination.mark(word + 100));
    (words, combination.part(), plural == 1)
}

fn draw(draws: &mut Draw, level: &Level, sequences: usize, part: Part) -> Batch {
    grammar::batch((draws, level.knob + 2, sequences, part), INPUTS, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_number() {
        for piece in PIECES.iter().flat_map(|piece| piece.iter()).filter(|word| **word != "N").chain(&FILLERS) {
            assert_eq!(word(number_of(piece)), *piece);
        }
    }

    #[test]
    fn a_noun_has_another_number_and_no_other_word_has() {
        let other = |name: &str| {
            let numbers = (0..INPUTS).filter(|number| word(*number) == name);
            numbers.filter_map(other_number).map(word).next()
        };
        assert_eq!([other("book"), other("friends"), other("near")], [Some("books"), Some("friend"), None]);
        assert_eq!(other_number(INPUTS), None);
    }

    #[test]
    fn neither_the_nearest_noun_nor_the_more_frequent_form_tells_the_verb() {
        let mut draws = Draw::new(3, Part::Test);
        let (mut nearest, mut plurals, mut counted) = (0, 0, 0);
        for _ in 0..20_000 {
            let (words, _, plural) = sentence(&mut draws, 22);
            let last = words[2..].iter().rev().find(|word| **word >= WORDS.len());
            plurals += usize::from(plural);
            if let Some(last) = last {
                counted += 1;
                nearest += usize::from(((last - WORDS.len()) % 2 == 1) == plural);
            }
        }
        for (hits, of) in [(nearest, counted), (plurals, 20_000)] {
            let share = f64::from(hits as u32) / f64::from(of as u32);
            assert!((share - 0.5).abs() < 0.02, "{share}");
        }
    }
}
