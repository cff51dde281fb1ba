// The hidden states of the network that Unrolled shows at
// __ADDRESS__
//
// This file is src/main.rs. Beside src stand the file of weights and Cargo.toml:
//
// [package]
// name = "unrolled-candle"
// version = "0.1.0"
// edition = "2024"
//
// [dependencies]
// candle-core = "=0.11.1"
// candle-nn = "=0.11.1"

use std::collections::HashMap;

use candle_core::{DType, Device, Result, Tensor, safetensors};
use candle_nn::VarBuilder;
__IMPORT__
const FILE: &str = "__FILE__"; // or the .npz
const LABELS: [&str; __STEPS__] = [__LABELS__];
const UNITS: [usize; __LAYERS__] = [__UNITS__]; // of each layer

fn main() -> Result<()> {
    let device = Device::Cpu;
    let tensors: HashMap<String, Tensor> = if FILE.ends_with(".npz") {
        Tensor::read_npz(FILE)?.into_iter().collect()
    } else {
        safetensors::load(FILE, &device)?
    };
    let mut h = tensors["x"].clone(); // steps × inputs
    let right = tensors["h"].clone();

    // The file calls the weights what PyTorch calls them, after a prefix: __CELL__.weight_ih_l0 and so on.
    let weights = VarBuilder::from_tensors(tensors, h.dtype(), &device);
    for (place, units) in UNITS.into_iter().enumerate() {
        h = layer(&weights, place, units, &h)?; // steps × units
    }

    for (t, (label, row)) in LABELS.iter().zip(h.to_dtype(DType::F64)?.to_vec2::<f64>()?).enumerate() {
        let numbers: Vec<String> = row.iter().map(|number| format!("{number:.12}")).collect();
        println!("{}\t{label}\t{}", t + 1, numbers.join("\t"));
    }
    let difference = (h - right)?.abs()?.flatten_all()?.max(0)?.to_dtype(DType::F64)?;
    println!("greatest difference from Unrolled: {:e}", difference.to_scalar::<f64>()?);
    Ok(())
}

__LAYER__
