//! Makes the two parts of the page's WebAssembly small: wasm-opt works for size.

use crate::tools::Toolbox;
use crate::{process, split};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// For wasm-opt. The low kilobyte of the memory is the far end of the stack. Without the two passes, and
/// with functions that are named alike side by side, the file is larger and yet travels smaller; so is one whose locals are shared
/// by trial instead of by a rule of thumb, by 0.25 %.
const OPTIONS: [&str; 6] = [
    "-Oz",
    "--low-memory-unused",
    "--skip-pass=inlining-optimizing",
    "--skip-pass=local-cse",
    "--coalesce-locals-learning",
    "--reorder-functions-by-name",
];

/// What is left in the WebAssembly beside what a browser needs.
#[derive(Clone, Copy, PartialEq)]
pub enum Keep {
    /// As it ships.
    Nothing,
    /// For who asks what weighs how much.
    FunctionNames,
}

/// Slims the page's own WebAssembly, not the worker's.
///
/// # Errors
/// When the page's files are not there, or the tool fails.
pub fn slim(tools: &Toolbox, dist: &Path, keep: Keep) -> Result<()> {
    let names_kept: &[&str] = if keep == Keep::FunctionNames { &["-g"] } else { &[] };
    let (script, first) = page(dist)?;
    let name = script.file_stem().and_then(|name| name.to_str()).context("the page's script has no name")?;
    for part in [first, dist.join(split::Names::of(name).later)] {
        process::run(tools.program("wasm-opt").arg(&part).args(OPTIONS).args(names_kept).arg("-o").arg(&part))?;
    }
    Ok(())
}

/// The page's script and its WebAssembly.
///
/// # Errors
/// When the folder doesn't have them.
pub fn page(dist: &Path) -> Result<(PathBuf, PathBuf)> {
    let names: Vec<String> = std::fs::read_dir(dist)
        .context("dist could not be read")?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("app-"))
        .collect();
    let file = |end: &str| names.iter().find(|name| name.ends_with(end)).map(|name| dist.join(name));
    Ok((file(".js").context("dist has no app-….js")?, file("_bg.wasm").context("dist has no app-…_bg.wasm")?))
}
