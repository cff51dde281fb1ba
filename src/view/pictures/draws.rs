//! Many draws: what is left of the gradient in this draw of the weights, over a band of many others.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::Chart;
use figures::charts::{self, DrawsOf};
use kit::Popover;
use measure::Going as Of;
use measure::draws::Draws;
use words::laboratory::{self, words};

use super::going::Going;
use super::here::Here;
use crate::view::figure::ChartFigure;
use crate::view::keyed::CellChoice;
use crate::view::live::part;
use crate::view::rich::rich;

/// This draw and the others, of the cells that are shown; of those that are veiled this draw alone.
pub fn drawn(
    draws: &Draws,
    (focus, at): (CellKind, usize),
    shows: impl Fn(CellKind) -> bool,
    veils: impl Fn(CellKind) -> bool,
    words: &[String],
) -> Chart {
    let cells = CellKind::ALL.into_iter().enumerate().filter(|(_, cell)| shows(*cell));
    let of = |(n, cell): (usize, CellKind)| {
        let (bands, below) = if veils(cell) { (&[][..], &[][..]) } else { (&draws.bands[n][..], &draws.below[n][..]) };
        DrawsOf { cell, own: &draws.own[n], bands, below }
    };
    charts::draws(&cells.map(of).collect::<Vec<_>>(), draws.going.done, focus, words, at)
}

fn told(going: Of) -> String {
    laboratory::draws_going(going.done, going.all)
}

/// The picture.
#[component]
pub fn DrawsPicture(
    /// Its numbers.
    draws: Memo<Draws>,
) -> impl IntoView {
    let here: Here = expect_context();
    let [shows_cell, veils] = [Here::shows, Here::veils_draws].map(|of| move |cell| of(here, cell));
    let chart = here.chart(move |words| {
        draws.with(|draws| {
            let focus = (here.cell.get(), here.at.get().min(draws.read));
            drawn(draws, focus, shows_cell, veils, words)
        })
    });
    view! {
        {part(move || here.shows(CellKind::Lstm).then(|| view! { <CellChoice /> }))}
        <ChartFigure chart height=320.0 choose=here.choose() />
        <Going going=Signal::derive(move || draws.with(|draws| draws.going)) told />
        <p class="picture-about"><Popover word=words::page::words().about><p>{rich(words().draws_about)}</p></Popover></p>
    }
}
