//! Prose as HTML: what `words::rich` reads, with its numbers worked out.

use super::expression::{Figures, written};
use engine::trace::CellKind;
use pictures::html::escape;
use words::rich::{Block, Math, Piece, blocks, pieces};

/// A paragraph, or a list after one, as HTML. What could not be read stands in `wrong`.
pub fn paragraph(text: &str, figures: &Figures, wrong: &mut Vec<String>) -> String {
    let mut all = |pieces: &[Piece]| pieces.iter().map(|piece| html(piece, figures, wrong)).collect::<String>();
    let block = |block: &Block| match block {
        Block::Paragraph(pieces) => format!("<p>{}</p>", all(pieces)),
        Block::List(items) => {
            let items: String = items.iter().map(|item| format!("<li>{}</li>", all(item))).collect();
            format!("<ul>{items}</ul>")
        }
    };
    blocks(text).iter().map(block).collect()
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
    pieces(text).iter().map(|piece| html(piece, figures, wrong)).collect()
}

fn html(piece: &Piece, figures: &Figures, wrong: &mut Vec<String>) -> String {
    match piece {
        Piece::Text(text) => escape(text),
        Piece::Cell(number) => {
            let cell = CellKind::ALL[*number];
            format!("<b class=\"cell-name\" data-cell=\"{}\">{}</b>", cell.key(), cell.name())
        }
        Piece::Figure(expression) => {
            let said = written(expression, figures).unwrap_or_else(|found| {
                wrong.push(found);
                "?".to_owned()
            });
            format!("<b class=\"figure\">{said}</b>")
        }
        Piece::Term(term) => {
            format!("<button class=\"term\" popovertarget=\"{}\">{}</button>", term_id(term), escape(term))
        }
        Piece::Link { label, to } => {
            let outside = if to.starts_with('#') { "" } else { " target=\"_blank\" rel=\"noopener\"" };
            format!("<a href=\"{}\"{outside}>{}</a>", escape(to), escape(label))
        }
        Piece::Formula(formula) => math(formula),
        Piece::Code(code) => format!("<code>{}</code>", escape(code)),
        Piece::Stressed(word) => format!("<em>{}</em>", escape(word)),
    }
}

/// A formula as MathML.
fn math(formula: &[Math]) -> String {
    format!("<math>{}</math>", formula.iter().map(mathml).collect::<String>())
}

fn mathml(part: &Math) -> String {
    let row = |parts: &[Math]| parts.iter().map(mathml).collect::<String>();
    match part {
        Math::Name(name) => format!("<mi>{}</mi>", escape(name)),
        Math::Number(number) => format!("<mn>{number}</mn>"),
        Math::Sign(sign) => format!("<mo>{}</mo>", escape(sign)),
        Math::Group(parts) => format!("<mrow>{}</mrow>", row(parts)),
        Math::Indexed(base, low, high) => {
            let part = |part: &Option<Box<Math>>| part.as_deref().map(mathml).unwrap_or_default();
            let name = match (low, high) {
                (Some(_), Some(_)) => "msubsup",
                (Some(_), None) => "msub",
                _ => "msup",
            };
            format!("<{name}>{}{}{}</{name}>", mathml(base), part(low), part(high))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::Settings;
    use words::rich::formula;

    #[test]
    fn formulas_become_mathml() {
        assert_eq!(
            math(&formula("h_t = tanh(W_{hh} h_{t-1})")),
            "<math><msub><mi>h</mi><mi>t</mi></msub><mo>=</mo><mi>tanh</mi><mo>(</mo>\
             <msub><mi>W</mi><mrow><mi>h</mi><mi>h</mi></mrow></msub>\
             <msub><mi>h</mi><mrow><mi>t</mi><mo>−</mo><mn>1</mn></mrow></msub><mo>)</mo></math>"
        );
        assert_eq!(math(&formula("x^2_i")), "<math><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></math>");
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
