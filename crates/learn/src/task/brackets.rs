//! Brackets and quotes. A text of letters, brackets and quotes such as `a(b"("c)`: inside quotes brackets do not count. The
//! target at every time step is what has to close next: a bracket, a quote, or nothing. To be right always a network has to
//! count how many brackets are open, and to keep whether a quote is. The knob is the greatest depth.
//!
//! The depth goes to a target and then to another, each as likely as another; letters and quotes come in between. The baseline
//! knows the character alone: its accuracy is that of the most frequent target after that character, its loss the conditional
//! entropy of the target given the character.

use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;

/// Characters in a text: time steps T.
const STEPS: usize = 48;

/// The greatest knob.
const MOST: usize = 12;

/// The shares of letters and of opening quotes outside quotes; the rest are brackets.
const OUTSIDE: (f64, f64) = (0.2, 0.1);

/// The shares of letters and of the closing quote inside quotes; of the rest half are opening brackets, half closing ones.
const INSIDE: (f64, f64) = (0.3, 0.3);

/// What every text is written in: the place of a character is its number.
pub const CHARACTERS: &str = "abcdefghijklmnopqrstuvwxyz()\"";

/// The number of letters.
const LETTERS: usize = 26;

/// The names of what closes next.
pub const CLASSES: [&str; 3] = ["–", ")", "\""];

/// The task.
pub const TASK: Task = Task {
    key: "brackets",
    knob: (1, MOST, 8),
    steps: |_| STEPS,
    inputs: |_| CHARACTERS.len(),
    outputs: |_| CLASSES.len(),
    baselines: |level| baseline(level.knob),
    mark: Mark::Right(0.99),
    draw,
    defaults: Defaults { units: 16, rate: 0.01, steps: 3000 },
    shown: Shown::Tags,
    input: |_, number| CHARACTERS.get(number..=number).unwrap_or_default().into(),
    output: |_, class| CLASSES[class].into(),
    ..PLAIN
};

/// A kind of character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Character {
    /// Any letter.
    Letter,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A quote.
    Quote,
}

impl Character {
    /// The kind of the character with a number.
    #[must_use]
    pub fn of(number: usize) -> Self {
        match number {
            0..LETTERS => Self::Letter,
            LETTERS => Self::Open,
            n if n == Self::Close.number() => Self::Close,
            _ => Self::Quote,
        }
    }

    /// The number of such a character; of the letters the first.
    const fn number(self) -> usize {
        match self {
            Self::Letter => 0,
            Self::Open => LETTERS,
            Self::Close => LETTERS + 1,
            Self::Quote => LETTERS + 2,
        }
    }
}

/// The number of a character; `None` if texts are not written with it.
#[must_use]
pub fn number_of(character: char) -> Option<usize> {
    CHARACTERS.find(character)
}

/// What is open after a character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// Brackets that are open, of those outside quotes.
    pub depth: usize,
    /// Whether a quote is open.
    pub quoted: bool,
}

impl Opened {
    /// What is open after one more character; `None` if a bracket closes where none is open.
    #[must_use]
    pub fn after(self, character: Character) -> Option<Self> {
        let Self { depth, quoted } = self;
        Some(match character {
            Character::Quote => Self { depth, quoted: !quoted },
            Character::Open if !quoted => Self { depth: depth + 1, quoted },
            Character::Close if !quoted => Self { depth: depth.checked_sub(1)?, quoted },
            _ => self,
        })
    }

    /// What has to close next, as a class.
    #[must_use]
    pub fn class(self) -> usize {
        match self {
            Self { quoted: true, .. } => 2,
            Self { depth: 1.., .. } => 1,
            _ => 0,
        }
    }
}

/// The probability of each kind of character, where the depth is on its way to a target.
fn likely(opened: Opened, target: usize) -> [(Character, f64); 4] {
    let (letter, quote) = if opened.quoted { INSIDE } else { OUTSIDE };
    let rest = 1.0 - letter - quote;
    let open = match opened {
        Opened { quoted: true, .. } => rest / 2.0,
        Opened { depth, .. } if depth < target => rest,
        _ => 0.0,
    };
    [(Character::Letter, letter), (Character::Quote, quote), (Character::Open, open), (Character::Close, rest - open)]
}

/// Draws a kind of character.
fn character(draws: &mut Draw, opened: Opened, target: usize) -> Character {
    let mut left = draws.unit();
    let all = likely(opened, target);
    let chosen = all.iter().find(|(_, share)| {
        left -= share;
        left < 0.0
    });
    chosen.map_or(Character::Letter, |(character, _)| *character)
}

/// A target other than the depth, from 0 to `most`.
fn other(draws: &mut Draw, depth: usize, most: usize) -> usize {
    let drawn = draws.below(most);
    drawn + usize::from(drawn >= depth)
}

/// The number of a character of a kind: any letter, each as likely as another.
fn number(draws: &mut Draw, character: Character) -> usize {
    match character {
        Character::Letter => draws.below(LETTERS),
        other => other.number(),
    }
}

fn draw(draws: &mut Draw, level: &Level, sequences: usize, _: Part) -> Batch {
    let mut input = Input::new(STEPS, sequences, CHARACTERS.len());
    let mut right = vec![0; STEPS * sequences];
    for sequence in 0..sequences {
        let mut opened = Opened::default();
        let mut target = other(draws, 0, level.knob);
        for t in 0..STEPS {
            let next = character(draws, opened, target);
            opened = opened.after(next).unwrap_or(opened);
            if opened.depth == target {
                target = other(draws, opened.depth, level.knob);
            }
            input.set(t, sequence, number(draws, next), 1.0);
            right[t * sequences + sequence] = opened.class() as u32;
        }
    }
    input.asked_at_each(Target::Class(right))
}

/// Draws a text that goes to a depth and back to 0 once, with letters and quotes in between: the numbers of its characters.
#[must_use]
pub fn mountain(draws: &mut Draw, depth: usize) -> Vec<usize> {
    let (mut opened, mut target, mut text) = (Opened::default(), depth, vec![]);
    loop {
        let next = character(draws, opened, target);
        opened = opened.after(next).unwrap_or(opened);
        text.push(number(draws, next));
        match (opened.depth == target && !opened.quoted, target) {
            (true, 0) => return text,
            (true, _) => target = 0,
            _ => {}
        }
    }
}

/// What has to close next after each character of a text, as classes; `None` where a bracket closes and none is open.
#[must_use]
pub fn classes(text: &[usize]) -> Option<Vec<usize>> {
    Some(opened(text)?.into_iter().map(Opened::class).collect())
}

/// What is open after each character of a text; `None` where a bracket closes and none is open.
#[must_use]
pub fn opened(text: &[usize]) -> Option<Vec<Opened>> {
    let mut now = Opened::default();
    let mut next = |character: &usize| {
        now = now.after(Character::of(*character))?;
        Some(now)
    };
    text.iter().map(&mut next).collect()
}

/// The share of each target after each kind of character, over all steps of a text.
fn shares(most: usize) -> [[f64; 3]; 4] {
    let mut shares = [[0.0; 3]; 4];
    // The probability of each state, by depth, target, and whether a quote is open.
    let place = |opened: Opened, target: usize| (opened.depth * (most + 1) + target) * 2 + usize::from(opened.quoted);
    let size = 2 * (most + 1) * (most + 1);
    let mut now = vec![0.0; size];
    for target in 1..=most {
        now[place(Opened::default(), target)] = 1.0 / most as f64;
    }
    for _ in 0..STEPS {
        let mut after = vec![0.0; size];
        for (n, p) in now.iter().enumerate().filter(|(_, p)| **p > 0.0) {
            let (target, depth) = (n / 2 % (most + 1), n / 2 / (most + 1));
            let opened = Opened { depth, quoted: n % 2 == 1 };
            for (character, share) in likely(opened, target).into_iter().filter(|(_, share)| *share > 0.0) {
                let (next, p) = (opened.after(character).unwrap_or(opened), p * share);
                shares[character as usize][next.class()] += p / STEPS as f64;
                if next.depth != target {
                    after[place(next, target)] += p;
                    continue;
                }
                for other in (0..=most).filter(|other| *other != next.depth) {
                    after[place(next, other)] += p / most as f64;
                }
            }
        }
        now = after;
    }
    shares
}

fn baseline(most: usize) -> Vec<Baseline> {
    let shares = shares(most);
    let loss = |of: &[f64; 3]| {
        let sum: f64 = of.iter().sum();
        of.iter().filter(|p| **p > 0.0).map(|p| -p * (p / sum).ln()).sum::<f64>()
    };
    let right = |of: &[f64; 3]| of.iter().copied().fold(0.0, f64::max);
    Baseline::only(shares.iter().map(loss).sum(), shares.iter().map(right).sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::Sets;

    fn text(of: &str) -> Vec<usize> {
        of.chars().map(|c| number_of(c).unwrap()).collect()
    }

    #[test]
    fn what_closes_next_is_what_a_hand_finds() {
        for (written, right) in [
            ("a(b\"(\"c)", Some("–))\"\"))–")),
            ("(())", Some(")))–")),
            ("\"))\"()", Some("\"\"\"–)–")),
            ("(\"", Some(")\"")),
            ("())", None),
            ("", Some("")),
        ] {
            let found =
                classes(&text(written)).map(|all| all.into_iter().map(|class| CLASSES[class]).collect::<String>());
            assert_eq!(found.as_deref(), right, "{written}");
        }
    }

    #[test]
    fn a_batch_asks_what_closes_next_and_goes_no_deeper_than_the_knob() {
        let task = Task::named("brackets");
        for knob in [1, 3, MOST] {
            let level = Level { knob, ..Level::of(task, &Sets::default()) };
            let batch = draw(&mut Draw::new(4, Part::Train), &level, 50, Part::Train);
            let Target::Class(right) = &batch.target else { panic!() };
            let mut deepest = 0;
            for sequence in 0..50 {
                let row = |t: usize| &batch.x[(t * 50 + sequence) * CHARACTERS.len()..][..CHARACTERS.len()];
                let text: Vec<usize> = (0..STEPS).map(|t| row(t).iter().position(|x| *x == 1.0).unwrap()).collect();
                let own: Vec<usize> = (0..STEPS).map(|t| right[t * 50 + sequence] as usize).collect();
                assert_eq!(classes(&text), Some(own));
                deepest = deepest.max(opened(&text).unwrap().iter().map(|now| now.depth).max().unwrap());
            }
            assert_eq!(deepest, knob);
        }
    }

    /// With one bracket at most: after an opening one a bracket or a quote, after a closing one nothing or a quote.
    #[test]
    fn the_shares_of_the_baseline_are_those_of_all_texts() {
        let all = shares(1);
        assert!((all.iter().flatten().sum::<f64>() - 1.0).abs() < 1e-12);
        let [_, quote, open, close] = [Character::Letter, Character::Quote, Character::Open, Character::Close]
            .map(|character| all[character as usize]);
        assert!(open[0] == 0.0 && close[1] == 0.0 && quote.iter().all(|share| *share > 0.0), "{all:?}");
    }
}
