//! Pages to look things up in, as HTML: questions, mistakes, the glossary.

use super::expression::Figures;
use super::pages::{Place, all, lessons, reference};
use super::parse::{Entry, Guess};
use super::prose::{inline, paragraph};
use super::question::judged;
use super::rows_of;
use super::step::{definitions, runs_of};
use crate::results::Shown;
use crate::runs::PageRuns;
use model::command::SweepKey;
use model::keys::Key;
use model::settings::Settings;
use pictures::html::{button, escape};
use words::fill;
use words::lesson::words;

/// All that a page is drawn from.
pub struct PageDrawn<'a> {
    /// The settings; the key `page` names it.
    pub settings: &'a Settings,
    /// How a sweep stands.
    pub shown: &'a dyn Fn(SweepKey) -> Shown,
    /// How long it takes, in seconds.
    pub seconds: &'a dyn Fn(SweepKey) -> f64,
    /// The runs behind its numbers: those of [`chosen`].
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

/// The page's parts: the list of pages, and the entries of the one that is chosen.
#[must_use]
pub fn page_parts(drawn: &PageDrawn) -> Vec<(String, String)> {
    let words = words();
    let Some(place) = chosen(drawn.settings) else { return vec![] };
    let Place { number, key, page, .. } = place;
    let list: String = reference().iter().map(|(own, page)| button(Key::Page, own, page.name, *own == key)).collect();
    let is_lesson = number < lessons().len();
    let sheet = if is_lesson { format!("<p class=\"sheet\">{}</p>", words.sheet) } else { String::new() };
    let entries = entries(drawn, &place);
    let reading = page.reading.iter().map(|[cite, link, why]| {
        format!(
            "<li><a href=\"{}\" target=\"_blank\" rel=\"noopener\">{}</a> {}</li>",
            escape(link),
            escape(cite),
            escape(why)
        )
    });
    let reading: String = reading.collect();
    let reading = if reading.is_empty() {
        String::new()
    } else {
        format!("<article class=\"paper\"><h3>{}</h3><ul>{reading}</ul></article>", words.reading)
    };
    let mut parts = vec![
        (
            "train-controls".to_owned(),
            format!(
                "<nav class=\"choices\" aria-label=\"{}\">{list}</nav><h2>{}</h2><p class=\"how\">{}</p>{sheet}",
                words.pages,
                escape(page.title),
                escape(page.summary)
            ),
        ),
        ("train-own".to_owned(), format!("<div class=\"papers prose {key}\">{entries}{reading}</div>")),
    ];
    parts.extend(
        ["train-head", "train-buttons", "train-moment", "train-sweep"].map(|id| (id.to_owned(), String::new())),
    );
    parts
}

/// The entries of one of the pages, with the definitions of their words.
#[must_use]
pub fn entries_of(key: &str, drawn: &PageDrawn) -> String {
    Place::named(key).map_or(String::new(), |place| entries(drawn, &place))
}

/// All entries of a place's page.
fn entries(drawn: &PageDrawn, place: &Place) -> String {
    let page = place.page;
    let all: String = (0..page.entries.len()).map(|step| entry(drawn, &Place { step, ..*place })).collect();
    let texts = page.entries.iter().flat_map(|entry| {
        let then = entry.ask.iter().flat_map(|ask| ask.then.iter().copied());
        entry.prose.iter().map(String::as_str).chain(then)
    });
    all + &definitions(texts, &Figures { run: &drawn.runs.plain, rows: &[] })
}

/// An entry: its prose, its question with the answer folded, its runs.
fn entry(drawn: &PageDrawn, place: &Place) -> String {
    let words = words();
    let entry: &Entry = place.entry();
    let sweep = (drawn.shown)(place.sweep());
    let rows = rows_of(entry, &sweep.outcomes);
    let figures = Figures { run: drawn.runs.of(place.step), rows: &rows };
    let mut wrong = vec![];
    let prose: String = entry.prose.iter().map(|text| paragraph(text, &figures, &mut wrong)).collect();
    let is_made = rows.iter().all(|(_, row)| row.is_some());
    let ask = entry.ask.as_ref().map_or(String::new(), |ask| {
        let options = match &ask.guess {
            Guess::Choice { options, .. } => {
                let names: Vec<String> = options.iter().map(|(name, _)| escape(name)).collect();
                format!("<p class=\"options\">{}</p>", names.join(" · "))
            }
            _ => String::new(),
        };
        let then: String = ask.then.iter().map(|text| paragraph(text, &figures, &mut wrong)).collect();
        if entry.runs.is_empty() {
            let said = judged(ask, "", &figures).said;
            return format!(
                "<h4>{}</h4>{options}<details><summary>{}</summary><p class=\"verdict\">{said}</p>{then}</details>",
                escape(ask.question),
                words.reveal
            );
        }
        let answer = if is_made {
            format!("<p class=\"verdict\">{}</p>{then}", judged(ask, "", &figures).said)
        } else {
            format!("<p class=\"how\">{}</p>", words.not_run)
        };
        format!("<h4>{}</h4>{options}{answer}", escape(ask.question))
    });
    let runs = if rows.is_empty() {
        String::new()
    } else {
        runs_of(place.sweep(), &sweep, (drawn.seconds)(place.sweep()), &rows)
    };
    let tries: String = entry
        .tries
        .iter()
        .map(|text| format!("<p class=\"try\"><b>{}</b> {}</p>", words.try_it, inline(text, &figures, &mut wrong)))
        .collect();
    let live = if entry.cue.is_empty() {
        String::new()
    } else {
        format!("<a class=\"button\" href=\"#{}\">{}</a>", escape(entry.cue), words.live)
    };
    let code = if entry.code.is_empty() {
        String::new()
    } else {
        let name = place.name();
        format!("<p><a href=\"#lesson={name}\">{}</a></p>", fill(words.code_sheet, &[("step", &name)]))
    };
    let also = if entry.also.is_empty() { String::new() } else { format!(" <small>{}</small>", escape(entry.also)) };
    debug_assert!(wrong.is_empty(), "{}: {wrong:?}", place.name());
    format!(
        "<article class=\"paper\" id=\"entry-{}\"><h3>{}{also}</h3>{prose}{code}{runs}{ask}{tries}{live}</article>",
        place.name(),
        escape(entry.heading)
    )
}
