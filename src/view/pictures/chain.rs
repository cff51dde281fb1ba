//! The chain: how far the steps together stretch a gradient, and how far each does alone.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::charts::{ChainOf, chain, factors};
use measure::chain::Chains;

use super::here::Here;
use crate::view::figure::ChartFigure;

/// The picture.
#[component]
pub fn ChainPicture(
    /// Its numbers.
    chains: Memo<Chains>,
) -> impl IntoView {
    let here: Here = expect_context();
    let together = here.chart(move |labels| {
        chains.with(|Chains { at, chains, .. }| {
            let of = CellKind::ALL.into_iter().zip(chains).map(|(cell, own)| ChainOf {
                cell,
                norm: &own.log_norm,
                mean: &own.log_mean,
                cell_norm: &own.log_cell_norm,
            });
            chain(&of.collect::<Vec<_>>(), labels, *at)
        })
    });
    let alone = here.chart(move |labels| {
        let cell = here.cell.get();
        let place = CellKind::ALL.iter().position(|own| *own == cell).unwrap_or_default();
        chains.with(|Chains { at, chains, .. }| factors(cell, &chains[place].factor, labels, *at))
    });
    view! {
        <ChartFigure chart=together height=320.0 choose=here.choose() />
        <ChartFigure chart=alone height=190.0 choose=here.choose() />
    }
}
