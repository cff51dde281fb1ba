//! Checks what an entry says: makes its runs, works out its numbers, tries its claims. Natively alone.

use std::cell::RefCell;

use learn::sweep::{Row, Runner, SEEDS, rows};
use learn::task::Sets;

use super::expression::{Figures, holds, number};
use super::parse::{Entry, Guess, Training};
use super::{job, program};
use crate::runs::run_at;
use model::settings::State;

/// Makes all runs of an entry, one after the other, with the data that tasks learn from.
fn make_runs<'a>(entry: &Entry<'a>, sets: &Sets) -> Vec<(&'a str, Option<Row>)> {
    let row = |run: &Training<'a>| {
        let outcome = |seed| {
            let mut runner = Runner::new(job(run)?, seed, sets);
            let (start, mut quickest) = (std::time::Instant::now(), f64::INFINITY);
            loop {
                let before = std::time::Instant::now();
                let goes_on = runner.advance();
                let tokens = runner.tokens_at_a_time().unwrap_or(1) as f64;
                quickest = before.elapsed().as_secs_f64().min(quickest * tokens) / tokens;
                if !goes_on {
                    break;
                }
            }
            let mut outcome = runner.outcome();
            if runner.is_timed() {
                let mean = start.elapsed().as_secs_f64() / outcome.steps.max(1.0);
                outcome.extra = 1000.0 * runner.tokens_at_a_time().map_or(mean, |_| quickest);
            }
            Some(outcome)
        };
        let outcomes: Vec<_> = (0..SEEDS).map(outcome).collect();
        (run.name, rows(&outcomes)[0])
    };
    entry.runs.iter().map(row).collect()
}

/// What an entry says, checked with the data that its runs learn from: a line for each expression and each claim, and
/// whether all is well.
#[must_use]
pub fn check(entry: &Entry, sets: &Sets) -> (Vec<String>, bool) {
    let (mut lines, all) = (vec![], RefCell::new(true));
    let problems = State::from_fragment(entry.cue).1;
    if !problems.is_empty() {
        lines.push(format!("BAD cue: {problems:?}"));
        all.replace(false);
    }
    let (settings, run) = run_at(entry.cue);
    let made = make_runs(entry, sets);
    for training in &entry.runs {
        let problems = State::from_fragment(training.settings).1;
        if job(training).is_none() || !problems.is_empty() {
            lines.push(format!("BAD run {}: {problems:?}", training.name));
            all.replace(false);
        }
    }
    for (name, row) in &made {
        let Row { runs, solved, steps, all } = row.unwrap_or_default();
        lines.push(format!(
            "run {name}: solved {solved} of {runs}, steps {steps}, loss {:.4}, right {:.3}, tested {:.4}, unseen {:.3}",
            all.loss, all.right, all.tested, all.extra
        ));
    }
    for code in &entry.code {
        if let Err(why) = program(code, &settings, &run) {
            lines.push(format!("BAD code {code}: {why}"));
            all.replace(false);
        }
    }
    let figures = Figures { run: &run, rows: &made, cue: entry.cue };
    let mut show = |text: &str| match number(text, &figures) {
        Ok(x) => lines.push(format!("{text} = {x:.5}")),
        Err(lack) => {
            lines.push(format!("BAD {text}: {lack:?}"));
            all.replace(false);
        }
    };
    let ask = entry.ask.iter();
    let then = ask.clone().flat_map(|ask| ask.then.iter().copied());
    let texts: Vec<&str> =
        entry.prose.iter().map(String::as_str).chain(then).chain(entry.tries.iter().copied()).collect();
    for text in &texts {
        for part in text.split('{').skip(1).filter_map(|part| part.split_once('}')) {
            // A formula has braces, too.
            let outside =
                text.find(&format!("{{{}}}", part.0)).is_none_or(|at| text[..at].matches('$').count() % 2 == 0);
            if outside {
                show(part.0.trim_end_matches(['%', '#']));
            }
        }
    }
    match entry.ask.as_ref().map(|ask| &ask.guess) {
        None => {}
        Some(Guess::Ratio { answer } | Guess::Number { answer, .. }) => show(answer),
        Some(Guess::Choice { options, .. }) => options.iter().for_each(|(_, option)| show(option)),
    }
    for claim in &entry.claims {
        let held = holds(claim, &figures);
        lines.push(format!("{} {claim}", if held == Ok(true) { "holds" } else { "BAD claim" }));
        if held != Ok(true) {
            lines.push(format!("   {held:?}"));
            all.replace(false);
        }
    }
    let words: usize = entry.prose.iter().map(|text| text.split_whitespace().count()).sum();
    lines.push(format!("({words} words)"));
    (lines, all.into_inner())
}
