//! Text, cut into words or into characters as people count them (grapheme clusters, not bytes).

use std::ops::RangeInclusive;

use unicode_segmentation::UnicodeSegmentation;

use super::{Input, LONGEST, Sequence, token};
use words::invisible::visible;

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

/// The most that a label is as wide as, in Latin letters: it stands in sentences, tables and on axes.
const LABEL: usize = 22;

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

    /// Whether a token is made of each of its words without Unicode's tables, as the page can.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        token::plain(&self.text).is_some()
    }

    /// The words or characters as a sequence, of each its token: "The" and "the" share an embedding. Labels show characters that nobody sees
    /// by name, and of a very long word how it begins; the tokens have all as it is.
    #[must_use]
    pub fn sequence(&self, token: impl Fn(&str) -> String) -> Sequence {
        let pieces: Vec<&str> = match self.by {
            By::Words => self.text.split(' ').collect(),
            By::Characters => self.text.graphemes(true).collect(),
        };
        Sequence {
            labels: pieces.iter().map(|piece| brief(&visible(piece), LABEL)).collect(),
            input: Input::Tokens(pieces.iter().map(|piece| token(piece)).collect()),
        }
    }
}

/// A word, or how it begins if it is wider than so many Latin letters. A single character is never cut.
#[must_use]
pub fn brief(word: &str, most: usize) -> String {
    // Scripts whose letters are squares, and emoji: one is as wide as two.
    let wide = |character: &str| if character.chars().any(|letter| letter >= '\u{2e80}') { 2 } else { 1 };
    let mut width = 0;
    // Where it has to end for “…” to fit.
    let mut end = word.len();
    for (at, character) in word.grapheme_indices(true) {
        if at > 0 && width < most {
            end = at;
        }
        width += wide(character);
        if width > most && at > 0 {
            return format!("{}…", &word[..end]);
        }
    }
    word.to_owned()
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
    use proptest::prelude::*;
    use std::collections::HashSet;

    fn sequence(text: &str, by: By) -> Sequence {
        Text::new(text, by).map(|text| text.sequence(token::folded)).unwrap()
    }

    fn labels(text: &str, by: By) -> Vec<String> {
        sequence(text, by).labels
    }

    fn tokens(text: &str, by: By) -> Vec<String> {
        let Input::Tokens(tokens) = sequence(text, by).input else { panic!("tokens") };
        tokens
    }

    fn kinds(tokens: &[String]) -> usize {
        tokens.iter().collect::<HashSet<_>>().len()
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
        assert_eq!(tokens("The the", By::Words), ["the", "the"]);
        assert_eq!(tokens("Äpfel äpfel A\u{308}PFEL", By::Words), ["äpfel"; 3]);
        assert_eq!(labels("Äpfel äpfel", By::Words), ["Äpfel", "äpfel"]);
    }

    #[test]
    fn letters_with_their_marks_are_one_token_however_they_are_kept() {
        let text = include_str!("../../../../tests/fixtures/cases/c15-nfc-nfd.txt");
        assert_eq!(tokens(text, By::Words), ["café", "café"]);
        assert_ne!(text.split(' ').next(), text.split(' ').nth(1), "their bytes differ");
    }

    #[test]
    fn an_emoji_is_one_character() {
        let text = include_str!("../../../../tests/fixtures/cases/c15-zwj.txt");
        let tokens = tokens(text, By::Characters);
        assert_eq!((tokens.len(), kinds(&tokens)), (120, 4));
        assert_eq!(labels(text, By::Characters), tokens, "none is cut, and none is named");
    }

    #[test]
    fn words_from_right_to_left_are_read_in_the_order_of_the_text() {
        let text = include_str!("../../../../tests/fixtures/cases/c15-rtl.txt");
        let words = labels(text, By::Words);
        assert_eq!(words.iter().map(String::as_str).collect::<Vec<_>>(), ["שלום", "עולם", "yes"]);
        assert_eq!(words[0].chars().next(), Some('ש'));
    }

    #[test]
    fn a_text_without_spaces_is_one_word_of_many_characters() {
        let text = include_str!("../../../../tests/fixtures/cases/c15-cjk.txt");
        assert!(Text::is_unspaced(text));
        assert_eq!(tokens(text, By::Words).len(), 1);
        let tokens = tokens(text, By::Characters);
        assert_eq!((tokens.len(), kinds(&tokens)), (11, 8));
        assert_eq!((&tokens[1], &tokens[2], &tokens[5]), (&tokens[8], &tokens[9], &tokens[10]));
    }

    #[test]
    fn words_that_differ_in_what_nobody_sees_are_told_apart_by_their_labels() {
        let text = include_str!("../../../../tests/fixtures/cases/c15-zero-width.txt");
        let labels = labels(text, By::Words);
        assert_eq!(labels, ["the⟨zero width space⟩", "the", "th⟨soft hyphen⟩e", "the"]);
        let tokens = tokens(text, By::Words);
        assert_eq!((tokens.len(), kinds(&tokens)), (4, 3));
        assert_eq!(tokens[1], tokens[3]);
    }

    #[test]
    fn of_a_very_long_word_the_label_is_its_begin() {
        let (long, other) = ("x".repeat(500), format!("{}y", "x".repeat(499)));
        let text = format!("{long} {other} Unabhängigkeitserklärung {}", "👩‍👩‍👧".repeat(40));
        let begin = format!("{}…", "x".repeat(21));
        let families = format!("{}…", "👩‍👩‍👧".repeat(10));
        assert_eq!(labels(&text, By::Words), [&begin, &begin, "Unabhängigkeitserklär…", &families]);
        assert_eq!(tokens(&text, By::Words)[..2], [long, other]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in any::<String>(), by_words in any::<bool>()) {
            let by = if by_words { By::Words } else { By::Characters };
            let Ok(own) = Text::new(&text, by) else { return Ok(()) };
            let sequence = own.sequence(token::folded);
            let Input::Tokens(tokens) = &sequence.input else { panic!("tokens") };
            prop_assert_eq!(sequence.steps(), Text::count(own.as_str(), by));
            prop_assert_eq!(sequence.steps(), tokens.len());
            prop_assert!(sequence.labels.iter().all(|label| !label.is_empty()));
        }
    }
}
