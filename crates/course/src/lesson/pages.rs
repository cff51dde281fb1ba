//! All pages of prose, and places in them.

use std::sync::LazyLock;

use super::job;
use super::parse::{Entry, Page, page};
use learn::sweep::Job;
use model::command::{PageKey, SweepKey};
use model::keys::Key;
use model::settings::Settings;

/// The text of a page; lessons come first, in their order. One more is one more file and one line here and in [`PageKey`].
fn text(page: PageKey) -> &'static str {
    match page {
        PageKey::Sequences => include_str!("content/01-sequences.txt"),
        PageKey::Recurrence => include_str!("content/02-recurrence.txt"),
        PageKey::Bptt => include_str!("content/03-bptt.txt"),
        PageKey::Vanishing => include_str!("content/04-vanishing.txt"),
        PageKey::Lstm => include_str!("content/05-lstm.txt"),
        PageKey::Gru => include_str!("content/06-gru.txt"),
        PageKey::Training => include_str!("content/07-training.txt"),
        PageKey::Words => include_str!("content/08-words.txt"),
        PageKey::Series => include_str!("content/09-series.txt"),
        PageKey::Yourself => include_str!("content/10-yourself.txt"),
        PageKey::Transformer => include_str!("content/11-transformer.txt"),
        PageKey::Memory => include_str!("content/12-memory.txt"),
        PageKey::Overview => include_str!("content/overview.txt"),
        PageKey::Mistakes => include_str!("content/mistakes.txt"),
        PageKey::Pros => include_str!("content/pros.txt"),
        PageKey::Faq => include_str!("content/faq.txt"),
        PageKey::Glossary => include_str!("content/glossary.txt"),
        PageKey::Notation => include_str!("content/notation.txt"),
        PageKey::Sources => include_str!("content/sources.txt"),
        PageKey::Class => include_str!("content/class.txt"),
    }
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

    /// The overview says so.
    #[test]
    fn each_lesson_takes_five_to_ten_minutes_and_that_on_series_a_little_longer() {
        let all: Vec<(&str, usize)> = lessons().iter().map(|(key, page)| (*key, page.minutes())).collect();
        let usual = |(key, minutes): &(&str, usize)| (5..=if *key == "series" { 11 } else { 10 }).contains(minutes);
        assert!(all.iter().all(usual), "{all:?}");
    }
}
