//! The texts of the laboratory's pictures, in the form of [`rich`](crate::rich).

use crate::format;
use crate::nouns::{COLUMN, IS, NUMBER, ROW, STEP, UNIT};

prose!("laboratory");

/// A share of a gradient; a dash where there is none to share.
fn part(share: f64) -> String {
    if share.is_finite() { format::percent(share) } else { "–".to_owned() }
}

fn steps(n: usize) -> String {
    STEP.counted(n)
}

fn units(n: usize) -> String {
    UNIT.counted(n)
}

fn columns(n: usize) -> String {
    COLUMN.counted(n)
}

messages! {
    after_lane(cell: &str, n: usize => units, step: usize, word: &str, low: &str, high: &str): "{cell}: {n}, states from {low} to {high} at step {step}, “{word}”";
    after_lane_at(unit: usize, step: usize, word: &str, state: f64 => format::number, gate: f64 => format::percent): "Unit {unit}, step {step} “{word}”: state {state}; {gate} of the old state is kept";
    brackets_unknown(found: &str): "The networks do not know “{found}”: they read the letters a to z, ( ) and double quotes.";
    brackets_unopened(place: usize => format::count): "Character {place} closes a bracket, but none is open.";
    brackets_long(found: usize => format::count, most: usize => format::count): "{found} characters; {most} have room.";
    brackets_going(n: usize => format::count, all: usize => format::count): "{n} of {all} tests";
    brackets_ranked(unit: usize, r: &str): "unit {unit}: {r}";
    brackets_goes_with(followed: &str): "{followed}: the units whose correlation with it is largest";
    kept_answer(cell: &str, before: &str, after: &str): "The {cell}’s answer v·h goes from {before} to {after}.";
    probe_going(share: f64 => format::percent): "{share} worked out";
    probe_stopped(share: f64 => format::percent): "Stopped at {share}";
    draws_going(n: usize => format::count, all: usize => format::count): "{n} of {all} draws";
    triangle_reach(t: usize, own: f64 => part, later: usize => steps): "At step {t}, {own} of the gradient comes from the loss at that very step; half of it comes from losses up to {later} later.";
    triangle_share(t: usize, state: &str, s: usize, loss: &str, share: f64 => part): "Step {t} “{state}”: {share} of the gradient comes from the loss at step {s} “{loss}”";
    triangle_later(t: usize, state: &str, s: usize, loss: &str): "The loss at step {s} “{loss}” comes before step {t} “{state}” and does not depend on it";
    values_zero(n: usize => format::count, all: usize => format::count): "{n} of {all} are 0: the step is singular.";
    off(share: f64 => format::percent): "{share} of all units and steps are off: the slope of ReLU is 0 where its input is not above 0, and 1 elsewhere.";
    saturated(share: f64 => format::percent): "{share} of all units and steps are saturated: slope below 36 % of the largest (a gate below 0.1 or above 0.9; a tanh beyond ±0.8).";
    slope_at(unit: usize, t: usize, word: &str, slope: f64 => format::number): "Unit {unit}, step {t} “{word}”: slope {slope} of the largest";
    triangle_table(t: usize): "What each loss adds to the gradient at step {t}";
    slope_table(t: usize): "The slope of every unit at step {t}";
    bins_table(t: usize): "How many units have each value at step {t}";
    slope_column(t: usize): "slope at step {t}, of the largest";
    units_column(t: usize): "units at step {t}";
    range(from: &str, to: &str): "{from} to {to}";
    most_units(t: usize, word: &str, count: usize => units, name: &str, from: &str, to: &str): "{name}: at step {t} “{word}” the most common values are from {from} to {to} ({count})";
    histogram_shade(name: &str): "{name}: how many units have each value";
    unit_told(w: &str, b: &str, rate: f64 => format::number, steepest: f64 => format::number, plain: &str, clip: f64 => format::number, clipped: &str): "40 gradient steps from w = {w}, b = {b}, at rate {rate}. Dashed: gradients as they are; the longest is {steepest}, and the last error is {plain}. Solid: any gradient longer than {clip} is shortened to that; the last error is {clipped}.";
    latch_keeps(w: f64 => format::number, n: usize => steps, h: f64 => format::number, fixed: f64 => format::number, slope: f64 => format::number): "w = {w}: after {n} h = {h}, near ±{fixed}. ∂h/∂h₀ = {slope}: the sign of h₀ is kept, and a small change of h₀ no longer reaches h.";
    latch_forgets(w: f64 => format::number, n: usize => steps, h: f64 => format::number, slope: f64 => format::number): "w = {w}: after {n} h = {h}. Everything falls to 0; ∂h/∂h₀ = {slope}.";
    space_arrows(n: usize): "Arrows are drawn at 1/{n} of the length of a step.";
    space_at(h1: &str, h2: &str): "h₁ = {h1}, h₂ = {h2}";
    fork_keeps(slope: &str, ten: &str): "Where h rests, one step keeps {slope} of a gradient, and ten steps keep {ten}.";
    edit_count(n: usize => format::count): "Set by hand: {n}.";
    edit_by_hand(name: &str): "{name} (by hand)";
    edit_drag(name: &str): "Drag {name}";
    why_place(name: &str, t: usize, unit: usize): "{name} at step {t}, unit {unit}";
    why_gradient(name: &str): "gradient w.r.t. the {name}";
    why_of_unit(unit: usize): "unit {unit}";
    why_is(name: &str, number: &str): "{name}: {number}";
    why_weighted(weight: &str): "× weight {weight}";
    why_rest(n: usize => units): "the other {n} together";
    why_input(token: &str): "The path ends here: this is what the network reads, “{token}”.";
    data_one_cell(found: &str): "Found only one cell, “{found}”; expected at least 5 rows of numbers. Write one row per line, with commas, semicolons or tabs between cells.";
    data_wide(line: usize, n: usize => columns, most: usize): "Line {line}: found {n}, expected at most {most}. Leave some out.";
    data_blank(line: usize, column: &str): "Line {line}, column {column}: found nothing, expected a number. Fill the cell, or remove the row.";
    data_infinite(line: usize, column: &str, found: &str): "Line {line}, column {column}: found “{found}”, expected a finite number. Fill in a number, or remove the row.";
    data_large(line: usize, column: &str, found: &str): "Line {line}, column {column}: found “{found}”, expected a number between −10¹⁵ and 10¹⁵. Use a larger unit.";
    data_comma(line: usize, column: &str, found: &str): "Line {line}, column {column}: found “{found}”, expected a number with a decimal point, such as 3.14. Replace the decimal commas with points.";
    data_text(line: usize, column: &str, found: &str): "Line {line}, column {column}: found “{found}”, expected a number such as 3.14. Correct the cell, or remove the column if it holds names or dates.";
    data_taken(name: &str, encoding: &str): "{name} ({encoding})";
    data_unproved(cell: &str, read: f64 => format::exact, other: f64 => format::exact): "“{cell}” is read as {read}. The table does not prove it: it might also be {other}. Write the numbers without marks between thousands to be sure.";
    data_one_or_two(line: &str): "A line such as “{line}” may hold two numbers or one with a decimal comma. Put a semicolon or a tab between cells, or write a head row, to be sure.";
    data_long(n: usize => format::count, most: usize): "Found {n} rows: the first {most} are used.";
    scan_how(unit: usize): "The states of the minGRU’s unit {unit}, $h_t = a_t h_{{t−1}} + b_t$ with $a_t = z_t$ and $b_t = (1 − z_t) n_t$. In each round every step joins what it holds to what an earlier step holds: one step back in the first round, then 2, 4, 8. Filled: the state is known. Thick lines: everything that goes into the chosen step.";
    scan_length(n: usize => steps): "{n}";
    units_at(count: usize => units, from: &str, to: &str, t: usize, word: &str): "Step {t} “{word}”: {count} from {from} to {to}";
}

/// What is counted or timed step by step, and by a scan.
#[must_use]
pub fn scan_both([in_turn, scan]: &[String; 2]) -> String {
    format!("{in_turn} → {scan}")
}

/// Of the triangle's table: what a column holds. The unit may be none.
#[must_use]
pub fn triangle_column(t: usize, unit: &str) -> String {
    if unit.is_empty() { format!("share at step {t}") } else { format!("share at step {t}, {unit}") }
}

/// Of the numbers behind the pictures: the head of a cell's column. The unit may be none.
#[must_use]
pub fn table_column(cell: &str, what: &str, unit: &str) -> String {
    if unit.is_empty() { format!("{cell}: {what}") } else { format!("{cell}: {what}, {unit}") }
}

/// Of a person's table: a column by its number, and by its name if it has one.
#[must_use]
pub fn data_column(number: usize, name: Option<&str>) -> String {
    name.map_or_else(|| number.to_string(), |name| format!("{number} (“{name}”)"))
}

/// A letter with a number below it: `x₁₂`.
#[must_use]
pub fn numbered(letter: &str, n: usize) -> String {
    let below = |digit: char| digit.to_digit(10).and_then(|digit| char::from_u32('₀' as u32 + digit)).unwrap_or(digit);
    letter.chars().chain(n.to_string().chars().map(below)).collect()
}

/// Of a person's table: a line of another width than the first.
#[must_use]
pub fn data_ragged(line: usize, n: usize, expected: usize) -> String {
    let column = COLUMN.for_count(n);
    format!(
        "Line {line}: found {n} {column}, expected {expected}, as in the first line. Add the missing cells or remove the extra ones; all rows need the same delimiter."
    )
}

/// Of a person's table: fewer rows than it takes.
#[must_use]
pub fn data_short(n: usize, least: usize) -> String {
    format!("Found {n} {} of numbers, expected at least {least}. Add rows.", ROW.for_count(n))
}

/// Of a person's table: numbers of more digits than are kept.
#[must_use]
pub fn data_rounded(n: usize) -> String {
    format!("{n} {} {} kept to 15 digits, not exactly.", NUMBER.for_count(n), IS.for_count(n))
}

/// Of a person's table: what was read, and the steps that it gives.
#[must_use]
pub fn data_read(rows: usize, columns: usize, steps: usize) -> String {
    let (row, column, step) = (ROW.for_count(rows), COLUMN.for_count(columns), STEP.for_count(steps));
    format!("{rows} {row}, {columns} {column} → {steps} {step}: the last row is only predicted.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_counted() {
        assert_eq!(data_read(11, 1, 10), "11 rows, 1 column → 10 steps: the last row is only predicted.");
        assert_eq!(data_read(5, 2, 4), "5 rows, 2 columns → 4 steps: the last row is only predicted.");
        assert_eq!(data_short(1, 5), "Found 1 row of numbers, expected at least 5. Add rows.");
        assert_eq!(data_rounded(1), "1 number is kept to 15 digits, not exactly.");
        assert_eq!(data_rounded(3), "3 numbers are kept to 15 digits, not exactly.");
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
        assert!(data_ragged(4, 1, 2).starts_with("Line 4: found 1 column, expected 2, as in the first line."));
    }
}
