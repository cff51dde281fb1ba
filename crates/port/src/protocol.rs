//! What page and workers say to each other: typed values, as bytes; the largest lists of numbers travel beside them, as
//! buffers that change hands.

use js_sys::{Array, Float64Array, Uint8Array};
use serde::de::DeserializeOwned;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use wasm_bindgen::{JsCast, JsValue};

use engine::trace::CellKind;
use learn::sweep::Outcome;
use model::command::SweepKey;
use model::command::{Command, Own, Sheet};
use model::lab::Run;
use model::sequence::Row;
use model::settings::State;
use pictures::parts::Part;
use pictures::training::Extent;

/// The make of page and worker: they must be of one.
pub const MAKE: &str = env!("CARGO_PKG_VERSION");

/// The window's name for the port at which the worker's code listens where it runs in the page.
pub const PORT: &str = "unrolled";

/// What a worker is asked for, or told. The last ones are said by one worker to another.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
    Share(Cell, Settled, Share),
    /// Every so many runs of a sweep are to be made: which sweep, and the worker's number.
    Make(Settled, SweepKey, usize),
    /// No more runs are to be made.
    StopMaking,
}

/// What a worker says. The last ones are said by one worker to another.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
    /// What a share came to: of each seed the loss and the share of right answers, then the squares of the first; beside it
    /// the slopes, f32.
    Share(Vec<f64>),
    /// How far the runs of a sweep are.
    Sweep(SweepKey, Made),
}

/// What comes with the numbers of a run.
#[derive(Clone, Debug, Serialize, Deserialize)]
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

/// A share of a step of training.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Share {
    /// Which part of the batch.
    pub part: usize,
    /// Which step.
    pub step: usize,
    /// Whether the gradient's reach is wanted.
    pub reach: bool,
}

/// What one that trains says: how it stands, and its lane.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Serialize, Deserialize)]
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

/// A message: its kind, the number of the request that it is or belongs to, and what is said.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Envelope<T> {
    kind: u8,
    number: u32,
    said: T,
}

/// A message as it is posted: the bytes, and what lies beside them; and what of it changes hands.
#[must_use]
pub fn sealed<T: Said + Serialize>(number: u32, said: &T, beside: Option<&JsValue>) -> (JsValue, Array) {
    // Numbers, texts and lists of them can always be written.
    let bytes = postcard::to_allocvec(&Envelope { kind: T::KIND, number, said }).unwrap_or_default();
    let bytes = Uint8Array::from(bytes.as_slice());
    let message = Array::of1(&bytes);
    let transfer = Array::of1(&bytes.buffer());
    if let Some(beside) = beside {
        message.push(beside);
        let buffer = js_sys::Reflect::get(beside, &"buffer".into()).unwrap_or_default();
        if buffer.is_instance_of::<js_sys::ArrayBuffer>() {
            transfer.push(&buffer);
        }
    }
    (message.into(), transfer)
}

/// What a message says, with its number and what lies beside it; none if it has another form.
#[must_use]
pub fn opened<T: Said + DeserializeOwned>(message: &JsValue) -> Option<(u32, T, JsValue)> {
    let message = message.dyn_ref::<Array>()?;
    let bytes = message.get(0).dyn_into::<Uint8Array>().ok()?.to_vec();
    if bytes.first() != Some(&T::KIND) {
        return None;
    }
    let Envelope { number, said, .. } = postcard::from_bytes(&bytes).ok()?;
    Some((number, said, message.get(1)))
}

/// The numbers of a run, in the room that the request brought if that is of the right size.
#[must_use]
pub fn numbers_of(run: &Run, room: Option<Float64Array>) -> Float64Array {
    let length = run.numbers().map(<[f64]>::len).sum::<usize>() as u32;
    let room = room.filter(|room| room.length() == length);
    let numbers = room.unwrap_or_else(|| Float64Array::new_with_length(length));
    let mut at = 0;
    for list in run.numbers() {
        let end = at + list.len() as u32;
        numbers.subarray(at, end).copy_from(list);
        at = end;
    }
    numbers
}

/// Writes numbers over those of a run of the same shape; false if the shape is another.
#[must_use]
pub fn write_numbers(numbers: &Float64Array, run: &mut Run) -> bool {
    if run.numbers().map(<[f64]>::len).sum::<usize>() as u32 != numbers.length() {
        return false;
    }
    let mut at = 0;
    for list in run.numbers_mut() {
        let end = at + list.len() as u32;
        numbers.subarray(at, end).copy_to(list);
        at = end;
    }
    true
}
