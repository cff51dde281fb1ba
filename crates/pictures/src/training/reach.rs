//! The gradient's reach: as a map, and in words.

use super::extent::Extent;
use crate::map::map;
use learn::training::Session;
use words::fill;
use words::format;
use words::training::words;

/// Decades that the map of the gradient's reach has colours for.
pub const DECADES: i32 = 6;
/// Steps back that the map of the gradient's reach has rows for.
const ROWS: usize = 64;
/// Most columns that the map is drawn with.
const MOST_COLUMNS: usize = 1000;

/// The map of the gradient's reach: a column a look, the last step at the bottom.
pub fn reach(session: &Session, extent: Extent) -> String {
    let steps = (session.setup.task().steps)(&session.setup.level);
    let rows = steps.min(ROWS);
    // As far as the axis of the loss: what is to come is empty.
    let columns = (extent.steps / session.record.reach.every.max(1)).clamp(1, MOST_COLUMNS);
    let columns = columns.max(session.record.reach.columns.len());
    let level = |row: usize, column: usize| {
        let back = (rows - 1 - row) * steps / rows;
        let log = session.record.reach.columns.get(column).and_then(|c| c.get(back)).copied();
        log.map_or(f64::NAN, |log| if log.is_nan() { f64::NAN } else { 1.0 + f64::from(log) / f64::from(DECADES) })
    };
    map(
        false,
        columns,
        (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))).map(|(r, c)| level(r, c)),
    )
}

/// How much of the gradient is left at the first step, in words.
pub fn left(session: &Session) -> String {
    let columns = &session.record.reach.columns;
    let (Some(first), Some(last)) = (columns.first().and_then(|c| c.last()), columns.last().and_then(|c| c.last()))
    else {
        return String::new();
    };
    let words = words();
    let share = |log: f32| {
        let share = 10_f64.powf(f64::from(log));
        if !log.is_finite() || log < -(DECADES as f32) {
            fill(words.less_than, &[("least", &format::decade(-DECADES))])
        } else if share > 1.0 {
            // Where there is a loss at every step, or where it explodes.
            fill(words.times_as_large, &[("times", &format::short(share))])
        } else if share < 0.01 {
            format::number(share)
        } else {
            format::percent(share)
        }
    };
    let back = ((session.setup.task().steps)(&session.setup.level) - 1).to_string();
    let pairs = [("cell", session.cell.name()), ("n", &back), ("before", &share(*first)), ("now", &share(*last))];
    fill(words.is_left, &pairs)
}
