//! Starts other programs: with the environment that a person's shell would give them, said aloud,
//! and with an error that names the command when it fails.

use anyhow::{Context, Result, bail, ensure};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// The folder that holds the workspace's `Cargo.toml`: the parent of this package's, which cargo
/// names anew for each run, since a built work tree may have been copied or moved.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let package = package.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        package.parent().map(Path::to_path_buf).unwrap_or(package)
    });
    &ROOT
}

/// A program to be started in the workspace's folder, without the variables that `cargo run` set
/// for xtask: they say things of this package that are wrong for any other.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    for (key, _) in std::env::vars_os() {
        let text = key.to_string_lossy();
        let exact = ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH"];
        if exact.contains(&text.as_ref()) || text.starts_with("CARGO_PKG_") {
            command.env_remove(key);
        }
    }
    command
}

/// Runs a command to its end with its output shown.
///
/// # Errors
/// When it can't be started or doesn't exit with 0.
pub fn run(command: &mut Command) -> Result<()> {
    let line = announce(command);
    let start = Instant::now();
    let status = command.status().with_context(|| format!("`{line}` could not be started"))?;
    let name = command.get_program().to_string_lossy();
    println!("  {name} took {:.1} s", start.elapsed().as_secs_f64());
    check(status, &line)
}

/// Like [`run`], but when the time is up calls `stop`, which has to bring the command to its end.
///
/// # Errors
/// Those of [`run`], and when the time was up.
pub fn run_within(limit: Duration, command: &mut Command, stop: impl FnOnce()) -> Result<()> {
    let line = announce(command);
    let start = Instant::now();
    let mut child = command.spawn().with_context(|| format!("`{line}` could not be started"))?;
    while start.elapsed() < limit {
        if let Some(status) = child.try_wait()? {
            return check(status, &line);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    stop();
    child.wait()?;
    bail!("`{line}` was not done after {limit:?}, and was stopped")
}

/// Prints the command as one would type it, and returns it.
pub fn announce(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(OsStr::to_string_lossy).collect();
    let line = words.join(" ");
    println!("$ {line}");
    line
}

fn check(status: ExitStatus, line: &str) -> Result<()> {
    ensure!(status.success(), "`{line}` failed ({status})");
    Ok(())
}

/// Runs a command quietly and returns what it printed on standard output, or `None` when it can't
/// be started or fails: for asking whether and in which version something is there.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}
