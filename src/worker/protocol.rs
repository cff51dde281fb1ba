//! What page and worker say to each other. Settings travel as they stand in the address: one
//! grammar, checked at the door on both sides.

use js_sys::{Array, Float64Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::lab::Run;

/// What the worker says first: it listens, and is of this make.
pub const READY: &str = env!("CARGO_PKG_VERSION");

/// The page asks for a run.
#[derive(Clone, Debug)]
pub struct Request {
    /// Comes back with the answer.
    pub number: u32,
    /// The settings, as in the address after `#`.
    pub fragment: String,
    /// Where the answer may be written: the room of an earlier one, so that megabytes a frame do not
    /// become garbage.
    pub room: Option<Float64Array>,
}

impl Request {
    /// As a message: `[number, fragment, room]`, and what of it changes hands.
    #[must_use]
    pub fn to_message(&self) -> (JsValue, Array) {
        let room = self.room.as_ref().map_or(JsValue::NULL, JsValue::from);
        let message = Array::of3(&self.number.into(), &JsValue::from_str(&self.fragment), &room);
        (message.into(), self.room.iter().map(Float64Array::buffer).collect())
    }

    /// From a message; none if it has another form.
    #[must_use]
    pub fn from_message(message: &JsValue) -> Option<Self> {
        let parts = message.dyn_ref::<Array>()?;
        Some(Self {
            number: parts.get(0).as_f64()? as u32,
            fragment: parts.get(1).as_string()?,
            room: parts.get(2).dyn_into().ok(),
        })
    }
}

/// The worker answers with all numbers of a run.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The request's.
    pub number: u32,
    /// How long the engine took, in milliseconds.
    pub elapsed: f64,
    numbers: Float64Array,
}

impl Reply {
    /// The answer to a request, in the room it brought if that is of the right size.
    #[must_use]
    pub fn new(number: u32, elapsed: f64, run: &Run, room: Option<Float64Array>) -> Self {
        let length = run.numbers().map(<[f64]>::len).sum::<usize>() as u32;
        let room = room.filter(|room| room.length() == length);
        let numbers = room.unwrap_or_else(|| Float64Array::new_with_length(length));
        let mut at = 0;
        for list in run.numbers() {
            let end = at + list.len() as u32;
            numbers.subarray(at, end).copy_from(list);
            at = end;
        }
        Self { number, elapsed, numbers }
    }

    /// The room of the numbers, once they have been read.
    #[must_use]
    pub fn into_room(self) -> Float64Array {
        self.numbers
    }

    /// As a message: `[number, elapsed, numbers]`, and what of it changes hands.
    #[must_use]
    pub fn to_message(&self) -> (JsValue, Array) {
        let message = Array::of3(&self.number.into(), &self.elapsed.into(), &self.numbers);
        (message.into(), Array::of1(&self.numbers.buffer()))
    }

    /// From a message; none if it has another form.
    #[must_use]
    pub fn from_message(message: &JsValue) -> Option<Self> {
        let parts = message.dyn_ref::<Array>()?;
        let numbers = parts.get(2).dyn_into().ok()?;
        Some(Self { number: parts.get(0).as_f64()? as u32, elapsed: parts.get(1).as_f64()?, numbers })
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
