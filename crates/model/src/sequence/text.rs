//! Text, cut into words or into characters as people count them (grapheme clusters, not bytes).

use std::ops::RangeInclusive;

use unicode_segmentation::UnicodeSegmentation;

use super::{Input, LONGEST, Sequence};

/// The sentence the page opens with.
pub const SENTENCE: &str = include_str!("sentence.txt");

/// How text is cut into tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// At white space.
    Words,
    /// Into grapheme clusters; runs of white space count as one.
    Characters,
}

/// Letters of the scripts that set no spaces between words, by blocks of Unicode: Thai and Lao, Burmese, Khmer, kana, Han.
const UNSPACED: [RangeInclusive<char>; 6] = [
    '\u{e00}'..='\u{eff}',
    '\u{1000}'..='\u{109f}',
    '\u{1780}'..='\u{17ff}',
    '\u{3040}'..='\u{30ff}',
    '\u{3400}'..='\u{9fff}',
    '\u{20000}'..='\u{3ffff}',
];

/// Text that has at least one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    text: String,
    by: By,
}

/// Why a text cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// Nothing but white space.
    Empty,
}

impl Text {
    /// Reads a person's text. White space at the ends is removed; runs of white space inside become one space.
    ///
    /// # Errors
    /// If the text is empty or only white space.
    pub fn new(text: &str, by: By) -> Result<Self, TextError> {
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded.is_empty() { Err(TextError::Empty) } else { Ok(Self { text: cut(folded, by), by }) }
    }

    /// The text in use: the first [`LONGEST`] tokens at most.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How it is cut into tokens.
    #[must_use]
    pub fn by(&self) -> By {
        self.by
    }

    /// The number of tokens in a whole text, before it is cut to [`LONGEST`].
    #[must_use]
    pub fn count(text: &str, by: By) -> usize {
        match by {
            By::Words => text.split_whitespace().count(),
            By::Characters => text.split_whitespace().collect::<Vec<_>>().join(" ").graphemes(true).count(),
        }
    }

    /// Whether a text is in a script that is written without spaces between words, of which cutting at white space makes
    /// one token of a whole sentence: Chinese, Japanese, Thai, Lao, Burmese, Khmer.
    #[must_use]
    pub fn is_unspaced(text: &str) -> bool {
        let without = |&letter: &char| UNSPACED.iter().any(|range| range.contains(&letter));
        text.split_whitespace().any(|word| word.chars().filter(without).count() > 3)
    }

    /// The tokens as a sequence. Their embeddings are looked up with A to Z in lower case, so "The" and "the" share
    /// one.
    #[must_use]
    pub fn sequence(&self) -> Sequence {
        let labels: Vec<String> = match self.by {
            By::Words => self.text.split(' ').map(str::to_owned).collect(),
            By::Characters => self.text.graphemes(true).map(str::to_owned).collect(),
        };
        let tokens = labels.iter().map(|label| label.to_ascii_lowercase()).collect();
        Sequence { labels, input: Input::Tokens(tokens) }
    }
}

/// The first [`LONGEST`] tokens of a text whose white space is already folded.
fn cut(text: String, by: By) -> String {
    match by {
        By::Words => text.split(' ').take(LONGEST).collect::<Vec<_>>().join(" "),
        By::Characters => text.graphemes(true).take(LONGEST).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(text: &str, by: By) -> Vec<String> {
        Text::new(text, by).map(|t| t.sequence().labels).unwrap_or_default()
    }

    #[test]
    fn words_are_cut_at_white_space() {
        assert_eq!(labels("  The\tbook \n was ", By::Words), ["The", "book", "was"]);
    }

    #[test]
    fn characters_are_graphemes() {
        assert_eq!(labels("a👩‍👩‍👧é", By::Characters), ["a", "👩‍👩‍👧", "é"]);
        assert_eq!(labels("שלום עולם", By::Words), ["שלום", "עולם"]);
        assert_eq!(labels("a  b", By::Characters), ["a", " ", "b"]);
    }

    #[test]
    fn scripts_without_spaces_are_told() {
        for text in ["这本书非常好看", "この本はとてもよかった", "หนังสือเล่มนี้ดีมาก", "See 这本书非常好看 here"]
        {
            assert!(Text::is_unspaced(text), "{text}");
        }
        // Korean sets spaces; a word or a name may stand alone.
        for text in
            ["The book was excellent", "이 책은 아주 좋았다", "Donaudampfschifffahrtsgesellschaft", "北京", "книга"]
        {
            assert!(!Text::is_unspaced(text), "{text}");
        }
    }

    #[test]
    fn nothing_but_space_is_refused() {
        assert_eq!(Text::new(" \n\t ", By::Words), Err(TextError::Empty));
    }

    #[test]
    fn a_long_text_is_cut_and_counted() {
        let long = "word ".repeat(10_000);
        assert_eq!(labels(&long, By::Words).len(), LONGEST);
        assert_eq!(Text::count(&long, By::Words), 10_000);
        assert_eq!(labels(&"x".repeat(600), By::Characters).len(), LONGEST);
    }

    #[test]
    fn the_same_word_is_the_same_token_in_any_case() {
        let text = Text::new("The the", By::Words).map(|t| t.sequence().input);
        assert_eq!(text, Ok(Input::Tokens(vec!["the".into(), "the".into()])));
    }
}
