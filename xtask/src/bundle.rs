//! Builds the page: Trunk compiles it and lays `dist/` out, then the Content-Security-Policy gets
//! the hashes of what Trunk wrote into the page.

use crate::tools::{Toolbox, WASM};
use crate::{csp, process};
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Builds the page in release mode into `dist/`.
///
/// # Errors
/// When a tool can't be had, the page doesn't compile, or its HTML breaks its own policy.
pub fn build() -> Result<()> {
    let tools = Toolbox::ready()?;
    process::run(tools.program("cargo").args(["fetch", "--target", WASM, "--target", "host-tuple"]))?;
    let mut trunk = tools.program("trunk");
    // Trunk takes NO_COLOR for an option of its own and refuses any value but these two.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    // Its backtrace would bury the compiler's message.
    trunk.env_remove("RUST_BACKTRACE");
    // Offline, for else Trunk would fetch its own builds of the tools when one doesn't please it.
    process::run(trunk.args(["build", "--release", "--offline"]))?;
    csp::patch(&dist()?)
}

/// The folder of the built page.
///
/// # Errors
/// When the page hasn't been built.
pub fn dist() -> Result<PathBuf> {
    let folder = process::root().join("dist");
    if !folder.join("index.html").is_file() {
        bail!("dist/index.html is missing: build the page first, with `cargo xtask build`");
    }
    Ok(folder)
}
