//! The prose of Compare.

use crate::results::Solved;

prose!("compare");

messages! {
    machine(browser: &str, threads: usize => counted);
    settings(units: usize => counted);
    solved_in(solved: Solved, steps: usize => counted);
    not_solved(solved: Solved, right: &str);
    short_same(best: &str);
    short_first(best: &str);
    short_other(rnn: usize, lstm: usize, gru: usize);
    long_agrees(right: &str);
    other(rnn: usize, lstm: usize, gru: usize);
    vanishing_said(times: &str, rnn: &str, lstm: &str, gru: &str);
    complexity_how(inputs: usize, units: usize);
    complexity_cell(gates: usize => counted, blocks: usize, units: usize, inputs: usize, count: usize => counted);
    speed_total(each: &str, steps: usize => counted, total: &str);
    speed_never(each: &str);
    speed_said(step: &str, total: &str);
    speed_all(step: &str, total: &str);
    speed_slower(step: &str, total: &str);
    speed_step_only(step: &str);
    parameters_cell(blocks: usize, units: usize, inputs: usize, count: usize => counted);
    parameters_said(lstm: usize => counted, rnn: usize => counted, gru: usize);
    memory_how(steps: usize, batch: usize);
    memory_cell(weights: &str, adam: &str, states: &str, all: &str);
    memory_said(share: &str);
    best_cell(tasks: &str);
    best_all(cell: &str);
}
