//! Reads a network from a file and writes it anew, so that another library can say whether it is still the same:
//! `cargo run -p nets --example rewrite -- FROM TO`. `TO` ends in `.safetensors` or `.npz`.

use nets::{Float, read, write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [from, to] = &arguments[..] else { return Err("two files are needed".into()) };
    let found = read(&std::fs::read(from)?).map_err(|fault| format!("{from}: {fault:?}"))?;
    let network = found.networks.first().ok_or("no network")?;
    let float = if found.floats.contains(&Float::F64) { Float::F64 } else { Float::F32 };
    let tensors = write::tensors("", &network.layers);
    let written =
        if to.ends_with(".npz") { write::npz(&tensors, float, "") } else { write::safetensors(&tensors, float, "") };
    std::fs::write(to, written.map_err(|fault| format!("{to}: {fault:?}"))?)?;
    Ok(())
}
