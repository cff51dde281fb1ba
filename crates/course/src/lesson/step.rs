//! A lesson's step: the rail, its prose, its runs, the way on.

use super::code::listings;
use super::expression::Figures;
use super::pages::{Place, all, lessons};
use super::parse::{Entry, Page, Training};
use super::progress::Progress;
use super::prose::{Writer, blocks, pieces, terms};
use super::question::{Question, judged};
use super::rows_of;
use super::told::{
    Answer, Curves, Definition, End, Figure, Lesson, Level, Next, Outcomes, Rail, RailLesson, RailStep, Runs, Setting,
    Source, Step, Trained, Which,
};
use super::veil::veils;
use crate::runs::Slow;
use crate::standing::Shown;
use engine::trace::CellKind;
use learn::sweep::{Row, SEEDS};
use model::command::SweepKey;
use model::keys::{Key, Scope};
use model::lab::Run;
use model::settings::{Settings, State};

/// All that a step is told from.
pub struct Telling<'a> {
    /// The page as it stands.
    pub state: &'a State,
    /// The Lab's run at the step's own settings.
    pub run: &'a Run,
    /// What takes long to work out there.
    pub slow: &'a Slow,
    /// The run of the page as it stands, where the step has programs for it.
    pub figure: Option<&'a Run>,
    /// How its runs of training stand.
    pub sweep: &'a Shown,
    /// How long they take, in seconds; 0 if that is not known.
    pub seconds: f64,
    /// What has been done so far.
    pub progress: &'a Progress,
    /// Whether progress was brought that is of another version.
    pub other_version: bool,
    /// Whether progress was forgotten that can be brought back.
    pub can_restore: bool,
}

/// The address of a place: its settings, and what of the page's own goes on: presenting, what is hidden.
#[must_use]
pub fn address(place: &Place, state: &State) -> String {
    let cue = place.entry().cue;
    let and = if cue.is_empty() { "" } else { "&" };
    let present = if state.presenting { "&present=yes" } else { "" };
    format!("#lesson={}{and}{cue}{present}{}", place.name(), chosen(state, &[Key::Hide, Key::Lock]))
}

/// The address of a place that was named alone: the same, with the guess and whether the answer is shown.
#[must_use]
pub fn completed(place: &Place, state: &State) -> String {
    address(place, state) + &chosen(state, &[Key::Guess, Key::Shown])
}

/// Some choices, as they stand in an address.
fn chosen(state: &State, keys: &[Key]) -> String {
    let pair = |key: &Key| match state.settings.written(*key) {
        "" => String::new(),
        value => format!("&{}={}", key.name(), form_urlencoded::byte_serialize(value.as_bytes()).collect::<String>()),
    };
    keys.iter().map(pair).collect()
}

/// Settings without what belongs to lessons.
fn plain(settings: &Settings) -> Settings {
    settings.without(Scope::Lesson)
}

/// Whether the figure is no longer as the step set it.
#[must_use]
pub fn is_touched(place: &Place, settings: &Settings) -> bool {
    plain(settings) != State::from_fragment(place.entry().cue).0.settings
}

/// Whether nothing has been chosen but the place.
#[must_use]
pub fn is_bare(settings: &Settings) -> bool {
    plain(settings) == Settings::default()
}

/// What is told of the step that the address names.
#[must_use]
pub fn told(telling: &Telling) -> Lesson {
    let settings = &telling.state.settings;
    let place = Place::of(settings);
    let written = |key| settings.written(key).to_owned();
    Lesson {
        of: Which { lesson: written(Key::Lesson), shown: written(Key::Shown) },
        rail: rail(telling, place.as_ref()),
        step: place.map(|place| step(telling, &place)),
    }
}

fn step(telling: &Telling, place: &Place) -> Step {
    let settings = &telling.state.settings;
    let entry = place.entry();
    let rows = rows_of(entry, &telling.sweep.outcomes);
    let figures = Figures { slow: telling.slow, run: telling.run, rows: &rows };
    let shown = settings.is(Key::Shown);
    let waits = entry.ask.is_some() && !shown;
    let writer = Writer::new(entry, &figures);
    let mut wrong = vec![];
    let heading = pieces(entry.heading, &writer, &mut wrong);
    let prose = entry.prose.iter().flat_map(|text| blocks(text, &writer, &mut wrong)).collect();
    // To try something would tell the answer before it is guessed.
    let after = entry.tries.iter().filter(|_| !waits);
    let tries = after.map(|text| pieces(text, &writer, &mut wrong)).collect();
    let answer = entry.ask.as_ref().filter(|_| shown).map(|ask| {
        let judged = judged(entry, ask, settings.written(Key::Guess), &figures);
        // A sentence whose numbers are still to be made has holes: it waits for them.
        let then: &[&str] = if judged.answer.is_some() { &ask.then } else { &[] };
        Answer {
            then: then.iter().flat_map(|text| blocks(text, &writer, &mut wrong)).collect(),
            verdict: judged.verdict,
            marks: judged.marks,
        }
    });
    debug_assert!(wrong.is_empty(), "{}: {wrong:?}", place.name());
    let texts = entry.prose.iter().map(String::as_str).chain(entry.tries.iter().copied());
    let then = entry.ask.iter().flat_map(|ask| ask.then.iter().copied());
    let is_last = place.step + 1 == place.page.entries.len();
    let address_of = |place: &Place| address(place, telling.state);
    let has_begun = telling.sweep.outcomes.iter().any(Option::is_some);
    let next = match place.on(true) {
        // What has not been run is run.
        _ if waits => Next::Reveal((!entry.runs.is_empty() && !has_begun).then(|| place.sweep())),
        Some(to) if is_last => Next::Lesson { name: to.page.name.to_owned(), address: address_of(&to) },
        Some(to) => Next::Step(address_of(&to)),
        None => Next::Again(address_of(&Place::first())),
    };
    Step {
        name: place.name(),
        lesson: place.number + 1,
        number: place.step + 1,
        steps: place.page.entries.len(),
        minutes: (place.step == 0).then(|| place.page.minutes()),
        heading,
        prose,
        tries,
        terms: definitions(texts.chain(then), &figures),
        runs: runs_of(place.sweep(), telling.sweep, telling.seconds, &rows).map(|runs| {
            let train = if entry.cue.contains("view=train") { format!("#{}", entry.cue) } else { String::new() };
            // What they came to answers the question.
            let (outcomes, curves) = match waits {
                true => (Outcomes::Nothing, curves(entry, &Shown::default())),
                false => (runs.outcomes, curves(entry, telling.sweep)),
            };
            Runs { outcomes, curves, train, ..runs }
        }),
        ask: entry.ask.as_ref().map(Question::of),
        answer,
        programs: listings(&entry.code, &plain(settings), telling.figure, waits),
        is_touched: is_touched(place, settings),
        address: address_of(place),
        back: place.on(false).map(|to| address_of(&to)),
        next,
        end: (is_last && !waits).then(|| End { summary: place.page.summary.to_owned(), reading: reading(place.page) }),
    }
}

/// A page's further reading.
pub fn reading(page: &Page) -> Vec<Source> {
    let source = |[cite, link, why]: &[&str; 3]| Source {
        cite: (*cite).to_owned(),
        link: (*link).to_owned(),
        why: (*why).to_owned(),
    };
    page.reading.iter().map(source).collect()
}

/// How each step of each lesson sets the page around its figure.
#[must_use]
pub fn set_by_steps() -> Vec<Setting> {
    let of = |(key, page): &(&str, Page)| {
        let (key, level) = ((*key).to_owned(), Level::named(page.level).unwrap_or_default());
        let setting = move |(number, entry): (usize, &Entry)| Setting {
            of: (key.clone(), number + 1),
            level: if entry.offers.contains(&"states") { Level::States } else { level },
            figure: figure(entry),
            veils: veils(entry),
            offers: entry.offers.iter().map(|name| (*name).to_owned()).collect(),
        };
        page.entries.iter().enumerate().map(setting).collect::<Vec<_>>()
    };
    lessons().iter().flat_map(of).collect()
}

/// The one figure of a step, by the settings that it names.
fn figure(entry: &Entry) -> Figure {
    let names = |what: &str| entry.cue.split('&').any(|pair| pair.starts_with(what));
    if names("view=train") {
        if entry.runs.is_empty() { Figure::Train } else { Figure::Runs }
    } else if names("picture=edit") {
        Figure::Edit
    } else if names("picture=") {
        Figure::Picture
    } else if names("part=") || names("equations=") {
        Figure::Cell
    } else {
        Figure::Lanes
    }
}

/// The list of lessons, with what has been done.
fn rail(telling: &Telling, here: Option<&Place>) -> Rail {
    let entry = |(number, (key, page)): (usize, &'static (&'static str, Page<'static>))| {
        let place = |step| Place { number, key, page, step };
        let step = |step: usize| RailStep {
            address: address(&place(step), telling.state),
            is_here: here.is_some_and(|here| here.step == step),
            is_seen: telling.progress.has(key, step),
        };
        RailLesson {
            name: page.name.to_owned(),
            address: address(&place(0), telling.state),
            is_done: telling.progress.done(key, page.entries.len()),
            steps: here.filter(|here| here.number == number).map(|_| (0..page.entries.len()).map(step).collect()),
        }
    };
    let along = here.filter(|_| !telling.progress.is_empty());
    Rail {
        lessons: lessons().iter().enumerate().map(entry).collect(),
        other_version: telling.other_version,
        can_restore: telling.can_restore,
        along: along.map(|place| format!("{}&done={}", address(place, telling.state), telling.progress.written())),
        sheet: here.map(|place| place.key.to_owned()),
    }
}

/// The definitions of the words that some texts name.
pub fn definitions<'a>(texts: impl Iterator<Item = &'a str>, figures: &Figures) -> Vec<Definition> {
    let mut named: Vec<&str> = texts.flat_map(terms).collect();
    named.sort_unstable();
    named.dedup();
    let glossary = all().iter().find(|(key, _)| *key == "glossary").map(|(_, page)| page);
    let find = |term: &str| glossary?.entries.iter().find(|entry| entry.is_named(term));
    let one = |term: &str| {
        let entry = find(term)?;
        // A word within a definition leads no further.
        let plain: String = entry.prose.concat().replace(['[', ']'], "");
        let text = pieces(&plain, &Writer::alone(figures), &mut vec![]);
        Some(Definition { term: term.to_owned(), heading: entry.heading.to_owned(), text })
    };
    named.into_iter().filter_map(one).collect()
}

/// The runs of an entry, and what they came to; none where it has none.
pub fn runs_of(sweep: SweepKey, shown: &Shown, seconds: f64, rows: &[(&str, Option<Row>)]) -> Option<Runs> {
    if rows.is_empty() {
        return None;
    }
    let trained = |row: &Row| Trained {
        solved: row.solved,
        seeds: row.runs,
        steps: (row.solved * 2 > row.runs).then_some(row.steps as usize),
        loss: row.all.loss,
        right: row.all.right,
    };
    let any = shown.standing.share().is_some() || rows.iter().any(|(_, row)| row.is_some());
    let outcomes = match timed(rows) {
        Some(timed) => Outcomes::Timed(timed),
        None if any => {
            Outcomes::Trained(rows.iter().map(|(name, row)| (told_name(name), row.as_ref().map(trained))).collect())
        }
        None => Outcomes::Nothing,
    };
    let standing = &shown.standing;
    let (source, under_way, waits) = (standing.said(), standing.share(), standing.waits);
    Some(Runs { sweep, source, under_way, waits, seconds, outcomes, curves: vec![], train: String::new() })
}

/// The name of a run as it is read: of its words, those that name a cell as the cell is called.
fn told_name(name: &str) -> String {
    let cell = |word: &str| CellKind::ALL.into_iter().find(|cell| cell.key() == word).map(CellKind::name);
    name.split('_').map(|word| cell(word).unwrap_or(word)).collect::<Vec<_>>().join(" ")
}

/// The curves of an entry's runs that train.
pub fn curves(entry: &Entry, shown: &Shown) -> Vec<Curves> {
    let one = |(n, run): (usize, &Training)| {
        let cell = CellKind::ALL.into_iter().find(|cell| cell.key() == run.cell)?;
        let seeds = (0..SEEDS).map(|seed| shown.losses.get(n * SEEDS + seed).cloned().unwrap_or_default());
        let steps = State::from_fragment(run.settings).0.settings.whole(Key::Steps).unwrap_or_default();
        Some(Curves { name: told_name(run.name), cell, steps, seeds: seeds.collect() })
    };
    entry.runs.iter().enumerate().filter_map(one).collect()
}

/// Of runs that only read tokens: how long one takes, in milliseconds.
fn timed(rows: &[(&str, Option<Row>)]) -> Option<Vec<(String, f64)>> {
    let line = |(name, row): &(&str, Option<Row>)| {
        let all = row.as_ref()?.all;
        (all.extra > 0.0 && all.loss == 0.0).then(|| (told_name(name), all.extra))
    };
    rows.iter().map(line).collect()
}
