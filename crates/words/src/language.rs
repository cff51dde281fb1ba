//! The language of the page, and its texts: a browser fetches them; natively the English ones are compiled in.

use std::sync::OnceLock;

/// A language that the page speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 1] = [Self::English];

    /// Its key in the address, in the names of files and for a browser (BCP 47).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Spanish => "es",
        }
    }

    /// Its own name for itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::Spanish => "Español",
        }
    }

    /// The language with a key, of which a region behind a hyphen is not read.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        let key = key.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|own| own.key().eq_ignore_ascii_case(key))
    }
}

/// Between parts of the page.
const PART: char = '\u{1e}';

/// Between a part's name and its texts.
const TEXT: char = '\u{1f}';

/// What was fetched at first, by parts.
static TEXTS: OnceLock<(Language, Vec<&'static str>)> = OnceLock::new();

/// What was fetched later, by parts.
static LATER: OnceLock<Vec<&'static str>> = OnceLock::new();

/// Has everything said in a language from now on, with its texts as `texts` gives them, in any order, and pages [`as_fetched`] behind
/// them where they are needed. It can be done once, before anything is said; later calls change nothing.
pub fn speak(language: Language, texts: String) {
    TEXTS.get_or_init(|| (language, kept(texts)));
}

/// Takes the texts that come later than those that [`speak`] was given. It can be done once; later calls change nothing.
pub fn speak_on(texts: String) {
    LATER.get_or_init(|| kept(texts));
}

/// Whether the texts that come later are here.
#[must_use]
pub fn has_all() -> bool {
    !cfg!(target_arch = "wasm32") || fetched("laboratory").is_some()
}

fn kept(texts: String) -> Vec<&'static str> {
    let texts: &'static str = Box::leak(texts.into_boxed_str());
    texts.split(PART).collect()
}

/// What stands behind a name in what was fetched.
fn fetched(name: &str) -> Option<&'static str> {
    let first = TEXTS.get().and_then(|own| whole(&own.1, name));
    first.or_else(|| LATER.get().and_then(|own| whole(own, name)))
}

/// The language of the page.
#[must_use]
pub fn language() -> Language {
    TEXTS.get().map_or(Language::English, |own| own.0)
}

/// The texts of a part: those that were fetched, or else the compiled ones.
///
/// # Panics
/// Where a part's texts are needed that have not been fetched.
pub(crate) fn words<W, const N: usize>(
    fetched: &'static OnceLock<W>,
    part: &str,
    read: fn(&[&'static str; N]) -> W,
    compiled: Option<&'static W>,
) -> &'static W {
    if let Some(known) = fetched.get() {
        return known;
    }
    let texts = self::fetched(part).map(|texts| texts.split(TEXT).collect::<Vec<_>>());
    match texts.as_deref().and_then(|texts| texts.try_into().ok()) {
        Some(texts) => fetched.get_or_init(|| read(texts)),
        None => compiled.unwrap_or_else(|| panic!("the texts of `{part}` are not here")),
    }
}

/// What stands behind a part's name.
fn whole<'a>(parts: &[&'a str], part: &str) -> Option<&'a str> {
    parts.iter().find_map(|text| text.strip_prefix(part).and_then(|text| text.strip_prefix(TEXT)))
}

/// A page of prose that was fetched, by its name.
#[must_use]
pub fn page_of(name: &str) -> Option<&'static str> {
    fetched(name)
}

/// A page of prose, in the form in which it is fetched.
#[must_use]
pub fn as_fetched(name: &str, prose: &str) -> String {
    format!("{name}{TEXT}{prose}{PART}")
}

#[cfg(not(target_arch = "wasm32"))]
mod files {
    include!(concat!(env!("OUT_DIR"), "/languages.rs"));
}

/// What shows first, Start, is said with these parts.
#[cfg(not(target_arch = "wasm32"))]
const FIRST: [&str; 4] = ["causes", "keys", "page", "start"];

/// The texts of a language as the page fetches them: those of what shows first, and all others.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn texts(language: Language) -> [String; 2] {
    let all = files::FILES.iter().find(|own| own.0 == language.key()).map_or("", |own| own.1);
    let (first, later): (Vec<&str>, Vec<&str>) =
        all.split_inclusive(PART).partition(|part| FIRST.iter().any(|name| whole(&[part], name).is_some()));
    [first.concat(), later.concat()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_language_that_is_offered_lacks_a_text() {
        // One that is offered, that is: another may be on its way.
        let is_offered =
            |place: &&&str| Language::ALL.iter().any(|own| place.starts_with(&format!("texts/{}/", own.key())));
        let missing: Vec<&&str> = files::MISSING.iter().filter(is_offered).collect();
        assert!(missing.is_empty(), "{} are missing: {:#?} …", missing.len(), &missing[..missing.len().min(10)]);
        for language in Language::ALL {
            assert!(texts(language).iter().all(|texts| !texts.is_empty()), "{language:?}");
        }
    }

    #[test]
    fn a_language_is_known_by_its_key_with_any_region() {
        assert_eq!(
            ["en-GB", "EN", "fr", ""].map(Language::of),
            [Some(Language::English), Some(Language::English), None, None]
        );
    }

    #[test]
    fn a_part_is_found_among_the_texts_of_all() {
        let parts = kept(texts(Language::English).concat());
        let causes = whole(&parts, "causes").unwrap();
        assert_eq!(causes.split(TEXT).next(), Some(crate::causes::EN.no_place));
        assert_eq!(whole(&parts, "cause"), None);
    }
}
