//! A ruler of half-lives, of the LSTM's units and of the GRU's.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::Paths;
use figures::charts::{Distance, RuledOf, halflives};
use measure::halflives::{Begun, CELLS, Halflives, Ruled};
use words::laboratory::words;

use super::here::Here;
use crate::view::figure::PathsFigure;

/// The height of a row in CSS pixels.
const ROW: f64 = 40.0;
/// The height of what stands above the rows and below them.
const ROOM: f64 = 110.0;

/// The rows of the cells that are shown, along the way from a word to the loss.
pub fn ruler(own: &Halflives, shows: impl Fn(CellKind) -> bool, sequence: &[String]) -> Paths {
    let words = words();
    let names = [words.halflives_plain, words.halflives_one, words.halflives_chrono];
    let last = if own.is_trained { words.halflives_trained } else { words.halflives_lanes };
    let shown = CELLS.into_iter().zip(&own.cells).filter(|(cell, _)| shows(*cell));
    let rows = shown.flat_map(|(cell, Ruled { starts, lanes })| {
        // While other starts are left out their rows stay, empty.
        let starts =
            names.iter().enumerate().map(move |(n, name)| (*name, starts.get(n).map_or(&[][..], Vec::as_slice)));
        starts.chain([(last, &**lanes)]).map(move |(name, steps)| RuledOf { cell, name, steps })
    });
    let word = sequence.get(own.from).map_or("", String::as_str);
    halflives(&rows.collect::<Vec<_>>(), Distance { steps: own.distance(), word }, own.is_trained)
}

/// The picture.
#[component]
pub fn HalflivesPicture(
    /// Its numbers.
    halflives: Memo<Halflives>,
) -> impl IntoView {
    let here: Here = expect_context();
    let paths =
        Memo::new(move |_| here.words.with(|words| halflives.with(|own| ruler(own, |cell| here.shows(cell), words))));
    // A lesson may show one of the cells.
    let rows = CELLS.into_iter().filter(|cell| here.shows(*cell)).count() * (Begun::ALL.len() + 1);
    view! { <PathsFigure paths height=ROOM + ROW * rows as f64 /> }
}
