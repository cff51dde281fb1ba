//! All pages of prose, and places in them.

use std::sync::LazyLock;

use super::job;
use super::parse::{Entry, Page, page};
#[cfg(not(target_arch = "wasm32"))]
use super::translated::{forms, translated};
use learn::sweep::Job;
use model::command::{PageKey, SweepKey};
use model::keys::Key;
use model::settings::Settings;
#[cfg(not(target_arch = "wasm32"))]
use std::collections::BTreeSet;
#[cfg(not(target_arch = "wasm32"))]
use words::Language;

/// The text of a page, as it was fetched; else in English.
fn text(page: PageKey) -> &'static str {
    words::page_of(&name(page)).unwrap_or_else(|| english(page))
}

/// Its name among what is fetched.
fn name(page: PageKey) -> String {
    format!("course/{}", page.key())
}

/// In a browser, all pages are fetched.
#[cfg(target_arch = "wasm32")]
fn english(_: PageKey) -> &'static str {
    ""
}

/// Where the text of each page stands. One more is one more file in each language, one line here and one in [`PageKey`].
#[cfg(not(target_arch = "wasm32"))]
macro_rules! pages {
    ($($page:ident: $file:literal),*) => {
        /// The English text of a page.
        fn english(page: PageKey) -> &'static str {
            match page {
                $(PageKey::$page => include_str!(concat!("content/", $file, ".txt")),)*
            }
        }

        /// What a page is in another language; empty for English.
        fn translation(language: Language, page: PageKey) -> &'static str {
            match (language, page) {
                (Language::English, _) => "",
                $(
                    (Language::German, PageKey::$page) => include_str!(concat!("content/de/", $file, ".txt")),
                    (Language::Spanish, PageKey::$page) => include_str!(concat!("content/es/", $file, ".txt")),
                )*
            }
        }
    };
}

#[cfg(not(target_arch = "wasm32"))]
pages! {
    Sequences: "01-sequences",
    Recurrence: "02-recurrence",
    Bptt: "03-bptt",
    Vanishing: "04-vanishing",
    Lstm: "05-lstm",
    Gru: "06-gru",
    Training: "07-training",
    Words: "08-words",
    Series: "09-series",
    Yourself: "10-yourself",
    Transformer: "11-transformer",
    Memory: "12-memory",
    Overview: "overview",
    Mistakes: "mistakes",
    Pros: "pros",
    Faq: "faq",
    Glossary: "glossary",
    Notation: "notation",
    Sources: "sources",
    Class: "class"
}

/// All pages of a language, as they are fetched.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn texts(language: Language) -> String {
    pages_of(language).into_iter().map(|(page, text)| words::as_fetched(&name(page), &text)).collect()
}

/// A text without the breaks of its lines.
#[cfg(not(target_arch = "wasm32"))]
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A glossary whose entries know the forms in which texts name them.
#[cfg(not(target_arch = "wasm32"))]
fn with_forms(glossary: &str, forms: &[(&str, &str)]) -> String {
    let english = page(english(PageKey::Glossary)).unwrap_or_default();
    let (mut text, mut n) = (String::new(), 0);
    for line in glossary.lines() {
        text.extend([line, "\n"]);
        if !line.starts_with("## ") {
            continue;
        }
        let entry = english.entries.get(n);
        let own =
            forms.iter().filter(|own| entry.is_some_and(|entry| entry.is_named(own.0))).map(|own| in_one_line(own.1));
        let own = BTreeSet::from_iter(own).into_iter().collect::<Vec<_>>().join(", ");
        if !own.is_empty() {
            text.extend(["named: ", &own, "\n"]);
        }
        n += 1;
    }
    text
}

/// All pages of a language.
#[cfg(not(target_arch = "wasm32"))]
fn pages_of(language: Language) -> Vec<(PageKey, String)> {
    let own = |page: &PageKey| match translation(language, *page) {
        "" => (*page, english(*page).to_owned()),
        own => (*page, translated(english(*page), own).0),
    };
    let mut pages: Vec<_> = PageKey::ALL.iter().map(own).collect();
    let forms = PageKey::ALL.iter().flat_map(|page| forms(translation(language, *page)));
    let forms: Vec<_> = forms.collect();
    if let Some((_, glossary)) = pages.iter_mut().find(|own| own.0 == PageKey::Glossary) {
        *glossary = with_forms(glossary, &forms);
    }
    pages
}

/// How many of the pages are lessons.
const LESSONS: usize = 12;

/// The pages as they are shipped, read once. They never change.
static PAGES: LazyLock<Vec<(&'static str, Page<'static>)>> =
    LazyLock::new(|| PageKey::ALL.iter().map(|own| (own.key(), page(text(*own)).unwrap_or_default())).collect());

/// Every page with its key: first the lessons.
#[must_use]
pub fn all() -> &'static [(&'static str, Page<'static>)] {
    &PAGES
}

/// The lessons.
#[must_use]
pub fn lessons() -> &'static [(&'static str, Page<'static>)] {
    &all()[..LESSONS]
}

/// The other pages.
#[must_use]
pub fn reference() -> &'static [(&'static str, Page<'static>)] {
    &all()[LESSONS..]
}

/// An entry of a page.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The page's number among all, from 0.
    pub number: usize,
    /// Its key.
    pub key: &'static str,
    /// The page.
    pub page: &'static Page<'static>,
    /// The entry's number, from 0.
    pub step: usize,
}

impl Place {
    /// The place that a text names, such as `vanishing.3`; without a number the first.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        let (key, step) = text.split_once('.').unwrap_or((text, "1"));
        let (number, (key, page)) = all().iter().enumerate().find(|(_, (own, _))| *own == key)?;
        let step = step.parse::<usize>().ok()?.checked_sub(1).filter(|step| *step < page.entries.len())?;
        Some(Self { number, key, page, step })
    }

    /// The first step of the first lesson.
    #[must_use]
    pub fn first() -> Self {
        let (key, page) = &all()[0];
        Self { number: 0, key, page, step: 0 }
    }

    /// The lesson step that the settings name.
    #[must_use]
    pub fn of(settings: &Settings) -> Option<Self> {
        Self::named(settings.text(Key::Lesson)).filter(|place| place.number < LESSONS)
    }

    /// The entry.
    #[must_use]
    pub fn entry(&self) -> &'static Entry<'static> {
        &self.page.entries[self.step]
    }

    /// The place's name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}.{}", self.key, self.step + 1)
    }

    /// The sweep of its runs.
    #[must_use]
    pub fn sweep(&self) -> SweepKey {
        SweepKey::Entry(PageKey::ALL[self.number], self.step as u16 + 1)
    }

    /// So many steps on, over the end of the lesson into the next; none beyond the last, or before the first.
    #[must_use]
    pub fn on(&self, forward: bool) -> Option<Self> {
        let inside = if forward { self.step + 1 } else { self.step.wrapping_sub(1) };
        if inside < self.page.entries.len() {
            return Some(Self { step: inside, ..*self });
        }
        let number = if forward { self.number + 1 } else { self.number.checked_sub(1)? };
        let (key, page) = lessons().get(number)?;
        Some(Self { number, key, page, step: if forward { 0 } else { page.entries.len() - 1 } })
    }
}

/// All places' sweeps.
#[must_use]
pub fn sweeps() -> Vec<SweepKey> {
    let places = all().iter().flat_map(|(key, page)| (1..=page.entries.len()).map(move |n| format!("{key}.{n}")));
    let places = places.filter_map(|name| Place::named(&name)).filter(|place| !place.entry().runs.is_empty());
    places.map(|place| place.sweep()).collect()
}

/// The jobs of an entry's runs; none where there is no such entry. Entries count from 1.
#[must_use]
pub fn jobs(page: PageKey, number: u16) -> Vec<Job> {
    let place = Place::named(&format!("{}.{number}", page.key()));
    place.map_or(vec![], |place| place.entry().runs.iter().filter_map(job).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every language that the pages are written in, also before the rest of the page is.
    const WRITTEN: [Language; 3] = [Language::English, Language::German, Language::Spanish];

    /// So a claim that holds in English holds in every language: its expressions are the same.
    #[test]
    fn every_page_is_translated_and_has_the_english_settings_claims_and_numbers() {
        for language in WRITTEN {
            for own in PageKey::ALL {
                let (text, faults) = translated(english(*own), translation(language, *own));
                assert!(language == Language::English || faults.is_empty(), "{language:?}, {}: {faults:#?}", own.key());
                let (english, own) = (page(english(*own)).unwrap(), page(&text).unwrap());
                for (english, own) in english.entries.iter().zip(&own.entries) {
                    assert_eq!((&english.cue, &english.claims), (&own.cue, &own.claims), "{language:?}");
                    assert_eq!((&english.runs, &english.code), (&own.runs, &own.code), "{language:?}");
                }
            }
        }
    }

    #[test]
    fn every_word_that_a_translation_marks_is_one_of_its_glossary() {
        for language in WRITTEN {
            let pages = pages_of(language);
            let (_, glossary) = pages.iter().find(|own| own.0 == PageKey::Glossary).unwrap();
            let glossary = page(glossary).unwrap();
            for (key, text) in &pages {
                for term in super::super::prose::terms(text) {
                    let named: Vec<&str> = glossary
                        .entries
                        .iter()
                        .filter(|own| own.is_named(&in_one_line(term)))
                        .map(|own| own.heading)
                        .collect();
                    assert_eq!(named.len(), 1, "{language:?}, {}: [{term}] is {named:?}", key.key());
                }
            }
        }
    }

    /// The overview says so.
    #[test]
    fn each_lesson_takes_five_to_ten_minutes_and_that_on_series_a_little_longer() {
        let all: Vec<(&str, usize)> = lessons().iter().map(|(key, page)| (*key, page.minutes())).collect();
        let usual = |(key, minutes): &(&str, usize)| (5..=if *key == "series" { 11 } else { 10 }).contains(minutes);
        assert!(all.iter().all(usual), "{all:?}");
    }
}
