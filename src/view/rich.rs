//! Sentences and paragraphs from their typed pieces: `words::rich`.

use leptos::math::{math, mi, mn, mo, mrow, msub, msubsup, msup};
use leptos::prelude::*;

use course::lesson::Definition;
use engine::trace::CellKind;
use kit::Popover;
use words::rich::{Block, Math, Piece, pieces};

use super::live::text;

/// A sentence that is written in the form of `words::rich`.
pub fn rich(text: &str) -> AnyView {
    sentence(pieces(text), &[])
}

/// A sentence. A word of the glossary opens its meaning, if it is among the `terms`.
pub fn sentence(pieces: Vec<Piece>, terms: &[Definition]) -> AnyView {
    pieces.into_iter().map(|one| piece(one, terms)).collect_view().into_any()
}

/// Paragraphs and lists.
pub fn prose(blocks: Vec<Block>, terms: &[Definition]) -> AnyView {
    let block = |block| match block {
        Block::Paragraph(pieces) => view! { <p>{sentence(pieces, terms)}</p> }.into_any(),
        Block::List(items) => {
            let items = items.into_iter().map(|item| view! { <li>{sentence(item, terms)}</li> }).collect_view();
            view! { <ul>{items}</ul> }.into_any()
        }
    };
    blocks.into_iter().map(block).collect_view().into_any()
}

fn piece(piece: Piece, terms: &[Definition]) -> AnyView {
    match piece {
        Piece::Text(text) => text.into_any(),
        Piece::Cell(number) => {
            let cell = CellKind::ALL[number];
            view! { <b class="cell-name" data-cell=cell.key()>{cell.name()}</b> }.into_any()
        }
        Piece::Figure(number) => view! { <b class="figure">{number}</b> }.into_any(),
        Piece::Term(term) => match terms.iter().find(|own| own.term == term) {
            Some(definition) => defined(term, definition.clone()),
            None => view! { <em>{term}</em> }.into_any(),
        },
        Piece::Link { label, to } if to.starts_with('#') => view! { <a href=to>{label}</a> }.into_any(),
        Piece::Link { label, to } => view! { <a href=to target="_blank" rel="noopener">{label}</a> }.into_any(),
        Piece::Formula(parts) => math().child(parts.into_iter().map(part).collect_view()).into_any(),
        Piece::Code(code) => view! { <code>{code}</code> }.into_any(),
        Piece::Stressed(word) => view! { <em>{word}</em> }.into_any(),
    }
}

/// A word that opens what it means.
fn defined(term: String, Definition { heading, text: meaning, .. }: Definition) -> AnyView {
    view! {
        <Popover word=text(move || term.clone())>
            <b>{heading}</b>
            " "
            {sentence(meaning, &[])}
            " "
            <a href="#view=reference&page=glossary">{words::lesson::words().glossary}</a>
        </Popover>
    }
    .into_any()
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
