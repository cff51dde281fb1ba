//! The messages between the page and its workers, as types. `wire.rs` writes them as bytes.

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use course::compare::Compared;
use course::lesson::{Indexed, Lesson, Reference, Setting};
use course::results::{Ablations, Results};
use course::scans::Scans;
use course::standing::Standing;
use engine::trace::CellKind;
use intake::{Choices, Encoding};
use learn::sweep::Outcome;
use measure::Measured;
use measure::training::own::{Fault, Told};
use measure::training::{Answers, Lack, LaneData, RecordedData, RunState, TaskData};
use model::command::SweepKey;
use model::command::{Command, Own};
use model::sequence::{Example, Row};
use model::settings::State;

use crate::exchange::Shown;
use crate::parcel::Parcel;
use crate::spoken::{Said, Speaks, Word};

/// Version of page and worker. The two must be equal.
pub const MAKE: &str = env!("CARGO_PKG_VERSION");

/// Name of the window's property that holds the port of the worker's code, where that code runs in the page.
pub const PORT: &str = "unrolled";

/// A message to a worker. The last ones go from one worker to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Make a run and send all its numbers. The buffer of an earlier answer comes along to be reused, so that a frame does
    /// not leave megabytes of garbage.
    Run(Settled),
    /// Measure what the laboratory's picture shows, or draw whatever the view shows. The numbers of the run come beside this
    /// message where the worker has not had them; their buffer goes back with the answer.
    Picture(Settled),
    /// Train is in view with these settings.
    Attend(Settled),
    /// A person's command.
    Command(Settled, Command),
    /// The page shows the last parts it received: the worker may send more.
    Seen,
    /// A person's own data to learn from: a text, or a file that comes beside this message.
    Bring(Own, Option<String>),
    /// What was brought last is read anew, as a person has decided.
    Decide(Choices),
    /// What was said of the data of this name when it was brought is said again, if it is known.
    Recall(String),
    /// The series of this name as it is learned from, to be saved.
    Export(String),
    /// What the Lab shows at these settings is taken along, with the page's whole address.
    Take(Settled, Taking, String),
    /// What is being brought is not wanted any more.
    StopBringing,
    /// The name of a file that the browser does not keep; its contents come beside this message.
    Hold(String),
    /// The name of a file that the browser is to keep; its contents come beside this message.
    Keep(String),
    /// To a trainer: the cell, the settings, the order's number, the order.
    Train(Cell, Settled, u32, Order),
    /// To a helper: work out a share of a training step. The networks' numbers come beside this message, as f32.
    Share(Cell, Settled, Asked),
    /// To a maker: make every n-th run of a sweep, beginning with the one of the worker's own number.
    Make(Settled, SweepKey, usize),
    /// To a maker: stop.
    StopMaking,
}

/// A message from a worker. The last ones go from one worker to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// First message: the worker is ready, with its version.
    Ready(String),
    /// The worker cannot go on, with the cause.
    Failed(String),
    /// A run; all its numbers come beside this message.
    Run(Box<RunHead>),
    /// The numbers of the open picture, for the page to draw. They are shown once [`Answer::Done`] has come.
    Picture(Parcel<Measured>),
    /// How each step of the lessons sets the page around its figure. It is said once.
    Steps(Vec<Setting>),
    /// The lesson's step in the address.
    Lesson(Box<Lesson>),
    /// The page to look things up in.
    Page(Box<Reference>),
    /// What the figures of a lesson's sheet are drawn from, which the page lacks; said again when more of it has come.
    Sheet(Box<Sheet>),
    /// What is searched of all such pages. It is said once, with the first of them.
    Index(Vec<Indexed>),
    /// The page goes to an address, if it is still in a lesson.
    Go {
        /// Where to.
        address: String,
        /// The lesson as the address names it.
        from: String,
    },
    /// Compare's numbers.
    Compare(Box<Compared>),
    /// The papers, redone.
    Results(Box<Results>),
    /// What each part of a cell is worth on the task that is chosen.
    Ablations(Box<Ablations>),
    /// How sweeps stand: those that stand otherwise than before. It is small, for it is sent several times a second.
    Standings(Vec<(SweepKey, Standing)>),
    /// All that a request for a picture asked for has been said.
    Done,
    /// A file that the browser does not keep: its name, and why it is not kept. Its contents come beside this message, for
    /// the workers that read it.
    Hold(String, String),
    /// A trainer's report: how it stands, and its lane.
    Lane(Lane),
    /// How a cell's run stands, for the page to show.
    Training(Cell, RunState),
    /// Whether the three train; the answer to every order, and sent whenever it changes.
    Trains(bool),
    /// The task of the settings.
    Task(Box<TaskData>),
    /// The recorded run that the one of the settings is compared with; `None` if there is none.
    Recorded(Option<Box<RecordedData>>),
    /// What is said of a person's own data.
    Own(Parcel<OwnAnswer>),
    /// The result of a share: the loss and the share of right answers for each seed, then the squares of the first. The
    /// gradients come beside this message, as f32.
    Share(Asked, Vec<f64>),
    /// Progress of a sweep's runs.
    Sweep(SweepKey, Made),
    /// What a scan costs.
    Scans(Parcel<Scans>),
    /// What was to be taken along: a network; or a text, which comes beside this message.
    Taken(Parcel<Shown>),
}

/// What is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Taking {
    /// The network of a cell, and what it reads.
    Network(Cell),
    /// Every number of the run, as a table.
    Csv,
    /// The same as JSON.
    Json,
}

/// What a worker says of a person's own data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum OwnAnswer {
    /// What was brought to learn from: what was read, or why it cannot be used.
    Read(Result<Told, Fault>),
    /// What was said of the data of the settings when it was brought; and whether it can be read anew, as a person decides.
    Kept(Told, bool),
    /// This share of what is brought has been read.
    Share(f64),
    /// A series as it is learned from, to be saved.
    Export(String),
    /// The text of a table for the Lab, and how it was encoded; or what the file is that is no text.
    Table(Result<(String, Encoding), Fault>),
}

/// Sent along with the numbers of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunHead {
    /// The settings that it follows from.
    pub of: Settled,
    /// How long the engine took, in milliseconds.
    pub elapsed: f64,
    /// The rows of a series, which the page itself lacks.
    pub series: Option<Vec<Row>>,
    /// The requested trained weights were not found: this run is untrained.
    pub absent: bool,
    /// The example of a task that is read.
    pub example: Option<Example>,
    /// What trained networks answer to it.
    pub answers: Option<Answers>,
    /// Why weights that ship with the page were not used.
    pub lack: Option<Lack>,
}

/// An order to a trainer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// Adopt the settings.
    Attend,
    /// Train.
    Start,
    /// Pause, and keep the run.
    Pause,
    /// One step.
    Step,
    /// Start over, and delete the saved run.
    Stop,
    /// The page shows the last report.
    Seen,
    /// This worker replaces one that died, of this cause.
    Succeed(String),
}

/// Names a share of a training step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Unique among all steps ever begun, so that a late answer matches none.
    pub turn: u32,
    /// Which part of the batch.
    pub part: usize,
    /// Which step.
    pub step: usize,
    /// Whether to measure how far the gradient reaches.
    pub reach: bool,
}

/// What the figures of a lesson's sheet are drawn from, beside what the page can work out itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// The key of the lesson.
    pub key: String,
    /// The numbers of the pictures, each with the name of its step.
    pub pictures: Vec<(String, Parcel<Measured>)>,
    /// The recorded runs of the steps whose figure is Train, each with the name of its step.
    pub recorded: Vec<(String, RecordedData)>,
    /// The rows of the series that its steps read, each with its key.
    pub series: Vec<(String, Vec<Row>)>,
}

/// A trainer's report: how it stands, and its lane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// The number of the last order carried out.
    pub order: u32,
    /// Whether it trains.
    pub running: bool,
    /// What its lane shows; `None` if that has not changed since the last report.
    pub lane: Option<Box<LaneData>>,
}

/// A maker's report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Made {
    /// A run is done: its number and its outcome.
    Run(usize, Outcome),
    /// The loss over the training steps of a run so far: its number; steps made and the loss.
    Losses(usize, Vec<(f64, f64)>),
    /// The share of its runs that is done, from 0 to 1.
    Share(f64),
    /// A missing file, without which it cannot go on.
    Lacks(String),
}

/// Settings in a message. They travel as the text of the address, so that there is one grammar, and are read on arrival.
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

/// A cell in a message; it travels as its key.
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
        cell.map(Self).ok_or_else(|| Error::invalid_value(Unexpected::Str(&key), &"a cell"))
    }
}

impl Speaks for Answer {
    fn word(&self) -> Option<Word<'_>> {
        match self {
            Self::Ready(make) => Some(Word::Ready(make)),
            Self::Failed(cause) => Some(Word::Failed(cause)),
            _ => None,
        }
    }
}

impl Said for Request {
    const KIND: u8 = 1;
}

impl Said for Answer {
    const KIND: u8 = 2;
}
