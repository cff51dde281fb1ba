//! Character-level language modelling of poems or of a person's own text: the target at every time step is the next
//! character. The knob is the length of a sequence.
//!
//! The text is cut into ten equal stretches: the fifth is the validation set, the last the test set, the others the
//! training set. No sequence crosses from one part into another. A character is what a reader sees as one, a grapheme cluster:
//! a letter with its marks, a whole emoji. Characters that are not among the 95 most frequent share one class.
//!
//! The baselines are the unigram and the bigram model, counted on the training set and scored on the validation set.
//! The bigram model is smoothed with the unigram frequencies, by the weight that gives the lowest validation loss.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use unicode_segmentation::UnicodeSegmentation;

use super::{Baseline, Batch, Defaults, Draw, Guess, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;
use model::keys::Key;
use words::invisible::visible;

/// The key of the task on a person's own text.
pub const OWN: &str = "own_text";
/// The fewest characters that a person's own text may have.
pub const LEAST: usize = 100;
/// The most characters of a text that are used; the rest is ignored.
pub const MOST: usize = 500_000;
/// The most characters with a class of their own; all others share one more class.
const MOST_LETTERS: usize = 95;
/// The character that stands for all others.
const OTHER: &str = "\u{fffd}";
/// Stretches that a text is cut into.
const STRETCHES: usize = 10;

const LETTERS: Task = Task {
    knob: (8, 200, 64),
    inputs: |level| corpus(level).alphabet.len(),
    outputs: |level| corpus(level).alphabet.len(),
    baselines: |level| corpus(level).baselines.clone(),
    mark: Mark::Baseline,
    draw,
    watched: |_| 64,
    held: |_| 64,
    defaults: Defaults { units: 96, rate: 0.005, steps: 1500 },
    shown: Shown::Text,
    input: name,
    output: name,
    fits: |level| level.text().map(|_| (Key::Knob, (corpus(level).text.len() / STRETCHES).saturating_sub(2).max(2))),
    ..PLAIN
};

/// The tasks, in the order of the list on the page.
pub const TASKS: [Task; 2] =
    [Task { key: "characters", files: &["poems.txt"], ..LETTERS }, Task { key: OWN, is_own: true, ..LETTERS }];

/// A text as classes, with its baselines.
#[derive(Debug)]
struct Corpus {
    /// A character a class, in their order in Unicode.
    alphabet: Vec<Box<str>>,
    /// The text as indices into the alphabet.
    text: Vec<u32>,
    baselines: Vec<Baseline>,
}

/// The text of a level; a short placeholder while its file is not loaded.
fn corpus(level: &Level) -> Rc<Corpus> {
    let text = level.text();
    // Only the placeholder depends on the knob: it has to be long enough for a sequence.
    let little = if text.is_some() { 0 } else { level.knob };
    level.sets.worked_out((level.task.key, level.own.clone(), little), || {
        Corpus::new(&text.unwrap_or_else(|| "ab".repeat(11 * little).into()))
    })
}

impl Corpus {
    fn new(text: &str) -> Self {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        text.graphemes(true).for_each(|letter| *counts.entry(letter).or_default() += 1);
        let mut by_count: Vec<(&str, usize)> = counts.into_iter().collect();
        by_count.sort_by_key(|(letter, count)| (usize::MAX - count, *letter));
        let mut alphabet: Vec<&str> = by_count.iter().take(MOST_LETTERS).map(|(letter, _)| *letter).collect();
        if by_count.len() > MOST_LETTERS && !alphabet.contains(&OTHER) {
            alphabet.push(OTHER);
        }
        alphabet.sort_unstable();
        let numbers: HashMap<&str, u32> = alphabet.iter().zip(0..).map(|(letter, n)| (*letter, n)).collect();
        let other = numbers.get(OTHER).copied().unwrap_or_default();
        let text = text.graphemes(true).map(|letter| numbers.get(letter).copied().unwrap_or(other)).collect();
        let mut own = Self { alphabet: alphabet.into_iter().map(Box::from).collect(), text, baselines: vec![] };
        own.baselines = own.guesses();
        own
    }

    /// The ranges of a part in the text, as indices of characters.
    fn stretches(&self, part: Part) -> Vec<Range<usize>> {
        let at = |stretch: usize| self.text.len() * stretch / STRETCHES;
        let ends = match part {
            Part::Train => &[(0, 4), (5, 9)][..],
            Part::Validation => &[(4, 5)],
            Part::Test => &[(9, STRETCHES)],
        };
        ends.iter().map(|(from, to)| at(*from)..at(*to)).collect()
    }

    /// Every character in a part (as its class) with the one that follows it.
    fn pairs(&self, part: Part) -> impl Iterator<Item = (usize, usize)> + '_ {
        let stretches = self.stretches(part).into_iter();
        let windows = stretches.flat_map(|stretch| self.text[stretch].windows(2));
        windows.map(|pair| (pair[0] as usize, pair[1] as usize))
    }

    fn guesses(&self) -> Vec<Baseline> {
        let size = self.alphabet.len();
        let (mut each, mut pairs) = (vec![1.0; size], vec![0.0; size * size]);
        for (before, after) in self.pairs(Part::Train) {
            each[after] += 1.0;
            pairs[before * size + after] += 1.0;
        }
        let all: f64 = each.iter().sum();
        each.iter_mut().for_each(|count| *count /= all);
        let followed: Vec<f64> = pairs.chunks_exact(size).map(|row| row.iter().sum()).collect();
        let mixed = |before: usize, after: usize, weight: f64| {
            (pairs[before * size + after] + weight * each[after]) / (followed[before] + weight)
        };
        let best =
            |share: &dyn Fn(usize) -> f64| (0..size).fold(0, |best, k| if share(k) > share(best) { k } else { best });
        let score = |share: &dyn Fn(usize, usize) -> f64| -> (f64, f64) {
            let guess: Vec<usize> = (0..size).map(|before| best(&|after| share(before, after))).collect();
            let (loss, right, n) = self.pairs(Part::Validation).fold((0.0, 0.0, 0.0), |(loss, right, n), (a, b)| {
                (loss - share(a, b).ln(), right + if guess[a] == b { 1.0 } else { 0.0 }, n + 1.0)
            });
            (loss / f64::max(n, 1.0), right / f64::max(n, 1.0))
        };
        let (loss, right) = score(&|_, after| each[after]);
        let unigram = Baseline { guess: Guess::Unigram, loss, right };
        let weights = [0.3, 1.0, 3.0, 10.0, 30.0, 100.0];
        let scores = weights.map(|weight| score(&|before, after| mixed(before, after, weight)));
        let (loss, right) =
            scores.into_iter().fold((f64::INFINITY, 0.0), |best, own| if own.0 < best.0 { own } else { best });
        vec![unigram, Baseline { guess: Guess::Bigram, loss, right }]
    }
}

fn name(level: &Level, letter: usize) -> String {
    corpus(level).alphabet.get(letter).map_or(String::new(), |letter| visible(letter).into_owned())
}

/// A batch: random places in the training set, or evenly spaced ones in the other parts.
fn draw(draws: &mut Draw, level: &Level, sequences: usize, part: Part) -> Batch {
    let (corpus, steps) = (corpus(level), level.knob);
    let stretches = corpus.stretches(part);
    let starts: Vec<Range<usize>> =
        stretches.into_iter().map(|all| all.start..all.end.saturating_sub(steps).max(all.start + 1)).collect();
    let count: usize = starts.iter().map(Range::len).sum();
    let mut input = Input::new(steps, sequences, corpus.alphabet.len());
    let mut next = vec![0; steps * sequences];
    for sequence in 0..sequences {
        let mut place = if part == Part::Train { draws.below(count) } else { sequence * count / sequences };
        let mut first = 0;
        for all in &starts {
            if place < all.len() {
                first = all.start + place;
                break;
            }
            place -= all.len();
        }
        let letter = |t: usize| corpus.text.get(first + t).copied().unwrap_or_default();
        for t in 0..steps {
            input.set(t, sequence, letter(t) as usize, 1.0);
            next[t * sequences + sequence] = letter(t + 1);
        }
    }
    input.asked_at_each(Target::Class(next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::{Sets, shipped};

    fn own(text: &str) -> Level {
        let mut sets = Sets::default();
        sets.bring("own-text-1", text);
        Level { own: "own-text-1".into(), ..Level::of(Task::named(OWN), &sets) }
    }

    #[test]
    fn the_parts_share_no_stretch_and_make_the_whole() {
        let corpus = corpus(&Level::of(Task::named("characters"), &shipped()));
        let mut all: Vec<Range<usize>> =
            [Part::Train, Part::Validation, Part::Test].iter().flat_map(|part| corpus.stretches(*part)).collect();
        all.sort_by_key(|stretch| stretch.start);
        assert!(all.windows(2).all(|pair| pair[0].end == pair[1].start));
        assert_eq!((all[0].start, all[all.len() - 1].end), (0, corpus.text.len()));
        assert_eq!((corpus.text.len(), corpus.alphabet.len()), (11_598, 60));
        assert_eq!(corpus.text[..4].iter().map(|n| &*corpus.alphabet[*n as usize]).collect::<String>(), "Shal");
    }

    #[test]
    fn a_text_without_surprise_has_no_bigram_entropy() {
        let [unigram, bigram] = corpus(&own(&"ab".repeat(300))).baselines[..] else { panic!("two") };
        assert!((unigram.loss - 2.0_f64.ln()).abs() < 1e-4, "{unigram:?}");
        assert!(bigram.loss < 0.01 && bigram.right > 0.999, "{bigram:?}");
    }

    #[test]
    fn rare_characters_count_as_one() {
        let text: String = (0..3000_u32).filter_map(|n| char::from_u32(0x4e00 + n % 300)).collect();
        assert_eq!(corpus(&own(&text)).alphabet.len(), MOST_LETTERS + 1);
        assert_eq!(corpus(&own(&text.replace('一', OTHER))).alphabet.len(), MOST_LETTERS + 1);
    }

    #[test]
    fn a_class_is_a_character_as_a_reader_sees_it() {
        let text = include_str!("../../../../tests/fixtures/cases/c15-zwj.txt");
        let level = own(text);
        let corpus = corpus(&level);
        assert_eq!((corpus.text.len(), corpus.alphabet.len()), (120, 4));
        assert_eq!(corpus.alphabet.iter().map(|letter| text.matches(&**letter).count()).collect::<Vec<_>>(), [30; 4]);
        assert_eq!((Task::named(OWN).inputs)(&level), 4);
        assert_eq!((Task::named(OWN).fits)(&level), Some((Key::Knob, 10)));
        let level = own(&"a\u{200b}\n".repeat(50));
        assert_eq!([0, 1, 2].map(|class| name(&level, class)), ["\n", "a", "⟨zero width space⟩"]);
    }

    #[test]
    fn characters_keep_the_order_of_unicode() {
        let corpus = corpus(&Level::of(Task::named("characters"), &shipped()));
        let letters: Vec<char> = corpus.alphabet.iter().flat_map(|letter| letter.chars()).collect();
        assert_eq!(letters.len(), 60);
        assert!(letters.is_sorted());
    }

    #[test]
    fn sequences_are_stretches_of_the_text() {
        let level = Level { knob: 20, ..Level::of(Task::named("characters"), &shipped()) };
        let batch = draw(&mut Draw::new(3, Part::Train), &level, 4, Part::Train);
        let corpus = corpus(&level);
        let text: String = corpus.text.iter().map(|n| &*corpus.alphabet[*n as usize]).collect();
        let Target::Class(next) = &batch.target else { panic!("classes") };
        for sequence in 0..4 {
            let own: String = (0..20).map(|t| &*corpus.alphabet[next[t * 4 + sequence] as usize]).collect();
            assert!(text.contains(&own), "{own:?}");
        }
    }
}
