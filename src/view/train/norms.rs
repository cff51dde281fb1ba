//! The gradient's norm over the steps of training, folded until it is wanted.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::charts::{NormsOf, norms};
use kit::Disclosure;
use measure::training::Norms;
use words::training::words;

use super::loss::Axes;
use crate::view::figure::ChartFigure;
use crate::view::live::part;
use crate::view::store::Store;

/// The norm before clipping and after it.
#[component]
pub fn NormsFigure(
    /// The cell.
    cell: CellKind,
) -> impl IntoView {
    let store: Store = expect_context();
    let axes: Axes = expect_context();
    let open = RwSignal::new(false);
    let figure = move || {
        let chart = Memo::new(move |_| {
            let draw = |cell: CellKind, own: &Norms| {
                let Norms { before, most, clip, clipped } = own;
                axes.extent
                    .with(|steps| norms(&NormsOf { cell, before, clip: *clip, most: *most, clipped: *clipped }, steps))
            };
            let none = Norms { before: vec![], most: 0.0, clip: 0.0, clipped: 0.0 };
            let all = CellKind::ALL.map(|cell| {
                let lane = store.training.lanes[cell as usize];
                lane.with(|lane| draw(cell, lane.as_ref().map_or(&none, |lane| &lane.norms)))
            });
            all[cell as usize].clone().beside(&all)
        });
        view! { <ChartFigure chart height=150.0 /> }
    };
    view! {
        <Disclosure label=words().norms open>
            {part(move || open.get().then(figure))}
        </Disclosure>
    }
}
