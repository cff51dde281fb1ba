//! The bracket counter: what a network's units follow in texts of brackets and quotes, what it answers after each character, and how
//! deep it counts.

use engine::trace::{CellKind, Layer, Parameters, Quantity, Series};
use engine::train::Batch;
use model::lab::Head;
use serde::{Deserialize, Serialize};

use crate::follow::{correlation, held, read};
use crate::task::brackets::{CHARACTERS, CLASSES, Opened, classes, mountain, opened};
use crate::task::{Draw, Level, Part};

/// Texts over which the units' states are compared with what they may follow.
pub const TEXTS: usize = 60;

/// Texts of each depth on which a network is tested.
pub const TESTED: usize = 40;

/// How many times the trained depth the deepest test is.
pub const DEEPER: usize = 3;

/// What of a text a unit can follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trait {
    /// How many brackets are open.
    Depth,
    /// Whether a quote is open.
    Quoted,
    /// The place of the character.
    Position,
}

impl Trait {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Depth, Self::Quoted, Self::Position];

    /// Its number after each character of a text; the place counts from 1.
    #[must_use]
    pub fn of(self, opened: &[Opened]) -> Vec<f64> {
        let one = |(t, now): (usize, &Opened)| match self {
            Self::Depth => now.depth as f64,
            Self::Quoted => f64::from(u8::from(now.quoted)),
            Self::Position => (t + 1) as f64,
        };
        opened.iter().enumerate().map(one).collect()
    }
}

/// How closely a unit follows something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Follows {
    /// Pearson's correlation of its state with it; 0 where one of them is constant.
    pub r: f64,
    /// The state that the least-squares line gives where it is 0.
    pub at_zero: f64,
    /// By how much that line rises with each 1.
    pub slope: f64,
}

impl Follows {
    /// The line through many states, by least squares.
    fn of(states: &[f64], followed: &[f64]) -> Self {
        let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len() as f64;
        let (y, x) = (mean(states), mean(followed));
        let both: f64 = states.iter().zip(followed).map(|(s, f)| (s - y) * (f - x)).sum();
        let own: f64 = followed.iter().map(|f| (f - x).powi(2)).sum();
        let slope = if own > 0.0 { both / own } else { 0.0 };
        Self { r: correlation(states, followed), at_zero: y - slope * x, slope }
    }

    /// The state that the line gives.
    #[must_use]
    pub fn at(self, followed: f64) -> f64 {
        self.at_zero + self.slope * followed
    }
}

/// How closely each unit follows each [`Trait`], over the texts of a batch.
#[must_use]
pub fn follows_in(parameters: &Parameters, batch: &Batch) -> [Vec<Follows>; 3] {
    let hidden = parameters.hidden();
    let mut states = vec![vec![]; hidden];
    let mut followed = [const { vec![] }; 3];
    for sequence in 0..batch.sequences {
        let Some(opened) = opened(&text_of(batch, sequence)) else { continue };
        for (own, all) in Trait::ALL.into_iter().zip(&mut followed) {
            all.extend(own.of(&opened));
        }
        let layer = read(parameters, batch, sequence);
        for t in 0..layer.steps() {
            layer.value(held(parameters.cell), t).iter().zip(&mut states).for_each(|(x, all)| all.push(*x));
        }
    }
    followed.map(|followed| states.iter().map(|states| Follows::of(states, &followed)).collect())
}

/// How closely each unit follows each [`Trait`], over [`TEXTS`] texts of the validation set.
#[must_use]
pub fn follows(parameters: &Parameters, level: &Level, seed: u64) -> [Vec<Follows>; 3] {
    let batch = (level.task().draw)(&mut Draw::new(seed, Part::Validation), level, TEXTS, Part::Validation);
    follows_in(parameters, &batch)
}

/// The numbers of the characters of a sequence in a batch.
fn text_of(batch: &Batch, sequence: usize) -> Vec<usize> {
    let inputs = CHARACTERS.len();
    let row = |t: usize| &batch.x[(t * batch.sequences + sequence) * inputs..][..inputs];
    (0..batch.steps).map(|t| row(t).iter().position(|x| *x > 0.5).unwrap_or_default()).collect()
}

/// Has a layer read a text.
#[must_use]
pub fn read_text(parameters: &Parameters, text: &[usize]) -> Layer {
    let inputs = CHARACTERS.len();
    let mut x = vec![0.0; text.len() * inputs];
    for (t, character) in text.iter().enumerate() {
        x[t * inputs + character] = 1.0;
    }
    engine::read(parameters.clone(), Series::new(inputs, x))
}

/// What a unit holds after each character: the cell state of an LSTM, the hidden state of the other cells.
#[must_use]
pub fn states(layer: &Layer, unit: usize) -> Vec<f64> {
    let of = held(layer.parameters.cell);
    (0..layer.steps()).map(|t| layer.value(of, t)[unit]).collect()
}

/// What a network answers after each character, as classes.
#[must_use]
pub fn answers(layer: &Layer, head: &Head) -> Vec<usize> {
    (0..layer.steps()).map(|t| head.largest(layer.value(Quantity::Hidden, t))).collect()
}

/// How many of a network's answers are right, of how many.
#[must_use]
pub fn right_on(parameters: &Parameters, head: &Head, texts: &[Vec<usize>]) -> (usize, usize) {
    let mut sums = (0, 0);
    for text in texts {
        let Some(classes) = classes(text) else { continue };
        let given = answers(&read_text(parameters, text), head);
        sums.0 += given.iter().zip(&classes).filter(|(given, right)| given == right).count();
        sums.1 += text.len();
    }
    sums
}

/// The most that a guess that knows the last character alone gets right of these texts, from 0 to 1.
#[must_use]
pub fn guessed_on(texts: &[Vec<usize>]) -> f64 {
    let mut counts = [[0_usize; CLASSES.len()]; 4];
    for text in texts {
        let Some(classes) = classes(text) else { continue };
        for (character, class) in text.iter().zip(classes) {
            counts[crate::task::brackets::Character::of(*character) as usize][class] += 1;
        }
    }
    let right: usize = counts.iter().filter_map(|count| count.iter().max()).sum();
    right as f64 / counts.iter().flatten().sum::<usize>().max(1) as f64
}

/// The [`TESTED`] texts of a depth: each goes to that depth and back to 0.
#[must_use]
pub fn tests(seed: u64, depth: usize) -> Vec<Vec<usize>> {
    let mut draws = Draw::of_step(seed, Part::Test, depth);
    (0..TESTED).map(|_| mountain(&mut draws, depth)).collect()
}

/// How deep three networks count, in the making: a depth of a cell at a time.
#[derive(Clone, Debug)]
pub struct Depths {
    networks: [Option<(Parameters, Head)>; 3],
    seed: u64,
    /// The greatest depth.
    most: usize,
    /// The tests of each depth.
    tests: Vec<Vec<Vec<usize>>>,
    /// The share of right answers at each depth from 1 on, as far as it is known, by cell.
    right: [Vec<f64>; 3],
}

impl Depths {
    /// Nothing has been tested yet. `trained` is the depth that the networks were trained on.
    #[must_use]
    pub fn new(networks: [Option<(Parameters, Head)>; 3], trained: usize, seed: u64) -> Self {
        Self { networks, seed, most: DEEPER * trained, tests: vec![], right: [const { vec![] }; 3] }
    }

    /// Pieces of work in all.
    #[must_use]
    pub fn pieces(&self) -> usize {
        self.most * CellKind::ALL.len()
    }

    /// Pieces that have been done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.right.iter().map(Vec::len).sum()
    }

    /// Does the next piece; whether there was one.
    pub fn advance(&mut self) -> bool {
        let place = self.done();
        if place >= self.pieces() {
            return false;
        }
        let (depth, cell) = (place / CellKind::ALL.len() + 1, place % CellKind::ALL.len());
        if self.tests.len() < depth {
            self.tests.push(tests(self.seed, depth));
        }
        let texts = &self.tests[depth - 1];
        let share = self.networks[cell].as_ref().map_or(f64::NAN, |(parameters, head)| {
            let (right, all) = right_on(parameters, head, texts);
            right as f64 / all as f64
        });
        self.right[cell].push(share);
        true
    }

    /// The share of right answers at each depth from 1 on, as far as all three are known, by cell.
    #[must_use]
    pub fn right(&self) -> [Vec<f64>; 3] {
        let known = self.right[CellKind::ALL.len() - 1].len();
        self.right.each_ref().map(|own| own[..known].to_vec())
    }

    /// The share that a guess from the last character alone gets right, at as many depths.
    #[must_use]
    pub fn guessed(&self) -> Vec<f64> {
        let known = self.right[CellKind::ALL.len() - 1].len();
        self.tests.iter().take(known).map(|texts| guessed_on(texts)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::brackets::number_of;

    fn text(of: &str) -> Vec<usize> {
        of.chars().map(|c| number_of(c).unwrap()).collect()
    }

    #[test]
    fn the_share_of_right_answers_is_what_a_hand_counts() {
        // A network whose state is 0 answers what its biases say: always a bracket.
        let parameters = Parameters::zeros(CellKind::Gru, CHARACTERS.len(), 2);
        let head = Head { rows: vec![vec![0.0; 2]; 3], bias: vec![0.0, 1.0, 0.5] };
        // a: nothing. (: bracket. b: bracket. ": quote. ): quote. ": bracket. ): nothing. Three of seven.
        let texts = [text("a(b\")\")"), text("()")];
        assert_eq!(right_on(&parameters, &head, &texts[..1]), (3, 7));
        // (: bracket. ): nothing. One of two more.
        assert_eq!(right_on(&parameters, &head, &texts), (4, 9));
    }

    #[test]
    fn the_guess_gives_each_character_its_most_frequent_answer() {
        // After a letter nothing or a bracket; after an opening bracket a bracket, twice; after a quote a quote or a bracket;
        // after a closing one a quote, and nothing twice: 1 + 2 + 1 + 2 of 9.
        let guessed = guessed_on(&[text("a(b\")\")"), text("()")]);
        assert!((guessed - 6.0 / 9.0).abs() < 1e-15, "{guessed}");
    }

    #[test]
    fn tests_go_to_their_depth_and_end_with_nothing_open() {
        for depth in [1, 4, 9] {
            for text in tests(3, depth) {
                let opened = opened(&text).unwrap();
                assert_eq!(opened.iter().map(|now| now.depth).max(), Some(depth));
                assert_eq!(opened.last(), Some(&Opened::default()));
            }
        }
    }

    #[test]
    fn depths_are_tested_one_after_the_other_and_end() {
        let parameters = |cell| Some((Parameters::zeros(cell, CHARACTERS.len(), 2), head()));
        fn head() -> Head {
            Head { rows: vec![vec![0.0; 2]; 3], bias: vec![0.0, 1.0, 0.5] }
        }
        let mut depths = Depths::new(CellKind::ALL.map(parameters), 2, 5);
        assert!((0..2).all(|_| depths.advance()) && depths.right()[0].is_empty());
        assert_eq!((1..).take_while(|_| depths.advance()).count(), depths.pieces() - 2);
        let (right, guessed) = (depths.right(), depths.guessed());
        assert_eq!((right.each_ref().map(Vec::len), guessed.len()), ([6; 3], 6));
        let of_hand = right_on(&Parameters::zeros(CellKind::Rnn, CHARACTERS.len(), 2), &head(), &tests(5, 3));
        assert_eq!(right[0][2], of_hand.0 as f64 / of_hand.1 as f64);
        assert!(guessed.iter().zip(&right[0]).all(|(guess, own)| guess >= own), "{guessed:?} {right:?}");
    }
}
