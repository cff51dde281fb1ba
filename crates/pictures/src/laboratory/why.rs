//! Why: a number traced back through what it is made of, as far as a person follows it.

use engine::trace::Quantity;
use measure::Scene;
use measure::why::{Note, Place, Why};
use words::fill;
use words::format;

use crate::html::{cells, escape, table};
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 4] = ["why-cells", "why-trail", "why-made", "why-table"];

/// The symbol of a number, with the step's number.
fn symbol(place: Place) -> String {
    let t = place.spot.step + 1;
    let symbol = match (place.operand.quantity, place.operand.quantity.symbol()) {
        (Quantity::CellTanh, _) => format!("tanh c<sub>{t}</sub>"),
        (_, (letter, "")) => format!("{letter}<sub>{t}</sub>"),
        (_, (letter, gate)) => format!("{letter}<sup>{gate}</sup><sub>{t}</sub>"),
    };
    let symbol = if place.operand.gradient { format!("∂L/∂{symbol}") } else { symbol };
    fill(words().why_unit, &[("symbol", &symbol), ("unit", &(place.spot.unit + 1).to_string())])
}

/// What is said beside the factors of a row.
fn said(note: Note) -> String {
    let words = words();
    let plain = match note {
        Note::Weight(weight) => return fill(words.why_weighted, &[("weight", &format::number(weight))]),
        Note::Rest(terms) => return fill(words.why_rest, &[("n", &terms.to_string())]),
        Note::Nothing => "",
        Note::FromAbove => words.why_above,
        Note::FromLoss => words.why_loss,
        Note::Held => words.why_held,
        Note::Outside => words.why_outside,
        Note::Bias => words.why_bias,
    };
    plain.to_owned()
}

/// The way so far, and what the number at its end is made of.
pub fn draw(scene: &Scene, Why { trail: numbered, rows }: &Why) -> Vec<String> {
    let words = words();
    let (here, value) = numbered[numbered.len() - 1];
    let trail: Vec<Place> = numbered.iter().map(|(place, _)| *place).collect();
    let step = |places: &[Place]| places.iter().map(|place| place.written()).collect::<Vec<_>>().join(">");
    let button = |way: &[Place], name: &str, pressed: bool| {
        format!(
            "<button data-key=\"why\" data-value=\"{}\" aria-pressed=\"{pressed}\">{name}</button>",
            escape(&step(way))
        )
    };
    let way = (1..=trail.len()).map(|n| button(&trail[..n], &symbol(trail[n - 1]), n == trail.len()));
    let told = fill(words.why_is, &[("symbol", &symbol(here)), ("number", &format::number(value))]);
    let label = &scene.sequence.labels[here.spot.step];
    let end = fill(words.why_input, &[("token", &escape(label))]);
    let lines = rows.iter().map(|row| {
        let factors = row.factors.iter().map(|(to, number)| {
            let name = format!("{} = {}", symbol(*to), format::number(*number));
            button(&[&trail[..], &[*to]].concat(), &name, false)
        });
        let factors = factors.collect::<Vec<_>>().join(" ");
        format!("<tr><td>{factors} {}</td><td>{}</td></tr>", said(row.note), format::number(row.brings))
    });
    let list = if rows.is_empty() {
        format!("<p class=\"read\">{end}</p>")
    } else {
        format!(
            "<table class=\"reading why-made\"><tbody><tr><th>{}</th><th>{}</th></tr>{}</tbody></table>",
            words.why_of,
            words.why_brings,
            lines.collect::<String>()
        )
    };
    let head = [words.why_of, words.why_number].map(str::to_owned);
    let numbers = numbered.iter().map(|(place, number)| vec![symbol(*place), format::exact(*number)]);
    vec![
        cells(scene.state.focus.cell),
        format!("<div class=\"choices\">{}</div>", way.collect::<String>()),
        format!("<p class=\"read\" data-value=\"{:e}\">{told}</p>{list}", value),
        table(&head, numbers),
    ]
}
