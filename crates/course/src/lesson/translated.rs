//! A page of prose in another language. A translation has the prose alone, in the order of the English page: its settings, claims,
//! runs and expressions stay the English ones, so that no number is lost. An entry that does not fit is told in English.

use std::collections::BTreeMap;

use super::prose::{links, terms};

/// What a translation has of a page, or of one of its entries: the lines of each field in their order, and paragraphs under "".
type Fields = BTreeMap<&'static str, Vec<String>>;

/// The fields that are translated. `unit` is that of a scale.
const TRANSLATED: [&str; 10] = ["title", "name", "sum", "read", "also", "ask", "unit", "option", "then", "try"];

/// A page in another language, in the form of an English one; and what of it could not be taken from the translation.
pub fn translated(english: &str, own: &str) -> (String, Vec<String>) {
    let (english, own) = (entries(english), entries(own));
    let (mut page, mut faults) = (String::new(), vec![]);
    if english.len() != own.len() {
        faults.push(format!("found {} entries, expected {}", own.len().saturating_sub(1), english.len() - 1));
    }
    for (n, lines) in english.iter().enumerate() {
        let made = match own.get(n) {
            Some(own) => entry(lines, own).map_err(|fault| format!("entry {n}, “{}”: {fault}", lines[0])),
            None => Err(format!("entry {n}: “{}” missing", lines[0])),
        };
        match made {
            Ok(text) => page.push_str(&text),
            Err(fault) => {
                faults.push(fault);
                page.extend(lines.iter().flat_map(|line| [*line, "\n"]));
            }
        }
    }
    (page, faults)
}

/// What a text calls the words of the glossary, by their English names: `[forms of it](hidden state)`.
pub fn forms(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let named = text.split('[').skip(1).filter_map(|rest| rest.split_once("]("));
    let named = named.filter_map(|(form, rest)| rest.split_once(')').map(|(term, _)| (term, form)));
    named.filter(|(term, _)| is_term(term))
}

/// Whether a link leads to a word of the glossary.
fn is_term(link: &str) -> bool {
    !link.starts_with('#') && !link.starts_with("http")
}

/// The lines of a page's head, then those of each entry.
fn entries(page: &str) -> Vec<Vec<&str>> {
    let mut entries = vec![vec![]];
    for line in page.lines().map(str::trim_end) {
        if line.starts_with("## ") {
            entries.push(vec![]);
        }
        if let Some(last) = entries.last_mut() {
            last.push(line);
        }
    }
    entries
}

/// A line's field and what stands in it.
fn field(line: &str) -> Option<(&str, &str)> {
    line.split_once(": ").filter(|(name, _)| super::parse::FIELDS.contains(name) || *name == "unit")
}

/// What a translation has of an entry.
fn fields(lines: &[&str]) -> Fields {
    let mut fields = Fields::new();
    let mut goes_on = false;
    for line in lines {
        let heading = line.strip_prefix("# ").or_else(|| line.strip_prefix("## "));
        let of = heading.map(|heading| ("title", heading)).or_else(|| field(line));
        if let Some((name, value)) = of {
            if let Some(name) = TRANSLATED.into_iter().find(|own| *own == name) {
                fields.entry(name).or_default().push(value.to_owned());
            }
            goes_on = false;
        } else if line.is_empty() {
            goes_on = false;
        } else {
            let paragraphs = fields.entry("").or_default();
            match paragraphs.last_mut().filter(|_| goes_on) {
                Some(last) => last.extend(["\n", line]),
                None => paragraphs.push((*line).to_owned()),
            }
            goes_on = true;
        }
    }
    fields
}

/// An entry with its prose in another language.
///
/// # Errors
/// Where the translation lacks something, or has too much.
fn entry(english: &[&str], own: &[&str]) -> Result<String, String> {
    let mut own = fields(own);
    own.values_mut().for_each(|lines| lines.reverse());
    let mut text = String::new();
    let mut goes_on = false;
    let mut paragraph = String::new();
    let mut take = |name: &'static str, english: &str| -> Result<String, String> {
        let line = own.get_mut(name).and_then(Vec::pop);
        let line =
            line.ok_or_else(|| format!("lacks {}: “{english}”", if name.is_empty() { "a paragraph" } else { name }))?;
        same(english, &line)?;
        Ok(plain(&line))
    };
    for line in english {
        let heading = ["# ", "## "].into_iter().find(|mark| line.starts_with(mark));
        let is_prose = heading.is_none() && field(line).is_none() && !line.is_empty();
        if goes_on && !is_prose {
            text.extend([&*take("", &paragraph)?, "\n"]);
            paragraph.clear();
        }
        goes_on = is_prose;
        let made = match (heading, field(line)) {
            _ if is_prose => {
                paragraph.extend([line, "\n"]);
                continue;
            }
            (Some(mark), _) => format!("{mark}{}", take("title", "")?),
            (None, Some(("read", value))) => {
                let mut parts = value.splitn(3, " | ");
                let [cited, link, _] = [(); 3].map(|()| parts.next().unwrap_or_default());
                format!("read: {cited} | {link} | {}", take("read", "")?)
            }
            (None, Some(("option", value))) => {
                let (_, expression) = value.split_once(" = ").unwrap_or_default();
                format!("option: {} = {expression}", take("option", "")?)
            }
            (None, Some(("scale", value))) => match value.splitn(4, ' ').collect::<Vec<_>>()[..] {
                [low, high, by, _] => format!("scale: {low} {high} {by} {}", take("unit", "")?),
                _ => (*line).to_owned(),
            },
            (None, Some((name, value))) => match TRANSLATED.into_iter().find(|own| *own == name) {
                // Names are listed as a language has them.
                Some("also") => format!("also: {}", take("also", "")?),
                Some(name) => format!("{name}: {}", take(name, value)?),
                None => (*line).to_owned(),
            },
            (None, None) => (*line).to_owned(),
        };
        text.extend([&*made, "\n"]);
    }
    if goes_on {
        text.extend([&*take("", &paragraph)?, "\n"]);
    }
    match own.iter().find(|(_, lines)| !lines.is_empty()) {
        Some((name, lines)) => Err(format!("beyond “{name}”: {lines:?}")),
        None => Ok(text),
    }
}

/// Checks that a translation has the expressions, formulas, code and links of the English text, and as many words of the glossary.
///
/// # Errors
/// With what differs.
fn same(english: &str, own: &str) -> Result<(), String> {
    let (expected, found) = (kept(english), kept(own));
    if expected != found {
        return Err(format!("has {found:?}, expected {expected:?}"));
    }
    Ok(())
}

/// What a translation keeps of a text, in order: it may be said in another.
fn kept(text: &str) -> Vec<String> {
    let mut kept = vec![];
    let mut prose = String::new();
    for (n, part) in text.split(['$', '`']).enumerate() {
        if n % 2 == 1 { kept.push(format!("${part}")) } else { prose.push_str(part) }
    }
    kept.extend(prose.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(own, _)| format!("{{{own}}}")));
    kept.extend(links(&prose).into_iter().filter(|link| !is_term(link)).map(str::to_owned));
    kept.extend(terms(&prose).into_iter().map(|_| "[]".to_owned()));
    kept.extend(forms(&prose).map(|_| "[]".to_owned()));
    kept.sort_unstable();
    kept
}

/// A text without the English names of the glossary's words.
fn plain(text: &str) -> String {
    let mut plain = text.to_owned();
    for (term, form) in forms(text) {
        plain = plain.replace(&format!("[{form}]({term})"), &format!("[{form}]"));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "# Title\nname: Short\nsum: It stays.\nread: A 1997 | https://a.b | why\n\n## First\ncue: gain=2\n\nOne [gate] of\n\
        {T #}.\n\nA list:\n- x\n- y\n\nask: How many?\nscale: 0 10 1 steps\nanswer: T\nthen: {T} it is.\nclaim: T ~ 13\n\n## Second\n\nLast.\n";

    #[test]
    fn a_translation_gives_the_prose_and_english_all_else() {
        let own = "# Titel\nname: Kurz\nsum: Es bleibt.\nread: wozu\n\n## Erstens\n\nEins von {T #}\n[Gates](gate).\n\nListe:\n- x\n- y\n\n\
            ask: Wie viele?\nunit: Schritte\nthen: Es sind {T}.\n\n## Zweitens\n\nEnde.\n";
        let (page, faults) = translated(ENGLISH, own);
        assert_eq!(faults, [""; 0]);
        assert_eq!(
            page,
            "# Titel\nname: Kurz\nsum: Es bleibt.\nread: A 1997 | https://a.b | wozu\n\n## Erstens\ncue: gain=2\n\nEins von {T #}\n\
             [Gates].\n\nListe:\n- x\n- y\n\nask: Wie viele?\nscale: 0 10 1 Schritte\nanswer: T\nthen: Es sind {T}.\nclaim: T ~ 13\n\n\
             ## Zweitens\n\nEnde.\n"
        );
        assert_eq!(forms(own).collect::<Vec<_>>(), [("gate", "Gates")]);
    }

    #[test]
    fn an_entry_that_lost_a_number_is_told_in_english_and_said() {
        let own = "# Titel\nname: Kurz\nsum: Es bleibt.\nread: wozu\n\n## Erstens\n\nEins von [Gates](gate).\n\nListe:\n- x\n- y\n\n\
            ask: Wie viele?\nunit: Schritte\nthen: Es sind {T}.\n\n## Zweitens\n\nEnde.\n";
        let (page, faults) = translated(ENGLISH, own);
        assert!(matches!(&faults[..], [fault] if fault.contains("First") && fault.contains("{T #}")), "{faults:?}");
        assert!(page.contains("## First\ncue: gain=2") && page.contains("## Zweitens"), "{page}");
    }
}
