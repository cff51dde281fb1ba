//! Networks written to files that other libraries read: PyTorch's names and layout, as `.safetensors` and as `.npz`.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use engine::trace::Parameters;
use npyz::WriterBuilder;
use safetensors::tensor::{Dtype, TensorView};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::fault::Fault;
use crate::tensor::Float;

/// The tensors of a network in PyTorch's names, row by row, each with its shape.
fn tensors(prefix: &str, layers: &[Parameters]) -> BTreeMap<String, (Vec<usize>, Vec<f64>)> {
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

/// A file of the format safetensors, its numbers in 32 or 64 bits. The names have a prefix, such as `lstm.`; it may be empty.
///
/// # Errors
/// If the numbers cannot be written.
pub fn safetensors(prefix: &str, layers: &[Parameters], float: Float) -> Result<Vec<u8>, Fault> {
    let damaged = |error: safetensors::SafeTensorError| Fault::Damaged(error.to_string());
    let is_wide = float == Float::F64;
    let bytes = |own: Vec<f64>| -> Vec<u8> {
        if is_wide {
            own.into_iter().flat_map(f64::to_le_bytes).collect()
        } else {
            own.into_iter().flat_map(|x| (x as f32).to_le_bytes()).collect()
        }
    };
    let all: Vec<(String, Vec<usize>, Vec<u8>)> =
        tensors(prefix, layers).into_iter().map(|(name, (shape, own))| (name, shape, bytes(own))).collect();
    let kind = if is_wide { Dtype::F64 } else { Dtype::F32 };
    let views = all.iter().map(|(name, shape, own)| Ok((name, TensorView::new(kind, shape.clone(), own)?)));
    let views: Vec<_> = views.collect::<Result<_, _>>().map_err(damaged)?;
    safetensors::serialize(views, None).map_err(damaged)
}

/// A file of NumPy, its numbers in 32 or 64 bits.
///
/// # Errors
/// If the numbers cannot be written.
pub fn npz(prefix: &str, layers: &[Parameters], float: Float) -> Result<Vec<u8>, Fault> {
    let damaged = |error: &dyn std::fmt::Display| Fault::Damaged(error.to_string());
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, (shape, own)) in tensors(prefix, layers) {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(format!("{name}.npy"), options).map_err(|error| damaged(&error))?;
        let shape: Vec<u64> = shape.into_iter().map(|side| side as u64).collect();
        let array = if float == Float::F64 {
            array(&shape, own)
        } else {
            array(&shape, own.into_iter().map(|x| x as f32).collect())
        };
        zip.write_all(&array.map_err(|error| damaged(&error))?).map_err(|error| damaged(&error))?;
    }
    Ok(zip.finish().map_err(|error| damaged(&error))?.into_inner())
}

fn array<T: npyz::AutoSerialize>(shape: &[u64], own: Vec<T>) -> std::io::Result<Vec<u8>> {
    let mut bytes = vec![];
    let mut writer = npyz::WriteOptions::new().default_dtype().shape(shape).writer(&mut bytes).begin_nd()?;
    writer.extend(own)?;
    writer.finish()?;
    Ok(bytes)
}
