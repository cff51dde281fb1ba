//! Which numbers of the figure a question veils: those that answer it, and no other.

use engine::trace::{CellKind, Quantity};

use super::parse::{Entry, Guess};
use super::told::Veil;
use model::settings::State;

/// The most numbers that an answer may be made of to be read off: what is made of more is worked out by whoever is asked.
const MOST: usize = 2;

/// What a question veils in the figure of the Lab until its answer is shown.
pub fn veils(entry: &Entry) -> Vec<Veil> {
    if entry.cue.contains("view=") {
        return vec![];
    }
    let asked: Vec<&str> = match entry.ask.as_ref().map(|ask| &ask.guess) {
        Some(Guess::Choice { options, .. }) => options.iter().map(|(_, text)| *text).collect(),
        Some(Guess::Ratio { answer } | Guess::Number { answer, .. }) => vec![answer],
        None => vec![],
    };
    let settings = State::from_fragment(entry.cue).0.settings;
    let (steps, units) = (settings.steps(), settings.units);
    let mut found = vec![];
    for text in asked {
        let numbers = named(text, steps);
        // A number that the prose gives is no secret.
        let told = told(entry, steps);
        let secret = numbers.iter().filter(|one| !told.contains(one)).copied().collect::<Vec<_>>();
        if secret.len() <= MOST {
            found.extend(secret.into_iter().flat_map(|one| veiled(one, &told, units)));
        }
    }
    let mut all: Vec<Veil> = vec![];
    for one in found {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// A number of the figure that an expression names; steps and units from 0.
#[derive(Clone, Copy, PartialEq)]
enum Named {
    Value(CellKind, Quantity, usize, usize),
    Gradient(CellKind, usize, usize),
    Left(CellKind, usize),
    Size(CellKind),
    Kept(CellKind),
    Draws(CellKind),
}

/// The numbers of the figure that an expression names.
fn named(text: &str, steps: usize) -> Vec<Named> {
    let words: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.').collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let one = |place: usize| {
        let word = |on: usize| words.get(place + on).copied().unwrap_or_default();
        let index = |on: usize| match word(on) {
            "T" => steps.checked_sub(1),
            word => word.parse::<usize>().ok()?.checked_sub(1),
        };
        let cell = CellKind::ALL.into_iter().find(|cell| cell.key() == word(1))?;
        match words[place] {
            "value" => {
                let quantity = cell.quantities().iter().copied().find(|own| own.key() == word(2))?;
                Some(Named::Value(cell, quantity, index(3)?, index(4)?))
            }
            "gradient" => Some(Named::Gradient(cell, index(2)?, index(3)?)),
            "left" => Some(Named::Left(cell, index(2)?)),
            // One step back from the loss what is kept is what is left; further back it is a factor of that, and tells no more.
            "kept" => Some(Named::Left(cell, index(2).filter(|t| t + 1 == steps)?.checked_sub(1)?)),
            "parameters" => Some(Named::Size(cell)),
            "moved" | "found" => Some(Named::Kept(cell)),
            "below" | "low" | "middle" | "high" => Some(Named::Draws(cell)),
            _ => None,
        }
    };
    let mut all = vec![];
    for found in (0..words.len()).filter_map(one) {
        if !all.contains(&found) {
            all.push(found);
        }
    }
    all
}

/// The numbers that the prose before the question tells as they are.
fn told(entry: &Entry, steps: usize) -> Vec<Named> {
    let inside = entry.prose.iter().flat_map(|text| text.split('{').skip(1)).filter_map(|rest| rest.split_once('}'));
    let alone = inside.map(|(text, _)| named(text, steps)).filter(|named| named.len() == 1);
    alone.flatten().collect()
}

/// What is veiled so that a number is not told.
fn veiled(number: Named, told: &[Named], units: usize) -> Vec<Veil> {
    let hidden = |cell, quantity, gradient, unit, step| Veil::Number { cell, quantity, gradient, unit, step };
    match number {
        Named::Value(cell, quantity, unit, step) => vec![hidden(cell, quantity, false, unit, step)],
        Named::Gradient(cell, unit, step) => {
            let own = hidden(cell, Quantity::Hidden, true, unit, step);
            // Of a single unit what is left of the gradient tells as much.
            let left = Veil::Left { cell, told_from: Some(step + 1) };
            if units == 1 { vec![own, left] } else { vec![own] }
        }
        Named::Left(cell, step) => {
            let later = told.iter().filter_map(|one| match one {
                Named::Left(own, at) if *own == cell && *at > step => Some(*at),
                _ => None,
            });
            vec![Veil::Left { cell, told_from: later.min() }]
        }
        Named::Size(cell) => vec![Veil::Size { cell }],
        Named::Kept(cell) => vec![Veil::Kept { cell }],
        Named::Draws(cell) => vec![Veil::Draws { cell }],
    }
}
