//! Prose as HTML: words of the glossary, links, stressed words, formulas, and numbers that are worked out.

use std::fmt::Write;

use super::expression::{Figures, written};
use engine::trace::CellKind;
use pictures::html::escape;

/// A paragraph, or a list after one, as HTML. What could not be read stands in `wrong`.
pub fn paragraph(text: &str, figures: &Figures, wrong: &mut Vec<String>) -> String {
    let mut items = text.split("\n- ");
    let first = items.next().unwrap_or_default();
    let (lead, first) = match first.strip_prefix("- ") {
        Some(item) => ("", Some(item)),
        None => (first, None),
    };
    let mut out = String::new();
    if !lead.is_empty() {
        out += &format!("<p>{}</p>", inline(lead, figures, wrong));
    }
    let items: String =
        first.into_iter().chain(items).map(|item| format!("<li>{}</li>", inline(item, figures, wrong))).collect();
    if !items.is_empty() {
        out += &format!("<ul>{items}</ul>");
    }
    out
}

/// The id under which a word's definition stands in the page.
pub fn term_id(term: &str) -> String {
    let plain: String = term.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    format!("word-{plain}")
}

/// The words of the glossary that a text names.
pub fn terms(text: &str) -> Vec<&str> {
    let mut found = vec![];
    for mut rest in text.split('`').step_by(2) {
        while let Some((_, after)) = rest.split_once('[') {
            let Some((term, behind)) = after.split_once(']') else { break };
            if !behind.starts_with('(') {
                found.push(term);
            }
            rest = behind;
        }
    }
    found
}

/// The addresses that a text links to.
pub fn links(text: &str) -> Vec<&str> {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    links.map(|(link, _)| link).collect()
}

/// A line of prose as HTML.
pub fn inline(text: &str, figures: &Figures, wrong: &mut Vec<String>) -> String {
    let mut out = String::new();
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let closed = |end: char| after.split_once(end);
        match (
            c,
            closed(match c {
                '{' => '}',
                '[' => ']',
                other => other,
            }),
        ) {
            ('{', Some((expression, behind))) => {
                let said = written(expression, figures).unwrap_or_else(|found| {
                    wrong.push(found);
                    "?".to_owned()
                });
                out += &format!("<b class=\"figure\">{said}</b>");
                rest = behind;
            }
            ('[', Some((label, behind))) => {
                let link = behind.strip_prefix('(').and_then(|link| link.split_once(')'));
                if let Some((link, behind)) = link {
                    let outside = if link.starts_with('#') { "" } else { " target=\"_blank\" rel=\"noopener\"" };
                    out += &format!("<a href=\"{}\"{outside}>{}</a>", escape(link), escape(label));
                    rest = behind;
                } else {
                    let id = term_id(label);
                    out += &format!("<button class=\"term\" popovertarget=\"{id}\">{}</button>", escape(label));
                    rest = behind;
                }
            }
            ('$', Some((formula, behind))) => {
                out += &math(formula);
                rest = behind;
            }
            ('`', Some((code, behind))) => {
                out += &format!("<code>{}</code>", escape(code));
                rest = behind;
            }
            ('_', Some((stressed, behind))) if !before.is_alphanumeric() => {
                out += &format!("<em>{}</em>", escape(stressed));
                rest = behind;
            }
            _ if !before.is_alphanumeric()
                && let Some(cell) = cell_here(rest) =>
            {
                out += &format!("<b class=\"cell-name\" data-cell=\"{}\">{}</b>", cell.key(), cell.name());
                rest = &rest[cell.name().len()..];
            }
            _ => {
                out += &escape(&rest[..c.len_utf8()]);
                rest = after;
            }
        }
        before = c;
    }
    out
}

/// The cell whose name begins a text.
fn cell_here(text: &str) -> Option<CellKind> {
    CellKind::ALL.into_iter().find(|cell| text.starts_with(cell.name()))
}

/// Names of functions, which stand upright.
const FUNCTIONS: [&str; 8] = ["tanh", "softmax", "ln", "exp", "log", "max", "min", "diag"];

/// A formula as MathML.
pub fn math(formula: &str) -> String {
    let mut rest = formula.trim();
    format!("<math>{}</math>", row(&mut rest, None))
}

/// What stands up to a sign, or to the end.
fn row(rest: &mut &str, end: Option<char>) -> String {
    let mut out = String::new();
    while let Some(c) = rest.chars().next() {
        if Some(c) == end {
            *rest = &rest[c.len_utf8()..];
            break;
        }
        let atom = atom(rest);
        let (mut low, mut high) = (None, None);
        while let Some(sign @ ('_' | '^')) = rest.chars().next() {
            *rest = &rest[1..];
            let index = atom_or_group(rest);
            if sign == '_' { low = Some(index) } else { high = Some(index) }
        }
        // Writing to a String cannot fail.
        let _ = match (low, high) {
            (None, None) => write!(out, "{atom}"),
            (Some(low), None) => write!(out, "<msub>{atom}{low}</msub>"),
            (None, Some(high)) => write!(out, "<msup>{atom}{high}</msup>"),
            (Some(low), Some(high)) => write!(out, "<msubsup>{atom}{low}{high}</msubsup>"),
        };
    }
    out
}

fn atom_or_group(rest: &mut &str) -> String {
    if rest.starts_with('{') { atom(rest) } else { single(rest) }
}

/// A letter, a number, a function, a sign, or a group in braces.
fn atom(rest: &mut &str) -> String {
    if let Some(inside) = rest.strip_prefix('{') {
        *rest = inside;
        return format!("<mrow>{}</mrow>", row(rest, Some('}')));
    }
    single(rest)
}

fn single(rest: &mut &str) -> String {
    let name: &str = FUNCTIONS.into_iter().find(|name| rest.starts_with(name)).unwrap_or_default();
    let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let length = if !name.is_empty() {
        name.len()
    } else if digits > 0 {
        digits
    } else {
        rest.chars().next().map_or(0, char::len_utf8)
    };
    let (here, after) = rest.split_at(length);
    *rest = after;
    match here.chars().next() {
        None | Some(' ') => String::new(),
        Some(c) if c.is_ascii_digit() => format!("<mn>{here}</mn>"),
        Some(c) if c.is_alphabetic() && c != '∂' => format!("<mi>{here}</mi>"),
        _ => format!("<mo>{}</mo>", escape(&here.replace('-', "−"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::Settings;

    #[test]
    fn formulas_become_mathml() {
        assert_eq!(
            math("h_t = tanh(W_{hh} h_{t-1})"),
            "<math><msub><mi>h</mi><mi>t</mi></msub><mo>=</mo><mi>tanh</mi><mo>(</mo>\
             <msub><mi>W</mi><mrow><mi>h</mi><mi>h</mi></mrow></msub>\
             <msub><mi>h</mi><mrow><mi>t</mi><mo>−</mo><mn>1</mn></mrow></msub><mo>)</mo></math>"
        );
        assert_eq!(math("x^2_i"), "<math><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></math>");
    }

    #[test]
    fn markup_becomes_html() {
        let settings = Settings::default();
        let run = Run::new(&settings, &settings.sequence(Library::shipped()));
        let figures = Figures { run: &run, rows: &[] };
        let mut wrong = vec![];
        let mut said = |text: &str| inline(text, &figures, &mut wrong);
        assert_eq!(
            said("The [gate] of an LSTM: {1/4}, _now_; [so](#gain=2&units=3) <b>"),
            "The <button class=\"term\" popovertarget=\"word-gate\">gate</button> of an \
             <b class=\"cell-name\" data-cell=\"lstm\">LSTM</b>: <b class=\"figure\">0.250</b>, <em>now</em>; \
             <a href=\"#gain=2&amp;units=3\">so</a> &lt;b&gt;"
        );
        assert_eq!(said("weight_ih_l0"), "weight_ih_l0");
        assert_eq!(said("{nothing}"), "<b class=\"figure\">?</b>");
        assert_eq!(wrong.len(), 1);
        let mut wrong = vec![];
        assert_eq!(paragraph("Two:\n- a\n- b", &figures, &mut wrong), "<p>Two:</p><ul><li>a</li><li>b</li></ul>");
        assert_eq!(terms("[a b] and [c](#d) and [e]."), ["a b", "e"]);
        assert_eq!(links("[a b] and [c](#d) and [e](https://f)."), ["#d", "https://f"]);
    }
}
