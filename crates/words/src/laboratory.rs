//! The texts of the laboratory's pictures, in the form of [`rich`](crate::rich).

use crate::format;

prose!("laboratory");

/// A share of a gradient; a dash where there is none to share.
fn part(share: f64) -> String {
    if share.is_finite() { format::percent(share) } else { "–".to_owned() }
}

messages! {
    after_lane(cell: &str, n: usize => counted, step: usize, word: &str, low: &str, high: &str);
    after_lane_at(unit: usize, step: usize, word: &str, state: f64 => format::number, gate: f64 => format::percent);
    brackets_unknown(found: &str);
    brackets_unopened(place: usize => counted);
    brackets_long(found: usize => counted, most: usize => counted);
    brackets_going(n: usize => counted, all: usize => counted);
    brackets_ranked(unit: usize, r: &str);
    brackets_goes_with(followed: &str);
    kept_answer(cell: &str, before: &str, after: &str);
    probe_going(share: f64 => format::percent);
    probe_stopped(share: f64 => format::percent);
    draws_going(n: usize => counted, all: usize => counted);
    triangle_reach(t: usize, own: f64 => part, later: usize => counted);
    triangle_share(t: usize, state: &str, s: usize, loss: &str, share: f64 => part);
    triangle_later(t: usize, state: &str, s: usize, loss: &str);
    values_zero(n: usize => counted, all: usize => counted);
    off(share: f64 => format::percent);
    saturated(share: f64 => format::percent);
    slope_at(unit: usize, t: usize, word: &str, slope: f64 => format::number);
    triangle_table(t: usize);
    slope_table(t: usize);
    bins_table(t: usize);
    slope_column(t: usize);
    units_column(t: usize);
    range(from: &str, to: &str);
    most_units(t: usize, word: &str, count: usize => counted, name: &str, from: &str, to: &str);
    histogram_shade(name: &str);
    unit_told(w: &str, b: &str, rate: f64 => format::number, steepest: f64 => format::number, plain: &str, clip: f64 => format::number, clipped: &str);
    latch_keeps(w: f64 => format::number, n: usize => counted, h: f64 => format::number, fixed: f64 => format::number, slope: f64 => format::number);
    latch_forgets(w: f64 => format::number, n: usize => counted, h: f64 => format::number, slope: f64 => format::number);
    space_arrows(n: usize);
    space_at(h1: &str, h2: &str);
    fork_keeps(slope: &str, ten: &str);
    edit_count(n: usize => counted);
    edit_by_hand(name: &str);
    edit_drag(name: &str);
    why_place(name: &str, t: usize, unit: usize);
    why_gradient(name: &str);
    why_of_unit(unit: usize);
    why_is(name: &str, number: &str);
    why_weighted(weight: &str);
    why_rest(n: usize => counted);
    why_input(token: &str);
    data_one_cell(found: &str);
    data_wide(line: usize, n: usize => counted, most: usize);
    data_blank(line: usize, column: &str);
    data_infinite(line: usize, column: &str, found: &str);
    data_large(line: usize, column: &str, found: &str);
    data_comma(line: usize, column: &str, found: &str);
    data_text(line: usize, column: &str, found: &str);
    data_taken(name: &str, encoding: &str);
    data_unproved(cell: &str, read: f64 => format::exact, other: f64 => format::exact);
    data_one_or_two(line: &str);
    data_long(n: usize => counted, most: usize);
    scan_how(unit: usize);
    scan_length(n: usize => counted);
    units_at(count: usize => counted, from: &str, to: &str, t: usize, word: &str);
    data_ragged(line: usize, n: usize, expected: usize);
    data_short(n: usize, least: usize);
    data_rounded(n: usize);
    data_read(rows: usize, columns: usize, steps: usize);
    share_at(t: usize);
    share_at_unit(t: usize, unit: &str);
    column_of(cell: &str, what: &str);
    column_of_unit(cell: &str, what: &str, unit: &str);
    column_named(number: usize, name: &str);
    in_turn_and_scan(in_turn: &str, scan: &str);
}

/// What is counted or timed step by step, and by a scan.
#[must_use]
pub fn scan_both([in_turn, scan]: &[String; 2]) -> String {
    in_turn_and_scan(in_turn, scan)
}

/// Of the triangle's table: what a column holds. The unit may be none.
#[must_use]
pub fn triangle_column(t: usize, unit: &str) -> String {
    if unit.is_empty() { share_at(t) } else { share_at_unit(t, unit) }
}

/// Of the numbers behind the pictures: the head of a cell's column. The unit may be none.
#[must_use]
pub fn table_column(cell: &str, what: &str, unit: &str) -> String {
    if unit.is_empty() { column_of(cell, what) } else { column_of_unit(cell, what, unit) }
}

/// Of a person's table: a column by its number, and by its name if it has one.
#[must_use]
pub fn data_column(number: usize, name: Option<&str>) -> String {
    name.map_or_else(|| number.to_string(), |name| column_named(number, name))
}

/// A letter with a number below it: `x₁₂`.
#[must_use]
pub fn numbered(letter: &str, n: usize) -> String {
    let below = |digit: char| digit.to_digit(10).and_then(|digit| char::from_u32('₀' as u32 + digit)).unwrap_or(digit);
    letter.chars().chain(n.to_string().chars().map(below)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_counted() {
        assert_eq!(
            data_read(11, 1, 10),
            "11\u{a0}rows, 1\u{a0}column → 10\u{a0}steps: the last row is only predicted."
        );
        assert_eq!(data_read(5, 2, 4), "5\u{a0}rows, 2\u{a0}columns → 4\u{a0}steps: the last row is only predicted.");
        assert_eq!(data_short(1, 5), "Found 1\u{a0}row of numbers, expected at least 5. Add rows.");
        assert_eq!(data_rounded(1), "1\u{a0}number is kept to 15 digits, not exactly.");
        assert_eq!(data_rounded(3), "3\u{a0}numbers are kept to 15 digits, not exactly.");
        assert_eq!(data_column(2, None), "2");
        assert_eq!(data_column(2, Some("sales")), "2 (“sales”)");
        let column = data_column(1, Some("x"));
        for told in [
            data_infinite(3, &column, "NaN"),
            data_large(3, &column, "NaN"),
            data_comma(3, &column, "NaN"),
            data_text(3, &column, "NaN"),
        ] {
            assert!(told.starts_with("Line 3, column 1 (“x”): found “NaN”, expected a "), "{told}");
        }
        assert!(data_blank(3, &column).starts_with("Line 3, column 1 (“x”): found nothing"));
        assert!(data_wide(1, 161, 160).starts_with("Line 1: found 161\u{a0}columns, expected at most 160."));
        assert_eq!(data_long(1612, 500), "Found 1\u{202f}612 rows: the first 500 are used.");
        assert_eq!(why_rest(1), "the other 1\u{a0}unit together");
        assert_eq!(numbered("x", 120), "x₁₂₀");
        assert_eq!(table_column("GRU", "‖h‖", ""), "GRU: ‖h‖");
        assert!(data_ragged(4, 1, 2).starts_with("Line 4: found 1\u{a0}column, expected 2, as in the first line."));
    }
}
