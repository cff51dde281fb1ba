// The hidden states of the network that Unrolled shows at
// __ADDRESS__
//
// This file is src/main.rs. Beside src stand the file of weights and Cargo.toml:
//
// [package]
// name = "unrolled-burn"
// version = "0.1.0"
// edition = "2024"
//
// [dependencies]
// burn = { version = "=0.22.1", default-features = false, features = ["std", "flex"] }
// safetensors = "=0.8.0"

use std::error::Error;

use burn::module::Param;
use burn::nn::{GateController, Linear, __IMPORT__};
use burn::tensor::{DType, Device, FloatDType, Tensor, TensorData};
use safetensors::{Dtype, SafeTensors};

const FILE: &str = "__FILE__";
const LABELS: [&str; __STEPS__] = [__LABELS__];
const UNITS: [usize; __LAYERS__] = [__UNITS__]; // of each layer

type Answer<T> = Result<T, Box<dyn Error>>;

fn main() -> Answer<()> {
    let bytes = std::fs::read(FILE)?;
    let file = SafeTensors::deserialize(&bytes)?;
    let is_wide = file.tensor("x")?.dtype() == Dtype::F64;
    let mut device = Device::flex();
    device.configure(if is_wide { FloatDType::F64 } else { FloatDType::F32 })?;
    let weights = Weights { file, device };

    let mut h: Tensor<2> = weights.tensor("x")?; // steps × inputs
    for (place, units) in UNITS.into_iter().enumerate() {
        h = layer(&weights, place, units, h)?; // steps × units
    }

    let own: Vec<f64> = h.clone().into_data().iter::<f64>().collect();
    for (t, (label, row)) in LABELS.iter().zip(own.chunks(UNITS[UNITS.len() - 1])).enumerate() {
        let numbers: Vec<String> = row.iter().map(|number| format!("{number:.12}")).collect();
        println!("{}\t{label}\t{}", t + 1, numbers.join("\t"));
    }
    let difference = (h - weights.tensor("h")?).abs().max().into_data().iter::<f64>().fold(0.0, f64::max);
    println!("greatest difference from Unrolled: {difference:e}");
    Ok(())
}

struct Weights<'a> {
    file: SafeTensors<'a>,
    device: Device,
}

impl Weights<'_> {
    fn tensor<const D: usize>(&self, name: &str) -> Answer<Tensor<D>> {
        let view = self.file.tensor(name)?;
        let kind = if view.dtype() == Dtype::F64 { DType::F64 } else { DType::F32 };
        let data = TensorData::from_bytes_vec(view.data().to_vec(), view.shape().to_vec(), kind);
        Ok(Tensor::from_data(data, &self.device))
    }

    /// A gate of a layer. The file has PyTorch's layout: rows are units, gate by gate. burn has a module for each gate, units as
    /// columns.
    fn gate(&self, place: usize, number: usize, units: usize) -> Answer<GateController> {
        let rows = number * units..(number + 1) * units;
        let linear = |part: &str| -> Answer<Linear> {
            let weight: Tensor<2> = self.tensor(&format!("__CELL__.weight_{part}_l{place}"))?;
            let bias: Tensor<1> = self.tensor(&format!("__CELL__.bias_{part}_l{place}"))?;
            Ok(Linear {
                weight: Param::from_tensor(weight.slice([rows.clone()]).transpose()),
                bias: Some(Param::from_tensor(bias.slice([rows.clone()]))),
            })
        };
        Ok(GateController { input_transform: linear("ih")?, hidden_transform: linear("hh")? })
    }
}

__LAYER__
