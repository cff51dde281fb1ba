//! A network that the page shows, as a file that other libraries read.

use nets::write;
use port::exchange::{File, Format, Shown, Unwritten};

/// A file of a format, and its bytes.
///
/// # Errors
/// Why it is not written.
pub fn write(shown: &Shown, format: Format) -> Result<(File, Vec<u8>), Unwritten> {
    let failed = |fault: nets::Fault| Unwritten::Failed(format!("{fault:?}"));
    let cell = shown.layers.first().map_or("network", |layer| layer.cell.key());
    let prefix = format!("{cell}.");
    let (ending, bytes) = match format {
        Format::Safetensors(float) => {
            ("safetensors", write::safetensors(&prefix, &shown.layers, float).map_err(failed)?)
        }
        Format::Npz(float) => ("npz", write::npz(&prefix, &shown.layers, float).map_err(failed)?),
        Format::Program(_) | Format::Notebook => return Err(Unwritten::Failed(String::new())),
    };
    Ok((File { name: format!("unrolled-{cell}.{ending}"), media: "application/octet-stream".to_owned() }, bytes))
}
