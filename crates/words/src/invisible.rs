//! The names of characters that nobody sees. Where one stands in a word, its name is shown in its place: two words that look the
//! same are then seen to differ.

use std::borrow::Cow;

/// A text in which every character that would be invisible is shown by its name, as in “th⟨zero width space⟩e”. Those that
/// change what is seen stay: joiners inside emoji and in scripts whose letters join, tags of flags, and the line break.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|letter| name(letter).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::new();
    let mut before = None;
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        let after = rest.clone().next();
        match name(letter).filter(|_| !is_seen(letter, before, after, text)) {
            Some(name) => shown.extend(["⟨", &name, "⟩"]),
            None => shown.push(letter),
        }
        before = Some(letter);
    }
    Cow::Owned(shown)
}

/// The name of a character that is invisible alone; its number in Unicode where it is little known.
fn name(letter: char) -> Option<Cow<'static, str>> {
    let name = match letter {
        '\n' | '\t' => return None,
        '\u{ad}' => "soft hyphen",
        '\u{34f}' => "grapheme joiner",
        '\u{61c}' => "Arabic letter mark",
        '\u{200b}' => "zero width space",
        '\u{200c}' => "zero width non-joiner",
        '\u{200d}' => "zero width joiner",
        '\u{200e}' => "left-to-right mark",
        '\u{200f}' => "right-to-left mark",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{202a}' => "left-to-right embedding",
        '\u{202b}' => "right-to-left embedding",
        '\u{202c}' => "end of direction",
        '\u{202d}' => "left-to-right override",
        '\u{202e}' => "right-to-left override",
        '\u{2060}' => "word joiner",
        '\u{2061}'..='\u{2064}' => "invisible operator",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "end of isolate",
        '\u{feff}' => "byte order mark",
        _ if letter.is_control() || is_little_known(letter) => {
            return Some(Cow::Owned(format!("U+{:04X}", letter as u32)));
        }
        _ => return None,
    };
    Some(Cow::Borrowed(name))
}

/// Fillers, vowel separators, deprecated directions, marks of notes, and tags: invisible, and seldom met.
fn is_little_known(letter: char) -> bool {
    matches!(letter,
        '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180e}'
        | '\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

/// Whether a character with a name changes what is seen where it stands.
fn is_seen(letter: char, before: Option<char>, after: Option<char>, text: &str) -> bool {
    // From the arrows on, and with what chooses a form or a colour of skin.
    let is_picture = |letter: Option<char>| letter.is_some_and(|letter| letter >= '\u{2190}');
    match letter {
        '\u{200c}' | '\u{200d}' if before.is_some_and(joins) => true,
        '\u{200d}' => is_picture(before) && is_picture(after),
        // The flags of England, Scotland and Wales.
        '\u{e0020}'..='\u{e007f}' => text.contains('🏴'),
        // A syllable that lacks one of its letters.
        '\u{115f}'..='\u{1160}' => true,
        _ => false,
    }
}

/// Whether a letter's form depends on its neighbours, as in Arabic, in the scripts of India, Burmese, Khmer and Mongolian.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_invisible_is_shown_by_its_name() {
        for (text, shown) in [
            ("the\u{200b}", "the⟨zero width space⟩"),
            ("th\u{ad}e", "th⟨soft hyphen⟩e"),
            ("\u{feff}\u{200e}a", "⟨byte order mark⟩⟨left-to-right mark⟩a"),
            ("a\u{200d}b\u{200c}", "a⟨zero width joiner⟩b⟨zero width non-joiner⟩"),
            ("\u{7}\u{85}\u{180e}", "⟨U+0007⟩⟨U+0085⟩⟨U+180E⟩"),
            ("a\u{e0041}", "a⟨U+E0041⟩"),
            ("👩\u{200d}", "👩⟨zero width joiner⟩"),
        ] {
            assert_eq!(visible(text), shown, "{text:?}");
        }
    }

    #[test]
    fn what_changes_what_is_seen_stays() {
        for text in [
            "",
            "the\tend\n",
            "café cafe\u{301}",
            "שלום",
            "👩‍👩‍👧👨🏽‍🚀🇫🇷❤️",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "⟨a⟩",
        ] {
            assert_eq!(visible(text), text);
        }
    }
}
