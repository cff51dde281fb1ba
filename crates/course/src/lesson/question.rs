//! A step's question: what may be guessed, and how a guess is judged by the engine's own number.

use super::expression::{Figures, Lack, number};
use super::parse::{Ask, Guess};
use super::prose::paragraph;
use model::keys::{self, Key};
use model::settings::Settings;
use pictures::html::escape;
use words::fill;
use words::format;
use words::lesson::words;

/// Powers of ten of a guessed share.
const DECADES: i32 = 6;
/// A guess is right within this factor, or this part of its scale.
const NEAR: (f64, f64) = (3.0, 0.05);

/// The question and what may be guessed.
#[must_use]
pub fn question(ask: &Ask, guess: &str, opened: &str) -> String {
    let words = words();
    let told = |value: &str| guess_told(ask, if guess.is_empty() { value } else { guess }).unwrap_or_default();
    let slider = |how: &str, (low, high, step): (&str, &str, &str), marks: &str| {
        let middle = low.parse::<f64>().unwrap_or_default().midpoint(high.parse().unwrap_or_default()).to_string();
        let value = if opened.is_empty() { &middle } else { opened };
        format!(
            "<p class=\"how\">{how}</p><label class=\"guess\"><span>{}</span><input type=\"range\" data-key=\"guess\" min=\"{low}\" \
             max=\"{high}\" step=\"{step}\" value=\"{}\" aria-valuetext=\"{}\"></label>{marks}",
            words.guess,
            escape(value),
            told(value)
        )
    };
    let inside = match &ask.guess {
        Guess::Ratio { .. } => {
            let marks: String = (-DECADES..=0).map(|power| format!("<span>{}</span>", format::decade(power))).collect();
            let low = (-DECADES).to_string();
            slider(words.ratio_how, (&low, "0", "0.05"), &format!("<div class=\"marks\">{marks}</div>"))
        }
        Guess::Number { scale: [low, high, step], unit, .. } => {
            let marks = format!(
                "<div class=\"marks\"><span>{}</span><span>{} {}</span></div>",
                minus(low),
                minus(high),
                escape(unit)
            );
            slider(words.number_how, (low, high, step), &marks)
        }
        Guess::Choice { options, .. } => {
            let option = |(n, (name, _)): (usize, &(&str, &str))| {
                let n = n.to_string();
                format!(
                    "<button data-key=\"guess\" data-value=\"{n}\" aria-pressed=\"{}\">{}</button>",
                    guess == n,
                    escape(name)
                )
            };
            let options: String = options.iter().enumerate().map(option).collect();
            format!("<p class=\"how\">{}</p><div class=\"choices\">{options}</div>", words.choice_how)
        }
    };
    format!("<h3>{}</h3>{inside}", escape(ask.question))
}

/// A guess on a slider in words: the share of which the slider has the power of ten, or the number with its unit.
fn guess_told(ask: &Ask, guess: &str) -> Option<String> {
    let number = keys::number(guess)?;
    let said = match &ask.guess {
        Guess::Ratio { .. } => format::share(10_f64.powf(number)),
        Guess::Number { unit, .. } => {
            fill(words().guess_unit, &[("n", &minus(&escape(guess))), ("unit", &escape(unit))])
        }
        Guess::Choice { .. } => return None,
    };
    Some(said.trim_end().to_owned())
}

/// A written number with the proper sign.
fn minus(number: &str) -> String {
    number.replace('-', "−")
}

/// What a guess and the engine's answer come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    /// In words.
    pub said: String,
    /// Whether the guess is right; none without a guess or an answer.
    pub right: Option<bool>,
    /// The answer: a number, or the number of an option, from 0; none before its runs are made.
    pub answer: Option<f64>,
}

/// Judges a guess by the engine's own number.
#[must_use]
pub fn judged(ask: &Ask, guess: &str, figures: &Figures) -> Judgement {
    let words = words();
    let told = |text: &str, guess: &str, answer: &str| fill(text, &[("guess", guess), ("answer", answer)]);
    let lacks = |lack: &Lack| Judgement {
        said: if *lack == Lack::Run { words.not_run.to_owned() } else { format!("{lack:?}") },
        ..Judgement::default()
    };
    let guessed = keys::number(guess);
    let shown_as = |x: f64| match &ask.guess {
        Guess::Number { scale, unit, .. } => {
            let whole = scale[2].parse::<f64>().is_ok_and(|step| step >= 1.0) && x >= 0.0;
            let number = if whole { format::count(x.round() as usize) } else { format::number(x) };
            fill(words.guess_unit, &[("n", &number), ("unit", unit)]).trim_end().to_owned()
        }
        _ => format::share(x),
    };
    let (said, right, answer) = match &ask.guess {
        Guess::Ratio { answer } | Guess::Number { answer, .. } => {
            let answer = match number(answer, figures) {
                Ok(answer) => answer,
                Err(lack) => return lacks(&lack),
            };
            let (said, right) = match (&ask.guess, guessed) {
                (_, None) => (told(words.no_guess, "", &shown_as(answer)), None),
                (Guess::Number { scale, .. }, Some(guess)) => {
                    let [low, high, step] = scale.map(|text| text.parse::<f64>().unwrap_or_default());
                    let off = (guess - answer).abs();
                    if off <= step / 2.0 {
                        (format!("{} {}", words.right, told(words.no_guess, "", &shown_as(answer))), Some(true))
                    } else if off <= NEAR.1 * (high - low) {
                        (told(words.near, &shown_as(guess), &shown_as(answer)), Some(true))
                    } else {
                        (told(words.off, &shown_as(guess), &shown_as(answer)), Some(false))
                    }
                }
                (_, Some(power)) => {
                    let guess = 10_f64.powf(power);
                    let times = (guess / answer).max(answer / guess);
                    let pair = (format::share(guess), format::share(answer));
                    if times <= NEAR.0 {
                        (told(words.near, &pair.0, &pair.1), Some(true))
                    } else {
                        let times = if times < 1e4 { format::short(times) } else { format::number(times) };
                        (fill(words.factor, &[("guess", &pair.0), ("answer", &pair.1), ("times", &times)]), Some(false))
                    }
                }
            };
            (said, right, answer)
        }
        Guess::Choice { options, largest } => {
            let numbers: Result<Vec<f64>, Lack> = options.iter().map(|(_, option)| number(option, figures)).collect();
            let numbers = match numbers {
                Ok(numbers) => numbers,
                Err(lack) => return lacks(&lack),
            };
            let sign = if *largest { 1.0 } else { -1.0 };
            let best = numbers.iter().map(|x| sign * x).fold(f64::NEG_INFINITY, f64::max);
            let right: Vec<usize> = (0..numbers.len()).filter(|n| sign * numbers[*n] >= best).collect();
            let names = right.iter().map(|n| escape(options[*n].0)).collect::<Vec<_>>().join(", ");
            let first = right.first().map_or(0.0, |n| *n as f64);
            match keys::whole(guess).map(|n| n as usize).filter(|n| *n < options.len()) {
                None => (told(words.no_guess, "", &names), None, first),
                Some(n) if right.contains(&n) => {
                    (format!("{} {}", words.right, told(words.no_guess, "", &names)), Some(true), first)
                }
                Some(n) => (told(words.off, &escape(options[n].0), &names), Some(false), first),
            }
        }
    };
    Judgement { said, right, answer: Some(answer) }
}

/// What stands below the question: the guess as it is dragged, or the answer.
pub fn answered(ask: &Ask, settings: &Settings, shown: bool, figures: &Figures, wrong: &mut Vec<String>) -> String {
    let guess = settings.written(Key::Guess);
    if !shown {
        return guess_told(ask, guess).map_or(String::new(), |said| format!("<p><b>{said}</b></p>"));
    }
    let Judgement { said, right, answer } = judged(ask, guess, figures);
    let class = match right {
        Some(true) => "agrees",
        Some(false) => "disagrees",
        None => "",
    };
    let answer = answer.map_or(String::new(), |answer| format!(" data-answer=\"{answer}\""));
    let then: String = ask.then.iter().map(|text| paragraph(text, figures, wrong)).collect();
    format!("<p class=\"verdict {class}\" role=\"status\"{answer}>{said}</p>{then}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_is_told_of_each_way_to_write_it_that_is_judged() {
        let ask = Ask { question: "", guess: Guess::Ratio { answer: "" }, then: vec![] };
        for written in ["-3", "−3", "-3.0", " -3 ", "-3e0"] {
            assert_eq!(guess_told(&ask, written), Some(format::share(1e-3)), "{written}");
        }
        // In an address a comma is no decimal sign, and no guess is infinite.
        for written in ["", "-0,5", "inf", "NaN"] {
            assert_eq!(guess_told(&ask, written), None, "{written}");
            assert_eq!(keys::number(written), None, "{written}: nor is it judged");
        }
    }
}
