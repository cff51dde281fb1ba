//! Every choice a person can make, with its limits and its defaults.

use crate::playback::{Playhead, Timeline};
use crate::task::{
    By, Dataset, EXAMPLE, Input, LONGEST, Numbers, SENTENCE, SHORTEST, Sequence, Text, adding, copy, decimal, impulse,
    series,
};
use crate::trace::{CellKind, Form, Pass, Quantity};

/// Where the sequence comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The sentence the page opens with.
    Sentence,
    /// A person's own text.
    Own(Text),
    /// A 1 followed by zeros.
    Impulse,
    /// A sample of the adding problem.
    Adding,
    /// A sample of the copy problem.
    Copy,
    /// A series that the worker has.
    Series(Dataset),
    /// A person's own numbers.
    Numbers(Numbers),
}

/// What the engine runs on.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Which sequence.
    pub source: Source,
    /// Length of what is no text, [`SHORTEST`] to [`LONGEST`] steps.
    pub length: usize,
    /// Whether a series is brought to mean 0 and variance 1.
    pub normalised: bool,
    /// Hidden units H, 1 to 64.
    pub units: usize,
    /// What W_hh is multiplied by, [`GAIN`].
    pub gain: f64,
    /// What is added to the forget or update bias, [`BIAS`].
    pub bias: f64,
    /// The number that all draws follow from.
    pub seed: u64,
    /// The step (from 0) at which the loss is read; none means the last.
    pub read: Option<usize>,
    /// The step (from 0) at which the lanes' number is read; none means the sequence's own.
    pub mark: Option<usize>,
    /// Choices of the laboratory, by key, as they stand in the address; the worker reads them.
    pub laboratory: Vec<(String, String)>,
}

/// What a sequence follows from: its source, its length, whether it is normalised.
pub type Reading = (Source, usize, bool, bool);

/// What of a lane is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A unit's state: h, or the LSTM's c.
    State(Quantity),
    /// A gate.
    Gate(Quantity),
    /// The gradient with respect to the state.
    Gradient,
    /// What the step reads.
    Token,
}

/// What the inspector shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// Which lane.
    pub cell: CellKind,
    /// The step (from 0).
    pub step: usize,
    /// The hidden unit (from 0).
    pub unit: usize,
    /// What of the lane.
    pub part: Part,
    /// Whose equations are shown.
    pub pass: Pass,
}

/// All that makes the picture: what the address holds.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What the engine runs on.
    pub settings: Settings,
    /// How far the page has come.
    pub playhead: Playhead,
    /// What the inspector shows.
    pub focus: Focus,
    /// How fast the playhead runs: one of [`SPEEDS`](crate::playback::SPEEDS).
    pub speed: f64,
    /// Larger type for a projector, controls folded away.
    pub presenting: bool,
}

/// Most hidden units.
pub const MOST_UNITS: usize = 128;
/// The smallest and largest recurrent gain.
pub const GAIN: (f64, f64) = (0.1, 10.0);
/// The smallest and largest forget or update bias.
pub const BIAS: (f64, f64) = (-3.0, 6.0);
/// The key of the numbers that were put in by hand.
pub const EDITS: &str = "edits";
/// The key of weights that training left: after how many steps.
pub const TRAINED: &str = "trained";
/// The key of the answer that such a network is asked for: its number among the read-out's. L is that answer.
pub const ANSWER: &str = "answer";

/// The layer (from 1) of a network that training left; the top one if it is not said.
pub const LAYER: &str = "layer";
/// The keys of the starts, in the order of the cells.
pub const STARTS: [&str; 3] = ["start_rnn", "start_lstm", "start_gru"];
/// The largest seed.
pub const MOST_SEED: u64 = 999_999;

impl Default for Settings {
    fn default() -> Self {
        Self {
            source: Source::Sentence,
            length: 100,
            normalised: true,
            units: 12,
            gain: 1.0,
            bias: 1.0,
            seed: 1,
            read: None,
            mark: None,
            laboratory: vec![],
        }
    }
}

impl Settings {
    /// A choice of the laboratory; empty if none was made.
    #[must_use]
    pub fn choice(&self, key: &str) -> &str {
        self.laboratory.iter().find(|(k, _)| k == key).map_or("", |(_, value)| value)
    }

    /// The numbers that a person put in the place of a drawn one: where, and what was written. Where
    /// nothing is written the drawn one is back.
    pub fn edits(&self) -> impl Iterator<Item = (&str, &str)> {
        let edits = self.choice(EDITS).split(';').filter_map(|edit| edit.split_once('='));
        edits.filter(|(_, written)| !written.is_empty())
    }

    /// The choices of the laboratory that change the run.
    fn acting(&self) -> impl Iterator<Item = &(String, String)> {
        self.laboratory.iter().filter(|(key, _)| is_acting(key))
    }

    /// Whether only the worker can make the run: it reads a series that is not here yet, or the cells are not
    /// PyTorch's as it starts them.
    #[must_use]
    pub fn needs_worker(&self) -> bool {
        matches!(self.source, Source::Series(dataset) if !dataset.is_here()) || self.acting().next().is_some()
    }

    /// How a cell differs from PyTorch's.
    #[must_use]
    pub fn form(&self, cell: CellKind) -> Form {
        Form::chosen(cell, |key| self.choice(key), decimal)
    }

    /// What the sequence follows from.
    #[must_use]
    pub fn reading(&self) -> Reading {
        (self.source.clone(), self.length, self.normalised, self.choice(ANSWER).is_empty())
    }

    /// The layer that is shown, and how many there are: one, but in a network that training left.
    #[must_use]
    pub fn layer(&self) -> (usize, usize) {
        if self.choice(TRAINED).is_empty() {
            return (1, 1);
        }
        let mut layers = self.choice("t_layers").parse().unwrap_or(1).clamp(1, 4);
        if self.choice("task") == "translation" {
            // The decoder's come after the encoder's.
            layers *= 2;
        }
        (self.choice(LAYER).parse().unwrap_or(layers).clamp(1, layers), layers)
    }

    /// Makes a choice of the laboratory; an empty one is taken back.
    pub fn choose(&mut self, key: &str, value: &str) {
        self.laboratory.retain(|(k, _)| k != key);
        if !value.is_empty() {
            let place = self.laboratory.partition_point(|(k, _)| k.as_str() < key);
            self.laboratory.insert(place, (key.to_owned(), value.to_owned()));
        }
    }

    /// The sequence these settings name.
    #[must_use]
    pub fn sequence(&self) -> Sequence {
        match &self.source {
            Source::Sentence => words(SENTENCE).sequence(),
            Source::Own(text) => text.sequence(),
            Source::Impulse => impulse(self.length),
            Source::Adding => adding(self.length),
            Source::Copy => copy(self.length),
            Source::Series(dataset) => series(*dataset, self.length, self.normalised),
            Source::Numbers(numbers) => {
                let mut sequence = numbers.sequence(self.length, self.normalised);
                if let (Input::Numbers { next, .. }, false) = (&mut sequence.input, self.choice(ANSWER).is_empty()) {
                    next.clear();
                }
                sequence
            }
        }
    }

    /// Number of steps T, without making the sequence's numbers.
    #[must_use]
    pub fn steps(&self) -> usize {
        match &self.source {
            Source::Sentence => Text::count(SENTENCE, By::Words),
            Source::Own(text) => Text::count(text.as_str(), text.by()),
            _ => self.length.min(self.longest()),
        }
    }

    /// The longest the sequence may be.
    #[must_use]
    pub fn longest(&self) -> usize {
        match &self.source {
            Source::Series(dataset) => dataset.longest(),
            Source::Numbers(numbers) => numbers.longest(),
            _ => LONGEST,
        }
    }

    /// The shortest the sequence may be.
    #[must_use]
    pub fn shortest(&self) -> usize {
        SHORTEST.min(self.longest())
    }

    /// Whether the next value is forecast, and may be normalised.
    #[must_use]
    pub fn is_forecast(&self) -> bool {
        match &self.source {
            Source::Series(dataset) => dataset.is_forecast(),
            source => matches!(source, Source::Numbers(_)),
        }
    }

    /// Whether the loss is the squared distance from a target.
    #[must_use]
    pub fn has_target(&self) -> bool {
        (self.is_forecast() || self.source == Source::Adding) && self.choice(ANSWER).is_empty()
    }

    /// The step (from 0) at which the loss is read.
    #[must_use]
    pub fn read_step(&self) -> usize {
        let last = self.steps() - 1;
        self.read.unwrap_or(last).min(last)
    }

    /// The step (from 0) at which the lanes' number is read, never after the loss.
    #[must_use]
    pub fn mark_step(&self) -> usize {
        let own = if self.source == Source::Sentence { 1 } else { 0 };
        self.mark.unwrap_or(own).min(self.read_step())
    }

    /// The road of the playhead.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        Timeline { steps: self.steps(), read: self.read_step() }
    }

    /// Whether these are the old ones with gain or bias moved: the run keeps its shape.
    #[must_use]
    pub fn differs_by_drag(&self, old: &Self) -> bool {
        let acting = self.acting().eq(old.acting());
        acting && Self { gain: old.gain, bias: old.bias, laboratory: old.laboratory.clone(), ..self.clone() } == *old
    }

    /// Whether they give the same run as the old ones.
    #[must_use]
    pub fn same_run(&self, old: &Self) -> bool {
        let acting = self.acting().eq(old.acting());
        acting && Self { mark: old.mark, laboratory: old.laboratory.clone(), ..self.clone() } == *old
    }

    /// The same with another sequence: marks that belong to the old one are dropped.
    #[must_use]
    pub fn with_source(&self, source: Source) -> Self {
        let length = match &source {
            Source::Series(dataset) => dataset.longest().min(60),
            Source::Numbers(numbers) => numbers.longest(),
            _ => 100,
        };
        Self { source, length, read: None, mark: None, ..self.clone() }
    }
}

/// Whether a choice of the laboratory changes the run: a number put in by hand, the form or the start of a cell.
#[must_use]
pub fn is_acting(key: &str) -> bool {
    key == EDITS
        || key == TRAINED
        || key == ANSWER
        || key == LAYER
        || Form::KEYS.contains(&key)
        || STARTS.contains(&key)
}

impl Default for State {
    fn default() -> Self {
        Self::of(Settings::default())
    }
}

impl State {
    /// The picture that these settings open with: everything known, the lanes' number in focus.
    #[must_use]
    pub fn of(settings: Settings) -> Self {
        let focus = Focus {
            cell: CellKind::Lstm,
            step: settings.mark_step(),
            unit: 3.min(settings.units - 1),
            part: Part::State(Quantity::Cell),
            pass: Pass::Forward,
        };
        Self { playhead: settings.timeline().end(), focus, speed: 1.0, presenting: false, settings }
    }

    /// Moves what points beyond the sequence or the units back inside.
    #[must_use]
    pub fn clamped(mut self) -> Self {
        self.settings.length = self.settings.length.clamp(self.settings.shortest(), self.settings.longest());
        self.playhead = self.settings.timeline().clamp(self.playhead);
        self.focus.step = self.focus.step.min(self.settings.steps() - 1);
        self.focus.unit = self.focus.unit.min(self.settings.units - 1);
        self
    }
}

/// What can be looked at in a lane, from top to bottom.
#[must_use]
pub fn parts(cell: CellKind) -> Vec<Part> {
    let states = states(cell).iter().map(|&q| Part::State(q));
    let gates = cell.gates().iter().map(|&q| Part::Gate(q));
    states.chain(gates).chain([Part::Gradient, Part::Token]).collect()
}

/// The state a lane draws as a map, from top to bottom.
#[must_use]
pub fn states(cell: CellKind) -> &'static [Quantity] {
    match cell {
        CellKind::Lstm => &[Quantity::Cell, Quantity::Hidden],
        CellKind::Rnn | CellKind::Gru => &[Quantity::Hidden],
    }
}

/// The key of a source: in the address and in the list of sequences.
#[must_use]
pub fn source_key(source: &Source) -> &'static str {
    match source {
        Source::Sentence => "sentence",
        Source::Own(text) if text.by() == By::Words => "words",
        Source::Own(_) => "characters",
        Source::Impulse => "impulse",
        Source::Adding => "adding",
        Source::Copy => "copy",
        Source::Series(dataset) => dataset.key(),
        Source::Numbers(_) => "csv",
    }
}

/// The source of a key, if there is one of that name. Without a text of one's own, the sentence is the text.
#[must_use]
pub fn source_from(key: &str) -> Option<Source> {
    Some(match key {
        "sentence" => Source::Sentence,
        "words" => Source::Own(words(SENTENCE)),
        "characters" => Source::Own(cut_by(SENTENCE, By::Characters)),
        "impulse" => Source::Impulse,
        "adding" => Source::Adding,
        "copy" => Source::Copy,
        "csv" => Source::Numbers(Numbers::new(EXAMPLE)?),
        key => Source::Series(Dataset::ALL.into_iter().find(|dataset| dataset.key() == key)?),
    })
}

/// The keys of all sources, in the order of the list.
pub const SEQUENCES: [&str; 14] = [
    "sentence",
    "words",
    "characters",
    "csv",
    "impulse",
    "adding",
    "copy",
    "co2",
    "sunspots",
    "sst",
    "weather",
    "speech",
    "clicks",
    "frames",
];

fn words(text: &'static str) -> Text {
    cut_by(text, By::Words)
}

/// The opening sentence as a text; it is not empty.
fn cut_by(text: &'static str, by: By) -> Text {
    Text::new(text, by).unwrap_or_else(|_| unreachable!("the sentence has words"))
}
