//! Numbers in words, in four languages: "vier hundert sieben und zwanzig". Compounds, as in German, and hyphenated
//! words are split into their words, so the spelling of French hyphens does not matter.

/// The largest number that is spelled.
pub const LARGEST: usize = 9999;

/// A language in which numbers are spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English without "and": 101 is "one hundred one".
    English,
    /// French as in France: 97 is "quatre vingt dix sept".
    French,
    /// German with "ein": 100 is "ein hundert".
    German,
    /// Spanish; up to 29 a number is one word: 21 is "veintiuno".
    Spanish,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 4] = [Self::English, Self::French, Self::German, Self::Spanish];

    /// Its English name.
    #[cfg(test)]
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "French",
            Self::German => "German",
            Self::Spanish => "Spanish",
        }
    }
}

/// Every word, by language and then by value. "six" is English and French, and occurs once.
#[rustfmt::skip]
pub const WORDS: &[&str] = &[
    // English.
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
    "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand",
    // French.
    "zéro", "un", "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "vingt", "vingts", "trente", "quarante", "cinquante", "soixante", "cent", "cents",
    "mille", "et",
    // German.
    "null", "ein", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig", "dreißig", "vierzig",
    "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig", "hundert", "tausend", "und",
    // Spanish.
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
    "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve", "treinta",
    "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa", "cien", "ciento", "doscientos", "trescientos",
    "cuatrocientos", "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos", "mil", "y",
];

/// 0 to 19.
#[rustfmt::skip]
const ENGLISH: [&str; 20] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];

/// 20 to 90.
const ENGLISH_TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// 0 to 16.
const FRENCH: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
];

/// 20 to 60.
const FRENCH_TENS: [&str; 5] = ["vingt", "trente", "quarante", "cinquante", "soixante"];

/// 0 to 19.
#[rustfmt::skip]
const GERMAN: [&str; 20] = [
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
];

/// 20 to 90.
const GERMAN_TENS: [&str; 8] = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

/// 0 to 29.
#[rustfmt::skip]
const SPANISH: [&str; 30] = [
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
    "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
];

/// 30 to 90.
const SPANISH_TENS: [&str; 7] = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];

/// 100 to 900, with nothing after them.
#[rustfmt::skip]
const SPANISH_HUNDREDS: [&str; 9] = [
    "cien", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos", "ochocientos",
    "novecientos",
];

/// The index of a word in [`WORDS`].
///
/// # Panics
/// If no number has such a word.
#[must_use]
pub fn number_of(word: &str) -> usize {
    WORDS.iter().position(|known| *known == word).unwrap_or_else(|| panic!("no number has the word {word}"))
}

/// The words of a number from 0 to [`LARGEST`].
///
/// # Panics
/// If the number is larger.
#[must_use]
pub fn spelled(language: Language, number: usize) -> Vec<&'static str> {
    assert!(number <= LARGEST, "{number} is not spelled");
    let (thousands, hundreds, rest) = (number / 1000, number / 100 % 10, number % 100);
    let mut words = vec![];
    if thousands > 0 {
        words.extend(count(language, thousands));
        words.push(match language {
            Language::English => "thousand",
            Language::French => "mille",
            Language::German => "tausend",
            Language::Spanish => "mil",
        });
    }
    if hundreds > 0 {
        // Spanish has a single word for each multiple of a hundred.
        if language != Language::Spanish {
            words.extend(count(language, hundreds));
        }
        words.push(match language {
            Language::English => "hundred",
            Language::French if hundreds > 1 && rest == 0 => "cents",
            Language::French => "cent",
            Language::German => "hundert",
            Language::Spanish if hundreds == 1 && rest > 0 => "ciento",
            Language::Spanish => SPANISH_HUNDREDS[hundreds - 1],
        });
    }
    if rest > 0 || number == 0 {
        words.extend(match language {
            Language::English => english(rest),
            Language::French => french(rest),
            Language::German => german(rest),
            Language::Spanish => spanish(rest),
        });
    }
    words
}

/// How many hundreds or thousands, 1 to 9, in a word; French and Spanish have none for 1.
fn count(language: Language, many: usize) -> Option<&'static str> {
    match (language, many) {
        (Language::English, _) => Some(ENGLISH[many]),
        (Language::French | Language::Spanish, 1) => None,
        (Language::French, _) => Some(FRENCH[many]),
        (Language::German, 1) => Some("ein"),
        (Language::German, _) => Some(GERMAN[many]),
        (Language::Spanish, _) => Some(SPANISH[many]),
    }
}

/// 0 to 99.
fn english(number: usize) -> Vec<&'static str> {
    match (number / 10, number % 10) {
        (0 | 1, _) => vec![ENGLISH[number]],
        (tens, 0) => vec![ENGLISH_TENS[tens - 2]],
        (tens, ones) => vec![ENGLISH_TENS[tens - 2], ENGLISH[ones]],
    }
}

/// 0 to 99. From 70 on it is 60 and 4 x 20 that 0 to 19 are added to.
fn french(number: usize) -> Vec<&'static str> {
    match number {
        0..=16 => vec![FRENCH[number]],
        17..=19 => vec!["dix", FRENCH[number - 10]],
        80 => vec!["quatre", "vingts"],
        81..=99 => [vec!["quatre", "vingt"], french(number - 80)].concat(),
        _ => {
            let tens = (number / 10).min(6);
            let mut words = vec![FRENCH_TENS[tens - 2]];
            match number - 10 * tens {
                0 => {}
                1 | 11 => words.extend(["et", FRENCH[number - 10 * tens]]),
                added => words.extend(french(added)),
            }
            words
        }
    }
}

/// 0 to 99: ones before tens.
fn german(number: usize) -> Vec<&'static str> {
    match (number / 10, number % 10) {
        (0 | 1, _) => vec![GERMAN[number]],
        (tens, 0) => vec![GERMAN_TENS[tens - 2]],
        (tens, 1) => vec!["ein", "und", GERMAN_TENS[tens - 2]],
        (tens, ones) => vec![GERMAN[ones], "und", GERMAN_TENS[tens - 2]],
    }
}

/// 0 to 99.
fn spanish(number: usize) -> Vec<&'static str> {
    match (number / 10, number % 10) {
        (0..=2, _) => vec![SPANISH[number]],
        (tens, 0) => vec![SPANISH_TENS[tens - 3]],
        (tens, ones) => vec![SPANISH_TENS[tens - 3], "y", SPANISH[ones]],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn numbers_are_spelled_as_num2words_has_them() {
        let known = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/number_words.txt"));
        let mut compared = [0; Language::ALL.len()];
        for line in known.lines() {
            let [name, number, words] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            let language = Language::ALL.iter().position(|language| language.name() == name).unwrap();
            assert_eq!(spelled(Language::ALL[language], number.parse().unwrap()).join(" "), words, "{line}");
            compared[language] += 1;
        }
        assert!(compared.iter().all(|lines| *lines >= 400), "{compared:?}");
    }

    #[test]
    fn the_list_has_every_word_once_and_no_other() {
        let mut used = HashSet::new();
        for language in Language::ALL {
            used.extend((0..=LARGEST).flat_map(|number| spelled(language, number)));
        }
        assert_eq!(used, WORDS.iter().copied().collect());
        assert_eq!(used.len(), WORDS.len());
        assert!(WORDS.iter().enumerate().all(|(place, word)| number_of(word) == place));
    }

    #[test]
    fn no_two_numbers_of_a_language_are_spelled_alike() {
        for language in Language::ALL {
            let all: HashSet<_> = (0..=LARGEST).map(|number| spelled(language, number)).collect();
            assert_eq!(all.len(), LARGEST + 1, "{}", language.name());
        }
    }
}
