//! What Train's controls show of a task, as data: the numbers that are in use, their ranges, and the baselines.

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use engine::cure::Scheme;
use learn::task::{Guess, Level, Mark, Sets, Shown, TASKS, Task};
use learn::training::{Problem, Setup, TEMPERATURE, temperature};
use model::keys::Key;
use model::settings::{Net, Settings};

use super::asked::Asked;

/// The keys of Train that hold a number.
pub const NUMBERS: [Key; 18] = [
    Key::Knob,
    Key::Window,
    Key::TrainUnits,
    Key::Rate,
    Key::Clip,
    Key::TrainBias,
    Key::Temperature,
    Key::Layers,
    Key::Dropout,
    Key::Batch,
    Key::Parts,
    Key::Steps,
    Key::Until,
    Key::Chunk,
    Key::Patience,
    Key::Cases,
    Key::TrainSeed,
    Key::Seeds,
];

/// A task at its settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaskData {
    /// Its name in the address.
    pub key: String,
    /// How an example is shown.
    pub shown: Shown,
    /// When it counts as solved.
    pub mark: Mark,
    /// Its baselines with their losses; empty until their data is here.
    pub baselines: Vec<(Guess, f64)>,
    /// The number of each of [`NUMBERS`] that the task has.
    pub numbers: Vec<Number>,
    /// Training steps of a whole run.
    pub steps: usize,
    /// The initialisation of the weights, by its name in the address.
    pub scheme: String,
    /// An example with its answer missing; `None` until its data is here.
    pub asked: Option<Asked>,
    /// The network of a person's own from whose weights training is to begin.
    pub net: Option<NetData>,
}

/// A network of a person's own, and the run that is to begin with its weights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetData {
    /// The network.
    pub net: Net,
    /// Whether its cell begins with its weights.
    pub is_used: bool,
    /// The inputs of the task at each step, and whether it needs a decoder.
    pub reads: (usize, bool),
    /// Hidden units and layers of the run's network of that cell.
    pub sizes: (usize, usize),
    /// The tasks that it can read, by their names in the address; none where it reads this one.
    pub others: Vec<String>,
}

impl NetData {
    fn of(setup: &Setup, sets: &Sets) -> Option<Self> {
        let net = setup.level.net?;
        let reads = setup.reads();
        let fits = |task: &&'static Task| {
            let level = Level::of(task, sets);
            !task.is_own && ((task.inputs)(&level), (task.decoder)(&level)) == (net.inputs, 0)
        };
        let others = || TASKS.iter().filter(fits).map(|task| task.key.to_owned()).collect();
        Some(Self {
            net,
            is_used: setup.begins_with(net.cell).is_some(),
            reads,
            sizes: (setup.units_of(net.cell), setup.layers),
            others: if reads == (net.inputs, false) { vec![] } else { others() },
        })
    }
}

/// A number that is in use.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// Its key.
    #[serde(serialize_with = "written", deserialize_with = "named")]
    pub key: Key,
    /// The number.
    pub used: f64,
    /// What it would be if nothing were chosen.
    pub default: f64,
    /// The smallest and the largest that can be used.
    pub range: (f64, f64),
    /// What was chosen in its place and cannot be used.
    pub wrong: Option<String>,
}

fn written<S: Serializer>(key: &Key, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(key.name())
}

fn named<'de, D: Deserializer<'de>>(from: D) -> Result<Key, D::Error> {
    let name = String::deserialize(from)?;
    Key::named(&name).ok_or_else(|| Error::invalid_value(Unexpected::Str(&name), &"a key"))
}

impl TaskData {
    /// The task of some settings, with the data that has been loaded.
    #[must_use]
    pub fn of(settings: &Settings, sets: &Sets) -> Self {
        let (setup, mut problems) = Setup::new(settings, sets);
        let mut defaults = Settings::default();
        defaults.choose(Key::Task, settings.written(Key::Task));
        defaults.choose(Key::Own, settings.written(Key::Own));
        let plain = Setup::new(&defaults, sets).0;
        let drawn = temperature(settings).unwrap_or_else(|problem| {
            problems.push(problem);
            TEMPERATURE
        });
        let task = setup.task();
        let has = |key: &Key| match key {
            Key::Window => task.window.1 > 0,
            Key::Temperature => task.shown == Shown::Text,
            // Chrono has biases of its own.
            Key::TrainBias => setup.scheme != Scheme::Chrono,
            _ => true,
        };
        let number = |key: Key| {
            let problem = problems.iter().find(|problem| problem.key == key);
            Number {
                key,
                used: if key == Key::Temperature { drawn } else { used(&setup, key) },
                default: if key == Key::Temperature { TEMPERATURE } else { used(&plain, key) },
                range: problem.map_or_else(|| setup.range(key), between),
                wrong: problem.map(|problem| problem.found.clone()),
            }
        };
        let missing = setup.level.is_judged_by_missing();
        let baselines = if missing { vec![] } else { (task.baselines)(&setup.level) };
        Self {
            key: task.key.to_owned(),
            shown: task.shown,
            mark: task.mark,
            baselines: baselines.iter().map(|own| (own.guess, own.loss)).collect(),
            numbers: NUMBERS.into_iter().filter(has).map(number).collect(),
            steps: setup.steps,
            scheme: setup.scheme.key().to_owned(),
            asked: Asked::of(&setup),
            net: NetData::of(&setup, sets),
        }
    }

    /// The number of a key; `None` if the task has none.
    #[must_use]
    pub fn number(&self, key: Key) -> Option<&Number> {
        self.numbers.iter().find(|number| number.key == key)
    }
}

/// A problem's range, which data of a person's own may have narrowed.
fn between(problem: &Problem) -> (f64, f64) {
    let end = |text: &str| text.parse().unwrap_or_default();
    (end(&problem.between.0), end(&problem.between.1))
}

/// The number of a setup that a key stands for.
fn used(setup: &Setup, key: Key) -> f64 {
    match key {
        Key::Knob => setup.level.knob as f64,
        Key::Window => setup.level.window as f64,
        Key::TrainUnits => setup.units as f64,
        Key::Rate => setup.rate,
        Key::Clip => setup.clip,
        Key::TrainBias => setup.bias,
        Key::Layers => setup.layers as f64,
        Key::Dropout => setup.dropout,
        Key::Batch => setup.sequences as f64,
        Key::Parts => setup.parts as f64,
        Key::Steps => setup.steps as f64,
        Key::Until => setup.until,
        Key::Chunk => setup.chunk as f64,
        Key::Patience => setup.patience as f64,
        Key::Cases => setup.cases as f64,
        Key::TrainSeed => setup.seed as f64,
        Key::Seeds => setup.seeds as f64,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::settings::State;

    fn task(fragment: &str) -> TaskData {
        TaskData::of(&State::from_fragment(fragment).0.settings, &Sets::default())
    }

    #[test]
    fn a_number_is_the_chosen_one_or_the_tasks_own() {
        let task = task("view=train&task=adding&t_knob=30&t_rate=fast&t_dropout=7");
        let of = |key| task.number(key).cloned().unwrap();
        let knob = of(Key::Knob);
        assert_eq!((knob.used, knob.default, knob.range, knob.wrong), (30.0, 100.0, (10.0, 400.0), None));
        let (rate, dropout) = (of(Key::Rate), of(Key::Dropout));
        assert_eq!((rate.used, rate.wrong), (0.005, Some("fast".to_owned())));
        assert_eq!((dropout.used, dropout.range, dropout.wrong), (0.0, (0.0, 0.9), Some("7".to_owned())));
        assert_eq!([Key::Window, Key::Temperature, Key::TrainBias].map(|key| task.number(key)), [None; 3]);
        assert_eq!(task.scheme, "chrono");
    }

    #[test]
    fn only_what_a_task_has_is_offered() {
        assert!(task("task=characters&t_temp=1.5").number(Key::Temperature).is_some_and(|own| own.used == 1.5));
        assert!(self::task("task=adding&t_start=pytorch").number(Key::TrainBias).is_some());
        let market = task("task=market&t_window=12");
        assert!(market.number(Key::Window).is_some_and(|own| (own.used, own.default) == (12.0, 30.0)));
        assert!(market.baselines.len() > 1);
        assert_eq!(task("task=co2").baselines, [], "until its data is here");
    }

    #[test]
    fn it_travels_as_it_is() {
        let task = task("task=market&t_window=5000");
        let bytes = postcard::to_allocvec(&task).unwrap();
        assert_eq!(postcard::from_bytes(&bytes), Ok(task));
    }
}
