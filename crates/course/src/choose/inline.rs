//! A sentence as HTML, for what is not drawn by the page yet.

use crate::lesson::{Figures, pieces};
use engine::trace::CellKind;
use pictures::html::escape;
use words::rich::{Math, Piece};

/// A line of prose as HTML.
pub fn inline(text: &str, figures: &Figures, wrong: &mut Vec<String>) -> String {
    pieces(text, figures, wrong).iter().map(html).collect()
}

fn html(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) | Piece::Term(text) => escape(text),
        Piece::Cell(number) => {
            let cell = CellKind::ALL[*number];
            format!("<b class=\"cell-name\" data-cell=\"{}\">{}</b>", cell.key(), cell.name())
        }
        Piece::Figure(number) => format!("<b class=\"figure\">{number}</b>"),
        Piece::Link { label, to } => {
            let outside = if to.starts_with('#') { "" } else { " target=\"_blank\" rel=\"noopener\"" };
            format!("<a href=\"{}\"{outside}>{}</a>", escape(to), escape(label))
        }
        Piece::Formula(formula) => format!("<math>{}</math>", formula.iter().map(mathml).collect::<String>()),
        Piece::Code(code) => format!("<code>{}</code>", escape(code)),
        Piece::Stressed(word) => format!("<em>{}</em>", escape(word)),
    }
}

fn mathml(part: &Math) -> String {
    match part {
        Math::Name(name) => format!("<mi>{}</mi>", escape(name)),
        Math::Number(number) => format!("<mn>{number}</mn>"),
        Math::Sign(sign) => format!("<mo>{}</mo>", escape(sign)),
        Math::Group(parts) => format!("<mrow>{}</mrow>", parts.iter().map(mathml).collect::<String>()),
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
