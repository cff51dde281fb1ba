//! What makes two words one token: they look the same, but for capitals. Letters and their marks are put together (NFC), and
//! case is folded in full: "Äpfel" is "äpfel", "STRASSE" is "straße", and "ΟΔΟΣ" is "οδος". Characters that only resemble
//! others stay themselves: the Turkish ı is no i, and ² is no 2.
//!
//! Unicode's tables for this weigh more than the page has room for: it folds itself what needs none of them ([`plain`]), and a
//! worker all else ([`folded`]).

use std::borrow::Cow;

use icu_casemap::CaseMapper;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The text with each letter and its marks as one character where Unicode has one (NFC).
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// The token of any label: its canonical caseless form, composed.
#[must_use]
pub fn folded(label: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(label);
    composed(&CaseMapper::new().fold_string(&apart)).into_owned()
}

/// The token of a label of which every character folds alone, without tables; none if there is another. It is that of
/// [`folded`].
#[must_use]
pub fn plain(label: &str) -> Option<String> {
    label.chars().map(alone).collect()
}

/// What a character becomes that no neighbour changes.
fn alone(letter: char) -> Option<char> {
    match letter {
        ..='\u{7f}' => Some(letter.to_ascii_lowercase()),
        // Capitals of western Europe, and Cyrillic ones.
        'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => char::from_u32(letter as u32 + 32),
        'Ѐ'..='Џ' => char::from_u32(letter as u32 + 80),
        '\u{80}'..='´' | '¶'..='¿' | '×' | 'à'..='ÿ' | 'а'..='џ' => Some(letter),
        // Hebrew, Arabic; joiners, directions and punctuation; arrows and symbols; kana, Han, Hangul; emoji.
        'א'..='ת'
        | 'ء'..='غ'
        | 'ف'..='ي'
        | '\u{200b}'..='\u{2027}'
        | '\u{2190}'..='\u{21ff}'
        | '\u{2600}'..='\u{27bf}'
        | '、'..='〟'
        | 'ぁ'..='ゖ'
        | 'ァ'..='ヺ'
        | 'ー'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '가'..='힣'
        | '\u{fe0e}'..='\u{fe0f}'
        | '！'..='／'
        | '：'..='＠'
        | '\u{1f1e6}'..='\u{1f1ff}'
        | '\u{1f300}'..='\u{1faff}' => Some(letter),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn apart(text: &str) -> String {
        DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
    }

    #[test]
    fn words_that_look_the_same_but_for_capitals_are_one_token() {
        for (one, other) in [
            ("The", "the"),
            ("caf\u{e9}", "cafe\u{301}"),
            ("Äpfel", "äpfel"),
            ("A\u{308}pfel", "äpfel"),
            ("STRASSE", "Straße"),
            ("ẞ", "ss"),
            ("ΟΔΟΣ", "οδος"),
            ("οδος", "οδοσ"),
            ("ﬁn", "FIN"),
            ("ᾳ", "ΑΙ"),
            ("\u{212b}", "å"),
            ("Ёлка", "ёлка"),
            ("q\u{307}\u{323}", "q\u{323}\u{307}"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
    }

    #[test]
    fn words_that_only_resemble_each_other_stay_apart() {
        for (one, other) in
            [("ılık", "ilik"), ("İ", "i"), ("x²", "x2"), ("ａ", "a"), ("а", "a"), ("th\u{200b}e", "the"), ("é", "e")]
        {
            assert_ne!(folded(one), folded(other), "{one} {other}");
        }
    }

    #[test]
    fn what_is_folded_without_tables_is_folded_alike() {
        let all = (0..=char::MAX as u32).filter_map(char::from_u32);
        let plain: Vec<(char, char)> = all.filter_map(|c| Some((c, alone(c)?))).collect();
        assert!(plain.len() > 40_000, "{}", plain.len());
        for (letter, token) in &plain {
            assert_eq!(folded(&letter.to_string()), token.to_string(), "{letter:?} {:x}", *letter as u32);
            // Nothing before it is put together with it, nor changes places with it.
            for before in ["a", "か", "각", "가", "\u{915}", "ا"] {
                let both = format!("{before}{token}");
                assert_eq!(composed(&both), both, "{:x}", *letter as u32);
            }
            assert_eq!(
                folded(&format!("q\u{301}{token}\u{323}")),
                format!("q\u{301}{}", folded(&format!("{token}\u{323}")))
            );
        }
    }

    proptest! {
        #[test]
        fn a_token_is_that_of_the_text_taken_apart_and_put_together(text in any::<String>()) {
            let token = folded(&text);
            prop_assert_eq!(&folded(&apart(&text)), &token);
            prop_assert_eq!(&folded(&composed(&text)), &token);
            prop_assert_eq!(&folded(&token), &token);
            prop_assert_eq!(&*composed(&token), &token);
            if let Some(plain) = plain(&text) {
                prop_assert_eq!(plain, token);
            }
        }

        #[test]
        fn letters_with_marks_and_cases_fold_alike(
            text in "[a-zA-ZßẞſſİıÄÖÜäöüéÉΑ-Ωα-ωςἀ-ᾳА-Яа-яＡ-Ｚ가-각ｶ\u{300}-\u{345}\u{1100}-\u{1112}\u{1161}-\u{1175}\u{11a8}-\u{11c2}\u{200b}-\u{200f}👩🏽]{0,12}"
        ) {
            let token = folded(&text);
            prop_assert_eq!(&folded(&apart(&text)), &token);
            prop_assert_eq!(&folded(&token), &token);
            if let Some(plain) = plain(&text) {
                prop_assert_eq!(plain, token);
            }
        }

        #[test]
        fn plain_letters_fold_alike_beside_each_other(text in "[\\x21-\\x7eÀ-ÿА-џא-ת가-힣ぁ-ゖァ-ヺ一-龥👩\u{200d}\u{fe0f}🏽’—]{0,12}") {
            if let Some(plain) = plain(&text) {
                prop_assert_eq!(plain, folded(&text));
            }
        }

        #[test]
        fn ascii_is_only_set_in_small_letters(text in "[ -~]{0,20}") {
            prop_assert_eq!(folded(&text), text.to_ascii_lowercase());
        }
    }
}
