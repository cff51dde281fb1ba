//! The runs of a paper as figures, along the axes of its claim.

use leptos::prelude::*;

use course::results::{Column, Plot};
use figures::Chart;
use figures::charts::{NetworkOf, RedoneOf, redone};
use words::plots::words;

use crate::view::figure::ChartFigure;

/// How high a figure is, in CSS pixels: by itself, and where two stand one below the other.
const HEIGHTS: (f64, f64) = (300.0, 240.0);

/// The figures. They stay while the runs that they show change.
#[component]
pub fn Plots(
    /// What they show; none before it has come.
    plots: Memo<Vec<Plot>>,
) -> impl IntoView {
    let number = Memo::new(move |_| plots.with(Vec::len));
    let height = move || if number.get_untracked() > 1 { HEIGHTS.1 } else { HEIGHTS.0 };
    let figure = move |place: usize| {
        // A figure that is gone for a moment keeps its last runs.
        let chart = Memo::new(move |last: Option<&Option<Chart>>| {
            let now = plots.with(|plots| plots.get(place).map(chart));
            now.or_else(|| last.cloned().flatten())
        });
        let first = chart.get_untracked()?;
        let chart = Signal::derive(move || chart.get().unwrap_or_else(|| first.clone()));
        Some(view! { <ChartFigure chart height=height() /> })
    };
    view! {
        <div class="paper-plots">
            <For each=move || 0..number.get() key=|place| *place children=figure />
            <p class="how">{words().how}</p>
        </div>
    }
}

fn chart(plot: &Plot) -> Chart {
    fn column(own: &Column) -> NetworkOf<'_> {
        NetworkOf { name: &own.name, cell: own.cell, seeds: &own.seeds }
    }
    let columns: Vec<NetworkOf> = plot.columns.iter().map(column).collect();
    redone(&RedoneOf {
        along: plot.along,
        shows: plot.shows,
        of: plot.of.as_deref(),
        columns: &columns,
        mark: plot.mark,
    })
}
