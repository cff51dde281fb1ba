//! What a screen reader is given in place of a text with numbers: words for signs and units, and no spaces inside a number.

use super::decimal::SUPERSCRIPTS;
use super::locale::{Locale, MINUS, NO_BREAK, THIN, locale};

/// A text as it is read out: `−1.7·10⁻⁴` is "minus 1.7 times ten to the minus 4", `5 900 ms` "5900 milliseconds".
///
/// Only what this module's numbers are written with is replaced; a unit's symbol counts after a number and a thin or no-break space.
#[must_use]
pub fn spoken(text: &str) -> String {
    spoken_in(locale(), text)
}

/// [`spoken`] in a given language.
#[must_use]
pub fn spoken_in(locale: &Locale, text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() {
            rest = say_number(locale, rest, &mut out);
            continue;
        }
        rest = &rest[first.len_utf8()..];
        match first {
            MINUS => {
                if out.chars().next_back().is_some_and(|before| !before.is_whitespace() && !"([“".contains(before)) {
                    out.push(' ');
                }
                out.push_str(locale.speech.minus);
                if !rest.starts_with([' ', THIN, NO_BREAK]) {
                    out.push(' ');
                }
            }
            '∞' => out.push_str(locale.speech.infinity),
            'N' if rest.starts_with("aN") && ends(&out) && ends_before(&rest[2..]) => {
                out.push_str(locale.speech.not_a_number);
                rest = &rest[2..];
            }
            THIN | NO_BREAK => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

/// Says the number with which a text begins, with its power of ten and its unit, and returns what follows.
fn say_number<'a>(locale: &Locale, text: &'a str, out: &mut String) -> &'a str {
    let (whole, mut rest) = whole_part(locale, text);
    let mut decimals = "";
    if let Some(after) = rest.strip_prefix(locale.decimal)
        && after.starts_with(|c: char| c.is_ascii_digit())
    {
        (decimals, rest) = digits(after);
    }
    let mut category = locale.plural.category(whole.parse().unwrap_or(u64::MAX), decimals);
    let speech = &locale.speech;
    let power = rest.strip_prefix("·10").and_then(|after| exponent(locale, after));
    if let Some((exponent, after)) = power {
        out.push_str(&number(locale, &whole, decimals));
        out.push_str(&format!(" {} {exponent}", speech.times_power));
        rest = after;
        category = super::plural::Category::Other;
    } else if let ("10", "", Some((exponent, after))) = (whole.as_str(), decimals, exponent(locale, rest)) {
        out.push_str(&format!("{} {exponent}", speech.power));
        rest = after;
    } else {
        out.push_str(&number(locale, &whole, decimals));
    }
    let Some(after) = rest.strip_prefix([THIN, NO_BREAK]) else { return rest };
    // The longest symbol counts: "min" is no "m".
    for (symbol, name) in &speech.symbols {
        if let Some(after) = after.strip_prefix(symbol)
            && ends_before(after)
        {
            out.push_str(&format!(" {}", name.of(category)));
            return after;
        }
    }
    rest
}

fn number(locale: &Locale, whole: &str, decimals: &str) -> String {
    if decimals.is_empty() { whole.to_owned() } else { format!("{whole}{}{decimals}", locale.decimal) }
}

/// The digits with which a text begins, without the spaces between thousands.
fn whole_part<'a>(locale: &Locale, text: &'a str) -> (String, &'a str) {
    let (first, mut rest) = digits(text);
    let mut whole = first.to_owned();
    while let Some(after) = rest.strip_prefix(locale.thousands)
        && let (group, after) = digits(after)
        && group.len() == 3
    {
        whole.push_str(group);
        rest = after;
    }
    (whole, rest)
}

fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// The exponent with which a text begins, in words and digits.
fn exponent<'a>(locale: &Locale, text: &'a str) -> Option<(String, &'a str)> {
    let end = text.find(|c| !SUPERSCRIPTS.contains(&c)).unwrap_or(text.len());
    let (raised, rest) = text.split_at(end);
    let place = |c: char| SUPERSCRIPTS.iter().position(|sign| *sign == c).and_then(|place| place.checked_sub(1));
    let digits: String = raised.chars().filter_map(place).map(|digit| digit.to_string()).collect();
    let minus = if raised.starts_with(SUPERSCRIPTS[0]) { format!("{} ", locale.speech.minus) } else { String::new() };
    (!digits.is_empty()).then(|| (minus + &digits, rest))
}

fn ends(text: &str) -> bool {
    !text.ends_with(char::is_alphanumeric)
}

fn ends_before(text: &str) -> bool {
    !text.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::super::locale::{DE, ES, FR};
    use super::*;

    #[test]
    fn numbers_are_said_in_words() {
        let cases = [
            ("1.7·10⁻⁴", "1.7 times ten to the minus 4"),
            ("−3.0·10¹²", "minus 3.0 times ten to the 12"),
            ("10⁻⁶", "ten to the minus 6"),
            ("1.3·10⁹_×", "1.3 times ten to the 9 times"),
            ("0.017_%", "0.017 percent"),
            ("5_900", "5900"),
            ("1 in 5_900", "1 in 5900"),
            ("1_234_567 steps", "1234567 steps"),
            ("−0.05", "minus 0.05"),
            ("5 − 3", "5 minus 3"),
            ("5−3", "5 minus 3"),
            ("(−∞)", "(minus infinity)"),
            ("NaN, ∞", "not a number, infinity"),
            ("1_ms, 1.0_ms, 45_min", "1 millisecond, 1.0 milliseconds, 45 minutes"),
            ("6.3_×", "6.3 times"),
            ("2_KB", "2 kilobytes"),
            // No number of ours.
            ("h₁ = 0.5.", "h₁ = 0.5."),
            ("10 steps, 2 h, NaNa", "10 steps, 2 h, NaNa"),
            ("2_more", "2 more"),
            ("12_34", "12 34"),
        ];
        for (text, said) in cases {
            assert_eq!(spoken(&text.replace('_', "\u{202f}")), said);
        }
    }

    #[test]
    fn other_languages_have_their_words() {
        let text = "−1,7·10⁻⁴; 1\u{202f}s; 1,5\u{202f}s; 5\u{202f}900\u{a0}%";
        assert_eq!(spoken_in(&DE, text), "minus 1,7 mal zehn hoch minus 4; 1 Sekunde; 1,5 Sekunden; 5900 Prozent");
        assert_eq!(
            spoken_in(&FR, text),
            "moins 1,7 fois dix puissance moins 4; 1 seconde; 1,5 seconde; 5900 pour cent"
        );
        assert_eq!(
            spoken_in(&ES, text),
            "menos 1,7 por diez elevado a menos 4; 1 segundo; 1,5 segundos; 5900 por ciento"
        );
    }
}
