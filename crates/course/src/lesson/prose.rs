//! Prose as `words::rich` reads it, with its numbers worked out.

use super::expression::{Figures, written};
use words::rich::{Block, Piece};

/// A paragraph, or a list after one. What could not be read stands in `wrong`.
pub fn blocks(text: &str, figures: &Figures, wrong: &mut Vec<String>) -> Vec<Block> {
    let mut all = |pieces: Vec<Piece>| pieces.into_iter().map(|piece| worked_out(piece, figures, wrong)).collect();
    let block = |block| match block {
        Block::Paragraph(pieces) => Block::Paragraph(all(pieces)),
        Block::List(items) => Block::List(items.into_iter().map(&mut all).collect()),
    };
    words::rich::blocks(text).into_iter().map(block).collect()
}

/// A line of prose.
pub fn pieces(text: &str, figures: &Figures, wrong: &mut Vec<String>) -> Vec<Piece> {
    words::rich::pieces(text).into_iter().map(|piece| worked_out(piece, figures, wrong)).collect()
}

/// A piece with its number in the place of the expression.
fn worked_out(piece: Piece, figures: &Figures, wrong: &mut Vec<String>) -> Piece {
    let Piece::Figure(expression) = piece else { return piece };
    Piece::Figure(written(&expression, figures).unwrap_or_else(|found| {
        wrong.push(found);
        "?".to_owned()
    }))
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

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::Settings;

    #[test]
    fn numbers_are_worked_out_and_nothing_else_is_changed() {
        let settings = Settings::default();
        let run = Run::new(&settings, &settings.sequence(Library::shipped()));
        let figures = Figures { run: &run, rows: &[] };
        let mut wrong = vec![];
        let text = |text: &str| Piece::Text(text.to_owned());
        assert_eq!(
            pieces("The [gate] of an LSTM: {1/4}, _now_; <b>", &figures, &mut wrong),
            [
                text("The "),
                Piece::Term("gate".into()),
                text(" of an "),
                Piece::Cell(1),
                text(": "),
                Piece::Figure("0.250".into()),
                text(", "),
                Piece::Stressed("now".into()),
                text("; <b>"),
            ]
        );
        assert_eq!(pieces("{nothing}", &figures, &mut wrong), [Piece::Figure("?".into())]);
        assert_eq!(wrong.len(), 1);
        let mut wrong = vec![];
        assert_eq!(
            blocks("Two:\n- a\n- {2 #}", &figures, &mut wrong),
            [Block::Paragraph(vec![text("Two:")]), Block::List(vec![vec![text("a")], vec![Piece::Figure("2".into())]])]
        );
        assert_eq!(wrong, [""; 0]);
        assert_eq!(terms("[a b] and [c](#d) and [e]."), ["a b", "e"]);
        assert_eq!(links("[a b] and [c](#d) and [e](https://f)."), ["#d", "https://f"]);
    }
}
