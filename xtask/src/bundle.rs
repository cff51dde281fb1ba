//! Builds the page: Trunk compiles it and lays `dist/` out, then the Content-Security-Policy gets
//! the hashes of what Trunk wrote into the page. The worker gets a folder of its own.

use crate::compile::Order;
use crate::tools::{Toolbox, WASM};
use crate::{compile, csp, opening, process, slim, split};
use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

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
    trunk.env(compile::FLAGS, without_paths());
    // Its backtrace would bury the compiler's message.
    trunk.env_remove("RUST_BACKTRACE");
    // Offline, for else Trunk would fetch its own builds of the tools when one doesn't please it.
    process::run(trunk.args(["build", "--release", "--offline"]))?;
    let dist = dist()?;
    cut(&tools, &dist)?;
    slim::slim(&tools, &dist, slim::Keep::Nothing)?;
    shorten_scripts(&tools, &dist)?;
    set_worker_apart(&dist, &mark(&dist)?)?;
    opening::write(&tools, &dist)?;
    csp::patch(&dist)
}

/// Binds the page once more, in two parts, in the place of what Trunk has bound as one.
fn cut(tools: &Toolbox, dist: &Path) -> Result<()> {
    let (script, _) = slim::page(dist)?;
    let name = script.file_stem().and_then(|name| name.to_str()).context("the page's script has no name")?;
    let (release, flags) = ("release", Some(without_paths()));
    let order = Order { profile: release, package: Some("unrolled"), programs: &[split::PROGRAM], flags };
    compile::compile(tools, &order)?.iter().try_for_each(|page| compile::bind_as(tools, page, name, dist, &[]))
}

/// Flags that leave the folders of this machine out of what is built; cargo adds them to the target's own.
pub fn without_paths() -> String {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo"))).unwrap_or_default();
    let registries = std::fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
    let flag = |folder: std::fs::DirEntry| format!("--remap-path-prefix={}=", folder.path().display());
    registries.map(flag).collect::<Vec<_>>().join(" ")
}

/// Writes the scripts in fewer bytes; Trunk's own minifier can't read what wasm-bindgen writes.
fn shorten_scripts(tools: &Toolbox, dist: &Path) -> Result<()> {
    for entry in std::fs::read_dir(dist).context("dist could not be read")? {
        let script = entry.context("dist could not be read")?.path();
        if script.extension().is_some_and(|extension| extension == "js") {
            let mut terser = tools.program("terser");
            process::run(terser.args(["--module", "--compress", "--mangle", "--output"]).arg(&script).arg(&script))?;
        }
    }
    Ok(())
}

/// What starts the worker, its files, as Trunk writes them, and the styles that are fetched with it.
const WORKER: [&str; 11] = [
    "worker_loader.js",
    "worker.js",
    "worker_bg.wasm",
    "laboratory.css",
    "lesson.css",
    "reference.css",
    "train.css",
    "views.css",
    "results.css",
    "compare.css",
    "choose.css",
];

/// Sixteen digits that follow from what the worker's files hold, as Trunk gives them to the page's own.
fn mark(dist: &Path) -> Result<String> {
    let mut contents = Sha256::new();
    for name in WORKER {
        contents.update(std::fs::read(dist.join(name)).with_context(|| format!("dist/{name} could not be read"))?);
    }
    Ok(contents.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

/// Moves the worker's files into a folder below `later/`, and tells the page where they are. A release names the folder
/// after their contents: so page and worker are of one build even where a browser keeps files.
///
/// # Errors
/// When a file is missing or can't be moved.
pub fn set_worker_apart(dist: &Path, name: &str) -> Result<()> {
    let folder = format!("later/{name}");
    std::fs::create_dir_all(dist.join(&folder)).context("dist/later could not be made")?;
    for name in WORKER {
        let moved = std::fs::rename(dist.join(name), dist.join(&folder).join(name));
        moved.with_context(|| format!("dist/{name} could not be moved"))?;
    }
    let page = dist.join("index.html");
    let html = std::fs::read_to_string(&page).context("dist/index.html could not be read")?;
    let found = html.matches(WORKER[0]).count();
    ensure!(found == 1, "found {} {found} times in index.html, expected once, in <meta name=\"worker\">", WORKER[0]);
    std::fs::write(&page, html.replace(WORKER[0], &format!("{folder}/{}", WORKER[0])))
        .context("dist/index.html could not be written")
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
