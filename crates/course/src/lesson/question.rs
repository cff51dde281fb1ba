//! A step's question: what may be guessed, and how a guess is judged by the engine's own number.

use serde::{Deserialize, Serialize};

use super::expression::{Figures, Lack, number};
use super::parse::{Ask, Entry, Guess};
use super::prose::Writer;
use model::keys;
use words::fill;
use words::format::{self, Digits, Group, Measure};
use words::lesson::{counted, right_choice, words};

/// Powers of ten of a guessed share.
pub const DECADES: i32 = 6;
/// A guess is right within this factor, or this part of its scale.
const NEAR: (f64, f64) = (3.0, 0.05);

/// The unit of the scale on which a share is guessed: one for all of it.
fn scale_of_shares() -> Group {
    Group::new(Measure::Share, [1e-6, 1.0])
}

/// A mark of that scale, by its power of ten: `0.01 %`.
#[must_use]
pub fn mark(power: i32) -> String {
    scale_of_shares().write(10_f64.powi(power), Digits::Significant(1))
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The question.
    pub text: String,
    /// What may be guessed.
    pub scale: Scale,
}

/// What may be guessed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Scale {
    /// A share from 1 down to 10⁻⁶; a guess is its power of ten.
    Ratio,
    /// A number.
    Number {
        /// The smallest.
        low: f64,
        /// The largest.
        high: f64,
        /// The steps between.
        step: f64,
        /// The unit; empty for none.
        unit: String,
    },
    /// One of several; a guess is its place, from 0.
    Choice(Vec<String>),
}

impl Question {
    /// The question of an entry.
    #[must_use]
    pub fn of(ask: &Ask) -> Self {
        Self { text: ask.question.to_owned(), scale: Scale::of(&ask.guess) }
    }
}

impl Scale {
    fn of(guess: &Guess) -> Self {
        match guess {
            Guess::Ratio { .. } => Self::Ratio,
            Guess::Number { scale, unit, .. } => {
                let [low, high, step] = scale.map(|text| text.parse().unwrap_or_default());
                Self::Number { low, high, step, unit: (*unit).to_owned() }
            }
            Guess::Choice { options, .. } => Self::Choice(options.iter().map(|(name, _)| (*name).to_owned()).collect()),
        }
    }

    /// A guess on a slider in words: the share of which the slider has the power of ten, or the number with its unit. None of
    /// what is no number, and of a choice.
    #[must_use]
    pub fn told(&self, guess: &str) -> Option<String> {
        let number = keys::number(guess)?;
        let said = match self {
            Self::Ratio => scale_of_shares().write(10_f64.powf(number), Digits::Headline),
            Self::Number { unit, .. } => {
                fill(words().guess_unit, &[("n", &minus(guess)), ("unit", counted(unit, number))])
            }
            Self::Choice(_) => return None,
        };
        Some(said.trim_end().to_owned())
    }
}

/// A written number with the proper sign.
#[must_use]
pub fn minus(number: &str) -> String {
    number.replace('-', "−")
}

/// What is guessed, or answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Amount {
    /// A share.
    Share {
        /// The share.
        x: f64,
        /// The smallest and the largest share that its entry tells beside it.
        among: [f64; 2],
    },
    /// A number.
    Number {
        /// The number.
        x: f64,
        /// Whether it is written whole.
        is_whole: bool,
        /// The unit; empty for none.
        unit: String,
    },
    /// The names of what may be chosen.
    Options(Vec<String>),
}

impl Amount {
    /// As it is written.
    fn said(&self) -> String {
        match self {
            Self::Share { x, among } => share_among(*x, [*x; 2], *among),
            Self::Number { x, is_whole, unit } => {
                let number = if *is_whole { format::count(x.round() as usize) } else { format::number(*x) };
                fill(words().guess_unit, &[("n", &number), ("unit", counted(unit, *x))]).trim_end().to_owned()
            }
            Self::Options(names) => names.join(", "),
        }
    }
}

/// A share as it is written beside another and among those of its entry: in one unit.
fn share_among(x: f64, beside: [f64; 2], among: [f64; 2]) -> String {
    Group::new(Measure::Share, beside.into_iter().chain(among)).write(x, Digits::Headline)
}

/// A guess and the answer as they are written side by side: shares in one unit.
fn said_together(guess: &Amount, answer: &Amount) -> (String, String) {
    match (guess, answer) {
        (Amount::Share { x: guess, among }, Amount::Share { x: answer, .. }) => {
            let said = |x: f64| share_among(x, [*guess, *answer], *among);
            (said(*guess), said(*answer))
        }
        _ => (guess.said(), answer.said()),
    }
}

/// How far a number is from another, as these are written.
fn distance(guess: &Amount, answer: &Amount) -> String {
    match (guess, answer) {
        (Amount::Number { x: guess, .. }, Amount::Number { x, is_whole, .. }) => {
            let off = (guess - x).abs();
            if *is_whole { format::count(off.round() as usize) } else { format::number(off) }
        }
        _ => String::new(),
    }
}

/// Where a guess and the answer stand on the scale of the guess, from 0 at its low end to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Marks {
    /// The guess; none without one.
    pub guess: Option<f64>,
    /// The answer, at the scale's end where it lies beyond.
    pub answer: f64,
}

impl Marks {
    /// On a scale; none of a choice.
    fn of(scale: &Scale, guess: &str, answer: f64) -> Option<Self> {
        let (low, high, answer) = match scale {
            Scale::Ratio => (-f64::from(DECADES), 0.0, answer.abs().log10()),
            Scale::Number { low, high, .. } => (*low, *high, answer),
            Scale::Choice(_) => return None,
        };
        let part = |x: f64| ((x - low) / (high - low)).clamp(0.0, 1.0);
        Some(Self { guess: keys::number(guess).map(part), answer: part(answer) })
    }
}

/// What a guess and the engine's answer come to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Verdict {
    /// Its runs have not been made.
    NotRun,
    /// The answer cannot be worked out: why.
    Unreadable(String),
    /// Nothing was guessed.
    Answer(Amount),
    /// Right.
    Right(Amount),
    /// Near.
    Near {
        /// What was guessed.
        guess: Amount,
        /// The answer.
        answer: Amount,
    },
    /// So many times too much or too little.
    Apart {
        /// What was guessed.
        guess: Amount,
        /// The answer.
        answer: Amount,
        /// How many times.
        times: f64,
    },
    /// Wrong.
    Off {
        /// What was guessed.
        guess: Amount,
        /// The answer.
        answer: Amount,
    },
}

impl Verdict {
    /// In words.
    #[must_use]
    pub fn said(&self) -> String {
        let words = words();
        // What is compared has one unit.
        let both = |text: &str, guess: &Amount, answer: &Amount| {
            let (guess, answer) = said_together(guess, answer);
            fill(text, &[("guess", &guess), ("answer", &answer)])
        };
        let alone = |answer: &Amount| fill(words.no_guess, &[("answer", &answer.said())]);
        match self {
            Self::NotRun => words.not_run.to_owned(),
            Self::Unreadable(found) => found.clone(),
            Self::Answer(answer) => alone(answer),
            Self::Right(answer) => format!("{} {}", words.right, alone(answer)),
            Self::Near { guess, answer } => both(words.near, guess, answer),
            Self::Apart { guess, answer, times } => {
                let times = if *times < 1e4 { format::short(*times) } else { format::number(*times) };
                both(&fill(words.factor, &[("times", &times)]), guess, answer)
            }
            Self::Off { guess: Amount::Options(chosen), answer: Amount::Options(right) } => {
                let right = right_choice(&right.join(", "));
                fill(words.chosen, &[("guess", &chosen.join(", ")), ("answer", &right)])
            }
            Self::Off { guess, answer } => {
                both(&fill(words.off, &[("distance", &distance(guess, answer))]), guess, answer)
            }
        }
    }

    /// Whether the guess is right; none without a guess or an answer.
    #[must_use]
    pub fn is_right(&self) -> Option<bool> {
        match self {
            Self::NotRun | Self::Unreadable(_) | Self::Answer(_) => None,
            Self::Right(_) | Self::Near { .. } => Some(true),
            Self::Apart { .. } | Self::Off { .. } => Some(false),
        }
    }
}

/// A guess, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// What it comes to.
    pub verdict: Verdict,
    /// The answer: a number, or the number of an option, from 0; none before its runs are made.
    pub answer: Option<f64>,
    /// Where both stand on the scale; none of a choice, nor before its runs are made.
    pub marks: Option<Marks>,
}

/// Judges a guess at the question of an entry by the engine's own number.
#[must_use]
pub fn judged(entry: &Entry, ask: &Ask, guess: &str, figures: &Figures) -> Judgement {
    let shares = Writer::new(entry, figures).shares;
    let bound = |pick: fn(f64, f64) -> f64| shares.iter().copied().reduce(pick).unwrap_or(1.0);
    let among = [bound(f64::min), bound(f64::max)];
    let scale = Scale::of(&ask.guess);
    let judged = match &ask.guess {
        Guess::Ratio { answer } | Guess::Number { answer, .. } => {
            number(answer, figures).map(|answer| against(&scale, guess, answer, among))
        }
        Guess::Choice { options, largest } => {
            let numbers: Result<Vec<f64>, Lack> = options.iter().map(|(_, option)| number(option, figures)).collect();
            numbers.map(|numbers| chosen(&scale, guess, &numbers, *largest))
        }
    };
    match judged {
        Ok((verdict, answer)) => Judgement { verdict, answer: Some(answer), marks: Marks::of(&scale, guess, answer) },
        Err(Lack::Run) => Judgement { verdict: Verdict::NotRun, answer: None, marks: None },
        Err(lack) => Judgement { verdict: Verdict::Unreadable(format!("{lack:?}")), answer: None, marks: None },
    }
}

/// A guess on a slider beside the engine's number.
fn against(scale: &Scale, guess: &str, answer: f64, among: [f64; 2]) -> (Verdict, f64) {
    let amount = |x: f64| match scale {
        Scale::Number { step, unit, .. } => {
            Amount::Number { x, is_whole: *step >= 1.0 && x >= 0.0, unit: unit.clone() }
        }
        _ => Amount::Share { x, among },
    };
    let verdict = match (scale, keys::number(guess)) {
        (_, None) => Verdict::Answer(amount(answer)),
        (Scale::Number { low, high, step, .. }, Some(guess)) => {
            let off = (guess - answer).abs();
            if off <= step / 2.0 {
                Verdict::Right(amount(answer))
            } else if off <= NEAR.1 * (high - low) {
                Verdict::Near { guess: amount(guess), answer: amount(answer) }
            } else {
                Verdict::Off { guess: amount(guess), answer: amount(answer) }
            }
        }
        (_, Some(power)) => {
            let guess = 10_f64.powf(power);
            let times = (guess / answer).max(answer / guess);
            let (guess, answer) = (amount(guess), amount(answer));
            if times <= NEAR.0 { Verdict::Near { guess, answer } } else { Verdict::Apart { guess, answer, times } }
        }
    };
    (verdict, answer)
}

/// A choice beside the engine's number of each option.
fn chosen(scale: &Scale, guess: &str, numbers: &[f64], largest: bool) -> (Verdict, f64) {
    let options: &[String] = if let Scale::Choice(options) = scale { options } else { &[] };
    let sign = if largest { 1.0 } else { -1.0 };
    let best = numbers.iter().map(|x| sign * x).fold(f64::NEG_INFINITY, f64::max);
    let right: Vec<usize> = (0..numbers.len()).filter(|n| sign * numbers[*n] >= best).collect();
    let answer = Amount::Options(right.iter().filter_map(|n| options.get(*n).cloned()).collect());
    let verdict = match keys::whole(guess).map(|n| n as usize).filter(|n| *n < options.len()) {
        None => Verdict::Answer(answer),
        Some(n) if right.contains(&n) => Verdict::Right(answer),
        Some(n) => Verdict::Off { guess: Amount::Options(vec![options[n].clone()]), answer },
    };
    (verdict, right.first().map_or(0.0, |n| *n as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_is_told_of_each_way_to_write_it_that_is_judged() {
        for written in ["-3", "−3", "-3.0", " -3 ", "-3e0"] {
            assert_eq!(Scale::Ratio.told(written), Some(format::share(1e-3)), "{written}");
        }
        // In an address a comma is no decimal sign, and no guess is infinite.
        for written in ["", "-0,5", "inf", "NaN"] {
            assert_eq!(Scale::Ratio.told(written), None, "{written}");
            assert_eq!(keys::number(written), None, "{written}: nor is it judged");
        }
    }

    #[test]
    fn a_guess_and_the_answer_stand_on_one_scale() {
        let marks = Marks::of(&Scale::Ratio, "-3", 0.1);
        assert_eq!(marks, Some(Marks { guess: Some(0.5), answer: 5.0 / 6.0 }));
        let number = Scale::Number { low: -1.0, high: 1.0, step: 0.1, unit: String::new() };
        assert_eq!(Marks::of(&number, "", 0.5), Some(Marks { guess: None, answer: 0.75 }));
        // What lies beyond the scale stands at its end.
        assert_eq!(Marks::of(&Scale::Ratio, "", 1e-9), Some(Marks { guess: None, answer: 0.0 }));
        assert_eq!(Marks::of(&Scale::Choice(vec![]), "0", 1.0), None);
    }

    #[test]
    fn a_guess_is_judged_by_how_far_off_it_is() {
        let amount = |guess: &str, answer| against(&Scale::Ratio, guess, answer, [1.0; 2]).0;
        let share = |x| Amount::Share { x, among: [1.0; 2] };
        let (hundredth, tenth) = (share(0.01), share(1e-1));
        assert_eq!(amount("", 0.01), Verdict::Answer(hundredth.clone()));
        assert_eq!(amount("-2.3", 0.01), Verdict::Near { guess: share(10_f64.powf(-2.3)), answer: hundredth.clone() });
        let Verdict::Apart { guess, answer, times } = amount("-1", 0.01) else { panic!("a decade is far off") };
        assert_eq!((guess, answer), (tenth, hundredth));
        assert!((times - 10.0).abs() < 1e-12, "{times}");
        let number = Scale::Number { low: 0.0, high: 100.0, step: 1.0, unit: "steps".to_owned() };
        let verdict = |guess: &str| against(&number, guess, 40.0, [1.0; 2]).0;
        assert!(matches!(verdict("40"), Verdict::Right(_)));
        assert!(matches!(verdict("44"), Verdict::Near { .. }), "within a twentieth of the scale");
        assert!(matches!(verdict("46"), Verdict::Off { .. }));
        assert_eq!(verdict("46").said(), "You said 46 steps; it is 40 steps: 6 apart.");
        assert_eq!(verdict("40.4").said(), "Right. The answer: 40 steps.");
        let choice = Scale::Choice(vec!["a".to_owned(), "b".to_owned()]);
        let judged = |guess: &str| chosen(&choice, guess, &[1.0, 2.0], true);
        assert_eq!(judged("1").0, Verdict::Right(Amount::Options(vec!["b".to_owned()])));
        assert_eq!(judged("1").1, 1.0);
        assert_eq!(judged("0").0.is_right(), Some(false));
        assert_eq!(judged("0").0.said(), "You chose “a”. The answer: b.");
        let grows = Scale::Choice(vec!["It shrinks".to_owned(), "It grows".to_owned()]);
        assert_eq!(chosen(&grows, "0", &[1.0, 2.0], true).0.said(), "You chose “It shrinks”. It grows.");
        let runs = Scale::Number { low: 0.0, high: 3.0, step: 1.0, unit: "runs".to_owned() };
        assert_eq!(against(&runs, "3", 1.0, [1.0; 2]).0.said(), "You said 3 runs; it is 1 run: 2 apart.");
        // Compared with another, a share is written as that one is.
        assert_eq!(
            against(&Scale::Ratio, "-1", 1e-4, [1.0; 2]).0.said(),
            "You said 10\u{202f}%; it is 0.010\u{202f}%: 1000 times apart."
        );
        // And as its entry writes those that it tells.
        let beside = against(&Scale::Ratio, "", 1e-4, [1e-8, 0.5]).0.said();
        assert_eq!(beside, "The answer: 1.0·10⁻⁴.");
        assert_eq!(judged("7").0.is_right(), None, "there is no such option");
        assert_eq!(chosen(&choice, "0", &[1.0, 2.0], false).0.is_right(), Some(true), "the smallest is asked for");
    }
}
