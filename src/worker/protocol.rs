//! What page and worker say to each other. Settings travel as they stand in the address: one
//! grammar, checked at the door on both sides.

#[cfg(feature = "train")]
use js_sys::Float32Array;
use js_sys::{Array, Float64Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::lab::Run;
use crate::task::Row;

/// What the worker says first: it listens, and is of this make.
pub const READY: &str = env!("CARGO_PKG_VERSION");

/// The window's name for the port at which the worker's code listens where it runs in the page.
pub const PORT: &str = "unrolled";

/// What the page asks for. The settings are as in the address after `#`.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// All numbers of a run.
    Run(String),
    /// The laboratory's picture, and the sheet that is being opened.
    Picture(String, Option<String>),
    /// Training: the settings, the cell's key (none from the page, for all), and what to do: `start`, `pause`, `leave` (pause, for the Lab),
    /// `step`, `stop`,
    /// `seen` (what was sent is on the page), `trap-` and a cell's key (its next step fails: for tests), or nothing but to take the settings in.
    Train(String, String, String),
    /// What a person brings to learn from: a key, and a file or a text.
    Bring(String, JsValue),
    /// A share of a step of training: the settings, the cell's key, the part, the step, whether the gradient's reach is
    /// wanted, and the numbers of the networks, a `Float32Array`.
    #[cfg(feature = "train")]
    Share(String, String, usize, usize, bool, JsValue),
}

impl Request {
    /// As a message, `[number, kind, settings, room]` and a sheet, or a cell and a command, and what of it changes hands. The room is that of
    /// an earlier answer, so that megabytes a frame do not become garbage.
    #[must_use]
    pub fn to_message(&self, number: u32, room: Option<JsValue>) -> (JsValue, Array) {
        let (kind, settings) = match self {
            Self::Run(settings) => ("run", settings),
            Self::Picture(settings, _) => ("picture", settings),
            Self::Train(settings, ..) => ("train", settings),
            Self::Bring(key, _) => ("bring", key),
            #[cfg(feature = "train")]
            Self::Share(settings, ..) => ("share", settings),
        };
        let transfer: Array =
            room.iter().filter_map(|room| room.dyn_ref::<Float64Array>()).map(Float64Array::buffer).collect();
        let message = Array::of4(&number.into(), &kind.into(), &settings.into(), &room.unwrap_or(JsValue::NULL));
        match self {
            Self::Picture(_, Some(sheet)) => drop(message.push(&sheet.into())),
            Self::Bring(_, what) => drop(message.push(what)),
            Self::Train(_, cell, command) => {
                message.push(&cell.into());
                message.push(&command.into());
            }
            #[cfg(feature = "train")]
            Self::Share(_, cell, part, step, reach, numbers) => {
                let rest = [cell.into(), (*part).into(), (*step).into(), (*reach).into(), numbers.clone()];
                for part in &rest {
                    message.push(part);
                }
                if let Some(numbers) = numbers.dyn_ref::<Float32Array>() {
                    transfer.push(&numbers.buffer());
                }
            }
            _ => {}
        }
        (message.into(), transfer)
    }

    /// From a message, with its number and room; none if it has another form.
    #[must_use]
    pub fn from_message(message: &JsValue) -> Option<(u32, Self, Option<Float64Array>)> {
        let parts = message.dyn_ref::<Array>()?;
        let settings = parts.get(2).as_string()?;
        let request = match parts.get(1).as_string()?.as_str() {
            "run" => Self::Run(settings),
            "picture" => Self::Picture(settings, parts.get(4).as_string()),
            "bring" => Self::Bring(settings, parts.get(4)),
            "train" => Self::Train(settings, parts.get(4).as_string()?, parts.get(5).as_string()?),
            #[cfg(feature = "train")]
            "share" => {
                let whole = |at: u32| parts.get(at).as_f64().map(|number| number as usize);
                let (reach, numbers) = (parts.get(7).is_truthy(), parts.get(8));
                Self::Share(settings, parts.get(4).as_string()?, whole(5)?, whole(6)?, reach, numbers)
            }
            _ => return None,
        };
        Some((number_of(parts)?, request, parts.get(3).dyn_into().ok()))
    }
}

/// The number of a message: that of the request it belongs to.
#[must_use]
pub fn number_of(message: &Array) -> Option<u32> {
    message.get(0).as_f64().map(|number| number as u32)
}

/// The worker answers with all numbers of a run.
#[derive(Clone, Debug)]
pub struct Numbers {
    /// How long the engine took, in milliseconds.
    pub elapsed: f64,
    numbers: Float64Array,
}

impl Numbers {
    /// Those of a run, in the room that the request brought if that is of the right size.
    #[must_use]
    pub fn new(elapsed: f64, run: &Run, room: Option<Float64Array>) -> Self {
        let length = run.numbers().map(<[f64]>::len).sum::<usize>() as u32;
        let room = room.filter(|room| room.length() == length);
        let numbers = room.unwrap_or_else(|| Float64Array::new_with_length(length));
        let mut at = 0;
        for list in run.numbers() {
            let end = at + list.len() as u32;
            numbers.subarray(at, end).copy_from(list);
            at = end;
        }
        Self { elapsed, numbers }
    }

    /// As a message, `[number, elapsed, numbers, names, values]`, and what of it changes hands. The last two
    /// are a series, which the page itself has not: where it comes from, then the names of its rows, a line each.
    #[must_use]
    pub fn to_message(&self, number: u32, source: &str, rows: &[Row]) -> (JsValue, Array) {
        let message = Array::of3(&number.into(), &self.elapsed.into(), &self.numbers);
        if !rows.is_empty() {
            let names: Vec<&str> = std::iter::once(source).chain(rows.iter().map(|(name, _)| name.as_str())).collect();
            let values: Vec<f64> = rows.iter().flat_map(|(_, values)| values).copied().collect();
            message.push(&names.join("\n").into());
            message.push(&Float64Array::from(values.as_slice()));
        }
        (message.into(), Array::of1(&self.numbers.buffer()))
    }

    /// From a message; none if it has another form.
    #[must_use]
    pub fn from_message(message: &Array) -> Option<Self> {
        Some(Self { elapsed: message.get(1).as_f64()?, numbers: message.get(2).dyn_into().ok()? })
    }

    /// The room of the numbers, once they have been read.
    #[must_use]
    pub fn into_room(self) -> JsValue {
        self.numbers.into()
    }

    /// Writes the numbers over those of a run of the same shape; false if the shape is another.
    #[must_use]
    pub fn write_to(&self, run: &mut Run) -> bool {
        if run.numbers().map(<[f64]>::len).sum::<usize>() as u32 != self.numbers.length() {
            return false;
        }
        let mut at = 0;
        for list in run.numbers_mut() {
            let end = at + list.len() as u32;
            self.numbers.subarray(at, end).copy_to(list);
            at = end;
        }
        true
    }
}

/// Where a series of so many channels comes from that a run came with, and its rows; none if it came without.
#[must_use]
pub fn rows_of(message: &Array, channels: usize) -> (String, Vec<Row>) {
    let names = message.get(3).as_string().unwrap_or_default();
    let values = message.get(4).dyn_into::<Float64Array>().map(|list| list.to_vec()).unwrap_or_default();
    let mut names = names.split('\n').map(str::to_owned);
    let source = names.next().unwrap_or_default();
    (source, names.zip(values.chunks_exact(channels).map(<[f64]>::to_vec)).collect())
}

/// After the id of an element: what follows are changes to what stands inside, a line each, with the
/// place of the element, the name of the attribute (none for its text), and the value.
pub const PATCH: &str = "~";

/// The worker answers with parts of the page: what stands inside which element, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts(pub Vec<(String, String)>);

impl Parts {
    /// As a message: `[number, id, html, id, html, ...]`.
    #[must_use]
    pub fn to_message(&self, number: u32) -> JsValue {
        let parts = self.0.iter().flat_map(|(id, html)| [JsValue::from_str(id), JsValue::from_str(html)]);
        std::iter::once(JsValue::from(number)).chain(parts).collect::<Array>().into()
    }

    /// From a message.
    #[must_use]
    pub fn from_message(message: &Array) -> Self {
        let texts: Vec<String> = message.iter().skip(1).filter_map(|part| part.as_string()).collect();
        Self(texts.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect())
    }
}
