//! The claims, what was measured of each, and what comes of both: numbers, and the sentences that they make. Compare's table
//! shows them.

use crate::agreement::Agreement;
use crate::standing::Source;
use engine::trace::CellKind;
use serde::{Deserialize, Serialize};
use words::compare::{self, words};
use words::format::{Digits, Group, Measure, locale, percent};
use words::results::Solved;

/// A share so small that those beside it are written in powers of ten.
const TINY: f64 = 1e-8;

/// What is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Claim {
    /// Of short sequences.
    Short,
    /// Of long dependencies.
    Long,
    /// Of vanishing gradients.
    Vanishing,
    /// Of the arithmetic of a step.
    Complexity,
    /// Of the speed of training.
    Speed,
    /// Of parameters.
    Parameters,
    /// Of memory in training.
    Memory,
    /// Of complex sequences.
    Complex,
    /// Of what each is best for.
    Best,
}

/// What is trained in four of the claims; the last asks for the cell that is first in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Contest {
    /// Short sequences.
    Short,
    /// Long dependencies.
    Long,
    /// Adding.
    Adding,
    /// Complex sequences.
    Complex,
}

impl Contest {
    /// All of them, in the order of their runs.
    pub(super) const ALL: [Self; 4] = [Self::Short, Self::Long, Self::Adding, Self::Complex];

    fn name(self) -> &'static str {
        let words = words();
        match self {
            Self::Short => words.contest_short,
            Self::Long => words.contest_long,
            Self::Adding => words.contest_adding,
            Self::Complex => words.contest_complex,
        }
    }
}

/// A claim, what was measured of it in RNN, LSTM and GRU, and what comes of both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// What is claimed.
    pub claim: Claim,
    /// How it is measured, in words.
    pub how: String,
    /// What was measured; none before its runs are there.
    pub cells: Option<Cells>,
    /// What comes of it; none before its runs are there.
    pub verdict: Option<Verdict>,
    /// Where the numbers are from.
    pub source: Source,
}

/// What was measured, of RNN, LSTM and GRU.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cells {
    /// What training came to.
    Learned([Learned; 3]),
    /// The share of the gradient that is left 20, 50 and 100 steps back.
    Left([[f64; 3]; 3]),
    /// Multiply-adds of a step.
    Products([Shape; 3]),
    /// The parameters of the recurrent layer.
    Parameters([Shape; 3]),
    /// How long training takes.
    Pace([Pace; 3]),
    /// Bytes of the weights, of Adam's means, and of what the way back needs.
    Memory([[f64; 3]; 3]),
    /// The contests in which each is first.
    First([Vec<Contest>; 3]),
}

/// What training came to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Learned {
    /// How many runs solved the task.
    pub solved: Solved,
    /// Steps until it was solved; none where most runs have not solved it.
    pub steps: Option<usize>,
    /// The share of right answers at the end.
    pub right: f64,
}

/// The shape of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// Gates.
    pub gates: usize,
    /// Blocks of H rows, each a matrix for the input, one for the state.
    pub blocks: usize,
    /// H, the hidden units.
    pub units: usize,
    /// I, the numbers of an input.
    pub inputs: usize,
}

/// How long training takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pace {
    /// A step, in seconds; none where it was not timed.
    pub each: Option<f64>,
    /// Steps until adding is solved; none where most runs have not solved it.
    pub steps: Option<usize>,
}

/// Whether a claim holds, and why.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Whether it does.
    pub agrees: Agreement,
    /// Why.
    pub why: Why,
}

/// Why a claim holds or does not. Numbers of runs are of three, those of RNN, LSTM and GRU; shares are of 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Why {
    /// All solve the short task, in about as many steps; this one with the fewest.
    ShortSame(CellKind),
    /// All solve it, this one in fewer steps than another.
    ShortFirst(CellKind),
    /// Not all do.
    ShortOther([usize; 3]),
    /// The RNN guesses: so many of its answers are right.
    Long(f64),
    /// Another outcome of the long or the complex task.
    Other([usize; 3]),
    /// What is left of the gradient.
    Vanishing {
        /// How many times as much the LSTM keeps as the RNN.
        times: f64,
        /// What RNN, LSTM and GRU keep at 20 steps with bias 0.
        plain: [f64; 3],
    },
    /// Blocks are matrices.
    Complexity,
    /// Times have not been measured.
    Untimed,
    /// A GRU's step over an LSTM's, where not both solve the task.
    Step(f64),
    /// The GRU is faster.
    Faster {
        /// Its step over an LSTM's.
        step: f64,
        /// Its time until the task is solved over an LSTM's.
        total: f64,
        /// Whether the RNN solves the task, too.
        all: bool,
    },
    /// The GRU is not clearly faster.
    Slower {
        /// Its step over an LSTM's.
        step: f64,
        /// Its time until the task is solved over an LSTM's.
        total: f64,
    },
    /// The units that have as many parameters as an LSTM.
    Parameters {
        /// The LSTM's units.
        lstm: usize,
        /// The RNN's.
        rnn: usize,
        /// The GRU's.
        gru: usize,
    },
    /// What the way back needs, as a share of the LSTM's memory.
    Memory(f64),
    /// LSTM and GRU solve the complex task, the RNN does not.
    Complex,
    /// One alone is first in all contests.
    BestAll(CellKind),
    /// None is.
    BestNone,
}

impl Claim {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        let words = words();
        match self {
            Self::Short => words.short,
            Self::Long => words.long,
            Self::Vanishing => words.vanishing,
            Self::Complexity => words.complexity,
            Self::Speed => words.speed,
            Self::Parameters => words.parameters,
            Self::Memory => words.memory,
            Self::Complex => words.complex,
            Self::Best => words.best,
        }
    }

    /// What is usually said, of RNN, LSTM and GRU.
    #[must_use]
    pub fn usual(self) -> [&'static str; 3] {
        let words = words();
        let mut all = match self {
            Self::Short => words.short_claims,
            Self::Long => words.long_claims,
            Self::Vanishing => words.vanishing_claims,
            Self::Complexity => words.complexity_claims,
            Self::Speed => words.speed_claims,
            Self::Parameters => words.parameters_claims,
            Self::Memory => words.memory_claims,
            Self::Complex => words.complex_claims,
            Self::Best => words.best_claims,
        }
        .split('|');
        [(); 3].map(|()| all.next().unwrap_or_default())
    }
}

impl Shape {
    pub(super) fn products(self) -> usize {
        self.blocks * self.units * (self.inputs + self.units)
    }

    pub(super) fn parameters(self) -> usize {
        self.blocks * self.units * (self.inputs + self.units + 2)
    }
}

impl Cells {
    /// In words, of RNN, LSTM and GRU. What is compared has one unit.
    #[must_use]
    pub fn said(&self) -> [String; 3] {
        let words = words();
        match self {
            Self::Learned(all) => {
                let group = Group::new(Measure::Share, all.iter().map(|own| own.right));
                all.map(|Learned { solved, steps, right }| match steps {
                    Some(steps) => compare::solved_in(solved, steps),
                    None => compare::not_solved(solved, &group.write(right, Digits::Headline)),
                })
            }
            Self::Left(all) => {
                let group = Group::new(Measure::Share, all.iter().flatten().copied());
                all.map(|lags| lags.map(|left| group.write(left, Digits::Headline)).join(" · "))
            }
            Self::Products(all) => all.map(|shape| {
                compare::complexity_cell(shape.gates, shape.blocks, shape.units, shape.inputs, shape.products())
            }),
            Self::Parameters(all) => {
                all.map(|shape| compare::parameters_cell(shape.blocks, shape.units, shape.inputs, shape.parameters()))
            }
            Self::Pace(all) => {
                let total = |own: &Pace| Some(own.each? * own.steps? as f64);
                let each = Group::new(Measure::Seconds, all.iter().filter_map(|own| own.each));
                let totals = Group::new(Measure::Seconds, all.iter().filter_map(total));
                all.map(|own| {
                    let Some(step) = own.each else { return words.speed_none.to_owned() };
                    let step = each.write(step, Digits::Headline);
                    match (own.steps, total(&own)) {
                        (Some(steps), Some(total)) => {
                            compare::speed_total(&step, steps, &totals.write(total, Digits::Headline))
                        }
                        _ => compare::speed_never(&step),
                    }
                })
            }
            Self::Memory(all) => {
                let group = Group::new(Measure::Bytes, all.iter().flatten().copied());
                all.map(|parts| {
                    // With as many decimals each, so that it can be seen that they add up.
                    let write = |bytes: f64| group.column(bytes, Digits::Headline) + &group.unit().suffix(locale());
                    let [weights, adam, states] = parts.map(write);
                    compare::memory_cell(&weights, &adam, &states, &write(parts.iter().sum()))
                })
            }
            Self::First(all) => all.each_ref().map(|contests| {
                let names: Vec<&str> = contests.iter().map(|contest| contest.name()).collect();
                if names.is_empty() { words.best_none.to_owned() } else { compare::best_cell(&names.join(", ")) }
            }),
        }
    }
}

impl Verdict {
    /// In words.
    #[must_use]
    pub fn said(&self) -> String {
        let words = words();
        match self.why {
            Why::ShortSame(best) => compare::short_same(best.name()),
            Why::ShortFirst(best) => compare::short_first(best.name()),
            Why::ShortOther([rnn, lstm, gru]) => compare::short_other(rnn, lstm, gru),
            Why::Long(right) => compare::long_agrees(&percent(right)),
            Why::Other([rnn, lstm, gru]) => compare::other(rnn, lstm, gru),
            Why::Vanishing { times, plain } => {
                let times = Group::new(Measure::Number, [times]).write(times, Digits::Headline);
                // In powers of ten, as the row has them.
                let shares = Group::new(Measure::Share, plain.into_iter().chain([TINY]));
                let [rnn, lstm, gru] = plain.map(|x| shares.write(x, Digits::Headline));
                compare::vanishing_said(&times, &rnn, &lstm, &gru)
            }
            Why::Complexity => words.complexity_said.to_owned(),
            Why::Untimed => words.speed_recorded.to_owned(),
            Why::Step(step) => compare::speed_step_only(&percent(step)),
            Why::Faster { step, total, all: false } => compare::speed_said(&percent(step), &percent(total)),
            Why::Faster { step, total, all: true } => compare::speed_all(&percent(step), &percent(total)),
            Why::Slower { step, total } => compare::speed_slower(&percent(step), &percent(total)),
            Why::Parameters { lstm, rnn, gru } => compare::parameters_said(lstm, rnn, gru),
            Why::Memory(share) => compare::memory_said(&percent(share)),
            Why::Complex => words.complex_agrees.to_owned(),
            Why::BestAll(cell) => compare::best_all(cell.name()),
            Why::BestNone => words.best_said.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_told_with_its_sum_in_one_unit() {
        // Weights of 1 185 numbers of four bytes, twice as much for Adam, and what the way back needs.
        let parts = [4_740.0, 9_480.0, 832_000.0];
        let [rnn, ..] = Cells::Memory([parts; 3]).said();
        let plain = rnn.replace(['\u{202f}', '\u{a0}'], " ");
        assert_eq!(plain, "4.7 KB + 9.5 KB + 832.0 KB = 846.2 KB");
    }

    #[test]
    fn a_time_is_told_with_its_steps_and_its_total_in_units_of_their_own() {
        let pace = |each: f64, steps: Option<usize>| Pace { each: Some(each), steps };
        let said = Cells::Pace([pace(0.002, None), pace(0.0065, Some(400)), pace(0.005, Some(500))]).said();
        let plain = said.map(|text| text.replace(['\u{202f}', '\u{a0}'], " "));
        assert_eq!(plain, ["2.0 ms a step, never solved", "6.5 ms × 400 steps = 2.6 s", "5.0 ms × 500 steps = 2.5 s"]);
    }
}
