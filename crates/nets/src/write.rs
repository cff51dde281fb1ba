//! Tensors written to files that other libraries read, as `.safetensors` and as `.npz`; those of a network in PyTorch's names and layout.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use engine::trace::Parameters;
use safetensors::tensor::{Dtype, TensorView};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::fault::Fault;
use crate::tensor::Float;

/// Tensors by name: a shape, and numbers row by row.
pub type Named = BTreeMap<String, (Vec<usize>, Vec<f64>)>;

/// The key under which the metadata of a file says what it is of.
const MADE_BY: &str = "unrolled";

/// The tensors of a network in PyTorch's names. The names have a prefix, such as `lstm.`; it may be empty.
#[must_use]
pub fn tensors(prefix: &str, layers: &[Parameters]) -> Named {
    let mut all = BTreeMap::new();
    for (place, layer) in layers.iter().enumerate() {
        for (name, own) in [("weight_ih", &layer.weight_ih), ("weight_hh", &layer.weight_hh)] {
            let by_rows = own.row_iter().flat_map(|row| row.iter().copied().collect::<Vec<_>>()).collect();
            all.insert(format!("{prefix}{name}_l{place}"), (vec![own.nrows(), own.ncols()], by_rows));
        }
        for (name, own) in [("bias_ih", &layer.bias_ih), ("bias_hh", &layer.bias_hh)] {
            all.insert(format!("{prefix}{name}_l{place}"), (vec![own.len()], own.as_slice().to_vec()));
        }
    }
    all
}

/// A file of the format safetensors, its numbers in 32 or 64 bits: the same bytes for the same tensors. Its metadata say what it is
/// `of`, unless that is empty.
///
/// # Errors
/// If the numbers cannot be written.
pub fn safetensors(tensors: &Named, float: Float, of: &str) -> Result<Vec<u8>, Fault> {
    let damaged = |error: safetensors::SafeTensorError| Fault::Damaged(error.to_string());
    let all: Vec<(&String, &Vec<usize>, Vec<u8>)> =
        tensors.iter().map(|(name, (shape, own))| (name, shape, bytes(own, float))).collect();
    let kind = if float == Float::F64 { Dtype::F64 } else { Dtype::F32 };
    let views = all.iter().map(|(name, shape, own)| Ok((*name, TensorView::new(kind, (*shape).clone(), own)?)));
    let views: Vec<_> = views.collect::<Result<_, _>>().map_err(damaged)?;
    // One key alone: of several the order would be left to chance.
    let said = (!of.is_empty()).then(|| [(MADE_BY.to_owned(), of.to_owned())].into_iter().collect());
    safetensors::serialize(views, said).map_err(damaged)
}

/// A file of NumPy, its numbers in 32 or 64 bits. The comment of its zip says what it is `of`, where that is no longer than such a
/// comment may be.
///
/// # Errors
/// If the numbers cannot be written.
pub fn npz(tensors: &Named, float: Float, of: &str) -> Result<Vec<u8>, Fault> {
    let damaged = |error: &dyn std::fmt::Display| Fault::Damaged(error.to_string());
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    if of.len() <= usize::from(u16::MAX) {
        zip.set_comment(of).map_err(|error| damaged(&error))?;
    }
    for (name, (shape, own)) in tensors {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(format!("{name}.npy"), options).map_err(|error| damaged(&error))?;
        zip.write_all(&head(shape, float)).map_err(|error| damaged(&error))?;
        zip.write_all(&bytes(own, float)).map_err(|error| damaged(&error))?;
    }
    Ok(zip.finish().map_err(|error| damaged(&error))?.into_inner())
}

/// The head of an array, in NumPy's own spelling: candle reads no other.
fn head(shape: &[usize], float: Float) -> Vec<u8> {
    let width = if float == Float::F64 { 8 } else { 4 };
    let sides: Vec<String> = shape.iter().map(usize::to_string).collect();
    let sides = sides.join(", ") + if sides.len() == 1 { "," } else { "" };
    let text = format!("{{'descr': '{LEAST_FIRST}f{width}', 'fortran_order': False, 'shape': ({sides}), }}");
    let length = (BEGIN.len() + 2 + text.len() + 1).next_multiple_of(ALIGNED) - BEGIN.len() - 2;
    let mut head = BEGIN.to_vec();
    head.extend((length as u16).to_le_bytes());
    head.extend(text.bytes());
    head.resize(BEGIN.len() + 2 + length - 1, b' ');
    head.push(b'\n');
    head
}

/// How an array begins: its format, in version 1.0.
const BEGIN: &[u8] = b"\x93NUMPY\x01\x00";
/// NumPy's sign for numbers whose least byte comes first.
const LEAST_FIRST: char = '<';
/// The numbers of an array begin at a multiple of so many bytes.
const ALIGNED: usize = 64;

/// Numbers in 32 or 64 bits, the least byte first.
fn bytes(own: &[f64], float: Float) -> Vec<u8> {
    if float == Float::F64 {
        own.iter().copied().flat_map(f64::to_le_bytes).collect()
    } else {
        own.iter().flat_map(|x| (*x as f32).to_le_bytes()).collect()
    }
}
