//! The triangle: as if a loss were read at every step, how much each of them contributes to the gradient at
//! each state.

use measure::Scene;
use measure::triangle::Triangle;
use words::fill;
use words::format;

use crate::html::{cells, percent, table};
use crate::map::map;
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 4] = ["triangle-cells", "triangle-map", "triangle-told", "triangle-table"];

/// The map, what it says at the step in focus, and that state's column as a table.
pub fn draw(scene: &Scene, triangle: &Triangle) -> Vec<String> {
    let words = words();
    let Triangle { losses, shares, .. } = triangle;
    let steps = scene.sequence.steps();
    let levels = shares.iter().flat_map(|row| {
        (0..steps).map(|t| row.get(t).map_or(f64::NAN, |share| f64::midpoint(1.0, share.clamp(-1.0, 1.0))))
    });
    let at = scene.state.focus.step;
    let step = (at + 1).to_string();
    let told = [("t", step.as_str()), ("own", &percent(triangle.own(at))), ("half", &triangle.later(at).to_string())];
    let head = [words.loss_at.to_owned(), fill(words.share, &[("t", &step)])];
    let column = losses.iter().zip(shares).filter(|(s, _)| **s >= at);
    let rows = column.map(|(s, row)| vec![(s + 1).to_string(), format::number(row[at])]);
    vec![
        cells(scene.state.focus.cell),
        map(true, steps, levels),
        format!("<p class=\"read\">{}</p>", fill(words.triangle_reach, &told)),
        table(&head, rows),
    ]
}
