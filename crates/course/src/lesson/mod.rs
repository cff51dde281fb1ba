//! Pages of prose beside live figures: lessons, mistakes, questions, the glossary. Prose is data (`content`, one file a page);
//! its numbers are worked out by the engine each time.

// Training an entry's runs takes minutes: claims are checked by tests and by an example, not by the page.
#[cfg(not(target_arch = "wasm32"))]
mod check;
mod code;
mod expression;
mod pages;
mod parse;
mod progress;
mod prose;
mod question;
mod reference;
mod search;
mod step;
mod told;
#[cfg(not(target_arch = "wasm32"))]
mod translated;
mod veil;

use engine::trace::CellKind;
use learn::sweep::{Extra, Job, Outcome, Row, rows};

#[cfg(not(target_arch = "wasm32"))]
pub use check::check;
pub use code::program;
pub use expression::{Figures, Lack, holds, number};
#[cfg(not(target_arch = "wasm32"))]
pub use pages::texts;
pub use pages::{Place, all, jobs, lessons, reference, sweeps};
pub use parse::{Ask, Entry, Guess, Page, page};
pub use progress::Progress;
pub use prose::{links, terms};
pub use question::{Amount, DECADES, Judgement, Marks, Question, Scale, Verdict, judged, mark, minus};
pub use reference::{Looking, chosen, page_told};
pub use search::{Hit, Indexed, index, search};
pub use step::{Telling, address, completed, is_bare, is_touched, set_by_steps, told};
pub use told::{
    Answer, Asked, Curves, Definition, End, Figure, Item, Lesson, Level, Listing, ListingKind, Next, Outcomes, Program,
    Rail, RailLesson, RailStep, Reference, Runs, Setting, Source, Step, Trained, Veil, Which,
};

/// The job of one of an entry's runs; none where it names no cell.
#[must_use]
pub fn job(run: &parse::Training) -> Option<Job> {
    let cell = CellKind::ALL.into_iter().find(|cell| cell.key() == run.cell);
    let extra = match (run.cell, run.more) {
        ("attention", more) => Extra::Attention(more.parse().ok()?),
        (_, parse::TO_THE_END) => Extra::ToTheEnd,
        (_, parse::LAST_WEIGHTS) => Extra::Last,
        (_, parse::ALARMS) => Extra::Alarms,
        (_, parse::FOLLOWERS) => Extra::Followers,
        (_, parse::AXES) => Extra::Axes,
        (_, parse::DEPTHS) => Extra::Deeper,
        (_, "a token") => Extra::Token,
        (_, "") => Extra::Unseen,
        _ => return None,
    };
    let cell = if run.cell == "attention" { CellKind::Rnn } else { cell? };
    Some(Job { label: run.name.to_owned(), cell, fragment: run.settings.to_owned(), extra })
}

/// What an entry's runs came to, by their names.
#[must_use]
pub fn rows_of<'a>(entry: &Entry<'a>, outcomes: &[Option<Outcome>]) -> Vec<(&'a str, Option<Row>)> {
    let made = rows(outcomes);
    entry.runs.iter().enumerate().map(|(n, run)| (run.name, made.get(n).copied().flatten())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runs::{Slow, run_at};
    use crate::standing::Shown;
    use engine::trace::{Pass, Quantity};
    use learn::task::Sets;
    use learn::training::Setup;
    use model::keys::Key;
    use model::settings::{Focus, State};
    use words::rich::{Block, Piece};

    /// Every page's entries, each with its place in words.
    fn entries() -> impl Iterator<Item = (String, &'static Entry<'static>)> {
        all().iter().flat_map(|(key, page)| {
            page.entries.iter().enumerate().map(move |(n, entry)| (format!("{key}.{}", n + 1), entry))
        })
    }

    fn texts(entry: &'static Entry<'static>) -> impl Iterator<Item = &'static str> {
        let then = entry.ask.iter().flat_map(|ask| ask.then.iter().copied());
        entry.prose.iter().map(String::as_str).chain(then).chain(entry.tries.iter().copied())
    }

    #[test]
    fn every_page_can_be_read() {
        for (key, page) in all() {
            assert!(!page.title.is_empty() && !page.name.is_empty() && !page.entries.is_empty(), "{key}");
        }
    }

    #[test]
    fn a_lesson_has_steps_a_question_something_to_try_a_summary_and_sources() {
        for (key, page) in lessons() {
            assert!((3..=10).contains(&page.entries.len()), "{key}: {} steps", page.entries.len());
            assert!(page.entries.iter().any(|entry| entry.ask.is_some()), "{key} asks nothing");
            assert!(page.entries.iter().any(|entry| !entry.tries.is_empty()), "{key} has nothing to try");
            assert!(!page.summary.is_empty() && !page.reading.is_empty(), "{key}");
            assert!(page.reading.iter().all(|[cite, link, _]| !cite.is_empty() && link.starts_with("http")), "{key}");
        }
    }

    #[test]
    fn every_claim_holds_and_every_number_can_be_worked_out() {
        // Training takes its time: as many at once as the machine has threads.
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let next = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    let sets = Sets::of_folder(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/sets")).unwrap();
                    let next = || next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    while let Some((place, entry)) = entries().nth(next()) {
                        let (lines, good) = check(entry, &sets);
                        assert!(good, "{place}: {lines:#?}");
                    }
                });
            }
        });
    }

    #[test]
    fn every_address_is_one() {
        for (place, entry) in entries() {
            let inside = texts(entry).flat_map(links).filter_map(|link| link.strip_prefix('#'));
            let runs = entry.runs.iter().map(|run| run.settings);
            for fragment in inside.chain(runs).chain([entry.cue]) {
                let (state, problems) = State::from_fragment(fragment);
                assert_eq!(problems, [], "{place}: {fragment}");
                let settings = &state.settings;
                assert_eq!(Setup::new(settings, &Sets::default()).1, [], "{place}: {fragment}");
                let lesson = settings.text(Key::Lesson);
                assert!(lesson.is_empty() || Place::of(settings).is_some(), "{place}: {fragment}");
                let page = settings.text(Key::Page);
                assert!(page.is_empty() || all().iter().any(|(key, _)| *key == page), "{place}: {fragment}");
            }
        }
    }

    #[test]
    fn every_word_that_is_marked_is_in_the_glossary() {
        let glossary = reference().iter().find(|(key, _)| *key == "glossary").map(|(_, page)| &page.entries);
        for (place, entry) in entries() {
            for term in texts(entry).flat_map(terms) {
                let known = glossary.is_some_and(|all| all.iter().any(|own| own.is_named(term)));
                assert!(known, "{place}: [{term}]");
            }
        }
    }

    #[test]
    fn an_index_of_two_letters_stands_in_braces() {
        for (place, entry) in entries() {
            for formula in texts(entry).flat_map(|text| text.split('$').skip(1).step_by(2)) {
                let is_letter = |place: usize| formula.as_bytes().get(place).is_some_and(u8::is_ascii_alphabetic);
                let split = formula.match_indices('_').any(|(at, _)| is_letter(at + 1) && is_letter(at + 2));
                assert!(!split, "{place}: {formula}");
            }
        }
    }

    /// All that is said in data, as it is printed for a developer: whatever holds a text holds it there.
    fn all_texts(lesson: &Lesson) -> String {
        let step = lesson.step.as_ref().map(|step| Step { programs: vec![], ..step.clone() });
        format!("{step:?}")
    }

    #[test]
    fn every_step_is_told_before_and_after_its_answer() {
        let shown = Shown::default();
        for (key, page) in lessons() {
            for step in 0..page.entries.len() {
                for more in ["", "&guess=-2", "&shown=yes", "&shown=yes&guess=0", "&guess=x"] {
                    let fragment = format!("lesson={key}.{}&{}{more}", step + 1, page.entries[step].cue);
                    let state = State::from_fragment(&fragment).0;
                    let run = run_at(page.entries[step].cue).1;
                    let slow = Slow::new(page.entries[step].cue);
                    let progress = Progress::default();
                    let telling = Telling {
                        state: &state,
                        run: &run,
                        slow: &slow,
                        figure: Some(&run),
                        sweep: &shown,
                        seconds: 0.0,
                        progress: &progress,
                        other_version: false,
                        can_restore: false,
                    };
                    let place = Place::of(&state.settings).unwrap();
                    assert!(!is_touched(&place, &state.settings), "{fragment}");
                    let lesson = told(&telling);
                    let texts = all_texts(&lesson);
                    assert!(!texts.contains("NaN") && !texts.contains("BAD"), "{fragment}: {texts}");
                    let own = lesson.step.unwrap();
                    let waits = place.entry().ask.is_some() && !state.settings.is(Key::Shown);
                    assert_eq!(own.answer.is_some(), place.entry().ask.is_some() && !waits, "{fragment}");
                    assert_eq!(matches!(own.next, Next::Reveal(_)), waits, "{fragment}");
                    assert!(own.programs.iter().all(|one| one.is_covered == waits), "{fragment}");
                    let prints = own.programs.iter().filter_map(|one| one.program.as_ref().ok());
                    assert!(prints.clone().all(|program| program.prints.is_empty() == waits), "{fragment}");
                    // Every number of the prose is worked out, and every word has its meaning.
                    let told: Vec<&Block> = own.prose.iter().chain(own.answer.iter().flat_map(|a| &a.then)).collect();
                    for piece in told.into_iter().flat_map(pieces_in).chain(own.tries.iter().flatten()) {
                        match piece {
                            Piece::Figure(number) => assert!(
                                number == "…" || number.contains(|c: char| c.is_ascii_digit() || c == '∞'),
                                "{fragment}: {number}"
                            ),
                            Piece::Term(term) => {
                                assert!(own.terms.iter().any(|own| own.term == *term), "{fragment}: {term}");
                            }
                            _ => {}
                        }
                    }
                }
            }
        }
    }

    /// The expressions of a text, each with its form: a share, a whole number, or as it is.
    fn expressions(text: &str) -> Vec<(String, char)> {
        let expression = |piece| match piece {
            Piece::Figure(text) => {
                let form = text.trim().chars().last().filter(|last| "%#".contains(*last)).unwrap_or(' ');
                Some((text.trim().trim_end_matches(form).trim().to_owned(), form))
            }
            _ => None,
        };
        words::rich::pieces(text).into_iter().filter_map(expression).collect()
    }

    #[test]
    fn what_an_entry_compares_has_one_unit() {
        for (place, entry) in entries() {
            let all: Vec<(String, char)> = texts(entry).flat_map(expressions).collect();
            // What is left of a gradient, or right of the answers: a share everywhere, or nowhere.
            for measure in ["left", "right"] {
                let alone = |text: &str| {
                    let words: Vec<&str> = text.trim_start_matches("100 * ").split(' ').collect();
                    words[0] == measure && words.len() <= 3
                };
                let own: Vec<_> = all.iter().filter(|(text, _)| alone(text)).collect();
                let is_other = |(text, form): &&(String, char)| {
                    own.iter().any(|(other, its)| its != form && other != text) && *form == '%'
                };
                assert!(!own.iter().copied().any(|one| is_other(&one)), "{place}: {own:?}");
            }
            if !entry.runs.is_empty() || !entry.needs_run() {
                continue;
            }
            // No number in powers of ten beside one that is written out, in a paragraph.
            let run = run_at(entry.cue).1;
            let slow = Slow::new(entry.cue);
            let figures = Figures { slow: &slow, run: &run, rows: &[] };
            for text in texts(entry) {
                let mut wrong = vec![];
                let told = prose::blocks(text, &prose::Writer::new(entry, &figures), &mut wrong);
                let numbers: Vec<&str> = told
                    .iter()
                    .flat_map(pieces_in)
                    .filter_map(|piece| if let Piece::Figure(number) = piece { Some(number.as_str()) } else { None })
                    .filter(|number| number.contains(['.', '%']) || number.contains("·10"))
                    .collect();
                let powers = numbers.iter().filter(|number| number.contains("·10")).count();
                assert!(powers == 0 || powers == numbers.len(), "{place}: {numbers:?}");
            }
        }
    }

    fn pieces_in(block: &Block) -> Vec<&Piece> {
        match block {
            Block::Paragraph(pieces) => pieces.iter().collect(),
            Block::List(items) => items.iter().flatten().collect(),
        }
    }

    #[test]
    fn a_question_veils_the_number_that_answers_it_and_no_other() {
        let all = set_by_steps();
        let veils = |key: &str, number| {
            let own = all.iter().find(|own| own.of == (key.to_owned(), number));
            own.map_or(vec![], |own| own.veils.clone())
        };
        let rnn = CellKind::Rnn;
        // A state is asked for; the gradient of a state; what is left of it; how large a cell is.
        let number =
            |gradient, unit, step| Veil::Number { cell: rnn, quantity: Quantity::Hidden, gradient, unit, step };
        assert_eq!(veils("recurrence", 3), [number(false, 0, 1)]);
        assert_eq!(veils("bptt", 4), [number(true, 1, 3)]);
        assert_eq!(veils("vanishing", 1), [Veil::Left { cell: rnn, told_from: None }]);
        assert_eq!(veils("recurrence", 5), [Veil::Size { cell: rnn }]);
        // Of a product the factors are told, and not what they come to.
        assert_eq!(veils("bptt", 3), [Veil::Left { cell: rnn, told_from: Some(3) }]);
        // What the prose tells of the way back is shown: there from step 21 to step 6.
        assert_eq!(veils("vanishing", 3), [Veil::Left { cell: rnn, told_from: Some(5) }]);
        assert_eq!(veils("gru", 4).len(), 3);
        for own in &all {
            let page = lessons().iter().find(|(key, _)| *key == own.of.0).unwrap();
            let entry = &page.1.entries[own.of.1 - 1];
            assert!(own.veils.is_empty() || entry.ask.is_some() && !entry.cue.contains("view="), "{:?}", own.of);
        }
    }

    /// The numbers that a step's figure shows before anything is touched, as expressions: beside its lanes, of its chain, in its cell.
    fn shown(own: &Setting, entry: &Entry) -> Vec<String> {
        let State { settings, focus, .. } = State::from_fragment(entry.cue).0;
        let key = focus.cell.key();
        let mut all = vec![];
        let lanes = match own.figure {
            Figure::Lanes => own.level.cells().to_vec(),
            Figure::Cell | Figure::Edit => vec![focus.cell],
            _ => vec![],
        };
        let left = |cell: CellKind, step: usize| {
            let covers = |veil: &Veil| matches!(*veil, Veil::Left { cell: own, told_from } if own == cell && told_from.is_none_or(|from| step < from));
            (!own.veils.iter().any(covers)).then(|| format!("left {} {}", cell.key(), step + 1))
        };
        if own.level.has_gradient() {
            all.extend(lanes.into_iter().filter_map(|cell| left(cell, settings.mark_step())));
            all.extend(own.offers.iter().any(|one| one == "chain").then(|| left(focus.cell, focus.step)).flatten());
        }
        let Focus { cell, unit, step, .. } = focus;
        let is_veiled =
            |quantity, gradient, step| own.veils.contains(&Veil::Number { cell, quantity, gradient, unit, step });
        if own.figure == Figure::Cell && focus.pass == Pass::Backward && !is_veiled(Quantity::Hidden, true, step) {
            all.push(format!("gradient {key} {} {}", unit + 1, step + 1));
        } else if own.figure == Figure::Cell && focus.pass == Pass::Forward {
            let open = cell.quantities().iter().filter(|own| !is_veiled(**own, false, step));
            all.extend(open.map(|own| format!("value {key} {} {} {}", own.key(), unit + 1, step + 1)));
            all.extend((step > 0).then(|| format!("value {key} hidden {} {step}", unit + 1)));
        }
        all
    }

    #[test]
    fn no_step_shows_or_tells_what_a_later_one_of_its_lesson_asks_for() {
        let settings = set_by_steps();
        let is_same = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
        let mut wrong = vec![];
        for (key, page) in lessons() {
            let runs: Vec<_> = page.entries.iter().map(|entry| (Slow::new(entry.cue), run_at(entry.cue).1)).collect();
            let work_out = |text: &str, step: usize| {
                number(text, &Figures { slow: &runs[step].0, run: &runs[step].1, rows: &[] }).ok()
            };
            let told = |text: &'static str| {
                let inside = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
                inside.map(|(text, _)| text.trim_end_matches(['%', '#'])).collect::<Vec<_>>()
            };
            for (asking, entry) in page.entries.iter().enumerate() {
                let asked: Vec<&str> = match entry.ask.as_ref().map(|ask| &ask.guess) {
                    Some(Guess::Choice { options, .. }) => options.iter().map(|(_, text)| *text).collect(),
                    Some(Guess::Ratio { answer } | Guess::Number { answer, .. }) => vec![answer],
                    None => continue,
                };
                // What the asking step tells itself is no secret.
                let given: Vec<f64> =
                    entry.prose.iter().flat_map(|text| told(text)).filter_map(|text| work_out(text, asking)).collect();
                // What is worked out of round numbers alone is shown by no figure.
                let asked = asked.into_iter().filter(|text| text.contains(char::is_alphabetic));
                let secret = asked.filter_map(|text| work_out(text, asking));
                let secrets: Vec<f64> = secret.filter(|x| !given.iter().any(|own| is_same(*own, *x))).collect();
                for before in 0..asking {
                    let own = settings.iter().find(|own| own.of == ((*key).to_owned(), before + 1)).unwrap();
                    let earlier = &page.entries[before];
                    let in_text = texts(earlier).flat_map(told).map(str::to_owned);
                    for text in in_text.chain(shown(own, earlier)) {
                        let found = work_out(&text, before);
                        if found.is_some_and(|found| secrets.iter().any(|secret| is_same(*secret, found))) {
                            wrong.push(format!("{key}.{} has {text}, which {key}.{} asks for", before + 1, asking + 1));
                        }
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_step_has_one_figure_at_the_level_of_its_lesson() {
        let all = set_by_steps();
        assert_eq!(all.len(), lessons().iter().map(|(_, page)| page.entries.len()).sum::<usize>());
        for own in &all {
            assert_ne!(own.figure, Figure::Lab, "{:?}", own.of);
            let number = lessons().iter().position(|(key, _)| *key == own.of.0).unwrap() + 1;
            let level = match number {
                1 | 2 => Level::States,
                3 | 4 => Level::Gradient,
                // The last looks at what an RNN and an LSTM hold.
                5 | 12 => Level::Lstm,
                _ => Level::All,
            };
            let shows_states = own.offers.iter().any(|one| one == "states");
            assert_eq!(own.level, if shows_states { Level::States } else { level }, "{:?}", own.of);
            // What it boxes is there.
            let cue = lessons()[number - 1].1.entries[own.of.1 - 1].cue;
            let cell = cue.split('&').find_map(|pair| pair.strip_prefix("cell="));
            let is_shown = cell.is_none_or(|cell| level.cells().iter().any(|own| own.key() == cell));
            assert!(is_shown, "{:?}: {cell:?}", own.of);
        }
    }
}
