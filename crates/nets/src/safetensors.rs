//! Files of the format safetensors: a head of JSON, then all numbers.

use half::{bf16, f16};
use safetensors::tensor::{Dtype, Metadata, TensorView};
use safetensors::{SafeTensorError, SafeTensors};

use crate::fault::Fault;
use crate::tensor::{Float, Room, Tensor, Tensors};

/// The bytes that say how long the head is.
const LENGTH: usize = 8;

/// Whether a file may be one: after the length of its head an object of JSON begins.
pub(crate) fn is(bytes: &[u8]) -> bool {
    bytes.get(LENGTH) == Some(&b'{')
}

/// Whether it is one whose head has room in the file.
pub(crate) fn fits(bytes: &[u8]) -> bool {
    let length = bytes.first_chunk::<LENGTH>().map(|own| u64::from_le_bytes(*own));
    is(bytes) && length.is_some_and(|length| length <= bytes.len() as u64)
}

/// Reads all tensors.
pub(crate) fn read(bytes: &[u8]) -> Result<Tensors, Fault> {
    let file = SafeTensors::deserialize(bytes).map_err(|error| fault(bytes, &error))?;
    let mut tensors = Tensors::default();
    let mut room = Room::of(bytes);
    for (name, view) in file.iter() {
        let shape: Vec<u64> = view.shape().iter().map(|side| *side as u64).collect();
        room.take(&shape)?;
        match numbers(&view) {
            Some((float, values)) => {
                tensors.all.insert(name.to_owned(), Tensor { shape: view.shape().to_vec(), float, values });
            }
            None => {
                tensors.others.insert(name.to_owned(), format!("{:?}", view.dtype()));
            }
        }
    }
    Ok(tensors)
}

fn numbers(view: &TensorView) -> Option<(Float, Vec<f64>)> {
    let data = view.data();
    Some(match view.dtype() {
        Dtype::F64 => (Float::F64, data.as_chunks().0.iter().map(|own| f64::from_le_bytes(*own)).collect()),
        Dtype::F32 => (Float::F32, data.as_chunks().0.iter().map(|own| f32::from_le_bytes(*own).into()).collect()),
        Dtype::F16 => (Float::F16, data.as_chunks().0.iter().map(|own| f16::from_le_bytes(*own).into()).collect()),
        Dtype::BF16 => (Float::Bf16, data.as_chunks().0.iter().map(|own| bf16::from_le_bytes(*own).into()).collect()),
        _ => return None,
    })
}

/// What is wrong, with both sizes where one does not fit the other.
fn fault(bytes: &[u8], error: &SafeTensorError) -> Fault {
    let found = bytes.len() as u64;
    let Some(said) = bytes.first_chunk::<LENGTH>().map(|own| u64::from_le_bytes(*own)) else {
        return Fault::CutOff { expected: LENGTH as u64, found };
    };
    let end = said.checked_add(LENGTH as u64).filter(|end| *end <= found);
    let Some(end) = end.and_then(|end| usize::try_from(end).ok()) else { return Fault::Head { said, found } };
    let head = serde_json::from_slice::<Metadata>(&bytes[LENGTH..end]).ok();
    let numbers = head.and_then(|head| head.tensors().values().map(|own| own.data_offsets.1).max());
    match (error, numbers) {
        (SafeTensorError::MetadataIncompleteBuffer, Some(numbers)) => {
            Fault::CutOff { expected: (end as u64).saturating_add(numbers as u64), found }
        }
        _ => Fault::Damaged(error.to_string()),
    }
}
