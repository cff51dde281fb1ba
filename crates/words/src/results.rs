//! The texts of Results: sweeps and papers.

use serde::{Deserialize, Serialize};

use crate::format;
use crate::nouns::RUN;
use std::fmt;

prose!("results");

messages! {
    counted(word: &str, n: usize): "{word}: {n}";
    of_runs(n: usize, all: usize): "{n} of {all}";
    run_time(seconds: f64 => time): "Run it here (about {seconds})";
    measured(seconds: f64 => time): "Measured here, in {seconds}.";
    under_way(n: usize, all: usize => runs_of, left: f64 => time): "{n} of {all} done · about {left} left";
    under_way_first(n: usize, all: usize => runs_of): "{n} of {all} done";
    failed(why: &str): "This could not be run ({why}). Run it again, or reload the page.";
    seconds(n: f64): "{n:.0} s";
    minutes(n: f64): "{n:.0} min";
    ablations_times(n: f64 => format::short): "{n} times the steps";
    identity_rnn(rate: &str): "RNN, ReLU, identity, rate {rate}";
    with_bias(bias: &str): "LSTM, forget bias {bias}";
    with_largest(largest: f64): "singular value {largest}";
    clipped_at(length: usize): "T = {length}, clipped at 1";
    not_clipped(length: usize): "T = {length}, not clipped";
    plot_clip(length: usize): "T = {length}, clip";
    plot_no_clip(length: usize): "T = {length}, no clip";
    short_task(cell: &str): "agreement over 4: {cell}";
    long_task(cell: &str): "order, T = 60: {cell}";
    on_adding(name: &str): "adding: {name}";
    on_agreement(name: &str): "agreement: {name}";
    bengio_said(first: Solved, last: Solved): "Solved at T = 5 in {first} runs, at T = 80 in {last}.";
    hochreiter_said(n: usize => format::count, rnn: Solved): "Our LSTM takes {n} sequences (median) to reach its mark. The paper’s took 74 000 to reach another one, so their ratio means nothing. Adam, batches and the forget gate came later. The RNN solves it in {rnn} runs.";
    pascanu_said(bound: &str, left: &str, length: usize, with: Solved, without: Solved): "The bound holds in every run: with a singular value of 0.5 it allows {bound}, and {left} is left. Temporal order at T = {length}: solved in {with} runs with clipping, and in {without} without.";
    chung_said(rnn: Solved, lstm: Solved, l: Option<usize> => until, gru: Solved, g: Option<usize> => until): "The RNN solves the long task in {rnn} runs, the LSTM in {lstm} (steps: {l}), the GRU in {gru} (steps: {g}).";
    le_said(identity: &str, solved: Solved, tanh: &str, lstm: &str, diverged: Solved): "Loss at the end: RNN with ReLU and identity {identity} (solved in {solved} runs), tanh RNN {tanh}, LSTM {lstm}. At ten times the rate the ReLU network diverges in {diverged} runs.";
    jozefowicz_said(without: Option<usize> => until, with: Option<usize> => until, gru: Option<usize> => until): "Steps to solve it (median): bias 0 {without}, bias 1 {with}, GRU {gru}.";
    greff_said(adding: &str, agreement: &str, ratio: f64 => format::short): "What hurts most is “{adding}” on adding and “{agreement}” on agreement. With the input gate coupled to the forget gate, adding takes {ratio} times as many steps as with the whole cell.";
    arjovsky_said(baseline: &str, rnn: &str, off: f64 => format::percent, lstm: &str, gru: &str): "The formula gives {baseline}; after 1 500 steps the RNN scores {rnn} ({off} off), the LSTM {lstm}, the GRU {gru}.";
    tallec_said(ratio: f64 => format::short): "At T = 200, chrono solves it {ratio} times faster than a bias of 1.";
    tallec_never(plain: Solved, chrono: Solved): "At T = 200, a bias of 1 solves it in {plain} runs and chrono in {chrono}.";
    madsen_said(rnn: &str, lstm: &str, gru: &str): "All three stop at 95 % right. At the noun that decides, the gradient’s norm is {rnn} (RNN), {lstm} (LSTM) and {gru} (GRU) times its mean over all words: equal accuracy, different connectivity.";
}

/// How many of some runs solved their task: `2 of 3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Solved {
    /// So many did.
    pub solved: usize,
    /// Of so many.
    pub runs: usize,
}

impl fmt::Display for Solved {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&of_runs(self.solved, self.runs))
    }
}

/// A time in seconds, in whole seconds or minutes.
#[must_use]
pub fn time(seconds: f64) -> String {
    if seconds < 90.0 { self::seconds(seconds.max(1.0)) } else { minutes(seconds / 60.0) }
}

fn runs_of(n: usize) -> String {
    RUN.counted(n)
}

/// The steps that a task took; `never` for none.
fn until(steps: Option<usize>) -> String {
    steps.map_or_else(|| words().never.to_owned(), format::count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_write_what_they_are_told() {
        assert_eq!([0.2, 89.4, 90.0].map(time), ["1 s", "89 s", "2 min"]);
        assert_eq!(under_way(1, 3, 40.0), "1 of 3\u{a0}runs done · about 40 s left");
        let (none, all) = (Solved { solved: 0, runs: 3 }, Solved { solved: 3, runs: 3 });
        assert_eq!(bengio_said(all, none), "Solved at T = 5 in 3 of 3 runs, at T = 80 in 0 of 3.");
        assert_eq!(
            jozefowicz_said(None, Some(1500), Some(900)),
            "Steps to solve it (median): bias 0 never, bias 1 1\u{202f}500, GRU 900."
        );
    }
}
