//! What stands in charts: headlines, titles of axes, names of lines.

use crate::format;
use crate::format::count;
use crate::nouns::{ROUND, STABLE_STATE, STEP, UNIT};

prose!("figures");

fn steps(n: usize) -> String {
    STEP.counted(n)
}

fn units(n: usize) -> String {
    UNIT.counted(n)
}

fn stable_states(n: usize) -> String {
    STABLE_STATE.counted(n)
}

fn in_rounds(n: usize) -> String {
    ROUND.counted(n)
}

messages! {
    take_size(times: usize): "{times}×";
    take_source(address: &str): "Unrolled, {address}";
    take_done(name: &str): "Saved as {name}.";
    gates_held_headline(noun: &str, end: &str, other: &str, swapped: &str, before: &str, before_swapped: &str): "After “{noun}” the best unit ends at {end}, after “{other}” at {swapped}; before training, the best unit ended at {before} and {before_swapped}";
    counter_headline(unit: usize, cell: &str, followed: &str, r: &str, texts: usize => format::count, right: usize => format::count, all: usize => format::count): "Unit {unit} of the {cell} follows the {followed} with a correlation of {r} over {texts} texts. {right} of {all} answers to this text are right";
    counter_fitted(followed: &str): "{followed}, as a line fits it";
    counter_unit(unit: usize, cell: &str): "unit {unit} of the {cell}";
    counter_label(unit: usize): "unit {unit}";
    counter_trained(depth: usize): "trained to {depth}";
    counter_depths(trained: usize, deep: usize, lstm: &str, gru: &str, rnn: &str, guess: &str): "Trained to depth {trained}. In texts {deep} deep the LSTM is right at {lstm} of the characters, the GRU at {gru}, the RNN at {rnn}; the last character alone would give {guess}";
    gates_mean(gate: &str, after: f64 => format::percent, before: f64 => format::percent): "{gate} {after} (untrained {before})";
    gates_headline(gates: &str): "How far the gates are open after the noun: {gates}";
    gates_follow_headline(n: usize => format::count, all: usize => format::count, before: usize => format::count): "{n} of {all} units follow the noun’s number; before training, {before} did";
    gates_unit(unit: usize, word: &str): "unit {unit}, “{word}”";
    gates_unit_before(unit: usize, word: &str): "untrained, unit {unit}, “{word}”";
    gates_gate(gate: &str): "{gate}, trained";
    gates_gate_before(gate: &str): "{gate}, untrained";
    bin_axis(quantity: &str): "value of {quantity}";
    cliff_headline(plain: &str, clipped: &str): "The last error: {plain} with the gradients as they are, {clipped} with clipped gradients";
    latch_headline(n: usize => steps, first: &str, last: &str): "In {n} h goes from {first} to {last}";
    latch_fixed(h: &str): "0 and ±{h}";
    fork_two(w: &str, b: &str, low: &str, high: &str, h: &str): "With w = {w} and b = {b} two states are stable, {low} and {high}; h rests at {h}";
    fork_one(w: &str, b: &str, h: &str): "With w = {w} and b = {b} one state is stable: h rests at {h}";
    fork_jumped(letter: &str, at: &str, from: &str, to: &str, h: &str): "At {letter} = {at} the curve ended: h jumped from {from} to {to}, and now rests at {h}";
    space_pair(a: &str, b: &str): "({a}, {b})";
    space_ends(n: usize => stable_states, from: &str, end: &str, at: &str): "{n}: from {from} the path ends at {end}, {at}";
    space_goes_on(n: usize => stable_states, from: &str, round: &str): "{n}, but from {from} the path never rests: it comes round in about {round} steps";
    space_turns(from: &str, round: &str): "No state is stable: from {from} the path never rests, and comes round in about {round} steps";
    space_eigenvalues(a: &str, b: &str): "eigenvalues {a} and {b}";
    space_turned(real: &str, imaginary: &str): "eigenvalues {real} ± {imaginary} i";
    space_stable(name: &str): "{name}, stable";
    space_ends_here(at: &str, eigenvalues: &str, share: &str): "{at}; {eigenvalues}; {share} of the plane end here";
    space_is(at: &str, eigenvalues: &str): "{at}; {eigenvalues}";
    space_of_plane(share: &str): "{share} of the plane";
    space_axis(number: usize, share: f64 => format::percent): "axis {number}, {share} of the variance";
    space_all(n: usize => units): "all {n}";
    space_cut(cell: &str, axes: &str, end: &str): "{cell}: the cut is right for {axes} of the states, and for {end} of the last ones";
    space_hidden(cell: &str, axes: &str, all: &str, by_all: &str): "{cell}: the cut is right for {axes} of the states seen here, and one through {all} for {by_all}";
    space_unlearned(cell: &str, axes: &str, all: &str, by_all: &str): "{cell}: the cut is right for {axes} of the states seen here, and one through {all} for {by_all}: not learned";
    space_line(cell: &str, axes: &str, end: &str): "{cell}: axis 1 explains {axes} of the sum so far, at the last step {end}";
    space_none(cell: &str, axes: &str, all: &str, by_all: &str): "{cell}: axis 1 explains {axes} of the sum so far, {all} {by_all}: not learned";
    space_by_all(n: usize => units): "Told by {n}, on other sequences";
    space_shown_of(n: usize => format::count, all: usize => format::count): "{n} of {all}";
    fork_below(most: &str, letter: &str, at: &str): "At every stable state the slope is below 1: at most {most}, at {letter} = {at}";
    fork_meets(letter: &str, at: &str): "At every stable state the slope is below 1; it is 1 only at {letter} = {at}, where a stable and an unstable state meet";
    fork_meets_twice(letter: &str, low: &str, high: &str): "At every stable state the slope is below 1; it is 1 only at {letter} = {low} and {high}, where a stable and an unstable state meet";
    halflives_row(cell: &str, name: &str): "{cell}, {name}";
    halflives_line(n: usize => steps): "{n}";
    halflives_of(keep: usize => format::count, all: usize => units, cell: &str): "{keep} of {all} of the {cell}";
    halflives_and(first: &str, keep: usize => format::count, cell: &str): "{first} and {keep} of the {cell}";
    halflives_trained(who: &str, n: usize => steps, word: &str, before: &str): "After training, {who} keep at least half of what they hold on the {n} from “{word}” to the loss; before training, with bias +1, {before} did";
    halflives_now(who: &str, n: usize => steps, word: &str, longest: &str): "Now {who} keep at least half of what they hold on the {n} from “{word}” to the loss; the longest half-life is {longest} steps";
    halflives_before(first: usize => format::count, second: usize => format::count): "{first} and {second}";
    halflives_before_one(first: usize => format::count): "{first}";
    halflives_before_none(): "none";
    fork_meet(letter: &str): "States meet at {letter}";
    moved_word(other: &str, word: &str, cell: &str, moved: &str, left: &str): "Read “{other}” instead of “{word}”, and the {cell}’s last state moves by {moved} of the most it could; {left} of the gradient is left there";
    moved_opposite(word: &str, cell: &str, moved: &str, left: &str): "Change the sign of the input at “{word}”, and the {cell}’s last state moves by {moved} of the most it could; {left} of the gradient is left there";
    moved_ones(word: &str, cell: &str, moved: &str, left: &str): "Read 1 instead of 0 at “{word}”, and the {cell}’s last state moves by {moved} of the most it could; {left} of the gradient is left there";
    found_headline(cell: &str, word: &str, found: &str, left: &str): "In the {cell}’s last state a probe finds {found} of what was read at “{word}”; {left} of the gradient is left there";
    draws_none(word: &str, cell: &str, own: &str): "At “{word}” this draw of the {cell} keeps {own} of the gradient";
    draws_headline(word: &str, cell: &str, own: &str, place: &str, range: &str): "At “{word}” this draw of the {cell} keeps {own} of the gradient, {place}; {range}";
    draws_place(below: usize => count, drawn: usize => count): "which is more than {below} of {drawn} draws keep";
    draws_range(middle: &str, low: &str, high: &str): "the middle draw keeps {middle}, nine in ten keep between {low} and {high}";
    keep_headline(word: &str, mingru: &str, minlstm: &str): "At “{word}” the minGRU keeps {mingru} of its old state, the minLSTM {minlstm}";
    after_headline(word: &str, mingru: &str, minlstm: &str, attention: &str): "At “{word}” {mingru} of the gradient is left in the minGRU, {minlstm} in the minLSTM, {attention} in a head of attention";
    attended_headline(word: &str, share: &str, arrives: &str): "“{word}” has a weight of {share} in the mean, and gets {arrives} of the gradient";
    scan_headline(n: usize => steps, rounds: usize => in_rounds, turns: usize => format::count, operations: &str): "Over {n} a scan takes {rounds} instead of {turns} turns, and {operations} times as many operations";
    scan_headline_timed(n: usize => steps, rounds: usize => in_rounds, turns: usize => format::count, operations: &str, time: &str): "Over {n} a scan takes {rounds} instead of {turns} turns, and {operations} times as many operations; on one thread {time} times as long";
    scan_done(rounds: usize => in_rounds, n: usize => format::count, waits: usize => steps): "After {rounds} all {n} states are known; step by step, the last one must wait {waits}";
    scan_round(round: usize, rounds: usize, done: usize => format::count, n: usize => format::count): "After round {round} of {rounds}, {done} of {n} states are known";
    scan_row(round: usize): "round {round}";
    scan_span(from: usize, to: usize): "{from} to {to}";
    scan_holds(step: &str, from: usize, to: usize): "{step}, made of steps {from} to {to}";
}

/// What is read out of a point of the complex plane.
#[must_use]
pub fn plane_spot(name: &str, real: &str, imaginary: &str, modulus: &str) -> String {
    let (sign, imaginary) = match imaginary.strip_prefix('−') {
        Some(size) => ('−', size),
        None => ('+', imaginary),
    };
    format!("{name}: {real} {sign} {imaginary} i, {modulus} from 0")
}
