//! What a paper's experiment came to here: the numbers that tell it, and the sentence that they make.

use crate::agreement::Agreement;
use serde::{Deserialize, Serialize};
use words::format::{Digits, Group, Measure};
use words::results::{self, Solved, words};

/// Whether what is found here agrees with the paper, and what is found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Whether it does.
    pub agrees: Agreement,
    /// What is found.
    pub finding: Finding,
}

/// What an experiment came to. Losses and gradients are numbers without a unit, ratios are multiples.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Finding {
    /// The runs of the experiment are others than those that it is read from.
    Nothing,
    /// Of Bengio, Simard and Frasconi 1994.
    Bengio {
        /// At the shortest span.
        first: Solved,
        /// At the longest.
        last: Solved,
    },
    /// Of Hochreiter and Schmidhuber 1997.
    Hochreiter {
        /// How many sequences the LSTM takes, as a median.
        sequences: usize,
        /// The runs of the RNN.
        rnn: Solved,
    },
    /// Of Pascanu, Mikolov and Bengio 2013.
    Pascanu {
        /// What the bound allows at the smallest singular value.
        bound: f64,
        /// What is left there.
        left: f64,
        /// The longest sequences of temporal order.
        length: usize,
        /// Clipped, at that length.
        with: Solved,
        /// Not clipped.
        without: Solved,
    },
    /// Of Chung, Gulcehre, Cho and Bengio 2014: the long task.
    Chung {
        /// The runs of the RNN.
        rnn: Solved,
        /// The runs of the LSTM.
        lstm: Solved,
        /// Its steps, where most of its runs solve it.
        lstm_steps: Option<usize>,
        /// The runs of the GRU.
        gru: Solved,
        /// Its steps, where most of its runs solve it.
        gru_steps: Option<usize>,
    },
    /// Of Le, Jaitly and Hinton 2015: losses at the end.
    Le {
        /// Of the RNN with ReLU and identity.
        identity: f64,
        /// Its runs.
        solved: Solved,
        /// Of the tanh RNN.
        tanh: f64,
        /// Of the LSTM.
        lstm: f64,
        /// How many runs of the ReLU network diverge at ten times the rate.
        diverged: Solved,
    },
    /// Of Jozefowicz, Zaremba and Sutskever 2015: steps, where any run solves it.
    Jozefowicz {
        /// With bias 0.
        without: Option<usize>,
        /// With bias 1.
        with: Option<usize>,
        /// Of the GRU.
        gru: Option<usize>,
    },
    /// Of Greff and others 2015.
    Greff {
        /// The part that is missed most on adding.
        adding: String,
        /// The same on agreement.
        agreement: String,
        /// Steps with input coupled to forget, over those of the whole.
        ratio: f64,
        /// Neither part is what the paper names.
        is_unlike: bool,
    },
    /// Of Arjovsky, Shah and Bengio 2016: losses.
    Arjovsky {
        /// What the formula gives.
        baseline: f64,
        /// Of the RNN.
        rnn: f64,
        /// How far that is off, as a share.
        off: f64,
        /// Of the LSTM.
        lstm: f64,
        /// Of the GRU.
        gru: f64,
    },
    /// Of Tallec and Ollivier 2018.
    Tallec {
        /// How many times faster chrono is.
        ratio: f64,
    },
    /// Of the same, where most runs without chrono do not solve it.
    TallecNever {
        /// With bias 1.
        plain: Solved,
        /// With chrono.
        chrono: Solved,
    },
    /// Of Madsen 2019.
    Madsen {
        /// The gradient's norm at the noun over the mean of all words, of RNN, LSTM and GRU.
        times: [f64; 3],
    },
}

impl Finding {
    /// In words. Numbers that are compared have one unit.
    #[must_use]
    pub fn said(&self) -> String {
        let number = |all: &[f64]| {
            let group = Group::new(Measure::Number, all.iter().copied());
            move |x: f64| group.write(x, Digits::Table)
        };
        match self {
            Self::Nothing => String::new(),
            Self::Bengio { first, last } => results::bengio_said(*first, *last),
            Self::Hochreiter { sequences, rnn } => results::hochreiter_said(*sequences, *rnn),
            Self::Pascanu { bound, left, length, with, without } => {
                let write = number(&[*bound, *left]);
                results::pascanu_said(&write(*bound), &write(*left), *length, *with, *without)
            }
            Self::Chung { rnn, lstm, lstm_steps, gru, gru_steps } => {
                results::chung_said(*rnn, *lstm, *lstm_steps, *gru, *gru_steps)
            }
            Self::Le { identity, solved, tanh, lstm, diverged } => {
                let write = number(&[*identity, *tanh, *lstm]);
                results::le_said(&write(*identity), *solved, &write(*tanh), &write(*lstm), *diverged)
            }
            Self::Jozefowicz { without, with, gru } => results::jozefowicz_said(*without, *with, *gru),
            Self::Greff { adding, agreement, ratio, is_unlike } => {
                let unlike = if *is_unlike { words().greff_unlike } else { "" };
                results::greff_said(adding, agreement, *ratio) + unlike
            }
            Self::Arjovsky { baseline, rnn, off, lstm, gru } => {
                let write = number(&[*baseline, *rnn, *lstm, *gru]);
                results::arjovsky_said(&write(*baseline), &write(*rnn), *off, &write(*lstm), &write(*gru))
            }
            Self::Tallec { ratio } => results::tallec_said(*ratio),
            Self::TallecNever { plain, chrono } => results::tallec_never(*plain, *chrono),
            Self::Madsen { times } => {
                let group = Group::new(Measure::Number, *times);
                let [rnn, lstm, gru] = times.map(|x| group.write(x, Digits::Headline));
                results::madsen_said(&rnn, &lstm, &gru)
            }
        }
    }
}
