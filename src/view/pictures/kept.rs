//! Kept or learnable: how far the last state moves when one step reads something else, and what a probe finds in it, beside the
//! gradient that is left.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::Chart;
use figures::charts::{self, KeptOf, found};
use kit::Popover;
use measure::Going as Of;
use measure::kept::{Instead, Kept, Swapped};
use words::format::{Digits, Group, Measure};
use words::laboratory::{self, words};

use super::going::Going;
use super::here::Here;
use crate::view::figure::ChartFigure;
use crate::view::keyed::CellChoice;
use crate::view::live::{part, shows, text};
use crate::view::rich::rich;

/// The most digits of an answer.
const MOST_DIGITS: usize = 6;

/// How far the last state moves, of the cells that are shown; of those that are veiled the gradient alone.
pub fn moved(
    kept: &Kept,
    focus: CellKind,
    shows: impl Fn(CellKind) -> bool,
    veils: impl Fn(CellKind) -> bool,
    words: &[String],
) -> Chart {
    let cells = CellKind::ALL.into_iter().enumerate().filter(|(_, cell)| shows(*cell));
    let of = |(n, cell): (usize, CellKind)| {
        let moved = if veils(cell) { &[][..] } else { &kept.moved[n] };
        KeptOf { cell, kept: moved, left: &kept.left[n] }
    };
    let instead = kept.swapped[focus as usize].as_ref().map(|own| match &own.instead {
        Instead::Word(other) => charts::Instead::Word(other),
        Instead::Opposite => charts::Instead::Opposite,
        Instead::Ones => charts::Instead::Ones,
    });
    charts::moved(&cells.map(of).collect::<Vec<_>>(), focus, instead, words, kept.at)
}

/// What a probe finds, of the cells that are shown; of those that are veiled, and before all is worked out, the gradient alone.
fn probed(
    kept: &Kept,
    focus: CellKind,
    shows: impl Fn(CellKind) -> bool,
    veils: impl Fn(CellKind) -> bool,
    words: &[String],
) -> Chart {
    let cells = CellKind::ALL.into_iter().enumerate().filter(|(_, cell)| shows(*cell));
    let of = |(n, cell): (usize, CellKind)| {
        let found = kept.found.as_ref().filter(|_| !veils(cell)).map_or(&[][..], |found| &found[n]);
        KeptOf { cell, kept: found, left: &kept.left[n] }
    };
    found(&cells.map(of).collect::<Vec<_>>(), focus, words, kept.at)
}

/// What becomes of the answer of the cell in focus.
fn answer(kept: &Kept, cell: CellKind) -> String {
    let place = cell as usize;
    let (before, after) = match (&kept.answers[place], &kept.swapped[place]) {
        (_, None) => return words().kept_none.to_owned(),
        (None, Some(_)) => return String::new(),
        (Some(before), Some(Swapped { answer, .. })) => (before, answer),
    };
    let group = Group::new(Measure::Number, [*before, *after]);
    let write = |digits| [before, after].map(|x| group.write(*x, Digits::Significant(digits)));
    // As many digits as it takes to see that it changes.
    let [before, after] = (3..=MOST_DIGITS).map(write).find(|[a, b]| a != b).unwrap_or_else(|| write(3));
    laboratory::kept_answer(cell.name(), &before, &after)
}

fn told(going: Of) -> String {
    match going {
        going if going.is_done() => words().probe_done.to_owned(),
        going if going.is_stopped => laboratory::probe_stopped(going.share()),
        going => laboratory::probe_going(going.share()),
    }
}

/// The picture.
#[component]
pub fn KeptPicture(
    /// Its numbers.
    kept: Memo<Kept>,
) -> impl IntoView {
    let here: Here = expect_context();
    let [first, second] = [here.in_turn(kept), here.in_turn(kept)];
    let [shows_cell, veils] = [Here::shows, Here::veils_kept].map(|of| move |cell| of(here, cell));
    let moved = here.chart(move |words| first.with(|kept| moved(kept, here.cell.get(), shows_cell, veils, words)));
    let found = here.chart(move |words| second.with(|kept| probed(kept, here.cell.get(), shows_cell, veils, words)));
    let answer = text(move || {
        let cell = here.cell.get();
        if veils(cell) { String::new() } else { kept.with(|kept| answer(kept, cell)) }
    });
    let about = words::page::words().about;
    view! {
        {part(move || here.shows(CellKind::Lstm).then(|| view! { <CellChoice /> }))}
        <ChartFigure chart=moved height=300.0 choose=here.choose() />
        <p class="read kept-answer" use:shows=answer></p>
        <p class="picture-about"><Popover word=about><p>{rich(words().kept_about)}</p></Popover></p>
        <h4>{words().probe_title}</h4>
        <p class="read">{rich(words().probe_how)}</p>
        <Going going=Signal::derive(move || kept.with(|kept| kept.going)) told />
        <ChartFigure chart=found height=260.0 choose=here.choose() />
        <p class="picture-about"><Popover word=about><p>{rich(words().probe_about)}</p></Popover></p>
    }
}
