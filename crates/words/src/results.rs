//! The texts of Results: sweeps and papers.

use serde::{Deserialize, Serialize};

use crate::format;
use crate::message::Told;
use std::borrow::Cow;
use std::fmt;

prose!("results");

messages! {
    counted(word: &str, n: usize);
    of_runs(n: usize, all: usize);
    run_time(seconds: f64 => time);
    measured(seconds: f64 => time);
    under_way(n: usize, all: usize => counted, left: f64 => time);
    under_way_first(n: usize, all: usize => counted);
    failed(why: &str);
    seconds(n: f64 => whole);
    minutes(n: f64 => whole);
    ablations_times(n: f64 => format::short);
    identity_rnn(rate: &str);
    with_bias(bias: &str);
    with_largest(largest: f64 => plain);
    clipped_at(length: usize);
    not_clipped(length: usize);
    plot_clip(length: usize);
    plot_no_clip(length: usize);
    short_task(cell: &str);
    long_task(cell: &str);
    on_adding(name: &str);
    on_agreement(name: &str);
    bengio_said(first: Solved, last: Solved);
    hochreiter_said(n: usize => counted, rnn: Solved);
    pascanu_said(bound: &str, left: &str, length: usize, with: Solved, without: Solved);
    chung_said(rnn: Solved, lstm: Solved, l: Option<usize> => until, gru: Solved, g: Option<usize> => until);
    le_said(identity: &str, solved: Solved, tanh: &str, lstm: &str, diverged: Solved);
    jozefowicz_said(without: Option<usize> => until, with: Option<usize> => until, gru: Option<usize> => until);
    greff_said(adding: &str, agreement: &str, ratio: f64 => format::short);
    arjovsky_said(baseline: &str, rnn: &str, off: f64 => format::percent, lstm: &str, gru: &str);
    tallec_said(ratio: f64 => format::short);
    tallec_never(plain: Solved, chrono: Solved);
    madsen_said(rnn: &str, lstm: &str, gru: &str);
}

/// How many of some runs solved their task: `2 of 3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Solved {
    /// So many did.
    pub solved: usize,
    /// Of so many.
    pub runs: usize,
}

impl Told for Solved {
    fn written(&self) -> Cow<'_, str> {
        of_runs(self.solved, self.runs).into()
    }
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

fn plain(x: f64) -> String {
    format::setting(x, false)
}

/// In whole ones.
fn whole(n: f64) -> String {
    format::count(n.round() as usize)
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
