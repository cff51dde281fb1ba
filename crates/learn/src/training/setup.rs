//! The setup of a training run: the settings' choices, checked, with defaults where nothing usable was chosen.

use std::ops::Range;

use nalgebra::DMatrix;

use crate::task::{Level, Sets, Shown, TASKS, Task, letters, series};
use engine::cure::{Scheme, start};
use engine::trace::{CellKind, Form, Parameters};
use engine::train::{PANEL, Plan, Rule, Schedule, Weights};
use engine::{Start, parameters, readout_weights};
use model::keys::Key;
use model::settings::{Net, Settings};

/// The optimiser with a name from [`RULES`](model::keys::RULES); Adam for any other name.
#[must_use]
pub fn rule(name: &str) -> Rule {
    match name {
        "adamw" => Rule::AdamW(0.01),
        "rmsprop" => Rule::RmsProp,
        "momentum" => Rule::Momentum,
        "sgd" => Rule::Sgd,
        _ => Rule::Adam,
    }
}

/// The most memory that a run may take, in bytes.
const MOST_BYTES: f64 = 1.5e9;

/// A value that cannot be used, and the range in which it would be. The setup has the default instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key of the setting.
    pub key: Key,
    /// The value as it was written, its first 40 characters.
    pub found: String,
    /// The smallest and the largest usable value, in decimal.
    pub between: (String, String),
}

impl Problem {
    fn new(key: Key, written: &str, (low, high): (f64, f64)) -> Self {
        Self { key, found: written.chars().take(40).collect(), between: (low.to_string(), high.to_string()) }
    }
}

/// The range of a number. A task sets those of its knob and its window; the table of keys sets all others.
fn range(task: &Task, key: Key) -> (f64, f64) {
    let of = |(low, high, _): (usize, usize, usize)| (low as f64, high as f64);
    match key {
        Key::Knob => of(task.knob),
        Key::Window => of(task.window),
        key => key.range(),
    }
}

/// Everything that determines a training run, except the cell. [`identity`](Self::identity) lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// The task, its difficulty, and its data.
    pub level: Level,
    /// Hidden units H of every cell; with [`equal`](Self::equal) those of the LSTM, from which the others follow.
    pub units: usize,
    /// Stacked layers, 1 or more.
    pub layers: usize,
    /// The optimiser.
    pub rule: Rule,
    /// The learning rate η, at a schedule's full height.
    pub rate: f64,
    /// How the learning rate changes over the run.
    pub schedule: Schedule,
    /// The largest global norm of the gradients; larger ones are scaled down to it. 0: no clipping.
    pub clip: f64,
    /// The probability with which dropout zeroes an element of h between layers.
    pub dropout: f64,
    /// Batch size B, in sequences.
    pub sequences: usize,
    /// Parts that a batch is cut into. Several workers can compute them at once; the losses depend on their number
    /// alone.
    pub parts: usize,
    /// The initialisation of the weights.
    pub scheme: Scheme,
    /// The number added to the initial bias of the forget or update gate, in the schemes that allow it.
    pub bias: f64,
    /// The first seed; the others are the numbers that follow it.
    pub seed: u64,
    /// Networks of this run, each with a seed of its own.
    pub seeds: usize,
    /// Training steps of a whole run.
    pub steps: usize,
    /// The run ends when the mean loss over the last 100 steps falls below this. 0: it does not.
    pub until: f64,
    /// The length of a chunk of truncated BPTT, in time steps. 0: gradients go back through the whole sequence.
    pub chunk: usize,
    /// Whether the cells have about equal numbers of parameters, instead of equal numbers of units.
    pub equal: bool,
    /// Early stopping: the run ends when the validation loss has not improved for this number × 20 steps. 0: it does
    /// not.
    pub patience: usize,
    /// How many sequences the training set holds, rounded up to whole batches, which are learned from in turn, again and
    /// again. 0: each batch is new.
    pub cases: usize,
    /// Each cell's form, in the order of [`CellKind::ALL`]: how it differs from PyTorch's. No road is closed.
    pub forms: [Form; 3],
}

impl Setup {
    /// Reads the setup from the settings. `sets` holds the data loaded so far. Returns the problems, too: values that
    /// cannot be used, which the defaults replace.
    #[must_use]
    pub fn new(settings: &Settings, sets: &Sets) -> (Self, Vec<Problem>) {
        let task = Task::named(settings.name(Key::Task).unwrap_or(TASKS[0].key));
        let mut problems = vec![];
        let mut number = |key: Key, default: f64| {
            let (low, high) = range(task, key);
            let written = settings.written(key);
            match settings.real(key).filter(|number| (low..=high).contains(number)) {
                Some(number) => number,
                None if written.is_empty() => default,
                None => {
                    problems.push(Problem::new(key, written, (low, high)));
                    default
                }
            }
        };
        let steps = number(Key::Steps, task.defaults.steps as f64) as usize;
        let mut setup = Self {
            level: Level {
                knob: number(Key::Knob, task.knob.2 as f64) as usize,
                window: number(Key::Window, task.window.2 as f64) as usize,
                own: own_name(task, settings.text(Key::Own)),
                raw: task.shown == Shown::Forecast && settings.is(Key::Raw),
                net: Net::named(settings.text(Key::TrainNet)),
                ..Level::of(task, sets)
            },
            units: number(Key::TrainUnits, task.defaults.units as f64) as usize,
            layers: number(Key::Layers, 1.0) as usize,
            rule: settings.name(Key::Rule).map_or(Rule::Adam, rule),
            // The range is wide, so that a person can watch a run diverge.
            rate: number(Key::Rate, task.defaults.rate),
            schedule: match settings.name(Key::Schedule) {
                Some("cosine") => Schedule::Cosine,
                Some("halving") => Schedule::Halving { every: (steps / 5).max(1) },
                Some("warmup") => Schedule::Warmup { steps: (steps / 20).max(1) },
                _ => Schedule::Constant,
            },
            clip: number(Key::Clip, 1.0),
            dropout: number(Key::Dropout, 0.0),
            sequences: number(Key::Batch, 32.0) as usize,
            parts: number(Key::Parts, 1.0) as usize,
            scheme: settings.name(Key::TrainStart).and_then(Scheme::named).unwrap_or(Scheme::Chrono),
            bias: number(Key::TrainBias, 1.0),
            seed: number(Key::TrainSeed, 1.0) as u64,
            seeds: number(Key::Seeds, 1.0) as usize,
            steps,
            until: number(Key::Until, 0.0),
            chunk: number(Key::Chunk, 0.0) as usize,
            equal: settings.is(Key::EqualSizes),
            patience: number(Key::Patience, 0.0) as usize,
            cases: number(Key::Cases, 0.0) as usize,
            forms: CellKind::ALL.map(|cell| settings.form(cell).with_open_roads()),
        };
        // A person's own data may be too short for the window or the knob.
        if let Some((key, most)) = (task.fits)(&setup.level) {
            let level = &mut setup.level;
            let place = if key == Key::Window { &mut level.window } else { &mut level.knob };
            if *place > most {
                let least = range(task, key).0.min(most as f64);
                problems.push(Problem::new(key, &place.to_string(), (least, most as f64)));
                *place = most;
            }
        }
        (setup, problems)
    }

    /// The range of a key that holds a number: the task sets those of its knob and its window, the table of keys all others.
    #[must_use]
    pub fn range(&self, key: Key) -> (f64, f64) {
        range(self.task(), key)
    }

    /// Which batch of the training set step `n` (from 0) learns from: those of a set of [`cases`](Self::cases) come in turn.
    #[must_use]
    pub fn batch_of(&self, n: usize) -> usize {
        if self.cases == 0 { n } else { n % self.cases.div_ceil(self.sequences) }
    }

    /// The sequences of each part of a batch, from 0. Each part is whole panels of eight sequences; only the last one
    /// may end within a panel.
    #[must_use]
    pub fn ranges(&self) -> Vec<Range<usize>> {
        let panels = self.sequences.div_ceil(PANEL);
        let parts = self.parts.min(panels);
        let from = |part: usize| (panels * part / parts * PANEL).min(self.sequences);
        (0..parts).map(|part| from(part)..from(part + 1)).collect()
    }

    /// The task.
    #[must_use]
    pub fn task(&self) -> &'static Task {
        self.level.task()
    }

    /// Hidden units of a cell.
    #[must_use]
    pub fn units_of(&self, cell: CellKind) -> usize {
        if !self.equal || cell == CellKind::Lstm {
            return self.units;
        }
        cell.equal_units(self.units, |cell, units| self.count(cell, units))
    }

    /// Parameters of a cell with so many units.
    #[must_use]
    pub fn count(&self, cell: CellKind, units: usize) -> usize {
        let task = self.task();
        let layer = |inputs: usize| cell.parameter_count(inputs, units);
        let stack = |inputs: usize| layer(inputs) + (self.layers - 1) * layer(units);
        let decoder = match (task.decoder)(&self.level) {
            0 => 0,
            inputs => stack(inputs),
        };
        stack((task.inputs)(&self.level)) + decoder + (task.outputs)(&self.level) * (units + 1)
    }

    /// The memory that a cell's run takes, in bytes: states kept for the backward pass, parameters, gradients and
    /// moments. An estimate.
    #[must_use]
    pub fn bytes(&self, cell: CellKind) -> f64 {
        let units = self.units_of(cell);
        self.seeds as f64 * (self.state_bytes(cell) + 48.0 * self.count(cell, units) as f64)
    }

    /// The memory, in bytes, of the states that the backward pass needs of one batch, for one seed. An estimate.
    #[must_use]
    pub fn state_bytes(&self, cell: CellKind) -> f64 {
        let units = self.units_of(cell);
        let features = match cell {
            CellKind::Rnn => 4 * units,
            CellKind::Lstm => 8 * units,
            CellKind::Gru => 6 * units,
        };
        // In f64: usize has 32 bits in WebAssembly, and the product may exceed them.
        let batch = (self.task().steps)(&self.level) as f64 * self.sequences.next_multiple_of(8) as f64;
        4.0 * (features * self.layers + (self.task().inputs)(&self.level)) as f64 * batch
    }

    /// Whether a cell's run takes more than 1.5 GB, which a browser's tab cannot be expected to have.
    #[must_use]
    pub fn is_too_large(&self, cell: CellKind) -> bool {
        self.bytes(cell) > MOST_BYTES
    }

    /// How many inputs a cell's networks have, and whether they have a decoder.
    #[must_use]
    pub fn reads(&self) -> (usize, bool) {
        ((self.task().inputs)(&self.level), (self.task().decoder)(&self.level) > 0)
    }

    /// The network of a person's own from whose weights a cell's networks begin; `None` where they begin with drawn ones, since there
    /// is none of that cell, or it has other sizes.
    #[must_use]
    pub fn begins_with(&self, cell: CellKind) -> Option<Net> {
        let own = (self.units_of(cell), self.layers, self.reads());
        self.level.net.filter(|net| net.cell == cell && own == (net.units, net.layers, (net.inputs, false)))
    }

    /// The initial weights of a cell's network, with the seed of the given number (from 0).
    #[must_use]
    pub fn weights(&self, cell: CellKind, number: usize) -> Weights {
        let (task, units, seed) = (self.task(), self.units_of(cell), self.seed + number as u64);
        let decoder = (task.decoder)(&self.level);
        let outputs = (task.outputs)(&self.level);
        let layer = |first: usize, layer: usize| -> Parameters {
            let inputs = if layer.is_multiple_of(self.layers) { first } else { units };
            // Each layer draws from a stream of its own; the first layer's is the Lab's.
            let seed = seed ^ ((layer as u64) << 40);
            let mut weights = parameters(cell, inputs, Start { seed, hidden: units, gain: 1.0, bias: self.bias });
            let steps = (task.steps)(&self.level);
            start(&mut weights, self.scheme, seed, 1.0, self.bias, steps);
            weights.form = self.forms[cell as usize];
            weights
        };
        let rows: Vec<f64> = (0..outputs as u64).flat_map(|row| readout_weights(seed ^ (row << 20), units)).collect();
        let brought = self.begins_with(cell).and_then(|_| self.level.layers());
        let in_form = |layer: &Parameters| Parameters { form: self.forms[cell as usize], ..layer.clone() };
        let drawn = || (0..self.layers).map(|number| layer((task.inputs)(&self.level), number)).collect();
        Weights {
            layers: brought.map_or_else(drawn, |layers| layers.iter().map(in_form).collect()),
            decoder: (0..self.layers * usize::from(decoder > 0))
                .map(|number| layer(decoder, self.layers + number))
                .collect(),
            head: DMatrix::from_row_slice(outputs, units, &rows),
            head_bias: vec![0.0; outputs],
        }
    }

    /// The part of the setup that the engine's trainer needs: optimiser, clipping, truncation, dropout.
    #[must_use]
    pub fn plan(&self) -> Plan {
        Plan {
            rule: self.rule,
            clip: (self.clip > 0.0).then_some(self.clip),
            chunk: (self.chunk > 0).then_some(self.chunk),
            dropout: self.dropout,
            one_bias: false,
        }
    }
}

/// The name of a person's own data, if the task learns from such data and the name is well-formed; else empty.
fn own_name(task: &Task, name: &str) -> String {
    let plain = |c: char| c == '-' || c.is_ascii_lowercase() || c.is_ascii_digit();
    let kind = match task.key {
        series::OWN => "own-series-",
        letters::OWN => "own-text-",
        _ => return String::new(),
    };
    Some(name).filter(|name| name.starts_with(kind) && name.chars().all(plain)).unwrap_or_default().to_owned()
}

/// The temperature of sampling: the network's outputs are divided by it before softmax. [`TEMPERATURE`] if none is
/// chosen.
///
/// # Errors
/// If the chosen value is not a number in the key's range.
pub fn temperature(settings: &Settings) -> Result<f64, Problem> {
    let (key, written) = (Key::Temperature, settings.written(Key::Temperature));
    match settings.real(key) {
        Some(number) => Ok(number),
        None if written.is_empty() => Ok(TEMPERATURE),
        None => Err(Problem::new(key, written, key.range())),
    }
}

/// The default temperature of sampling.
pub const TEMPERATURE: f64 = 0.7;

#[cfg(test)]
mod tests {
    use super::*;

    fn setup(choices: &[(Key, &str)]) -> (Setup, Vec<Problem>) {
        let mut settings = Settings::default();
        choices.iter().for_each(|(key, value)| settings.choose(*key, value));
        Setup::new(&settings, &Sets::default())
    }

    #[test]
    fn every_task_scheme_rule_and_schedule_of_the_table_is_one() {
        assert_eq!(model::keys::TASKS, TASKS.each_ref().map(|task| task.key));
        assert_eq!(model::keys::SCHEMES, Scheme::ALL.map(|(_, key)| key));
        let rules = model::keys::RULES.map(|name| setup(&[(Key::Rule, name)]).0.rule);
        assert_eq!(rules, [Rule::Adam, Rule::AdamW(0.01), Rule::RmsProp, Rule::Momentum, Rule::Sgd]);
        let schedules =
            model::keys::SCHEDULES.map(|name| setup(&[(Key::Schedule, name), (Key::Steps, "100")]).0.schedule);
        let expected =
            [Schedule::Constant, Schedule::Cosine, Schedule::Halving { every: 20 }, Schedule::Warmup { steps: 5 }];
        assert_eq!(schedules, expected);
    }

    #[test]
    fn the_range_of_a_task_lies_within_the_tables() {
        for task in &TASKS {
            for key in [Key::Knob, Key::Window] {
                let ((low, high), (least, most)) = (range(task, key), key.range());
                assert!(least <= low && high <= most, "{} of {}", key.name(), task.key);
            }
        }
    }

    #[test]
    fn what_cannot_be_used_is_named_and_the_default_stays() {
        let (ours, problems) =
            setup(&[(Key::Rate, "-1"), (Key::TrainUnits, "many"), (Key::Layers, "9"), (Key::Rule, "sgd")]);
        assert_eq!((ours.rate, ours.units, ours.layers, ours.rule), (0.005, 32, 1, Rule::Sgd));
        let keys: Vec<_> = problems.iter().map(|problem| problem.key).collect();
        assert_eq!(keys, [Key::TrainUnits, Key::Layers, Key::Rate]);
        assert_eq!(setup(&[(Key::Rate, "1e9")]).0.rate, 1e9);
        assert_eq!(setup(&[(Key::Rate, "2.5e-4")]).0.rate, 2.5e-4);
    }

    #[test]
    fn parameters_are_counted_as_they_are() {
        for cell in CellKind::ALL {
            for layers in ["1", "3"] {
                let (ours, _) = setup(&[(Key::Layers, layers), (Key::TrainUnits, "12"), (Key::Task, "copy")]);
                assert_eq!(ours.weights(cell, 0).count(), ours.count(cell, 12));
            }
        }
    }

    #[test]
    fn only_a_series_can_be_read_as_it_is() {
        assert!(setup(&[(Key::Task, "co2"), (Key::Raw, "yes")]).0.level.raw);
        assert!(!setup(&[(Key::Task, "co2")]).0.level.raw);
        assert!(!setup(&[(Key::Task, "adding"), (Key::Raw, "yes")]).0.level.raw);
    }

    #[test]
    fn equal_parameters_are_as_equal_as_whole_units_allow() {
        let (ours, _) = setup(&[(Key::EqualSizes, "yes")]);
        let wanted = ours.count(CellKind::Lstm, ours.units_of(CellKind::Lstm)) as f64;
        for cell in [CellKind::Rnn, CellKind::Gru] {
            let count = ours.count(cell, ours.units_of(cell)) as f64;
            assert!((count / wanted - 1.0).abs() < 0.05, "{cell:?}: {count} of {wanted}");
        }
    }

    #[test]
    fn what_would_not_fit_is_known_before() {
        let large = [(Key::TrainUnits, "512"), (Key::Batch, "1024"), (Key::Layers, "4"), (Key::Knob, "400")];
        assert!(setup(&large).0.is_too_large(CellKind::Lstm));
        assert!(!setup(&[]).0.is_too_large(CellKind::Lstm));
        for knob in ["100", "256", "400"] {
            let large = [(Key::TrainUnits, "512"), (Key::Batch, "1024"), (Key::Layers, "4"), (Key::Knob, knob)];
            let [rnn, lstm, gru] = CellKind::ALL.map(|cell| setup(&large).0.bytes(cell));
            assert!(lstm > gru && gru > rnn && rnn > 3e9 && rnn < 5e10, "{rnn} {lstm} {gru}");
        }
    }

    #[test]
    fn training_begins_with_the_weights_of_a_network_that_fits_and_with_no_other() {
        let layers: Vec<Parameters> = [2, 4]
            .map(|inputs| {
                let mut own = Parameters::zeros(CellKind::Gru, inputs, 4);
                own.numbers_mut().into_iter().flatten().enumerate().for_each(|(n, x)| *x = (n as f64).sin());
                own
            })
            .into();
        let net = Net { cell: CellKind::Gru, layers: 2, inputs: 2, units: 4, mark: model::lab::mark(&layers) };
        let mut sets = Sets::default();
        let with = |sets: &Sets, more: &[(Key, &str)]| {
            let mut settings = Settings::default();
            let name = net.to_string();
            let own = [(Key::Task, "adding"), (Key::TrainUnits, "4"), (Key::Layers, "2"), (Key::TrainNet, &*name)];
            own.iter().chain(more).for_each(|(key, value)| settings.choose(*key, value));
            Setup::new(&settings, sets).0
        };
        assert_eq!(with(&sets, &[]).level.missing().as_deref(), Some(&*net.file()), "its file is asked for");
        sets.bring(&net.file(), &model::lab::packed(&layers));
        let (ours, drawn) = (with(&sets, &[]), with(&sets, &[(Key::TrainNet, "")]));
        assert_eq!(ours.level.missing(), None);
        assert_eq!(ours.weights(CellKind::Gru, 0).layers, layers);
        let (own, other) = (ours.weights(CellKind::Gru, 0), drawn.weights(CellKind::Gru, 0));
        assert_eq!((own.head, own.head_bias), (other.head, other.head_bias), "its read-out is drawn");
        assert_ne!(ours.identity(CellKind::Gru), drawn.identity(CellKind::Gru));
        for cell in [CellKind::Rnn, CellKind::Lstm] {
            assert_eq!(ours.weights(cell, 0), drawn.weights(cell, 0));
            assert_eq!(ours.identity(cell), drawn.identity(cell), "a run of drawn weights is that run");
        }
        let others = [(Key::TrainUnits, "5"), (Key::Layers, "1"), (Key::Task, "copy"), (Key::Task, "translation")];
        for other in others {
            let ours = with(&sets, &[other]);
            assert_eq!(ours.begins_with(CellKind::Gru), None, "{other:?}");
            assert_eq!(
                ours.weights(CellKind::Gru, 0),
                with(&sets, &[other, (Key::TrainNet, "")]).weights(CellKind::Gru, 0)
            );
        }
        let mut session = crate::training::Session::new(ours.clone(), CellKind::Gru);
        assert!((0..3).all(|_| session.advance()));
        assert_ne!(session.weights().layers, layers, "it has learned");
        let mut again = crate::training::Session::new(ours, CellKind::Gru);
        again.restore(&session.save()).unwrap();
        assert_eq!(again.weights(), session.weights(), "and its run is kept");
    }
}
