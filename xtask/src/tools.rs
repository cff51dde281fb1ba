//! The build tools: which versions, and how a machine gets them. The toolchain itself is pinned in
//! `rust-toolchain.toml`, and wasm-bindgen by `Cargo.lock`, since library and tool must agree.

use crate::process;
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132.0.0";
const TERSER: &str = "5.51.2";
const AXE: &str = "4.14.1";
const GECKODRIVER: &str = "0.37.1";

/// The target that the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The tools, ready to use: the search path on which the pinned versions come first.
pub struct Toolbox {
    path: OsString,
}

impl Toolbox {
    /// Finds the tools, and gets those that are missing.
    ///
    /// # Errors
    /// When one can't be had; the message says what to do.
    pub fn ready() -> Result<Self> {
        add_wasm_target()?;
        let wasm_bindgen = locked_version("wasm-bindgen")?;
        let tools = [
            Tool {
                name: "trunk",
                version: TRUNK,
                program: "trunk",
                source: Source::Crate { options: &["--locked", "--no-default-features"], optimised: "0" },
            },
            Tool {
                name: "wasm-bindgen-cli",
                version: &wasm_bindgen,
                program: "wasm-bindgen",
                // Not --locked: not every release that its lock file names can be had everywhere.
                source: Source::Crate { options: &[], optimised: "1" },
            },
            Tool { name: "binaryen", version: BINARYEN, program: "wasm-opt", source: Source::Npm },
            Tool { name: "terser", version: TERSER, program: "terser", source: Source::Npm },
        ];
        let mut folders = Vec::new();
        for tool in &tools {
            folders.extend(tool.ready()?);
        }
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        folders.extend(std::env::split_paths(&inherited));
        let path = std::env::join_paths(folders).context("a folder on PATH has a name that PATH can't hold")?;
        Ok(Self { path })
    }

    /// A program to be started with the tools on its search path.
    pub fn program(&self, name: &str) -> Command {
        let mut command = process::program(name);
        command.env("PATH", &self.path);
        command
    }
}

/// Firefox's driver, in the pinned version.
///
/// # Errors
/// When it can't be had; the message says what to do.
pub fn geckodriver() -> Result<PathBuf> {
    let tool = Tool {
        name: "geckodriver",
        version: GECKODRIVER,
        program: "geckodriver",
        source: Source::Crate { options: &["--locked"], optimised: "0" },
    };
    Ok(tool.ready()?.unwrap_or_default().join(tool.program))
}

/// The script of axe-core, which tests the page for those who cannot see it or use a mouse, in the pinned version.
///
/// # Errors
/// When npm can't get it.
pub fn axe() -> Result<PathBuf> {
    let home = cache()?.join(format!("axe-core-{AXE}"));
    let script = home.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        let tool = Tool { name: "axe-core", version: AXE, program: "", source: Source::Npm };
        tool.install(&home)?;
    }
    Ok(script)
}

/// One pinned tool, known by the program that tells its version.
struct Tool<'a> {
    name: &'a str,
    version: &'a str,
    program: &'a str,
    source: Source<'a>,
}

/// Where a tool comes from.
enum Source<'a> {
    /// crates.io, with these options to `cargo install`, and so much optimised: what works only for a release hardly
    /// at all, which halves the wait; what each turn of `cargo xtask watch` waits for a little.
    Crate { options: &'a [&'a str], optimised: &'a str },
    /// The npm registry.
    Npm,
}

impl Tool<'_> {
    /// Makes sure that the tool is there. Returns the folder to put on the search path, or `None`
    /// when it is on the search path already.
    fn ready(&self) -> Result<Option<PathBuf>> {
        if self.answers(Path::new(self.program)) {
            return Ok(None);
        }
        let home = cache()?.join(format!("{}-{}", self.name, self.version));
        let folder = home.join(match self.source {
            Source::Crate { .. } => "bin",
            Source::Npm => "node_modules/.bin",
        });
        let program = folder.join(self.program);
        if !self.answers(&program) {
            self.install(&home)?;
            if !self.answers(&program) {
                bail!(
                    "{} is not {} {} after its installation: delete {} and try again",
                    program.display(),
                    self.name,
                    self.version,
                    home.display()
                );
            }
        }
        Ok(Some(folder))
    }

    /// Whether this program is there and is the tool in the pinned version.
    fn answers(&self, program: &Path) -> bool {
        let answer = process::ask(process::program(program).arg("--version"));
        answer.is_some_and(|text| says_version(&text, self.version))
    }

    fn install(&self, home: &Path) -> Result<()> {
        println!("Getting {} {} (once)", self.name, self.version);
        let start = Instant::now();
        let mut command = match self.source {
            Source::Crate { options, optimised } => self.cargo_install(options, optimised, home),
            Source::Npm => self.npm_install(home),
        };
        process::run(&mut command).with_context(|| match self.source {
            Source::Crate { .. } => format!("{} could not be built: a C linker and crates.io are needed", self.name),
            Source::Npm => {
                format!("{} could not be installed: Node.js with npm and its registry are needed", self.name)
            }
        })?;
        println!("Got {} in {:.0?}", self.name, start.elapsed());
        Ok(())
    }

    fn cargo_install(&self, options: &[&str], optimised: &str, home: &Path) -> Command {
        let mut command = process::program("cargo");
        command
            .args(["install", self.name, "--version", self.version])
            .args(options)
            .arg("--force")
            .arg("--root")
            .arg(home)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", optimised)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256");
        command
    }

    fn npm_install(&self, home: &Path) -> Command {
        let mut command = process::program("npm");
        command
            .args(["install", "--no-save", "--no-audit", "--no-fund"])
            .arg("--prefix")
            .arg(home)
            .arg(format!("{}@{}", self.name, self.version));
        command
    }
}

/// Whether what a tool says of itself names the version. wasm-opt says only the first of the three
/// numbers under which npm has it: `wasm-opt version 132 (version_132)`.
fn says_version(text: &str, version: &str) -> bool {
    let short = version.trim_end_matches(".0.0");
    text.split_whitespace().any(|word| word == version || word == short)
}

/// Where tools are kept: outside the work tree, so that they outlive it.
fn cache() -> Result<PathBuf> {
    let folder = |key| std::env::var_os(key).filter(|value| !value.is_empty());
    let base = folder("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| folder("HOME").map(|home| Path::new(&home).join(".cache")))
        .context("neither HOME nor XDG_CACHE_HOME is set: set one, the tools are kept below it")?;
    Ok(base.join("unrolled/tools"))
}

/// The version of a package that `Cargo.lock` holds.
fn locked_version(package: &str) -> Result<String> {
    let file = process::root().join("Cargo.lock");
    let text = std::fs::read_to_string(&file).with_context(|| format!("{} could not be read", file.display()))?;
    version_in_lock(&text, package)
        .map(str::to_owned)
        .with_context(|| format!("{} holds no package `{package}`", file.display()))
}

/// Finds `name = "PACKAGE"` and the version on the line after it.
fn version_in_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

fn add_wasm_target() -> Result<()> {
    let mut rustc = process::program("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    if process::ask(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    process::run(process::program("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("the pinned Rust toolchain needs the target {WASM}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_a_whole_word() {
        assert!(says_version("trunk 0.21.14", "0.21.14"));
        assert!(says_version("wasm-opt version 132 (version_132)", "132.0.0"));
        assert!(!says_version("trunk 0.21.140", "0.21.14"));
        assert!(!says_version("wasm-opt version 108", "132.0.0"));
    }

    #[test]
    fn the_lock_tells_the_version_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "wasm"), None);
    }
}
