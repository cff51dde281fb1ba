//! Pages of prose beside live figures: lessons, mistakes, questions, the glossary. Prose is data (`content`, one file a page);
//! its numbers are worked out by the engine each time.

mod expression;
mod pages;
mod parse;
mod progress;
mod prose;
mod reference;
mod step;
mod words;

use std::cell::RefCell;

use crate::lab::Run;
use crate::results::{Extra, Job, Outcome, Row, Runner, SEEDS, rows};
use crate::settings::{Settings, State};
use crate::trace::CellKind;

pub use expression::{Figures, Lack, holds, number};
pub use pages::{Place, all, jobs, lessons, reference};
pub use parse::{Ask, Entry, Guess, Page, page};
pub use progress::Progress;
pub use prose::{inline, links, terms};
pub use reference::{PageDrawn, page_parts};
pub use step::{Drawn, address, is_bare, is_touched, judged, parts};
pub use words::words as said;

/// The job of one of an entry's runs; none where it names no cell.
#[must_use]
pub fn job(run: &parse::Training) -> Option<Job> {
    let cell = CellKind::ALL.into_iter().find(|cell| cell.key() == run.cell)?;
    let extra = if run.to_the_end { Extra::ToTheEnd } else { Extra::None };
    Some(Job { label: run.name.to_owned(), cell, fragment: run.settings.to_owned(), extra })
}

/// The run of the Lab at some settings, as in the address.
#[must_use]
pub fn run_at(fragment: &str) -> (Settings, Run) {
    let settings = State::from_fragment(fragment).0.settings;
    let run = Run::new(&settings, &settings.sequence());
    (settings, run)
}

/// What an entry's runs came to, by their names.
#[must_use]
pub fn rows_of<'a>(entry: &Entry<'a>, outcomes: &[Option<Outcome>]) -> Vec<(&'a str, Option<Row>)> {
    let made = rows(outcomes);
    entry.runs.iter().enumerate().map(|(n, run)| (run.name, made.get(n).copied().flatten())).collect()
}

/// Makes all runs of an entry, one after the other.
#[must_use]
pub fn make_runs<'a>(entry: &Entry<'a>) -> Vec<(&'a str, Option<Row>)> {
    let row = |run: &parse::Training<'a>| {
        let outcome = |seed| {
            let mut runner = Runner::new(job(run)?, seed);
            while runner.advance() {}
            Some(runner.outcome())
        };
        let outcomes: Vec<_> = (0..SEEDS).map(outcome).collect();
        (run.name, rows(&outcomes)[0])
    };
    entry.runs.iter().map(row).collect()
}

/// What an entry says, checked: a line for each expression and each claim, and whether all is well.
#[must_use]
pub fn check(entry: &Entry) -> (Vec<String>, bool) {
    let (mut lines, all) = (vec![], RefCell::new(true));
    let (state, problems) = State::from_fragment(entry.cue);
    if !problems.is_empty() {
        lines.push(format!("BAD cue: {problems:?}"));
        all.replace(false);
    }
    let run = Run::new(&state.settings, &state.settings.sequence());
    let made = make_runs(entry);
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
            "run {name}: solved {solved} of {runs}, steps {steps}, loss {:.4}, right {:.3}, tested {:.4}",
            all.loss, all.right, all.tested
        ));
    }
    let figures = Figures { run: &run, rows: &made };
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
