//! The search over the pages to look things up in: their entries as plain text, and those that a query finds. The page searches
//! as one types, without a worker.

use serde::{Deserialize, Serialize};

use super::pages::reference;
use words::rich::{Block, CELLS, Math, Piece};

/// So many characters of an entry are shown before and behind what is found in it.
const AROUND: (usize, usize) = (36, 84);

/// An entry, as it is searched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indexed {
    /// The key of its page.
    pub page: String,
    /// Its name, such as `faq.2`.
    pub name: String,
    /// Its heading.
    pub heading: String,
    /// Other names of what it defines.
    pub also: String,
    /// Its prose, with “…” for each number that is worked out.
    pub text: String,
}

/// An entry that is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The key of its page.
    pub page: String,
    /// Its name.
    pub name: String,
    /// Its heading.
    pub heading: String,
    /// What stands before the word that is found, the word, and what stands behind it.
    pub excerpt: [String; 3],
    /// Whether its heading or another of its names has all words of the query.
    is_named: bool,
}

/// Every entry of the pages, in their order.
#[must_use]
pub fn index() -> Vec<Indexed> {
    let of_page = |(key, page): &(&str, super::Page)| {
        let entry = |(number, entry): (usize, &super::Entry)| {
            let then = entry.ask.iter().flat_map(|ask| std::iter::once(ask.question).chain(ask.then.iter().copied()));
            let texts = entry.prose.iter().map(String::as_str).chain(then).chain(entry.tries.iter().copied());
            Indexed {
                page: (*key).to_owned(),
                name: format!("{key}.{}", number + 1),
                heading: entry.heading.to_owned(),
                also: entry.also.to_owned(),
                text: texts.map(plain).collect::<Vec<_>>().join(" "),
            }
        };
        page.entries.iter().enumerate().map(entry).collect::<Vec<_>>()
    };
    reference().iter().flat_map(of_page).collect()
}

/// The entries that have every word of a query, in the order of their pages; of a page those first whose heading has them. None
/// for a query without a word.
#[must_use]
pub fn search(index: &[Indexed], query: &str) -> Vec<Hit> {
    let words: Vec<Vec<char>> = query.split_whitespace().map(folded).collect();
    if words.is_empty() {
        return vec![];
    }
    let hits: Vec<Hit> = index.iter().filter_map(|entry| hit(entry, &words)).collect();
    let pages = hits.chunk_by(|a, b| a.page == b.page);
    let sorted =
        pages.flat_map(|own| own.iter().filter(|hit| hit.is_named).chain(own.iter().filter(|hit| !hit.is_named)));
    sorted.cloned().collect()
}

fn hit(entry: &Indexed, words: &[Vec<char>]) -> Option<Hit> {
    let (names, text) = (folded(&format!("{} {}", entry.heading, entry.also)), folded(&entry.text));
    let is_found = |word: &Vec<char>| place(&names, word).is_some() || place(&text, word).is_some();
    words.iter().all(is_found).then(|| Hit {
        page: entry.page.clone(),
        name: entry.name.clone(),
        heading: entry.heading.clone(),
        excerpt: excerpt(&entry.text, &text, words),
        is_named: words.iter().all(|word| place(&names, word).is_some()),
    })
}

/// Where a word begins in a text, both folded.
fn place(text: &[char], word: &[char]) -> Option<usize> {
    text.windows(word.len()).position(|part| part == word)
}

/// What stands around the first of the words that a text has; where it has none, its beginning.
fn excerpt(text: &str, folded: &[char], words: &[Vec<char>]) -> [String; 3] {
    let all: Vec<char> = text.chars().collect();
    let found = words.iter().find_map(|word| Some((place(folded, word)?, word.len())));
    let (at, length) = found.unwrap_or_default();
    let (from, to) = (whole(&all, at, AROUND.0), (at + length + AROUND.1).min(all.len()));
    let to =
        if to == all.len() { to } else { all[..to].iter().rposition(|c| *c == ' ').map_or(to, |n| n.max(at + length)) };
    let part = |from: usize, to: usize| all[from..to].iter().collect::<String>();
    let (before, behind) = (part(from, at), part(at + length, to));
    let before = if from == 0 { before } else { format!("… {before}") };
    let behind = if to == all.len() { behind } else { format!("{behind} …") };
    [before, part(at, at + length), behind]
}

/// Where the first whole word begins, at most so many characters before a place.
fn whole(text: &[char], at: usize, before: usize) -> usize {
    let from = at.saturating_sub(before);
    if from == 0 {
        return 0;
    }
    text[from..at].iter().position(|c| *c == ' ').map_or(at, |n| from + n + 1)
}

/// A text by which others are found, letter by letter: small, without accents, with plain quotes, dashes and numerals.
fn folded(text: &str) -> Vec<char> {
    text.chars().map(|c| base(c.to_lowercase().next().unwrap_or(c))).collect()
}

/// The plain form of a letter or a sign.
fn base(c: char) -> char {
    let digit = |from: char| char::from_digit(c as u32 - from as u32, 10).unwrap_or(c);
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ß' => 's',
        'ť' | 'ţ' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '–' | '—' | '−' | '‑' => '-',
        '\u{a0}' | '\u{202f}' => ' ',
        '₀'..='₉' => digit('₀'),
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_digit(c as u32 - '⁴' as u32 + 4, 10).unwrap_or(c),
        _ => c,
    }
}

/// A paragraph or a list, as it is read.
fn plain(text: &str) -> String {
    let block = |block: Block| match block {
        Block::Paragraph(pieces) => said(&pieces),
        Block::List(items) => items.iter().map(|item| said(item)).collect::<Vec<_>>().join(" "),
    };
    words::rich::blocks(text).into_iter().map(block).collect::<Vec<_>>().join(" ")
}

fn said(pieces: &[Piece]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Cell(number) => CELLS[*number].to_owned(),
        Piece::Figure(_) => "…".to_owned(),
        Piece::Formula(parts) => parts.iter().map(written).collect(),
        Piece::Text(text) | Piece::Term(text) | Piece::Code(text) | Piece::Stressed(text) => text.clone(),
        Piece::Link { label, .. } => label.clone(),
    };
    pieces.iter().map(piece).collect()
}

/// A part of a formula in a line: an index stands behind what has it.
fn written(part: &Math) -> String {
    match part {
        Math::Name(text) | Math::Number(text) | Math::Sign(text) => text.clone(),
        Math::Group(parts) => parts.iter().map(written).collect(),
        Math::Indexed(base, low, high) => {
            let index = |part: &Option<Box<Math>>| part.as_deref().map(written).unwrap_or_default();
            format!("{}{}{}", written(base), index(low), index(high))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(heading: &str, also: &str, text: &str) -> Indexed {
        let own = |text: &str| text.to_owned();
        Indexed {
            page: own("glossary"),
            name: own("glossary.1"),
            heading: own(heading),
            also: own(also),
            text: own(text),
        }
    }

    #[test]
    fn an_entry_is_found_by_all_its_words_however_they_are_written() {
        let all = [entry("forget gate", "", "What keeps the cell state."), entry("CO₂", "Koutník", "A gate, too.")];
        let found = |query: &str| search(&all, query).into_iter().map(|hit| hit.heading).collect::<Vec<_>>();
        assert_eq!(found("Gate"), ["forget gate", "CO₂"], "what is named so comes first");
        assert_eq!(found("too gate"), ["CO₂"]);
        assert_eq!(found("FORGÈT"), ["forget gate"]);
        assert_eq!(found("co2"), ["CO₂"]);
        assert_eq!(found("koutnik"), ["CO₂"]);
        assert_eq!((found(" "), found("gatekeeper")), (vec![], vec![]));
    }

    #[test]
    fn an_excerpt_shows_the_word_within_whole_words() {
        let text = format!("{}the forget gate keeps it{}", "before ".repeat(20), " behind".repeat(20));
        let [before, word, behind] = search(&[entry("a", "", &text)], "FORGET")[0].excerpt.clone();
        assert_eq!(word, "forget");
        assert!(before.starts_with("… before ") && before.ends_with(" the "), "{before}");
        assert!(behind.starts_with(" gate keeps it behind") && behind.ends_with("behind …"), "{behind}");
        // What only its heading has is shown with the beginning of its text.
        let [before, word, behind] = search(&[entry("latch", "", "A unit that keeps.")], "latch")[0].excerpt.clone();
        assert_eq!((&*before, &*word, &*behind), ("", "", "A unit that keeps."));
    }

    #[test]
    fn every_entry_of_the_pages_is_searched() {
        let index = index();
        let entries: usize = reference().iter().map(|(_, page)| page.entries.len()).sum();
        assert_eq!(index.len(), entries);
        assert!(index.iter().all(|entry| !entry.text.contains(['{', '$', '`'])), "prose, and no signs of its form");
        let pages: Vec<String> = search(&index, "forget bias").into_iter().map(|hit| hit.page).collect();
        assert!(["faq", "glossary"].iter().all(|page| pages.iter().any(|own| own == page)), "{pages:?}");
        assert_eq!(search(&index, "jacobian").iter().find(|hit| hit.page == "glossary").unwrap().heading, "Jacobian");
    }
}
