//! Every choice a person can make, with its limits and its defaults: [`Source`], where the sequence comes from, [`Settings`], and [`State`],
//! what the address holds besides. Runs, trainings and views follow from them.

mod net;
mod source;
mod state;

pub use crate::keys::{BIAS, GAIN, MOST_SEED, MOST_UNITS, SEQUENCES};
pub use net::Net;
pub use source::{Source, source_from, source_key};
pub use state::{Focus, Part, State, in_lane, part_key, parts, states};

use crate::keys::{Choice, Key, Scope, Value, road_name};
use crate::playback::Timeline;
use crate::sequence::{
    By, Input, LONGEST, Library, SENTENCE, SHORTEST, Sequence, Tasked, Text, adding, awaited, copy, impulse, series,
};
use engine::trace::{CellKind, Form, Road};
use source::words;

/// The settings of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The source of the sequence.
    pub source: Source,
    /// The length of a sequence that is not text, [`SHORTEST`] to [`LONGEST`] time steps.
    pub length: usize,
    /// Whether a series is normalised to mean 0 and variance 1.
    pub normalised: bool,
    /// Hidden units H, 1 to [`MOST_UNITS`].
    pub units: usize,
    /// The factor on W_hh, within [`GAIN`].
    pub gain: f64,
    /// The number added to the forget or update bias, within [`BIAS`].
    pub bias: f64,
    /// The seed of all random draws.
    pub seed: u64,
    /// The step (from 0) at which the loss is read; `None` means the last.
    pub read: Option<usize>,
    /// The step (from 0) at which the lanes' number is read; `None` means the sequence's own.
    pub mark: Option<usize>,
    /// Values of the keys that have no field here, sorted by key.
    pub chosen: Vec<Choice>,
}

/// Everything that determines a sequence: its source, its length, whether it is normalised, whether its target is the
/// next value; of an example the choices that it follows from.
pub type Reading = (Source, usize, bool, bool, Vec<Choice>);

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
            chosen: vec![],
        }
    }
}

impl Settings {
    fn choice(&self, key: Key) -> Option<&Choice> {
        self.chosen.iter().find(|choice| choice.key() == key)
    }

    /// The text a person wrote for a key, valid or not; empty if nothing was chosen.
    #[must_use]
    pub fn written(&self, key: Key) -> &str {
        self.choice(key).map_or("", Choice::written)
    }

    /// The invalid part of what a person wrote for a key: all of it, or the wrong names of a list.
    #[must_use]
    pub fn wrong(&self, key: Key) -> Option<String> {
        self.choice(key).and_then(Choice::wrong)
    }

    /// The value chosen for a key; `None` if there is no valid one.
    #[must_use]
    pub fn value(&self, key: Key) -> Option<&Value> {
        self.choice(key).and_then(Choice::value)
    }

    /// Whether a flag is set.
    #[must_use]
    pub fn is(&self, key: Key) -> bool {
        self.value(key) == Some(&Value::Flag(true))
    }

    /// The whole number chosen for a key; `None` if there is no valid one.
    #[must_use]
    pub fn whole(&self, key: Key) -> Option<usize> {
        if let Some(Value::Whole(number)) = self.value(key) { Some(*number as usize) } else { None }
    }

    /// The number chosen for a key; `None` if there is no valid one.
    #[must_use]
    pub fn real(&self, key: Key) -> Option<f64> {
        match self.value(key) {
            Some(Value::Real(number)) => Some(*number),
            Some(Value::Whole(number)) => Some(*number as f64),
            _ => None,
        }
    }

    /// The name chosen for a key from its list; `None` if there is no valid one.
    #[must_use]
    pub fn name(&self, key: Key) -> Option<&'static str> {
        if let Some(Value::Name(name)) = self.value(key) { Some(name) } else { None }
    }

    /// The names chosen for a key from its list.
    #[must_use]
    pub fn names(&self, key: Key) -> &[&'static str] {
        if let Some(Value::Names(names)) = self.value(key) { names } else { &[] }
    }

    /// The text chosen for a key; empty if there is none.
    #[must_use]
    pub fn text(&self, key: Key) -> &str {
        if let Some(Value::Text(text)) = self.value(key) { text } else { "" }
    }

    /// Whether anything is locked.
    #[must_use]
    pub fn has_locks(&self) -> bool {
        matches!(self.value(Key::Lock), Some(Value::Keys(locked)) if !locked.is_empty())
    }

    /// Whether the address locks a key. If it locks any, it locks [`Key::Lock`], too.
    #[must_use]
    pub fn is_locked(&self, key: Key) -> bool {
        match self.value(Key::Lock) {
            Some(Value::Keys(locked)) => locked.contains(&key) || (key == Key::Lock && !locked.is_empty()),
            _ => false,
        }
    }

    /// The defaults, with the parts and settings that a lecturer's address hides and locks.
    #[must_use]
    pub fn reset(&self) -> Self {
        let mut reset = Self::default();
        [Key::Hide, Key::Lock].into_iter().for_each(|key| reset.choose(key, self.written(key)));
        reset
    }

    /// Sets a key that has no field here to a text as in the address; an empty text removes the choice.
    pub fn choose(&mut self, key: Key, written: &str) {
        debug_assert!(!key.scope().has_default(), "{} has a field", key.name());
        self.chosen.retain(|choice| choice.key() != key);
        let is_of_example = key.scope().is_of_training() && self.source == Source::Example;
        if !written.is_empty() {
            let place = self.chosen.partition_point(|choice| choice.key().name() < key.name());
            self.chosen.insert(place, Choice::new(key, written));
        }
        if is_of_example {
            // Another task has examples of another length, and networks of another size.
            (self.length, self.units) = self.example_sizes();
        }
    }

    /// Whether a trained network is looked at as it was before its first step of training.
    #[must_use]
    pub fn is_before_training(&self) -> bool {
        self.is_trained() && (self.is(Key::Untrained) || self.whole(Key::Trained) == Some(0))
    }

    /// The name of the task that is chosen.
    #[must_use]
    pub fn task(&self) -> &'static str {
        self.name(Key::Task).unwrap_or(crate::keys::TASKS[0])
    }

    /// Steps of an example of the chosen task, and hidden units of its networks, as far as choices and defaults tell.
    fn example_sizes(&self) -> (usize, usize) {
        let own = Tasked::named(self.task());
        let units = self.whole(Key::TrainUnits).or(own.map(|own| own.units)).unwrap_or(self.units);
        (own.map_or(self.length, |own| own.steps), units.min(MOST_UNITS))
    }

    /// These settings with an example of a task's default run, at the end of training.
    #[must_use]
    pub fn with_example(&self, tasked: Tasked) -> Self {
        let mut settings = self.without(Scope::Sweep).without(Scope::Train).without(Scope::Cell);
        settings.choose(Key::Task, tasked.task);
        settings.choose(Key::Trained, &tasked.end.to_string());
        settings.with_source(Source::Example)
    }

    /// The task that the sequence belongs to, and with it the weights that the page ships; for a text the task that reads
    /// sentences. `None` for sequences that no task has.
    #[must_use]
    pub fn tasked(&self) -> Option<Tasked> {
        let task = match &self.source {
            Source::Sentence => "agreement",
            Source::Own(text) if text.by() == By::Words => "agreement",
            Source::Own(_) => "characters",
            Source::Adding => "adding",
            Source::Copy => "copy",
            Source::Series(dataset) => dataset.key(),
            Source::Example => self.task(),
            Source::Impulse | Source::Numbers(_) => return None,
        };
        Tasked::named(task)
    }

    /// The choices that an example follows from.
    #[must_use]
    pub fn example_of(&self) -> Vec<Choice> {
        let counts = |choice: &&Choice| choice.key().scope().is_of_training() || choice.key() == Key::Example;
        self.chosen.iter().filter(counts).cloned().collect()
    }

    /// These settings without the choices of a scope.
    #[must_use]
    pub fn without(&self, scope: Scope) -> Self {
        let mut rest = self.clone();
        rest.chosen.retain(|choice| choice.key().scope() != scope);
        rest
    }

    /// The numbers that a person set in place of drawn ones: place and text. An empty text restores the drawn number.
    pub fn edits(&self) -> impl Iterator<Item = (&str, &str)> {
        let edits = self.text(Key::Edits).split(';').filter_map(|edit| edit.split_once('='));
        edits.filter(|(_, written)| !written.is_empty())
    }

    /// Whether only a worker can make the run: the page lacks what is read, or a cell's form, initialisation or weights are not
    /// PyTorch's initial ones.
    #[must_use]
    pub fn needs_worker(&self, library: &Library) -> bool {
        let is_of_cells = |choice: &Choice| choice.key().scope() == Scope::Cell && choice.value().is_some();
        !self.is_read_with(library) || self.chosen.iter().any(is_of_cells)
    }

    /// Whether a library has what the sequence is made of: the rows of a series, or what folds the words of a text.
    #[must_use]
    pub fn is_read_with(&self, library: &Library) -> bool {
        match &self.source {
            Source::Series(dataset) => library.has(*dataset),
            Source::Own(text) => library.can_fold(text),
            // Only a worker knows tasks and what training left.
            Source::Example => false,
            _ => true,
        }
    }

    /// How a cell differs from PyTorch's.
    #[must_use]
    pub fn form(&self, cell: CellKind) -> Form {
        let with = |form: Form, key: Key, of: CellKind, change: fn(Form) -> Form| {
            if cell == of && self.is(key) { change(form) } else { form }
        };
        let mut form = Form::default();
        form = with(form, Key::Relu, CellKind::Rnn, Form::with_relu);
        form = with(form, Key::ResetBefore, CellKind::Gru, Form::with_reset_before);
        form = with(form, Key::LinearCandidate, CellKind::Lstm, Form::with_linear_candidate);
        form = with(form, Key::LinearOutput, CellKind::Lstm, Form::with_linear_output);
        form = with(form, Key::Coupled, CellKind::Lstm, Form::with_coupled);
        for gate in cell.gates() {
            if let Some(value) = self.real(Key::of_gate(*gate)) {
                form = form.with_frozen(*gate, value);
            }
        }
        let closed = self.names(Key::Closed);
        let is_closed = |road: &&Road| closed.contains(&&*road_name(cell, **road));
        cell.roads().iter().filter(is_closed).fold(form, |form, road| form.with_closed(*road))
    }

    /// Whether the Lab shows a network that this page trained.
    #[must_use]
    pub fn is_trained(&self) -> bool {
        self.value(Key::Trained).is_some() && self.net().is_none()
    }

    /// The network that a person brought, if the Lab shows one.
    #[must_use]
    pub fn net(&self) -> Option<Net> {
        Net::named(self.text(Key::Net))
    }

    /// These settings with a network that a person brought, in the place of a trained one; its cell takes the form that the network
    /// has.
    #[must_use]
    pub fn with_net(&self, net: Net, form: Form) -> Self {
        let mut settings = self.without(Scope::Cell);
        settings.choose(Key::Net, &net.to_string());
        settings.choose(Key::Relu, if form.relu { "yes" } else { "" });
        settings.choose(Key::ResetBefore, if form.reset_before { "yes" } else { "" });
        settings.units = net.units;
        settings
    }

    /// Everything that determines the sequence.
    #[must_use]
    pub fn reading(&self) -> Reading {
        let of = match self.source {
            Source::Example => self.example_of(),
            // It is as wide as such a network reads.
            Source::Impulse => self.choice(Key::Net).cloned().into_iter().collect(),
            _ => vec![],
        };
        (self.source.clone(), self.length, self.normalised, self.value(Key::Answer).is_none(), of)
    }

    /// The layer shown (from 1), and the number of layers. Only a trained network, or one that was brought, can have more than one.
    #[must_use]
    pub fn layer(&self) -> (usize, usize) {
        if let Some(net) = self.net() {
            return (self.whole(Key::Layer).unwrap_or(net.layers).min(net.layers), net.layers);
        }
        if !self.is_trained() {
            return (1, 1);
        }
        let mut layers = self.whole(Key::Layers).unwrap_or(1);
        // An example is read by the encoder.
        let shown = if self.source == Source::Example { layers } else { usize::MAX };
        if self.name(Key::Task) == Some("translation") {
            // The decoder's layers are numbered after the encoder's.
            layers *= 2;
        }
        (self.whole(Key::Layer).unwrap_or(shown).min(layers), layers)
    }

    /// The sequence of these settings. The library provides the rows of a series.
    #[must_use]
    pub fn sequence(&self, library: &Library) -> Sequence {
        match &self.source {
            Source::Sentence => words(SENTENCE).sequence(|word| library.token(word)),
            Source::Own(text) => text.sequence(|word| library.token(word)),
            Source::Impulse => impulse(self.length, self.impulse_width()),
            Source::Adding => adding(self.length),
            Source::Copy => copy(self.length),
            Source::Series(dataset) => series(*dataset, library, self.length, self.normalised),
            Source::Example => {
                let example = library.example(&self.example_of());
                example.map_or_else(|| awaited(self.length), |example| example.sequence(self.length))
            }
            Source::Numbers(numbers) => {
                let mut sequence = numbers.sequence(self.length, self.normalised);
                if let (Input::Numbers { next, .. }, false) = (&mut sequence.input, self.value(Key::Answer).is_none()) {
                    next.clear();
                }
                sequence
            }
        }
    }

    /// How many numbers an impulse has at each step: as many as the network reads that a person brought.
    fn impulse_width(&self) -> usize {
        self.net().map_or(1, |net| net.inputs)
    }

    /// The number of time steps T, computed without the sequence's numbers.
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

    /// Whether the target is the next value and the series can be normalised.
    #[must_use]
    pub fn is_forecast(&self) -> bool {
        match &self.source {
            Source::Series(dataset) => dataset.is_forecast(),
            source => matches!(source, Source::Numbers(_)),
        }
    }

    /// Whether the loss is the squared error of a target.
    #[must_use]
    pub fn has_target(&self) -> bool {
        (self.is_forecast() || self.source == Source::Adding) && self.value(Key::Answer).is_none()
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
        let own = match self.source {
            Source::Sentence => 1,
            // The subject, whose number the verb has.
            Source::Example if self.task() == "agreement" => 1,
            _ => 0,
        };
        self.mark.unwrap_or(own).min(self.read_step())
    }

    /// The playhead's timeline.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        Timeline { steps: self.steps(), read: self.read_step(), goes_back: true }
    }

    /// Whether a key has the same value in the old settings. Keys of the moment, which are no settings, always do.
    #[must_use]
    pub fn is_same(&self, old: &Self, key: Key) -> bool {
        match key {
            Key::Sequence | Key::Text | Key::Numbers => self.source == old.source,
            Key::Length => self.length == old.length,
            Key::Normalised => self.normalised == old.normalised,
            Key::Units => self.units == old.units,
            Key::Gain => self.gain == old.gain,
            Key::Bias => self.bias == old.bias,
            Key::Seed => self.seed == old.seed,
            Key::Read => self.read == old.read,
            Key::Mark => self.mark == old.mark,
            key => self.value(key) == old.value(key),
        }
    }

    /// The scopes of the keys that differ and that a run depends on. The weights of a trained network depend on those of its
    /// training, too.
    fn changed_run<'a>(&'a self, old: &'a Self) -> impl Iterator<Item = Scope> {
        let reads = |settings: &Self| settings.value(Key::Trained).is_some() || settings.source == Source::Example;
        let is_trained = [self, old].into_iter().all(reads);
        let counts = move |scope: Scope| scope.makes_a_run() || is_trained && scope.is_of_training();
        let changed = Key::ALL.iter().filter(move |key| counts(key.scope()) && !self.is_same(old, **key));
        changed.map(|key| key.scope())
    }

    /// Whether of all that a run depends on only gain or bias differ from the old settings, so that the run keeps its
    /// shape.
    #[must_use]
    pub fn differs_by_drag(&self, old: &Self) -> bool {
        self.mark == old.mark && self.changed_run(old).all(|scope| scope == Scope::Drag)
    }

    /// Whether these settings give the same run as the old ones.
    #[must_use]
    pub fn same_run(&self, old: &Self) -> bool {
        self.changed_run(old).next().is_none()
    }

    /// These settings with another sequence. Marks that belong to the old sequence are removed.
    #[must_use]
    pub fn with_source(&self, source: Source) -> Self {
        let (length, units) = match &source {
            Source::Series(dataset) => (dataset.longest().min(60), self.units),
            Source::Numbers(numbers) => (numbers.longest(), self.units),
            Source::Example => self.example_sizes(),
            _ => (100, self.units),
        };
        Self { source, length, units, read: None, mark: None, ..self.clone() }
    }
}
