//! The unit that a column's name tells.

/// The most characters of a unit.
const LONGEST: usize = 12;
/// A longer word of letters alone is no unit, unless it is one of these.
const WORD: usize = 5;
const WORDS: [&str; 23] = [
    "percent",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "hours",
    "minutes",
    "seconds",
    "months",
    "degrees",
    "people",
    "persons",
    "litres",
    "liters",
    "metres",
    "meters",
    "pounds",
    "dollars",
    "kelvin",
    "celsius",
    "pascal",
];

/// The unit in brackets at the end of a column's name, as in `Wert (kWh)` and `T [°C]`; empty if there is none. What stands in
/// parentheses right after a letter, as in `CO(GT)`, belongs to the name, and so does a word as in `Searches (Worldwide)`.
#[must_use]
pub fn unit_in(name: &str) -> &str {
    let name = name.trim_end();
    let of = |open: char, close: char| name.strip_suffix(close)?.rsplit_once(open);
    let found = of('[', ']').or_else(|| of('(', ')').filter(|(before, _)| before.ends_with(char::is_whitespace)));
    let unit = found.map_or("", |(_, unit)| unit.trim());
    let unit = unit.strip_prefix("in ").unwrap_or(unit).trim_start();
    let letters = unit.chars().count();
    let is_word = letters > WORD && unit.chars().all(|c| c.is_alphabetic() || c == ' ');
    // A year or a number in a list is no unit.
    let is_one = unit.chars().any(|c| !c.is_numeric()) && letters <= LONGEST;
    if is_one && (!is_word || WORDS.contains(&&*unit.to_lowercase())) { unit } else { "" }
}

#[cfg(test)]
mod tests {
    use super::unit_in;

    #[test]
    fn a_unit_stands_in_brackets_at_the_end() {
        let cases = [
            ("Wert (kWh)", "kWh"),
            ("T [°C]", "°C"),
            ("sales (in thousands)", "thousands"),
            ("CO(GT)", ""),
            ("searches (Worldwide)", ""),
            ("x (2024)", ""),
            ("x", ""),
            ("speed (km/h)", "km/h"),
            ("y ()", ""),
        ];
        for (name, right) in cases {
            assert_eq!(unit_in(name), right, "{name}");
        }
    }
}
