//! Writes and reads messages: bytes by postcard, with the largest lists of numbers beside them as transferred buffers.

use js_sys::{Array, Float64Array, Uint8Array};
use model::lab::Run;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use crate::spoken::Said;

/// A message with its kind and the number of the request that it is or answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Envelope<T> {
    kind: u8,
    number: u32,
    said: T,
}

/// Writes a message for `postMessage`. Returns the message, and the list of buffers to transfer.
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

/// Reads a message: its number, its content, and the value beside it. `None` if it is not of this type.
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

/// Copies the numbers of a run into `room` if that has the right length, else into a new array.
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

/// Overwrites the numbers of a run of the same shape. Returns `false` if the shape differs.
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
