//! The next word of a small story: "Anna had a red ball . it was late . she gave the red ball to Ben ." The pronoun,
//! the thing and its colour follow from the first sentence, across the sentences in between. The grammar below
//! generates the stories, a word a time step; the knob is the number of sentences in between. The target at every time
//! step is the next word.
//!
//! The baselines are the unigram and the bigram model, with frequencies counted in 2,000 stories.

use super::grammar::{Combination, Lexicon, first, number_of, size, word};
use super::{Baseline, Batch, Draw, Guess, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;

const WOMEN: &[&str] = &["Anna", "Clara", "Emma", "Grace"];
const MEN: &[&str] = &["Ben", "David", "Felix", "Hugo"];
const COLOURS: &[&str] = &["red", "blue", "green", "white", "black", "gold"];
const THINGS: &[&str] = &["ball", "book", "hat", "kite", "lamp", "ring", "cup", "coat"];
const DEEDS: &[&str] = &["gave", "showed", "sold", "lent"];
const TIMES: &[&str] = &["late", "cold", "early", "dark"];
const OTHERS: &[&str] = &["had", "a", ".", "it", "was", "she", "he", "the", "to"];
const LEXICON: Lexicon = &[WOMEN, MEN, COLOURS, THINGS, DEEDS, TIMES, OTHERS];
/// Words in a story without the sentences in between, and in one of these.
const WORDS: usize = 14;
const BETWEEN: usize = 4;
/// Stories in which the baselines' frequencies are counted.
const COUNTED: usize = 2000;

pub const TASK: Task = Task {
    key: "next_word",
    knob: (0, 8, 1),
    steps: |level| WORDS + BETWEEN * level.knob - 1,
    inputs: |_| size(LEXICON),
    outputs: |_| size(LEXICON),
    baselines,
    mark: Mark::Baseline,
    draw,
    shown: Shown::Text,
    input: |_, number| word(LEXICON, number).into(),
    output: |_, number| word(LEXICON, number).into(),
    ..PLAIN
};

/// Draws a story with `between` sentences in between: its words, and the part of the data it belongs to.
fn story(draws: &mut Draw, between: usize) -> (Vec<usize>, Part) {
    let mut combination = Combination::default();
    let mut choose = |draws: &mut Draw, list: usize| {
        let number = first(LEXICON, list) + draws.below(LEXICON[list].len());
        combination.mark(number);
        number
    };
    let plain = |word: &str| number_of(LEXICON, word);
    let sex = draws.below(2);
    let (who, colour, thing) = (choose(draws, sex), choose(draws, 2), choose(draws, 3));
    let mut words = vec![who, plain("had"), plain("a"), colour, thing, plain(".")];
    for _ in 0..between {
        words.extend([plain("it"), plain("was"), first(LEXICON, 5) + draws.below(TIMES.len()), plain(".")]);
    }
    let deed = choose(draws, 4);
    let other_sex = draws.below(2);
    let whom = choose(draws, other_sex);
    words.extend([[plain("she"), plain("he")][sex], deed, plain("the"), colour, thing, plain("to"), whom, plain(".")]);
    (words, combination.part())
}

/// The counted baselines. [`Sets`](super::Sets) caches one value for each type: hence a type of its own.
struct Counted(Vec<Baseline>);

fn baselines(level: &Level) -> Vec<Baseline> {
    level.sets.worked_out(level.knob, || Counted(count(level.knob))).0.clone()
}

fn count(between: usize) -> Vec<Baseline> {
    let (words, mut draws) = (size(LEXICON), Draw::new(0, Part::Train));
    let mut pairs = vec![0.0; words * words];
    for _ in 0..COUNTED {
        let (story, _) = story(&mut draws, between);
        story.windows(2).for_each(|pair| pairs[pair[0] * words + pair[1]] += 1.0);
    }
    let entropy = |rows: &mut dyn Iterator<Item = Vec<f64>>| {
        let (mut loss, mut right, mut all) = (0.0, 0.0, 0.0);
        for row in rows {
            let sum: f64 = row.iter().sum();
            loss -= row.iter().filter(|n| **n > 0.0).map(|n| n * (n / sum).ln()).sum::<f64>();
            right += row.iter().copied().fold(0.0, f64::max);
            all += sum;
        }
        (loss / all, right / all)
    };
    let each = (0..words).map(|after| pairs.iter().skip(after).step_by(words).sum()).collect();
    let (loss, right) = entropy(&mut std::iter::once(each));
    let unigram = Baseline { guess: Guess::Unigram, loss, right };
    let (loss, right) = entropy(&mut pairs.chunks_exact(words).map(<[f64]>::to_vec));
    vec![unigram, Baseline { guess: Guess::Bigram, loss, right }]
}

fn draw(draws: &mut Draw, level: &Level, sequences: usize, part: Part) -> Batch {
    let steps = (TASK.steps)(level);
    let mut input = Input::new(steps, sequences, size(LEXICON));
    let mut next = vec![0; steps * sequences];
    let mut sequence = 0;
    while sequence < sequences {
        let (words, of) = story(draws, level.knob);
        if of != part {
            continue;
        }
        for t in 0..steps {
            input.set(t, sequence, words[t], 1.0);
            next[t * sequences + sequence] = words[t + 1] as u32;
        }
        sequence += 1;
    }
    input.asked_at_each(Target::Class(next))
}
