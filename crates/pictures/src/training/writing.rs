//! What a network that knows what comes next writes by itself.

use crate::html::escape;
use learn::task::Level;
use measure::training::Writing;
use words::fill;
use words::training::words;

/// The names of classes one after the other; words with spaces between.
fn joined(names: &[String]) -> String {
    let spaced = names.iter().any(|name| name.chars().count() > 1);
    escape(&names.join(if spaced { " " } else { "" }))
}

/// What was read, and what was written after it at a temperature.
pub fn writing(level: &Level, Writing { temperature, read, texts }: &Writing) -> String {
    let named =
        |numbers: &[usize]| -> Vec<String> { numbers.iter().map(|n| (level.task().output)(level, *n)).collect() };
    let begun = named(read);
    let space = if begun.iter().any(|name| name.chars().count() > 1) { " " } else { "" };
    let texts = texts.iter().map(|text| format!("<i>{}</i>{space}{}", joined(&begun), joined(&named(text))));
    let texts: Vec<String> = texts.collect();
    let said = fill(words().written_at, &[("temperature", &words::format::short(*temperature))]);
    format!("<p class=\"written\" tabindex=\"0\">{}</p><p><small>{said}</small></p>", texts.join("\n"))
}
