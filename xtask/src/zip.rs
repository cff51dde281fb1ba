//! One file with all of the built page, for whoever puts it on a server: the same bytes for the same page.

use crate::offline::{self, File};
use crate::process;
use anyhow::{Context, Result};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Writes the file of a built page beside what cargo makes, and returns where it lies.
///
/// # Errors
/// When a file can't be read or written.
pub fn write(dist: &Path) -> Result<PathBuf> {
    let file = process::root().join("target/unrolled.zip");
    let packed = pack(&offline::files(dist)?)?;
    std::fs::write(&file, &packed).with_context(|| format!("{} could not be written", file.display()))?;
    println!("{} has the page for any server of static files: {} KB", file.display(), packed.len() / 1000);
    Ok(file)
}

/// Packs files in their order. No time and nothing of this machine goes in.
fn pack(files: &[File]) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for File { name, bytes } in files {
        zip.start_file(name.as_str(), options)
            .and_then(|()| Ok(zip.write_all(bytes)?))
            .with_context(|| format!("{name} could not be packed"))?;
    }
    Ok(zip.finish().context("the files could not be packed")?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use zip::ZipArchive;

    #[test]
    fn all_files_come_out_byte_for_byte_and_twice_is_the_same() {
        let folder = std::env::temp_dir().join(format!("xtask-zip-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("later/01")).unwrap();
        let noise: Vec<u8> = (0..100_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        for (name, bytes) in [("index.html", &b"<!doctype html>"[..]), ("later/01/a.wasm", &noise), ("empty", b"")] {
            std::fs::write(folder.join(name), bytes).unwrap();
        }
        let first = pack(&offline::files(&folder).unwrap()).unwrap();
        // Its files are written anew: their times are others.
        for file in offline::files(&folder).unwrap() {
            std::fs::write(folder.join(&file.name), &file.bytes).unwrap();
        }
        let files = offline::files(&folder).unwrap();
        assert!(first == pack(&files).unwrap());
        let mut zip = ZipArchive::new(Cursor::new(first)).unwrap();
        assert_eq!(
            zip.file_names().map(Result::unwrap).collect::<Vec<_>>(),
            ["empty", "index.html", "later/01/a.wasm"]
        );
        for file in files {
            let mut bytes = Vec::new();
            zip.by_name(&file.name).unwrap().read_to_end(&mut bytes).unwrap();
            assert!(bytes == file.bytes, "{}", file.name);
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn the_built_page_is_packed_whole() {
        // Only where it has been built.
        let dist = process::root().join("dist");
        if !dist.join(offline::SCRIPT).is_file() {
            return;
        }
        let files = offline::files(&dist).unwrap();
        let mut zip = ZipArchive::new(Cursor::new(pack(&files).unwrap())).unwrap();
        assert_eq!(zip.len(), files.len());
        for file in files {
            let mut bytes = Vec::new();
            zip.by_name(&file.name).unwrap().read_to_end(&mut bytes).unwrap();
            assert!(bytes == file.bytes, "{}", file.name);
        }
    }
}
