//! State space: where the states of two units lead, and the states of a trained network on its two principal axes.

use serde::{Deserialize, Serialize};

use engine::pair::{End, Pair, Plane, State};
use engine::trace::{CellKind, Layer, Quantity};
pub use learn::states::TASKS;
use learn::states::{Holds, Reading, Spread, holds};
use learn::task::Sets;
use learn::training::Setup;
use model::keys::Key;
use model::settings::{Settings, Source};

use crate::going::Going;
use crate::scene::Scene;

/// Fields of the plane in each direction whose end is told.
pub const SIDE: usize = 180;
/// The most states at rest that places end at.
pub const MOST_RESTS: usize = 4;
/// What a field has that ends nowhere.
pub const NEVER: u8 = u8::MAX;
/// The most steps of a path.
const MOST_STEPS: usize = 60;
/// A path is at its end where a step is shorter.
const SHORT: f64 = 1e-3;
/// The most states of a network that are shown.
const MOST_DOTS: usize = 1000;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Space {
    /// Two units.
    Units(Box<Units>),
    /// The three cells’ networks; `None` where the settings show no network that has learned one of the tasks.
    Trained(Option<Box<Networks>>),
}

/// A state at rest.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rest {
    /// The state.
    pub h: State,
    /// The eigenvalues of a step there: real and imaginary part.
    pub eigenvalues: [(f64, f64); 2],
    /// Whether a state comes back after a small push.
    pub is_stable: bool,
}

/// Two units, h ← tanh(W h + b).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Units {
    /// W, row by row.
    pub w: [[f64; 2]; 2],
    /// b.
    pub b: State,
    /// All states at rest, the stable ones first.
    pub rests: Vec<Rest>,
    /// Which stable state each field of [`SIDE`] × [`SIDE`] ends at, row by row from the largest h₂ down; or [`NEVER`].
    pub ends: Vec<u8>,
    /// The way of a state, step by step.
    pub path: Vec<State>,
    /// The stable state that it ends at; `None` if it never rests.
    pub end: Option<usize>,
    /// Steps in which a state that never rests comes round; infinite for one that rests.
    pub round: f64,
}

/// The networks that have learned a task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Networks {
    /// The task, by its place in [`TASKS`].
    pub task: usize,
    /// Hidden units.
    pub units: usize,
    /// Whether the networks are shown before training.
    pub is_before: bool,
    /// Each cell’s states; `None` before they are all read.
    pub cells: [Option<States>; 3],
    /// How far reading is.
    pub going: Going,
}

/// A network's states on their two principal axes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct States {
    /// The share of the variance along each axis.
    pub shares: [f64; 2],
    /// How well the axes tell what a state should hold: see `learn::states::Told`.
    pub by_axes: f64,
    /// The same of the last step's states.
    pub at_end: f64,
    /// The same by all units.
    pub by_all: f64,
    /// Some of the states: place on both axes, and what the state should hold.
    pub dots: Vec<[f64; 3]>,
    /// How many states there are in all.
    pub count: usize,
    /// The straight cut: its two weights, and its offset. `None` where numbers are held.
    pub cut: Option<[f64; 3]>,
    /// The sequence that the Lab reads, step by step.
    pub path: Vec<[f64; 2]>,
}

/// The number that a key of two units has as long as nobody sets it; NaN for a key of another.
#[must_use]
pub const fn default(key: Key) -> f64 {
    match key {
        Key::SpaceOwn => 1.0,
        Key::SpaceCross => 0.6,
        Key::SpaceB1 | Key::SpaceB2 => 0.0,
        Key::SpaceH1 => -0.9,
        Key::SpaceH2 => 0.5,
        _ => f64::NAN,
    }
}

/// The setting, or the default if it is not a number in the key's range.
#[must_use]
pub fn value(settings: &Settings, key: Key) -> f64 {
    settings.real(key).unwrap_or(default(key))
}

/// Two units as the settings have them: what the first reads of the second has the opposite sign where they turn.
#[must_use]
pub fn pair(settings: &Settings) -> Pair {
    let [own, cross, b1, b2] =
        [Key::SpaceOwn, Key::SpaceCross, Key::SpaceB1, Key::SpaceB2].map(|key| value(settings, key));
    let first = if settings.is(Key::SpaceTurns) { -cross } else { cross };
    Pair { w: [[own, first], [cross, own]], b: [b1, b2] }
}

impl Space {
    /// Two units, or what there is of trained networks before any state is read.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let settings = &scene.state.settings;
        if shows_trained(settings) {
            return Self::Trained(shown(scene).map(|(task, _)| {
                Box::new(Networks {
                    task,
                    units: settings.units,
                    is_before: settings.is_before_training(),
                    cells: [None, None, None],
                    going: Going::default(),
                })
            }));
        }
        let from = [Key::SpaceH1, Key::SpaceH2].map(|key| value(settings, key));
        Self::Units(Box::new(Units::of(pair(settings), from)))
    }

    /// Takes in what there is of the networks' states.
    pub(crate) fn put(&mut self, readings: &Readings, going: Going) {
        if let Self::Trained(Some(own)) = self {
            own.cells.clone_from(&readings.cells);
            own.going = going;
        }
    }
}

fn shows_trained(settings: &Settings) -> bool {
    settings.is(Key::SpaceTrained)
}

/// The task whose networks are shown, and what they read; `None` where it is not known what their states should hold.
fn shown(scene: &Scene) -> Option<(usize, Setup)> {
    let settings = &scene.state.settings;
    let is_shown = settings.is_trained() && !scene.absent && settings.source == Source::Example;
    let task = TASKS.iter().position(|task| *task == settings.task())?;
    let one = CellKind::ALL.iter().all(|cell| scene.run.lane(*cell).trace.layers.len() == 1);
    (is_shown && one).then(|| (task, Setup::new(settings, &Sets::default()).0))
}

impl Units {
    /// The units themselves.
    #[must_use]
    pub fn pair(&self) -> Pair {
        Pair { w: self.w, b: self.b }
    }

    /// Two units, and the way of a state.
    #[must_use]
    pub fn of(pair: Pair, from: State) -> Self {
        let plane = Plane::of(pair);
        let rest =
            |own: &engine::pair::Rest| Rest { h: own.h, eigenvalues: own.eigenvalues, is_stable: own.is_stable() };
        let byte = |end: &End| match end {
            End::Rest(place) => *place as u8,
            End::Never => NEVER,
        };
        let end = match plane.end(from) {
            End::Rest(place) => Some(place),
            End::Never => None,
        };
        let mut path = vec![from];
        while path.len() <= MOST_STEPS {
            let last = path[path.len() - 1];
            let next = pair.next(last);
            path.push(next);
            if (next[0] - last[0]).hypot(next[1] - last[1]) < SHORT {
                break;
            }
        }
        Self {
            w: pair.w,
            b: pair.b,
            rests: plane.rests.iter().map(rest).collect(),
            ends: plane.basins(SIDE).iter().map(byte).collect(),
            path,
            end,
            round: if end.is_none() { pair.round(from) } else { f64::INFINITY },
        }
    }
}

impl Networks {
    /// What their states should hold.
    #[must_use]
    pub fn holds(&self) -> Holds {
        if TASKS[self.task] == "adding" { Holds::Number } else { Holds::Class }
    }
}

impl States {
    fn of(spread: &Spread, holds: Holds, example: &[Vec<f64>]) -> Self {
        let every = spread.places.len().div_ceil(MOST_DOTS).max(1);
        // Not the same steps of every sequence.
        let is_shown = |n: usize, sequence: usize| (n + sequence).is_multiple_of(every);
        let dots = spread.places.iter().enumerate().filter(|(n, (held, _))| is_shown(*n, held.sequence));
        let told = spread.told;
        Self {
            shares: spread.axes.shares,
            by_axes: told.by_axes,
            at_end: told.at_end,
            by_all: told.by_all,
            dots: dots.map(|(_, (held, [x, y]))| [*x, *y, held.number]).collect(),
            count: spread.places.len(),
            cut: (holds == Holds::Class).then(|| [spread.fit.weights[0], spread.fit.weights[1], spread.fit.offset]),
            path: example.iter().map(|h| spread.axes.place(h)).collect(),
        }
    }
}

/// The states of the three networks, read piece by piece.
pub struct Readings {
    holds: Holds,
    readings: [Reading; 3],
    /// The states on the Lab's own sequence, a row a step.
    examples: [Vec<Vec<f64>>; 3],
    cells: [Option<States>; 3],
}

impl Readings {
    /// None read yet; `None` where no networks are shown.
    #[must_use]
    pub fn of(scene: &Scene) -> Option<Self> {
        let (_, setup) = shows_trained(&scene.state.settings).then(|| shown(scene)).flatten()?;
        let layer = |cell: CellKind| scene.run.lane(cell).trace.top();
        let reading = |cell: CellKind| Reading::new(&layer(cell).parameters, &setup.level, setup.seed);
        let [Some(rnn), Some(lstm), Some(gru)] = CellKind::ALL.map(reading) else { return None };
        let example = |layer: &Layer| (0..layer.steps()).map(|t| layer.value(Quantity::Hidden, t).to_vec()).collect();
        Some(Self {
            holds: holds(&setup.level)?,
            readings: [rnn, lstm, gru],
            examples: CellKind::ALL.map(|cell| example(layer(cell))),
            cells: [None, None, None],
        })
    }

    /// Reads a sequence; whether there was one.
    pub fn advance(&mut self) -> bool {
        let Some(place) = self.cells.iter().position(Option::is_none) else { return false };
        let reading = &mut self.readings[place];
        reading.advance();
        self.cells[place] = reading.spread().map(|spread| States::of(&spread, self.holds, &self.examples[place]));
        true
    }

    /// How many sequences are read, and how many there are.
    #[must_use]
    pub fn done(&self) -> (usize, usize) {
        let all = self.readings.iter().map(Reading::done);
        all.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measured::Measured;
    use crate::work::measure_whole;
    use learn::trained::Trained;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    fn space(fragment: &str) -> Space {
        let (state, problems) = State::from_fragment(&format!("picture=space&{fragment}"));
        assert!(problems.is_empty(), "{problems:?}");
        let (settings, mut trained) = (&state.settings, Trained::default());
        trained.bring(settings, &Sets::default(), CellKind::Lstm, [None, None, None]);
        if let Some(file) = trained.shipped() {
            let file = format!("{}/../../static/weights/{file}", env!("CARGO_MANIFEST_DIR"));
            trained.bring_shipped(std::fs::read(file).map_err(|error| error.to_string()));
        }
        let mut library = Library::default();
        library.bring_example(settings.example_of(), trained.example(settings));
        let sequence = settings.sequence(&library);
        let run = Run::with(settings, &sequence, |cell| trained.network(settings, cell));
        match measure_whole(&Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false }) {
            Measured::Space(space) => space,
            other => panic!("{other:?}"),
        }
    }

    fn units(fragment: &str) -> Units {
        match space(fragment) {
            Space::Units(units) => *units,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_path_ends_at_the_state_whose_basin_it_begins_in() {
        for fragment in ["", "space_own=2&space_cross=0.2&space_x=0.4&space_y=-0.7", "space_own=0.5&space_cross=0.2"] {
            let own = units(fragment);
            let end = own.end.expect("it rests");
            let at = |h: f64| ((h + 1.0) / 2.0 * SIDE as f64) as usize;
            let field = own.ends[(SIDE - 1 - at(own.path[0][1])) * SIDE + at(own.path[0][0])];
            assert_eq!(usize::from(field), end, "{fragment}");
            let (last, rest) = (own.path.last().expect("a path"), own.rests[end]);
            assert!((last[0] - rest.h[0]).hypot(last[1] - rest.h[1]) < 0.02 && rest.is_stable, "{fragment}");
            assert!(own.rests.iter().filter(|rest| rest.is_stable).count() <= MOST_RESTS);
        }
    }

    #[test]
    fn units_that_read_each_other_with_opposite_signs_turn() {
        let own = units("space_own=1&space_cross=0.8&space_turns=yes&space_x=0.3");
        assert_eq!((own.end, own.path.len()), (None, MOST_STEPS + 1));
        assert!(own.ends.iter().all(|end| *end == NEVER) && (5.0..12.0).contains(&own.round), "{}", own.round);
    }

    #[test]
    fn the_path_of_the_labs_sequence_lies_where_its_states_do() {
        for (task, end) in [("parity", 4000), ("agreement", 3000), ("adding", 4000)] {
            let fragment = format!("space_trained=yes&sequence=example&task={task}&trained={end}");
            let Space::Trained(Some(own)) = space(&fragment) else { panic!("networks") };
            assert!(own.going.is_done() && TASKS[own.task] == task);
            for states in own.cells.iter().flatten() {
                assert!(states.dots.len() <= MOST_DOTS && states.dots.len() * 8 > states.count.min(MOST_DOTS));
                assert_eq!(states.cut.is_some(), own.holds() == Holds::Class);
                let reach = states.dots.iter().flat_map(|[x, y, _]| [x.abs(), y.abs()]).fold(0.0, f64::max);
                assert!(states.path.iter().flatten().all(|x| x.abs() < 1.5 * reach), "{task}");
            }
        }
        assert_eq!(space("space_trained=yes"), Space::Trained(None));
        assert_eq!(space("space_trained=yes&sequence=example&task=copy&trained=12000"), Space::Trained(None));
    }
}
