//! Which form of a word goes with a number: 1 step, 2 steps. The rules are those of CLDR 46, which look at the digits as written: so
//! English has 1 second and 1.0 seconds.

/// The plural categories that the languages of [`Rule`] tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// 1 step.
    One,
    /// 1 000 000 de pas: whole millions in French and Spanish.
    Many,
    /// Every other number.
    Other,
}

/// A language's plural rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// English and German: one is 1 without decimals.
    Germanic,
    /// French: one is all that begins with 0 or 1, as 1,5; many are whole millions.
    French,
    /// Spanish: one is 1, also as 1,0; many are whole millions.
    Spanish,
}

impl Rule {
    /// The category of a number by its whole part and its decimals, as written; no decimals are an empty text.
    #[must_use]
    pub fn category(self, whole: u64, decimals: &str) -> Category {
        let one = match self {
            Self::Germanic => whole == 1 && decimals.is_empty(),
            Self::French => whole <= 1,
            Self::Spanish => whole == 1 && decimals.bytes().all(|digit| digit == b'0'),
        };
        let millions = whole != 0 && whole.is_multiple_of(1_000_000) && decimals.is_empty();
        match self {
            _ if one => Category::One,
            Self::French | Self::Spanish if millions => Category::Many,
            _ => Category::Other,
        }
    }
}

/// A word in the forms that it takes beside numbers.
#[derive(Clone, Copy, Debug)]
pub struct Forms {
    one: &'static str,
    many: &'static str,
    other: &'static str,
}

impl Forms {
    /// A word with a singular and a plural.
    #[must_use]
    pub const fn new(one: &'static str, other: &'static str) -> Self {
        Self { one, many: other, other }
    }

    /// A word that is the same beside every number, as percent.
    #[must_use]
    pub const fn same(word: &'static str) -> Self {
        Self::new(word, word)
    }

    /// The same word with another form beside whole millions, as in "un million de pas".
    #[must_use]
    pub const fn with_many(self, many: &'static str) -> Self {
        Self { many, ..self }
    }

    /// The form of a category.
    #[must_use]
    pub fn of(self, category: Category) -> &'static str {
        match category {
            Category::One => self.one,
            Category::Many => self.many,
            Category::Other => self.other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::locale::{DE, EN, ES, FR};
    use super::*;

    /// The samples of CLDR's plurals.xml.
    #[test]
    fn categories_are_those_of_cldr() {
        use Category::{Many, One, Other};
        let cases = [
            (0, "", [Other, Other, One, Other]),
            (1, "", [One, One, One, One]),
            (1, "0", [Other, Other, One, One]),
            (1, "5", [Other, Other, One, Other]),
            (0, "0", [Other, Other, One, Other]),
            (2, "", [Other, Other, Other, Other]),
            (21, "", [Other, Other, Other, Other]),
            (1_000_000, "", [Other, Other, Many, Many]),
            (1_000_000, "0", [Other, Other, Other, Other]),
            (1_000_001, "", [Other, Other, Other, Other]),
        ];
        for (whole, decimals, expected) in cases {
            let found = [&EN, &DE, &FR, &ES].map(|locale| locale.plural.category(whole, decimals));
            assert_eq!(found, expected, "{whole}.{decimals}");
        }
    }
}
