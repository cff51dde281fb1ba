//! The chain: how far the steps together stretch a gradient, and how far each does alone.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::Chart;
use figures::charts::{ChainOf, chain, factors};
use measure::chain::Chains;
use words::fill;
use words::laboratory::words;

use super::here::Here;
use crate::view::figure::ChartFigure;
use crate::view::live::part;
use crate::view::rich::rich;

/// How far the steps together stretch a gradient, of the cells that are shown.
pub fn together(Chains { at, chains, .. }: &Chains, shows: impl Fn(CellKind) -> bool, words: &[String]) -> Chart {
    let shown = CellKind::ALL.into_iter().zip(chains).filter(|(cell, _)| shows(*cell));
    let of = shown.map(|(cell, own)| ChainOf {
        cell,
        norm: &own.log_norm,
        mean: &own.log_mean,
        cell_norm: &own.log_cell_norm,
    });
    chain(&of.collect::<Vec<_>>(), words, *at)
}

/// The picture.
#[component]
pub fn ChainPicture(
    /// Its numbers.
    chains: Memo<Chains>,
) -> impl IntoView {
    let here: Here = expect_context();
    let [all, each] = [here.in_turn(chains), here.in_turn(chains)];
    let together = here.chart(move |labels| all.with(|chains| together(chains, |cell| here.shows(cell), labels)));
    let alone = here.chart(move |labels| {
        each.with(|Chains { at, chains, .. }| {
            let shown = CellKind::ALL.into_iter().zip(chains).filter(|(cell, _)| here.shows(*cell));
            let cells = shown.map(|(cell, own)| (cell, &*own.factor));
            factors(&cells.collect::<Vec<_>>(), here.cell.get(), labels, *at)
        })
    });
    let how = Memo::new(move |_| fill(words().factor_how, &[("cell", here.cell.get().name())]));
    view! {
        <ChartFigure chart=together height=320.0 choose=here.choose() />
        <p class="read">{part(move || rich(&how.get()))}</p>
        <ChartFigure chart=alone height=230.0 choose=here.choose() />
    }
}
