//! The form in which sentences are written, and what stands in it: words of the glossary, links, stressed words, code, formulas,
//! and numbers that are worked out. Lessons and the page's own texts share it (`course/src/lesson/content/README.md`).

use serde::{Deserialize, Serialize};

/// The names of the cells, which get their colours by themselves.
pub const CELLS: [&str; 3] = ["RNN", "LSTM", "GRU"];

/// Names of functions, which stand upright.
const FUNCTIONS: [&str; 8] = ["tanh", "softmax", "ln", "exp", "log", "max", "min", "diag"];

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// Plain text.
    Text(String),
    /// The name of a cell: its place in [`CELLS`].
    Cell(usize),
    /// A number that is worked out: its expression or, once it has been, the number as it is written.
    Figure(String),
    /// A word of the glossary.
    Term(String),
    /// A link.
    Link {
        /// What is read.
        label: String,
        /// Where it leads: `#…` within the page, else a source.
        to: String,
    },
    /// A formula.
    Formula(Vec<Math>),
    /// Code.
    Code(String),
    /// A stressed word.
    Stressed(String),
}

/// A part of a formula.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Math {
    /// A letter, or the name of a function.
    Name(String),
    /// A number.
    Number(String),
    /// An operator, a bracket, a bar.
    Sign(String),
    /// What stands together.
    Group(Vec<Math>),
    /// Something with an index below, above, or both.
    Indexed(Box<Math>, Option<Box<Math>>, Option<Box<Math>>),
}

/// A paragraph or a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Piece>),
    /// A list's items.
    List(Vec<Vec<Piece>>),
}

/// Reads a paragraph, or a list after one.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut items = text.split("\n- ");
    let first = items.next().unwrap_or_default();
    let (lead, first) = match first.strip_prefix("- ") {
        Some(item) => ("", Some(item)),
        None => (first, None),
    };
    let items: Vec<_> = first.into_iter().chain(items).map(pieces).collect();
    let lead = (!lead.is_empty()).then(|| Block::Paragraph(pieces(lead)));
    lead.into_iter().chain((!items.is_empty()).then_some(Block::List(items))).collect()
}

/// Reads a sentence. A sign whose end is missing stands for itself.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece> {
    let (mut out, mut plain) = (vec![], String::new());
    let (mut rest, mut before) = (text, ' ');
    while let Some(c) = rest.chars().next() {
        let (piece, behind) = match special(rest, before) {
            Some(found) => found,
            None => {
                plain.push(c);
                (Piece::Text(String::new()), &rest[c.len_utf8()..])
            }
        };
        if !matches!(&piece, Piece::Text(_)) {
            if !plain.is_empty() {
                out.push(Piece::Text(std::mem::take(&mut plain)));
            }
            out.push(piece);
        }
        (rest, before) = (behind, c);
    }
    if !plain.is_empty() {
        out.push(Piece::Text(plain));
    }
    out
}

/// What begins a text and is more than its first letter, and what stands behind it. `before` is the letter before it.
fn special(rest: &str, before: char) -> Option<(Piece, &str)> {
    let c = rest.chars().next()?;
    let after = &rest[c.len_utf8()..];
    let word_begins = !before.is_alphanumeric();
    let closed = |end: char| after.split_once(end);
    match c {
        '{' => closed('}').map(|(inside, behind)| (Piece::Figure(inside.to_owned()), behind)),
        '[' => {
            closed(']').map(|(label, behind)| match behind.strip_prefix('(').and_then(|link| link.split_once(')')) {
                Some((to, behind)) => (Piece::Link { label: label.to_owned(), to: to.to_owned() }, behind),
                None => (Piece::Term(label.to_owned()), behind),
            })
        }
        '$' => closed('$').map(|(inside, behind)| (Piece::Formula(formula(inside)), behind)),
        '`' => closed('`').map(|(inside, behind)| (Piece::Code(inside.to_owned()), behind)),
        '_' if word_begins => closed('_').map(|(inside, behind)| (Piece::Stressed(inside.to_owned()), behind)),
        _ if word_begins => {
            let cell = CELLS.iter().position(|cell| rest.starts_with(cell))?;
            Some((Piece::Cell(cell), &rest[CELLS[cell].len()..]))
        }
        _ => None,
    }
}

/// Reads a formula: letters with `_` and `^`, braces around more than one sign.
#[must_use]
pub fn formula(text: &str) -> Vec<Math> {
    row(&mut text.trim(), None)
}

/// What stands up to a sign, or to the end.
fn row(rest: &mut &str, end: Option<char>) -> Vec<Math> {
    let mut out = vec![];
    while let Some(c) = rest.chars().next() {
        if Some(c) == end {
            *rest = &rest[c.len_utf8()..];
            break;
        }
        let base = atom(rest);
        let (mut low, mut high) = (None, None);
        while let Some(sign @ ('_' | '^')) = rest.chars().next() {
            *rest = &rest[1..];
            let index = atom(rest).map(Box::new);
            if sign == '_' { low = index } else { high = index }
        }
        out.extend(match (base, &low, &high) {
            (Some(base), None, None) => Some(base),
            (base, ..) => Some(Math::Indexed(Box::new(base.unwrap_or(Math::Group(vec![]))), low, high))
                .filter(|indexed| !matches!(indexed, Math::Indexed(_, None, None))),
        });
    }
    out
}

/// A letter, a number, a function, a sign, or a group in braces; nothing of a space.
fn atom(rest: &mut &str) -> Option<Math> {
    if let Some(inside) = rest.strip_prefix('{') {
        *rest = inside;
        return Some(Math::Group(row(rest, Some('}'))));
    }
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
        None | Some(' ') => None,
        Some(c) if c.is_ascii_digit() => Some(Math::Number(here.to_owned())),
        Some(c) if c.is_alphabetic() && c != '∂' => Some(Math::Name(here.to_owned())),
        _ => Some(Math::Sign(here.replace('-', "−"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    fn name(name: &str) -> Math {
        Math::Name(name.to_owned())
    }

    fn sign(sign: &str) -> Math {
        Math::Sign(sign.to_owned())
    }

    fn below(base: Math, low: Math) -> Math {
        Math::Indexed(Box::new(base), Some(Box::new(low)), None)
    }

    #[test]
    fn a_sentence_falls_into_its_pieces() {
        assert_eq!(
            pieces("The [gate] of an LSTM: {1/4}, _now_; [so](#gain=2&units=3) `a_b` $h_t$"),
            [
                text("The "),
                Piece::Term("gate".into()),
                text(" of an "),
                Piece::Cell(1),
                text(": "),
                Piece::Figure("1/4".into()),
                text(", "),
                Piece::Stressed("now".into()),
                text("; "),
                Piece::Link { label: "so".into(), to: "#gain=2&units=3".into() },
                text(" "),
                Piece::Code("a_b".into()),
                text(" "),
                Piece::Formula(vec![below(name("h"), name("t"))]),
            ]
        );
    }

    #[test]
    fn what_is_no_sign_stands_for_itself() {
        for plain in ["", "weight_ih_l0", "a { b", "[open", "5 $", "_", "MYRNN", "<b>&amp;", "é … ∂"] {
            let expected: &[Piece] = if plain.is_empty() { &[] } else { &[text(plain)] };
            assert_eq!(pieces(plain), expected, "{plain}");
        }
        assert_eq!(pieces("GRU's"), [Piece::Cell(2), text("'s")]);
    }

    #[test]
    fn a_formula_is_read_with_its_indices() {
        let group = |all: &[Math]| Math::Group(all.to_vec());
        assert_eq!(
            formula("h_t = tanh(W_{hh} h_{t-1})"),
            [
                below(name("h"), name("t")),
                sign("="),
                name("tanh"),
                sign("("),
                below(name("W"), group(&[name("h"), name("h")])),
                below(name("h"), group(&[name("t"), sign("−"), Math::Number("1".into())])),
                sign(")"),
            ]
        );
        let square =
            Math::Indexed(Box::new(name("x")), Some(Box::new(name("i"))), Some(Box::new(Math::Number("2".into()))));
        assert_eq!(formula("x^2_i"), [square]);
        assert_eq!(formula(" "), []);
    }

    #[test]
    fn a_list_may_follow_a_paragraph() {
        let item = |one: &str| vec![text(one)];
        assert_eq!(blocks("Two:\n- a\n- b"), [Block::Paragraph(item("Two:")), Block::List(vec![item("a"), item("b")])]);
        assert_eq!(blocks("- a"), [Block::List(vec![item("a")])]);
        assert_eq!(blocks("a"), [Block::Paragraph(item("a"))]);
    }

    /// Whatever is written is read, and no letter of plain text is lost.
    #[test]
    fn nothing_that_is_written_ends_it() {
        let signs = ["{", "}", "[", "]", "(", ")", "$", "_", "^", "`", "a", " ", "RNN", "é", "\n- "];
        for n in 0..signs.len().pow(4) {
            let written: String = (0..4).map(|place| signs[n / signs.len().pow(place) % signs.len()]).collect();
            let _ = blocks(&written);
            let _ = formula(&written);
        }
    }
}
