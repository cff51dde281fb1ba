//! The pictures that lessons show, on a lesson's sheet: each as its first figure, in shapes.

use figures::charts::maps;
use figures::{Chart, Drawn, Layout, Map, Palette, Paths, draw, map_on_paper, paths_on_paper, record};

use course::lesson::{Setting, Veil};
use measure::Measured;
use measure::space::Space;

use super::{after, chain, draws, fork, halflives, kept, saturation, space, unit};

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

/// The figure of a picture's numbers, with the cells that a step has come to and without what its question veils, over
/// the words of its sequence; none of a picture that no lesson shows.
pub fn printed(measured: &Measured, setting: &Setting, words: &[String]) -> Option<Printed> {
    let cells = setting.level.cells();
    let shows = |cell| cells.contains(&cell);
    match measured {
        Measured::Chain(chains) => {
            let chart = chain::together(chains, shows, words);
            Some(Printed { headline: chart.headline.clone(), figure: Figure::Chart(chart) })
        }
        Measured::After(own) => {
            let chart = after::left(own, shows, words);
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
        Measured::Halflives(own) => {
            let paths = halflives::ruler(own, shows, words);
            Some(Printed { headline: paths.headline.clone(), figure: Figure::Paths(paths) })
        }
        Measured::Fork(own) => {
            let paths = fork::states(own);
            Some(Printed { headline: paths.headline.clone(), figure: Figure::Paths(paths) })
        }
        Measured::Space(Space::Units(own)) => {
            let paths = space::plane(own);
            Some(Printed { headline: paths.headline.clone(), figure: Figure::Paths(paths) })
        }
        Measured::Kept(own) => {
            let veils = |cell| setting.veils.contains(&Veil::Kept { cell });
            let chart = kept::moved(own, own.cell, shows, veils, words);
            Some(Printed { headline: chart.headline.clone(), figure: Figure::Chart(chart) })
        }
        Measured::Draws(own) => {
            let veils = |cell| setting.veils.contains(&Veil::Draws { cell });
            let chart = draws::drawn(own, own.focus, shows, veils, words);
            Some(Printed { headline: chart.headline.clone(), figure: Figure::Chart(chart) })
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
