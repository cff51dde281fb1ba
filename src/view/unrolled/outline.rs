//! The outlines of a chain's parts, as the paths of a drawing. Many parts share one: a chain of five hundred steps has as many
//! elements as one of five.

use std::fmt::Write;

use figures::{Piece, Places, Rect, Way};

/// So many strengths are told apart: one path for each.
pub const LEVELS: usize = 16;

/// The error on its way back.
#[derive(Clone, PartialEq)]
pub struct Ribbons {
    /// For each road a path for each strength, the weakest first.
    pub levels: [Vec<String>; 2],
    /// What works against the rest, of both roads.
    pub against: String,
}

/// The strength that a level stands for.
pub fn strength(level: usize) -> f64 {
    (level as f64 + 0.5) / LEVELS as f64
}

/// The paths of all pieces.
pub fn ribbons(places: &Places, pieces: &[Piece]) -> Ribbons {
    let empty = || vec![String::new(); LEVELS];
    let mut all = Ribbons { levels: [empty(), empty()], against: String::new() };
    for piece in pieces {
        let level = ((piece.strength * LEVELS as f64) as usize).min(LEVELS - 1);
        let path = match piece.is_against {
            true => &mut all.against,
            false => &mut all.levels[usize::from(piece.way == Way::Through)][level],
        };
        let (y, Piece { from, to, earlier, later, .. }) = (places.road(piece.way), *piece);
        // Nothing can be said of a drawing that has no room for a line; a string always has.
        let _ = write!(
            path,
            "M{from:.2} {:.2}L{to:.2} {:.2}V{:.2}L{from:.2} {:.2}Z",
            y - earlier,
            y - later,
            y + later,
            y + earlier
        );
    }
    all
}

/// Rectangles as one path.
pub fn rects(all: impl Iterator<Item = Rect>) -> String {
    all.map(|Rect { x, y, width, height }| format!("M{x:.2} {y:.2}h{width:.2}v{height:.2}h-{width:.2}Z")).collect()
}

/// Rectangles with round corners as one path.
pub fn rounded(all: impl Iterator<Item = Rect>, radius: f64) -> String {
    all.map(|Rect { x, y, width, height }| {
        let r = radius.min(0.5 * width);
        let (w, h) = (width - 2.0 * r, height - 2.0 * r);
        let corner = |x: f64, y: f64| format!("a{r:.2} {r:.2} 0 0 1 {x:.2} {y:.2}");
        let corners = [corner(r, r), corner(-r, r), corner(-r, -r), corner(r, -r)];
        format!(
            "M{:.2} {y:.2}h{w:.2}{}v{h:.2}{}h-{w:.2}{}v-{h:.2}{}Z",
            x + r,
            corners[0],
            corners[1],
            corners[2],
            corners[3]
        )
    })
    .collect()
}

/// Wires with heads from left to right.
pub fn wires(all: impl Iterator<Item = ((f64, f64), f64)>) -> String {
    all.map(|((from, to), y)| {
        // Where there is little room, a head alone.
        let head = (to - from).min(6.0);
        format!(
            "M{from:.2} {:.2}H{:.2}v1.2H{from:.2}ZM{:.2} {:.2}L{to:.2} {y:.2}L{:.2} {:.2}Z",
            y - 0.6,
            to - head,
            to - head,
            y - 3.5,
            to - head,
            y + 3.5
        )
    })
    .collect()
}
