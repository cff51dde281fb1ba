//! Reads every file of a folder as the page does, and writes its network anew beside it, as `NAME.ours.safetensors` and `NAME.ours.npz`,
//! in the width of its numbers: `cargo run -p exchange --example carry -- FOLDER`.

use std::error::Error;

use exchange::answer;
use model::lab::unpacked;
use nets::Float;
use port::Parcel;
use port::exchange::{Ask, Format, Reply, Shown};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("a folder is needed")?;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.contains(".ours.") {
            continue;
        }
        let (Reply::Read(Ok(found)), _) = answer(Ask::Read, &std::fs::read(&path)?) else {
            return Err(format!("{name} is not read").into());
        };
        let layers = found.networks.first().and_then(|own| unpacked(&own.layers)).ok_or("no network")?;
        let float = if found.floats.contains(&Float::F64) { Float::F64 } else { Float::F32 };
        let (x, h) = (vec![0.0; layers[0].input()], vec![0.0; layers[layers.len() - 1].hidden()]);
        let shown = Shown { layers, head: None, x, h, labels: vec![], address: String::new() };
        let stem = name.split('.').next().unwrap_or_default();
        for (format, ending) in [(Format::Safetensors(float), "safetensors"), (Format::Npz(float), "npz")] {
            let (reply, bytes) = answer(Ask::Write(Parcel::of(&shown), format), &[]);
            let bytes = bytes.ok_or_else(|| format!("{name}: {reply:?}"))?;
            std::fs::write(path.with_file_name(format!("{stem}.ours.{ending}")), bytes)?;
        }
    }
    Ok(())
}
