//! How a language writes numbers: its signs, its spaces, the words with which a screen reader reads them. [`locale`] is the one
//! place where the page chooses.

use super::plural::{Forms, Rule};
use crate::language::{Language, language};

/// The thin space that no line is broken at, U+202F: between the thousands, and before the symbol of a unit.
pub const THIN: char = '\u{202f}';

/// The space that no line is broken at, U+00A0: before a word that is counted.
pub const NO_BREAK: char = '\u{a0}';

/// The minus sign, U+2212: as wide as a plus, unlike the hyphen.
pub const MINUS: char = '\u{2212}';

/// How one language writes and says numbers.
///
/// Thousands stand apart by a thin space in every language, as ISO 80000-1 (7.3.1) has it: a point or a comma there would be the
/// decimal sign of another language. The rest follows CLDR 46, but for U+2212, which CLDR writes as a hyphen.
#[derive(Debug)]
pub struct Locale {
    /// Between the whole part and the decimals.
    pub decimal: char,
    /// Between groups of three digits.
    pub thousands: char,
    /// The fewest digits of a whole part that is written in groups: Spanish leaves 5900 whole.
    pub grouped_from: usize,
    /// Before a negative number.
    pub minus: char,
    /// Between a number and %.
    pub percent_space: char,
    /// A byte, and 10³, 10⁶ and 10⁹ of them.
    pub bytes: [&'static str; 4],
    /// What stands between the 1 and the 14 of "1 in 14".
    pub one_in: &'static str,
    /// Which form of a word goes with which number.
    pub plural: Rule,
    /// The words with which numbers are read out.
    pub speech: Speech,
}

/// The words with which a language reads out what numbers are written with.
#[derive(Debug)]
pub struct Speech {
    /// Before a negative number.
    pub minus: &'static str,
    /// Between the 1.7 and the exponent of 1.7·10⁻⁴.
    pub times_power: &'static str,
    /// Before the exponent of 10⁻⁴ alone.
    pub power: &'static str,
    /// NaN.
    pub not_a_number: &'static str,
    /// ∞.
    pub infinity: &'static str,
    /// The name of each symbol that follows a number after a space.
    pub symbols: [(&'static str, Forms); 12],
}

/// English, with thin spaces for thousands and before %.
pub static EN: Locale = Locale {
    decimal: '.',
    thousands: THIN,
    grouped_from: 4,
    minus: MINUS,
    percent_space: THIN,
    bytes: ["B", "KB", "MB", "GB"],
    one_in: "in",
    plural: Rule::Germanic,
    speech: Speech {
        minus: "minus",
        times_power: "times ten to the",
        power: "ten to the",
        not_a_number: "not a number",
        infinity: "infinity",
        symbols: [
            ("%", Forms::same("percent")),
            ("×", Forms::same("times")),
            ("µs", Forms::new("microsecond", "microseconds")),
            ("ms", Forms::new("millisecond", "milliseconds")),
            ("s", Forms::new("second", "seconds")),
            ("min", Forms::new("minute", "minutes")),
            ("h", Forms::new("hour", "hours")),
            ("B", Forms::new("byte", "bytes")),
            ("KB", Forms::new("kilobyte", "kilobytes")),
            ("kB", Forms::new("kilobyte", "kilobytes")),
            ("MB", Forms::new("megabyte", "megabytes")),
            ("GB", Forms::new("gigabyte", "gigabytes")),
        ],
    },
};

/// German.
pub static DE: Locale = Locale {
    decimal: ',',
    thousands: THIN,
    grouped_from: 4,
    minus: MINUS,
    percent_space: NO_BREAK,
    bytes: ["B", "KB", "MB", "GB"],
    one_in: "von",
    plural: Rule::Germanic,
    speech: Speech {
        minus: "minus",
        times_power: "mal zehn hoch",
        power: "zehn hoch",
        not_a_number: "keine Zahl",
        infinity: "unendlich",
        symbols: [
            ("%", Forms::same("Prozent")),
            ("×", Forms::same("mal")),
            ("µs", Forms::new("Mikrosekunde", "Mikrosekunden")),
            ("ms", Forms::new("Millisekunde", "Millisekunden")),
            ("s", Forms::new("Sekunde", "Sekunden")),
            ("min", Forms::new("Minute", "Minuten")),
            ("h", Forms::new("Stunde", "Stunden")),
            ("B", Forms::same("Byte")),
            ("KB", Forms::same("Kilobyte")),
            ("kB", Forms::same("Kilobyte")),
            ("MB", Forms::same("Megabyte")),
            ("GB", Forms::same("Gigabyte")),
        ],
    },
};

/// French.
pub static FR: Locale = Locale {
    decimal: ',',
    thousands: THIN,
    grouped_from: 4,
    minus: MINUS,
    percent_space: THIN,
    bytes: ["o", "ko", "Mo", "Go"],
    one_in: "sur",
    plural: Rule::French,
    speech: Speech {
        minus: "moins",
        times_power: "fois dix puissance",
        power: "dix puissance",
        not_a_number: "pas un nombre",
        infinity: "infini",
        symbols: [
            ("%", Forms::same("pour cent")),
            ("×", Forms::same("fois")),
            ("µs", Forms::new("microseconde", "microsecondes")),
            ("ms", Forms::new("milliseconde", "millisecondes")),
            ("s", Forms::new("seconde", "secondes")),
            ("min", Forms::new("minute", "minutes")),
            ("h", Forms::new("heure", "heures")),
            ("o", Forms::new("octet", "octets")),
            ("ko", Forms::new("kilooctet", "kilooctets")),
            ("Ko", Forms::new("kilooctet", "kilooctets")),
            ("Mo", Forms::new("mégaoctet", "mégaoctets")),
            ("Go", Forms::new("gigaoctet", "gigaoctets")),
        ],
    },
};

/// Spanish.
pub static ES: Locale = Locale {
    decimal: ',',
    thousands: THIN,
    grouped_from: 5,
    minus: MINUS,
    percent_space: NO_BREAK,
    bytes: ["B", "KB", "MB", "GB"],
    one_in: "de cada",
    plural: Rule::Spanish,
    speech: Speech {
        minus: "menos",
        times_power: "por diez elevado a",
        power: "diez elevado a",
        not_a_number: "no es un número",
        infinity: "infinito",
        symbols: [
            ("%", Forms::same("por ciento")),
            ("×", Forms::new("vez", "veces")),
            ("µs", Forms::new("microsegundo", "microsegundos")),
            ("ms", Forms::new("milisegundo", "milisegundos")),
            ("s", Forms::new("segundo", "segundos")),
            ("min", Forms::new("minuto", "minutos")),
            ("h", Forms::new("hora", "horas")),
            ("B", Forms::new("byte", "bytes")),
            ("KB", Forms::new("kilobyte", "kilobytes")),
            ("kB", Forms::new("kilobyte", "kilobytes")),
            ("MB", Forms::new("megabyte", "megabytes")),
            ("GB", Forms::new("gigabyte", "gigabytes")),
        ],
    },
};

/// How the page writes numbers.
#[must_use]
pub fn locale() -> &'static Locale {
    match language() {
        Language::English => &EN,
        Language::German => &DE,
        Language::Spanish => &ES,
    }
}
