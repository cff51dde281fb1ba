//! A number and the word that it counts.

use super::decimal::grouped;
use super::locale::{Locale, NO_BREAK, locale};
use super::plural::Forms;

impl Forms {
    /// The form that goes with a whole number, in the language of the page.
    #[must_use]
    pub fn for_count(self, n: usize) -> &'static str {
        self.of(locale().plural.category(n as u64, ""))
    }

    /// A whole number and its word: `1 step`, `1 056 steps`. A space that no line is broken at stands between them.
    #[must_use]
    pub fn counted(self, n: usize) -> String {
        self.counted_in(locale(), n)
    }

    /// [`Forms::counted`] in a given language.
    #[must_use]
    pub fn counted_in(self, locale: &Locale, n: usize) -> String {
        let number = grouped(&n.to_string(), locale);
        format!("{number}{NO_BREAK}{}", self.of(locale.plural.category(n as u64, "")))
    }
}

#[cfg(test)]
mod tests {
    use super::super::locale::{DE, ES, FR};
    use super::*;

    #[test]
    fn a_word_agrees_with_its_number() {
        let step = Forms::new("step", "steps");
        let written = [0, 1, 2, 1056].map(|n| step.counted(n));
        assert_eq!(written, ["0\u{a0}steps", "1\u{a0}step", "2\u{a0}steps", "1\u{202f}056\u{a0}steps"]);
        assert_eq!([0, 1, 2].map(|n| step.for_count(n)), ["steps", "step", "steps"]);
        let schritt = Forms::new("Schritt", "Schritte");
        assert_eq!([1, 2].map(|n| schritt.counted_in(&DE, n)), ["1\u{a0}Schritt", "2\u{a0}Schritte"]);
        let paso = Forms::new("paso", "pasos").with_many("de pasos");
        let written = [1, 5900, 1_000_000].map(|n| paso.counted_in(&ES, n));
        assert_eq!(written, ["1\u{a0}paso", "5900\u{a0}pasos", "1\u{202f}000\u{202f}000\u{a0}de\u{20}pasos"]);
        let pas = Forms::new("pas", "pas").with_many("de pas");
        assert_eq!(
            [0, 1_000_000].map(|n| pas.counted_in(&FR, n)),
            ["0\u{a0}pas", "1\u{202f}000\u{202f}000\u{a0}de pas"]
        );
    }
}
