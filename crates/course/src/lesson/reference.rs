//! Pages to look things up in: questions, mistakes, the glossary; or a lesson on one sheet.

use super::expression::Figures;
use super::pages::{Place, all, lessons, reference};
use super::parse::Guess;
use super::prose::{Writer, blocks, pieces};
use super::question::judged;
use super::rows_of;
use super::step::{curves, definitions, reading, runs_of, set_by_steps};
use super::told::{Answer, Asked, Item, Reference, Runs, Setting};
use crate::runs::PageRuns;
use crate::standing::Shown;
use model::command::{PageKey, SweepKey};
use model::keys::Key;
use model::settings::Settings;

/// All that a page is told from.
pub struct Looking<'a> {
    /// How a sweep stands.
    pub shown: &'a dyn Fn(SweepKey) -> Shown,
    /// How long it takes, in seconds.
    pub seconds: &'a dyn Fn(SweepKey) -> f64,
    /// The runs behind its numbers: those of its page.
    pub runs: &'a PageRuns,
}

/// The page that the settings name, the first to look things up in where they name none; none if there are no pages.
#[must_use]
pub fn chosen(settings: &Settings) -> Option<Place> {
    let chosen = settings.text(Key::Page);
    // A lesson, too: all its steps on one sheet.
    let number = all().iter().position(|(key, _)| *key == chosen).unwrap_or(lessons().len());
    all().get(number).map(|(key, page)| Place { number, key, page, step: 0 })
}

/// What a page tells.
#[must_use]
pub fn page_told(place: &Place, looking: &Looking) -> Reference {
    let page = place.page;
    let texts = page.entries.iter().flat_map(|entry| {
        let then = entry.ask.iter().flat_map(|ask| ask.then.iter().copied());
        entry.prose.iter().map(String::as_str).chain(then).chain(entry.tries.iter().copied())
    });
    let settings = set_by_steps();
    Reference {
        key: place.key.to_owned(),
        title: page.title.to_owned(),
        summary: page.summary.to_owned(),
        is_sheet: place.number < lessons().len(),
        is_sorted: is_sorted(place),
        pages: reference().iter().map(|(key, page)| ((*key).to_owned(), page.name.to_owned())).collect(),
        entries: order(place).into_iter().map(|step| item(looking, &Place { step, ..*place }, &settings)).collect(),
        terms: definitions(texts, &Figures { run: &looking.runs.plain, rows: &[], cue: "" }),
        reading: reading(page),
    }
}

/// Whether a page's entries stand from A to Z.
fn is_sorted(place: &Place) -> bool {
    place.key == PageKey::Glossary.key()
}

/// The entries of a page in the order in which they are told: those of a list from A to Z sorted, others' as they are written.
fn order(place: &Place) -> Vec<usize> {
    let entries = &place.page.entries;
    let mut order: Vec<usize> = (0..entries.len()).collect();
    if is_sorted(place) {
        order.sort_by_key(|step| entries[*step].heading.to_lowercase());
    }
    order
}

/// An entry: its prose, its question with the answer, its runs.
fn item(looking: &Looking, place: &Place, settings: &[Setting]) -> Item {
    let entry = place.entry();
    let sweep = (looking.shown)(place.sweep());
    let rows = rows_of(entry, &sweep.outcomes);
    let figures = Figures { run: looking.runs.of(place.step), rows: &rows, cue: entry.cue };
    let writer = Writer::new(entry, &figures);
    let mut wrong = vec![];
    let prose = entry.prose.iter().flat_map(|text| blocks(text, &writer, &mut wrong)).collect();
    let is_made = rows.iter().all(|(_, row)| row.is_some());
    let ask = entry.ask.as_ref().map(|ask| Asked {
        question: ask.question.to_owned(),
        options: match &ask.guess {
            Guess::Choice { options, .. } => options.iter().map(|(name, _)| (*name).to_owned()).collect(),
            Guess::Ratio { .. } | Guess::Number { .. } => vec![],
        },
        answer: Answer {
            verdict: judged(entry, ask, "", &figures).verdict,
            marks: None,
            // What is said of runs waits for them.
            then: ask.then.iter().filter(|_| is_made).flat_map(|text| blocks(text, &writer, &mut wrong)).collect(),
        },
        is_folded: entry.runs.is_empty(),
    });
    let tries = entry.tries.iter().map(|text| pieces(text, &writer, &mut wrong)).collect();
    debug_assert!(wrong.is_empty(), "{}: {wrong:?}", place.name());
    let setting = settings.iter().find(|own| own.of == (place.key.to_owned(), place.step + 1)).cloned();
    // A lesson's sheet has them as a figure.
    let curves = if setting.is_some() { curves(entry, &sweep) } else { vec![] };
    let runs = runs_of(place.sweep(), &sweep, (looking.seconds)(place.sweep()), &rows);
    Item {
        name: place.name(),
        heading: entry.heading.to_owned(),
        also: entry.also.to_owned(),
        prose,
        has_program: !entry.code.is_empty(),
        runs: runs.map(|runs| Runs { curves, ..runs }),
        ask,
        tries,
        cue: entry.cue.to_owned(),
        setting,
    }
}
