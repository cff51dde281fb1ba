//! Files of NumPy: `.npz`, a zip of arrays, and a single array, `.npy`.

use std::io::{Cursor, Read};

use half::f16;
use npyz::{DType, NpyFile, Order, TypeChar};
use zip::ZipArchive;

use crate::fault::Fault;
use crate::tensor::{Float, Room, Tensor, Tensors};

/// The ending of an array's name.
const ENDING: &str = ".npy";

/// The names in a zip; none if it is no whole one.
pub(crate) fn names(bytes: &[u8]) -> Option<Vec<String>> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    Some(archive.file_names().filter_map(Result::ok).map(|name| name.into_owned()).collect())
}

/// A file of a zip, unpacked.
pub(crate) fn unpacked(bytes: &[u8], name: &str) -> Result<Vec<u8>, Fault> {
    let damaged = |error: zip::result::ZipError| Fault::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut all = vec![];
    let file = archive.by_name(name).map_err(damaged)?;
    file.take(Room::of(bytes).bytes()).read_to_end(&mut all).map_err(|error| Fault::Damaged(error.to_string()))?;
    Ok(all)
}

/// Reads all arrays.
pub(crate) fn read(bytes: &[u8]) -> Result<Tensors, Fault> {
    let damaged = |error: zip::result::ZipError| Fault::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut tensors = Tensors::default();
    let mut room = Room::of(bytes);
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(damaged)?;
        let name = file.name().map_err(damaged)?.into_owned();
        let Some(name) = name.strip_suffix(ENDING).map(str::to_owned) else { continue };
        // What a head claims is not believed: no more is unpacked than may be.
        let mut array = vec![];
        file.take(room.bytes()).read_to_end(&mut array).map_err(|error| Fault::Damaged(error.to_string()))?;
        match array_of(&name, &array, &mut room)? {
            Ok(tensor) => {
                tensors.all.insert(name, tensor);
            }
            Err(kind) => {
                tensors.others.insert(name, kind);
            }
        }
    }
    Ok(tensors)
}

/// An array, or the kind of its numbers if they are not real.
fn array_of(name: &str, bytes: &[u8], room: &mut Room) -> Result<Result<Tensor, String>, Fault> {
    let damaged = |error: std::io::Error| Fault::Damaged(format!("{name}: {error}"));
    let file = NpyFile::new(bytes).map_err(damaged)?;
    let shape = file.shape().to_vec();
    let count = room.take(&shape)?;
    let is_turned = file.order() == Order::Fortran && shape.len() > 1;
    let DType::Plain(kind) = file.dtype() else { return Ok(Err(file.dtype().descr())) };
    let width = kind.size_field();
    if kind.type_char() != TypeChar::Float || ![2, 4, 8].contains(&width) {
        return Ok(Err(kind.to_string()));
    }
    let (float, values): (Float, Vec<f64>) = match width {
        2 => (Float::F16, all::<f16>(file, count).map_err(damaged)?.into_iter().map(f64::from).collect()),
        4 => (Float::F32, all::<f32>(file, count).map_err(damaged)?.into_iter().map(f64::from).collect()),
        _ => (Float::F64, all::<f64>(file, count).map_err(damaged)?),
    };
    let shape: Vec<usize> = shape.into_iter().map(|side| side as usize).collect();
    let values = if is_turned { by_rows(&values, &shape) } else { values };
    Ok(Ok(Tensor { shape, float, values }))
}

/// The numbers as they stand. Room is made for no more than come.
fn all<T: npyz::Deserialize>(file: NpyFile<&[u8]>, count: usize) -> std::io::Result<Vec<T>> {
    let mut values = vec![];
    for value in file.data::<T>().map_err(|error| std::io::Error::other(error.to_string()))? {
        values.push(value?);
    }
    if values.len() == count { Ok(values) } else { Err(std::io::ErrorKind::UnexpectedEof.into()) }
}

/// The numbers of an array that is written column by column, row by row.
fn by_rows(values: &[f64], shape: &[usize]) -> Vec<f64> {
    let mut strides = vec![1; shape.len()];
    (1..shape.len()).for_each(|axis| strides[axis] = strides[axis - 1] * shape[axis - 1]);
    let place = |mut n: usize| -> usize {
        let mut place = 0;
        for axis in (0..shape.len()).rev() {
            place += n % shape[axis] * strides[axis];
            n /= shape[axis];
        }
        place
    };
    (0..values.len()).map(|n| values[place(n)]).collect()
}
