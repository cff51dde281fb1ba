//! Tagging: the target at every time step is the class of the word, which follows from the words before it. The
//! grammars below generate the texts, a word a time step. Ambiguous words make the task hard.
//!
//! Parts of speech: in "they quickly cook and plan and …" the ambiguous words are verbs, in "the old cook and plan and
//! …" nouns. The head of the chain tells which. Named entities: "we met Jordan , Ford and …" lists people, "we reached
//! Jordan , …" places, "we sold Ford , …" companies. The knob is the largest number of ambiguous words in a chain.
//!
//! The baseline predicts each word's class from the word alone: its accuracy is that of the most frequent class, its
//! loss the conditional entropy of the class given the word.

use super::grammar::{Combination, Lexicon, first, number_of, size, word};
use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;

/// Words in a text: time steps T.
const STEPS: usize = 40;

/// Ambiguous words: nouns or verbs.
const EITHER: &[&str] = &["cook", "plan", "watch", "play", "fish", "help", "paint", "visit"];
const PRONOUNS: &[&str] = &["we", "they", "you", "I"];
const ARTICLES: &[&str] = &["the", "a", "this", "every"];
const ADVERBS: &[&str] = &["often", "quickly", "never"];
const ADJECTIVES: &[&str] = &["old", "good", "small"];
const LINKS: &[&str] = &["and", "or"];
const ENDS: &[&str] = &["."];
const SPEECH: Lexicon = &[EITHER, PRONOUNS, ARTICLES, ADVERBS, ADJECTIVES, LINKS, ENDS];
/// The names of the classes. A word of the first list is a noun or a verb; each other list has one class.
const CLASSES: [&str; 8] = ["noun", "verb", "pron", "art", "adv", "adj", "conj", "."];

pub const SPEECH_TASK: Task = Task {
    key: "speech_parts",
    knob: (1, 12, 4),
    steps: |_| STEPS,
    inputs: |_| size(SPEECH),
    outputs: |_| CLASSES.len(),
    baselines: |level| {
        // The share of ambiguous words times the entropy of one: nouns and verbs are equally likely.
        let chain = (level.knob as f64 + 1.0) / 2.0;
        Baseline::only(chain / (2.0 * chain + 1.5) * 2.0_f64.ln(), 0.81)
    },
    mark: Mark::Right(0.98),
    draw: draw_speech,
    defaults: Defaults { units: 32, rate: 0.005, steps: 3000 },
    shown: Shown::Tags,
    input: |_, number| word(SPEECH, number).into(),
    output: |_, class| CLASSES[class].into(),
    ..PLAIN
};

/// Ambiguous names: a person's, a place's or a company's.
const NAMES: &[&str] = &["Jordan", "Ford", "Paris", "Austin", "Chelsea", "Mercedes", "Morgan", "Kent"];
const VERBS: &[&str] = &["met", "saw", "asked", "reached", "left", "toured", "bought", "sold", "owned"];
const OTHERS: &[&str] = &["we", "they", ",", "and", ".", "today", "again", "at", "last"];
const ENTITY: Lexicon = &[NAMES, VERBS, OTHERS];
const KINDS: [&str; 4] = ["person", "place", "firm", "–"];

pub const ENTITY_TASK: Task = Task {
    key: "entities",
    knob: (1, 12, 4),
    steps: |_| STEPS,
    inputs: |_| size(ENTITY),
    outputs: |_| KINDS.len(),
    baselines: |level| {
        let chain = (level.knob as f64 + 1.0) / 2.0;
        Baseline::only(chain / (2.0 * chain + 2.67) * 3.0_f64.ln(), 0.78)
    },
    mark: Mark::Right(0.98),
    draw: draw_entities,
    defaults: Defaults { units: 32, rate: 0.005, steps: 3000 },
    shown: Shown::Tags,
    input: |_, number| word(ENTITY, number).into(),
    output: |_, class| KINDS[class].into(),
    ..PLAIN
};

/// A sentence: pairs of a word's number and its class.
type Tagged = Vec<(usize, usize)>;

/// Draws a sentence: a pronoun or article, perhaps an adverb or adjective, then a chain of 1 to `longest` ambiguous
/// words joined by "and" or "or".
fn speech(draws: &mut Draw, longest: usize, combination: &mut Combination) -> Tagged {
    let mut say = |draws: &mut Draw, list: usize, class: usize| {
        let number = first(SPEECH, list) + draws.below(SPEECH[list].len());
        combination.mark(number);
        (number, class)
    };
    let verbs = draws.below(2);
    let mut all = vec![say(draws, 1 + usize::from(verbs == 0), 2 + usize::from(verbs == 0))];
    if draws.below(2) == 1 {
        all.push(say(draws, 3 + usize::from(verbs == 0), 4 + usize::from(verbs == 0)));
    }
    for place in 0..=draws.below(longest) {
        if place > 0 {
            all.push(say(draws, 5, 6));
        }
        all.push(say(draws, 0, verbs));
    }
    all.push(say(draws, 6, 7));
    all
}

/// Draws a sentence such as "we met Jordan , Ford and Kent ." with 1 to `longest` names.
fn entities(draws: &mut Draw, longest: usize, combination: &mut Combination) -> Tagged {
    let other = KINDS.len() - 1;
    let plain = |word: &str| (number_of(ENTITY, word), other);
    let kind = draws.below(3);
    let verb = first(ENTITY, 1) + 3 * kind + draws.below(3);
    combination.mark(verb);
    let mut all = vec![plain(["we", "they"][draws.below(2)]), (verb, other)];
    let count = 1 + draws.below(longest);
    for place in 0..count {
        if place > 0 {
            all.push(plain(if place + 1 == count { "and" } else { "," }));
        }
        let name = draws.below(NAMES.len());
        combination.mark(name);
        all.push((name, kind));
    }
    match draws.below(3) {
        0 => all.push(plain("today")),
        1 => all.push(plain("again")),
        _ => {}
    }
    all.push(plain("."));
    all
}

/// A batch of texts: sentences from one part of the data, one after the other; the last one is cut off.
fn draw(
    (draws, longest, sequences, part): (&mut Draw, usize, usize, Part),
    inputs: usize,
    sentence: fn(&mut Draw, usize, &mut Combination) -> Tagged,
) -> Batch {
    let mut input = Input::new(STEPS, sequences, inputs);
    let mut right = vec![0; STEPS * sequences];
    for sequence in 0..sequences {
        let mut t = 0;
        while t < STEPS {
            let mut combination = Combination::default();
            let words = sentence(draws, longest, &mut combination);
            if combination.part() != part {
                continue;
            }
            for (word, class) in words.into_iter().take(STEPS - t) {
                input.set(t, sequence, word, 1.0);
                right[t * sequences + sequence] = class as u32;
                t += 1;
            }
        }
    }
    input.asked_at_each(Target::Class(right))
}

fn draw_speech(draws: &mut Draw, level: &Level, sequences: usize, part: Part) -> Batch {
    draw((draws, level.knob, sequences, part), size(SPEECH), speech)
}

fn draw_entities(draws: &mut Draw, level: &Level, sequences: usize, part: Part) -> Batch {
    draw((draws, level.knob, sequences, part), size(ENTITY), entities)
}
