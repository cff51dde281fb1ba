//! Sentences from their typed pieces: `words::rich`.

use leptos::math::{math, mi, mn, mo, mrow, msub, msubsup, msup};
use leptos::prelude::*;

use engine::trace::CellKind;
use words::rich::{Math, Piece, pieces};

/// A sentence that is written in the form of `words::rich`.
pub fn rich(text: &str) -> AnyView {
    pieces(text).into_iter().map(piece).collect_view().into_any()
}

fn piece(piece: Piece) -> AnyView {
    match piece {
        Piece::Text(text) => text.into_any(),
        Piece::Cell(number) => {
            let cell = CellKind::ALL[number];
            view! { <b class="cell-name" data-cell=cell.key()>{cell.name()}</b> }.into_any()
        }
        Piece::Figure(number) => view! { <b class="figure">{number}</b> }.into_any(),
        Piece::Term(term) => view! { <em>{term}</em> }.into_any(),
        Piece::Link { label, to } if to.starts_with('#') => view! { <a href=to>{label}</a> }.into_any(),
        Piece::Link { label, to } => view! { <a href=to target="_blank" rel="noopener">{label}</a> }.into_any(),
        Piece::Formula(parts) => math().child(parts.into_iter().map(part).collect_view()).into_any(),
        Piece::Code(code) => view! { <code>{code}</code> }.into_any(),
        Piece::Stressed(word) => view! { <em>{word}</em> }.into_any(),
    }
}

/// A part of a formula.
fn part(of: Math) -> AnyView {
    match of {
        Math::Name(name) => mi().child(name).into_any(),
        Math::Number(number) => mn().child(number).into_any(),
        // A bracket is as tall as a letter: what stands in it is one line.
        Math::Sign(sign) => mo().attr("stretchy", "false").child(sign).into_any(),
        Math::Group(parts) => mrow().child(parts.into_iter().map(part).collect_view()).into_any(),
        Math::Indexed(base, low, high) => match (low, high) {
            (Some(low), Some(high)) => msubsup().child((part(*base), part(*low), part(*high))).into_any(),
            (Some(low), None) => msub().child((part(*base), part(*low))).into_any(),
            (None, Some(high)) => msup().child((part(*base), part(*high))).into_any(),
            (None, None) => part(*base),
        },
    }
}
