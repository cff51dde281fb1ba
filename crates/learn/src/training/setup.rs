//! What a person chose for training, read from the page's settings and checked here.

use std::ops::Range;

use nalgebra::DMatrix;

use crate::task::{Level, Sets, Shown, TASKS, Task, letters, series};
use engine::cure::{Scheme, start};
use engine::trace::{CellKind, Form, Parameters};
use engine::train::{PANEL, Plan, Rule, Schedule, Weights};
use engine::{Start, parameters, readout_weights};
use model::keys::Key;
use model::settings::Settings;

/// The optimiser of a name in [`RULES`](model::keys::RULES).
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

/// Most bytes that a run may take.
const MOST_BYTES: f64 = 1.5e9;

/// Something chosen that cannot be used: where, and what to say there. The default is in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key.
    pub key: Key,
    /// What was found.
    pub found: String,
    /// The smallest and largest value, written out.
    pub between: (String, String),
}

impl Problem {
    fn new(key: Key, written: &str, (low, high): (f64, f64)) -> Self {
        Self { key, found: written.chars().take(40).collect(), between: (low.to_string(), high.to_string()) }
    }
}

/// The range of a number: a task has its own for how hard it is, within the table's.
fn range(task: &Task, key: Key) -> (f64, f64) {
    let of = |(low, high, _): (usize, usize, usize)| (low as f64, high as f64);
    match key {
        Key::Knob => of(task.knob),
        Key::Window => of(task.window),
        key => key.range(),
    }
}

/// All that a run of training follows from, but the cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// The task, and what is chosen of it.
    pub level: Level,
    /// Hidden units H; of the LSTM, if the others have as many parameters.
    pub units: usize,
    /// Layers.
    pub layers: usize,
    /// The optimiser.
    pub rule: Rule,
    /// The learning rate.
    pub rate: f64,
    /// How it goes over the run.
    pub schedule: Schedule,
    /// The largest norm of the gradient; 0 for any.
    pub clip: f64,
    /// The share of h that is dropped between layers.
    pub dropout: f64,
    /// Sequences of a batch.
    pub sequences: usize,
    /// Parts of a batch that are worked out one by one, each in a worker of its own where it can be.
    pub parts: usize,
    /// How weights start.
    pub scheme: Scheme,
    /// What is added to the bias of the forget or update gate.
    pub bias: f64,
    /// The first seed.
    pub seed: u64,
    /// How many seeds run side by side.
    pub seeds: usize,
    /// Steps of training.
    pub steps: usize,
    /// The run ends when the mean loss of a hundred steps is below this; 0 for never.
    pub until: f64,
    /// Steps that a gradient goes back; 0 for all.
    pub chunk: usize,
    /// The cells have as many parameters, not as many units.
    pub equal: bool,
    /// The run ends when validation has not been better for so many looks; 0 for never.
    pub patience: usize,
    /// The cells' forms.
    pub forms: [Form; 3],
}

impl Setup {
    /// What the settings choose, with the data that has been brought, and what of it could not be used.
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
                ..Level::of(task, sets)
            },
            units: number(Key::TrainUnits, task.defaults.units as f64) as usize,
            layers: number(Key::Layers, 1.0) as usize,
            rule: settings.name(Key::Rule).map_or(Rule::Adam, rule),
            // It may be huge, to see what becomes of it.
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
            forms: CellKind::ALL.map(|cell| settings.form(cell).with_open_roads()),
        };
        // A person's own data may be too short for that.
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

    /// The sequences of each part of a batch: whole panels of eight, but for the last.
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

    /// Bytes that a cell's run takes: what the way back needs of every step, and the weights.
    #[must_use]
    pub fn bytes(&self, cell: CellKind) -> f64 {
        let units = self.units_of(cell);
        self.seeds as f64 * (self.state_bytes(cell) + 48.0 * self.count(cell, units) as f64)
    }

    /// Bytes that the way back needs of all steps of a batch.
    #[must_use]
    pub fn state_bytes(&self, cell: CellKind) -> f64 {
        let units = self.units_of(cell);
        let features = match cell {
            CellKind::Rnn => 4 * units,
            CellKind::Lstm => 8 * units,
            CellKind::Gru => 6 * units,
        };
        // In f64: a worker counts whole numbers to 2³² only.
        let batch = (self.task().steps)(&self.level) as f64 * self.sequences.next_multiple_of(8) as f64;
        4.0 * (features * self.layers + (self.task().inputs)(&self.level)) as f64 * batch
    }

    /// Whether that is more than a browser's tab can be expected to have.
    #[must_use]
    pub fn is_too_large(&self, cell: CellKind) -> bool {
        self.bytes(cell) > MOST_BYTES
    }

    /// How a network of a cell starts, with the seed of that number.
    #[must_use]
    pub fn weights(&self, cell: CellKind, number: usize) -> Weights {
        let (task, units, seed) = (self.task(), self.units_of(cell), self.seed + number as u64);
        let decoder = (task.decoder)(&self.level);
        let outputs = (task.outputs)(&self.level);
        let layer = |first: usize, layer: usize| -> Parameters {
            let inputs = if layer.is_multiple_of(self.layers) { first } else { units };
            // Layers differ in their draws; the first has the Lab's.
            let seed = seed ^ ((layer as u64) << 40);
            let mut weights = parameters(cell, inputs, Start { seed, hidden: units, gain: 1.0, bias: self.bias });
            let steps = (task.steps)(&self.level);
            start(&mut weights, self.scheme, seed, 1.0, self.bias, steps);
            weights.form = self.forms[cell as usize];
            weights
        };
        let rows: Vec<f64> = (0..outputs as u64).flat_map(|row| readout_weights(seed ^ (row << 20), units)).collect();
        Weights {
            layers: (0..self.layers).map(|number| layer((task.inputs)(&self.level), number)).collect(),
            decoder: (0..self.layers * usize::from(decoder > 0))
                .map(|number| layer(decoder, self.layers + number))
                .collect(),
            head: DMatrix::from_row_slice(outputs, units, &rows),
            head_bias: vec![0.0; outputs],
        }
    }

    /// What stays the same from step to step.
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

/// The name of a person's own data, for a task that learns from such; empty if it cannot be one.
fn own_name(task: &Task, name: &str) -> String {
    let plain = |c: char| c == '-' || c.is_ascii_lowercase() || c.is_ascii_digit();
    let kind = match task.key {
        series::OWN => "own-series-",
        letters::OWN => "own-text-",
        _ => return String::new(),
    };
    Some(name).filter(|name| name.starts_with(kind) && name.chars().all(plain)).unwrap_or_default().to_owned()
}

/// The temperature at which a network writes: answers before softmax are divided by it.
///
/// # Errors
/// If what is chosen cannot be used.
pub fn temperature(settings: &Settings) -> Result<f64, Problem> {
    let (key, written) = (Key::Temperature, settings.written(Key::Temperature));
    match settings.real(key) {
        Some(number) => Ok(number),
        None if written.is_empty() => Ok(TEMPERATURE),
        None => Err(Problem::new(key, written, key.range())),
    }
}

/// The temperature to begin with.
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
}
