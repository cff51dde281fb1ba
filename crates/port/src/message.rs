//! What page and workers say to each other, as types. How it travels, `wire.rs` says.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use engine::trace::CellKind;
use learn::sweep::Outcome;
use model::command::SweepKey;
use model::command::{Command, Own, Sheet};
use model::sequence::Row;
use model::settings::State;
use pictures::parts::Part;
use pictures::training::Extent;

/// The make of page and worker: they must be of one.
pub const MAKE: &str = env!("CARGO_PKG_VERSION");

/// The window's name for the port at which the worker's code listens where it runs in the page.
pub const PORT: &str = "unrolled";

/// What a worker is asked for, or told. The last ones are said by one worker to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// All numbers of a run; beside it the room of an earlier answer, so that megabytes a frame do not become garbage.
    Run(Settled),
    /// The laboratory's picture, or what else the view shows; and the sheet that is being opened.
    Picture(Settled, Option<Sheet>),
    /// These settings are in view where training is shown.
    Attend(Settled),
    /// A command of the page.
    Command(Settled, Command),
    /// What was sent is on the page.
    Seen,
    /// What a person brings to learn from: a text, or a file beside this.
    Bring(Own, Option<String>),
    /// A file that the browser does not keep: its name; beside it what it holds.
    Hold(String),
    /// To one that trains: the cell, the settings, the number of the order.
    Train(Cell, Settled, u32, Order),
    /// A share of a step of training, to one that helps; beside it the networks' numbers, f32.
    Share(Cell, Settled, Asked),
    /// Every so many runs of a sweep are to be made: which sweep, and the worker's number.
    Make(Settled, SweepKey, usize),
    /// No more runs are to be made.
    StopMaking,
}

/// What a worker says. The last ones are said by one worker to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// It listens, and is of this make.
    Ready(String),
    /// It cannot go on, and why.
    Failed(String),
    /// All numbers of a run lie beside this.
    Run(RunHead),
    /// Parts of the page.
    Parts(Vec<Part>),
    /// A file that the browser does not keep, for those that read it: its name, and why it is not kept; beside it what it
    /// holds.
    Hold(String, String),
    /// How one that trains stands, and its lane.
    Lane(Lane),
    /// What a share came to that was asked for: of each seed the loss and the share of right answers, then the squares of the first; beside it
    /// the slopes, f32.
    Share(Asked, Vec<f64>),
    /// How far the runs of a sweep are.
    Sweep(SweepKey, Made),
}

/// What comes with the numbers of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunHead {
    /// How long the engine took, in milliseconds.
    pub elapsed: f64,
    /// The rows of a series, which the page itself has not.
    pub series: Option<Vec<Row>>,
    /// The weights that were asked for are not there: these are untrained.
    pub absent: bool,
}

/// What one that trains is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// Take the settings in.
    Attend,
    /// Train.
    Start,
    /// Pause, and keep the run.
    Pause,
    /// One step.
    Step,
    /// Begin anew, and forget what was kept.
    Stop,
    /// What was sent is on the page.
    Seen,
    /// It stands for one that has died of this cause.
    Succeed(String),
    /// The axes show at least so much.
    Widen(Extent),
}

/// A share of a step of training that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Tells this step from every other that was ever begun: a late answer belongs to none.
    pub turn: u32,
    /// Which part of the batch.
    pub part: usize,
    /// Which step.
    pub step: usize,
    /// Whether the gradient's reach is wanted.
    pub reach: bool,
}

/// What one that trains says: how it stands, and its lane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// The number of the last order that it has carried out.
    pub order: u32,
    /// Whether it trains.
    pub running: bool,
    /// What its axes show; none where there is nothing to show yet.
    pub extent: Option<Extent>,
    /// What has changed on the page.
    pub parts: Vec<Part>,
}

/// What came of the runs of a sweep that a worker makes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Made {
    /// A run is done: its number, and what it came to.
    Run(usize, Outcome),
    /// So much of all its runs is, from 0 to 1.
    Share(f64),
    /// It cannot go on without this file.
    Lacks(String),
}

/// Settings on their way: they travel as they stand in the address, one grammar, and are read once, at the door.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled(pub State);

impl Serialize for Settled {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0.to_fragment())
    }
}

impl<'de> Deserialize<'de> for Settled {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self(State::from_fragment(&String::deserialize(from)?).0))
    }
}

/// A cell on its way: its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell(pub CellKind);

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0.key())
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let key = String::deserialize(from)?;
        let cell = CellKind::ALL.into_iter().find(|cell| cell.key() == key);
        cell.map(Self).ok_or_else(|| Error::custom("no cell has this key"))
    }
}

/// What may be said, and by whom.
pub trait Said {
    /// Tells what is asked from what is answered: whoever hears its own word takes it for no request.
    const KIND: u8;
}

impl Said for Request {
    const KIND: u8 = 1;
}

impl Said for Answer {
    const KIND: u8 = 2;
}

impl<T: Said> Said for &T {
    const KIND: u8 = T::KIND;
}
