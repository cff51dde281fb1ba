//! The prose of Compare.

use crate::format;
use crate::nouns::{GATE, HIDDEN_UNIT, STEP, THREAD};
use crate::results::Solved;

prose!("compare");

messages! {
    machine(browser: &str, threads: usize => threads_of): "{browser}, {threads}; two workers at a time.";
    settings(units: usize => hidden_of): "Settings: {units}, the optimizer Adam with a learning rate of 0.005, batches of 32, and gate biases set for the length of the sequence (chrono), as in Train.";
    solved_in(solved: Solved, steps: usize => steps_of): "{solved} solved, {steps}";
    not_solved(solved: Solved, right: &str): "{solved} solved, {right} right";
    short_same(best: &str): "All three solve it; the {best} needs the fewest steps. But the numbers are too close for us to call any cell better: on short sequences the plain RNN is enough.";
    short_first(best: &str): "All three solve the task, so each handles short sequences. The {best} needs at least a fifth fewer steps than one of the others.";
    short_other(rnn: usize, lstm: usize, gru: usize): "Not all three solve it here: the RNN does in {rnn} of three runs, the LSTM in {lstm}, the GRU in {gru}.";
    long_agrees(right: &str): "The RNN gets {right} right, no better than guessing; the LSTM and the GRU solve it.";
    other(rnn: usize, lstm: usize, gru: usize): "Here the RNN solves it in {rnn} of three runs, the LSTM in {lstm}, the GRU in {gru}.";
    vanishing_said(times: &str, rnn: &str, lstm: &str, gru: &str): "Over 100 steps the LSTM keeps {times} times as much gradient as the RNN. But with a bias of 0, PyTorch’s default, the LSTM keeps {lstm} over 20 steps, the GRU {gru} and the RNN {rnn}.";
    complexity_how(inputs: usize, units: usize): "multiply-adds for one time step of one sequence: blocks × H × (I + H), with I = {inputs} inputs and H = {units} hidden units; each gate is a block; so is the new state in the RNN, and so is the candidate in the LSTM and the GRU";
    complexity_cell(gates: usize => gates_of, blocks: usize, units: usize, inputs: usize, count: usize => format::count): "{gates}; {blocks} × {units} × ({inputs} + {units}) = {count}";
    speed_total(each: &str, steps: usize => steps_of, total: &str): "{each} × {steps} = {total}";
    speed_never(each: &str): "{each} a step, never solved";
    speed_said(step: &str, total: &str): "A GRU step takes {step} of the time of an LSTM step. To solve adding, the GRU takes {total} of the LSTM’s time. The RNN’s steps are cheap, but it never gets there.";
    speed_all(step: &str, total: &str): "A GRU step takes {step} of the time of an LSTM step. To solve adding, the GRU takes {total} of the LSTM’s time. The RNN solves it here, too.";
    speed_slower(step: &str, total: &str): "A GRU step takes {step} of the time of an LSTM step. To solve adding, the GRU takes {total} of the LSTM’s time: here it is not clearly faster.";
    speed_step_only(step: &str): "A GRU step takes {step} of the time of an LSTM step. The two cells do not both solve adding here, so their times to a solution cannot be compared.";
    parameters_cell(blocks: usize, units: usize, inputs: usize, count: usize => format::count): "{blocks} × {units} × ({inputs} + {units} + 2) = {count}";
    parameters_said(lstm: usize => hidden_of, rnn: usize => hidden_of, gru: usize): "These are counts. To have as many parameters as an LSTM of {lstm}, an RNN needs {rnn} and a GRU {gru}.";
    memory_how(steps: usize, batch: usize): "for T = {steps}, batches of {batch}, in float32: weights, the two running means that Adam keeps for each weight, what the backward pass needs from every step, and the sum of the three";
    memory_cell(weights: &str, adam: &str, states: &str, all: &str): "{weights} + {adam} + {states} = {all}";
    memory_said(share: &str): "What the backward pass needs is {share} of the LSTM’s memory. It grows with the length of the sequence; the weights do not.";
    best_cell(tasks: &str): "first in: {tasks}";
    best_all(cell: &str): "One cell is first in all four here: {cell}.";
}

fn steps_of(n: usize) -> String {
    STEP.counted(n)
}

fn threads_of(n: usize) -> String {
    THREAD.counted(n)
}

fn hidden_of(n: usize) -> String {
    HIDDEN_UNIT.counted(n)
}

fn gates_of(n: usize) -> String {
    GATE.counted(n)
}
