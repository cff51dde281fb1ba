//! The prose of Compare.

use crate::format;
use crate::nouns::{GATE, HIDDEN_UNIT, STEP, THREAD};
use crate::results::Solved;

prose! {
    title: "RNN, LSTM and GRU, compared",
    intro: "What is usually said of the three, beside what is measured here. One button measures the table on this machine; three seeds each, medians.",
    claim: "The claim",
    outcome: "What comes of it",
    usually: "usually said: ",
    not_yet: "not measured yet",
    short: "Short sequences",
    short_how: "was or were, 4 words after the noun; training stops at 95 % right",
    short_claims: "handles them|handles them|handles them",
    long: "Long dependencies",
    long_how: "the same, 40 words after the noun",
    long_claims: "weak|good|good",
    vanishing: "Resistance to vanishing",
    vanishing_how: "gradient left 20, 50 and 100 steps back, before training; 12 hidden units, forget and update bias +1; worked out as you read",
    vanishing_claims: "poor|good|good",
    complexity: "Complexity of a step",
    complexity_claims: "low|high|medium",
    complexity_said: "Exactly 1 to 4 to 3: each block is two more matrices, one for the input and one for the state.",
    speed: "Training speed",
    speed_how: "adding over 50 steps: time of a step of training, and steps until it is solved",
    speed_claims: "fast|slow|faster than the LSTM",
    speed_none: "time: measure it here",
    speed_recorded: "Steps are recorded; times appear once you measure them here.",
    parameters: "Parameters",
    parameters_how: "of the recurrent layer: blocks × H × (I + H + 2); PyTorch has two biases",
    parameters_claims: "fewest|most|three quarters of the LSTM’s",
    memory: "Memory in training",
    memory_claims: "low|high|medium",
    complex: "Complex sequences",
    complex_how: "good review or bad, with “not”, “but” and “though”, at most 800 steps",
    complex_claims: "limited accuracy|high accuracy|high accuracy",
    complex_agrees: "LSTM and GRU solve it, the RNN does not in 800 steps. Given a smaller rate and more steps it does: lesson 8 tries it.",
    best: "Best for",
    contest_short: "short",
    contest_long: "long",
    contest_adding: "adding",
    contest_complex: "complex",
    best_how: "fewest steps in each of the four tasks above; steps that differ by less than a fifth count as equal",
    best_claims: "short sequences, teaching|long, complex sequences|the same with fewer weights",
    best_none: "first in none",
    best_said: "No cell alone is first in all. Try both LSTM and GRU on your own task before you choose.",
    agrees: "agrees",
    partly: "in part",
    disagrees: "disagrees",
    length: "How far can each reach?",
    length_how: "Share of right answers when training ends, against the words between noun and verb. The line is the median of three seeds, the band reaches from the lowest to the highest. Training ends at 95 % right or after 1 000 steps.",
    none_recorded: "Nothing is recorded: run it here.",
    chart_recorded: "Recorded: drawn pale until it is measured here.",
    units_sweep: "What do more units cost?",
    units_how: "Against hidden units, at equal units: the time of a step of training (T = 50, batches of 32), parameters, and memory; log scales.",
    equal_sweep: "And at equal parameters?",
    equal_how: "The same with as many units as bring RNN and GRU near the LSTM’s parameters.",
    milliseconds: "ms a step",
    parameter_count: "parameters",
    megabytes: "MB in training",
    pros: "Pros and cons, each with its experiment",
}

messages! {
    machine(browser: &str, threads: usize => threads_of): "{browser}, {threads}; two workers at a time.";
    settings(units: usize => hidden_of): "Settings: {units}, Adam at 0.005, batches of 32, started with chrono biases, as Train does.";
    solved_in(solved: Solved, steps: usize => steps_of): "{solved} solved, {steps}";
    not_solved(solved: Solved, right: &str): "{solved} solved, {right} right";
    short_same(best: &str): "All three solve it; the fewest steps: {best}. So close to each other, no cell is better: on short sequences the plain RNN is enough.";
    short_first(best: &str): "All three solve it, so each handles them; {best} needs at least a fifth fewer steps than another.";
    short_other(rnn: usize, lstm: usize, gru: usize): "Not all three solve it here: {rnn}, {lstm} and {gru} of three runs (RNN, LSTM, GRU).";
    long_agrees(right: &str): "The RNN is right in {right}, no better than guessing; LSTM and GRU solve it.";
    other(rnn: usize, lstm: usize, gru: usize): "Here the RNN solves it in {rnn} of three runs, the LSTM in {lstm}, the GRU in {gru}.";
    vanishing_said(times: &str, rnn: &str, lstm: &str, gru: &str): "At 100 steps the LSTM keeps {times} times what the RNN keeps. But with a bias of 0, as PyTorch starts them, the LSTM keeps {lstm} at 20 steps, the GRU {gru} and the RNN {rnn}.";
    complexity_how(inputs: usize, units: usize): "multiply-adds a step and sequence, blocks × H × (I + H), with I = {inputs}, H = {units}";
    complexity_cell(gates: usize => gates_of, blocks: usize, units: usize, inputs: usize, count: usize => format::count): "{gates}; {blocks} × {units} × ({inputs} + {units}) = {count}";
    speed_total(each: &str, steps: usize => steps_of, total: &str): "{each} × {steps} = {total}";
    speed_never(each: &str): "{each} a step, never solved";
    speed_said(step: &str, total: &str): "A GRU’s step takes {step} of an LSTM’s. Until adding is solved it takes {total} of the LSTM’s time. A cheap step is of no use to the RNN, which does not get there.";
    speed_all(step: &str, total: &str): "A GRU’s step takes {step} of an LSTM’s. Until adding is solved it takes {total} of the LSTM’s time. The RNN solves it here, too.";
    speed_slower(step: &str, total: &str): "A GRU’s step takes {step} of an LSTM’s, and until adding is solved {total} of its time: here the GRU is not clearly faster.";
    speed_step_only(step: &str): "A GRU’s step takes {step} of an LSTM’s. Not both solve adding here, so no time to the target can be compared.";
    parameters_cell(blocks: usize, units: usize, inputs: usize, count: usize => format::count): "{blocks} × {units} × ({inputs} + {units} + 2) = {count}";
    parameters_said(lstm: usize => hidden_of, rnn: usize => hidden_of, gru: usize): "These are counts. To match an LSTM of {lstm}, an RNN needs {rnn} and a GRU {gru}.";
    memory_how(steps: usize, batch: usize): "for T = {steps}, batches of {batch}, in float32: weights, Adam’s two means, what the way back needs of every step, and their sum";
    memory_cell(weights: &str, adam: &str, states: &str, all: &str): "{weights} + {adam} + {states} = {all}";
    memory_said(share: &str): "What the way back needs is {share} of the LSTM’s memory: it grows with the length of the sequence, and the weights do not.";
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
