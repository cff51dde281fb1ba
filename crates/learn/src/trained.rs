//! What the Lab shows of tasks: trained weights, read from the saved runs in the browser's files or from those that ship
//! with the page, the example that a network reads, and what it answers.

use serde::{Deserialize, Serialize};

use crate::net::Brought;
use crate::task::{Draw, Level, Part, SIDE, Sets, series};
use crate::training::{Session, Setup, Shipped, Unusable, read_shipped};
use engine::trace::{CellKind, Quantity};
use engine::train::{Batch, Target, Trainer, Weights};
use model::keys::Key;
use model::lab::{Head, Network, Run, padded};
use model::sequence::{Example, Inputs};
use model::settings::{Settings, Source};

/// The trained weights that have been loaded.
#[derive(Debug, Default)]
pub struct Trained {
    /// The request that was loaded last, and each cell's weights with the training steps behind them, in the order of
    /// [`CellKind::ALL`].
    brought: Option<(Wanted, [Option<Shipped>; 3])>,
    /// The data that was loaded at the time. The number of inputs may depend on it.
    sets: Sets,
    /// Why weights that ship with the page were not used.
    lack: Option<Lack>,
    /// The network that a person brought.
    pub net: Brought,
}

/// Why weights that ship with the page were not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lack {
    /// They could not be fetched, with the cause.
    Unfetched(String),
    /// They are broken.
    Broken(Unusable),
}

/// Which weights the settings ask for: those of a run, after a number of training steps.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    step: usize,
    setup: Setup,
}

/// What the three networks answer to an example, in the order of [`CellKind::ALL`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answers {
    /// One of a few classes.
    Classes {
        /// The classes.
        names: Vec<String>,
        /// The class that is right.
        right: usize,
        /// Each network's probability of each class.
        shares: [Vec<f64>; 3],
    },
    /// A number.
    Value {
        /// What is right.
        right: f64,
        /// What each network says.
        given: [f64; 3],
        /// The unit; empty if it has none.
        unit: String,
        /// What the number is of, such as a date; empty if it has no name.
        of: String,
    },
}

/// The name of a step at which nothing is said, such as the fill before a sentence.
const NOTHING: &str = "·";

/// An example with what is right.
struct Drawn {
    level: Level,
    batch: Batch,
    /// Of a series, the time step that is forecast.
    target: Option<usize>,
}

/// Which weights the settings ask for; `None` if they ask for no trained weights.
fn wanted(settings: &Settings, sets: &Sets) -> Option<Wanted> {
    let step = settings.whole(Key::Trained).unwrap_or_default();
    settings.is_trained().then(|| Wanted { step, setup: Setup::new(settings, sets).0 })
}

impl Trained {
    /// Whether the settings ask for weights that are not loaded.
    #[must_use]
    pub fn is_missing(&self, settings: &Settings) -> bool {
        if settings.net().is_some() {
            return self.net.is_missing(settings);
        }
        let wanted = wanted(settings, &self.sets);
        wanted.is_some() && self.brought.as_ref().map(|(own, _)| own) != wanted.as_ref()
    }

    /// Loads the cells' weights from their saved files, in the order of [`CellKind::ALL`]; a file with another run
    /// counts as missing. Returns true if no trained weights are asked for, or if the run of the cell in focus has
    /// reached the step asked for and those of the other cells have made at least one step.
    pub fn bring(&mut self, settings: &Settings, sets: &Sets, focus: CellKind, files: [Option<Vec<u8>>; 3]) -> bool {
        let Some(wanted) = wanted(settings, sets) else { return true };
        let step = wanted.step;
        let mut reached = true;
        let mut file = files.into_iter();
        let lanes = CellKind::ALL.map(|cell| {
            let session = file.next().flatten().and_then(|bytes| {
                let mut session = Session::new(wanted.setup.clone(), cell);
                session.restore(&bytes).ok().map(|()| session)
            });
            let came = session.as_ref().map_or(0, |session| session.record.step);
            // The other cells may train more slowly.
            reached &= came >= step || (came > 0 && cell != focus);
            let weights = |mut session: Session| {
                let own = session.weights_at(step);
                Shipped { step: session.moment(Some(step)), weights: own }
            };
            session.map(weights)
        });
        self.brought = Some((wanted, lanes));
        self.sets = sets.clone();
        self.lack = None;
        reached
    }

    /// The file that ships with the page and has what the browser's own files lack: the weights at the end of a default
    /// run. `None` if nothing is lacking, or no such file ships.
    #[must_use]
    pub fn shipped(&self) -> Option<String> {
        let (Wanted { step, setup }, lanes) = self.brought.as_ref()?;
        let is_at = |lane: &Option<Shipped>| lane.as_ref().is_some_and(|own| own.step == *step);
        let is_end = *step == setup.steps && *step > 0;
        if is_end && !lanes.iter().all(is_at) { setup.shipped() } else { None }
    }

    /// Takes in the file that [`shipped`](Self::shipped) named, or why it could not be fetched. Where the browser has a
    /// network at the step that is asked for, that stays.
    pub fn bring_shipped(&mut self, file: Result<Vec<u8>, String>) {
        let Some((Wanted { step, setup }, lanes)) = self.brought.as_mut() else { return };
        let read = file.map_err(Lack::Unfetched).and_then(|bytes| read_shipped(&bytes, setup).map_err(Lack::Broken));
        match read {
            Ok(all) => {
                for (lane, own) in lanes.iter_mut().zip(all) {
                    if lane.as_ref().is_none_or(|lane| lane.step != *step) {
                        *lane = Some(own);
                    }
                }
            }
            Err(lack) => self.lack = Some(lack),
        }
    }

    /// Why weights that ship with the page were not used; `None` if they were, or were not asked for.
    #[must_use]
    pub fn lack(&self, settings: &Settings) -> Option<&Lack> {
        self.lack.as_ref().filter(|_| self.is_absent(settings))
    }

    /// Whether the settings ask for weights that cannot be shown: no file has them, or a network has more units than
    /// the Lab shows. Initial weights (step 0) follow from the settings and need no file.
    #[must_use]
    pub fn is_absent(&self, settings: &Settings) -> bool {
        if settings.net().is_some() {
            return self.net.is_absent(settings);
        }
        let Some(wanted) = wanted(settings, &self.sets) else { return false };
        let none = self.brought.as_ref().is_none_or(|(_, lanes)| lanes.iter().any(Option::is_none));
        let too_few = CellKind::ALL.iter().any(|cell| wanted.setup.units_of(*cell) > settings.units);
        too_few || (!settings.is_before_training() && none)
    }

    /// A cell's weights: trained ones, or initial ones where none are loaded or those are asked for.
    fn weights(&self, settings: &Settings, setup: &Setup, cell: CellKind) -> Weights {
        let brought = self.brought.as_ref().filter(|_| !settings.is_before_training());
        let trained = brought.and_then(|(_, lanes)| lanes[cell as usize].as_ref());
        trained.map_or_else(|| setup.weights(cell, 0), |own| own.weights.clone())
    }

    /// A cell's trained network, or its initial one where no weights are loaded. `None` if the settings ask for no
    /// trained weights, or if the network has more units than the Lab shows.
    #[must_use]
    pub fn network(&self, settings: &Settings, cell: CellKind) -> Option<Network> {
        if settings.net().is_some() {
            return self.net.network(settings, cell);
        }
        if !settings.is_trained() {
            return None;
        }
        let (setup, _) = Setup::new(settings, &self.sets);
        if setup.units_of(cell) > settings.units {
            return None;
        }
        // Of an example the right answer is asked for, unless another is.
        let right =
            || if settings.source == Source::Example { self.drawn(settings).right().unwrap_or_default() } else { 0 };
        let row = settings.whole(Key::Answer).unwrap_or_else(right);
        Some(network(self.weights(settings, &setup, cell), row, settings.units))
    }

    /// The example that the settings ask for, with the data that was loaded last.
    #[must_use]
    pub fn example(&self, settings: &Settings) -> Example {
        self.drawn(settings).example()
    }

    fn drawn(&self, settings: &Settings) -> Drawn {
        let (Setup { level, seed, .. }, _) = Setup::new(settings, &self.sets);
        let number = settings.whole(Key::Example).unwrap_or(1).max(1) - 1;
        if level.task().shown == crate::task::Shown::Forecast {
            // A series has no chance in it: its examples follow each other.
            let series = series::prepared(&level);
            let all = series.targets(Part::Validation);
            let target = all.start + number % all.len();
            return Drawn { batch: series.batch(&[target]), target: Some(target), level };
        }
        let batch =
            (level.task().draw)(&mut Draw::of_step(seed, Part::Validation, number), &level, 1, Part::Validation);
        Drawn { level, batch, target: None }
    }

    /// What the three networks answer to the example where the loss is read, from the states of a run on it. `None` if
    /// the settings ask for no example, or for networks that cannot be shown.
    #[must_use]
    pub fn answers(&self, settings: &Settings, run: &Run) -> Option<Answers> {
        if settings.source != Source::Example || settings.net().is_some() || self.is_absent(settings) {
            return None;
        }
        let (setup, _) = Setup::new(settings, &self.sets);
        let drawn = self.drawn(settings);
        let outputs = CellKind::ALL.map(|cell| {
            let weights = self.weights(settings, &setup, cell);
            if setup.layers > 1 || !weights.decoder.is_empty() {
                return drawn.outputs_of(&setup, &weights);
            }
            let h = run.lane(cell).trace.top().value(Quantity::Hidden, settings.read_step());
            let row = |(row, bias): (usize, &f64)| {
                weights.head.row(row).iter().zip(h).map(|(weight, h)| weight * h).sum::<f64>() + bias
            };
            weights.head_bias.iter().enumerate().map(row).collect()
        });
        Some(drawn.answers(outputs))
    }
}

impl Drawn {
    /// Inputs at each time step.
    fn inputs(&self) -> usize {
        (self.level.task().inputs)(&self.level)
    }

    /// The class that is right where the answer is read; of a decoder the first. `None` where answers are numbers.
    fn right(&self) -> Option<usize> {
        match &self.batch.target {
            Target::Class(right) if !self.batch.decoder_x.is_empty() => right.first().map(|class| *class as usize),
            Target::Class(right) => right.last().map(|class| *class as usize),
            Target::Value(_) => None,
        }
    }

    /// The example, each step with the name that it has in its task.
    fn example(&self) -> Example {
        let (task, inputs) = (self.level.task(), self.inputs());
        let rows = || self.batch.x.chunks_exact(inputs.max(1));
        let numbered = || (1..=self.batch.steps).map(|t| t.to_string()).collect();
        let symbol = |row: &[f32]| row.iter().position(|x| *x == 1.0);
        let is_one = |row: &[f32]| row.iter().filter(|x| **x != 0.0).count() == 1 && symbol(row).is_some();
        let name = |k: &usize| Some((task.input)(&self.level, *k)).filter(|name| !name.is_empty());
        let names = |read: &[usize]| read.iter().map(|k| name(k).unwrap_or(NOTHING.to_owned())).collect();
        if inputs > 1 && inputs != SIDE * SIDE && rows().all(is_one) {
            let read: Vec<usize> = rows().filter_map(symbol).collect();
            return Example { labels: names(&read), inputs: Inputs::Symbols { kinds: inputs, read } };
        }
        let labels = match self.target {
            Some(target) => series::prepared(&self.level).read_before(target),
            None => numbered(),
        };
        let values = self.batch.x.iter().map(|x| f64::from(*x)).collect();
        Example { labels, inputs: Inputs::Numbers { channels: inputs, values } }
    }

    /// A network's outputs where the answer is read, before softmax.
    fn outputs_of(&self, setup: &Setup, weights: &Weights) -> Vec<f64> {
        let mut all = vec![];
        Trainer::<f32>::new(weights, setup.plan()).evaluate(&self.batch, Some(&mut all));
        let width = (self.level.task().outputs)(&self.level);
        let from = if self.batch.decoder_x.is_empty() { all.len().saturating_sub(width) } else { 0 };
        all.iter().skip(from).take(width).map(|y| f64::from(*y)).collect()
    }

    fn answers(&self, outputs: [Vec<f64>; 3]) -> Answers {
        if let Some(right) = self.right() {
            let names = (0..outputs[0].len()).map(|class| (self.level.task().output)(&self.level, class)).collect();
            return Answers::Classes { names, right, shares: outputs.each_ref().map(|own| softmax(own)) };
        }
        let first = outputs.map(|own| own.first().copied().unwrap_or_default());
        match (self.target, &self.batch.target) {
            (Some(target), _) => {
                let series = series::prepared(&self.level);
                Answers::Value {
                    right: series.channels[0][target],
                    given: first.map(|answer| series.forecast(target, answer as f32)),
                    unit: series.unit.clone(),
                    of: series.labels[target].clone(),
                }
            }
            (None, Target::Value(values)) => {
                let right = values.last().map_or(0.0, |value| f64::from(*value));
                Answers::Value { right, given: first, unit: String::new(), of: String::new() }
            }
            (None, Target::Class(_)) => {
                Answers::Value { right: 0.0, given: first, unit: String::new(), of: String::new() }
            }
        }
    }
}

/// The probability of each class, from the outputs before softmax.
fn softmax(outputs: &[f64]) -> Vec<f64> {
    let top = outputs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = outputs.iter().map(|y| (y - top).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|power| power / sum).collect()
}

/// A network's layers and row `row` of its read-out, padded to `units` hidden units. Padded units have zero weights, so
/// their h stays 0.
fn network(weights: Weights, row: usize, units: usize) -> Network {
    let mut head = head(&weights);
    head.rows.iter_mut().for_each(|row| row.resize(units, 0.0));
    let row = head.rows.get(row.min(head.rows.len().saturating_sub(1))).cloned().unwrap_or_default();
    let (layers, decoder) = (padded(weights.layers, units), padded(weights.decoder, units));
    Network { layers, decoder, row, head: Some(head) }
}

/// A network's whole read-out.
#[must_use]
pub fn head(weights: &Weights) -> Head {
    let rows = weights.head.row_iter().map(|row| row.iter().copied().collect()).collect();
    Head { rows, bias: weights.head_bias.to_vec() }
}

/// Whether the Lab shows the encoder of a trained network that has a decoder.
#[must_use]
pub fn has_decoder(settings: &Settings) -> bool {
    // A decoder's number of inputs follows from the task alone: no data is needed.
    let level = Setup::new(settings, &Sets::default()).0.level;
    settings.is_trained() && (level.task().decoder)(&level) > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::shipped;
    use crate::task::{TASKS, Task};
    use crate::training::write_shipped;
    use model::sequence::{Library, TASKED};
    use model::settings::State;

    const WEIGHTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/weights");

    /// The settings of an address, and the run on its example with the weights that ship.
    fn opened(fragment: &str, sets: &Sets) -> (Settings, Trained, Run) {
        let (state, problems) = State::from_fragment(fragment);
        assert_eq!(problems, [], "{fragment}");
        let (settings, mut trained) = (state.settings, Trained::default());
        assert!(trained.is_missing(&settings), "{fragment}");
        trained.bring(&settings, sets, CellKind::Lstm, [None, None, None]);
        if let Some(file) = trained.shipped() {
            trained.bring_shipped(std::fs::read(format!("{WEIGHTS}/{file}")).map_err(|error| error.to_string()));
        }
        let mut library = Library::default();
        library.bring_example(settings.example_of(), trained.example(&settings));
        let run = Run::with(&settings, &settings.sequence(&library), |cell| trained.network(&settings, cell));
        (settings, trained, run)
    }

    #[test]
    fn the_pages_table_of_default_runs_is_that_of_the_tasks() {
        let sets = shipped();
        let of = |task: &Task| {
            let (setup, _) = Setup::new(&State::from_fragment(&format!("task={}", task.key)).0.settings, &sets);
            (task.key, (task.steps)(&setup.level), setup.units, setup.steps)
        };
        let own: Vec<_> = TASKS.iter().filter(|task| !task.is_own).map(of).collect();
        assert_eq!(TASKED.map(|own| (own.task, own.steps, own.units, own.end)).to_vec(), own);
    }

    #[test]
    fn every_task_opens_with_the_weights_that_ship_and_its_example_has_names_and_an_answer() {
        let sets = shipped();
        for tasked in TASKED {
            for more in ["", "&untrained=yes", "&example=3"] {
                let fragment = format!("sequence=example&task={}&trained={}{more}", tasked.task, tasked.end);
                let (settings, trained, run) = opened(&fragment, &sets);
                assert!(!trained.is_absent(&settings), "{fragment}: {:?}", trained.lack(&settings));
                assert_eq!((settings.steps(), settings.units), (tasked.steps, tasked.units), "{fragment}");
                let example = trained.example(&settings);
                assert_eq!(example.labels.len(), tasked.steps, "{fragment}");
                let Some(answers) = trained.answers(&settings, &run) else { panic!("{fragment}") };
                let said: Vec<f64> = match answers {
                    Answers::Classes { shares, .. } => shares.concat(),
                    Answers::Value { given, .. } => given.to_vec(),
                };
                assert!(said.iter().all(|x| x.is_finite()), "{fragment}");
            }
        }
    }

    /// What the tests of the task ask of a solved one: of a run that is right in more than 95 %, most examples are.
    #[test]
    fn the_lstm_knows_the_verb_once_it_is_trained_and_the_rnn_guesses() {
        let mut sure = [0; 3];
        for number in 1..=20 {
            let fragment = format!("sequence=example&task=agreement&trained=3000&example={number}");
            let (settings, trained, run) = opened(&fragment, &Sets::default());
            let Some(Answers::Classes { names, right, shares }) = trained.answers(&settings, &run) else { panic!() };
            assert_eq!(names, ["was", "were"]);
            // The verb has the number of the second word.
            let example = trained.example(&settings);
            assert_eq!(right == 1, example.labels[1].ends_with('s'), "{:?}", example.labels);
            for (sure, shares) in sure.iter_mut().zip(shares) {
                *sure += usize::from(shares[right] > 0.95);
            }
        }
        assert!(sure[0] < 10 && sure[1] >= 19 && sure[2] >= 19, "{sure:?}");
    }

    #[test]
    fn a_broken_file_is_told_and_the_networks_are_those_before_training() {
        let fragment = "sequence=example&task=agreement&trained=3000";
        let settings = State::from_fragment(fragment).0.settings;
        let mut trained = Trained::default();
        trained.bring(&settings, &Sets::default(), CellKind::Lstm, [None, None, None]);
        trained.bring_shipped(Ok(vec![1, 0, 0]));
        assert_eq!(trained.lack(&settings), Some(&Lack::Broken(Unusable::Damaged)));
        assert!(trained.is_absent(&settings) && trained.network(&settings, CellKind::Gru).is_some());
        trained.bring_shipped(Err("404".to_owned()));
        assert_eq!(trained.lack(&settings), Some(&Lack::Unfetched("404".to_owned())));
    }

    #[test]
    fn a_network_of_this_browser_at_that_step_goes_before_the_one_that_ships() {
        let settings = State::from_fragment("sequence=example&task=recall&trained=4000").0.settings;
        let (setup, _) = Setup::new(&settings, &Sets::default());
        let mut session = Session::new(setup.clone(), CellKind::Rnn);
        assert!((0..3).all(|_| session.advance()));
        session.record.step = 4000;
        let mut trained = Trained::default();
        trained.bring(&settings, &Sets::default(), CellKind::Lstm, [Some(session.save()), None, None]);
        let ships = CellKind::ALL.map(|cell| Session::new(setup.clone(), cell));
        trained.bring_shipped(Ok(write_shipped(&ships)));
        let rows = |weights: &Weights| weights.head.clone();
        assert_eq!(rows(&trained.weights(&settings, &setup, CellKind::Rnn)), rows(&session.weights()));
        assert!(!trained.is_absent(&settings));
    }

    #[test]
    fn the_lab_gives_the_answer_of_the_network_that_was_trained() {
        let sets = shipped();
        for task in &TASKS {
            for (more, units) in [("", 6), ("&t_layers=3&layer=3", 6), ("&t_layers=2&layer=1", 6), ("&t_equal=yes", 24)]
            {
                answers_agree(task, more, units, &sets);
            }
        }
    }

    #[test]
    fn only_the_cell_in_focus_has_to_be_as_far_as_is_asked_for() {
        let settings = State::from_fragment("task=recall&t_knob=5&t_units=4&t_batch=4&trained=20").0.settings;
        let sets = Sets::default();
        let (setup, _) = Setup::new(&settings, &sets);
        let files = CellKind::ALL.map(|cell| {
            let mut session = Session::new(setup.clone(), cell);
            let steps = if cell == CellKind::Gru { 20 } else { 10 };
            assert!((0..steps).all(|_| session.advance()));
            Some(session.save())
        });
        assert!(Trained::default().bring(&settings, &sets, CellKind::Gru, files.clone()));
        assert!(!Trained::default().bring(&settings, &sets, CellKind::Lstm, files));
    }

    fn answers_agree(task: &Task, more: &str, units: usize, sets: &Sets) {
        let train = format!("task={}&t_knob=10&t_units=6&t_batch=4{more}", task.key);
        let settings = State::from_fragment(&train).0.settings;
        let (setup, _) = Setup::new(&settings, sets);
        let mut sessions = CellKind::ALL.map(|cell| Session::new(setup.clone(), cell));
        sessions.iter_mut().for_each(|session| assert!((0..30).all(|_| session.advance())));
        let (batch, _) = sessions[0].example(None);
        let inputs = (task.inputs)(&setup.level);
        let row = match &batch.target {
            Target::Class(right) if !batch.decoder_x.is_empty() => right[0] as usize,
            Target::Class(right) => right[right.len() - 1] as usize,
            Target::Value(_) => 0,
        };
        let rows = batch.x.chunks_exact(inputs).chain(std::iter::once(&batch.x[..inputs]));
        let rows: Vec<String> = rows.map(|row| row.iter().map(f32::to_string).collect::<Vec<_>>().join(",")).collect();
        let fragment = format!(
            "{train}&trained=30&answer={row}&cell=gru&sequence=csv&numbers={}&normalised=no&units={units}&read={}",
            rows.join(";"),
            batch.steps
        );
        let (state, problems) = State::from_fragment(&fragment);
        assert_eq!(problems, [], "{}", task.key);
        let mut trained = Trained::default();
        assert!(trained.is_missing(&state.settings));
        assert!(trained.bring(&state.settings, sets, CellKind::Gru, [0, 1, 2].map(|k| Some(sessions[k].save()))));
        assert!(!trained.is_missing(&state.settings));
        let run = Run::with(&state.settings, &state.settings.sequence(Library::shipped()), |cell| {
            trained.network(&state.settings, cell)
        });
        for (cell, session) in CellKind::ALL.into_iter().zip(&mut sessions) {
            let (_, answers) = session.example(None);
            let outputs = (task.outputs)(&setup.level);
            // A decoder's first answer, else the last one.
            let last =
                if batch.decoder_x.is_empty() { &answers[answers.len() - outputs..] } else { &answers[..outputs] };
            let bias = session.weights().head_bias[row];
            let ours = run.lane(cell).trace.losses[batch.steps - 1] + bias;
            assert!((ours - f64::from(last[row])).abs() < 1e-4, "{} {cell:?}: {ours}, {}", task.key, last[row]);
        }
    }
}
