//! What stands in charts: headlines, titles of axes, names of lines.

use crate::format;

prose!("figures");

messages! {
    take_size(times: usize);
    take_source(address: &str);
    take_done(name: &str);
    gates_held_headline(noun: &str, end: &str, other: &str, swapped: &str, before: &str, before_swapped: &str);
    counter_headline(unit: usize, cell: &str, followed: &str, r: &str, texts: usize => counted, right: usize => counted, all: usize => counted);
    counter_fitted(followed: &str);
    counter_unit(unit: usize, cell: &str);
    counter_label(unit: usize);
    counter_trained(depth: usize);
    counter_depths(trained: usize, deep: usize, lstm: &str, gru: &str, rnn: &str, guess: &str);
    gates_mean(gate: &str, after: f64 => format::percent, before: f64 => format::percent);
    gates_headline(gates: &str);
    gates_follow_headline(n: usize => counted, all: usize => counted, before: usize => counted);
    gates_unit(unit: usize, word: &str);
    gates_unit_before(unit: usize, word: &str);
    gates_gate(gate: &str);
    gates_gate_before(gate: &str);
    bin_axis(quantity: &str);
    cliff_headline(plain: &str, clipped: &str);
    latch_headline(n: usize => counted, first: &str, last: &str);
    latch_fixed(h: &str);
    fork_two(w: &str, b: &str, low: &str, high: &str, h: &str);
    fork_one(w: &str, b: &str, h: &str);
    fork_jumped(letter: &str, at: &str, from: &str, to: &str, h: &str);
    space_pair(a: &str, b: &str);
    space_ends(n: usize => counted, from: &str, end: &str, at: &str);
    space_goes_on(n: usize => counted, from: &str, round: &str);
    space_turns(from: &str, round: &str);
    space_eigenvalues(a: &str, b: &str);
    space_turned(real: &str, imaginary: &str);
    space_stable(name: &str);
    space_ends_here(at: &str, eigenvalues: &str, share: &str);
    space_is(at: &str, eigenvalues: &str);
    space_of_plane(share: &str);
    space_axis(number: usize, share: f64 => format::percent);
    space_all(n: usize => counted);
    space_cut(cell: &str, axes: &str, end: &str);
    space_hidden(cell: &str, axes: &str, all: &str, by_all: &str);
    space_unlearned(cell: &str, axes: &str, all: &str, by_all: &str);
    space_line(cell: &str, axes: &str, end: &str);
    space_none(cell: &str, axes: &str, all: &str, by_all: &str);
    space_by_all(n: usize => counted);
    space_shown_of(n: usize => counted, all: usize => counted);
    fork_below(most: &str, letter: &str, at: &str);
    fork_meets(letter: &str, at: &str);
    fork_meets_twice(letter: &str, low: &str, high: &str);
    halflives_row(cell: &str, name: &str);
    halflives_line(n: usize => counted);
    halflives_of(keep: usize => counted, all: usize => counted, cell: &str);
    halflives_and(first: &str, keep: usize => counted, cell: &str);
    halflives_trained(who: &str, n: usize => counted, word: &str, before: &str);
    halflives_now(who: &str, n: usize => counted, word: &str, longest: &str);
    halflives_before(first: usize => counted, second: usize => counted);
    halflives_before_one(first: usize => counted);
    halflives_before_none();
    fork_meet(letter: &str);
    moved_word(other: &str, word: &str, cell: &str, moved: &str, left: &str);
    moved_opposite(word: &str, cell: &str, moved: &str, left: &str);
    moved_ones(word: &str, cell: &str, moved: &str, left: &str);
    found_headline(cell: &str, word: &str, found: &str, left: &str);
    draws_none(word: &str, cell: &str, own: &str);
    draws_headline(word: &str, cell: &str, own: &str, place: &str, range: &str);
    draws_place(below: usize => counted, drawn: usize => counted);
    draws_range(middle: &str, low: &str, high: &str);
    keep_headline(word: &str, mingru: &str, minlstm: &str);
    after_headline(word: &str, mingru: &str, minlstm: &str, attention: &str);
    attended_headline(word: &str, share: &str, arrives: &str);
    scan_headline(n: usize => counted, rounds: usize => counted, turns: usize => counted, operations: &str);
    scan_headline_timed(n: usize => counted, rounds: usize => counted, turns: usize => counted, operations: &str, time: &str);
    scan_done(rounds: usize => counted, n: usize => counted, waits: usize => counted);
    scan_round(round: usize, rounds: usize, done: usize => counted, n: usize => counted);
    scan_row(round: usize);
    scan_span(from: usize, to: usize);
    scan_holds(step: &str, from: usize, to: usize);
    at_plane(name: &str, real: &str, sign: char, imaginary: &str, modulus: &str);
}

/// What is read out of a point of the complex plane.
#[must_use]
pub fn plane_spot(name: &str, real: &str, imaginary: &str, modulus: &str) -> String {
    let (sign, imaginary) = match imaginary.strip_prefix('−') {
        Some(size) => ('−', size),
        None => ('+', imaginary),
    };
    at_plane(name, real, sign, imaginary, modulus)
}
