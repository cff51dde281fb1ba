//! What the answers lead to: the advice with its reasons, and what it takes. All of it follows from the settings; nothing is run.

use super::rules::{Advice, DEFAULTS, QUESTIONS, pair, rule};
use engine::trace::CellKind;
use model::keys::Key;
use model::settings::Settings;
use words::choose::{self, words};
use words::format::{self, Digits, Group, Measure};

/// Multiply-adds a second that the estimates assume: see `words.basis`.
const DEVICES: [f64; 3] = [80e6, 4.0 * 1.5e9, 8.0 * 3e9];

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The key of its answer.
    pub key: Key,
    /// What is asked.
    pub asked: &'static str,
    /// The answers as they stand in the address, with what is read.
    pub answers: Vec<(&'static str, &'static str)>,
}

/// The questions with their answers.
#[must_use]
pub fn questions() -> [Question; 6] {
    let w = words();
    let of = |key: Key, asked: &'static str, names: &[&'static str]| Question {
        key,
        asked,
        answers: key.names().iter().copied().zip(names.iter().copied()).collect(),
    };
    let [length, data, place, needs, first, task] = QUESTIONS;
    [
        of(length, w.length, &[w.length_short, w.length_medium, w.length_long, w.length_endless]),
        of(data, w.data, &[w.data_little, w.data_some, w.data_much]),
        of(place, w.place, &[w.place_edge, w.place_cpu, w.place_gpu]),
        of(needs, w.needs, &[w.needs_near, w.needs_far, w.needs_many, w.needs_unknown]),
        of(first, w.first, &[w.first_accuracy, w.first_speed, w.first_baseline]),
        of(task, w.task, &[w.task_classify, w.task_forecast, w.task_tag, w.task_generate, w.task_translate]),
    ]
}

/// The answers that the settings give, with the defaults for what they do not.
#[must_use]
pub fn answers(settings: &Settings) -> [&'static str; 6] {
    let mut all = DEFAULTS;
    for (own, key) in all.iter_mut().zip(QUESTIONS) {
        *own = settings.name(key).unwrap_or(*own);
    }
    all
}

/// A number that is asked for beside the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Its key.
    pub key: Key,
    /// What it is where the address has none, or none that can be used.
    pub default: usize,
}

impl Size {
    /// Hidden units.
    pub const UNITS: Self = Self { key: Key::QUnits, default: 128 };
    /// Numbers a step.
    pub const INPUTS: Self = Self { key: Key::QInputs, default: 64 };

    /// What the settings say.
    #[must_use]
    pub fn of(self, settings: &Settings) -> usize {
        settings.whole(self.key).unwrap_or(self.default)
    }

    /// What its field shows: what can't be used as well, so that it can be mended.
    #[must_use]
    pub fn shown(self, settings: &Settings) -> String {
        match settings.written(self.key) {
            "" => self.default.to_string(),
            written => written.to_owned(),
        }
    }
}

/// The advice.
#[derive(Clone, Debug, PartialEq)]
pub struct Advised {
    /// What is advised.
    pub advice: Advice,
    /// Why, in the form of `words::rich`.
    pub reasons: Vec<String>,
    /// The part of an address that opens a pair of runs in Train.
    pub pair: String,
    /// What each cell takes.
    pub costs: Costs,
}

/// What each cell takes, at so many units and numbers a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Costs {
    /// Hidden units.
    pub units: usize,
    /// Numbers a step.
    pub inputs: usize,
    /// RNN, LSTM and GRU.
    pub cells: [Cost; 3],
}

/// What a cell takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// Blocks of H rows.
    pub blocks: usize,
    /// Weights, PyTorch's two biases among them.
    pub parameters: usize,
    /// Multiply-adds of a step.
    pub products: usize,
    /// An estimate of a step's time on a Cortex-M4, a Raspberry Pi 4 and a laptop's core, in seconds.
    pub times: [f64; 3],
}

impl Advised {
    /// What the settings lead to.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        let chosen = answers(settings);
        let (units, inputs) = (Size::UNITS.of(settings), Size::INPUTS.of(settings));
        let rule = rule(chosen);
        let reasons = (rule.reasons)(words()).into_iter().map(|reason| reason.replace("{H}", &units.to_string()));
        Self {
            advice: rule.advice,
            reasons: reasons.collect(),
            pair: pair(chosen, units),
            costs: Costs { units, inputs, cells: CellKind::ALL.map(|cell| cost(cell, units, inputs)) },
        }
    }
}

fn cost(cell: CellKind, units: usize, inputs: usize) -> Cost {
    let blocks = cell.blocks().len();
    let products = blocks * units * (inputs + units);
    let times = DEVICES.map(|rate| products as f64 / rate);
    Cost { blocks, parameters: cell.parameter_count(inputs, units), products, times }
}

impl Costs {
    /// Its rows, written: a name, then RNN, LSTM and GRU. Sizes have one unit, and so have times.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<String>> {
        let words = words();
        let row = |name: &str, of: &dyn Fn(&Cost) -> String| -> Vec<String> {
            std::iter::once(name.to_owned()).chain(self.cells.iter().map(of)).collect()
        };
        let bytes = |cost: &Cost, each: usize| (each * cost.parameters) as f64;
        let sizes = Group::new(Measure::Bytes, self.cells.iter().flat_map(|cost| [bytes(cost, 1), bytes(cost, 4)]));
        let times = Group::new(Measure::Seconds, self.cells.iter().flat_map(|cost| cost.times));
        let formula = |cost: &Cost| choose::formula(cost.blocks, self.units, self.inputs, cost.parameters);
        let mut rows = vec![
            row(words.parameters, &formula),
            row(words.float, &|cost| sizes.write(bytes(cost, 4), Digits::Headline)),
            row(words.int, &|cost| sizes.write(bytes(cost, 1), Digits::Headline)),
            row(words.products, &|cost| format::count(cost.products)),
        ];
        for (place, name) in [words.m4, words.pi, words.laptop].into_iter().enumerate() {
            rows.push(row(name, &|cost| times.write(cost.times[place], Digits::Headline)));
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::settings::State;

    fn settings(fragment: &str) -> Settings {
        State::from_fragment(fragment).0.settings
    }

    #[test]
    fn what_is_chosen_is_shown_and_bad_numbers_stay_in_their_field() {
        let own = settings("view=choose&q_length=short&q_first=baseline&q_units=abc&q_task=<b>");
        assert_eq!(answers(&own), ["short", "some", "cpu", "unknown", "baseline", "classify"]);
        let advised = Advised::of(&own);
        assert_eq!(advised.advice, Advice::Rnn);
        assert!(advised.reasons.iter().all(|reason| !reason.contains("{H}")));
        assert_eq!((Size::UNITS.of(&own), Size::UNITS.shown(&own)), (128, "abc".to_owned()));
        assert_eq!(answers(&settings(""))[0], "medium");
        assert_eq!(Size::INPUTS.shown(&settings("")), "64");
    }

    #[test]
    fn a_stream_says_how_many_numbers_are_kept() {
        let reasons = Advised::of(&settings("q_where=edge&q_units=77")).reasons;
        assert!(reasons.iter().any(|reason| reason.contains("keeps 77 numbers")), "{reasons:?}");
    }

    #[test]
    fn every_question_has_an_answer_in_words_for_each_in_the_address() {
        for (question, key) in questions().iter().zip(QUESTIONS) {
            assert_eq!((question.key, question.answers.len()), (key, key.names().len()));
        }
    }

    #[test]
    fn what_it_takes_is_counted_and_estimated_in_one_unit() {
        // An LSTM of 128 units on 64 numbers: 4 × 128 × (64 + 128) multiply-adds, 98 304, in 1.23 ms at 80 MHz.
        let costs = Advised::of(&settings("")).costs;
        assert_eq!((costs.cells[1].products, costs.cells[1].parameters), (98_304, 99_328));
        let rows: Vec<Vec<String>> = costs.rows();
        assert_eq!(rows[0][2], "4 × 128 × (64 + 128 + 2) = 99\u{202f}328");
        assert_eq!(rows[1][2], "400\u{202f}KB");
        assert_eq!(rows[4][2], "1\u{202f}200\u{202f}µs");
    }
}
