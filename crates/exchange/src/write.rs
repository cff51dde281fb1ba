//! A network that the page shows, as a file that other libraries read.

use nets::write::{self, Named};
use nets::{Fault, Float};
use port::exchange::{File, Format, Shown, Unwritten};

use crate::notebook::notebook;
use crate::program::{line, name, program, weights};

/// A file of a format, and its bytes.
///
/// # Errors
/// Why it is not written.
pub fn write(shown: &Shown, format: Format) -> Result<(File, Vec<u8>), Unwritten> {
    let tensors = tensors(shown)?;
    let failed = |fault: Fault| Unwritten::Failed(format!("{fault:?}"));
    let of = format!("{} {}", env!("CARGO_PKG_VERSION"), line(&shown.address));
    let cell = shown.layers[0].cell;
    let weights_as = |name: String| File { name, media: "application/octet-stream".to_owned() };
    Ok(match format {
        Format::Safetensors(float) => {
            (weights_as(weights(cell)), write::safetensors(&tensors, float, &of).map_err(failed)?)
        }
        Format::Npz(float) => (weights_as(name(cell, ".npz")), write::npz(&tensors, float, &of).map_err(failed)?),
        Format::Program(library) => {
            let (file, text) = program(shown, library)?;
            (file, text.into_bytes())
        }
        Format::Notebook => {
            let carried = write::safetensors(&tensors, Float::F64, &of).map_err(failed)?;
            let (file, text) = notebook(shown, &carried)?;
            (file, text.into_bytes())
        }
    })
}

/// All that a program needs: the weights in PyTorch's names, of the read-out as of its `nn.Linear`, what is read, and the states
/// that the page shows.
fn tensors(shown: &Shown) -> Result<Named, Unwritten> {
    let (Some(first), Some(last)) = (shown.layers.first(), shown.layers.last()) else {
        return Err(Unwritten::Failed(String::new()));
    };
    let (inputs, hidden) = (first.input(), last.hidden());
    let steps = shown.x.len() / inputs;
    let mut all = write::tensors(&format!("{}.", first.cell.key()), &shown.layers);
    all.insert("x".to_owned(), (vec![steps, inputs], shown.x.clone()));
    all.insert("h".to_owned(), (vec![steps, hidden], shown.h.clone()));
    if let Some((outputs, biases)) = &shown.head {
        all.insert("head.weight".to_owned(), (vec![biases.len(), hidden], outputs.concat()));
        all.insert("head.bias".to_owned(), (vec![biases.len()], biases.clone()));
    }
    for (tensor, (shape, own)) in &all {
        if shape.iter().product::<usize>() != own.len() {
            let fault = Fault::Shape { tensor: tensor.clone(), found: vec![own.len()], expected: shape.clone() };
            return Err(Unwritten::Failed(format!("{fault:?}")));
        }
    }
    Ok(all)
}
