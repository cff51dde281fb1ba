//! Cuts lines to a rectangle.

/// A place in CSS pixels.
type Place = (f64, f64);

/// The parts of a line that lie inside a rectangle.
#[must_use]
pub fn inside(points: &[Place], (low, high): (Place, Place)) -> Vec<Vec<Place>> {
    let mut pieces: Vec<Vec<Place>> = Vec::new();
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        // The stretch of the way, from 0 to 1, that is inside of all four edges (Liang and Barsky).
        let edges = [(-dx, from.0 - low.0), (dx, high.0 - from.0), (-dy, from.1 - low.1), (dy, high.1 - from.1)];
        let (mut first, mut last) = (0.0_f64, 1.0_f64);
        for (way, room) in edges {
            if way == 0.0 {
                if room < 0.0 {
                    last = -1.0;
                }
            } else if way < 0.0 {
                first = first.max(room / way);
            } else {
                last = last.min(room / way);
            }
        }
        if first > last {
            continue;
        }
        let at = |share: f64| (from.0 + dx * share, from.1 + dy * share);
        let end = if last >= 1.0 { to } else { at(last) };
        match pieces.last_mut() {
            Some(piece) if first <= 0.0 && piece.last() == Some(&from) => piece.push(end),
            _ => pieces.push(vec![if first <= 0.0 { from } else { at(first) }, end]),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_at_the_edge_and_begins_there_again() {
        let edges = ((0.0, 0.0), (30.0, 10.0));
        let pieces = inside(&[(0.0, 5.0), (10.0, 15.0), (20.0, 5.0), (30.0, 5.0)], edges);
        assert_eq!(pieces, [vec![(0.0, 5.0), (5.0, 10.0)], vec![(15.0, 10.0), (20.0, 5.0), (30.0, 5.0)]]);
    }
}
