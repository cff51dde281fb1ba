//! One run beside another: how much of the gradient is left with each, and how large the hidden states are.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::Chart;
use figures::charts::{Beside, Over, sides_left, sides_length};
use measure::compare::Side;

use super::here::Here;
use crate::view::figure::ChartFigure;

/// What the two runs are called, the first and the second.
pub type Names = [String; 2];

/// Makes one of the two charts.
type Make = fn(&[Beside; 2], &Over) -> Chart;

/// A chart of two runs.
#[component]
pub fn Sides(
    /// Their numbers.
    #[prop(into)]
    sides: Signal<[Side; 2]>,
    /// What they are called.
    #[prop(into)]
    names: Signal<Names>,
    /// The cell of the second.
    #[prop(into)]
    cell: Signal<CellKind>,
    /// Whether it is of the size of the hidden states; else of how much of the gradient is left.
    #[prop(optional)]
    lengths: bool,
) -> impl IntoView {
    let here: Here = expect_context();
    let make: Make = if lengths { sides_length } else { sides_left };
    let chart = here.chart(move |words| {
        sides.with(|sides| {
            names.with(|names| {
                let of = |place: usize| Beside {
                    name: &names[place],
                    reach: &sides[place].reach,
                    lengths: &sides[place].lengths,
                };
                let over = Over { cell: cell.get(), words, read: sides[0].read, at: here.at.get() };
                make(&[of(0), of(1)], &over)
            })
        })
    });
    view! { <ChartFigure chart height=if lengths { 190.0 } else { 260.0 } choose=here.choose() /> }
}
