//! What a person chose for training, read from the page's settings and checked here.

use std::ops::Range;

use nalgebra::DMatrix;

use crate::engine::cure::{Scheme, start};
use crate::engine::train::{PANEL, Plan, Rule, Schedule, Weights};
use crate::engine::{Start, parameters, readout_weights};
use crate::settings::Settings;
use crate::task::decimal;
use crate::task::train::{Level, Shown, Task, letters, series};
use crate::trace::{CellKind, Form, Parameters};

/// The keys of what is chosen here, besides those of the cells' forms.
pub const KEYS: [&str; 23] = [
    "task",
    "t_knob",
    "t_window",
    "t_own",
    "t_units",
    "t_layers",
    "t_rule",
    "t_rate",
    "t_clip",
    "t_dropout",
    "t_batch",
    "t_start",
    "t_bias",
    "t_seed",
    "t_seeds",
    "t_steps",
    "t_until",
    "t_schedule",
    "t_chunk",
    "t_equal",
    "t_patience",
    "t_parts",
    "t_raw",
];

/// Optimisers by their key.
pub const RULES: [(&str, Rule); 5] = [
    ("adam", Rule::Adam),
    ("adamw", Rule::AdamW(0.01)),
    ("rmsprop", Rule::RmsProp),
    ("momentum", Rule::Momentum),
    ("sgd", Rule::Sgd),
];

/// Learning-rate schedules by their key.
pub const SCHEDULES: [&str; 4] = ["constant", "cosine", "halving", "warmup"];

/// Most bytes that a run may take.
const MOST_BYTES: f64 = 1.5e9;

/// Something chosen that cannot be used: where, and what to say there. The default is in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key.
    pub key: &'static str,
    /// What was found.
    pub found: String,
    /// The smallest and largest value, written out.
    pub between: (String, String),
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
    /// What the settings choose, and what of it could not be used.
    #[must_use]
    pub fn new(settings: &Settings) -> (Self, Vec<Problem>) {
        let task = Task::named(settings.choice("task"));
        let mut problems = vec![];
        let mut number = |key: &'static str, low: f64, high: f64, default: f64| -> f64 {
            let written = settings.choice(key);
            if written.is_empty() {
                return default;
            }
            // A learning rate may be huge, to see what becomes of it.
            match decimal(written).or_else(|| scientific(written)).filter(|x| (low..=high).contains(x)) {
                Some(number) => number,
                None => {
                    let between = (low.to_string(), high.to_string());
                    problems.push(Problem { key, found: written.chars().take(40).collect(), between });
                    default
                }
            }
        };
        let ((low, high, begin), (least, most, first)) = (task.knob, task.window);
        let steps = number("t_steps", 1.0, 1e6, task.defaults.steps as f64) as usize;
        let mut setup = Self {
            level: Level {
                key: task.key,
                knob: number("t_knob", low as f64, high as f64, begin as f64) as usize,
                window: number("t_window", least as f64, most as f64, first as f64) as usize,
                own: own_name(task, settings.choice("t_own")),
                raw: task.shown == Shown::Forecast && settings.choice("t_raw") == "yes",
            },
            units: number("t_units", 1.0, 512.0, task.defaults.units as f64) as usize,
            layers: number("t_layers", 1.0, 4.0, 1.0) as usize,
            rule: RULES.iter().find(|(key, _)| *key == settings.choice("t_rule")).map_or(Rule::Adam, |(_, rule)| *rule),
            rate: number("t_rate", 0.0, 1e9, task.defaults.rate),
            schedule: match settings.choice("t_schedule") {
                "cosine" => Schedule::Cosine,
                "halving" => Schedule::Halving { every: (steps / 5).max(1) },
                "warmup" => Schedule::Warmup { steps: (steps / 20).max(1) },
                _ => Schedule::Constant,
            },
            clip: number("t_clip", 0.0, 1e6, 1.0),
            dropout: number("t_dropout", 0.0, 0.9, 0.0),
            sequences: number("t_batch", 1.0, 1024.0, 32.0) as usize,
            parts: number("t_parts", 1.0, 8.0, 1.0) as usize,
            scheme: Scheme::named(settings.choice("t_start")).unwrap_or(Scheme::Chrono),
            bias: number("t_bias", -3.0, 6.0, 1.0),
            seed: number("t_seed", 0.0, 999_999.0, 1.0) as u64,
            seeds: number("t_seeds", 1.0, 5.0, 1.0) as usize,
            steps,
            until: number("t_until", 0.0, 1e6, 0.0),
            chunk: number("t_chunk", 0.0, 1e6, 0.0) as usize,
            equal: settings.choice("t_equal") == "yes",
            patience: number("t_patience", 0.0, 1e6, 0.0) as usize,
            forms: CellKind::ALL.map(|cell| settings.form(cell).with_open_roads()),
        };
        // A person's own data may be too short for that.
        if let Some((key, most)) = (task.fits)(&setup.level) {
            let level = &mut setup.level;
            let (place, least) = if key == "t_window" { (&mut level.window, least) } else { (&mut level.knob, low) };
            if *place > most {
                let between = (least.min(most).to_string(), most.to_string());
                problems.push(Problem { key, found: place.to_string(), between });
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
        let wanted = self.count(CellKind::Lstm, self.units);
        let off = |units: &usize| self.count(cell, *units).abs_diff(wanted);
        (1..=4 * self.units).min_by_key(off).unwrap_or(self.units)
    }

    /// Parameters of a cell with so many units.
    #[must_use]
    pub fn count(&self, cell: CellKind, units: usize) -> usize {
        let task = self.task();
        let rows = cell.blocks().len() * units;
        let layer = |inputs: usize| rows * (inputs + units + 2);
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
    let (key, written) = ("t_temp", settings.choice("t_temp"));
    if written.is_empty() {
        return Ok(TEMPERATURE);
    }
    let found = || written.chars().take(40).collect();
    let number = decimal(written).filter(|number| (0.1..=2.0).contains(number));
    number.ok_or_else(|| Problem { key, found: found(), between: ("0.1".into(), "2".into()) })
}

/// The temperature to begin with.
pub const TEMPERATURE: f64 = 0.7;

/// Reads `1e9` and `2.5e-4`; none for anything else.
fn scientific(text: &str) -> Option<f64> {
    let (digits, exponent) = text.split_once(['e', 'E'])?;
    let exponent: i32 = exponent.parse().ok()?;
    decimal(digits).filter(|_| exponent.abs() < 300).map(|digits| digits * 10.0_f64.powi(exponent))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setup(choices: &[(&str, &str)]) -> (Setup, Vec<Problem>) {
        let mut settings = Settings::default();
        choices.iter().for_each(|(key, value)| settings.choose(key, value));
        Setup::new(&settings)
    }

    #[test]
    fn what_cannot_be_used_is_named_and_the_default_stays() {
        let (ours, problems) = setup(&[("t_rate", "-1"), ("t_units", "many"), ("t_layers", "9"), ("t_rule", "sgd")]);
        assert_eq!((ours.rate, ours.units, ours.layers, ours.rule), (0.005, 32, 1, Rule::Sgd));
        let keys: Vec<_> = problems.iter().map(|problem| problem.key).collect();
        assert_eq!(keys, ["t_units", "t_layers", "t_rate"]);
        assert_eq!(setup(&[("t_rate", "1e9")]).0.rate, 1e9);
        assert_eq!(setup(&[("t_rate", "2.5e-4")]).0.rate, 2.5e-4);
    }

    #[test]
    fn parameters_are_counted_as_they_are() {
        for cell in CellKind::ALL {
            for layers in ["1", "3"] {
                let (ours, _) = setup(&[("t_layers", layers), ("t_units", "12"), ("task", "copy")]);
                assert_eq!(ours.weights(cell, 0).count(), ours.count(cell, 12));
            }
        }
    }

    #[test]
    fn only_a_series_can_be_read_as_it_is() {
        assert!(setup(&[("task", "co2"), ("t_raw", "yes")]).0.level.raw);
        assert!(!setup(&[("task", "co2")]).0.level.raw);
        assert!(!setup(&[("task", "adding"), ("t_raw", "yes")]).0.level.raw);
    }

    #[test]
    fn equal_parameters_are_as_equal_as_whole_units_allow() {
        let (ours, _) = setup(&[("t_equal", "yes")]);
        let wanted = ours.count(CellKind::Lstm, ours.units_of(CellKind::Lstm)) as f64;
        for cell in [CellKind::Rnn, CellKind::Gru] {
            let count = ours.count(cell, ours.units_of(cell)) as f64;
            assert!((count / wanted - 1.0).abs() < 0.05, "{cell:?}: {count} of {wanted}");
        }
    }

    #[test]
    fn what_would_not_fit_is_known_before() {
        let large = [("t_units", "512"), ("t_batch", "1024"), ("t_layers", "4"), ("t_knob", "400")];
        assert!(setup(&large).0.is_too_large(CellKind::Lstm));
        assert!(!setup(&[]).0.is_too_large(CellKind::Lstm));
        for knob in ["100", "256", "400"] {
            let large = [("t_units", "512"), ("t_batch", "1024"), ("t_layers", "4"), ("t_knob", knob)];
            let [rnn, lstm, gru] = CellKind::ALL.map(|cell| setup(&large).0.bytes(cell));
            assert!(lstm > gru && gru > rnn && rnn > 3e9 && rnn < 5e10, "{rnn} {lstm} {gru}");
        }
    }
}
