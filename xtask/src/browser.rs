//! The browser that tests run in: finds Chromium and its driver, gets them where it may, and
//! starts a driver that ends with its owner.

use crate::process;
use anyhow::{Context, Result, bail, ensure};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const MISSING: &str = "the tests need Chromium and chromedriver of one version: install them \
    (Debian: `apt-get install chromium chromium-driver`; Ubuntu: `snap install chromium`), \
    or set CHROMIUM and CHROMEDRIVER to their paths";

/// How long a driver may take to start, and to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// Chromium and its driver, as found on this machine.
pub struct Browser {
    /// Chromium itself.
    pub chromium: PathBuf,
    /// chromedriver.
    pub driver: PathBuf,
}

impl Browser {
    /// Finds the browser; installs it when this is root's Debian.
    ///
    /// # Errors
    /// When it is missing and can't be installed; the message says what to do.
    pub fn ready() -> Result<Self> {
        if let Some(browser) = Self::find() {
            return Ok(browser);
        }
        if !may_install() {
            bail!(MISSING);
        }
        install(&["chromium", "chromium-driver"]).context(MISSING)?;
        Self::find().context(MISSING)
    }

    /// `CHROMIUM` and `CHROMEDRIVER` come first, then the usual names on the search path.
    fn find() -> Option<Self> {
        let chromium = ["chromium", "chromium-browser", "google-chrome"];
        let driver = ["chromedriver", "chromium.chromedriver"];
        Some(Self { chromium: locate("CHROMIUM", &chromium)?, driver: locate("CHROMEDRIVER", &driver)? })
    }

    /// Writes the capabilities of `webdriver.json` for this browser to a file and returns it.
    ///
    /// # Errors
    /// When `webdriver.json` can't be read or the copy can't be written.
    pub fn capabilities(&self) -> Result<PathBuf> {
        let source = process::root().join("webdriver.json");
        let text =
            std::fs::read_to_string(&source).with_context(|| format!("{} could not be read", source.display()))?;
        let mut capabilities: serde_json::Value =
            serde_json::from_str(&text).with_context(|| format!("{} is not JSON", source.display()))?;
        capabilities["goog:chromeOptions"]["binary"] = self.chromium.to_string_lossy().into();
        let folder = process::root().join("target");
        let file = folder.join("webdriver.json");
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&file, capabilities.to_string()))
            .with_context(|| format!("{} could not be written", file.display()))?;
        Ok(file)
    }
}

/// Finds a program: where a variable of the environment says, else by one of its names on the search path.
pub fn locate(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(variable).filter(|path| !path.is_empty()) {
        return Some(PathBuf::from(path));
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = std::env::split_paths(&path).chain(["/usr/bin".into()]).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|program| program.is_file())
}

/// Ubuntu isn't: its package `chromium-browser` only points to a snap.
fn is_debian() -> bool {
    std::fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// Whether this is root's Debian.
pub fn may_install() -> bool {
    is_debian() && is_root()
}

/// Has Debian install packages.
///
/// # Errors
/// When it cannot.
pub fn install(packages: &[&str]) -> Result<()> {
    let apt = |arguments: &[&str]| {
        let mut command = process::program("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut command)
    };
    apt(&["update", "-qq"])?;
    apt(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat())
}

/// A running chromedriver. It ends, with the browsers it started, when this is dropped.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver on a free port.
    ///
    /// # Errors
    /// When it doesn't start, or doesn't say its port.
    pub fn start(program: &Path) -> Result<Self> {
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} could not be started", program.display()))?;
        let output = process.stdout.take();
        let mut driver = Self { process, port: 0 };
        let output = output.context("chromedriver has no output")?;
        driver.port = announced_port(output).with_context(|| format!("{} did not say its port", program.display()))?;
        Ok(driver)
    }

    /// Where the driver listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks the driver to end its browsers and itself, and waits until it has.
    fn shut_down(&mut self) -> Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")?;
        let start = Instant::now();
        while self.process.try_wait()?.is_none() {
            ensure!(start.elapsed() < PATIENCE, "chromedriver did not end in {PATIENCE:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.shut_down().is_err() {
            // Whether this succeeds or it is gone already, nothing is left to do.
            let _ = self.process.kill();
            let _ = self.process.wait();
        }
    }
}

/// Reads a driver's output up to the line that tells its port, and goes on reading in the
/// background, so that the driver never waits for a reader.
fn announced_port(output: impl Read + Send + 'static) -> Result<u16> {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(port) = port_in(&line) {
                // Only the first is waited for.
                let _ = sender.send(port);
            }
        }
    });
    Ok(receiver.recv_timeout(PATIENCE)?)
}

/// `ChromeDriver was started successfully on port 40313.`
fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim().trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_drivers_word() {
        let line = "ChromeDriver was started successfully on port 40313.";
        assert_eq!(port_in(line), Some(40313));
        assert_eq!(port_in("Starting ChromeDriver 156.0 on port 0"), None);
    }

    #[test]
    fn a_driver_that_ends_without_a_word_is_an_error() {
        announced_port(&b"no\n"[..]).unwrap_err();
        assert_eq!(announced_port(&b"x\nstarted successfully on port 7.\n"[..]).unwrap(), 7);
    }
}
