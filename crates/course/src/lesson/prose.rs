//! Prose as `words::rich` reads it, with its numbers worked out.

use super::expression::{Figures, number, written};
use super::parse::{Entry, Guess};
use words::format::{Group, Measure};
use words::rich::{Block, Piece};

/// The least part of something that is told in per cent.
const LEAST: f64 = 1e-5;

/// Writes the numbers of an entry. Shares that are compared have one unit: where something is asked all of the entry, before its
/// answer is shown and after; elsewhere those of a paragraph or of an item.
pub struct Writer<'a> {
    figures: &'a Figures<'a>,
    measure: Measure,
    /// The shares of an entry that asks.
    pub shares: Vec<f64>,
}

impl<'a> Writer<'a> {
    /// Of an entry.
    pub fn new(entry: &Entry, figures: &'a Figures<'a>) -> Self {
        let answer = match entry.ask.as_ref().map(|ask| &ask.guess) {
            Some(Guess::Ratio { answer }) => number(answer, figures).ok(),
            _ => None,
        };
        let asks = entry.ask.is_some();
        let pieces = texts(entry).filter(|_| asks).flat_map(words::rich::pieces);
        let shares = pieces.filter_map(|piece| share(&piece, figures)).chain(answer).collect();
        // What runs came to is a part of something, even where it is a little more than the whole.
        let measure = if entry.runs.is_empty() { Measure::Share } else { Measure::Part };
        Self { figures, measure, shares }
    }

    /// Of a text that stands alone.
    pub fn alone(figures: &'a Figures<'a>) -> Self {
        Self { figures, measure: Measure::Share, shares: vec![] }
    }

    /// The pieces with their numbers in the place of the expressions. What could not be read stands in `wrong`.
    fn write(&self, pieces: Vec<Piece>, wrong: &mut Vec<String>) -> Vec<Piece> {
        let beside: Vec<f64> = pieces.iter().filter_map(|piece| share(piece, self.figures)).collect();
        let all = || self.shares.iter().copied().chain(beside.iter().copied());
        // What is left of a gradient may be far less than a part that is told in per cent: no number is told as none.
        let measure = if all().any(|share| 0.0 < share && share < LEAST) { Measure::Share } else { self.measure };
        let group = Group::new(measure, all());
        let one = |piece| {
            let Piece::Figure(expression) = piece else { return piece };
            Piece::Figure(written(&expression, self.figures, &group).unwrap_or_else(|found| {
                wrong.push(found);
                "?".to_owned()
            }))
        };
        pieces.into_iter().map(one).collect()
    }
}

/// All texts of an entry.
fn texts<'a>(entry: &'a Entry) -> impl Iterator<Item = &'a str> {
    let then = entry.ask.iter().flat_map(|ask| ask.then.iter().copied());
    entry.prose.iter().map(String::as_str).chain(then).chain(entry.tries.iter().copied())
}

/// The share that a piece tells, if it can be worked out.
fn share(piece: &Piece, figures: &Figures) -> Option<f64> {
    let Piece::Figure(expression) = piece else { return None };
    number(expression.trim().strip_suffix('%')?, figures).ok()
}

/// A paragraph, or a list after one. What could not be read stands in `wrong`.
pub fn blocks(text: &str, writer: &Writer, wrong: &mut Vec<String>) -> Vec<Block> {
    let mut all = |pieces| writer.write(pieces, wrong);
    let block = |block| match block {
        Block::Paragraph(pieces) => Block::Paragraph(all(pieces)),
        Block::List(items) => Block::List(items.into_iter().map(&mut all).collect()),
    };
    words::rich::blocks(text).into_iter().map(block).collect()
}

/// A line of prose.
pub fn pieces(text: &str, writer: &Writer, wrong: &mut Vec<String>) -> Vec<Piece> {
    writer.write(words::rich::pieces(text), wrong)
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
        let figures = Figures { run: &run, rows: &[], cue: "" };
        let writer = Writer::alone(&figures);
        let mut wrong = vec![];
        let text = |text: &str| Piece::Text(text.to_owned());
        assert_eq!(
            pieces("The [gate] of an LSTM: {1/4}, _now_; <b>", &writer, &mut wrong),
            [
                text("The "),
                Piece::Term("gate".into()),
                text(" of an "),
                Piece::Cell(1),
                text(": "),
                Piece::Figure("0.25".into()),
                text(", "),
                Piece::Stressed("now".into()),
                text("; <b>"),
            ]
        );
        assert_eq!(pieces("{nothing}", &writer, &mut wrong), [Piece::Figure("?".into())]);
        assert_eq!(wrong.len(), 1);
        let mut wrong = vec![];
        assert_eq!(
            blocks("Two:\n- a\n- {2 #}", &writer, &mut wrong),
            [Block::Paragraph(vec![text("Two:")]), Block::List(vec![vec![text("a")], vec![Piece::Figure("2".into())]])]
        );
        assert_eq!(wrong, [""; 0]);
        let with_runs = Writer { figures: &figures, measure: Measure::Part, shares: vec![] };
        let told = pieces("{1/10 %} and {1/10000000000 %}", &with_runs, &mut wrong);
        assert_eq!(told, [Piece::Figure("1.0·10⁻¹".into()), text(" and "), Piece::Figure("1.0·10⁻¹⁰".into())]);
        let compared = Entry { prose: vec!["{1/2 %} and {1/10000 %}".to_owned()], ..Entry::default() };
        let writer = Writer::new(&compared, &figures);
        let figure = |number: &str| Piece::Figure(format!("{number}\u{202f}%"));
        let expected = vec![figure("50"), text(" and "), figure("0.010")];
        assert_eq!(pieces(&compared.prose[0], &writer, &mut wrong), expected, "one unit");
        assert_eq!(terms("[a b] and [c](#d) and [e]."), ["a b", "e"]);
        assert_eq!(links("[a b] and [c](#d) and [e](https://f)."), ["#d", "https://f"]);
    }
}
