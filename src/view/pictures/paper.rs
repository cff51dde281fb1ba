//! The pictures that lessons show, on a lesson's sheet: each as its first figure, in shapes.

use figures::charts::maps;
use figures::{Chart, Drawn, Layout, Map, Palette, Paths, draw, map_on_paper, paths_on_paper, record};

use engine::trace::CellKind;
use measure::Measured;

use super::{after, chain, saturation, unit};

/// A picture's first figure.
pub struct Printed {
    /// What is seen, as a sentence.
    pub headline: String,
    figure: Figure,
}

/// What it is.
enum Figure {
    Chart(Chart),
    /// Whose columns are words, and its rows units.
    Map(Map, Vec<String>),
    Paths(Paths),
}

/// The figure of a picture's numbers, with the cells that a lesson has come to, over the words of its sequence; none of a
/// picture that no lesson shows.
pub fn printed(measured: &Measured, cells: &[CellKind], words: &[String]) -> Option<Printed> {
    match measured {
        Measured::Chain(chains) => {
            let chart = chain::together(chains, |cell| cells.contains(&cell), words);
            Some(Printed { headline: chart.headline.clone(), figure: Figure::Chart(chart) })
        }
        Measured::After(own) => {
            let chart = after::left(own, |cell| cells.contains(&cell), words);
            Some(Printed { headline: chart.headline.clone(), figure: Figure::Chart(chart) })
        }
        Measured::Saturation(own) => {
            let figure = Figure::Map(saturation::slopes(own), words.to_vec());
            Some(Printed { headline: saturation::told(own), figure })
        }
        Measured::Unit(own) => {
            let paths = unit::surface(own);
            Some(Printed { headline: paths.headline.clone(), figure: Figure::Paths(paths) })
        }
        _ => None,
    }
}

impl Printed {
    /// Its shapes in a size; none where it cannot be drawn.
    pub fn shapes(&self, size: (f64, f64), palette: &Palette) -> Option<Vec<Drawn>> {
        let shapes = match &self.figure {
            Figure::Chart(chart) => {
                let layout = Layout::new(chart, size, false);
                record(size, |drawing| draw(drawing, chart, &layout, palette))
            }
            Figure::Map(map, words) => map_on_paper(map, maps::units(words, map.height), size, palette),
            Figure::Paths(paths) => paths_on_paper(paths, size, palette),
        };
        shapes.ok()
    }
}
