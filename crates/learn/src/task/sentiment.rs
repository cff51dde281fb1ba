//! Sentiment with negation and contrast: "the film was not very good … but the song was lovely ." Is it praise or
//! blame? The clause after "but" decides, or the one before "though"; "not", "never" and "hardly" negate a word. The
//! grammar below generates the sentences, a word a time step; the knob is the number of words that lengthen a sentence.
//!
//! The baseline counts good and bad words: its accuracy is 57 %, and its loss, with the count calibrated, is 0.680.

use super::grammar::{self, Combination, Lexicon, first, number_of, size, word};
use super::{Baseline, Batch, Defaults, Draw, Level, Mark, PLAIN, Part, Shown, Task};

const GOOD: &[&str] = &["good", "great", "lovely", "funny", "clever", "fresh"];
const BAD: &[&str] = &["bad", "dull", "poor", "ugly", "slow", "stale"];
const TOPICS: &[&str] = &["film", "book", "meal", "song", "play", "room", "trip", "game"];
const NEGATORS: &[&str] = &["not", "never", "hardly"];
const STRESS: &[&str] = &["very", "quite", "really"];
const OTHERS: &[&str] =
    &["the", "was", "but", "though", ".", "there", "that", "day", "with", "all", "our", "friends", "in", "town"];
const LEXICON: Lexicon = &[GOOD, BAD, TOPICS, NEGATORS, STRESS, OTHERS];

/// Phrases that lengthen a sentence. The last one is a single word, which fits anywhere.
const PIECES: [&[&str]; 4] = [&["with", "all", "our", "friends"], &["that", "day"], &["in", "town"], &["there"]];
/// The words of the longest sentence without such phrases.
const CLAUSES: usize = 14;

pub const TASK: Task = Task {
    key: "sentiment",
    knob: (0, 60, 8),
    steps: |level| level.knob + CLAUSES,
    inputs: |_| size(LEXICON),
    outputs: |_| 2,
    baselines: |_| Baseline::only(0.680, 0.567),
    mark: Mark::Right(0.95),
    draw,
    defaults: Defaults { units: 32, rate: 0.005, steps: 4000 },
    shown: Shown::Choice,
    input: |_, number| word(LEXICON, number).into(),
    output: |_, class| ["blame", "praise"][class].into(),
    ..PLAIN
};

/// Appends a clause such as "the film was not very good" to `words`. Returns whether it praises.
fn clause(draws: &mut Draw, words: &mut Vec<usize>, combination: &mut Combination) -> bool {
    let mut say = |list: usize, choice: usize| {
        combination.mark(first(LEXICON, list) + choice);
        first(LEXICON, list) + choice
    };
    words.push(number_of(LEXICON, "the"));
    words.push(say(2, draws.below(TOPICS.len())));
    words.push(number_of(LEXICON, "was"));
    let turned = draws.unit() < 0.4;
    if turned {
        words.push(say(3, draws.below(NEGATORS.len())));
    }
    if draws.below(2) == 1 {
        words.push(say(4, draws.below(STRESS.len())));
    }
    let good = draws.below(2) == 0;
    words.push(say(usize::from(!good), draws.below(GOOD.len())));
    good != turned
}

/// Draws a sentence of `steps` words: the words, the part of the data, and whether it praises.
fn sentence(draws: &mut Draw, steps: usize) -> (Vec<usize>, Part, bool) {
    let mut combination = Combination::default();
    let (mut begin, mut end) = (vec![], vec![]);
    let mut praise = clause(draws, &mut begin, &mut combination);
    let link = draws.below(3);
    combination.mark(link);
    if link > 0 {
        end.push(number_of(LEXICON, if link == 1 { "but" } else { "though" }));
        let second = clause(draws, &mut end, &mut combination);
        praise = if link == 1 { second } else { praise };
    }
    end.push(number_of(LEXICON, "."));
    let mut left = steps - begin.len() - end.len();
    while left > 0 {
        let fitting = PIECES.iter().filter(|piece| piece.len() <= left);
        let fitting: Vec<_> = fitting.collect();
        let piece = fitting[draws.below(fitting.len())];
        begin.extend(piece.iter().map(|word| number_of(LEXICON, word)));
        left -= piece.len();
    }
    begin.extend(end);
    (begin, combination.part(), praise)
}

fn draw(draws: &mut Draw, level: &Level, sequences: usize, part: Part) -> Batch {
    grammar::batch((draws, level.knob + CLAUSES, sequences, part), size(LEXICON), sentence)
}

/// The count of good words minus that of bad words.
#[cfg(test)]
pub fn count(words: impl Iterator<Item = usize>) -> i32 {
    words.map(|word| if word < GOOD.len() { 1 } else { -i32::from(word < GOOD.len() + BAD.len()) }).sum()
}
