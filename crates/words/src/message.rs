//! A text that is told numbers or names. Between braces stands the name of what is put there; a choice between several texts, by a
//! number's plural or by a name, stands between control characters, as `build.rs` writes it.

use std::borrow::Cow;

use crate::format::{self, Category};

/// Begins a choice: the name of what it goes by follows.
const CHOICE: char = '\u{1}';
/// Begins a case: its key follows.
const CASE: char = '\u{2}';
/// Between a case's key and its text.
const IS: char = '\u{3}';
/// Ends a choice.
const END: char = '\u{4}';

/// What a text is told.
pub trait Told {
    /// As it stands in the text.
    fn written(&self) -> Cow<'_, str>;

    /// What a plural goes by, where it is a count.
    fn amount(&self) -> Option<usize> {
        None
    }
}

/// A whole number, written in groups of three digits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counted(usize);

/// For `messages!`: writes a count in groups of three digits.
pub(crate) fn counted(n: usize) -> Counted {
    Counted(n)
}

impl Told for Counted {
    fn written(&self) -> Cow<'_, str> {
        format::count(self.0).into()
    }

    fn amount(&self) -> Option<usize> {
        Some(self.0)
    }
}

impl Told for usize {
    fn written(&self) -> Cow<'_, str> {
        self.to_string().into()
    }

    fn amount(&self) -> Option<usize> {
        Some(*self)
    }
}

impl Told for u16 {
    fn written(&self) -> Cow<'_, str> {
        self.to_string().into()
    }
}

impl Told for &str {
    fn written(&self) -> Cow<'_, str> {
        (*self).into()
    }
}

impl Told for String {
    fn written(&self) -> Cow<'_, str> {
        self.as_str().into()
    }
}

impl Told for char {
    fn written(&self) -> Cow<'_, str> {
        self.to_string().into()
    }
}

/// Replaces each `{name}` in a text by what it is told under this name, and chooses between the cases of a choice.
#[must_use]
pub(crate) fn say(text: &str, told: &[(&str, &dyn Told)]) -> String {
    let mut said = String::with_capacity(text.len());
    put(text, told, &mut said);
    said
}

/// Appends a text as it is said, up to the first [`CASE`] or [`END`] that is none of its own; what stands behind that is returned.
fn put<'a>(text: &'a str, told: &[(&str, &dyn Told)], said: &mut String) -> &'a str {
    let named = |name: &str| told.iter().find(|own| own.0 == name).map(|own| own.1);
    let mut rest = text;
    while let Some(place) = rest.find(['{', CHOICE, CASE, END]) {
        said.push_str(&rest[..place]);
        let at = &rest[place..];
        let after = &at[1..];
        rest = match at.as_bytes()[0] {
            b'{' => match after.split_once('}') {
                Some((name, behind)) if named(name).is_some() => {
                    said.extend(named(name).map(Told::written));
                    behind
                }
                _ => {
                    said.push('{');
                    after
                }
            },
            1 => choose(after, told, said),
            _ => return at,
        };
    }
    said.push_str(rest);
    ""
}

/// Appends the case of a choice that goes with what the text is told; the last one where no other does.
fn choose<'a>(choice: &'a str, told: &[(&str, &dyn Told)], said: &mut String) -> &'a str {
    let (name, mut rest) = choice.split_at(choice.find(CASE).unwrap_or(choice.len()));
    let by = told.iter().find(|own| own.0 == name).map(|own| own.1);
    let mut is_said = false;
    while let Some((key, text)) = rest.strip_prefix(CASE).and_then(|case| case.split_once(IS)) {
        let begins = said.len();
        rest = put(text, told, said);
        let is_last = rest.starts_with(END);
        if is_said || !(is_last || by.is_some_and(|by| fits(by, key))) {
            said.truncate(begins);
        } else {
            is_said = true;
        }
    }
    rest.strip_prefix(END).unwrap_or(rest)
}

/// Whether a case's key is what a text is told, or the plural category of it.
fn fits(told: &dyn Told, key: &str) -> bool {
    let category = |n: usize| match format::locale().plural.category(n as u64, "") {
        Category::One => "one",
        Category::Many => "many",
        Category::Other => "other",
    };
    match told.amount() {
        Some(n) => category(n) == key || key.parse() == Ok(n),
        None => told.written() == key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: &str =
        "after \u{1}n\u{2}0\u{3}nothing\u{2}one\u{3}{n}\u{a0}step\u{2}other\u{3}{n}\u{a0}steps\u{4}, {what}";

    #[test]
    fn a_count_chooses_its_plural_and_a_number_of_its_own_comes_first() {
        let said = |n: usize| say(STEPS, &[("n", &counted(n)), ("what", &"as seen")]);
        assert_eq!(said(0), "after nothing, as seen");
        assert_eq!(said(1), "after 1\u{a0}step, as seen");
        assert_eq!(said(5900), "after 5\u{202f}900\u{a0}steps, as seen");
    }

    #[test]
    fn a_name_chooses_its_case_and_cases_may_hold_choices() {
        let text = "\u{1}cell\u{2}GRU\u{3}die {cell}: \u{1}n\u{2}one\u{3}ein\u{2}other\u{3}{n}\u{4}\u{2}other\u{3}das {cell}\u{4}.";
        let said = |cell: &str, n: usize| say(text, &[("cell", &cell), ("n", &n)]);
        assert_eq!([said("GRU", 1), said("GRU", 2), said("RNN", 1)], ["die GRU: ein.", "die GRU: 2.", "das RNN."]);
    }

    #[test]
    fn what_is_put_in_is_not_read_again_and_an_unknown_name_stays() {
        let said = say("{a} and {b}, {t−1} {", &[("a", &"{b}"), ("b", &'x')]);
        assert_eq!(said, "{b} and x, {t−1} {");
    }
}
