//! Figures that are drawn for paper alone: a map of shapes with what its colours mean, and charts side by side.

use std::convert::Infallible;

use plotters_backend::DrawingErrorKind;

use crate::chart::Chart;
use crate::layout::{Layout, Margins};
use crate::map::Map;
use crate::paths::Paths;
use crate::record::{Drawn, record};
use crate::render::draw;
use crate::{Axes, Palette};

/// What is drawn on paper, or the fault that a record can have: none.
type Shapes<T> = Result<T, DrawingErrorKind<Infallible>>;

/// A row of charts, and its size.
type Row = ((f64, f64), Vec<Drawn>);

/// Between charts that stand side by side.
const GAP: f64 = 16.0;
/// The room of a legend below a figure.
const LEGEND: f64 = 38.0;
/// A map with its axes, and below them what its colours mean.
///
/// # Errors
/// What the figure reports.
pub fn map_on_paper(map: &Map, axes: Axes, size: (f64, f64), palette: &Palette) -> Shapes<Vec<Drawn>> {
    let chart = axes.chart();
    let layout = Layout::new(&chart, (size.0, size.1 - LEGEND), false);
    record(size, |drawing| {
        // The map lies over the lines of its axes, as in the page.
        draw(drawing, &chart, &layout, palette)?;
        map.draw(drawing, (layout.from, layout.to), palette)?;
        map.legend.draw(drawing, (layout.from.0, size.1 - 20.0), palette)
    })
}

/// Paths over what fills their plane, and below them what its colours mean.
///
/// # Errors
/// What the figure reports.
pub fn paths_on_paper(paths: &Paths, size: (f64, f64), palette: &Palette) -> Shapes<Vec<Drawn>> {
    let own = (size.0, size.1 - LEGEND);
    let mut all = record(own, |drawing| paths.draw(drawing, true, None, palette))?;
    if let Some(map) = paths.shaded() {
        let at = (paths.layout(own).from.0, size.1 - 20.0);
        all.extend(record(size, |drawing| map.legend.draw(drawing, at, palette))?);
    }
    Ok(all)
}

/// How many charts stand side by side.
fn columns(charts: usize) -> usize {
    if matches!(charts, 3 | 5..) { 3 } else { charts.clamp(1, 2) }
}

/// Charts in rows, each of a height and below its headline: every row with its size. Their plots stand in line.
///
/// # Errors
/// What a chart reports.
pub fn beside(charts: &[Chart], width: f64, height: f64, palette: &Palette) -> Shapes<Vec<Row>> {
    let columns = columns(charts.len());
    let own = ((width - GAP * (columns - 1) as f64) / columns as f64, height);
    let margins = charts.iter().map(|chart| Margins::of(chart, own, true)).reduce(Margins::join);
    let row = |charts: &[Chart]| {
        let mut all = vec![];
        for (place, chart) in charts.iter().enumerate() {
            let margins = margins.unwrap_or_else(|| Margins::of(chart, own, true));
            let layout = Layout::with_margins(chart, own, true, margins);
            let drawn = record(own, |drawing| draw(drawing, chart, &layout, palette))?;
            all.extend(drawn.into_iter().map(|drawn| drawn.moved((place as f64 * (own.0 + GAP), 0.0))));
        }
        Ok(((width, height), all))
    };
    charts.chunks(columns).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::{Seeds, maps, seeds, seeds_extent};
    use crate::map::TONES;
    use crate::{Legend, Mark, Ramp, Rgb, Tones};
    use engine::trace::CellKind;

    fn palette() -> Palette {
        Palette { gradient: Ramp(vec![Rgb(0, 0, 0), Rgb(200, 0, 0)]), ..Palette::default() }
    }

    #[test]
    fn a_map_is_shapes_between_its_axes_and_says_what_its_colours_mean() {
        let ends = ["0", "½", "1"].map(str::to_owned);
        let legend = Legend { title: "slope".into(), ends, tones: Tones::Gradient };
        let map = Map::new(2, [Some(0.0), Some(0.0), None, Some(1.0)], legend);
        let words = ["a", "b"].map(str::to_owned);
        let drawn = map_on_paper(&map, maps::units(&words, 2), (400.0, 240.0), &palette()).unwrap();
        let rects: Vec<_> = drawn
            .iter()
            .filter_map(|own| if let Mark::Rect(from, to) = own.mark { Some((from, to)) } else { None })
            .collect();
        assert_eq!(rects.len(), 2 + TONES, "two of the map, whose equal neighbours are one, and those of the legend");
        assert!((rects[0].1.0 - rects[0].0.0) > 1.9 * (rects[1].1.0 - rects[1].0.0), "{rects:?}");
        let texts: Vec<_> =
            drawn.iter().filter_map(|own| if let Mark::Text(text) = &own.mark { Some(text) } else { None }).collect();
        assert!(texts.iter().any(|text| text.text == "slope") && texts.iter().any(|text| text.text == "a"));
        assert!(texts.iter().all(|text| text.room().1.1 <= 240.0 && text.room().1.0 <= 400.0));
    }

    #[test]
    fn charts_stand_side_by_side_with_their_names_and_lie_on_no_other() {
        let chart = |points: Vec<(f64, f64)>, name: &str| {
            let own = Seeds { cell: CellKind::Rnn, seeds: &[points] };
            Chart { headline: name.to_owned(), ..seeds(&own, &seeds_extent(&[own], 100)) }
        };
        let charts = [chart(vec![(10.0, 0.5)], "one"), chart(vec![], "two"), chart(vec![], "three")];
        let rows = beside(&charts, 680.0, 170.0, &palette()).unwrap();
        let [(size, drawn)] = &rows[..] else { panic!("{} rows", rows.len()) };
        assert_eq!(*size, (680.0, 170.0));
        let lefts: Vec<f64> = ["one", "two", "three"]
            .map(|name| {
                let own = drawn.iter().find_map(|own| match &own.mark {
                    Mark::Text(text) if text.text == name => Some(text.at.0),
                    _ => None,
                });
                own.unwrap()
            })
            .to_vec();
        assert!(lefts.windows(2).all(|pair| pair[1] - pair[0] > 200.0), "{lefts:?}");
        let rows = |count: usize| beside(&vec![charts[0].clone(); count], 680.0, 170.0, &palette()).unwrap().len();
        assert_eq!([1, 2, 3, 4, 5, 6, 7].map(rows), [1, 1, 1, 2, 2, 2, 3]);
    }
}
